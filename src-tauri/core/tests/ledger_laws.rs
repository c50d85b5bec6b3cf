//! Laws that hold over random terms and histories.

#![expect(clippy::expect_used, reason = "a test may stop where it cannot go on")]

#[path = "ledger_laws/ahead.rs"]
mod ahead;
#[path = "ledger_laws/cut.rs"]
mod cut;
#[path = "ledger_laws/limits.rs"]
mod limits;
#[path = "ledger_laws/plans.rs"]
mod plans;
#[path = "ledger_laws/speed.rs"]
mod speed;
#[path = "slow_model/worlds.rs"]
mod worlds;

use proptest::prelude::*;
use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{Check, Entry, EntryId, Fact, Facts};
use runout_core::ledger::{Edge, Ledger, Statement, replay, statement, statements};
use worlds::{World, at, spend, world};

fn after(facts: &Facts, at: Instant) -> Ledger {
    replay(facts, at, Edge::After).expect("a ledger")
}

fn units(units: i64) -> Credits {
    Credits::new(units).expect("an amount")
}

/// What a ledger says of its lots, without the names of lots that are used up.
fn held(ledger: &Ledger) -> Vec<(String, i64)> {
    let lots = ledger.lots().filter(|lot| !lot.left.is_zero());
    lots.map(|lot| (lot.id.0.clone(), lot.left.units())).collect()
}

/// What is missing on the right side of the law, whole and per pot; 0 where it holds.
fn misses(statement: &Statement) -> Vec<i64> {
    let sum = |amounts: &[Credits]| amounts.iter().map(|amount| amount.units()).sum::<i64>();
    let whole = sum(&[statement.opening, statement.granted, statement.refunded, statement.gained, statement.forgiven])
        - sum(&[statement.spent, statement.unlogged, statement.lapsed, statement.closing]);
    let by = statement.lapsed_by;
    let kinds = sum(&[by.expired, by.voided, by.at_reset, by.at_grant, by.by_refill]) - statement.lapsed.units();
    let pots = statement.pots.iter().map(|pot| {
        sum(&[pot.opening, pot.granted, pot.refunded, pot.gained, pot.moved_in])
            - sum(&[pot.spent, pot.unlogged, pot.lapsed, pot.moved_out, pot.closing])
    });
    [whole, kinds].into_iter().chain(pots).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_shrink_iters: 300, failure_persistence: None, rng_seed: worlds::seed(), ..ProptestConfig::default() })]

    #[test]
    fn every_statement_adds_up_to_the_unit(World { facts, looks } in world()) {
        let mut edges: Vec<Instant> = looks.iter().map(|(at, _)| *at).collect();
        edges.extend((0..48).step_by(5).map(|day| at(24 * day)));
        edges.sort();
        for statement in statements(&facts, &edges).expect("statements") {
            prop_assert!(misses(&statement).iter().all(|missing| *missing == 0), "{statement:?}");
            let pots: i64 = statement.pots.iter().map(|pot| pot.closing.units()).sum();
            prop_assert!(pots >= statement.closing.units());
        }
        let whole = statement(&facts, at(0), edges[edges.len() - 1]).expect("a statement");
        prop_assert_eq!(whole.opening, Credits::ZERO);
    }

    #[test]
    fn every_moment_says_what_it_did_to_the_balance(World { facts, looks } in world()) {
        let ledger = after(&facts, looks[looks.len() - 1].0);
        let mut balance = 0;
        for moment in ledger.moments() {
            balance += moment.change.units();
            prop_assert_eq!(balance, moment.left.units() - moment.overdrawn.units(), "{:?}", moment);
        }
        prop_assert_eq!(balance, ledger.balance().units());
    }

    #[test]
    fn no_lot_is_below_nothing_or_above_what_filled_it(World { facts, looks } in world()) {
        for (at, edge) in looks {
            let ledger = replay(&facts, at, edge).expect("a ledger");
            for lot in ledger.lots() {
                prop_assert!(Credits::ZERO <= lot.left && lot.left <= lot.granted, "{lot:?}");
            }
            prop_assert!(ledger.overdrawn() >= Credits::ZERO);
        }
    }

    #[test]
    fn the_order_of_input_changes_nothing(World { mut facts, looks } in world()) {
        let at = looks[looks.len() - 1].0;
        let before = after(&facts, at);
        facts.entries.reverse();
        let turned = facts.entries.len() / 3;
        facts.entries.rotate_left(turned);
        let shuffled = after(&facts, at);
        prop_assert_eq!(shuffled.moments(), before.moments());
        prop_assert_eq!(held(&shuffled), held(&before));
    }

    #[test]
    fn an_entry_that_stands_twice_counts_once(World { mut facts, looks } in world()) {
        let at = looks[looks.len() - 1].0;
        let before = after(&facts, at);
        facts.entries.extend(facts.entries.clone());
        let twice = after(&facts, at);
        prop_assert_eq!(twice.moments(), before.moments());
    }

    #[test]
    fn a_full_refund_at_its_instant_is_no_spend(World { mut facts, looks } in world(), place in 0..40_usize) {
        let at = looks[looks.len() - 1].0;
        // After a check of one pot credits may lie beside what is overdrawn; those that come back then pay it.
        facts.entries.retain(|entry| !matches!(&entry.fact, Fact::Check(Check { pot: Some(_), .. })));
        prop_assume!(!facts.entries.is_empty());
        let place = place % facts.entries.len();
        let entry = facts.entries[place].clone();
        facts.entries[place].fact = Fact::Spend(spend(Credits::ZERO));
        let without = after(&facts, at);
        facts.entries[place].fact = Fact::Spend(spend(units(23)));
        let fact = Fact::Refund { of: entry.id, amount: units(23) };
        facts.entries.push(Entry { id: EntryId(entry.id.0 + 1), fact, ..entry });
        let with = after(&facts, at);
        prop_assert_eq!(held(&with), held(&without));
        prop_assert_eq!(with.overdrawn(), without.overdrawn());
    }

    #[test]
    fn a_check_hits_what_it_showed(World { mut facts, looks } in world(), shown in -20..80_i64) {
        let at = looks[looks.len() - 1].0;
        let check = Check { shown: units(shown), pot: None, of_spend: None };
        facts.entries.push(Entry { id: EntryId(1_001), at, date_only: false, fact: Fact::Check(check) });
        let ledger = after(&facts, at);
        prop_assert_eq!(ledger.balance(), units(shown));
        prop_assert_eq!(ledger.overdrawn(), units((-shown).max(0)));
        let outcome = ledger.check(EntryId(1_001)).expect("an outcome");
        prop_assert_eq!(
            outcome.computed.units() + outcome.gained.units() - outcome.unlogged.units(),
            outcome.shown.units()
        );
    }

    #[test]
    fn a_check_of_one_pot_hits_what_it_showed_and_leaves_the_others(
        World { mut facts, looks } in world(),
        shown in 0..80_i64,
    ) {
        let at = looks[looks.len() - 1].0;
        let before = after(&facts, at);
        let pot = facts.terms[0].terms.pots[0].name.clone();
        let check = Check { shown: units(shown), pot: Some(pot.clone()), of_spend: None };
        facts.entries.push(Entry { id: EntryId(1_001), at, date_only: false, fact: Fact::Check(check) });
        let ledger = after(&facts, at);
        let left = |ledger: &Ledger, own: bool| -> i64 {
            ledger.pots().iter().filter(|other| (other.pot == pot) == own).map(|other| other.left.units()).sum()
        };
        prop_assert_eq!(left(&ledger, true), shown);
        prop_assert_eq!(left(&ledger, false), left(&before, false));
        prop_assert_eq!(ledger.overdrawn(), before.overdrawn());
    }

    #[test]
    fn a_late_entry_before_a_check_changes_its_difference_and_no_balance_after(
        World { mut facts, looks } in world(),
        shown in 0..80_i64,
        late in 0..1_100_i64,
        amount in 1..50_i64,
    ) {
        let (last, late) = (looks[looks.len() - 1].0, at(late));
        let check = Check { shown: units(shown), pot: None, of_spend: None };
        let checked = at(24 * 47);
        facts.entries.retain(|entry| entry.at <= checked);
        facts.entries.push(Entry { id: EntryId(1_001), at: checked, date_only: false, fact: Fact::Check(check) });
        let before = after(&facts, last);
        let balance_at = |facts: &Facts| after(facts, checked).balance();
        let then = balance_at(&facts);
        facts.entries.push(Entry {
            id: EntryId(1_003),
            at: late,
            date_only: false,
            fact: Fact::Spend(spend(units(amount))),
        });
        prop_assert_eq!(balance_at(&facts), then);
        let difference = |ledger: &Ledger| {
            let outcome = ledger.check(EntryId(1_001)).expect("an outcome");
            outcome.gained.units() - outcome.unlogged.units()
        };
        let now = after(&facts, last);
        let checks_between = facts.entries.iter().any(|entry| {
            matches!(entry.fact, Fact::Check(_)) && entry.at >= late && entry.id != EntryId(1_001)
        });
        if before.moments().iter().all(|moment| moment.at < late) && !checks_between {
            prop_assert_eq!(difference(&now), difference(&before) + amount);
        }
    }
}

/// Prints what the ledger of a fixed history says; the test below runs it under other zones of the host.
#[test]
fn what_a_ledger_says() {
    let facts = ahead::berlin();
    let ledger = after(&facts, at(24 * 80));
    let said: Vec<String> = ledger.moments().iter().map(|moment| format!("{} {}", moment.at, moment.left)).collect();
    println!("said: {}", said.join(", "));
}

#[test]
fn the_zone_of_the_host_changes_nothing() {
    let said = |zone: &str| {
        let mut probe = std::process::Command::new(std::env::current_exe().expect("this test"));
        let probe = probe.env("TZ", zone).args(["--exact", "what_a_ledger_says", "--nocapture"]);
        let text = String::from_utf8(probe.output().expect("a run").stdout).expect("text");
        text.lines().find(|line| line.contains("said: ")).expect("what it said").to_owned()
    };
    let here = said("UTC");
    assert!(here.len() > 100, "{here}");
    for zone in ["America/Los_Angeles", "Pacific/Apia", "Asia/Kathmandu"] {
        assert_eq!(said(zone), here, "{zone}");
    }
}
