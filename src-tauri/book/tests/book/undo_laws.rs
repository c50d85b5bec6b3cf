//! The laws of undo and redo, over any sequence of journeys.

use proptest::prelude::*;
use runout_book::{Book, ChangeState, Edited, JourneyError, NewCheck, NewGrant, Refused, TermsFrom};
use runout_core::actions::{ActionId, Kind};
use runout_core::facts::{ChangeMode, EntryId, Fact, Grant, Mark, Verdict};
use runout_core::ledger::{Edge, replay};

use crate::desk::{Desk, credits, minutes_ago, new_spend, now, spend, stands};

/// A journey, with whatever it may stumble over.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Spend { units: i64, shown: Option<i64>, refunded: bool },
    Edit { which: usize, units: i64, refunded: bool },
    Delete(usize),
    Refund { which: usize, units: Option<i64> },
    Judge { which: usize, keeper: bool },
    TopUp(i64),
    Check(i64),
    Terms { units: i64, correct: bool },
    Mark { from: u64, days: u64, mark: bool },
    Rename(String),
    Add(String),
    Set(u8),
    Undo,
    Redo,
    Reopen,
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..6_000_i64, prop::option::of(0..28_000_i64), any::<bool>())
            .prop_map(|(units, shown, refunded)| Step::Spend { units, shown, refunded }),
        2 => (0..20_usize, 0..6_000_i64, any::<bool>())
            .prop_map(|(which, units, refunded)| Step::Edit { which, units, refunded }),
        2 => (0..20_usize).prop_map(Step::Delete),
        2 => (0..20_usize, prop::option::of(0..6_000_i64)).prop_map(|(which, units)| Step::Refund { which, units }),
        1 => (0..20_usize, any::<bool>()).prop_map(|(which, keeper)| Step::Judge { which, keeper }),
        1 => (0..9_000_i64).prop_map(Step::TopUp),
        1 => (-100..28_000_i64).prop_map(Step::Check),
        1 => (0..99_000_i64, any::<bool>()).prop_map(|(units, correct)| Step::Terms { units, correct }),
        1 => (0..9_u64, 0..4_u64, any::<bool>()).prop_map(|(from, days, mark)| Step::Mark { from, days, mark }),
        1 => "[a-c]".prop_map(Step::Rename),
        1 => "[a-c]".prop_map(Step::Add),
        1 => (40..100_u8).prop_map(Step::Set),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

/// Takes a step; a refusal is as good as a success, a failing file is not.
pub(crate) fn take(desk: &Desk, book: &mut Book, step: &Step) {
    let done = match step {
        Step::Undo => book.undo(),
        Step::Redo => book.redo(),
        Step::Reopen => {
            *book = desk.open();
            return;
        }
        step => journey(book, step),
    };
    assert!(matches!(done, Ok(_) | Err(JourneyError::Refused(_))), "{step:?}: {done:?}");
    means_what_it_says(book);
}

/// What came back for a spend is what the ledger gives back, and a typed balance stands no earlier than its spend.
fn means_what_it_says(book: &Book) {
    let entries = &book.facts().entries;
    let ledger = replay(book.facts(), now(), Edge::After).unwrap();
    for spend in
        entries.iter().filter(|entry| matches!(entry.fact, Fact::Spend(_)) && entry.at >= book.facts().service.start)
    {
        let mut back = 0;
        for entry in entries {
            match &entry.fact {
                Fact::Refund { of, amount } if *of == spend.id => back += amount.units(),
                Fact::Check(check) if check.of_spend == Some(spend.id) => assert!(entry.at >= spend.at),
                _ => {}
            }
        }
        assert_eq!(ledger.refunded(spend.id).units(), back, "entry {}", spend.id.0);
    }
}

fn journey(book: &mut Book, step: &Step) -> Result<runout_book::Change, JourneyError> {
    let nth = |book: &Book, which: usize| book.facts().entries.get(which).map_or(EntryId(1_000), |entry| entry.id);
    let day = |n| minutes_ago(0).date_naive() - chrono::Days::new(n);
    match step.clone() {
        Step::Spend { units, shown, refunded } => {
            let new = runout_book::NewSpend { shown: shown.map(credits), refunded, ..new_spend(units) };
            book.spend(&new, now())
        }
        Step::Edit { which, units, refunded } => {
            let edited = Edited { at: minutes_ago(units), date_only: true, fact: Fact::Spend(spend(units)), refunded };
            book.edit(nth(book, which), &edited, now())
        }
        Step::Delete(which) => book.delete(nth(book, which), now()),
        Step::Refund { which, units } => book.refund(nth(book, which), units.map(credits), now()),
        Step::Judge { which, keeper } => {
            book.judge(nth(book, which), Some(if keeper { Verdict::Keeper } else { Verdict::Reject }), now())
        }
        Step::TopUp(units) => {
            let note = String::new();
            let grant = Grant { amount: credits(units), pot: None, until: None, bought: true, cost: None, note };
            book.top_up(&NewGrant { at: now(), date_only: false, grant }, now())
        }
        Step::Check(units) => {
            book.check(&NewCheck { at: now(), date_only: false, shown: credits(units), pot: None }, None, now())
        }
        Step::Terms { units, correct } => {
            let mut terms = book.facts().terms[0].terms.clone();
            terms.pots[0].grant.as_mut().unwrap().amount = credits(units);
            let from = if correct { TermsFrom::Correct } else { TermsFrom::At(minutes_ago(units % 1_000)) };
            book.change_terms(&terms, from, ChangeMode::Difference, now())
        }
        Step::Mark { from, days, mark } => book.mark(day(from + days), day(from), mark.then_some(Mark::Nothing), now()),
        Step::Rename(name) => book.rename_action(&ActionId("veo-3".to_owned()), &name, now()),
        Step::Add(name) => book.add_action(&name, Kind::Other, now()),
        Step::Set(certainty) => book.set("certainty", &certainty.to_string(), now()),
        Step::Undo | Step::Redo | Step::Reopen => Err(Refused::NothingToUndo.into()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_is_the_beginning_and_redoing_all_the_end(steps in prop::collection::vec(step(), 0..28)) {
        let desk = Desk::new();
        let mut book = desk.book();
        let beginning = stands(&book);
        for step in &steps {
            take(&desk, &mut book, step);
        }
        while book.redo().is_ok() {}
        let end = stands(&book);
        let names: Vec<_> = book.history(1_000).unwrap().into_iter()
            .filter(|row| row.state == ChangeState::Done).map(|row| row.name).collect();
        for name in &names {
            prop_assert_eq!(&book.undo().unwrap().name, name);
        }
        prop_assert_eq!(&stands(&book), &beginning);
        book = desk.open();
        prop_assert_eq!(&stands(&book), &beginning, "a restart changes nothing");
        for name in names.iter().rev() {
            prop_assert_eq!(&book.redo().unwrap().name, name);
        }
        prop_assert_eq!(&stands(&book), &end);
        prop_assert_eq!(&stands(&desk.open()), &end);
    }
}

#[test]
fn a_new_change_drops_what_could_be_redone_and_keeps_it_in_the_history() {
    let desk = Desk::new();
    let mut book = desk.book();
    book.set("theme", "dark", now()).unwrap();
    book.set("theme", "light", now()).unwrap();
    book.undo().unwrap();
    let both = book.undo_redo().unwrap();
    assert_eq!(both.undo.as_deref(), Some("set theme to dark"));
    assert_eq!(both.redo.as_deref(), Some("set theme to light"));
    book.set("density", "roomy", now()).unwrap();
    assert!(matches!(book.redo(), Err(JourneyError::Refused(Refused::NothingToRedo))));
    let history: Vec<_> = book.history(10).unwrap().into_iter().map(|row| (row.name, row.state)).collect();
    let row = |name: &str, state| (name.to_owned(), state);
    assert_eq!(
        history,
        [
            row("set density to roomy", ChangeState::Done),
            row("set theme to light", ChangeState::Dropped),
            row("set theme to dark", ChangeState::Done),
            row("made the book", ChangeState::First),
        ]
    );
}

#[test]
fn the_making_of_the_book_cannot_be_undone() {
    let mut book = Desk::new().book();
    assert!(matches!(book.undo(), Err(JourneyError::Refused(Refused::NothingToUndo))));
}
