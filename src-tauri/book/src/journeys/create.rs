//! Make a book.

use std::fs;
use std::path::Path;

use runout_core::Instant;
use runout_core::actions::Action;
use runout_core::credits::Credits;
use runout_core::facts::{ChangeMode, Check, EntryId, Fact, Service, TermsVersion};
use runout_core::terms::Terms;
use rusqlite::Connection;

use super::actions::can_be_a_name;
use crate::book::Book;
use crate::connect;
use crate::contents::Contents;
use crate::error::{BookError, OpenError};
use crate::files::{beside, remove, sync};
use crate::migrate;
use crate::page::ServiceId;
use crate::reckonable::is_reckonable;
use crate::stored::{Origin, StoredAction, StoredService, StoredTermsVersion, millis};
use crate::tables::about::{self, About};
use crate::tables::changes::{self, ChangeState};
use crate::tables::documents::{self, DocumentKind};
use crate::tables::entries::{self, Says};
use crate::transact::in_our_time;

/// What a book is made of, or another service in it.
#[derive(Clone, Debug)]
pub struct NewBook {
    /// The account; its ledger begins at `service.start`.
    pub service: Service,
    /// The plan's rules, from the start on.
    pub terms: Terms,
    /// The catalogue.
    pub actions: Vec<Action>,
    /// What the service shows now: a check at now.
    pub left: Option<Credits>,
    /// What the rules could not say about the plan.
    pub nearest: Option<String>,
}

impl Book {
    /// Makes a book at `path`. It appears whole or not at all.
    ///
    /// # Errors
    /// [`OpenError::Exists`] where a file lies already; else [`OpenError`].
    pub fn create(path: &Path, new: &NewBook, now: Instant) -> Result<Self, OpenError> {
        in_our_time(now)?;
        in_our_time(new.service.start)?;
        can_be_a_name(new.service.name.trim())?;
        Self::make(path, |conn| {
            let change = begin(conn, new, false, "made the book", now)?;
            if let Some(shown) = new.left {
                let check = Fact::Check(Check { shown, pot: None, of_spend: None });
                add(conn, change, now, false, &check)?;
            }
            Ok(is_reckonable(&Contents::read(conn)?.page().facts, now)?)
        })
    }

    /// Makes a file beside the place, fills it in one transaction, and puts it there under its name.
    pub(crate) fn make(
        path: &Path,
        fill: impl FnOnce(&Connection) -> Result<(), OpenError>,
    ) -> Result<Self, OpenError> {
        if path.exists() {
            return Err(OpenError::Exists(path.to_owned()));
        }
        let unfinished = beside(path, &format!("{}.new", std::process::id()));
        let made = make_there(&unfinished, fill).and_then(|()| put_in_place(&unfinished, path));
        if made.is_err() {
            remove(&unfinished)?;
        }
        made?;
        Self::over(connect::connect(path)?, path)
    }
}

fn make_there(path: &Path, fill: impl FnOnce(&Connection) -> Result<(), OpenError>) -> Result<(), OpenError> {
    remove(path)?;
    let mut conn = connect::connect_new(path).map_err(|error| cannot_make(path, error))?;
    migrate::migrate(&mut conn).map_err(|error| cannot_make(path, error))?;
    let tx = conn.transaction().map_err(BookError::from)?;
    fill(&tx)?;
    tx.commit().map_err(BookError::from)?;
    conn.close().map_err(|(_, error)| BookError::from(error))?;
    Ok(sync(path)?)
}

/// A folder that takes no new file says so only now.
fn cannot_make(path: &Path, error: BookError) -> OpenError {
    let folder = path.parent().unwrap_or(path);
    match &error {
        BookError::ReadOnly => OpenError::FolderReadOnly(folder.to_owned()),
        BookError::Sqlite(sqlite) if sqlite.sqlite_error_code() == Some(rusqlite::ErrorCode::CannotOpen) => {
            OpenError::FolderReadOnly(folder.to_owned())
        }
        _ => OpenError::Book(error),
    }
}

/// A link fails where a file lies already; a rename would replace it.
fn put_in_place(from: &Path, to: &Path) -> Result<(), OpenError> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(remove(from)?),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(OpenError::Exists(to.to_owned())),
        // Some file systems know no links.
        Err(_) => Ok(fs::rename(from, to).map_err(|error| BookError::file(to, error))?),
    }
}

/// Writes what every new book begins with; the number of its first change.
pub(crate) fn begin(
    conn: &Connection,
    new: &NewBook,
    sample: bool,
    name: &str,
    now: Instant,
) -> Result<i64, BookError> {
    let about = About { made: millis(now), sample, nearest: new.nearest.clone() };
    about::insert(conn, &about, now)?;
    let revision = about::next_revision(conn)?;
    let change = changes::insert(conn, millis(now), ChangeState::First, revision)?;
    changes::name(conn, change, name)?;
    put_service(conn, change, ServiceId::FIRST, new, None)?;
    Ok(change)
}

/// Writes what every new service begins with.
pub(super) fn put_service(
    conn: &Connection,
    change: i64,
    id: ServiceId,
    new: &NewBook,
    origin: Option<Origin>,
) -> Result<(), BookError> {
    let NewBook { service, terms, actions, left: _, nearest: _ } = new;
    let document = StoredService::from(service).with_origin(origin);
    documents::write(conn, change, id, DocumentKind::SERVICE, &document)?;
    let first = TermsVersion { from: service.start, terms: terms.clone(), mode: ChangeMode::Full };
    documents::write(conn, change, id, (DocumentKind::Terms, "1"), &StoredTermsVersion::from(&first))?;
    for action in actions {
        documents::write(conn, change, id, (DocumentKind::Action, &action.id.0), &StoredAction::from(action))?;
    }
    Ok(())
}

/// Writes an entry of a new book.
pub(crate) fn add(
    conn: &Connection,
    change: i64,
    at: Instant,
    date_only: bool,
    fact: &Fact,
) -> Result<EntryId, BookError> {
    let body = entries::body(EntryId(0), fact)?;
    entries::add(conn, change, ServiceId::FIRST, None, &Says::entry(at, date_only, &body, None))
}
