//! What was done, by name: the steps of undo and redo.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::error::BookError;

/// Where a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeState {
    /// The book's making: it cannot be undone.
    First,
    /// It holds.
    Done,
    /// It was undone and can be redone.
    Undone,
    /// It was undone, and then something else was done.
    Dropped,
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct ChangeRow {
    pub(crate) id: i64,
    pub(crate) at: i64,
    pub(crate) name: String,
    pub(crate) state: ChangeState,
}

impl ChangeState {
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Dropped => "dropped",
        }
    }

    pub(crate) fn read(text: &str) -> Option<Self> {
        [Self::First, Self::Done, Self::Undone, Self::Dropped].into_iter().find(|state| state.text() == text)
    }
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<ChangeRow> {
    let state: String = row.get(3)?;
    let state = ChangeState::read(&state).unwrap_or(ChangeState::Dropped);
    Ok(ChangeRow { id: row.get(0)?, at: row.get(1)?, name: row.get(2)?, state })
}

/// Adds a change under a number of its own; whatever was undone before can no longer be redone.
pub(crate) fn insert(conn: &Connection, at: i64, state: ChangeState, revision: i64) -> Result<i64, BookError> {
    conn.prepare_cached("UPDATE changes SET state = 'dropped' WHERE state = 'undone'")?.execute([])?;
    let mut insert =
        conn.prepare_cached("INSERT INTO changes (at, name, state, revision) VALUES (?1, '', ?2, ?3) RETURNING id")?;
    Ok(insert.query_row(params![at, state.text(), revision], |row| row.get(0))?)
}

/// Adds a change as another book had it.
pub(crate) fn copy(conn: &Connection, row: &ChangeRow) -> Result<(), BookError> {
    let ChangeRow { id, at, name, state } = row;
    let mut insert =
        conn.prepare_cached("INSERT INTO changes (id, at, name, state, revision) VALUES (?1, ?2, ?3, ?4, 0)")?;
    insert.execute(params![id, at, name, state.text()])?;
    Ok(())
}

/// Names a change, once it is known what it did.
pub(crate) fn name(conn: &Connection, id: i64, name: &str) -> Result<(), BookError> {
    conn.prepare_cached("UPDATE changes SET name = ?2 WHERE id = ?1")?.execute(params![id, name])?;
    Ok(())
}

pub(crate) fn set_state(conn: &Connection, id: i64, state: ChangeState, revision: i64) -> Result<(), BookError> {
    let mut update = conn.prepare_cached("UPDATE changes SET state = ?2, revision = ?3 WHERE id = ?1")?;
    update.execute(params![id, state.text(), revision])?;
    Ok(())
}

/// The change that undo would undo.
pub(crate) fn last_done(conn: &Connection) -> Result<Option<ChangeRow>, BookError> {
    one(conn, "SELECT id, at, name, state FROM changes WHERE state = 'done' ORDER BY id DESC LIMIT 1")
}

/// The change that redo would redo.
pub(crate) fn first_undone(conn: &Connection) -> Result<Option<ChangeRow>, BookError> {
    one(conn, "SELECT id, at, name, state FROM changes WHERE state = 'undone' ORDER BY id LIMIT 1")
}

/// The newest change of all.
pub(crate) fn last(conn: &Connection) -> Result<Option<ChangeRow>, BookError> {
    one(conn, "SELECT id, at, name, state FROM changes ORDER BY id DESC LIMIT 1")
}

fn one(conn: &Connection, sql: &str) -> Result<Option<ChangeRow>, BookError> {
    Ok(conn.prepare_cached(sql)?.query_row([], read_row).optional()?)
}

/// Every change, oldest first.
pub(crate) fn all(conn: &Connection) -> Result<Vec<ChangeRow>, BookError> {
    let mut rows = conn.prepare_cached("SELECT id, at, name, state FROM changes ORDER BY id")?;
    Ok(rows.query_map([], read_row)?.collect::<Result<_, _>>()?)
}

/// The newest changes, newest first.
pub(crate) fn newest(conn: &Connection, limit: u32) -> Result<Vec<ChangeRow>, BookError> {
    let mut rows = conn.prepare_cached("SELECT id, at, name, state FROM changes ORDER BY id DESC LIMIT ?1")?;
    Ok(rows.query_map(params![limit], read_row)?.collect::<Result<_, _>>()?)
}
