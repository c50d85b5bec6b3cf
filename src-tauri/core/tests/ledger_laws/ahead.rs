//! The days ahead are the same ledger: a walk says what a replay says that has those spends logged.

use chrono::{Duration, NaiveTime};
use proptest::collection::vec;
use proptest::prelude::*;
use runout_core::calendar::{day_of, instant_of, start_of};
use runout_core::facts::{ChangeMode, Entry, EntryId, Fact, Facts, Service, TermsVersion};
use runout_core::ledger::{Future, What};
use runout_core::terms::{
    Anchor, Cadence, Carry, GrantTerms, Interval, IntervalUnit, Life, PotTerms, Terms, TopUpTerms,
};
use runout_core::{Instant, Zone};

use super::worlds::entries::spend;
use super::worlds::{World, at, world};
use super::{after, drawn, units};

proptest! {
    #![proptest_config(drawn())]

    #[test]
    fn a_walk_is_a_replay_of_the_days_ahead(
        World { mut facts, .. } in world(),
        hour in 0..600_i64,
        spends in vec(prop_oneof![2 => Just(0), 1 => 0..40_i64], 30),
        berlin in any::<bool>(),
    ) {
        if berlin {
            facts.service.zone = Zone::Europe__Berlin;
        }
        let now = at(hour);
        // What a limit that begins ahead counts may have been taken before: a walk counts it from its beginning.
        facts.terms.retain(|version| version.from <= now || !counts(&version.terms));
        walk_and_replay(facts, now, &spends)?;
    }
}

/// Whether terms count what is taken within a day or a cycle.
fn counts(terms: &Terms) -> bool {
    let has_ceiling = |pot: &PotTerms| pot.grant.as_ref().is_some_and(|grant| grant.ceiling.is_some());
    terms.pots.iter().any(|pot| pot.day_limit.is_some() || has_ceiling(pot))
}

/// Holds a walk over the days after `now` against the replay of a log that has their spends.
fn walk_and_replay(mut facts: Facts, now: Instant, spends: &[i64]) -> Result<(), TestCaseError> {
    let zone = facts.service.zone;
    facts.entries.retain(|entry| match entry.fact {
        Fact::Spend(_) | Fact::Refund { .. } => entry.at <= now,
        Fact::Check(_) => entry.at < now,
        _ => true,
    });
    let ledger = after(&facts, now);
    let future = Future::compile(&facts, &ledger, now, spends.len()).expect("a future");
    let mut walk = future.new_walk();
    future.walk(spends, &mut walk);
    future.walk(spends, &mut walk);
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon");
    for (place, (day, amount)) in (0..).zip(future.days().iter().zip(spends)) {
        let fact = Fact::Spend(spend(units(*amount)));
        let at = instant_of(zone, day.and_time(noon)).max(now);
        facts.entries.push(Entry { id: EntryId(2_001 + place), at, date_only: false, fact });
    }
    for (place, day) in future.days().iter().enumerate() {
        let end = start_of(day.succ_opt().expect("a day"), zone) - Duration::seconds(1);
        let then = after(&facts, end);
        let left = then.left().units() + then.withheld().units();
        prop_assert_eq!(walk.left_end[place], left, "left at the end of {}", day);
        prop_assert_eq!(walk.overdrawn_end[place], then.overdrawn().units(), "overdrawn at the end of {}", day);
    }
    let end = start_of(future.days()[spends.len() - 1].succ_opt().expect("a day"), zone);
    let then = after(&facts, end - Duration::seconds(1));
    let lapsed = then.moments().iter().filter(|moment| moment.at > now);
    let lapsed = lapsed.filter(|moment| matches!(moment.what, What::Lapsed { .. }));
    prop_assert_eq!(walk.lapsed.iter().sum::<i64>(), -lapsed.map(|moment| moment.change.units()).sum::<i64>());
    prop_assert_eq!(day_of(now, zone), future.days()[0]);
    Ok(())
}

/// A history in Berlin, over both changes of clocks.
pub(crate) fn berlin() -> Facts {
    let zone = Zone::Europe__Berlin;
    let anchor =
        Anchor { day: at(24 * 11).date_naive(), time: NaiveTime::from_hms_opt(2, 30, 0).expect("a time"), zone };
    let every = Interval { count: 1, of: IntervalUnit::Month };
    let pot = |name: &str, grant| PotTerms { grant, carry: Carry::cycles(1), ..PotTerms::holding(name, 0) };
    let grant = GrantTerms::new(units(100), Cadence::Every { every, anchor });
    let top_ups = TopUpTerms::new("Top-ups", Life::For(Interval { count: 30, of: IntervalUnit::Day }));
    let pots = vec![pot("Monthly", Some(grant)), pot("Top-ups", None)];
    let terms = Terms { top_ups: Some(top_ups), ..Terms::new("Berlin", pots) };
    let entries = (0..40).map(|place| Entry {
        id: EntryId(place + 1),
        at: at(41 * place),
        date_only: false,
        fact: Fact::Spend(spend(units(3 + place % 11))),
    });
    let service = Service {
        name: "Berlin".to_owned(),
        unit: "credits".to_owned(),
        decimals: runout_core::credits::Decimals::NONE,
        zone,
        start: at(0),
    };
    let terms = vec![TermsVersion { from: at(0), terms, mode: ChangeMode::Full }];
    Facts { service, terms, entries: entries.collect(), marks: Vec::new() }
}
