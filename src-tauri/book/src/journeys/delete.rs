//! Delete an entry, and with it what only makes sense beside it.

use runout_core::Instant;
use runout_core::facts::{Check, Entry, EntryId, Fact, LotId};

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::naming;
use crate::transact::Change;

impl Book {
    /// Deletes an entry: a spend with its refunds and its typed balance, a lot with its ends.
    ///
    /// # Errors
    /// [`Refused::NoSuchEntry`].
    pub fn delete(&mut self, id: EntryId, now: Instant) -> Result<Change, JourneyError> {
        self.delete_all(&[id], now)
    }

    /// Deletes several entries at once, each with what hangs on it.
    ///
    /// # Errors
    /// [`Refused::NoSuchEntry`] where one of them is gone; then none is deleted.
    pub fn delete_all(&mut self, ids: &[EntryId], now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let mut names = Vec::new();
            for &id in ids {
                let entry = work.contents.entry(id).ok_or(Refused::NoSuchEntry(id))?;
                names.push(naming::fact(&entry.fact, work.contents));
            }
            let gone = |entry: &&Entry| ids.contains(&entry.id) || ids.iter().any(|id| hangs_on(entry, *id));
            let gone: Vec<EntryId> = work.contents.facts.entries.iter().filter(gone).map(|one| one.id).collect();
            for one in gone {
                work.remove(one)?;
            }
            Ok(Change::of_all(format!("deleted {}", naming::all(&names, "entries")), ids))
        })
    }
}

/// Whether an entry is about another one.
fn hangs_on(entry: &Entry, id: EntryId) -> bool {
    match &entry.fact {
        Fact::Refund { of, .. } => *of == id,
        Fact::Check(Check { of_spend, .. }) => *of_spend == Some(id),
        Fact::Void { lot } | Fact::Extend { lot, .. } => *lot == lot_of(id),
        Fact::Spend(_)
        | Fact::Grant(_)
        | Fact::Renewal { .. }
        | Fact::Shift { .. }
        | Fact::Cancel
        | Fact::Pause
        | Fact::Resume => false,
    }
}

/// The lot that an entry made.
pub(super) fn lot_of(id: EntryId) -> LotId {
    LotId(format!("g{}", id.0))
}
