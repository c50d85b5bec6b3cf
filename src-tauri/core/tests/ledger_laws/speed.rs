//! What a replay and a walk cost. The bounds are far above what a quiet machine needs, so that a busy one holds them.

use std::time::{Duration, Instant as Stopwatch};

use runout_core::facts::{Check, Entry, EntryId, Fact, Facts};
use runout_core::ledger::Future;
use runout_core::terms::{Cadence, Carry, GrantTerms, Interval, IntervalUnit, PotTerms};

use super::ahead::berlin;
use super::worlds::at;
use super::worlds::entries::spend;
use super::{after, units};

/// Ten years of so many entries: spends, and now and then a check or a refund.
fn busy(spends: i64) -> Facts {
    let mut facts = berlin();
    let hours = 24 * 365 * 10;
    let entry = |place: i64| {
        let fact = match place % 100 {
            99 => Fact::Check(Check { shown: units(20), pot: None, of_spend: None }),
            50 => Fact::Refund { of: EntryId(place - 3), amount: units(5) },
            _ => Fact::Spend(spend(units(place % 29))),
        };
        Entry { id: EntryId(place), at: at(place * hours / spends), date_only: false, fact }
    };
    facts.entries = (0..spends).map(entry).collect();
    facts
}

/// The same beside a pot that gets a lot a day and carries them for ever.
fn hoarding(spends: i64) -> Facts {
    let mut facts = busy(spends);
    let grant = facts.terms[0].terms.pots[0].grant.as_ref();
    let Some(Cadence::Every { anchor, .. }) = grant.map(|grant| grant.cadence) else {
        return facts;
    };
    let every = Interval { count: 1, of: IntervalUnit::Day };
    let grant = GrantTerms::new(units(7), Cadence::Every { every, anchor });
    let daily = PotTerms::granted("Daily", 1, grant, Carry::ALL);
    facts.terms[0].terms.pots.push(daily);
    facts
}

fn best(mut work: impl FnMut()) -> Duration {
    let mut once = || {
        let watch = Stopwatch::now();
        work();
        watch.elapsed()
    };
    (0..5).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn a_replay_takes_milliseconds_and_grows_with_the_entries() {
    for (name, facts) in [("a month", busy as fn(i64) -> Facts), ("3,650 lots", hoarding)] {
        let (one, four) = (facts(25_000), facts(100_000));
        let quarter = best(|| drop(after(&one, at(24 * 3_650))));
        let whole = best(|| drop(after(&four, at(24 * 3_650))));
        println!("replay, {name}: 25,000 entries in {quarter:?}, 100,000 in {whole:?}");
        assert!(whole < Duration::from_millis(600), "{name}: {whole:?}");
    }
}

#[test]
fn two_thousand_walks_over_62_days_take_milliseconds() {
    for (name, facts) in [("two pots", busy as fn(i64) -> Facts), ("3,650 lots", hoarding)] {
        let (facts, now) = (facts(2_000), at(24 * 3_650));
        let future = Future::compile(&facts, &after(&facts, now), now, 62).expect("a future");
        let spends: Vec<i64> = (0..62).map(|day| day * 37 % 23).collect();
        let mut walk = future.new_walk();
        let took = best(|| (0..2_000).for_each(|_| future.walk(&spends, &mut walk)));
        println!("walk, {name}: 2,000 paths over 62 days in {took:?}");
        assert!(took < Duration::from_millis(300), "{name}: {took:?}");
    }
}
