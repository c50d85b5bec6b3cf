//! Versions of everything else that can be undone: the service, its terms, marks of days, actions, settings.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::versions;
use crate::error::BookError;
use crate::page::ServiceId;
use crate::stored::{self, FORM};

/// What a document is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DocumentKind {
    Service,
    Terms,
    Mark,
    Action,
    Setting,
}

/// A version, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct DocumentRow {
    pub(crate) version: i64,
    pub(crate) kind: DocumentKind,
    pub(crate) name: String,
    /// Whose; the book's own for its settings.
    pub(crate) service: ServiceId,
    pub(crate) change: i64,
    pub(crate) supersedes: Option<i64>,
    pub(crate) stands: bool,
    pub(crate) form: i64,
    pub(crate) body: Option<String>,
}

impl DocumentKind {
    /// The document that says what a service is; there is one of each.
    pub(crate) const SERVICE: (Self, &'static str) = (Self::Service, "1");

    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Terms => "terms",
            Self::Mark => "mark",
            Self::Action => "action",
            Self::Setting => "setting",
        }
    }

    pub(crate) fn read(text: &str) -> Option<Self> {
        let all = [Self::Service, Self::Terms, Self::Mark, Self::Action, Self::Setting];
        all.into_iter().find(|kind| kind.text() == text)
    }
}

const COLUMNS: &str = "version, kind, name, service, change, supersedes, stands, form, body";

fn read_row(row: &Row<'_>) -> rusqlite::Result<DocumentRow> {
    let kind: String = row.get(1)?;
    Ok(DocumentRow {
        version: row.get(0)?,
        kind: DocumentKind::read(&kind).ok_or(rusqlite::Error::InvalidQuery)?,
        name: row.get(2)?,
        service: ServiceId(row.get(3)?),
        change: row.get(4)?,
        supersedes: row.get(5)?,
        stands: row.get(6)?,
        form: row.get(7)?,
        body: row.get(8)?,
    })
}

/// Every document that stands, in the order in which they were first written.
pub(crate) fn standing(conn: &Connection) -> Result<Vec<DocumentRow>, BookError> {
    let mut rows = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM documents AS one
         WHERE stands = 1 AND body IS NOT NULL
         ORDER BY (SELECT min(version) FROM documents AS first
                   WHERE first.service = one.service AND first.kind = one.kind AND first.name = one.name)"
    ))?;
    Ok(rows.query_map([], read_row)?.collect::<Result<_, _>>()?)
}

/// Every version, oldest first.
pub(crate) fn all(conn: &Connection) -> Result<Vec<DocumentRow>, BookError> {
    versions::all(conn, "documents", COLUMNS, read_row)
}

/// Whether changes later than this revision touched any document.
pub(crate) fn any_touched_since(conn: &Connection, revision: i64) -> Result<bool, BookError> {
    let mut any = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM changes CROSS JOIN documents ON documents.change = changes.id WHERE changes.revision > ?1)",
    )?;
    Ok(any.query_row(params![revision], |row| row.get(0))?)
}

/// Adds a version that stands in place of the one that stood; no body is a deletion.
pub(crate) fn put(
    conn: &Connection,
    change: i64,
    service: ServiceId,
    (kind, name): (DocumentKind, &str),
    body: Option<&str>,
) -> Result<(), BookError> {
    let mut before = conn.prepare_cached(
        "SELECT version FROM documents WHERE service = ?1 AND kind = ?2 AND name = ?3 AND stands = 1",
    )?;
    let of_this = params![service.0, kind.text(), name];
    let supersedes: Option<i64> = before.query_row(of_this, |row| row.get(0)).optional()?;
    versions::lay_down(conn, "documents", supersedes)?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO documents (service, kind, name, change, supersedes, stands, form, body)
         VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7)",
    )?;
    insert.execute(params![service.0, kind.text(), name, change, supersedes, FORM, body])?;
    Ok(())
}

/// The number of the next service: above every one that ever was.
pub(crate) fn next_service(conn: &Connection) -> Result<ServiceId, BookError> {
    let mut next = conn.prepare_cached(
        "SELECT max(service) + 1 FROM (SELECT service FROM documents
         UNION ALL SELECT service FROM entries UNION ALL SELECT service FROM kept_forecasts)",
    )?;
    Ok(next.query_row([], |row| row.get(0).map(ServiceId))?)
}

/// What the service was last said to be, also after it was removed.
pub(crate) fn last_service(conn: &Connection, service: ServiceId) -> Result<Option<(i64, String)>, BookError> {
    let mut last = conn.prepare_cached(
        "SELECT form, body FROM documents
         WHERE service = ?1 AND kind = 'service' AND body IS NOT NULL ORDER BY version DESC LIMIT 1",
    )?;
    Ok(last.query_row(params![service.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// Adds a version of a document in today's form.
pub(crate) fn write<T: serde::Serialize>(
    conn: &Connection,
    change: i64,
    service: ServiceId,
    (kind, name): (DocumentKind, &str),
    document: &T,
) -> Result<(), BookError> {
    let place = || format!("{} {name}", kind.text());
    let body = stored::write(document).map_err(|reason| BookError::Stored { place: place(), reason })?;
    put(conn, change, service, (kind, name), Some(&body))
}

/// Writes a version as it is.
pub(crate) fn insert(conn: &Connection, row: &DocumentRow) -> Result<(), BookError> {
    let DocumentRow { version, kind, name, service, change, supersedes, stands, form, body } = row;
    let sql = format!("INSERT INTO documents ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    let kind = kind.text();
    let row = params![version, kind, name, service.0, change, supersedes, stands, form, body];
    conn.prepare_cached(&sql)?.execute(row)?;
    Ok(())
}
