//! Rules on the wall clock: one function serves renewals, refills and ends.
//!
//! A rule is counted from its anchor, never from the last occurrence: an anchor on the 31st gives 28 or 29 Feb, then
//! 31 Mar. A wall-clock time that a change of clocks skips is the first instant after the gap; one that occurs twice
//! is the first of the two.

use chrono::offset::LocalResult;
use chrono::{Datelike, Days, Duration, Months, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};

use crate::terms::{Anchor, Interval, IntervalUnit};
use crate::{Day, Instant, Zone};

/// The instant of a wall-clock time in a zone.
pub fn instant_of(zone: Zone, local: NaiveDateTime) -> Instant {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.to_utc(),
        LocalResult::None => first_after_gap(zone, local),
    }
}

/// The day on which an instant falls in a zone.
pub fn day_of(at: Instant, zone: Zone) -> Day {
    at.with_timezone(&zone).date_naive()
}

/// The first instant of a day in a zone.
pub fn start_of(day: Day, zone: Zone) -> Instant {
    instant_of(zone, day.and_time(NaiveTime::MIN))
}

/// The wall-clock time of an instant in a zone, as an anchor.
pub fn anchor_at(at: Instant, zone: Zone) -> Anchor {
    let local = at.with_timezone(&zone).naive_local();
    Anchor { day: local.date(), time: local.time(), zone }
}

/// The n-th occurrence, counted from the anchor (its 0th); `n` may be negative.
pub fn nth(anchor: &Anchor, every: Interval, n: i64) -> Instant {
    nth_span(anchor, Span::from(every), n)
}

/// The first occurrence later than `at`.
pub fn first_after(anchor: &Anchor, every: Interval, at: Instant) -> Instant {
    nth(anchor, every, number_at(anchor, Span::from(every), at) + 1)
}

/// The last occurrence that is not later than `at`.
pub fn last_at_or_before(anchor: &Anchor, every: Interval, at: Instant) -> Instant {
    nth(anchor, every, number_at(anchor, Span::from(every), at))
}

/// An instant moved by an interval on the wall clock of a zone (hours are elapsed).
pub fn moved(at: Instant, zone: Zone, by: Interval) -> Instant {
    nth(&anchor_at(at, zone), by, 1)
}

/// A distance in calendar months, calendar days and elapsed seconds, added in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Calendar months, clamped to the month's last day.
    pub months: i64,
    /// Calendar days on the wall clock.
    pub days: i64,
    /// Elapsed seconds.
    pub seconds: i64,
}

impl From<Interval> for Span {
    fn from(interval: Interval) -> Self {
        let count = i64::from(interval.count.max(1));
        match interval.of {
            IntervalUnit::Hour => Self { seconds: count * 3_600, ..Self::default() },
            IntervalUnit::Day => Self { days: count, ..Self::default() },
            IntervalUnit::Week => Self { days: count * 7, ..Self::default() },
            IntervalUnit::Month => Self { months: count, ..Self::default() },
            IntervalUnit::Year => Self { months: count * 12, ..Self::default() },
        }
    }
}

impl Span {
    /// About how many seconds it is long; never 0.
    pub(crate) fn about_seconds(self) -> i64 {
        (self.months * 2_629_746 + self.days * 86_400 + self.seconds).max(1)
    }
}

/// The n-th occurrence of any distance, counted from the anchor. Beyond the calendar it stays at the calendar's edge.
pub fn nth_span(anchor: &Anchor, every: Span, n: i64) -> Instant {
    let local = moved_months(anchor.day, every.months.saturating_mul(n))
        .and_then(|day| moved_days(day, every.days.saturating_mul(n)))
        .map(|day| day.and_time(anchor.time));
    let Some(local) = local else { return edge(n) };
    Duration::try_seconds(every.seconds.saturating_mul(n))
        .and_then(|elapsed| instant_of(anchor.zone, local).checked_add_signed(elapsed))
        .unwrap_or_else(|| edge(n))
}

/// The number of the last occurrence that is not later than `at`.
pub fn number_at(anchor: &Anchor, every: Span, at: Instant) -> i64 {
    let at = at.clamp(edge(-1) + Duration::days(1), edge(1) - Duration::days(1));
    let zeroth = nth_span(anchor, every, 0);
    let mut n = (at - zeroth).num_seconds().div_euclid(every.about_seconds());
    while nth_span(anchor, every, n) > at {
        n -= 1;
    }
    while nth_span(anchor, every, n + 1) <= at {
        n += 1;
    }
    n
}

/// The end of the calendar on the side of `n`, kept well inside what the clock of any zone can show.
fn edge(n: i64) -> Instant {
    let year = if n < 0 { -9_999 } else { 9_999 };
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default().and_time(NaiveTime::MIN).and_utc()
}

fn moved_months(day: Day, months: i64) -> Option<Day> {
    let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    let moved = if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) };
    moved.filter(|day| day.year().abs() < 9_999)
}

fn moved_days(day: Day, days: i64) -> Option<Day> {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    moved.filter(|day| day.year().abs() < 9_999)
}

/// Where the wall clock goes on after the gap that skips `local`: the instant of the change itself.
fn first_after_gap(zone: Zone, local: NaiveDateTime) -> Instant {
    let taken_as_utc = local.and_utc();
    let (mut before, mut after) = (taken_as_utc - Duration::hours(26), taken_as_utc + Duration::hours(26));
    let offset_before = offset_at(zone, before);
    while after - before > Duration::seconds(1) {
        let middle = before + (after - before) / 2;
        if offset_at(zone, middle) == offset_before { before = middle } else { after = middle }
    }
    whole_second(after)
}

fn offset_at(zone: Zone, at: Instant) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

fn whole_second(at: Instant) -> Instant {
    Instant::from_timestamp(at.timestamp(), 0).unwrap_or(at)
}

#[cfg(test)]
mod tests;
