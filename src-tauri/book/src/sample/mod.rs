//! A made-up but plausible year of one creator, for looking around: bursts, quiet weeks, a change of plan and of a
//! price, top-ups, refunds, and spends that only balance checks found. The same `now` tells the same story.

mod days;
mod dice;
mod palette;
mod plan;
mod purse;
mod story;

use std::path::Path;

use runout_core::{Instant, Zone};

use crate::book::Book;
use crate::error::{BookError, OpenError};
use crate::journeys::create::{add, begin};
use crate::stored::{self, FORM, StoredTermsVersion};
use crate::tables::documents::{self, DocumentKind};

impl Book {
    /// Makes a book of sample data at `path`, marked as such, whose history ends at `now`.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn create_sample(path: &Path, zone: Zone, now: Instant) -> Result<Self, OpenError> {
        let plan = plan::Plan::until(now, zone);
        let entries = story::tell(&plan, now);
        Self::make(path, |conn| {
            let change = begin(conn, &plan.new, true, "made a book of sample data", now)?;
            let body = stored::write(&StoredTermsVersion::from(&plan.later))
                .map_err(|reason| BookError::Stored { place: format!("terms 2, form {FORM}"), reason })?;
            documents::put(conn, change, DocumentKind::Terms, "2", Some(&body))?;
            for told in &entries {
                add(conn, change, told.at, false, &told.fact)?;
            }
            Ok(())
        })
    }
}
