//! Instants, days and times of day as text.

use chrono::{NaiveDate, NaiveTime, SecondsFormat};
use runout_core::{Day, Instant};

use super::StoredError;

/// Unix milliseconds: what the columns hold. Finer parts are cut off.
pub(crate) fn millis(at: Instant) -> i64 {
    at.timestamp_millis()
}

/// The instant of a column.
pub(crate) fn from_millis(millis: i64) -> Result<Instant, StoredError> {
    Instant::from_timestamp_millis(millis).ok_or_else(|| StoredError::value(millis, "an instant"))
}

/// `2026-11-22T14:05:12.000Z`.
pub(crate) fn instant_text(at: Instant) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

pub(crate) fn read_instant(text: &str) -> Result<Instant, StoredError> {
    chrono::DateTime::parse_from_rfc3339(text)
        .map(|at| at.to_utc())
        .map_err(|_| StoredError::value(text, "an instant like 2026-11-22T14:05:12.000Z"))
}

pub(crate) fn read_day(text: &str) -> Result<Day, StoredError> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| StoredError::value(text, "a day like 2026-11-22"))
}

pub(super) fn time_text(time: NaiveTime) -> String {
    time.format("%H:%M:%S%.f").to_string()
}

pub(super) fn read_time(text: &str) -> Result<NaiveTime, StoredError> {
    NaiveTime::parse_from_str(text, "%H:%M:%S%.f").map_err(|_| StoredError::value(text, "a time like 14:05:12"))
}
