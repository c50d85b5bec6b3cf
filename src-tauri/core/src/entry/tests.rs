use chrono::TimeDelta;

use super::*;
use crate::actions::{Action, ActionId, Key, Kind, Published};
use crate::credits::{Credits, Decimals};
use crate::facts::{Entry, EntryId, Fact, Facts, Service, Spend, SpendState, Verdict};
use crate::price_book::PriceBook;
use crate::words::Figures;
use crate::{Instant, Zone};

/// Friday 4 December 2026, 16:40 in Berlin.
pub(super) fn now() -> Instant {
    "2026-12-04T15:40:00Z".parse().unwrap()
}

pub(super) fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap()
}

fn action(id: &str, name: &str, kind: Kind, low: f64, high: f64) -> Action {
    let published = Some(Published { low, high, open_ended: false, seconds: None });
    let aliases = if id == "ltxv-turbo" { vec!["ltx".to_owned()] } else { Vec::new() };
    Action { aliases, published, hidden: id == "old", ..Action::named(ActionId(id.into()), name.into(), kind) }
}

pub(super) fn catalogue() -> Vec<Action> {
    vec![
        action("veo-3-fast", "Veo 3 Fast", Kind::Video, 875.0, 3500.0),
        action("veo-3", "Veo 3", Kind::Video, 875.0, 3500.0),
        action("ltxv-turbo", "LTXV Turbo", Kind::Video, 50.0, 200.0),
        action("nano-banana", "Nano Banana", Kind::Image, 49.0, 49.0),
        action("storyline", "Storyline suggestion", Kind::Assist, 4.0, 20.0),
        action("old", "Old Faithful", Kind::Other, 1.0, 2.0),
    ]
}

pub(super) fn spend(key: Option<Key>, amount: i64) -> Spend {
    Spend::charged(key, 1, credits(amount))
}

/// Four Veo 3 Fast clips of 8 s at 1,750.
fn facts() -> Facts {
    let key = Key { action: ActionId("veo-3-fast".into()), settings: [("seconds".to_owned(), "8".to_owned())].into() };
    let entry = |id| Entry {
        id: EntryId(id),
        at: now() - TimeDelta::days(5 - id),
        date_only: false,
        fact: Fact::Spend(spend(Some(key.clone()), 1750)),
    };
    let service = Service {
        name: "LTX Studio".into(),
        unit: "credits".into(),
        decimals: Decimals::NONE,
        zone: Zone::Europe__Berlin,
        start: now() - TimeDelta::days(30),
    };
    Facts { service, terms: Vec::new(), entries: (1..=4).map(entry).collect(), marks: Vec::new() }
}

pub(super) fn with_desk<T>(then: impl FnOnce(&EntryDesk<'_>) -> T) -> T {
    let (actions, tags) = (catalogue(), ["recap".to_owned(), "teaser".to_owned()]);
    let prices = PriceBook::of(&actions, &facts(), now());
    then(&EntryDesk {
        actions: &actions,
        prices: &prices,
        tags: &tags,
        now: now(),
        zone: Zone::Europe__Berlin,
        decimals: Decimals::NONE,
        figures: Figures::default(),
        computed: credits(6262),
        last_check: None,
        just_checked: false,
    })
}

fn line(text: &str) -> Line {
    with_desk(|desk| read(text, desk))
}

fn saved(text: &str) -> Reading {
    line(text).reading.unwrap_or_else(|refusal| panic!("{text}: {refusal}"))
}

fn refused(text: &str) -> String {
    line(text).reading.map(|reading| format!("{reading:?}")).unwrap_err().to_string()
}

fn chips(text: &str) -> String {
    let show = |chip: &Chip| match chip.rest.as_str() {
        "" => format!("[{}]", chip.words),
        rest => format!("[{} | {rest}]", chip.words),
    };
    line(text).chips.iter().map(show).collect::<Vec<_>>().join(" ")
}

fn id_of(reading: &Reading) -> &str {
    reading.spend.key.as_ref().map_or("-", |key| key.action.0.as_str())
}

#[test]
fn a_whole_line_is_read_in_any_order_and_case() {
    for text in ["veo3 8s audio 5400 #teaser yesterday 14:30", "#teaser 14:30 5,400 AUDIO yesterday Veo 3 8S"] {
        let reading = saved(text);
        let key = reading.spend.key.clone().unwrap();
        assert_eq!(key.action.0, "veo-3");
        assert_eq!(key.settings, [("audio".into(), "yes".into()), ("seconds".into(), "8".into())].into());
        assert_eq!((reading.spend.credits, reading.spend.tags.as_slice()), (credits(5400), &["teaser".to_owned()][..]));
        assert_eq!((reading.at.to_rfc3339(), reading.date_only), ("2026-12-03T13:30:00+00:00".to_owned(), false));
        assert!(!reading.unusual, "the published example is accepted without fuss");
    }
}

#[test]
fn every_word_that_was_understood_is_a_chip() {
    insta::assert_snapshot!(chips("veo3 8s audio #teaser sunset x2 3600 !keeper"),
        @"[Veo 3] [8 s] [audio] [#teaser] [sunset | goes to the note] [× 2] [3,600 | in all] [keeper] [now | Fri 4 Dec, 16:40]");
    insta::assert_snapshot!(chips("veo 8s"),
        @"[Veo 3 Fast | or Tab for Veo 3] [8 s] [now | Fri 4 Dec, 16:40] [≈ 1,750 | offered, type over it]");
    insta::assert_snapshot!(chips("kling 2 8s 900 yesterday"),
        @"[Kling 2 | is new. Enter adds it.] [8 s] [900] [Thu 3 Dec]");
    insta::assert_snapshot!(chips("nano banana x3 @49"), @"[Nano Banana] [× 3] [49 | each, 147 in all] [now | Fri 4 Dec, 16:40]");
    insta::assert_snapshot!(chips("=862"), @"[862 | left, so this took 5,400] [now | Fri 4 Dec, 16:40]");
}

#[test]
fn the_longest_run_of_words_names_the_action() {
    for (text, id) in [
        ("veo3 1", "veo-3"),
        ("veo 3 1", "veo-3"),
        ("veo 3 fast 1", "veo-3-fast"),
        ("veo3fast 1", "veo-3-fast"),
        ("1 ltx", "ltxv-turbo"),
        ("banana 49", "nano-banana"),
        ("nano banana 49", "nano-banana"),
        ("storyline 4", "storyline"),
        ("old faithful 2", "old"),
        ("action=veo-3 1", "veo-3"),
    ] {
        assert_eq!(id_of(&saved(text)), id, "{text}");
    }
    assert_eq!(saved("storyline 4").spend.credits, credits(4));
    assert_eq!(line("veo 1").swap.map(|swap| swap.line), Some("Veo 3 1".into()));
    assert_eq!(line("veo3 1").swap, None, "its whole name was typed");
    assert_eq!(
        saved("old 50").new_action.map(|new| new.name),
        Some("Old".into()),
        "a hidden one answers to its whole name"
    );
}

#[test]
fn unmatched_words_name_a_new_action_before_the_first_figure_and_go_to_the_note_behind_it() {
    let new = |text| saved(text).new_action.map(|new| (new.name, new.kind, saved(text).spend.note));
    assert_eq!(new("kling master 8s 500 at dusk"), Some(("Kling master".into(), Kind::Video, "at dusk".into())));
    assert_eq!(new("veo 4 8s 900"), Some(("Veo 4".into(), Kind::Video, String::new())));
    assert_eq!(new("flux 1.1 pro 40"), Some(("Flux 1.1 pro".into(), Kind::Other, String::new())));
    assert_eq!(saved("500 kling").spend.note, "kling");
    assert_eq!(saved("veo3 sunset 8s 900 \"over \"\"the\"\" lake\"").spend.note, "sunset over \"the\" lake");
}

#[test]
fn the_last_bare_number_behind_a_new_name_is_the_amount() {
    for (text, name, amount) in [
        ("bluebird 5", "Bluebird", 5),
        ("bluebird 5 5", "Bluebird 5", 5),
        ("bluebird 5 x2 yesterday", "Bluebird", 5),
        ("bluebird 5 12 nov", "Bluebird", 5),
        ("bluebird 5 8 s", "Bluebird", 5),
        ("bluebird 5 each x2", "Bluebird", 10),
        ("bluebird 5 x2 @9", "Bluebird 5", 18),
        ("bluebird 5 =6000", "Bluebird 5", 262),
        ("bluebird 1.1 40", "Bluebird 1.1", 40),
    ] {
        let reading = saved(text);
        assert_eq!(
            (reading.new_action.unwrap().name.as_str(), reading.spend.credits),
            (name, credits(amount)),
            "{text}"
        );
    }
    insta::assert_snapshot!(refused("bluebird 1.1"), @"Bluebird 1.1 has no price yet: type what it took, such as 500.");
}

#[test]
fn an_empty_tag_is_text_of_the_note() {
    let spend = saved("veo3 900 #\"\" #teaser").spend;
    assert_eq!((spend.tags, spend.note), (vec!["teaser".to_owned()], "#\"\"".to_owned()));
}

#[test]
fn what_is_beyond_is_never_spoken_of_as_a_balance_below_nothing() {
    let said = |text: &str| {
        with_desk(|desk| read(text, &EntryDesk { computed: credits(-2000), ..*desk }).reading.unwrap_err().to_string())
    };
    insta::assert_snapshot!(said("veo3 =9000"), @"Runout has 0 left and 2,000 logged beyond it, so a balance cannot tell what this took: check 9000, or type what it took.");
    assert_eq!(said("veo3 =0").replace("check 0", "check 9000"), said("veo3 =9000"));
}

#[test]
fn amounts_are_in_all_or_each_or_what_is_left() {
    for (text, amount) in [
        ("veo3 5.4k", 5400),
        ("veo3 3*1800", 5400),
        ("veo3 x3 1800 each", 5400),
        ("veo3 x3 @1,800", 5400),
        ("veo3 x 3 @ 1800", 5400),
        ("veo3 =862", 5400),
        ("veo3 0", 0),
        ("veo3 28\u{2009}000", 28_000),
    ] {
        assert_eq!(saved(text).spend.credits, credits(amount), "{text}");
    }
    let balance = saved("veo3 =862");
    assert_eq!(
        (balance.check, balance.spend.derived, balance.amount),
        (Some(credits(862)), true, AmountKind::FromBalance)
    );
    assert_eq!(saved("veo3 7400").beyond, Some(credits(1138)));
}

#[test]
fn an_amount_that_is_usual_for_each_piece_asks_whether_it_is() {
    let asked = line("veo 3 fast 8s x4 1750");
    insta::assert_snapshot!(chips("veo 3 fast 8s x4 1750"), @"[Veo 3 Fast] [8 s] [× 4] [1,750 | in all, or each?] [now | Fri 4 Dec, 16:40]");
    assert_eq!(
        asked.swap.map(|swap| (swap.words, swap.line)),
        Some(("1,750 each".into(), "veo 3 fast 8s x4 @1750".into()))
    );
    assert_eq!(asked.reading.unwrap().spend.credits, credits(1750));
    assert!(!saved("veo 3 fast 8s x4 7000").unusual);
    assert!(saved("veo 3 fast 8s 90000").unusual);
}

#[test]
fn without_credits_the_estimate_is_offered() {
    let reading = saved("veo 3 fast 8s x2");
    assert_eq!(
        (reading.spend.credits, reading.spend.estimated, reading.amount),
        (credits(3500), true, AmountKind::Offered)
    );
    assert_eq!(saved("veo3 ~165").spend.credits, credits(165));
    assert!(saved("veo3 ≈165").spend.estimated);
}

#[test]
fn states_and_verdicts_are_kept() {
    let reading = saved("veo3 900 !failed +refunded");
    assert_eq!((reading.spend.verdict, reading.refunded), (Some(Verdict::Failed), true));
    assert_eq!(saved("veo3 900 !expected").spend.state, SpendState::RefundExpected);
    assert_eq!(saved("veo3 8s ~5400 !reserved").spend.state, SpendState::Reserved);
    assert_eq!(saved("veo3 900 !wow").spend.note, "!wow");
}

#[test]
fn what_cannot_be_saved_says_what_to_do() {
    insta::assert_snapshot!(refused(""), @"Type what you made, such as veo3 8s audio 5400.");
    insta::assert_snapshot!(refused("#teaser"), @"Type what you made or what it took, such as veo3 8s audio 5400.");
    insta::assert_snapshot!(refused("veo3 5400 1800"), @"“5400” and “1800” are two amounts: keep one. What it took in all is 5400, each one @1800, what is left =22600.");
    insta::assert_snapshot!(refused("veo3 x2 3x 900"), @"“x2” and “3x” are two counts: keep one.");
    insta::assert_snapshot!(refused("veo3 x0 900"), @"“x0” is not a count: type x1 to x1000000.");
    insta::assert_snapshot!(refused("veo3 900 yesterday 12 nov"), @"“yesterday” and “12 nov” are two dates: keep one.");
    insta::assert_snapshot!(refused("veo3 900 9:00 10:00"), @"“9:00” and “10:00” are two times: keep one.");
    insta::assert_snapshot!(refused("veo3 900 tomorrow"), @"Sat 5 Dec, 12:00 has not come yet: plan it as a shot, or log it when it is made.");
    insta::assert_snapshot!(refused("veo3 900 23:00"), @"Fri 4 Dec, 23:00 has not come yet: plan it as a shot, or log it when it is made.");
    insta::assert_snapshot!(refused("veo3 900 31 nov"), @"There is no day “31 nov”: type one of the calendar, such as 2026-11-12.");
    insta::assert_snapshot!(refused("veo3 12 nov 2025"), @"“12 nov” 2025: the year, or credits? Type 2025-11-12 for the day, or @2025 for the credits.");
    insta::assert_snapshot!(refused("veo3 9:16 900"), @"“9:16” could be a time or a clip's format: type 09:16 or ratio=9:16.");
    insta::assert_snapshot!(refused("veo3 =22600"), @"22,600 is more than the 6,262 that Runout has, so nothing was taken: check 22600?");
    insta::assert_snapshot!(refused("veo3 =5000 yesterday"), @"“=5000” is what the service shows now: leave the date out, or type what it took.");
    insta::assert_snapshot!(refused("veo3 -5"), @"“-5” is below 0: an amount is 0 or more.");
    insta::assert_snapshot!(refused("veo3 5.5"), @"“5.5” is not whole, and this unit is counted in whole ones: type 5 or 6.");
    insta::assert_snapshot!(refused("+5000"), @"“+5000” would add credits, and this line logs what was taken: enter a top-up on the plan.");
    insta::assert_snapshot!(refused("veo3 900 !keeper !failed"), @"“!keeper” and “!failed” are two verdicts: keep one.");
    insta::assert_snapshot!(refused("veo3 audio silent 900"), @"“audio” and “silent” set the same thing: keep one.");
    insta::assert_snapshot!(refused("kling"), @"Kling has no price yet: type what it took, such as 500.");
    insta::assert_snapshot!(refused("8s 900"), @"“8s” is a setting of nothing yet: type what you made, too, such as veo3.");
    insta::assert_snapshot!(refused("action=nope 9"), @"There is no action “nope”: type its name.");
    insta::assert_snapshot!(refused("veo3 x1000000 @1000000000000"), @"“@1000000000000” is more than any service counts: at most 1,000,000,000,000,000 can be kept.");
}

#[test]
fn a_time_that_the_clocks_skipped_says_so() {
    insta::assert_snapshot!(chips("veo3 900 2026-03-29 02:30"), @"[Veo 3] [900] [Sun 29 Mar 2026 | the clocks skipped it: 03:00 is meant] [02:30 | the clocks skipped it: 03:00 is meant]");
}

#[test]
fn completion_is_by_substring_at_the_caret() {
    let of = |text: &str, caret| with_desk(|desk| complete(text, caret, desk));
    let lines = |text: &str, caret| of(text, caret).into_iter().map(|completion| completion.line).collect::<Vec<_>>();
    assert_eq!(lines("fas 5400", 3), ["Veo 3 Fast 5400"]);
    assert_eq!(lines("8s nano ba", 10), ["8s Nano Banana"]);
    assert_eq!(lines("🎬 #ap", 6), ["🎬 #recap"], "the caret counts UTF-16 units");
    assert_eq!(lines("veo3 au", 7), ["veo3 audio"]);
    assert_eq!(lines("veo3 !ke", 8), ["veo3 !keeper"]);
    assert_eq!(lines("", 0), Vec::<String>::new());
    assert_eq!(of("old f", 5), Vec::new(), "hidden ones are not offered");
}

#[test]
fn what_is_offered_is_not_offered_again_once_it_was_taken() {
    for text in ["veo 3 fast", "veo", "veo 3 8s", "Veo 3 Fast 8s 900", "nano banana x2", "8s fast 3", "veo3 au"] {
        for caret in 0..=text.len() {
            with_desk(|desk| {
                let mut line = text.to_owned();
                let take = |line: &String| complete(line, caret, desk).into_iter().next().map(|taken| taken.line);
                let mut taken = 0;
                while let Some(next) = take(&line) {
                    (line, taken) = (next, taken + 1);
                    assert!(taken <= 2, "{text} at {caret}: {line}");
                }
                while let Some(swap) = read(&line, desk).swap {
                    (line, taken) = (swap.line, taken + 1);
                    assert!(taken <= 3, "{text} at {caret}: {line}");
                }
            });
        }
    }
    let behind = with_desk(|desk| complete("veo 3 fast 900", 3, desk));
    assert_eq!(
        behind.first().map(|first| first.line.as_str()),
        Some("Veo 3 Fast 900"),
        "the caret may stand in a name"
    );
}

#[test]
fn an_unchanged_edit_keeps_the_exact_instant_and_what_came_from_a_balance() {
    with_desk(|desk| {
        let mut spend = spend(Some(Key { action: ActionId("veo-3".into()), settings: [].into() }), 900);
        spend.derived = true;
        let logged = Logged { spend: &spend, at: now() - TimeDelta::milliseconds(86_399_250), date_only: true };
        let text = line_of(&spend, Some(LineWhen::of(logged.at, true, desk.zone)), desk);
        assert_eq!(text, "Veo 3 900 2026-12-03");
        let reading = read_edit(&format!("{text} #teaser"), desk, &logged).reading.unwrap();
        assert_eq!((reading.at, reading.date_only, reading.spend.derived), (logged.at, true, true));
        let changed = read_edit("Veo 3 901 2026-12-02", desk, &logged).reading.unwrap();
        assert_eq!((changed.at.to_rfc3339(), changed.spend.derived), ("2026-12-02T11:00:00+00:00".to_owned(), false));
    });
}

#[test]
fn a_line_of_100_kilobytes_stays_fast() {
    for piece in
        ["a ", "#tag ", "veo3 ", "5400 ", "x2 ", "\"", "\"\" ", "8s ", "9 nov ", "1", "=1 ", "🎬", "\u{202e}", "! "]
    {
        let text = piece.repeat(100_000 / piece.len());
        let started = std::time::Instant::now();
        let read = line(&text);
        assert!(started.elapsed().as_millis() < 1_500, "{piece:?} took {:?}", started.elapsed());
        assert!(read.chips.iter().all(|chip| chip.words.len() < 120_000));
    }
}
