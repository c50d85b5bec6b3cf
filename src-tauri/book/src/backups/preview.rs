//! What restoring would change, before it does.

use std::path::Path;

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::Fact;
use runout_core::ledger::{Edge, replay};

use super::stage::Staged;
use crate::book::Book;
use crate::contents::Contents;
use crate::error::JourneyError;
use crate::page::ServiceId;

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
    /// The figures of a book at `now`; plan and balance are those of one service, the first where it is not there.
    fn of(contents: &Contents, service: ServiceId, now: Instant) -> Self {
        let entries = || contents.pages().iter().flat_map(|page| &page.facts.entries);
        let facts = &contents.page_of(service).unwrap_or_else(|| contents.page()).facts;
        Self {
            entries: entries().count(),
            spends: entries().filter(|entry| matches!(entry.fact, Fact::Spend(_))).count(),
            last_entry: entries().map(|entry| entry.at).max(),
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
        let of = |contents| Summary::of(contents, self.service(), now);
        Ok(RestorePreview { now: of(&self.contents), then: of(&then) })
    }
}
