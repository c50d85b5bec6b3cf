//! Note what the service's own counter shows.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{Check, Fact};
use runout_core::terms::PotName;

use super::spend::not_later;
use super::top_up::has_pot;
use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::naming;
use crate::transact::{Change, Work};

/// A balance check to be noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCheck {
    /// When; not after now.
    pub at: Instant,
    /// Whether only a date was typed.
    pub date_only: bool,
    /// What it showed; it may be below 0.
    pub shown: Credits,
    /// One pot, or everything.
    pub pot: Option<PotName>,
}

impl Book {
    /// Notes a balance check: it re-anchors the ledger. What it found is the ledger's to say, by the change's entry.
    ///
    /// # Errors
    /// [`Refused::LaterThanNow`], [`Refused::NoSuchPot`].
    pub fn check(&mut self, new: &NewCheck, now: Instant) -> Result<Change, JourneyError> {
        let NewCheck { at, date_only, shown, pot } = new;
        self.transact(now, |work| {
            let check = Check { shown: *shown, pot: pot.clone(), of_spend: None };
            can_be_noted(work, &check, *at, now)?;
            let name = naming::check(&check, work.contents);
            let id = work.add(*at, *date_only, &Fact::Check(check))?;
            Ok(Change::of(format!("noted {name}"), id))
        })
    }
}

/// Whether a check can be stored as it is.
pub(super) fn can_be_noted(work: &Work<'_>, check: &Check, at: Instant, now: Instant) -> Result<(), Refused> {
    not_later(at, now)?;
    check.pot.as_ref().map_or(Ok(()), |pot| has_pot(work, pot, at))
}
