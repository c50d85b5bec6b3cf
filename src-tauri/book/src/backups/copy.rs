//! One copy: beside its place, checked, on the disk, and only then under its name.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, params};

use crate::connect;
use crate::error::BookError;
use crate::files::{as_text, beside, remove, sync, sync_folder};

/// Copies a book to a place where nothing lies yet. It appears there whole, checked, or not at all.
pub(crate) fn copy(conn: &Connection, to: &Path) -> Result<(), BookError> {
    let unfinished = beside(to, "unfinished");
    remove(&unfinished)?;
    let done = copy_there(conn, &unfinished).and_then(|()| {
        fs::rename(&unfinished, to).map_err(|error| BookError::file(to, error))?;
        sync_folder(to)
    });
    if done.is_err() {
        remove(&unfinished)?;
    }
    done
}

fn copy_there(conn: &Connection, to: &Path) -> Result<(), BookError> {
    conn.execute("VACUUM INTO ?1", params![as_text(to)?])?;
    let copied = connect::connect_reading(to)?;
    connect::quick_check(&copied)?;
    copied.close().map_err(|(_, error)| BookError::from(error))?;
    sync(to)
}
