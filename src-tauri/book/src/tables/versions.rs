//! Which versions stand: what undo and redo move, in entries and documents alike.

use rusqlite::{Connection, Row, params};

use crate::error::BookError;
use crate::page::ServiceId;

/// Every version of a table, oldest first.
pub(super) fn all<T>(
    conn: &Connection,
    table: &str,
    columns: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, BookError> {
    let mut rows = conn.prepare_cached(&format!("SELECT {columns} FROM {table} ORDER BY version"))?;
    Ok(rows.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// Lets a version stand no longer, where one stood.
pub(crate) fn lay_down(conn: &Connection, table: &str, version: Option<i64>) -> Result<(), BookError> {
    let Some(version) = version else { return Ok(()) };
    run(conn, &format!("UPDATE {table} SET stands = 0 WHERE version = ?1"), version)
}

/// Takes back what a change wrote: what it superseded stands again.
pub(crate) fn withdraw(conn: &Connection, change: i64) -> Result<(), BookError> {
    for table in ["entries", "documents"] {
        run(conn, &format!("UPDATE {table} SET stands = 0 WHERE change = ?1"), change)?;
        let back = format!(
            "UPDATE {table} SET stands = 1 WHERE change <> ?1
             AND version IN (SELECT supersedes FROM {table} WHERE change = ?1)"
        );
        run(conn, &back, change)?;
    }
    Ok(())
}

/// Lets what a change wrote stand again, in place of what it superseded.
pub(crate) fn reinstate(conn: &Connection, change: i64) -> Result<(), BookError> {
    for table in ["entries", "documents"] {
        let away = format!(
            "UPDATE {table} SET stands = 0 WHERE version IN (SELECT supersedes FROM {table} WHERE change = ?1)"
        );
        run(conn, &away, change)?;
        let back = format!(
            "UPDATE {table} SET stands = 1 WHERE change = ?1 AND version NOT IN
             (SELECT supersedes FROM {table} WHERE change = ?1 AND supersedes IS NOT NULL)"
        );
        run(conn, &back, change)?;
    }
    Ok(())
}

/// Runs a statement about one change or one version.
fn run(conn: &Connection, sql: &str, number: i64) -> Result<(), BookError> {
    conn.prepare_cached(sql)?.execute(params![number])?;
    Ok(())
}

/// The services that a change wrote about.
pub(crate) fn services_of(conn: &Connection, change: i64) -> Result<Vec<ServiceId>, BookError> {
    let mut rows = conn.prepare_cached(
        "SELECT service FROM entries WHERE change = ?1
         UNION SELECT service FROM documents WHERE change = ?1 AND service > 0",
    )?;
    Ok(rows.query_map(params![change], |row| row.get(0).map(ServiceId))?.collect::<Result<_, _>>()?)
}

/// Whether a change wrote anything.
pub(crate) fn any_of(conn: &Connection, change: i64) -> Result<bool, BookError> {
    let mut any = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM entries WHERE change = ?1) OR EXISTS (SELECT 1 FROM documents WHERE change = ?1)",
    )?;
    Ok(any.query_row(params![change], |row| row.get(0))?)
}
