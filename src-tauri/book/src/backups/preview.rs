//! What restoring would change, before it does.

use std::path::Path;

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{Fact, Facts};
use runout_core::ledger::{Edge, replay};

use super::stage::Staged;
use crate::book::Book;
use crate::contents::Contents;
use crate::error::JourneyError;

/// A book in a few figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many entries stand.
    pub entries: usize,
    /// How many of them are spends.
    pub spends: usize,
    /// When the last one happened.
    pub last_entry: Option<Instant>,
    /// The plan's name.
    pub plan: String,
    /// left − overdrawn; none where it cannot be reckoned.
    pub balance: Option<Credits>,
}

/// The book as it is, and as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestorePreview {
    /// As it is.
    pub now: Summary,
    /// As it would be.
    pub then: Summary,
}

impl Summary {
    /// The figures of a book at `now`.
    pub fn of(facts: &Facts, now: Instant) -> Self {
        Self {
            entries: facts.entries.len(),
            spends: facts.entries.iter().filter(|entry| matches!(entry.fact, Fact::Spend(_))).count(),
            last_entry: facts.entries.iter().map(|entry| entry.at).max(),
            plan: facts.terms.last().map_or_else(String::new, |version| version.terms.name.clone()),
            balance: replay(facts, now, Edge::After).ok().map(|ledger| ledger.balance()),
        }
    }
}

impl Book {
    /// What restoring this backup, or any other copy of a book, would change. Nothing is written to the book.
    ///
    /// # Errors
    /// [`crate::Refused::NoSuchBackup`], [`crate::Refused::BadBackup`].
    pub fn preview_restore(&self, backup: &Path, now: Instant) -> Result<RestorePreview, JourneyError> {
        let staged = Staged::of(backup, &self.path, now)?;
        let then = Contents::read(&staged.conn)?;
        Ok(RestorePreview { now: Summary::of(self.facts(), now), then: Summary::of(&then.facts, now) })
    }
}
