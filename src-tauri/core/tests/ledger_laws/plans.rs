//! The laws hold over every carry rule, and while plans are cancelled, paused and taken up again.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use runout_core::facts::{Entry, EntryId, Fact};
use runout_core::ledger::{Log, replay, statements};
use runout_core::terms::{
    Cap, Carry, CarryCap, Interval, IntervalUnit, Kept, PausedAnchor, PotName, Ratio, WhileLapsed,
};
use runout_core::{Instant, ledger::What};

use super::ahead::walk_and_replay;
use super::worlds::{World, at, seed, world};
use super::{after, misses, units};

const BANK: &str = "Vault";

fn carry() -> impl Strategy<Value = Carry> {
    let kept = prop_oneof![
        Just(Kept::UntilRenewal),
        (0..3_u32).prop_map(Kept::Cycles),
        (1..40_u32).prop_map(|count| Kept::For(Interval { count, of: IntervalUnit::Day })),
        Just(Kept::WhileSubscribed),
    ];
    let share = (0..4_u32, 1..4_u32).prop_map(|(parts, of)| Ratio { parts: parts.min(of), of });
    let cap = prop_oneof![
        (0..60_i64).prop_map(|cap| Cap::Credits(units(cap))),
        (0..7_u32).prop_map(|parts| Cap::Allotments(Ratio { parts, of: 2 })),
    ];
    let cap = (0..3, cap).prop_map(|(kind, cap)| match kind {
        0 => CarryCap::Carried(cap),
        1 => CarryCap::Total(cap),
        _ => CarryCap::Bank { pot: PotName(BANK.to_owned()), cap },
    });
    (kept, share, option::weighted(0.7, cap)).prop_map(|(kept, share, cap)| Carry { kept, share, cap })
}

fn turn() -> impl Strategy<Value = Fact> {
    let instant = |days: i64| at(24 * days);
    prop_oneof![
        2 => Just(Fact::Cancel),
        2 => Just(Fact::Pause),
        4 => Just(Fact::Resume),
        1 => (0..48_i64, option::of(0..48_i64))
            .prop_map(move |(renewal, to)| Fact::Shift { renewal: instant(renewal), to: to.map(instant) }),
    ]
}

/// A world whose pots carry as they like, and whose plan is turned now and then.
fn turned() -> impl Strategy<Value = World> {
    let lapsed = prop_oneof![Just(WhileLapsed::Usable), Just(WhileLapsed::Frozen), Just(WhileLapsed::FrozenAndHeld)];
    let rules = vec((carry(), lapsed), 12);
    let turns = vec((0..24 * 48_i64, any::<bool>(), turn()), 0..7);
    (world(), rules, turns, any::<bool>()).prop_map(|(mut world, rules, turns, stands)| {
        let mut rules = rules.into_iter().cycle();
        for version in &mut world.facts.terms {
            version.terms.pause = if stands { PausedAnchor::Stands } else { PausedAnchor::Moves };
            for (pot, (carry, while_lapsed)) in version.terms.pots.iter_mut().zip(&mut rules) {
                (pot.carry, pot.while_lapsed) = (carry, while_lapsed);
            }
        }
        let turns = turns.into_iter().zip(0..).map(|((hour, whole, fact), place)| Entry {
            id: EntryId(1_501 + 2 * place),
            at: at(if whole { hour / 24 * 24 } else { hour }),
            date_only: false,
            fact,
        });
        world.facts.entries.extend(turns);
        world
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, max_shrink_iters: 400, failure_persistence: None, rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn every_statement_adds_up_and_every_moment_says_what_it_did(World { facts, looks } in turned()) {
        let edges: Vec<Instant> = (0..48).step_by(3).map(|day| at(24 * day)).collect();
        for statement in statements(&facts, &edges).expect("statements") {
            prop_assert!(misses(&statement).iter().all(|missing| *missing == 0), "{statement:?}");
        }
        let ledger = after(&facts, looks[looks.len() - 1].0);
        let mut balance = 0;
        for moment in ledger.moments() {
            balance += moment.change.units();
            prop_assert_eq!(balance, moment.left.units() - moment.overdrawn.units(), "{:?}", moment);
        }
        let lots: i64 = ledger.lots().filter(|lot| !lot.usable).map(|lot| lot.left.units()).sum();
        prop_assert_eq!(lots, ledger.frozen().units());
    }

    #[test]
    fn no_lot_is_below_nothing_or_above_what_filled_it_and_sums_say_the_same(World { facts, looks } in turned()) {
        let log = Log::of(&facts);
        for (at, edge) in looks {
            let ledger = replay(&facts, at, edge).expect("a ledger");
            for lot in ledger.lots() {
                prop_assert!(0 <= lot.left.units() && lot.left <= lot.granted, "{lot:?}");
            }
            let balance = log.balance(&facts.terms, at, edge).expect("a balance");
            prop_assert_eq!(balance.pots.as_slice(), ledger.pots());
        }
    }

    #[test]
    fn a_walk_is_a_replay_of_the_days_ahead(
        World { facts, .. } in turned(),
        hour in 0..600_i64,
        spends in vec(prop_oneof![2 => Just(0), 1 => 0..40_i64], 30),
    ) {
        // What happens to the plan is noted once it has happened: none of it lies ahead.
        let now = at(hour);
        let mut facts = facts;
        facts.entries.retain(|entry| match entry.fact {
            Fact::Cancel | Fact::Pause | Fact::Resume => entry.at <= now,
            _ => true,
        });
        // Terms that begin ahead are held by the law over worlds without turns.
        let begun = facts.terms.partition_point(|version| version.from <= now).max(1);
        facts.terms.truncate(begun);
        walk_and_replay(facts, now, &spends)?;
    }

    #[test]
    fn a_bank_never_holds_more_than_its_cap_after_a_renewal(World { mut facts, looks } in turned(), cap in 0..60_i64) {
        let bank = CarryCap::Bank { pot: PotName(BANK.to_owned()), cap: Cap::Credits(units(cap)) };
        for pot in facts.terms.iter_mut().flat_map(|version| &mut version.terms.pots) {
            pot.carry.cap = Some(bank.clone());
        }
        let ledger = after(&facts, looks[looks.len() - 1].0);
        for moment in ledger.moments().iter().filter(|moment| matches!(moment.what, What::Moved { .. })) {
            let then = replay(&facts, moment.at, runout_core::ledger::Edge::Opening).expect("a ledger");
            let held = then.pots().iter().find(|pot| pot.pot.0 == BANK).map_or(0, |pot| pot.left.units());
            prop_assert!(held <= cap, "{held} at {}", moment.at);
        }
    }
}
