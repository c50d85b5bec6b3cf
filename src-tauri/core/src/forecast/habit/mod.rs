//! What the user spends by day: the material of the replay.

mod blocked;
mod coverage;
mod gap;
mod log;
mod plan;

use std::collections::BTreeMap;

pub use self::coverage::Coverage;
use self::log::Log;
use crate::credits::Credits;
use crate::facts::{Facts, Mark};
use crate::ledger::Ledger;
use crate::{Day, Instant};

/// At most this many usable days are kept: older ones weigh next to nothing.
pub const MOST_DAYS: usize = 730;

/// The days of a log that count for the pace, up to yesterday. Amounts are in smallest units.
#[derive(Clone, Debug, PartialEq)]
pub struct Habit {
    /// The usable days, oldest first: neither blocked nor marked "did not log" or "one-off".
    pub days: Vec<HabitDay>,
    /// Today, in the service's zone: the first day of the forecast.
    pub today: Day,
    /// What was spent today so far.
    pub spent_today: f64,
    /// What today's own entries took; the share of what a check found is no spend that anyone remembers.
    pub logged_today: Credits,
    /// What the plan in force grants a day; none where no grant recurs.
    pub allotment_per_day: Option<f64>,
    /// How many spends were logged on the usable days.
    pub spends: u32,
    /// The days of the log that do not count, oldest first.
    pub left_out: Vec<(Day, LeftOut)>,
    /// A stretch without entries that is long enough to ask about.
    pub gap: Option<Gap>,
    /// How much of what is spent the log has; the days since the last check are raised by it.
    pub coverage: Option<Coverage>,
}

/// A usable day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HabitDay {
    /// Which.
    pub day: Day,
    /// What was spent on it: logged, less what came back, and its share of what checks found unlogged.
    pub spent: f64,
    /// Whether the usable day before it is yesterday to it; a replay does not run on over a break.
    pub follows: bool,
}

/// Why a day does not count for the pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Too little was left to spend: a blocked day is not an idle day.
    Blocked,
    /// The user says that what was spent was not logged.
    Unlogged,
    /// The user says that what was spent will not come again.
    OneOff,
}

/// Days without entries, the first and the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The first.
    pub from: Day,
    /// The last.
    pub to: Day,
}

impl Habit {
    /// The habit as the log, the marks and the ledger at `now` tell it.
    pub fn of(facts: &Facts, ledger: &Ledger, now: Instant) -> Self {
        let mut log = Log::of(facts, ledger, now);
        let coverage = Coverage::of(facts, ledger, &log, now);
        coverage.iter().for_each(|coverage| log.raise(coverage));
        let marks: BTreeMap<Day, Mark> = facts.marks.iter().copied().collect();
        let blocked = blocked::days(&log, ledger, facts);
        let reasons: Vec<Option<LeftOut>> =
            log.past().map(|(i, day)| left_out(marks.get(&day).copied(), blocked[i])).collect();
        let days = usable(&log, &reasons);
        Self {
            today: log.today(),
            spent_today: log.spent_today(),
            logged_today: log.logged_today(),
            allotment_per_day: plan::allotment_per_day(ledger, now),
            spends: days.first().map_or(0, |first| log.spends_from(first.day, &reasons)),
            left_out: log.past().filter_map(|(i, day)| reasons[i].map(|reason| (day, reason))).collect(),
            gap: gap::to_ask_about(facts, &log, &marks, &reasons),
            coverage,
            days,
        }
    }

    /// How much less sure the pace is, in log space, for a share of its weight that lies on days which only the log
    /// tells of: as sure as the raise of those days is large.
    pub(crate) fn doubt(&self, weight_since_check: f64) -> f64 {
        self.coverage.map_or(0.0, |coverage| weight_since_check * libm::log(coverage.factor()))
    }

    /// Whether only the log tells of a day: it lies after the last check's.
    pub(crate) fn is_unchecked(&self, day: Day) -> bool {
        self.coverage.is_some_and(|coverage| day > coverage.checked_on)
    }

    /// A habit of consecutive days up to the day before `today`, all usable.
    pub fn of_days(spent: &[f64], today: Day, allotment_per_day: Option<f64>) -> Self {
        let kept = &spent[spent.len().saturating_sub(MOST_DAYS)..];
        let first = today - chrono::Days::new(kept.len() as u64);
        let days = first.iter_days().zip(kept).enumerate();
        let days = days.map(|(i, (day, spent))| HabitDay { day, spent: *spent, follows: i > 0 }).collect();
        let (left_out, gap, coverage) = (Vec::new(), None, None);
        let logged_today = Credits::ZERO;
        Self { days, today, spent_today: 0.0, logged_today, allotment_per_day, spends: 0, left_out, gap, coverage }
    }
}

fn left_out(mark: Option<Mark>, blocked: bool) -> Option<LeftOut> {
    match mark {
        Some(Mark::Unlogged) => Some(LeftOut::Unlogged),
        Some(Mark::OneOff) => Some(LeftOut::OneOff),
        Some(Mark::Nothing) | None => blocked.then_some(LeftOut::Blocked),
    }
}

/// The last days that count.
fn usable(log: &Log, reasons: &[Option<LeftOut>]) -> Vec<HabitDay> {
    let counts = log.past().filter(|(i, _)| reasons[*i].is_none());
    let mut days: Vec<HabitDay> = counts
        .map(|(i, day)| HabitDay { day, spent: log.spent(i), follows: i > 0 && reasons[i - 1].is_none() })
        .collect();
    days.drain(..days.len().saturating_sub(MOST_DAYS));
    days
}
