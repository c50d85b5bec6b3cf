//! Everything that was done, by name.

use runout_core::Instant;
use runout_core::facts::EntryId;
use rusqlite::Connection;

use crate::book::Book;
use crate::contents::Contents;
use crate::error::BookError;
use crate::page::ServiceId;
use crate::stored::{self, StoredService, from_millis};
use crate::tables::changes::{self, ChangeState};
use crate::tables::{documents, entries, versions};

/// A change of the book's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryRow {
    /// Its number.
    pub id: i64,
    /// The entry that it is about, where it is about one.
    pub entry: Option<EntryId>,
    /// When it was done.
    pub at: Instant,
    /// What was done: "logged Veo 3, 8 s, audio".
    pub name: String,
    /// Whether it holds.
    pub state: ChangeState,
}

/// What undo and redo would do now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoRedo {
    /// The name of what undo would take back.
    pub undo: Option<String>,
    /// The name of what redo would do again.
    pub redo: Option<String>,
}

impl Book {
    /// The newest changes, newest first, undone and dropped ones included.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn history(&self, limit: u32) -> Result<Vec<HistoryRow>, BookError> {
        changes::newest(&self.conn, limit)?.into_iter().map(|row| self.read_change(row)).collect()
    }

    /// What undo and redo would do now.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn undo_redo(&self) -> Result<UndoRedo, BookError> {
        let name = |row: changes::ChangeRow| named_from(&self.conn, &self.contents, row.id, row.name);
        let undo = changes::last_done(&self.conn)?.map(name).transpose()?;
        let redo = changes::first_undone(&self.conn)?.map(name).transpose()?;
        Ok(UndoRedo { undo, redo })
    }

    fn read_change(&self, row: changes::ChangeRow) -> Result<HistoryRow, BookError> {
        let changes::ChangeRow { id, at, name, state } = row;
        let at = from_millis(at).map_err(|reason| BookError::Stored { place: format!("change {id}"), reason })?;
        let name = named_from(&self.conn, &self.contents, id, name)?;
        Ok(HistoryRow { id, entry: entries::first_of(&self.conn, id)?, at, name, state })
    }
}

/// What a change is called beside the page that lies open: one of another service says of which, where its own name
/// does not.
pub(crate) fn named_from(
    conn: &Connection,
    contents: &Contents,
    change: i64,
    name: String,
) -> Result<String, BookError> {
    let services = versions::services_of(conn, change)?;
    let [service] = services[..] else { return Ok(name) };
    if service == contents.page().id {
        return Ok(name);
    }
    let called = match contents.page_of(service) {
        Some(page) => Some(page.facts.service.name.clone()),
        None => removed(conn, service)?,
    };
    Ok(match called {
        Some(called) if !name.contains(&called) => format!("{name}, in {called}"),
        _ => name,
    })
}

/// What a service that was removed was called.
fn removed(conn: &Connection, service: ServiceId) -> Result<Option<String>, BookError> {
    let Some((form, body)) = documents::last_service(conn, service)? else { return Ok(None) };
    let stored: Result<StoredService, _> = stored::read(form, &body);
    let stored = stored.map_err(|reason| BookError::Stored { place: format!("service {}", service.0), reason })?;
    Ok(Some(stored.name().to_owned()))
}
