//! The engine against a model that is slow and obvious, over random terms and histories.

#![expect(clippy::expect_used, reason = "a test may stop where it cannot go on")]

mod burning;
mod calendar;
mod carry;
mod log;
mod lots;
mod model;
mod plan;
mod terms;
mod triggers;
#[path = "../worlds/mod.rs"]
mod worlds;

use std::collections::{BTreeMap, BTreeSet};

use model::{Model, PotSums, Sums, slow};
use proptest::prelude::*;
use runout_core::Instant;
use runout_core::facts::{Fact, Facts};
use runout_core::ledger::{Edge, PotStatement, replay, statement};
use worlds::World;

/// Everything that the model says and the engine says otherwise.
fn differences(facts: &Facts, at: Instant, edge: Edge) -> Vec<String> {
    let (slow, fast) = (slow(facts, at, edge), replay(facts, at, edge).expect("a ledger"));
    let mut differences = Vec::new();
    let mut same = |what: String, fast: String, slow: String| {
        if fast != slow {
            differences.push(format!("{what}: {fast}, by the model {slow}"));
        }
    };
    let mut lots: Vec<_> = slow.lots.iter().filter(|lot| lot.left > 0).map(|lot| (lot.id.clone(), lot.left)).collect();
    lots.sort();
    let held = fast.lots().filter(|lot| !lot.left.is_zero());
    let mut found: Vec<_> = held.map(|lot| (lot.id.0.clone(), lot.left.units())).collect();
    found.sort();
    same("lots".to_owned(), format!("{found:?}"), format!("{lots:?}"));
    same("left".to_owned(), fast.left().to_string(), slow.left().to_string());
    same("overdrawn".to_owned(), fast.overdrawn().to_string(), slow.overdrawn().to_string());
    for entry in facts.entries.iter().filter(|entry| matches!(entry.fact, Fact::Spend(_))) {
        let mut slices: Vec<(String, i64)> = Vec::new();
        for slice in fast.slices(entry.id) {
            match slices.last_mut() {
                Some(last) if last.0 == slice.lot.0 => last.1 += slice.amount.units(),
                _ => slices.push((slice.lot.0.clone(), slice.amount.units())),
            }
        }
        same(format!("slices of {:?}", entry.id), format!("{slices:?}"), format!("{:?}", slow.slices(entry.id)));
        let uncovered = fast.uncovered(entry.id).to_string();
        same(format!("uncovered of {:?}", entry.id), uncovered, slow.uncovered(entry.id).to_string());
    }
    for (check, computed) in &slow.computed {
        let outcome = fast.check(*check).map(|outcome| outcome.computed.units());
        same(format!("check {check:?}"), format!("{outcome:?}"), format!("{:?}", Some(computed)));
    }
    if edge == Edge::After {
        differences.extend(sums_differ(facts, at, &slow));
    }
    differences
}

/// The sums of the whole history up to the end of an instant, and pot by pot.
fn sums_differ(facts: &Facts, at: Instant, slow: &Model<'_>) -> Vec<String> {
    let next = at + chrono::Duration::seconds(1);
    let fast = statement(facts, facts.service.start, next).expect("a statement");
    let by = fast.lapsed_by;
    let sums = Sums {
        granted: fast.granted.units(),
        refunded: fast.refunded.units(),
        gained: fast.gained.units(),
        forgiven: fast.forgiven.units(),
        spent: fast.spent.units(),
        unlogged: fast.unlogged.units(),
        lapsed: [by.expired, by.voided, by.at_reset, by.at_grant, by.by_refill].map(|lapsed| lapsed.units()),
    };
    let whole = (sums != slow.sums).then(|| format!("{sums:?}, by the model {:?}", slow.sums));
    let found: BTreeMap<String, PotSums> = fast.pots.iter().map(|pot| (pot.pot.0.clone(), pot_sums(pot))).collect();
    let expected = slow.pot_sums();
    let nothing = PotSums::default();
    let pots: BTreeSet<&String> = found.keys().chain(expected.keys()).collect();
    let pots = pots.into_iter().filter_map(|pot| {
        let (fast, slow) = (found.get(pot).unwrap_or(&nothing), expected.get(pot).unwrap_or(&nothing));
        (fast != slow).then(|| format!("{pot}: {fast:?}, by the model {slow:?}"))
    });
    whole.into_iter().chain(pots).collect()
}

fn pot_sums(pot: &PotStatement) -> PotSums {
    PotSums {
        granted: pot.granted.units(),
        back: pot.refunded.units() + pot.gained.units(),
        moved_in: pot.moved_in.units(),
        spent: pot.spent.units(),
        unlogged: pot.unlogged.units(),
        lapsed: pot.lapsed.units(),
        moved_out: pot.moved_out.units(),
        closing: pot.closing.units(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: worlds::count(1_000), max_shrink_iters: 10_000, failure_persistence: None, rng_seed: worlds::seed(), ..ProptestConfig::default() })]

    #[test]
    fn the_engine_says_what_the_slow_model_says(world in worlds::world()) {
        let World { facts, looks } = world;
        for (at, edge) in looks {
            let differences = differences(&facts, at, edge);
            prop_assert!(differences.is_empty(), "at {} {:?}:\n{}", at, edge, differences.join("\n"));
        }
    }
}
