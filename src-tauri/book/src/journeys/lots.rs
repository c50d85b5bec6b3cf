//! End a lot, or give it another end.

use runout_core::Instant;
use runout_core::facts::{Entry, Fact, Facts, LotId};
use runout_core::ledger::{Edge, LapseKind, Ledger, LotBalance, LotNumber, What, replay};

use super::delete::lot_of;
use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::transact::Change;

impl Book {
    /// Ends a lot now, whatever is left in it.
    ///
    /// # Errors
    /// [`Refused::NoSuchLot`], [`Refused::LotEnded`].
    pub fn void(&mut self, lot: &LotId, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            can_end(&work.contents.facts, lot, now)?;
            let id = work.add(now, false, &Fact::Void { lot: lot.clone() })?;
            Ok(Change::of(format!("ended the lot {}", lot.0), id))
        })
    }

    /// Gives a lot another end, later or earlier.
    ///
    /// # Errors
    /// [`Refused::NoSuchLot`], [`Refused::LotEnded`], [`Refused::EndsBeforeStart`].
    pub fn extend(&mut self, lot: &LotId, until: Instant, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            can_be_moved(&work.contents.facts, lot, until, now)?;
            let id = work.add(now, false, &Fact::Extend { lot: lot.clone(), until })?;
            Ok(Change::of(format!("moved the end of the lot {}", lot.0), id))
        })
    }
}

/// Whether a lot can be ended at an instant.
pub(super) fn can_end(facts: &Facts, lot: &LotId, at: Instant) -> Result<(), Refused> {
    start_of(facts, lot, at).map(drop)
}

/// Whether a lot can be given another end at an instant.
pub(super) fn can_be_moved(facts: &Facts, lot: &LotId, until: Instant, at: Instant) -> Result<(), Refused> {
    if until <= start_of(facts, lot, at)? { Err(Refused::EndsBeforeStart) } else { Ok(()) }
}

/// When a lot begins that is not over at an instant: one of the plan's own that has begun, or one of an entry.
fn start_of(facts: &Facts, lot: &LotId, at: Instant) -> Result<Instant, Refused> {
    let nowhere = || Refused::NoSuchLot(lot.clone());
    let ledger = replay(facts, at, Edge::After).map_err(|_| nowhere())?;
    if let Some(begun) = (0..).map_while(|number| ledger.lot(LotNumber(number))).find(|one| one.id == *lot) {
        return if begun.usable { Ok(begun.starts) } else { Err(ended(facts, &ledger, &begun, at)) };
    }
    if let Some(at) = voided(facts, lot) {
        return Err(Refused::LotEnded { lot: lot.clone(), at });
    }
    let is_it = |entry: &&Entry| matches!(entry.fact, Fact::Grant(_)) && lot_of(entry.id) == *lot;
    let pending = facts.entries.iter().find(is_it).filter(|entry| entry.at > at);
    pending.map(|entry| entry.at).ok_or_else(nowhere)
}

/// When it ended: the ledger says so where something lapsed with it, the lot itself or its end by hand elsewhere.
fn ended(facts: &Facts, ledger: &Ledger, lot: &LotBalance, now: Instant) -> Refused {
    let lapsed = ledger.moments().iter().rev().find(|moment| {
        matches!(moment.what, What::Lapsed { lot: number, kind: LapseKind::Expired | LapseKind::Voided } if number == lot.number)
    });
    let own = lot.ends.filter(|ends| *ends <= now);
    let at = lapsed.map(|moment| moment.at).or(own).or_else(|| voided(facts, &lot.id)).unwrap_or(now);
    Refused::LotEnded { lot: lot.id.clone(), at }
}

/// When it was ended by hand.
fn voided(facts: &Facts, lot: &LotId) -> Option<Instant> {
    let ends = facts.entries.iter().filter(|entry| matches!(&entry.fact, Fact::Void { lot: one } if one == lot));
    ends.map(|entry| entry.at).min()
}
