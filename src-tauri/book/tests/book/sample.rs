//! The sample: a plausible year, the same each time.

use std::time::Instant;

use runout_book::Book;
use runout_core::facts::{Fact, SpendState, Verdict};
use runout_core::ledger::{Edge, replay};

use crate::desk::{Desk, at, now, stands};

fn sample(desk: &Desk) -> Book {
    Book::create_sample(&desk.path(), chrono_tz::Europe::Berlin, now()).unwrap()
}

#[test]
fn a_year_of_one_creator_is_told_the_same_each_time() {
    let (desk, other) = (Desk::new(), Desk::new());
    let started = Instant::now();
    let book = sample(&desk);
    println!("a sample of {} entries in {:?}", book.facts().entries.len(), started.elapsed());
    assert!(book.is_sample());
    assert_eq!(stands(&book), stands(&sample(&other)));
    assert!(book.facts().entries.iter().all(|entry| entry.at <= now()));
    assert_eq!(book.facts().service.start, at("2025-11-14T23:00:00Z"));
    assert_eq!(book.facts().terms.len(), 2);
    let spends: Vec<_> = book
        .facts()
        .entries
        .iter()
        .filter_map(|entry| if let Fact::Spend(spend) = &entry.fact { Some(spend) } else { None })
        .collect();
    let count = |what: fn(&Fact) -> bool| book.facts().entries.iter().filter(|entry| what(&entry.fact)).count();
    let told = (
        spends.len(),
        count(|fact| matches!(fact, Fact::Check(_))),
        count(|fact| matches!(fact, Fact::Grant(_))),
        count(|fact| matches!(fact, Fact::Refund { .. })),
    );
    println!("spends, checks, top-ups, refunds: {told:?}");
    assert!((400..1_500).contains(&told.0) && (15..40).contains(&told.1) && told.2 >= 2 && told.3 >= 5, "{told:?}");
    for verdict in [Some(Verdict::Keeper), Some(Verdict::Reject), Some(Verdict::Failed), None] {
        assert!(spends.iter().any(|spend| spend.verdict == verdict), "{verdict:?}");
    }
    let veo: std::collections::BTreeSet<_> = spends
        .iter()
        .filter(|spend| spend.key.as_ref().is_some_and(|key| key.action.0 == "veo-3"))
        .map(|spend| spend.credits.units())
        .collect();
    assert_eq!(veo.into_iter().collect::<Vec<_>>(), [5_000, 5_400], "the price changed");
    assert!(spends.iter().any(|spend| spend.estimated));
    assert!(spends.iter().all(|spend| spend.state == SpendState::Charged || spend.verdict == Some(Verdict::Failed)));
}

#[test]
fn its_balance_is_never_absurd_and_its_checks_find_what_was_forgotten() {
    let desk = Desk::new();
    let book = sample(&desk);
    let ledger = replay(book.facts(), now(), Edge::After).unwrap();
    assert!(ledger.moments().iter().all(|moment| moment.overdrawn.is_zero()), "never overdrawn");
    assert!(ledger.checks().iter().all(|check| check.gained.is_zero()), "checks find only what is missing");
    assert!(ledger.checks().iter().filter(|check| !check.unlogged.is_zero()).count() >= 5);
    assert_eq!(book.verify(now()).unwrap().problems, []);
    let left = ledger.left().units();
    println!("left: {left}");
    assert!((1..=38_000).contains(&left), "{left}");
}

#[test]
fn any_now_tells_a_story() {
    for now in ["2026-11-15T00:00:00Z", "2024-02-29T12:00:00Z", "2026-03-29T01:30:00Z", "2026-01-01T00:00:00Z"] {
        let desk = Desk::new();
        let book = Book::create_sample(&desk.path(), chrono_tz::Asia::Tokyo, at(now)).unwrap();
        assert!(book.facts().entries.len() > 300, "{now}");
        let ledger = replay(book.facts(), at(now), Edge::After).unwrap();
        assert!(ledger.moments().iter().all(|moment| moment.overdrawn.is_zero()), "{now}");
    }
}
