//! A copy of a backup, beside the book, brought up to date: what is looked at and what is restored.

use std::path::{Path, PathBuf};

use runout_core::Instant;
use rusqlite::{Connection, params};

use crate::connect::{self, APPLICATION_ID};
use crate::error::{BookError, JourneyError, Refused};
use crate::files::{as_text, beside, remove};
use crate::migrate;
use crate::tables::about;

/// The copy. It goes away when it is dropped.
pub(super) struct Staged {
    pub(super) conn: Connection,
    pub(super) path: PathBuf,
}

impl Staged {
    /// Copies a backup of any age beside the book, checks it, and makes its history one of its own.
    pub(super) fn of(backup: &Path, book: &Path, now: Instant) -> Result<Self, JourneyError> {
        let name = backup.file_name().unwrap_or(backup.as_os_str()).to_string_lossy().into_owned();
        let bad = |reason: String| Refused::BadBackup { name: name.clone(), reason };
        if !backup.is_file() {
            return Err(Refused::NoSuchBackup(name).into());
        }
        connect::look_at_header(backup).map_err(|error| bad(error.to_string()))?;
        let path = beside(book, "restoring");
        remove(&path)?;
        let source = connect::connect_reading(backup).map_err(|error| bad(error.to_string()))?;
        version_of(&source).map_err(bad)?;
        let text = as_text(&path)?;
        source.execute("VACUUM INTO ?1", params![text]).map_err(|error| not_copied(error, bad))?;
        let mut staged = Self { conn: connect::connect(&path)?, path };
        staged.bring_up_to_date(now)?;
        Ok(staged)
    }

    fn bring_up_to_date(&mut self, now: Instant) -> Result<(), BookError> {
        migrate::migrate(&mut self.conn)?;
        about::set_lineage(&self.conn, now)
    }
}

/// A full disk is the book's trouble; whatever else SQLite says is the backup's.
fn not_copied(error: rusqlite::Error, bad: impl Fn(String) -> Refused) -> JourneyError {
    match BookError::from(error) {
        BookError::DiskFull => BookError::DiskFull.into(),
        error => bad(error.to_string()).into(),
    }
}

/// The version of a backup that is whole and not newer than this program.
fn version_of(conn: &Connection) -> Result<i64, String> {
    let (id, version) = connect::identity(conn).map_err(|error| error.to_string())?;
    if id != APPLICATION_ID {
        return Err("it is not a book of Runout".to_owned());
    }
    if version > migrate::NEWEST {
        return Err("it is from a newer Runout".to_owned());
    }
    connect::quick_check(conn).map_err(|error| error.to_string())?;
    Ok(version)
}

impl Drop for Staged {
    fn drop(&mut self) {
        // What cannot be removed is overwritten by the next one.
        drop(remove(&self.path));
    }
}
