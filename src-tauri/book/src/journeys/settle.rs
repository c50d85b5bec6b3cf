//! Say what a reserved spend took in the end.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{EntryId, Fact, Spend, SpendState};

use super::refund::{refunded_of, spend_of};
use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::naming;
use crate::transact::Change;

impl Book {
    /// Settles a reserved spend at what it took; without an amount, at what was reserved. It keeps its instant.
    ///
    /// # Errors
    /// [`Refused::NoSuchEntry`], [`Refused::NotASpend`], [`Refused::NotReserved`], [`Refused::SpendBelowNothing`],
    /// [`Refused::RefundTooLarge`] where more of it came back already.
    pub fn settle(&mut self, id: EntryId, took: Option<Credits>, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let spend = spend_of(work.contents, id)?;
            let entry = work.contents.entry(id).ok_or(Refused::NoSuchEntry(id))?;
            let credits = took.unwrap_or(spend.credits);
            let back = refunded_of(work.contents, id);
            match () {
                () if spend.state != SpendState::Reserved => return Err(Refused::NotReserved(id).into()),
                () if credits.is_negative() => return Err(Refused::SpendBelowNothing.into()),
                () if back > credits => return Err(Refused::RefundTooLarge { left: back }.into()),
                () => {}
            }
            let settled =
                Spend { credits, estimated: false, derived: false, state: SpendState::Charged, ..spend.clone() };
            work.replace(id, entry.at, entry.date_only, &Fact::Spend(settled))?;
            Ok(Change::of(format!("settled {}", naming::spend(spend, &work.contents.actions)), id))
        })
    }
}
