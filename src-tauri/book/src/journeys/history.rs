//! Everything that was done, by name.

use runout_core::Instant;
use runout_core::facts::EntryId;
use rusqlite::Connection;

use crate::book::Book;
use crate::error::BookError;
use crate::stored::from_millis;
use crate::tables::changes::{self, ChangeState};
use crate::tables::entries;

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
        changes::newest(&self.conn, limit)?.into_iter().map(|row| read(&self.conn, row)).collect()
    }

    /// What undo and redo would do now.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn undo_redo(&self) -> Result<UndoRedo, BookError> {
        let undo = changes::last_done(&self.conn)?.map(|row| row.name);
        let redo = changes::first_undone(&self.conn)?.map(|row| row.name);
        Ok(UndoRedo { undo, redo })
    }
}

fn read(conn: &Connection, row: changes::ChangeRow) -> Result<HistoryRow, BookError> {
    let changes::ChangeRow { id, at, name, state } = row;
    let at = from_millis(at).map_err(|reason| BookError::Stored { place: format!("change {id}"), reason })?;
    Ok(HistoryRow { id, entry: entries::first_of(conn, id)?, at, name, state })
}
