//! Laws that hold over random terms of all shapes and random histories.

#![expect(clippy::expect_used, reason = "a test may stop where it cannot go on")]

mod ahead;
mod checks;
mod cut;
mod entries;
mod host;
mod speed;
mod statements;
#[path = "../worlds/mod.rs"]
mod worlds;

use proptest::test_runner::Config;
use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{Entry, EntryId, Fact, Facts};
use runout_core::ledger::{Edge, Ledger, replay};

/// How a law is tried: over the worlds of the ordinary run, or those of the night.
fn drawn() -> Config {
    Config {
        cases: worlds::count(300),
        max_shrink_iters: 2_000,
        failure_persistence: None,
        rng_seed: worlds::seed(),
        ..Config::default()
    }
}

fn after(facts: &Facts, at: Instant) -> Ledger {
    replay(facts, at, Edge::After).expect("a ledger")
}

fn units(units: i64) -> Credits {
    Credits::new(units).expect("an amount")
}

/// Adds an entry with a number that no world gives.
fn add(facts: &mut Facts, id: i64, at: Instant, fact: Fact) {
    facts.entries.push(Entry { id: EntryId(id), at, date_only: false, fact });
}

/// What a ledger says of its lots, without the names of lots that are used up.
fn held(ledger: &Ledger) -> Vec<(String, i64)> {
    let lots = ledger.lots().filter(|lot| !lot.left.is_zero());
    lots.map(|lot| (lot.id.0.clone(), lot.left.units())).collect()
}
