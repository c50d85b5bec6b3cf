//! A statement adds up to the unit, and every moment says what it did.

use proptest::prelude::*;
use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::ledger::{Edge, Log, Statement, What, replay, statement, statements};
use runout_core::terms::{Cap, CarryCap, PotName};

use super::worlds::{World, at, world};
use super::{after, drawn, units};

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
    #![proptest_config(drawn())]

    #[test]
    fn every_statement_adds_up_to_the_unit_whole_and_pot_by_pot(World { facts, looks } in world()) {
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
    fn two_statements_side_by_side_are_one(World { facts, .. } in world(), first in 0..400_i64, more in 0..700_i64) {
        let [from, cut, to] = [0, first, first + more].map(at);
        let (left, right) = (statement(&facts, from, cut).expect("one"), statement(&facts, cut, to).expect("one"));
        let whole = statement(&facts, from, to).expect("a statement");
        prop_assert_eq!(left.closing, right.opening);
        let sum = |of: fn(&Statement) -> Credits| of(&left).units() + of(&right).units() - of(&whole).units();
        prop_assert_eq!(sum(|one| one.granted), 0);
        prop_assert_eq!(sum(|one| one.spent), 0);
        prop_assert_eq!(sum(|one| one.unlogged), 0);
        prop_assert_eq!(sum(|one| one.lapsed), 0);
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
        prop_assert_eq!(balance, ledger.left().units() + ledger.withheld().units() - ledger.overdrawn().units());
    }

    #[test]
    fn no_lot_is_below_nothing_or_above_what_filled_it(World { facts, looks } in world()) {
        for (at, edge) in looks {
            let ledger = replay(&facts, at, edge).expect("a ledger");
            for lot in ledger.lots() {
                prop_assert!(Credits::ZERO <= lot.left && lot.left <= lot.granted, "{lot:?}");
            }
            for pot in ledger.pots() {
                let lots: i64 = pot.lots.iter().map(|lot| lot.left.units()).sum();
                prop_assert_eq!(pot.left.units() + pot.withheld.units() + pot.frozen.units(), lots);
            }
            let frozen: i64 = ledger.lots().filter(|lot| !lot.usable).map(|lot| lot.left.units()).sum();
            prop_assert_eq!(frozen, ledger.frozen().units());
            prop_assert!(ledger.overdrawn() >= Credits::ZERO);
        }
    }

    #[test]
    fn a_balance_from_sums_is_that_of_the_replay(World { facts, looks } in world()) {
        let log = Log::of(&facts);
        for (at, edge) in looks {
            let ledger = replay(&facts, at, edge).expect("a ledger");
            let balance = log.balance(&facts.terms, at, edge).expect("a balance");
            prop_assert_eq!(balance.pots.as_slice(), ledger.pots());
            prop_assert_eq!(balance.overdrawn, ledger.overdrawn());
        }
    }

    #[test]
    fn a_bank_never_holds_more_than_its_cap_after_a_renewal(World { mut facts, looks } in world(), cap in 0..60_i64) {
        let bank = CarryCap::Bank { pot: PotName("Bank".to_owned()), cap: Cap::Credits(units(cap)) };
        for pot in facts.terms.iter_mut().flat_map(|version| &mut version.terms.pots) {
            pot.carry.cap = Some(bank.clone());
        }
        let ledger = after(&facts, looks[looks.len() - 1].0);
        for moment in ledger.moments() {
            let What::Moved { into, .. } = moment.what else { continue };
            let then = replay(&facts, moment.at, Edge::Opening).expect("a ledger");
            let held = then.lots().find(|lot| lot.number == into).map_or(0, |lot| lot.left.units());
            prop_assert!(held <= cap, "{held} at {}", moment.at);
        }
    }
}
