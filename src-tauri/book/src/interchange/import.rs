//! The whole book, in: into a new book, or over the one that is open.

use std::path::Path;

use runout_core::Instant;
use runout_core::facts::Facts;
use runout_core::ledger::{Edge, replay};
use rusqlite::{Connection, ErrorCode};

use super::read::{self, Whole, at, in_our_time, refuse};
use super::take_over;
use crate::backups::Why;
use crate::book::Book;
use crate::contents::Contents;
use crate::error::{BookError, JourneyError, OpenError, Refused};
use crate::journeys::name_is_free_for;
use crate::migrate;
use crate::stored::from_millis;
use crate::tables::changes::ChangeState;
use crate::tables::{about, changes, documents, entries, kept_forecasts};
use crate::transact::in_one_change;

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// What undo says, where undo can take it back.
    pub name: String,
    /// How many entries stand now.
    pub entries: usize,
    /// Whether undo takes it back. Into a book in which nothing was done yet the whole history comes too, and undo goes
    /// back through that.
    pub undoable: bool,
}

impl Book {
    /// Makes a book at `path` out of an exported one: with all versions, the history and what could be redone.
    ///
    /// # Errors
    /// [`OpenError::Exists`]; [`Refused::BadImport`] in [`OpenError::Refused`].
    pub fn create_from_json(path: &Path, text: &str, now: Instant) -> Result<Self, OpenError> {
        let whole = read::read(text)?;
        Self::make(path, |conn| Ok(write(conn, &whole, now)?))
    }

    /// Lets an exported book stand in place of what stands here, after a backup. In a book with a history of its own that
    /// is one change, which undo takes back.
    ///
    /// # Errors
    /// [`Refused::BadImport`]: then nothing changed.
    pub fn import_json(&mut self, text: &str, now: Instant) -> Result<Imported, JourneyError> {
        let whole = read::read(text)?;
        // The document is written to a book in memory first: what holds there holds here.
        let mut scratch = Connection::open_in_memory()?;
        migrate::migrate(&mut scratch)?;
        scratch.pragma_update(None, "foreign_keys", true)?;
        write(&scratch, &whole, now)?;
        self.back_up_because(Why::BeforeRestore, now)?;
        let undoable = self.write(|conn, contents| put_here(conn, contents, &whole, now), |_, _| Ok(()))?;
        Ok(self.imported(undoable))
    }

    fn imported(&self, undoable: bool) -> Imported {
        let entries = self.entries();
        Imported { name: take_over::name(entries), entries, undoable }
    }
}

/// Puts a document in the place of what stands. Whether undo takes that back, and whether anything was written. Asked
/// inside the transaction: another process may just have logged the first spend.
fn put_here(conn: &Connection, contents: &Contents, whole: &Whole, now: Instant) -> Result<(bool, bool), JourneyError> {
    if changes::newest(conn, 2)?.iter().all(|row| row.state == ChangeState::First) {
        replace_by(conn, contents, whole, now)?;
        return Ok((false, true));
    }
    let (_, wrote) = in_one_change(conn, contents, now, |work| take_over::take_over(work, whole))?;
    Ok((true, wrote))
}

fn replace_by(conn: &Connection, contents: &Contents, whole: &Whole, now: Instant) -> Result<(), JourneyError> {
    for table in ["entries", "documents", "kept_forecasts", "changes", "about"] {
        conn.execute(&format!("DELETE FROM {table}"), [])?;
    }
    write(conn, whole, now)?;
    Ok(about::set_lineage(conn, from_millis(contents.stamp.lineage + 1).unwrap_or(now))?)
}

/// Writes everything into a book without rows.
fn write(conn: &Connection, whole: &Whole, now: Instant) -> Result<(), JourneyError> {
    about::insert(conn, &whole.about, now)?;
    put(&whole.changes, "changes", |row| changes::copy(conn, row))?;
    put(&whole.documents, "documents", |row| documents::insert(conn, row))?;
    put(&whole.entries, "entries", |row| entries::insert(conn, row))?;
    put(&whole.kept_forecasts, "kept_forecasts", |row| kept_forecasts::keep(conn, row).map(drop))?;
    about::next_revision(conn)?;
    stands(conn)
}

/// What stands can be read and reckoned.
fn stands(conn: &Connection) -> Result<(), JourneyError> {
    let contents = Contents::read(conn).map_err(|error| match error {
        BookError::Damaged(reason) => refuse("documents", &reason).into(),
        error => JourneyError::Book(error),
    })?;
    for page in contents.pages() {
        let name = &page.facts.service.name;
        name_is_free_for(&contents, name, Some(page.id)).map_err(|refused| refuse("documents", &refused))?;
        can_be_reckoned(&page.facts)?;
    }
    Ok(())
}

fn can_be_reckoned(facts: &Facts) -> Result<(), Refused> {
    in_our_time("documents", facts.service.start)?;
    for (place, entry) in facts.entries.iter().enumerate() {
        in_our_time(&at("standing entries", place), entry.at)?;
    }
    let last = facts.entries.iter().map(|entry| entry.at).max().unwrap_or(facts.service.start);
    replay(facts, last, Edge::After).map_err(|error| refuse("entries", &error))?;
    Ok(())
}

/// Writes the rows of one list. What the tables do not take is named by its place.
pub(super) fn put<Row>(
    rows: &[Row],
    list: &str,
    write: impl Fn(&Row) -> Result<(), BookError>,
) -> Result<(), JourneyError> {
    for (place, row) in rows.iter().enumerate() {
        write(row).map_err(|error| named(error, list, place))?;
    }
    Ok(())
}

/// A broken rule of the tables is the document's fault; anything else is the file's.
pub(super) fn named(error: BookError, list: &str, place: usize) -> JourneyError {
    match error {
        BookError::Sqlite(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            let reason = "it contradicts another row: an id twice, two that stand, or one that is not there";
            JourneyError::Refused(Refused::BadImport { place: at(list, place), reason: reason.to_owned() })
        }
        error => error.into(),
    }
}
