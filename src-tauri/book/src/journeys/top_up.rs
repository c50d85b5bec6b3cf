//! Note a lot that did not come from the plan: a top-up, a bonus, goodwill.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{Fact, Grant, LotEnd};

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::naming;
use crate::transact::{Change, Work};

/// A lot to be noted.
#[derive(Clone, Debug, PartialEq)]
pub struct NewGrant {
    /// When; later than now it is pending until then.
    pub at: Instant,
    /// Whether only a date was typed.
    pub date_only: bool,
    /// What.
    pub grant: Grant,
}

impl Book {
    /// Notes a top-up (bought) or a grant (given).
    ///
    /// # Errors
    /// [`Refused::AmountNotPositive`], [`Refused::EndsBeforeStart`], [`Refused::NoSuchPot`].
    pub fn top_up(&mut self, new: &NewGrant, now: Instant) -> Result<Change, JourneyError> {
        let NewGrant { at, date_only, grant } = new;
        self.transact(now, |work| {
            can_be_granted(work, grant, *at)?;
            let id = work.add(*at, *date_only, &Fact::Grant(grant.clone()))?;
            Ok(Change::of(format!("added {}", naming::grant(grant, work.contents)), id))
        })
    }
}

/// Whether a lot can be stored as it is.
pub(super) fn can_be_granted(work: &Work<'_>, grant: &Grant, at: Instant) -> Result<(), Refused> {
    if grant.amount <= Credits::ZERO {
        return Err(Refused::AmountNotPositive);
    }
    if matches!(grant.until, Some(LotEnd::At(until)) if until <= at) {
        return Err(Refused::EndsBeforeStart);
    }
    grant.pot.as_ref().map_or(Ok(()), |pot| has_pot(work, pot, at))
}

/// Whether the terms in force, or their top-ups, know this pot.
pub(super) fn has_pot(work: &Work<'_>, pot: &runout_core::terms::PotName, at: Instant) -> Result<(), Refused> {
    let known = work.contents.terms_at(at).is_some_and(|(_, version)| {
        let top_ups = version.terms.top_ups.as_ref().is_some_and(|top_ups| top_ups.pot == *pot);
        top_ups || version.terms.pots.iter().any(|one| one.name == *pot)
    });
    if known || pot.0 == "Top-ups" { Ok(()) } else { Err(Refused::NoSuchPot(pot.0.clone())) }
}
