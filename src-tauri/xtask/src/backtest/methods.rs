//! The methods that are scored, Runout's own first.

use runout_core::forecast::{ForecastAsk, Replays, SpendAhead, quantile_of};
use runout_core::pace::Pace;

use super::cases::Case;

/// The run-out day is told up to here; one more means "beyond".
const LAST_DAY: usize = 60;
/// The shares of which every range is told.
pub(crate) const SHARES: [f64; 3] = [0.1, 0.5, 0.9];

/// A way to look ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// The replay.
    Runout,
    /// The mean of all known days, straight on: what every peer shows.
    Linear,
    /// The mean of the running cycle's days, straight on.
    MonthToDate,
    /// The mean of the last seven days, straight on.
    LastSevenDays,
    /// Known days drawn one by one.
    Bootstrap,
}

/// What a method says about a case.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outlook {
    /// The chance that the credits run out within the days ahead.
    pub(crate) chance: f64,
    /// The spend over the days ahead: 10, 50, 90 %.
    pub(crate) spend: [f64; 3],
    /// The run-out day, from 1: 10, 50, 90 %; 61 is "beyond".
    pub(crate) day: [f64; 3],
    /// Where the spend that came falls: the share of replays below it, and of those not above it.
    pub(crate) place: Option<[f64; 2]>,
}

impl Method {
    /// All of them.
    pub(crate) const ALL: [Self; 5] =
        [Self::Runout, Self::Linear, Self::MonthToDate, Self::LastSevenDays, Self::Bootstrap];

    /// What the document calls it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Runout => "runout",
            Self::Linear => "linear",
            Self::MonthToDate => "month_to_date",
            Self::LastSevenDays => "last_7_days",
            Self::Bootstrap => "bootstrap",
        }
    }

    /// What it says about a case.
    pub(crate) fn look_ahead(self, case: &Case) -> Outlook {
        let spent = case.spent();
        match self {
            Self::Runout => replayed(case, &Replays::of(&case.habit, &Pace::of(&case.habit), seed())),
            Self::Bootstrap => replayed(case, &Replays::of_plain_days(&case.habit, seed())),
            Self::Linear => straight(case, &spent),
            Self::LastSevenDays => straight(case, last(&spent, 7)),
            Self::MonthToDate if case.days_of_cycle == 0 => straight(case, &spent),
            Self::MonthToDate => straight(case, last(&spent, case.days_of_cycle)),
        }
    }
}

impl Outlook {
    /// What the table's own columns say: the same model, written by somebody else.
    pub(crate) fn of_columns(case: &Case) -> Self {
        let row = &case.row;
        Self {
            chance: row.p_runout,
            spend: [row.spend_q10, row.spend_q50, row.spend_q90],
            day: [row.day_q10, row.day_q50, row.day_q90],
            place: None,
        }
    }
}

/// The chance to run out where days are independent of each other: what the exact convolution can be held against.
pub(crate) fn chance_of_independent_days(case: &Case) -> f64 {
    replayed(case, &Replays::of_independent_days(&case.habit, &Pace::of(&case.habit), seed())).chance
}

/// How many replays every method of this kind has.
pub(crate) fn paths() -> usize {
    ForecastAsk::default().paths
}

fn seed() -> u64 {
    ForecastAsk::default().seed
}

fn last(spent: &[f64], days: usize) -> &[f64] {
    &spent[spent.len().saturating_sub(days)..]
}

fn replayed(case: &Case, replays: &Replays) -> Outlook {
    let (ahead, balance) = (case.row.days_ahead, case.row.balance);
    let replayed = SpendAhead::of(replays, paths(), LAST_DAY.max(ahead));
    let spend = replayed.sorted(ahead);
    let out = spend.len() - spend.partition_point(|spent| *spent < balance);
    let days = replayed.sorted_run_outs(balance);
    let share = |count: usize| count as f64 / spend.len() as f64;
    let came = case.row.actual_spend;
    let place = [spend.partition_point(|spent| *spent < came), spend.partition_point(|spent| *spent <= came)];
    Outlook {
        chance: share(out),
        spend: SHARES.map(|share| quantile_of(&spend, share).unwrap_or(0.0)),
        day: SHARES.map(|share| quantile_of(&days, share).map_or(beyond(), |day| (day as f64).min(beyond()))),
        place: Some(place.map(share)),
    }
}

/// One rate for all days: a point without a range.
fn straight(case: &Case, days: &[f64]) -> Outlook {
    let rate = days.iter().sum::<f64>() / days.len().max(1) as f64;
    let spend = rate * case.row.days_ahead as f64;
    let day = if rate > 0.0 { (case.row.balance / rate).ceil().clamp(1.0, beyond()) } else { beyond() };
    let chance = if spend >= case.row.balance { 1.0 } else { 0.0 };
    Outlook { chance, spend: [spend; 3], day: [day; 3], place: None }
}

const fn beyond() -> f64 {
    LAST_DAY as f64 + 1.0
}
