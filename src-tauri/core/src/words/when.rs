//! Reading an instant: days, times, and what the wall clock of a zone makes of them.

use chrono::{NaiveDateTime, NaiveTime};

use super::{quoted, read_word::Word, time::local, wall_clock};
use crate::{Day, Instant, Zone};

/// Which way a day without a year, or a weekday, is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// The latest that is not after today: what was logged.
    Past,
    /// The earliest that is not before today: what is planned, or ends.
    Future,
}

/// A typed instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The instant.
    pub at: Instant,
    /// Whether only a date was typed.
    pub date_only: bool,
    /// What the wall clock did there.
    pub clock: ClockNote,
}

/// What a wall clock did at a typed time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClockNote {
    /// Nothing unusual.
    #[default]
    Plain,
    /// It skipped the time: the first instant after the gap is meant.
    Skipped,
    /// It showed the time twice: the first is meant.
    Twice,
}

/// Why a text is not an instant; each says what to type instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// Nothing was typed.
    #[error("Type a date, such as yesterday, 12 nov or 2026-11-12.")]
    Empty,
    /// It is no date and no time.
    #[error("{0} is not a date or a time: type yesterday, mon, 12 nov, 2026-11-12 or 14:30.")]
    NotADate(String),
    /// The calendar has no such day.
    #[error("There is no day {0}: type one of the calendar, such as 2026-11-12.")]
    NoSuchDay(String),
    /// A day has no such time.
    #[error("There is no time {0}: type one from 00:00 to 23:59.")]
    NoSuchTime(String),
    /// Two days.
    #[error("{0} and {1} are two dates: keep one.")]
    TwoDays(String, String),
    /// Two times.
    #[error("{0} and {1} are two times: keep one.")]
    TwoTimes(String, String),
}

impl WhenError {
    /// A stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "when_empty",
            Self::NotADate(_) => "when_not_a_date",
            Self::NoSuchDay(_) => "when_no_such_day",
            Self::NoSuchTime(_) => "when_no_such_time",
            Self::TwoDays(..) => "when_two_dates",
            Self::TwoTimes(..) => "when_two_times",
        }
    }
}

/// Reads an instant: RFC 3339, or a local day and time in any order; days lean to the past.
///
/// A day without a time is now where it is today, else 12:00.
///
/// # Errors
/// [`WhenError`], which says what to type instead.
pub fn read_when(text: &str, now: Instant, zone: Zone) -> Result<When, WhenError> {
    if let Ok(at) = chrono::DateTime::parse_from_rfc3339(text.trim()) {
        return Ok(When { at: at.to_utc(), date_only: false, clock: ClockNote::Plain });
    }
    let (day, time) = read_parts(text, local(now, zone).date(), Lean::Past)?;
    Ok(when_at(day, time, now, zone, NOON))
}

/// Reads a day alone.
///
/// # Errors
/// [`WhenError`], which says what to type instead.
pub fn read_day(text: &str, today: Day, lean: Lean) -> Result<Day, WhenError> {
    match read_parts(text, today, lean)? {
        (Some(day), None) => Ok(day),
        _ => Err(WhenError::NotADate(quoted(text))),
    }
}

/// Reads a time of day alone: `14:30`, `2:30pm`.
///
/// # Errors
/// [`WhenError`], which says what to type instead.
pub fn read_time(text: &str) -> Result<NaiveTime, WhenError> {
    match read_parts(text, Day::default(), Lean::Past)? {
        (None, Some(time)) => Ok(time),
        _ => Err(WhenError::NoSuchTime(quoted(text))),
    }
}

/// The instant of a typed day and time; `day_time` stands in for the time on a day that is not today.
pub fn when_at(day: Option<Day>, time: Option<NaiveTime>, now: Instant, zone: Zone, day_time: NaiveTime) -> When {
    let today = local(now, zone).date();
    let date_only = time.is_none() && day.is_some();
    if time.is_none() && day.is_none_or(|day| day == today) {
        return When { at: now, date_only, clock: ClockNote::Plain };
    }
    let typed = NaiveDateTime::new(day.unwrap_or(today), time.unwrap_or(day_time));
    let (at, clock) = wall_clock::resolve(typed, zone);
    When { at, date_only, clock: if date_only { ClockNote::Plain } else { clock } }
}

/// A spend on a past day without a time is at its noon.
pub const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

type Parts = (Option<Day>, Option<NaiveTime>);

fn read_parts(text: &str, today: Day, lean: Lean) -> Result<Parts, WhenError> {
    let words: Vec<&str> = text.split([' ', ',', 'T', '\t']).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Err(WhenError::Empty);
    }
    let (mut day, mut time) = (None, None);
    let (mut day_text, mut time_text) = (String::new(), String::new());
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let Some((word, used)) = Word::read(rest, today, lean) else { return Err(WhenError::NotADate(quoted(text))) };
        let typed = quoted(&rest[..used].join(" "));
        match word {
            Word::Day(read) => once(&mut day, &mut day_text, read, typed, WhenError::NoSuchDay, WhenError::TwoDays)?,
            Word::Time(read) => {
                once(&mut time, &mut time_text, read, typed, WhenError::NoSuchTime, WhenError::TwoTimes)?
            }
        }
        rest = &rest[used..];
    }
    Ok((day, time))
}

/// Keeps a value that may be typed once only.
fn once<T>(
    kept: &mut Option<T>,
    kept_text: &mut String,
    read: Option<T>,
    typed: String,
    none_such: fn(String) -> WhenError,
    two: fn(String, String) -> WhenError,
) -> Result<(), WhenError> {
    let Some(read) = read else { return Err(none_such(typed)) };
    if kept.replace(read).is_some() {
        return Err(two(std::mem::take(kept_text), typed));
    }
    *kept_text = typed;
    Ok(())
}

#[cfg(test)]
#[path = "when_tests.rs"]
mod tests;
