//! When a grant comes.

use crate::{Day, Zone};

/// When a grant comes. The n-th is always counted from the anchor, never from the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    /// Once, when the terms begin.
    Once,
    /// At the anchor and every interval from it, before and after.
    Every {
        /// The distance.
        every: Interval,
        /// The instant that the distances are counted from.
        anchor: Anchor,
    },
    /// A window that the first spend opens: the grant is there from that spend on and ends with the window; the next
    /// spend after it opens the next one.
    FirstUse {
        /// How long the window is open.
        window: Interval,
    },
}

/// A calendar distance; months and years are clamped to the month's last day (31 Jan, 28 Feb, 31 Mar).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// How many, 1 or more.
    pub count: u32,
    /// Of what.
    pub of: IntervalUnit,
}

/// What an [`Interval`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntervalUnit {
    /// Elapsed hours.
    Hour,
    /// Calendar days on the wall clock.
    Day,
    /// Weeks of seven calendar days.
    Week,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}

/// Where a cadence is counted from: a wall-clock time in a zone. Stored, never re-derived from the last renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day; its day of the month is kept (the 31st gives 28 Feb, then 31 Mar).
    pub day: Day,
    /// The time of day.
    pub time: chrono::NaiveTime,
    /// The zone of this rule's clock.
    pub zone: Zone,
}
