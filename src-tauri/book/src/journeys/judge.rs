//! Say what a result was worth.

use runout_core::Instant;
use runout_core::facts::{EntryId, Fact, Spend, Verdict};

use super::refund::spend_of;
use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::naming;
use crate::transact::Change;

impl Book {
    /// Notes the verdict on a spend's result, or takes it back.
    ///
    /// # Errors
    /// [`Refused::NoSuchEntry`], [`Refused::NotASpend`].
    pub fn judge(&mut self, id: EntryId, verdict: Option<Verdict>, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let spend = spend_of(work.contents, id)?;
            let entry = work.contents.entry(id).ok_or(Refused::NoSuchEntry(id))?;
            if spend.verdict != verdict {
                let judged = Fact::Spend(Spend { verdict, ..spend.clone() });
                work.replace(id, entry.at, entry.date_only, &judged)?;
            }
            let word = match verdict {
                Some(Verdict::Keeper) => "kept",
                Some(Verdict::Reject) => "rejected",
                Some(Verdict::Failed) => "marked as failed:",
                None => "took back the verdict on",
            };
            Ok(Change::of(format!("{word} {}", naming::spend(spend, &work.contents.actions)), id))
        })
    }
}
