//! What this book is: one row.

use runout_core::Instant;
use rusqlite::{Connection, Row, params};

use crate::error::BookError;
use crate::page::ServiceId;
use crate::stored::millis;

/// The book as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct About {
    /// When it was made, in unix milliseconds.
    pub(crate) made: i64,
    /// Whether its history is made up.
    pub(crate) sample: bool,
    /// What the plan's rules could not say.
    pub(crate) nearest: Option<String>,
}

/// Where the book stands: another lineage is another history in the same file (a restore, a whole import).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) lineage: i64,
    pub(crate) revision: i64,
}

pub(crate) fn insert(conn: &Connection, about: &About, lineage: Instant) -> Result<(), BookError> {
    let About { made, sample, nearest } = about;
    conn.execute(
        "INSERT INTO about (id, made, sample, nearest, lineage, revision, clock_said) VALUES (1, ?1, ?2, ?3, ?4, 0, 0)",
        params![made, sample, nearest, millis(lineage)],
    )?;
    Ok(())
}

pub(crate) fn read(conn: &Connection) -> Result<About, BookError> {
    let read = |row: &Row<'_>| Ok(About { made: row.get(0)?, sample: row.get(1)?, nearest: row.get(2)? });
    Ok(conn.query_row("SELECT made, sample, nearest FROM about", [], read)?)
}

pub(crate) fn stamp(conn: &Connection) -> Result<Stamp, BookError> {
    let read = |row: &Row<'_>| Ok(Stamp { lineage: row.get(0)?, revision: row.get(1)? });
    Ok(conn.prepare_cached("SELECT lineage, revision FROM about")?.query_row([], read)?)
}

/// Counts one more write; its number.
pub(crate) fn next_revision(conn: &Connection) -> Result<i64, BookError> {
    let mut count = conn.prepare_cached("UPDATE about SET revision = revision + 1 RETURNING revision")?;
    Ok(count.query_row([], |row| row.get(0))?)
}

/// Says that this file holds another history now.
pub(crate) fn set_lineage(conn: &Connection, now: Instant) -> Result<(), BookError> {
    conn.execute("UPDATE about SET lineage = max(lineage + 1, ?1)", params![millis(now)])?;
    Ok(())
}

/// The service that was looked at last.
pub(crate) fn looked_at(conn: &Connection) -> Result<ServiceId, BookError> {
    Ok(conn.query_row("SELECT looked_at FROM about", [], |row| row.get(0).map(ServiceId))?)
}

/// Remembers which service is looked at. No change of the book: whoever reads is not told, and undo does not know it.
pub(crate) fn look_at(conn: &Connection, service: ServiceId) -> Result<(), BookError> {
    conn.execute("UPDATE about SET looked_at = ?1 WHERE looked_at <> ?1", params![service.0])?;
    Ok(())
}

/// The change for which a clock set back was last said.
pub(crate) fn clock_said(conn: &Connection) -> Result<i64, BookError> {
    Ok(conn.query_row("SELECT clock_said FROM about", [], |row| row.get(0))?)
}

pub(crate) fn say_clock(conn: &Connection, change: i64) -> Result<(), BookError> {
    conn.execute("UPDATE about SET clock_said = ?1", params![change])?;
    Ok(())
}
