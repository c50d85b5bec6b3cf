//! What the user spends by day: the material of the replay.

use crate::Day;

/// At most this many usable days are kept: older ones weigh nothing.
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
    /// What the plan in force grants a day; none where no grant recurs.
    pub allotment_per_day: Option<f64>,
    /// How many spends were logged on the usable days.
    pub spends: u32,
    /// The days of the log that do not count, oldest first.
    pub left_out: Vec<(Day, LeftOut)>,
    /// A stretch without entries that is long enough to ask about.
    pub gap: Option<Gap>,
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
    /// A habit of consecutive days up to the day before `today`, all usable.
    pub fn of_days(spent: &[f64], today: Day, allotment_per_day: Option<f64>) -> Self {
        let kept = &spent[spent.len().saturating_sub(MOST_DAYS)..];
        let first = today - chrono::Days::new(kept.len() as u64);
        let days = first.iter_days().zip(kept).enumerate();
        let days = days.map(|(i, (day, spent))| HabitDay { day, spent: *spent, follows: i > 0 }).collect();
        let (left_out, gap) = (Vec::new(), None);
        Self { days, today, spent_today: 0.0, allotment_per_day, spends: 0, left_out, gap }
    }
}
