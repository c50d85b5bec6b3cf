//! Notice that the computer's clock was set back.

use chrono::TimeDelta;
use runout_core::Instant;

use crate::book::Book;
use crate::error::BookError;
use crate::stored::from_millis;
use crate::tables::{about, changes};

/// Clocks that correct themselves jump by less.
const TOLERANCE: TimeDelta = TimeDelta::minutes(2);

impl Book {
    /// By how much the clock went back since the last change was written; said once for each such change. Entries keep
    /// the order in which they were entered.
    ///
    /// Not to be asked with a `now` that the user made up.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn heed_clock(&mut self, now: Instant) -> Result<Option<TimeDelta>, BookError> {
        let Some(last) = changes::last(&self.conn)? else { return Ok(None) };
        let place = || format!("change {}", last.id);
        let at = from_millis(last.at).map_err(|reason| BookError::Stored { place: place(), reason })?;
        if at - now <= TOLERANCE || about::clock_said(&self.conn)? >= last.id {
            return Ok(None);
        }
        about::say_clock(&self.conn, last.id)?;
        Ok(Some(at - now))
    }
}
