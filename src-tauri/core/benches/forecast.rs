//! What a forecast costs, beside the straight line that it replaces: 2,000 replays of 62 days over a year of log and two
//! pots. It should stay below 5 ms on one core, so that it can be made anew on every change.

use std::hint::black_box;

use chrono::{Days, NaiveDate, NaiveTime};
use criterion::Criterion;
use runout_core::calendar::instant_of;
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{ChangeMode, Entry, EntryId, Fact, Facts, Grant, Service, TermsVersion};
use runout_core::forecast::{ForecastAsk, Habit, days_ahead, forecast};
use runout_core::ledger::{Edge, Future, LedgerError, replay};
use runout_core::terms::{
    Anchor, Cadence, Carry, GrantTerms, Interval, IntervalUnit, Life, PotTerms, Terms, TopUpTerms,
};
use runout_core::{Day, Instant, Zone};

const ZONE: Zone = chrono_tz::Europe::Berlin;
const DAYS: usize = 62;

fn main() -> Result<(), LedgerError> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
    let habit = habit(today);
    let ask = ForecastAsk { days: Some(DAYS), ..ForecastAsk::default() };
    let future = future(today, &ask)?;
    let mut criterion = Criterion::default().configure_from_args();
    criterion.bench_function("forecast", |bench| bench.iter(|| forecast(black_box(&habit), &future, &ask)));
    criterion.bench_function("straight line", |bench| bench.iter(|| straight_line(black_box(&habit), future.left())));
    criterion.final_summary();
    Ok(())
}

/// The rival: used / elapsed, and the day on which that empties what is left.
fn straight_line(habit: &Habit, left: i64) -> Option<f64> {
    let spent: f64 = habit.days.iter().map(|day| day.spent).sum();
    let per_day = spent / habit.days.len() as f64;
    (per_day > 0.0).then(|| (left as f64 / per_day).ceil())
}

/// A year of bursts: some days nothing, some days thousands.
fn habit(today: Day) -> Habit {
    let spent: Vec<f64> = (0..365_u32).map(|day| f64::from(day * 7_919 % 13 * (day * 104_729 % 7) * 40)).collect();
    Habit::of_days(&spent, today, Some(28_000.0 / 30.0))
}

/// A month of 28,000 credits and a pack of 9,000.
fn future(today: Day, ask: &ForecastAsk) -> Result<Future, LedgerError> {
    let now = instant_of(ZONE, today.and_time(NaiveTime::MIN)) + chrono::Duration::hours(9);
    let facts = facts(today, now);
    days_ahead(&facts, &replay(&facts, now, Edge::After)?, now, ask)
}

fn facts(today: Day, now: Instant) -> Facts {
    let start = instant_of(ZONE, (today - Days::new(7)).and_time(NaiveTime::MIN));
    let service =
        Service { name: "Bench".to_owned(), unit: "credits".to_owned(), decimals: Decimals::NONE, zone: ZONE, start };
    let pack = Grant { amount: credits(9_000), pot: None, until: None, bought: true, cost: None, note: String::new() };
    let entries = vec![Entry { id: EntryId(1), at: now, date_only: false, fact: Fact::Grant(pack) }];
    let terms = vec![TermsVersion { from: start, terms: terms(today - Days::new(7)), mode: ChangeMode::Full }];
    Facts { service, terms, entries, marks: Vec::new() }
}

fn terms(anchor: Day) -> Terms {
    let anchor = Anchor { day: anchor, time: NaiveTime::MIN, zone: ZONE };
    let cadence = Cadence::Every { every: Interval { count: 1, of: IntervalUnit::Month }, anchor };
    let month = GrantTerms::new(credits(28_000), cadence);
    let pots = vec![PotTerms::granted("Monthly", 1, month, Carry::NONE), PotTerms::holding("Top-ups", 2)];
    Terms { top_ups: Some(TopUpTerms::new("Top-ups", Life::Forever)), ..Terms::new("Bench", pots) }
}

fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap_or_default()
}
