//! Versions of entries. Rows are only ever added; which version of an entry stands is what undo and redo move.

use runout_core::facts::{Entry, EntryId, Fact};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::versions;
use crate::error::BookError;
use crate::page::ServiceId;
use crate::stored::{self, FORM, StoredError, StoredFact, from_millis, millis};

/// A version, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct EntryRow {
    pub(crate) version: i64,
    pub(crate) entry: i64,
    pub(crate) service: ServiceId,
    pub(crate) change: i64,
    pub(crate) supersedes: Option<i64>,
    pub(crate) stands: bool,
    pub(crate) natural_key: Option<String>,
    pub(crate) at: i64,
    pub(crate) date_only: bool,
    pub(crate) form: i64,
    pub(crate) body: Option<String>,
}

const COLUMNS: &str = "version, entry, service, change, supersedes, stands, natural_key, at, date_only, form, body";

/// The body of a fact.
pub(crate) fn body(id: EntryId, fact: &Fact) -> Result<String, BookError> {
    stored::write(&StoredFact::from(fact)).map_err(|reason| unreadable(id.0, reason))
}

fn unreadable(id: i64, reason: StoredError) -> BookError {
    BookError::Stored { place: format!("entry {id}"), reason }
}

fn read_entry(row: &Row<'_>) -> Result<(ServiceId, Entry), BookError> {
    let id: i64 = row.get(0)?;
    let body = row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?;
    let entry = decode(EntryId(id), row.get(1)?, row.get(2)?, row.get(3)?, body);
    Ok((ServiceId(row.get(5)?), entry.map_err(|reason| unreadable(id, reason))?))
}

/// The entry of a version's columns.
pub(crate) fn decode(id: EntryId, at: i64, date_only: bool, form: i64, body: &str) -> Result<Entry, StoredError> {
    let fact: StoredFact = stored::read(form, body)?;
    Ok(Entry { id, at: from_millis(at)?, date_only, fact: fact.try_into()? })
}

/// Every entry that stands, in the order of entry.
pub(crate) fn standing(conn: &Connection) -> Result<Vec<(ServiceId, Entry)>, BookError> {
    let mut statement = conn.prepare_cached(
        "SELECT entry, at, date_only, form, body, service FROM entries NOT INDEXED WHERE stands = 1 AND body IS NOT NULL",
    )?;
    let mut rows = statement.query([])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(read_entry(row)?);
    }
    entries.sort_by_key(|(_, entry)| entry.id);
    Ok(entries)
}

/// One entry, if it stands.
pub(crate) fn standing_one(conn: &Connection, id: EntryId) -> Result<Option<(ServiceId, Entry)>, BookError> {
    let mut statement = conn.prepare_cached(
        "SELECT entry, at, date_only, form, body, service FROM entries WHERE entry = ?1 AND stands = 1 AND body IS NOT NULL",
    )?;
    let mut rows = statement.query(params![id.0])?;
    rows.next()?.map(read_entry).transpose()
}

/// The entries that changes later than this revision touched, at most `limit`. The order of the join is given: left to
/// itself, SQLite reads every entry.
pub(crate) fn touched_since(conn: &Connection, revision: i64, limit: u32) -> Result<Vec<EntryId>, BookError> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT entries.entry FROM changes CROSS JOIN entries ON entries.change = changes.id
         WHERE changes.revision > ?1 LIMIT ?2",
    )?;
    Ok(statement.query_map(params![revision, limit], |row| row.get(0).map(EntryId))?.collect::<Result<_, _>>()?)
}

/// The first entry that a change touched.
pub(crate) fn first_of(conn: &Connection, change: i64) -> Result<Option<EntryId>, BookError> {
    let mut statement = conn.prepare_cached("SELECT min(entry) FROM entries WHERE change = ?1")?;
    let first: Option<i64> = statement.query_row(params![change], |row| row.get(0))?;
    Ok(first.map(EntryId))
}

/// The number of the next version: above every version and every id, so that neither is ever used twice.
pub(crate) fn next_version(conn: &Connection) -> Result<i64, BookError> {
    let mut statement = conn.prepare_cached(
        "SELECT max(coalesce((SELECT max(version) FROM entries), 0), coalesce((SELECT max(entry) FROM entries), 0)) + 1",
    )?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The version of an entry that stands, a deletion included.
pub(crate) fn standing_version(conn: &Connection, entry: EntryId) -> Result<Option<(i64, Option<String>)>, BookError> {
    let mut statement =
        conn.prepare_cached("SELECT version, natural_key FROM entries WHERE entry = ?1 AND stands = 1")?;
    Ok(statement.query_row(params![entry.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// The entry that an imported key names, deleted ones included.
pub(crate) fn by_key(conn: &Connection, service: ServiceId, key: &str) -> Result<Option<EntryId>, BookError> {
    let mut statement =
        conn.prepare_cached("SELECT entry FROM entries WHERE service = ?1 AND natural_key = ?2 AND stands = 1")?;
    Ok(statement.query_row(params![service.0, key], |row| row.get(0).map(EntryId)).optional()?)
}

/// What a version says.
pub(crate) struct Says<'a> {
    pub(crate) at: i64,
    pub(crate) date_only: bool,
    pub(crate) body: Option<&'a str>,
    pub(crate) natural_key: Option<&'a str>,
}

impl<'a> Says<'a> {
    /// An entry with this body.
    pub(crate) fn entry(at: runout_core::Instant, date_only: bool, body: &'a str, key: Option<&'a str>) -> Self {
        Self { at: millis(at), date_only, body: Some(body), natural_key: key }
    }
}

/// Adds a version that stands in place of the one that stood. A new entry's id is the number of its first version.
pub(crate) fn add(
    conn: &Connection,
    change: i64,
    service: ServiceId,
    entry: Option<EntryId>,
    says: &Says<'_>,
) -> Result<EntryId, BookError> {
    let version = next_version(conn)?;
    let entry = entry.unwrap_or(EntryId(version));
    let before = standing_version(conn, entry)?;
    let key = says.natural_key.map(str::to_owned).or_else(|| before.as_ref().and_then(|(_, key)| key.clone()));
    let supersedes = before.map(|(version, _)| version);
    versions::lay_down(conn, "entries", supersedes)?;
    let row = EntryRow {
        version,
        entry: entry.0,
        service,
        change,
        supersedes,
        stands: true,
        natural_key: key,
        at: says.at,
        date_only: says.date_only,
        form: FORM,
        body: says.body.map(str::to_owned),
    };
    insert(conn, &row)?;
    Ok(entry)
}

/// Writes a version as it is.
pub(crate) fn insert(conn: &Connection, row: &EntryRow) -> Result<(), BookError> {
    let EntryRow { version, entry, service, change, supersedes, stands, natural_key, at, date_only, form, body } = row;
    let sql = format!("INSERT INTO entries ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    conn.prepare_cached(&sql)?.execute(params![
        version,
        entry,
        service.0,
        change,
        supersedes,
        stands,
        natural_key,
        at,
        date_only,
        form,
        body
    ])?;
    Ok(())
}

/// Every version, oldest first.
pub(crate) fn all(conn: &Connection) -> Result<Vec<EntryRow>, BookError> {
    versions::all(conn, "entries", COLUMNS, read_row)
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<EntryRow> {
    Ok(EntryRow {
        version: row.get(0)?,
        entry: row.get(1)?,
        service: ServiceId(row.get(2)?),
        change: row.get(3)?,
        supersedes: row.get(4)?,
        stands: row.get(5)?,
        natural_key: row.get(6)?,
        at: row.get(7)?,
        date_only: row.get(8)?,
        form: row.get(9)?,
        body: row.get(10)?,
    })
}
