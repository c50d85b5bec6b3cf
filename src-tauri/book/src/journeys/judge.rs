//! Say what a result was worth.

use runout_core::Instant;
use runout_core::facts::{EntryId, Spend, Verdict};

use crate::book::Book;
use crate::error::JourneyError;
use crate::naming;
use crate::transact::Change;

impl Book {
    /// Notes the verdict on a spend's result, or takes it back.
    ///
    /// # Errors
    /// [`Refused::NoSuchEntry`](crate::Refused::NoSuchEntry), [`Refused::NotASpend`](crate::Refused::NotASpend).
    pub fn judge(&mut self, id: EntryId, verdict: Option<Verdict>, now: Instant) -> Result<Change, JourneyError> {
        self.judge_all(&[id], verdict, now)
    }

    /// Notes one verdict on the results of several spends.
    ///
    /// # Errors
    /// As [`Book::judge`]; then none is judged.
    pub fn judge_all(
        &mut self,
        ids: &[EntryId],
        verdict: Option<Verdict>,
        now: Instant,
    ) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let names = work.say_of_spends(ids, |spend| Spend { verdict, ..spend.clone() })?;
            let word = match verdict {
                Some(Verdict::Keeper) => "kept",
                Some(Verdict::Reject) => "rejected",
                Some(Verdict::Failed) => "marked as failed:",
                None => "took back the verdict on",
            };
            Ok(Change::of_all(format!("{word} {}", naming::all(&names, "spends")), ids))
        })
    }
}
