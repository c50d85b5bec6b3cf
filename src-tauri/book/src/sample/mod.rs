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
use crate::error::OpenError;
use crate::journeys::create::{add, begin};
use crate::page::ServiceId;
use crate::stored::StoredTermsVersion;
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
            let later = StoredTermsVersion::from(&plan.later);
            documents::write(conn, change, ServiceId::FIRST, (DocumentKind::Terms, "2"), &later)?;
            for told in &entries {
                add(conn, change, told.at, false, &told.fact)?;
            }
            Ok(())
        })
    }
}
