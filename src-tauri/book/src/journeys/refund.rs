//! Note that credits came back for a spend.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{EntryId, Fact, Spend, SpendState};

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::naming;
use crate::page::Page;
use crate::transact::{Change, Work};

impl Book {
    /// Notes a refund at now; without an amount, of all that has not come back yet.
    ///
    /// # Errors
    /// [`Refused::NoSuchEntry`], [`Refused::NotASpend`], [`Refused::AmountNotPositive`], [`Refused::RefundTooLarge`].
    pub fn refund(&mut self, id: EntryId, amount: Option<Credits>, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let already = refunded_of(work.contents, id);
            let spend = spend_of(work.contents, id)?;
            let left = spend.credits.minus(already).unwrap_or(Credits::ZERO);
            let amount = at_most(work.contents, id, already, amount.unwrap_or(left))?;
            take_back(work, id, amount, now)?;
            Ok(Change::of(format!("refunded {}", naming::spend(spend, &work.contents.actions)), id))
        })
    }
}

/// Adds a refund; a spend whose refund was expected is charged again once all of it came back.
pub(super) fn take_back(work: &mut Work<'_>, id: EntryId, amount: Credits, at: Instant) -> Result<(), JourneyError> {
    let left = spend_of(work.contents, id)?.credits.minus(refunded_of(work.contents, id)).unwrap_or(Credits::ZERO);
    let entry = work.contents.entry(id).ok_or(Refused::NoSuchEntry(id))?;
    // A spend dated later than now (the clock was set back) gives its refund its own instant.
    work.add(at.max(entry.at), false, &Fact::Refund { of: id, amount })?;
    match &entry.fact {
        Fact::Spend(spend) if spend.state == SpendState::RefundExpected && amount == left => {
            let charged = Spend { state: SpendState::Charged, ..spend.clone() };
            work.replace(id, entry.at, entry.date_only, &Fact::Spend(charged))
        }
        _ => Ok(()),
    }
}

/// A spend that stands.
pub(super) fn spend_of(contents: &Page, id: EntryId) -> Result<&Spend, Refused> {
    match contents.entry(id).map(|entry| &entry.fact) {
        None => Err(Refused::NoSuchEntry(id)),
        Some(Fact::Spend(spend)) => Ok(spend),
        Some(_) => Err(Refused::NotASpend(id)),
    }
}

/// What came back for a spend so far.
pub(super) fn refunded_of(contents: &Page, id: EntryId) -> Credits {
    let refunds = contents.facts.entries.iter().filter_map(|entry| match entry.fact {
        Fact::Refund { of, amount } if of == id => Some(amount),
        _ => None,
    });
    refunds.fold(Credits::ZERO, |sum, amount| sum.plus(amount).unwrap_or(Credits::MAX))
}

/// The amount, where it is above 0 and no more than has not come back yet.
pub(super) fn at_most(contents: &Page, spend: EntryId, already: Credits, amount: Credits) -> Result<Credits, Refused> {
    let left = spend_of(contents, spend)?.credits.minus(already).unwrap_or(Credits::ZERO);
    if amount > left || left.is_zero() {
        Err(Refused::RefundTooLarge { left })
    } else if amount <= Credits::ZERO {
        Err(Refused::AmountNotPositive)
    } else {
        Ok(amount)
    }
}
