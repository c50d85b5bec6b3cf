//! End a lot, or give it another end.

use runout_core::Instant;
use runout_core::facts::{Fact, LotId};
use runout_core::ledger::{Edge, replay};

use super::delete::lot_of;
use crate::book::Book;
use crate::contents::Contents;
use crate::error::{JourneyError, Refused};
use crate::transact::Change;

impl Book {
    /// Ends a lot now, whatever is left in it.
    ///
    /// # Errors
    /// [`Refused::NoSuchLot`].
    pub fn void(&mut self, lot: &LotId, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            start_of_lot(work.contents, lot, now)?;
            let id = work.add(now, false, &Fact::Void { lot: lot.clone() })?;
            Ok(Change::of(format!("ended the lot {}", lot.0), id))
        })
    }

    /// Gives a lot another end, later or earlier.
    ///
    /// # Errors
    /// [`Refused::NoSuchLot`], [`Refused::EndsBeforeStart`].
    pub fn extend(&mut self, lot: &LotId, until: Instant, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let start = start_of_lot(work.contents, lot, now)?;
            if until <= start {
                return Err(Refused::EndsBeforeStart.into());
            }
            let id = work.add(now, false, &Fact::Extend { lot: lot.clone(), until })?;
            Ok(Change::of(format!("moved the end of the lot {}", lot.0), id))
        })
    }
}

/// When a lot begins: one of an entry, or one of the plan's own that has begun.
fn start_of_lot(contents: &Contents, lot: &LotId, now: Instant) -> Result<Instant, Refused> {
    let grants = contents.facts.entries.iter().filter(|entry| matches!(entry.fact, Fact::Grant(_)));
    let mut own = grants.filter(|entry| lot_of(entry.id) == *lot).map(|entry| entry.at);
    own.next().or_else(|| start_of_plans(contents, lot, now)).ok_or_else(|| Refused::NoSuchLot(lot.clone()))
}

fn start_of_plans(contents: &Contents, lot: &LotId, now: Instant) -> Option<Instant> {
    let ledger = replay(&contents.facts, now, Edge::After).ok()?;
    ledger.lots().find(|one| one.id == *lot).map(|one| one.starts)
}
