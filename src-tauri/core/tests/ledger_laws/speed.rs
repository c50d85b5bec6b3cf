//! What a replay and a walk cost. The bounds are far above what a quiet machine needs, so that a busy one holds them.

use std::time::{Duration, Instant as Stopwatch};

use runout_core::facts::{Check, Entry, EntryId, Fact, Facts};
use runout_core::ledger::Future;
use runout_core::terms::{Cadence, Carry, GrantMode, GrantTerms, Interval, IntervalUnit, PotName, PotTerms};

use super::ahead::berlin;
use super::worlds::{at, spend};
use super::{after, units};

/// Ten years of so many spends, a check after every hundredth, a daily pot that is carried for ever beside the month.
fn busy(spends: i64) -> Facts {
    let mut facts = berlin();
    let Some(Cadence::Every { anchor, .. }) = facts.terms[0].terms.pots[0].grant.map(|grant| grant.cadence) else {
        return facts;
    };
    let every = Interval { count: 1, of: IntervalUnit::Day };
    let grant = GrantTerms { amount: units(7), cadence: Cadence::Every { every, anchor }, mode: GrantMode::Add };
    let daily = PotTerms { name: PotName("Daily".to_owned()), rank: 1, grant: Some(grant), carry: Carry::All };
    facts.terms[0].terms.pots.push(daily);
    let hours = 24 * 365 * 10;
    let entry = |place: i64| {
        let fact = match place % 100 {
            99 => Fact::Check(Check { shown: units(150), pot: None, of_spend: None }),
            50 => Fact::Refund { of: EntryId(place - 3), amount: units(5) },
            _ => Fact::Spend(spend(units(place % 29))),
        };
        Entry { id: EntryId(place), at: at(place * hours / spends), date_only: false, fact }
    };
    facts.entries = (0..spends).map(entry).collect();
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
fn a_replay_of_100_000_spends_takes_milliseconds_and_grows_with_their_number() {
    let (one, four) = (busy(25_000), busy(100_000));
    let quarter = best(|| drop(after(&one, at(24 * 3_650))));
    let whole = best(|| drop(after(&four, at(24 * 3_650))));
    println!("replay: 25,000 entries in {quarter:?}, 100,000 in {whole:?}");
    assert!(whole < Duration::from_millis(300), "{whole:?}");
}

#[test]
fn two_thousand_walks_over_62_days_and_two_pots_take_milliseconds() {
    let facts = busy(2_000);
    let now = at(24 * 3_650);
    let future = Future::compile(&facts, &after(&facts, now), now, 62).expect("a future");
    let spends: Vec<i64> = (0..62).map(|day| day * 37 % 23).collect();
    let mut walk = future.new_walk();
    let took = best(|| (0..2_000).for_each(|_| future.walk(&spends, &mut walk)));
    println!("walk: 2,000 paths over 62 days in {took:?}");
    assert!(took < Duration::from_millis(60), "{took:?}");
}
