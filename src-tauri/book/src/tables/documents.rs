//! Versions of everything else that can be undone: the service, its terms, marks of days, actions, settings.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::versions;
use crate::error::BookError;
use crate::stored::FORM;

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
    pub(crate) change: i64,
    pub(crate) supersedes: Option<i64>,
    pub(crate) stands: bool,
    pub(crate) form: i64,
    pub(crate) body: Option<String>,
}

impl DocumentKind {
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

const COLUMNS: &str = "version, kind, name, change, supersedes, stands, form, body";

fn read_row(row: &Row<'_>) -> rusqlite::Result<DocumentRow> {
    let kind: String = row.get(1)?;
    Ok(DocumentRow {
        version: row.get(0)?,
        kind: DocumentKind::read(&kind).ok_or(rusqlite::Error::InvalidQuery)?,
        name: row.get(2)?,
        change: row.get(3)?,
        supersedes: row.get(4)?,
        stands: row.get(5)?,
        form: row.get(6)?,
        body: row.get(7)?,
    })
}

/// Every document that stands, in the order in which they were first written.
pub(crate) fn standing(conn: &Connection) -> Result<Vec<DocumentRow>, BookError> {
    let mut rows = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM documents AS one
         WHERE stands = 1 AND body IS NOT NULL
         ORDER BY (SELECT min(version) FROM documents AS first WHERE first.kind = one.kind AND first.name = one.name)"
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
    kind: DocumentKind,
    name: &str,
    body: Option<&str>,
) -> Result<(), BookError> {
    let mut before =
        conn.prepare_cached("SELECT version FROM documents WHERE kind = ?1 AND name = ?2 AND stands = 1")?;
    let supersedes: Option<i64> = before.query_row(params![kind.text(), name], |row| row.get(0)).optional()?;
    versions::lay_down(conn, "documents", supersedes)?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO documents (kind, name, change, supersedes, stands, form, body) VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6)",
    )?;
    insert.execute(params![kind.text(), name, change, supersedes, FORM, body])?;
    Ok(())
}

/// Writes a version as it is.
pub(crate) fn insert(conn: &Connection, row: &DocumentRow) -> Result<(), BookError> {
    let DocumentRow { version, kind, name, change, supersedes, stands, form, body } = row;
    let sql = format!("INSERT INTO documents ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    conn.prepare_cached(&sql)?.execute(params![version, kind.text(), name, change, supersedes, stands, form, body])?;
    Ok(())
}
