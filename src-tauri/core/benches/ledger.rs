//! What a balance costs: ten years of a month, a daily pot and yearly packs, with a thousand spends and with a million.
//!
//! The log is put in order with its running sums before the clock runs: that is the cache which a book keeps between
//! two looks. Its own cost, which does grow with the spends, is measured beside it.

use std::hint::black_box;

use chrono::{Duration, NaiveDate, NaiveTime};
use criterion::Criterion;
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{ChangeMode, Check, Entry, EntryId, Fact, Facts, Grant, Service, Spend, TermsVersion};
use runout_core::ledger::{Edge, LedgerError, Log, replay};
use runout_core::terms::{
    Anchor, Cadence, Carry, GrantTerms, Interval, IntervalUnit, Life, PotTerms, Terms, TopUpTerms,
};
use runout_core::{Instant, Zone};

const HOURS: i64 = 24 * 3_652;

fn main() -> Result<(), LedgerError> {
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    for spends in [1_000, 1_000_000] {
        let (facts, now) = (facts(spends), start() + Duration::hours(HOURS));
        let log = Log::of(&facts);
        let balance = log.balance(&facts.terms, now, Edge::After)?;
        let ledger = replay(&facts, now, Edge::After)?;
        assert_eq!(balance.pots, ledger.pots(), "the sums say what the replay says");
        criterion.bench_function(&format!("balance, {spends} spends"), |bench| {
            bench.iter(|| log.balance(black_box(&facts.terms), now, Edge::After));
        });
        criterion.bench_function(&format!("putting {spends} spends in order"), |bench| {
            bench.iter(|| Log::of(black_box(&facts)));
        });
        criterion.bench_function(&format!("replay with slices, {spends} spends"), |bench| {
            bench.iter(|| replay(black_box(&facts), now, Edge::After));
        });
    }
    criterion.final_summary();
    Ok(())
}

fn start() -> Instant {
    NaiveDate::from_ymd_opt(2016, 11, 15).unwrap_or_default().and_time(NaiveTime::MIN).and_utc()
}

/// So many spends over ten years, that come to about the same sum; a pack and four checks a year.
fn facts(spends: i64) -> Facts {
    let at = |hours: i64| start() + Duration::hours(hours);
    let entry = |id: i64, hours: i64, fact: Fact| Entry { id: EntryId(id), at: at(hours), date_only: false, fact };
    let each = 3_000_000 / spends;
    let logged = (0..spends).map(|place| entry(place, place * HOURS / spends, Fact::Spend(spend(each))));
    let packs = (0..10).map(|year| entry(spends + year, year * 8_766 + 40, Fact::Grant(pack())));
    let checks = (0..40).map(|quarter| {
        let check = Check { shown: credits(9_000), pot: None, of_spend: None };
        entry(spends + 10 + quarter, quarter * 2_191 + 1_000, Fact::Check(check))
    });
    let entries = logged.chain(packs).chain(checks).collect();
    let service = Service {
        name: "Bench".to_owned(),
        unit: "credits".to_owned(),
        decimals: Decimals::NONE,
        zone: Zone::Europe__Berlin,
        start: start(),
    };
    let terms = vec![TermsVersion { from: start(), terms: terms(), mode: ChangeMode::Full }];
    Facts { service, terms, entries, marks: Vec::new() }
}

fn terms() -> Terms {
    let anchor = Anchor { day: start().date_naive(), time: NaiveTime::MIN, zone: Zone::Europe__Berlin };
    let every = |of| Cadence::Every { every: Interval { count: 1, of }, anchor };
    let monthly = GrantTerms::new(credits(28_000), every(IntervalUnit::Month));
    let daily = GrantTerms::new(credits(50), every(IntervalUnit::Day)).refilled();
    let pots = vec![
        PotTerms::granted("Daily", 0, daily, Carry::NONE),
        PotTerms::granted("Monthly", 1, monthly, Carry::cycles(1)),
        PotTerms::holding("Top-ups", 2),
    ];
    let life = Life::For(Interval { count: 12, of: IntervalUnit::Month });
    Terms { top_ups: Some(TopUpTerms::new("Top-ups", life)), ..Terms::new("Bench", pots) }
}

fn spend(units: i64) -> Spend {
    Spend::charged(None, 1, credits(units))
}

fn pack() -> Grant {
    Grant { amount: credits(9_000), pot: None, until: None, bought: true, cost: None, note: String::new() }
}

fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap_or_default()
}
