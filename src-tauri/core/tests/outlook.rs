//! What Today says, case by case.

#[cfg(test)]
mod stories;

use insta::assert_snapshot;
use runout_core::credits::Credits;
use runout_core::facts::Fact;
use runout_core::forecast::ForecastAsk;
use runout_core::grade::{Grade, KeptLeft, grade};
use runout_core::outlook::{ChartSpan, Outlook};
use stories::{Story, kept, said};

#[test]
fn without_a_log_the_even_pace_is_all_that_is_said() {
    let story = Story::ltx("2026-11-22T12:00:00Z").check("2026-11-22T12:00:00Z", 22_600);
    assert_snapshot!(said(&story), @r"
    22,600 left. An even pace to the renewal on Tue 15 Dec is 982 a day.
    Log what you make, and this line will say how long they last.
    ");
}

#[test]
fn in_the_first_days_the_plan_speaks_and_it_says_so() {
    let story = Story::ltx("2026-11-18T12:00:00Z")
        .spend("2026-11-15T10:00:00Z", "veo-3", 5_400)
        .spend("2026-11-16T10:00:00Z", "ltxv-turbo", 165)
        .spend("2026-11-17T10:00:00Z", "nano-banana", 49);
    let said = said(&story);
    assert!(said.starts_with("22,386 left. By your plan and 3 days of log they "), "{said}");
    assert!(said.contains("70 % of this is a typical person on your plan."), "{said}");
    assert!(said.contains("(learning, 3 of 7 days)"), "{said}");
}

#[test]
fn a_short_month_leads_with_the_early_date() {
    let story = Story::busy("2026-12-04T16:40:00Z", 2_000);
    let said = said(&story);
    assert!(said.contains(" left. They may run out from "), "{said}");
    assert!(said.contains("; at your recent pace they last to "), "{said}");
    assert!(said.contains("chance that they run out before Tue 15 Dec"), "{said}");
}

#[test]
fn a_long_month_says_what_lapses() {
    let story = Story::busy("2026-12-13T16:40:00Z", 60);
    let said = said(&story);
    assert!(said.contains(" left. They last to the renewal on Tue 15 Dec, and ≈ "), "{said}");
    assert!(said.contains(" will lapse then.\nUp to ≈ "), "{said}");
}

#[test]
fn nothing_left_says_when_credits_come() {
    let story = Story::busy("2026-12-04T16:40:00Z", 500).check("2026-12-02T09:00:00Z", 0);
    assert_snapshot!(said(&story.without_spends_after("2026-12-02T09:00:00Z")), @r"
    0 left. The next credits come on Tue 15 Dec, in 11 days.
    It ran out on Wed 2 Dec. Days without credits do not count as quiet days.
    ");
}

#[test]
fn beyond_what_there_was_is_never_a_scolding() {
    let story = Story::ltx("2026-12-04T15:40:00Z").spend("2026-12-03T10:00:00Z", "veo-3", 28_888);
    assert_snapshot!(said(&story), @r"
    0 left, and 888 logged beyond it. The next credits come on Tue 15 Dec, in 11 days.

    note: LTX Studio cannot have let you spend more than it had. A spend may stand twice, a refund may be missing, or a figure is too high. What its own counter shows settles it.
    ");
}

#[test]
fn less_than_a_typical_spend_is_counted_in_generations() {
    let story = Story::busy("2026-12-04T16:40:00Z", 900).check("2026-12-04T16:30:00Z", 180);
    let said = said(&story);
    assert!(said.starts_with("180 left. Enough for "), "{said}");
    assert!(said.ends_with("11 days to the renewal."), "{said}");
}

#[test]
fn without_a_renewal_no_renewal_is_made_up() {
    let story = Story::once("2026-12-04T16:40:00Z", 800);
    assert_snapshot!(said(&story), @r"
    800 left, and no renewal.
    Log what you make, and this line will say how long they last.
    ");
    let said = said(&Story::once("2026-12-04T16:40:00Z", 8_000).daily("2026-11-15", 20, 90));
    assert!(said.starts_with("6,200 left, and no renewal. At your recent pace they last "), "{said}");
}

#[test]
fn the_sum_under_the_sentence_adds_up_to_its_first_word() {
    let story = Story::busy("2026-12-04T16:40:00Z", 700).check("2026-12-01T17:20:00Z", 9_766);
    story.outlook(|outlook: &Outlook<'_>| {
        let standing = outlook.standing();
        let sum = standing.confirmed.unwrap().shown.units()
            - standing.logged.credits.units()
            - standing.estimated.credits.units()
            + standing.refunded.credits.units();
        assert_eq!(sum, outlook.ledger.left().units());
        assert_eq!(outlook.provenance()[0].text.to_string(), "9,766 checked Tue 1 Dec, 18:20");
        assert!(outlook.provenance()[0].confirmed);
    });
}

#[test]
fn the_four_answers_keep_their_heads_and_their_order() {
    for story in [
        Story::ltx("2026-11-22T12:00:00Z"),
        Story::busy("2026-12-04T16:40:00Z", 700),
        Story::once("2026-12-04T16:40:00Z", 0),
    ] {
        story.outlook(|outlook| {
            let heads: Vec<_> = outlook.cells().iter().map(|cell| cell.head).collect();
            assert_eq!(heads, ["Safe today", "Will lapse", "What you can still make", "Pays next"]);
            assert!(outlook.cells().iter().all(|cell| !cell.figure.0.is_empty()));
        });
    }
}

#[test]
fn the_wanted_certainty_is_what_counts_as_safe() {
    let story = Story::busy("2026-12-04T16:40:00Z", 700);
    let said = |certainty| {
        story.asked(&ForecastAsk { certainty, ..ForecastAsk::default() }, |outlook| {
            let cell = outlook.cells().remove(0);
            (outlook.forecast.as_ref().unwrap().safe_per_day.unwrap(), cell.lines[0].to_string())
        })
    };
    let safe = [95, 90, 75, 50].map(|certainty| said(certainty).0);
    assert!(safe.is_sorted_by(|less, more| less < more), "{safe:?}");
    assert_snapshot!(said(75).1, @"a day, for a 75 % chance to reach Tue 15 Dec.");
    assert_snapshot!(said(85).1, @"a day, for an 85 % chance to reach Tue 15 Dec.");
    let story = story.spend("2026-12-02T10:00:00Z", "veo-3", 900).spend("2026-12-03T10:00:00Z", "veo-3", 2_400);
    let made = |certainty| {
        let ask = ForecastAsk { certainty, ..ForecastAsk::default() };
        story.asked(&ask, |outlook| outlook.cells()[2].figure.to_string() + &format!("{:?}", outlook.cells()[2].lines))
    };
    assert_ne!(made(99), made(50));
}

#[test]
fn the_even_pace_counts_days_as_the_forecast_does() {
    for (hour, days) in [(0, 25), (9, 25), (18, 26)] {
        let check = Story::ltx_renewed_at("2026-11-20T10:00:00Z", hour).check("2026-11-20T10:00:00Z", 22_600);
        check.outlook(|outlook| assert_eq!(outlook.days_to_renewal(), Some(days), "{hour}:00"));
        let logged = check.spend("2026-11-20T08:00:00Z", "veo-3", 60);
        logged.outlook(|outlook| {
            let safe = outlook.forecast.as_ref().unwrap().safe_per_day;
            assert_eq!(
                (outlook.even_pace(), safe),
                (Credits::new(22_600 / days as i64).ok(), outlook.even_pace()),
                "{hour}:00"
            );
        });
    }
}

#[test]
fn what_rolls_over_is_said_of_the_pot_that_lapses() {
    let lapse = |story: &Story| story.outlook(|outlook| outlook.cells()[1].lines[0].to_string());
    let alone = Story::busy("2026-12-04T16:40:00Z", 700);
    assert!(lapse(&alone).ends_with(" Nothing rolls over."), "{}", lapse(&alone));
    let both = alone.with_daily_refill();
    assert!(lapse(&both).ends_with(" Daily: nothing rolls over."), "{}", lapse(&both));
}

#[test]
fn a_first_entry_that_is_a_spend_is_seen_as_a_step() {
    let story = Story::ltx("2026-11-22T12:00:00Z").spend("2026-11-18T10:00:00Z", "veo-3", 5_400);
    story.outlook(|outlook| {
        let drawn = outlook.burn_down(ChartSpan::Cycle);
        let known = drawn.known_from.unwrap();
        let solid: Vec<_> =
            drawn.past.iter().filter(|step| step.at >= known).map(|step| step.balance.units()).collect();
        assert_eq!(solid, [28_000, 22_600]);
        assert!(drawn.past.is_sorted_by_key(|step| step.at));
    });
    let checked = Story::ltx("2026-11-22T12:00:00Z").check("2026-11-18T10:00:00Z", 22_600);
    checked.outlook(|outlook| {
        let drawn = outlook.burn_down(ChartSpan::Cycle);
        assert_eq!(drawn.past.iter().filter(|step| Some(step.at) >= drawn.known_from).count(), 1);
    });
}

#[test]
fn what_is_logged_today_is_what_today_has_taken() {
    let story = Story::ltx("2026-11-22T12:00:00Z").spend("2026-11-21T22:30:00Z", "veo-3", 100);
    let story = story.spend("2026-11-21T23:30:00Z", "veo-3", 799).check("2026-11-22T10:00:00Z", 20_000);
    story.outlook(|outlook| {
        assert_eq!(outlook.habit.logged_today, Credits::new(799).unwrap());
        let standing = outlook.standing();
        assert_eq!((standing.logged_since(), outlook.left_after(Credits::MAX)), (Credits::ZERO, Credits::ZERO));
    });
}

#[test]
fn how_far_the_figure_may_be_off_is_said_where_the_log_is_not_complete() {
    let last = |story: &Story| story.outlook(|outlook| outlook.provenance().last().unwrap().text.to_string());
    let checked = |shown| {
        let story = Story::ltx("2026-12-04T15:40:00Z").daily("2026-11-16", 10, 400);
        story.check("2026-11-26T12:00:00Z", shown).spend("2026-11-30T10:00:00Z", "veo-3", 2_400)
    };
    assert_snapshot!(last(&checked(24_000)), @"− 2,400 logged since (1)");
    assert_snapshot!(last(&checked(23_800)), @"− 2,400 logged since (1)");
    // 1,000 in the 11.5 days before the check are 87 a day, for 8.2 days; 2,400 at four of five would be 600.
    assert_snapshot!(last(&checked(23_000)), @"· give or take 710, as you log about 80 %");
    assert_snapshot!(last(&checked(23_000).check("2026-12-04T15:40:00Z", 20_000)), @"20,000 checked Fri 4 Dec, 16:40");
}

#[test]
fn forecasts_are_graded_by_what_was_left_in_the_end_and_beside_the_plain_burn_rate() {
    // 600 a day for 20 days, then nothing: 16,000 are left on 15 Dec. On 28 Nov the plain rate (13 days of 600 in 13.6
    // days) says that 10,800 are left; on 5 Dec (20 in 20.6) 10,800 again.
    let story = Story::ltx("2026-12-20T12:00:00Z").daily("2026-11-15", 20, 600);
    let graded = |kept: &[KeptLeft]| story.outlook(|outlook| grade(kept, outlook.facts, &outlook.ledger));
    let good = kept("2026-11-28", 19_600, "2026-12-14", [9_000, 14_000, 17_000]);
    let bad = kept("2026-12-05", 16_000, "2026-12-14", [3_000, 5_000, 9_000]);
    assert_eq!(graded(&[good, bad]), Grade { of: 2, inside: 1, nearer: 1 });
    // A day apart is one forecast; three days before the renewal is none; a renewal that did not come grades nothing.
    let next_day = kept("2026-12-04", 16_000, "2026-12-14", [3_000, 5_000, 9_000]);
    let late = kept("2026-12-12", 16_000, "2026-12-14", [16_000; 3]);
    let other = kept("2026-11-21", 24_000, "2026-12-13", [16_000; 3]);
    assert_eq!(graded(&[good, next_day, bad, late, other]), Grade { of: 2, inside: 1, nearer: 1 });
    let words = story.outlook(|outlook| (outlook.graded(&[good, bad]), outlook.graded(&[good])));
    assert_eq!(
        words.0.unwrap(),
        "Of your last 2 forecasts, a week apart, 1 was within their range; 1 was nearer than the plain burn rate."
    );
    assert_eq!(words.1, None);
}

#[test]
fn a_forecast_that_could_not_know_of_a_top_up_is_not_graded() {
    let story = Story::ltx("2026-12-20T12:00:00Z").daily("2026-11-15", 20, 600).grant("2026-12-01T10:00:00Z", 5_000);
    let kept = [kept("2026-11-28", 19_600, "2026-12-14", [9_000, 14_000, 17_000])];
    assert_eq!(story.outlook(|outlook| grade(&kept, outlook.facts, &outlook.ledger)), Grade::default());
}

#[test]
fn where_the_plain_burn_rate_does_better_for_long_it_is_said_too() {
    // 100 a day all along: the plain rate is right, and these forecasts saw twice as much coming.
    let story = Story::ltx("2027-03-20T12:00:00Z").daily("2026-11-15", 125, 100);
    let weeks = ["2027-01-18", "2027-01-25", "2027-02-01", "2027-02-18", "2027-02-25", "2027-03-04"];
    let of = |day: &str| if day < "2027-02-10" { "2027-02-14" } else { "2027-03-14" };
    let kept: Vec<KeptLeft> = weeks.iter().map(|day| kept(day, 27_500, of(day), [18_000, 20_000, 22_000])).collect();
    let (said, of) = story.outlook(|outlook| (outlook.graded(&kept), grade(&kept, outlook.facts, &outlook.ledger)));
    assert_eq!((of.of, of.inside, of.plain_is_better()), (6, 0, true));
    assert!(said.unwrap().contains(" That one says that they last to "));
}

#[test]
fn what_ends_before_it_runs_out_is_said_to_end() {
    let story =
        Story::ltx("2026-11-26T12:00:00Z").daily("2026-11-15", 10, 100).fact("2026-11-21T12:00:00Z", Fact::Cancel);
    assert_snapshot!(said(&story), @r"
    27,000 left, and no renewal. They end Mon 14 Dec, 24:00.
    At your recent pace ≈ 24,000 will lapse on Tue 15 Dec.
    ");
}

#[test]
fn more_comes_with_the_next_grant_of_any_pot_not_only_with_the_renewal() {
    let story = Story::ltx("2026-11-20T12:00:00Z").with_daily_refill().check("2026-11-20T11:00:00Z", 0);
    assert_snapshot!(said(&story), @r"
    0 left. The next credits come on Sat 21 Nov.
    It ran out on Fri 20 Nov. Days without credits do not count as quiet days.
    ");
}

#[test]
fn a_renewal_that_did_not_come_is_still_to_come() {
    let renewal = "2026-12-14T23:00:00Z".parse().unwrap();
    let story = Story::ltx("2026-12-15T12:00:00Z").daily("2026-11-15", 20, 500);
    let story = story.fact("2026-12-15T10:00:00Z", Fact::Shift { renewal, to: None });
    assert!(
        said(&story).ends_with(" The renewal of Tue 15 Dec has not come yet; it may come at any time."),
        "{}",
        said(&story)
    );
}

#[test]
fn what_happens_to_the_plan_later_is_not_in_an_earlier_view() {
    let early = Fact::Renewal { moves_anchor: true };
    let story = Story::ltx("2026-11-21T12:00:00Z").daily("2026-11-15", 5, 100).fact("2026-11-28T12:00:00Z", early);
    let renewal = story.outlook(|outlook| outlook.renewal());
    assert_eq!(renewal, Some("2026-12-14T23:00:00Z".parse().unwrap()));
}

#[test]
fn the_renewal_is_the_plans_own_also_beside_a_larger_daily_trickle() {
    // 1,000 a day are more in a month than 28,000 are, and still no renewal.
    let story = Story::ltx("2026-11-20T12:00:00Z").with_a_refill_of(1_000);
    assert_eq!(story.outlook(|outlook| outlook.renewal()), Some("2026-12-14T23:00:00Z".parse().unwrap()));
}
