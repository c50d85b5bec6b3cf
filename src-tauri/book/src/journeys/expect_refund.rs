//! Say that a refund is expected for a spend, or that it will not come.

use runout_core::Instant;
use runout_core::facts::{EntryId, Spend, SpendState};

use super::refund::{refunded_of, spend_of};
use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::naming;
use crate::transact::Change;

impl Book {
    /// Notes that a refund is expected for a spend, so that each check asks for it; or that it will not come.
    ///
    /// # Errors
    /// [`Refused::NoSuchEntry`], [`Refused::NotASpend`], [`Refused::StillReserved`], and [`Refused::RefundTooLarge`]
    /// where all of it came back already.
    pub fn expect_refund(&mut self, id: EntryId, expected: bool, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let spend = spend_of(work.contents, id)?;
            let left = spend.credits.minus(refunded_of(work.contents, id)).unwrap_or_default();
            match () {
                () if spend.state == SpendState::Reserved => return Err(Refused::StillReserved(id).into()),
                () if expected && left.is_zero() => return Err(Refused::RefundTooLarge { left }.into()),
                () => {}
            }
            let state = if expected { SpendState::RefundExpected } else { SpendState::Charged };
            let names = work.say_of_spends(&[id], |spend| Spend { state, ..spend.clone() })?;
            let word = if expected { "expected a refund for" } else { "gave up the refund for" };
            Ok(Change::of(format!("{word} {}", naming::all(&names, "spends")), id))
        })
    }
}
