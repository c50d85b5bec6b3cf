//! What the user says about their own plan, and the book that follows.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use runout_core::calendar::{day_of, first_after, instant_of, last_at_or_before, start_of};
use runout_core::credits::Credits;
use runout_core::facts::Service;
use runout_core::terms::{Anchor, Interval};
use runout_core::{Day, Instant, Zone};

use super::{Preset, PresetCadence, ltx_actions};
use crate::journeys::NewBook;

/// The user's own figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// What the service shows now: a check at now. Without it the allotment is expected, not confirmed.
    pub left: Option<Credits>,
    /// What the plan grants, where it is not the preset's.
    pub allotment: Option<Credits>,
    /// The next renewal, on the wall clock of `zone`. Without it the cycle begins today, or on the anchor's day.
    pub renews: Option<NaiveDateTime>,
    /// The day of the month that renewals are counted from, 1 to 31.
    pub anchor_day: Option<u32>,
    /// The user's zone.
    pub zone: Zone,
}

/// Why these answers make no book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PresetError {
    /// The next renewal lies in the past.
    #[error("the next renewal must be later than now")]
    RenewsInThePast,
    /// The running cycle would not have begun yet.
    #[error("the next renewal is at most one cycle away")]
    RenewsTooFar,
    /// The plan never renews.
    #[error("this plan grants once and has no renewal")]
    NeverRenews,
    /// Not a day of the month.
    #[error("a day from 1 to 31, please")]
    NoSuchDay,
    /// The renewal does not fall where the anchor's day says.
    #[error("a renewal on this date is not counted from day {0}")]
    AnotherDay(u32),
    /// Below nothing.
    #[error("an allotment cannot be below 0")]
    AllotmentBelowNothing,
}

impl Preset {
    /// The book that these answers make: it starts where the running cycle did.
    ///
    /// # Errors
    /// [`PresetError`].
    pub fn book(&self, answers: &Answers, now: Instant) -> Result<NewBook, PresetError> {
        let allotment = answers.allotment.unwrap_or(self.allotment);
        if allotment.is_negative() {
            return Err(PresetError::AllotmentBelowNothing);
        }
        let (anchor, start) = self.anchor(answers, now)?;
        let service = Service {
            name: self.service.clone(),
            unit: self.unit.clone(),
            decimals: self.decimals,
            zone: answers.zone,
            start,
        };
        let actions = if self.id.starts_with("ltx-") { ltx_actions() } else { Vec::new() };
        let terms = self.terms(anchor, allotment);
        Ok(NewBook { service, terms, actions, left: answers.left, nearest: self.nearest.clone() })
    }

    /// Where the cycles are counted from, and where the running one began.
    fn anchor(&self, answers: &Answers, now: Instant) -> Result<(Anchor, Instant), PresetError> {
        let zone = if self.is_on_utc() { Zone::UTC } else { answers.zone };
        let today = day_of(now, zone);
        let Some(every) = self.interval() else {
            let anchor = Anchor { day: today, time: NaiveTime::MIN, zone };
            let starts = start_of(today, zone);
            return if answers.renews.is_some() { Err(PresetError::NeverRenews) } else { Ok((anchor, starts)) };
        };
        let anchor = match answers.renews {
            Some(renews) => self.counted_to(instant_of(answers.zone, renews), answers.anchor_day, zone)?,
            None => Anchor { day: day_back(today, answers.anchor_day)?, time: NaiveTime::MIN, zone },
        };
        if let Some(renews) = answers.renews {
            holds(&anchor, every, instant_of(answers.zone, renews), now)?;
        }
        Ok((anchor, last_at_or_before(&anchor, every, now)))
    }

    /// The anchor whose occurrences fall on this renewal.
    fn counted_to(&self, renews: Instant, anchor_day: Option<u32>, zone: Zone) -> Result<Anchor, PresetError> {
        let local = renews.with_timezone(&zone).naive_local();
        let anchor = Anchor { day: local.date(), time: local.time(), zone };
        let Some(day) = anchor_day.filter(|day| *day != local.day() && self.cadence == PresetCadence::Monthly) else {
            return Ok(anchor);
        };
        let day_of_anchor = day_back(local.date(), Some(day))?;
        if day < local.day() || !is_last_of_month(local.date()) {
            return Err(PresetError::AnotherDay(day));
        }
        Ok(Anchor { day: day_of_anchor, ..anchor })
    }
}

/// The next renewal is this one.
fn holds(anchor: &Anchor, every: Interval, renews: Instant, now: Instant) -> Result<(), PresetError> {
    if renews <= now {
        Err(PresetError::RenewsInThePast)
    } else if first_after(anchor, every, now) != renews {
        Err(PresetError::RenewsTooFar)
    } else {
        Ok(())
    }
}

/// The latest date up to `from` with this day of the month, or in the newest month up to it that has one.
fn day_back(from: Day, day: Option<u32>) -> Result<Day, PresetError> {
    let Some(day) = day else { return Ok(from) };
    if !(1..=31).contains(&day) {
        return Err(PresetError::NoSuchDay);
    }
    let months = (0..12).filter_map(|back| from.with_day(1)?.checked_sub_months(chrono::Months::new(back)));
    let dates = months.filter_map(|first| NaiveDate::from_ymd_opt(first.year(), first.month(), day));
    Ok(dates.into_iter().next().unwrap_or(from))
}

fn is_last_of_month(day: Day) -> bool {
    day.succ_opt().is_none_or(|next| next.month() != day.month())
}
