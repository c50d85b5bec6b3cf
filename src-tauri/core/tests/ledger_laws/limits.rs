//! The laws hold where restrictions, limits, ceilings and triggers are in force, too.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use runout_core::actions::{ActionId, Key};
use runout_core::calendar::anchor_at;
use runout_core::facts::{Check, Entry, EntryId, Fact};
use runout_core::ledger::{Log, replay, statements};
use runout_core::terms::{
    AutoRefill, AutoRefillAmount, AutoRefillLimit, Cadence, Ceiling, DayLimit, Interval, IntervalUnit, Life, Overdrawn,
    Pays, Terms, Trigger,
};
use runout_core::{Instant, Zone};

use super::ahead::walk_and_replay;
use super::worlds::{World, at, seed, world};
use super::{after, misses, units};

const ACTIONS: [&str; 3] = ["veo-3", "actor", "Nano-Banana"];

/// What is added to each pot of the terms.
#[derive(Clone, Debug)]
struct Added {
    only: Option<usize>,
    day: Option<(i64, i64)>,
    ceiling: Option<(i64, i64)>,
    empty: bool,
    window: Option<u32>,
}

fn added() -> impl Strategy<Value = Added> {
    let parts = (
        option::weighted(0.3, 0..ACTIONS.len()),
        option::weighted(0.3, (0..15_i64, 0..24_i64)),
        option::weighted(0.3, (0..60_i64, 0..200_i64)),
        proptest::bool::weighted(0.2),
        option::weighted(0.1, 1..60_u32),
    );
    parts.prop_map(|(only, day, ceiling, empty, window)| Added { only, day, ceiling, empty, window })
}

fn overdrawn() -> impl Strategy<Value = Overdrawn> {
    prop_oneof![
        Just(Overdrawn::ForgivenAtRenewal),
        Just(Overdrawn::Carried),
        Just(Overdrawn::Kept),
        option::of(0..40_i64).prop_map(|limit| Overdrawn::Billed { limit: limit.map(units) }),
    ]
}

fn limit(terms: &mut Terms, added: &[Added], refill: Option<(i64, i64, bool, i64)>) {
    let first = terms.pots[0].name.clone();
    for (pot, added) in terms.pots.iter_mut().zip(added) {
        pot.pays = added.only.map_or(Pays::Everything, |action| Pays::Only(vec![ACTIONS[action].to_uppercase()]));
        pot.day_limit =
            added.day.map(|(amount, hour)| DayLimit { amount: units(amount), from: anchor_at(at(hour), Zone::UTC) });
        let Some(grant) = &mut pot.grant else { continue };
        let every = Interval { count: 1, of: IntervalUnit::Week };
        grant.ceiling = added.ceiling.map(|(amount, hour)| Ceiling {
            amount: units(amount),
            every,
            anchor: anchor_at(at(hour), Zone::UTC),
        });
        if added.empty && pot.name != first {
            grant.trigger = Trigger::WhenEmpty(vec![first.clone()]);
        }
        if let Some(count) = added.window {
            grant.cadence = Cadence::FirstUse { window: Interval { count, of: IntervalUnit::Hour } };
        }
    }
    terms.auto_refill = refill.map(|(below, amount, target, most)| AutoRefill {
        below: units(below),
        counts: if most % 2 == 0 { Vec::new() } else { vec![first.clone()] },
        buys: if target { AutoRefillAmount::UpTo(units(amount)) } else { AutoRefillAmount::Fixed(units(amount)) },
        at_most: Some(AutoRefillLimit::Credits(units(most))),
        price: None,
        pot: first.clone(),
        life: Life::Forever,
    });
}

fn limited() -> impl Strategy<Value = World> {
    let refill = option::weighted(0.3, (0..20_i64, 0..40_i64, any::<bool>(), 0..120_i64));
    (world(), vec(added(), 4), overdrawn(), refill, vec(option::of(0..ACTIONS.len()), 40)).prop_map(
        |(mut world, added, overdrawn, refill, actions)| {
            for version in world.facts.terms.iter_mut().step_by(2) {
                limit(&mut version.terms, &added, refill);
                version.terms.overdrawn = overdrawn;
            }
            for (entry, action) in world.facts.entries.iter_mut().zip(actions) {
                if let Fact::Spend(spend) = &mut entry.fact {
                    let id = action.map(|action| ActionId(ACTIONS[action].to_owned()));
                    spend.key = id.map(|action| Key { action, settings: std::collections::BTreeMap::new() });
                }
            }
            world
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_shrink_iters: 300, failure_persistence: None, rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn every_statement_adds_up(World { facts, looks } in limited()) {
        let mut edges: Vec<Instant> = looks.iter().map(|(at, _)| *at).collect();
        edges.extend((0..48).step_by(5).map(|day| at(24 * day)));
        edges.sort();
        for statement in statements(&facts, &edges).expect("statements") {
            prop_assert!(misses(&statement).iter().all(|missing| *missing == 0), "{statement:?}");
        }
    }

    #[test]
    fn every_moment_says_what_it_did(World { facts, looks } in limited()) {
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
    fn a_check_hits_what_it_showed(World { mut facts, looks } in limited(), shown in -20..80_i64) {
        let at = looks[looks.len() - 1].0;
        let check = Check { shown: units(shown), pot: None, of_spend: None };
        facts.entries.push(Entry { id: EntryId(1_001), at, date_only: false, fact: Fact::Check(check) });
        let ledger = after(&facts, at);
        prop_assert_eq!(ledger.balance(), units(shown));
        prop_assert_eq!(ledger.overdrawn(), units((-shown).max(0)));
    }

    #[test]
    fn a_balance_from_sums_is_that_of_the_replay(World { facts, looks } in prop_oneof![world(), limited()]) {
        let log = Log::of(&facts);
        for (at, edge) in looks {
            let ledger = replay(&facts, at, edge).expect("a ledger");
            let balance = log.balance(&facts.terms, at, edge).expect("a balance");
            prop_assert_eq!(balance.pots.as_slice(), ledger.pots());
            prop_assert_eq!(balance.overdrawn, ledger.overdrawn());
        }
    }

    #[test]
    fn a_walk_is_a_replay_of_the_days_ahead(
        World { mut facts, .. } in limited(),
        hour in 0..600_i64,
        spends in vec(prop_oneof![2 => Just(0), 1 => 0..40_i64], 30),
    ) {
        facts.terms.truncate(1);
        walk_and_replay(facts, at(hour), &spends)?;
    }

    #[test]
    fn no_day_takes_more_than_its_limit(World { facts, looks } in limited()) {
        let ledger = after(&facts, looks[looks.len() - 1].0);
        for pot in ledger.pots() {
            let lots: i64 = pot.lots.iter().map(|lot| lot.left.units()).sum();
            prop_assert_eq!(pot.left.units() + pot.withheld.units(), lots);
        }
        for lot in ledger.lots() {
            prop_assert!(0 <= lot.left.units() && lot.left <= lot.granted, "{lot:?}");
        }
    }
}
