//! Each journey, what it leaves and what it refuses.

use runout_book::{Because, Edited, JourneyError, NewCheck, NewGrant, NewSpend, Refused, TermsFrom};
use runout_core::actions::{ActionId, Kind};
use runout_core::facts::{ChangeMode, EntryId, Fact, Grant, LotId, Mark, SpendState, Verdict};
use runout_core::ledger::{Edge, replay};
use runout_core::reconcile::{Gain, Guess};
use runout_core::terms::PotName;

use crate::desk::{Desk, at, credits, minutes_ago, new_spend, now, spend, stands};

fn refused<T: std::fmt::Debug>(answer: Result<T, JourneyError>) -> Refused {
    match answer.unwrap_err() {
        JourneyError::Refused(refused) => refused,
        JourneyError::Book(error) => panic!("the file failed: {error}"),
    }
}

fn grant(units: i64) -> Grant {
    let note = String::new();
    Grant { amount: credits(units), pot: None, until: None, bought: true, cost: None, note }
}

#[test]
fn a_spend_is_named_by_what_was_made_and_found_again_after_a_restart() {
    let desk = Desk::new();
    let mut book = desk.book();
    let change = book.spend(&new_spend(5_400), now()).unwrap();
    assert_eq!(change.name, "logged Veo 3, 8 s, audio");
    let before = stands(&book);
    drop(book);
    assert_eq!(stands(&desk.open()), before);
    assert_eq!(before.entries[0].id, change.entry.unwrap());
    assert_eq!(before.entries[0].at, now());
}

#[test]
fn a_senseless_spend_is_refused_and_leaves_no_trace() {
    let desk = Desk::new();
    let mut book = desk.book();
    let good = new_spend(10);
    let none = "sora".to_owned();
    let mut unknown = good.clone();
    unknown.spend.key.as_mut().unwrap().action = ActionId(none.clone());
    let cases = [
        (
            NewSpend { at: at("2026-11-22T14:05:13Z"), ..good.clone() },
            Refused::LaterThanNow { at: at("2026-11-22T14:05:13Z") },
        ),
        (new_spend(-1), Refused::SpendBelowNothing),
        (NewSpend { spend: runout_core::facts::Spend { count: 0, ..spend(1) }, ..good }, Refused::CountOfNothing),
        (unknown, Refused::NoSuchAction(none)),
    ];
    let history = book.history(100).unwrap();
    for (new, why) in cases {
        assert_eq!(refused(book.spend(&new, now())), why);
    }
    assert_eq!(book.history(100).unwrap(), history);
    assert!(book.facts().entries.is_empty());
    book.spend(&new_spend(0), now()).unwrap();
}

#[test]
fn a_typed_balance_and_a_new_action_come_and_go_with_their_spend() {
    let desk = Desk::new();
    let mut book = desk.book();
    let before = stands(&book);
    let action = book.new_action("Sora 2", Kind::Video).unwrap();
    assert_eq!(action.id, ActionId("sora-2".to_owned()));
    let mut new = new_spend(5_400);
    new.spend.key.as_mut().unwrap().action = action.id.clone();
    new.spend.derived = true;
    let new = NewSpend { shown: Some(credits(22_600)), new_action: Some(action), ..new };
    let change = book.spend(&new, now()).unwrap();
    assert_eq!(change.name, "logged Sora 2, 8 s, audio");
    assert_eq!(book.facts().entries.len(), 2);
    book.undo().unwrap();
    assert_eq!(stands(&book), before);
    book.redo().unwrap();
    book.delete(change.entry.unwrap(), now()).unwrap();
    assert!(book.facts().entries.is_empty(), "the check was the spend's own");
}

#[test]
fn an_edit_keeps_the_id_and_a_deletion_takes_the_refunds_along() {
    let desk = Desk::new();
    let mut book = desk.book();
    let id = book.spend(&new_spend(100), now()).unwrap().entry.unwrap();
    book.spend(&new_spend(200), now()).unwrap();
    let edited = Edited { at: minutes_ago(5), date_only: true, fact: Fact::Spend(spend(150)), refunded: false };
    assert_eq!(book.edit(id, &edited, now()).unwrap().entry, Some(id));
    assert_eq!(book.facts().entries[0].fact, Fact::Spend(spend(150)));
    book.refund(id, Some(credits(50)), now()).unwrap();
    let smaller = Edited { fact: Fact::Spend(spend(49)), ..edited };
    assert_eq!(refused(book.edit(id, &smaller, now())), Refused::RefundTooLarge { left: credits(50) });
    book.delete(id, now()).unwrap();
    assert_eq!(book.facts().entries.len(), 1);
    assert_eq!(refused(book.delete(id, now())), Refused::NoSuchEntry(id));
    book.undo().unwrap();
    assert_eq!(book.facts().entries.len(), 3);
}

#[test]
fn a_refund_is_at_most_what_has_not_come_back() {
    let desk = Desk::new();
    let mut book = desk.book();
    let mut expected = new_spend(1_750);
    expected.spend.state = SpendState::RefundExpected;
    let id = book.spend(&expected, minutes_ago(9)).unwrap_err();
    assert!(matches!(id, JourneyError::Refused(Refused::LaterThanNow { .. })));
    let id = book.spend(&expected, now()).unwrap().entry.unwrap();
    assert_eq!(refused(book.refund(id, Some(credits(1_751)), now())), Refused::RefundTooLarge { left: credits(1_750) });
    assert_eq!(refused(book.refund(id, Some(credits(0)), now())), Refused::AmountNotPositive);
    book.refund(id, Some(credits(750)), now()).unwrap();
    assert_eq!(book.refund(id, None, now()).unwrap().name, "refunded Veo 3, 8 s, audio");
    assert_eq!(refused(book.refund(id, None, now())), Refused::RefundTooLarge { left: credits(0) });
    let Fact::Spend(spend) = &book.facts().entries[0].fact else { panic!() };
    assert_eq!(spend.state, SpendState::Charged, "what was expected is there");
    assert_eq!(refused(book.refund(EntryId(99), None, now())), Refused::NoSuchEntry(EntryId(99)));
}

#[test]
fn a_verdict_is_noted_and_taken_back() {
    let desk = Desk::new();
    let mut book = desk.book();
    let id = book.spend(&new_spend(10), now()).unwrap().entry.unwrap();
    assert_eq!(book.judge(id, Some(Verdict::Keeper), now()).unwrap().name, "kept Veo 3, 8 s, audio");
    book.judge(id, None, now()).unwrap();
    assert_eq!(book.facts().entries[0].fact, Fact::Spend(spend(10)));
    let check = NewCheck { at: now(), date_only: false, shown: credits(0), pot: None };
    let check = book.check(&check, None, now()).unwrap().entry.unwrap();
    assert_eq!(refused(book.judge(check, None, now())), Refused::NotASpend(check));
}

#[test]
fn lots_are_added_ended_and_moved() {
    let desk = Desk::new();
    let mut book = desk.book();
    let new = NewGrant { at: now(), date_only: false, grant: grant(5_000) };
    let change = book.top_up(&new, now()).unwrap();
    assert_eq!(change.name, "added a top-up of 5,000");
    let lot = LotId(format!("g{}", change.entry.unwrap().0));
    book.extend(&lot, at("2027-03-03T23:00:00Z"), now()).unwrap();
    assert_eq!(refused(book.extend(&lot, now(), now())), Refused::EndsBeforeStart);
    book.void(&lot, now()).unwrap();
    let plans = replay(book.facts(), now(), Edge::After).unwrap();
    let plans = plans.lots().find(|lot| lot.entry.is_none()).unwrap().id.clone();
    book.extend(&plans, at("2027-01-01T00:00:00Z"), now()).unwrap();
    let nowhere = LotId("g77".to_owned());
    assert_eq!(refused(book.void(&nowhere, now())), Refused::NoSuchLot(nowhere));
    assert_eq!(refused(book.top_up(&NewGrant { grant: grant(0), ..new.clone() }, now())), Refused::AmountNotPositive);
    let elsewhere = Grant { pot: Some(PotName("Bank".to_owned())), ..grant(1) };
    assert_eq!(
        refused(book.top_up(&NewGrant { grant: elsewhere, ..new }, now())),
        Refused::NoSuchPot("Bank".to_owned())
    );
}

#[test]
fn terms_are_added_from_a_date_or_corrected() {
    let desk = Desk::new();
    let mut book = desk.book();
    let mut terms = book.facts().terms[0].terms.clone();
    "LTX Studio Pro".clone_into(&mut terms.name);
    book.change_terms(&terms, TermsFrom::Now, ChangeMode::Full, now()).unwrap();
    assert_eq!(book.facts().terms.len(), 2);
    book.change_terms(&terms, TermsFrom::Now, ChangeMode::Prorate, now()).unwrap();
    assert_eq!(book.facts().terms.len(), 2, "the same instant has one version");
    assert_eq!(book.facts().terms[1].mode, ChangeMode::Prorate);
    book.change_terms(&terms, TermsFrom::Renewal(at("2026-12-14T23:00:00Z")), ChangeMode::Full, now()).unwrap();
    assert_eq!(book.facts().terms[2].mode, ChangeMode::Next);
    "Pro, yearly".clone_into(&mut terms.name);
    book.change_terms(&terms, TermsFrom::Correct, ChangeMode::Full, now()).unwrap();
    assert_eq!(book.facts().terms[1].terms.name, "Pro, yearly");
    assert_eq!(book.facts().terms[1].mode, ChangeMode::Prorate, "a correction keeps when and how");
    let early = book.change_terms(&terms, TermsFrom::At(at("2020-01-01T00:00:00Z")), ChangeMode::Full, now());
    assert!(matches!(refused(early), Refused::BeforeStart { .. }));
    terms.pots.push(terms.pots[0].clone());
    let twice = book.change_terms(&terms, TermsFrom::Now, ChangeMode::Full, now());
    assert_eq!(refused(twice), Refused::BadTerms("two pots have the same name"));
}

#[test]
fn terms_that_are_still_to_come_are_taken_back_and_those_in_force_are_not() {
    let desk = Desk::new();
    let mut book = desk.book();
    let mut terms = book.facts().terms[0].terms.clone();
    "LTX Studio Pro".clone_into(&mut terms.name);
    let renewal = at("2026-12-14T23:00:00Z");
    book.change_terms(&terms, TermsFrom::Renewal(renewal), ChangeMode::Next, now()).unwrap();
    let taken = book.withdraw_terms(renewal, now()).unwrap();
    assert_eq!(taken.name, "took back the terms of LTX Studio Pro");
    assert_eq!(book.facts().terms.len(), 1);
    book.undo().unwrap();
    assert_eq!(book.facts().terms[1].from, renewal);
    book.redo().unwrap();
    assert_eq!(refused(book.withdraw_terms(renewal, now())), Refused::NoSuchTerms);
    let in_force = book.facts().terms[0].from;
    assert_eq!(refused(book.withdraw_terms(in_force, now())), Refused::NoSuchTerms);
}

#[test]
fn days_are_marked_in_one_step() {
    let desk = Desk::new();
    let mut book = desk.book();
    let day = |text: &str| text.parse().unwrap();
    book.mark(day("2026-11-18"), day("2026-11-20"), Some(Mark::Unlogged), now()).unwrap();
    book.mark(day("2026-11-19"), day("2026-11-19"), None, now()).unwrap();
    let marks = [(day("2026-11-18"), Mark::Unlogged), (day("2026-11-20"), Mark::Unlogged)];
    assert_eq!(book.facts().marks, marks);
    book.undo().unwrap();
    book.undo().unwrap();
    assert_eq!(book.facts().marks, []);
    assert_eq!(refused(book.mark(day("2026-11-20"), day("2026-11-19"), None, now())), Refused::BadDays);
    assert_eq!(refused(book.mark(day("1926-11-20"), day("2026-11-19"), None, now())), Refused::BadDays);
}

#[test]
fn actions_are_renamed_hidden_and_found_by_other_words() {
    let desk = Desk::new();
    let mut book = desk.book();
    let veo = ActionId("veo-3".to_owned());
    book.rename_action(&veo, "Veo 3.1", now()).unwrap();
    book.hide_action(&veo, now()).unwrap();
    book.alias_action(&veo, "three", now()).unwrap();
    book.add_action("Sora", Kind::Video, now()).unwrap();
    let action = book.actions().iter().find(|action| action.id == veo).unwrap();
    assert_eq!((action.name.as_str(), action.hidden), ("Veo 3.1", true));
    assert!(action.aliases.contains(&"three".to_owned()));
    assert_eq!(refused(book.rename_action(&veo, "SORA", now())), Refused::NameTaken("SORA".to_owned()));
    assert_eq!(refused(book.alias_action(&veo, "sora", now())), Refused::NameTaken("sora".to_owned()));
    assert_eq!(refused(book.add_action("  ", Kind::Video, now())), Refused::NameEmpty);
    let gone = ActionId("gone".to_owned());
    assert_eq!(refused(book.show_action(&gone, now())), Refused::NoSuchAction("gone".to_owned()));
    let order: Vec<_> = book.actions().iter().map(|action| action.id.0.as_str()).collect();
    assert_eq!((order[0], order[order.len() - 1]), ("ltxv", "sora"), "the catalogue keeps its order");
}

#[test]
fn settings_are_kept_and_undone() {
    let desk = Desk::new();
    let mut book = desk.book();
    book.set("theme", "dark", now()).unwrap();
    book.set("zone", "America/New_York", now()).unwrap();
    book.set("unit", "computing seconds", now()).unwrap();
    assert_eq!(book.settings().text("theme").unwrap(), "dark");
    assert_eq!(book.facts().service.zone, chrono_tz::America::New_York);
    assert_eq!(book.set("theme", "dark", now()).unwrap().name, "set theme to dark");
    assert_eq!(book.undo().unwrap().name, "set unit to computing seconds", "setting the same again is no step");
    assert!(matches!(refused(book.set("zone", "Mars/Base", now())), Refused::BadSetting { key: "zone", .. }));
    assert_eq!(refused(book.set("unit", " ", now())), Refused::NameEmpty);
}

#[test]
fn a_clock_that_went_back_is_said_once_and_the_order_of_entry_stays() {
    let desk = Desk::new();
    let mut book = desk.book();
    let first = book.spend(&new_spend(1), now()).unwrap().entry.unwrap();
    assert_eq!(book.heed_clock(now()).unwrap(), None);
    let earlier = minutes_ago(180);
    assert_eq!(book.heed_clock(earlier).unwrap().unwrap().num_minutes(), 180);
    assert_eq!(book.heed_clock(earlier).unwrap(), None, "once");
    let second = book.spend(&NewSpend { at: earlier, ..new_spend(2) }, earlier).unwrap().entry.unwrap();
    assert!(first < second);
    assert_eq!(book.heed_clock(earlier).unwrap(), None);
}

#[test]
fn hostile_words_come_back_as_they_were_typed() {
    let desk = Desk::new();
    let mut book = desk.book();
    let long = "ä".repeat(50_000);
    let words = [
        "<script>alert(1)</script>",
        "a\u{0}b\u{7}\n\t\u{1b}[31m",
        "\u{202e}שלום\u{200f}",
        "'; DROP TABLE entries;--",
        &long,
    ];
    for word in words {
        let mut new = new_spend(1);
        word.clone_into(&mut new.spend.note);
        new.spend.tags = vec![word.to_owned()];
        book.spend(&new, now()).unwrap();
    }
    drop(book);
    let book = desk.open();
    for (entry, word) in book.facts().entries.iter().zip(words) {
        let Fact::Spend(spend) = &entry.fact else { panic!() };
        assert_eq!((spend.note.as_str(), spend.tags[0].as_str()), (word, word));
    }
}

/// What the ledger makes of a book at now.
fn balance(book: &runout_book::Book) -> i64 {
    replay(book.facts(), now(), Edge::After).unwrap().balance().units()
}

fn moved(id: EntryId, book: &runout_book::Book, at: runout_core::Instant) -> Edited {
    let entry = book.facts().entries.iter().find(|entry| entry.id == id).unwrap();
    Edited { at, date_only: false, fact: entry.fact.clone(), refunded: false }
}

#[test]
fn a_spend_that_is_moved_later_keeps_its_refund_behind_it() {
    let desk = Desk::new();
    let mut book = desk.book();
    let new = NewSpend { at: minutes_ago(60), refunded: true, ..new_spend(1_000) };
    let id = book.spend(&new, now()).unwrap().entry.unwrap();
    let before = (stands(&book), balance(&book));
    book.edit(id, &moved(id, &book, minutes_ago(10)), now()).unwrap();
    assert_eq!(balance(&book), before.1, "all of it came back");
    assert_eq!(book.facts().entries[1].at, minutes_ago(10));
    let refund = book.facts().entries[1].id;
    let early = refused(book.edit(refund, &moved(refund, &book, minutes_ago(11)), now()));
    assert_eq!(early, Refused::BeforeItsSpend { spend: minutes_ago(10) });
    book.undo().unwrap();
    assert_eq!((stands(&book), balance(&book)), before, "in one step");
}

#[test]
fn a_spend_that_is_moved_takes_its_typed_balance_along() {
    let desk = Desk::new();
    for (from, to) in [(60, 10), (10, 60)] {
        let _ = std::fs::remove_file(desk.path());
        let mut book = desk.book();
        let new = NewSpend { at: minutes_ago(from), shown: Some(credits(22_600)), ..new_spend(5_400) };
        let id = book.spend(&new, now()).unwrap().entry.unwrap();
        book.edit(id, &moved(id, &book, minutes_ago(to)), now()).unwrap();
        assert_eq!(balance(&book), 22_600, "from {from} to {to} minutes ago");
        let check = book.facts().entries[1].id;
        let early = refused(book.edit(check, &moved(check, &book, minutes_ago(to + 1)), now()));
        assert_eq!(early, Refused::BeforeItsSpend { spend: minutes_ago(to) });
    }
}

#[test]
fn an_edit_that_says_refunded_is_one_step() {
    let desk = Desk::new();
    let mut book = desk.book();
    let mut expected = new_spend(1_000);
    expected.spend.state = SpendState::RefundExpected;
    let id = book.spend(&expected, now()).unwrap().entry.unwrap();
    let before = stands(&book);
    book.edit(id, &Edited { refunded: true, ..moved(id, &book, minutes_ago(5)) }, now()).unwrap();
    assert_eq!(balance(&book), 28_000);
    let Fact::Spend(spend) = &book.facts().entries[0].fact else { panic!() };
    assert_eq!(spend.state, SpendState::Charged);
    book.edit(id, &Edited { refunded: true, ..moved(id, &book, minutes_ago(5)) }, now()).unwrap();
    assert_eq!(book.facts().entries.len(), 2, "nothing is left to come back");
    book.undo().unwrap();
    assert_eq!(stands(&book), before);
}

#[test]
fn an_edit_heeds_the_rules_of_its_kind() {
    let desk = Desk::new();
    let mut book = desk.book();
    let check = NewCheck { at: now(), date_only: false, shown: credits(1), pot: None };
    let check = book.check(&check, None, now()).unwrap().entry.unwrap();
    let nowhere = Fact::Check(runout_core::facts::Check {
        shown: credits(1),
        pot: Some(PotName("Bank".to_owned())),
        of_spend: None,
    });
    let edited = Edited { fact: nowhere, ..moved(check, &book, now()) };
    assert_eq!(refused(book.edit(check, &edited, now())), Refused::NoSuchPot("Bank".to_owned()));
    let first = book.spend(&NewSpend { refunded: true, ..new_spend(10) }, now()).unwrap().entry.unwrap();
    let other = book.spend(&new_spend(10), now()).unwrap().entry.unwrap();
    let is_refund = |entry: &&runout_core::facts::Entry| matches!(entry.fact, Fact::Refund { of, .. } if of == first);
    let refund = book.facts().entries.iter().find(is_refund).unwrap().id;
    let edited = Edited { fact: Fact::Refund { of: other, amount: credits(10) }, ..moved(refund, &book, now()) };
    assert_eq!(refused(book.edit(refund, &edited, now())), Refused::AboutAnother(refund));
    let new = NewGrant { at: now(), date_only: false, grant: grant(5_000) };
    let lot = LotId(format!("g{}", book.top_up(&new, now()).unwrap().entry.unwrap().0));
    let until = at("2027-03-03T23:00:00Z");
    let extend = book.extend(&lot, until, now()).unwrap().entry.unwrap();
    let early = Edited { fact: Fact::Extend { lot: lot.clone(), until: now() }, ..moved(extend, &book, now()) };
    assert_eq!(refused(book.edit(extend, &early, now())), Refused::EndsBeforeStart);
    let void = book.void(&lot, now()).unwrap().entry.unwrap();
    let gone = LotId("g77".to_owned());
    let other = Edited { fact: Fact::Void { lot: gone.clone() }, ..moved(void, &book, now()) };
    assert_eq!(refused(book.edit(void, &other, now())), Refused::NoSuchLot(gone));
    book.edit(void, &Edited { date_only: true, ..moved(void, &book, now()) }, now()).unwrap();
}

#[test]
fn a_lot_that_is_over_is_neither_ended_nor_kept() {
    let desk = Desk::new();
    let mut book = desk.book();
    let until = Some(runout_core::facts::LotEnd::At(minutes_ago(5)));
    let short = NewGrant { at: minutes_ago(60), date_only: false, grant: Grant { until, ..grant(5_000) } };
    let over = LotId(format!("g{}", book.top_up(&short, now()).unwrap().entry.unwrap().0));
    let later = at("2027-03-03T23:00:00Z");
    let ended = Refused::LotEnded { lot: over.clone(), at: minutes_ago(5) };
    assert_eq!(refused(book.extend(&over, later, now())), ended);
    assert_eq!(refused(book.void(&over, now())), ended);
    let to_come = NewGrant { at: at("2026-12-24T12:00:00Z"), date_only: false, grant: grant(1) };
    let to_come = LotId(format!("g{}", book.top_up(&to_come, now()).unwrap().entry.unwrap().0));
    book.void(&to_come, now()).unwrap();
    assert_eq!(refused(book.void(&to_come, now())), Refused::LotEnded { lot: to_come, at: now() });
}

#[test]
fn an_amount_that_no_sum_could_hold_is_refused_and_the_book_stays_readable() {
    let desk = Desk::new();
    let mut book = desk.book();
    let most = 1_000_000_000_000_000;
    let top_up = NewGrant { at: now(), date_only: false, grant: grant(most) };
    let to_come = NewGrant { at: at("2027-01-01T00:00:00Z"), ..top_up.clone() };
    let check = NewCheck { at: now(), date_only: false, shown: credits(-most), pot: None };
    let mut terms = book.facts().terms[0].terms.clone();
    terms.pots[0].grant.as_mut().unwrap().amount = credits(most);
    terms.pots.push(runout_core::terms::PotTerms { name: PotName("Bank".to_owned()), ..terms.pots[0].clone() });
    assert_eq!(refused(book.top_up(&top_up, now())), Refused::TooLarge);
    assert_eq!(refused(book.top_up(&to_come, now())), Refused::TooLarge);
    assert_eq!(refused(book.check(&check, None, now())), Refused::TooLarge);
    assert_eq!(refused(book.change_terms(&terms, TermsFrom::Now, ChangeMode::Full, now())), Refused::TooLarge);
    let id = book.spend(&new_spend(600_000_000_000_000), now()).unwrap().entry.unwrap();
    assert_eq!(refused(book.spend(&new_spend(600_000_000_000_000), now())), Refused::TooLarge);
    assert_eq!(balance(&book), 28_000 - 600_000_000_000_000);
    book.delete(id, now()).unwrap();
    assert_eq!(balance(&book), 28_000);
}

#[test]
fn only_what_an_import_would_take_back_can_be_entered() {
    let desk = Desk::new();
    let mut book = desk.book();
    let early = NewSpend { at: at("1989-12-31T23:59:59Z"), ..new_spend(1) };
    assert_eq!(refused(book.spend(&early, now())), Refused::NotInOurTime { year: 1989 });
    let late = NewGrant { at: at("2200-01-01T00:00:00Z"), date_only: false, grant: grant(1) };
    assert_eq!(refused(book.top_up(&late, now())), Refused::NotInOurTime { year: 2200 });
    let id = book.spend(&NewSpend { at: at("1990-01-01T00:00:00Z"), ..new_spend(1) }, now()).unwrap().entry.unwrap();
    assert_eq!(refused(book.edit(id, &moved(id, &book, early.at), now())), Refused::NotInOurTime { year: 1989 });
    let text = book.export_json().unwrap();
    runout_book::Book::create_from_json(&desk.folder.path().join("again.book"), &text, now()).unwrap();
}

fn checked(shown: i64) -> NewCheck {
    NewCheck { at: now(), date_only: false, shown: credits(shown), pot: None }
}

#[test]
fn a_check_and_what_it_was_are_one_step() {
    let desk = Desk::new();
    let mut book = desk.book();
    let logged = book.spend(&NewSpend { at: minutes_ago(90), ..new_spend(5_400) }, now()).unwrap().entry.unwrap();
    let key = match &book.facts().entries[0].fact {
        Fact::Spend(spend) => spend.key.clone().unwrap(),
        other => panic!("a spend was logged, not {other:?}"),
    };
    let guess = Guess { key, count: 2, credits: credits(1_750) };
    let change = book.check(&checked(20_000), Some(&Because::Spends(vec![guess])), now()).unwrap();
    let outcome = replay(book.facts(), now(), Edge::After).unwrap().check(change.entry.unwrap()).cloned().unwrap();
    assert_eq!((outcome.computed, outcome.unlogged), (credits(20_850), credits(850)), "{}", change.name);
    let made = book.facts().entries.iter().find(|entry| entry.id != logged && matches!(entry.fact, Fact::Spend(_)));
    let made = made.unwrap();
    let Fact::Spend(spend) = &made.fact else { panic!("it is a spend") };
    assert!(spend.estimated && made.date_only && made.at == now(), "a guess teaches no price, and has no time");
    book.undo().unwrap();
    assert_eq!((book.facts().entries.len(), balance(&book)), (1, 22_600));
}

#[test]
fn a_check_with_more_takes_the_entry_that_was_not_made() {
    let desk = Desk::new();
    let mut book = desk.book();
    let of = book.spend(&NewSpend { at: minutes_ago(90), ..new_spend(5_400) }, now()).unwrap().entry.unwrap();
    let renewal = at("2026-12-14T23:00:00Z");
    for because in [
        Gain::Refund { of, amount: credits(5_400) },
        Gain::Grant(credits(5_400)),
        Gain::CameEarly(renewal),
        Gain::NotComeYet(at("2026-11-14T23:00:00Z")),
        Gain::CameLate { renewal, by: now() },
    ] {
        book.check(&checked(28_000), Some(&Because::Entry(because.clone())), now()).unwrap();
        assert_eq!(book.facts().entries.len(), 3, "{because:?}");
        assert_eq!(balance(&book), 28_000, "{because:?}");
        book.undo().unwrap();
    }
    let too_much = Because::Entry(Gain::Refund { of, amount: credits(5_401) });
    let left = credits(5_400);
    assert_eq!(refused(book.check(&checked(28_001), Some(&too_much), now())), Refused::RefundTooLarge { left });
    assert_eq!(book.facts().entries.len(), 1, "nothing was kept");
}

#[test]
fn several_entries_are_deleted_judged_and_tagged_in_one_step_or_not_at_all() {
    let desk = Desk::new();
    let mut book = desk.book();
    let ids: Vec<EntryId> =
        [5_400, 300].map(|units| book.spend(&new_spend(units), now()).unwrap().entry.unwrap()).into();
    let before = stands(&book);
    let gone = [ids[0], EntryId(99)];
    assert_eq!(refused(book.delete_all(&gone, now())), Refused::NoSuchEntry(EntryId(99)));
    assert_eq!(refused(book.judge_all(&gone, None, now())), Refused::NoSuchEntry(EntryId(99)));
    assert_eq!(stands(&book), before);
    assert_eq!(book.judge_all(&ids, Some(Verdict::Keeper), now()).unwrap().name, "kept 2 spends");
    let tags = ["teaser".to_owned(), "Teaser".to_owned()];
    assert_eq!(book.tag(&ids, &tags[..1], now()).unwrap().name, "tagged 2 spends #teaser");
    book.tag(&ids, &tags[1..], now()).unwrap();
    let tagged =
        book.facts().entries.iter().all(|entry| matches!(&entry.fact, Fact::Spend(spend) if spend.tags == tags[..1]));
    assert!(tagged);
    book.refund(ids[0], Some(credits(100)), now()).unwrap();
    assert_eq!(book.delete_all(&ids, now()).unwrap().name, "deleted 2 entries");
    assert!(book.facts().entries.is_empty());
    book.undo().unwrap();
    assert_eq!(book.facts().entries.len(), 3);
}

#[test]
fn a_refund_is_expected_or_given_up_where_one_can_still_come() {
    let desk = Desk::new();
    let mut book = desk.book();
    let id = book.spend(&new_spend(5_400), now()).unwrap().entry.unwrap();
    let state = |book: &runout_book::Book| match &book.facts().entries[0].fact {
        Fact::Spend(spend) => spend.state,
        _ => panic!("not a spend"),
    };
    book.expect_refund(id, true, now()).unwrap();
    assert_eq!(state(&book), SpendState::RefundExpected);
    book.expect_refund(id, false, now()).unwrap();
    assert_eq!(state(&book), SpendState::Charged);
    book.refund(id, None, now()).unwrap();
    assert_eq!(refused(book.expect_refund(id, true, now())), Refused::RefundTooLarge { left: credits(0) });
    let held =
        NewSpend { spend: runout_core::facts::Spend { state: SpendState::Reserved, ..spend(900) }, ..new_spend(900) };
    let held = book.spend(&held, now()).unwrap().entry.unwrap();
    assert_eq!(refused(book.expect_refund(held, true, now())), Refused::StillReserved(held));
}
