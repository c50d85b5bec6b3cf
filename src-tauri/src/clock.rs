//! The one reader of the clock and of this computer's time zone.

use std::time::Instant as Stopwatch;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use runout_core::{Instant, Zone};

/// What the time is: the computer's own, or an instant that was given for tests, tours and `--at`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    given: Option<Given>,
    runs_since: Option<Stopwatch>,
}

/// An instant as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// With its own offset: RFC 3339.
    Instant(Instant),
    /// On the wall clock of the service's zone.
    Local(NaiveDateTime),
}

/// A text that is not an instant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an instant. Write 2026-12-04T16:40:00Z, or 2026-12-04 16:40 in the service's zone.")]
pub struct NotAnInstant(pub String);

impl Clock {
    /// The computer's clock.
    pub const fn system() -> Self {
        Self { given: None, runs_since: None }
    }

    /// A clock that stands still.
    pub const fn given(given: Given) -> Self {
        Self { given: Some(given), runs_since: None }
    }

    /// The same clock, running on from the instant that was given: in a window things happen one after another.
    #[must_use]
    pub fn that_runs(self) -> Self {
        Self { runs_since: Some(Stopwatch::now()), ..self }
    }

    /// The clock that the environment variable `RUNOUT_NOW` asks for, or the computer's.
    ///
    /// # Errors
    /// [`NotAnInstant`] when the variable holds something else.
    pub fn from_environment() -> Result<Self, NotAnInstant> {
        match std::env::var("RUNOUT_NOW") {
            Ok(text) => Ok(Self::given(Given::read(&text)?)),
            Err(_) => Ok(Self::system()),
        }
    }

    /// Whether it is the computer's own.
    pub const fn is_the_computers(self) -> bool {
        self.given.is_none()
    }

    /// Now. A wall-clock time that was given is read in `zone`.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn now(self, zone: Zone) -> Instant {
        let runs = self.runs_since.map(|since| since.elapsed()).unwrap_or_default();
        match self.given {
            None => Utc::now(),
            Some(Given::Instant(at)) => at + runs,
            Some(Given::Local(local)) => runout_core::calendar::instant_of(zone, local) + runs,
        }
    }
}

impl Given {
    /// Reads RFC 3339, or a local date with or without a time.
    ///
    /// # Errors
    /// [`NotAnInstant`] for anything else.
    pub fn read(text: &str) -> Result<Self, NotAnInstant> {
        let text = text.trim();
        if let Ok(at) = DateTime::parse_from_rfc3339(text) {
            return Ok(Self::Instant(at.to_utc()));
        }
        let spaced = text.replace('T', " ");
        ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"]
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(&spaced, form).ok())
            .or_else(|| NaiveDate::parse_from_str(&spaced, "%Y-%m-%d").ok().and_then(|day| day.and_hms_opt(12, 0, 0)))
            .map(Self::Local)
            .ok_or_else(|| NotAnInstant(text.to_owned()))
    }
}

/// This computer's zone: `TZ` if it names one, else what the system is set to, else UTC.
pub fn zone() -> Zone {
    let named = std::env::var("TZ").ok().and_then(|name| name.trim_start_matches(':').parse().ok());
    named.or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok()).unwrap_or(Zone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_read_with_its_offset_or_on_the_wall_clock() {
        let winter = Clock::given(Given::read("2026-12-04 16:40").unwrap());
        assert_eq!(winter.now(Zone::Europe__Berlin).to_rfc3339(), "2026-12-04T15:40:00+00:00");
        let fixed = Clock::given(Given::read("2026-12-04T16:40:00-05:00").unwrap());
        assert_eq!(fixed.now(Zone::Europe__Berlin).to_rfc3339(), "2026-12-04T21:40:00+00:00");
        assert_eq!(Given::read("2026-12-04").unwrap(), Given::read("2026-12-04T12:00").unwrap());
    }

    #[test]
    fn anything_else_is_refused_with_an_example() {
        let words = Given::read("soon").unwrap_err().to_string();
        insta::assert_snapshot!(words, @"“soon” is not an instant. Write 2026-12-04T16:40:00Z, or 2026-12-04 16:40 in the service's zone.");
    }
}
