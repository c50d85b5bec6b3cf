//! Log entries that were written elsewhere, as one step. The same key twice is one entry.

use runout_core::Instant;
use runout_core::facts::Fact;

use crate::book::Book;
use crate::error::JourneyError;
use crate::transact::Change;

/// An entry from elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedEntry {
    /// What names it where it comes from: the same key twice is one entry.
    pub key: String,
    /// When.
    pub at: Instant,
    /// Whether only a date was given.
    pub date_only: bool,
    /// What.
    pub fact: Fact,
}

/// What became of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// The step.
    pub change: Change,
    /// How many were new.
    pub added: usize,
    /// How many were known by their key, deleted ones included.
    pub known: usize,
}

impl Book {
    /// Logs entries in one change; those whose key is known already are left as they are.
    ///
    /// # Errors
    /// [`crate::BookError`].
    pub fn log_imported(&mut self, entries: &[ImportedEntry], now: Instant) -> Result<Logged, JourneyError> {
        let mut added = 0;
        let change = self.transact(now, |work| {
            for ImportedEntry { key, at, date_only, fact } in entries {
                if work.by_key(key)?.is_none() {
                    work.add_keyed(*at, *date_only, fact, Some(key))?;
                    added += 1;
                }
            }
            Ok(Change::named(format!("imported {added} entries")))
        })?;
        Ok(Logged { change, added, known: entries.len() - added })
    }
}
