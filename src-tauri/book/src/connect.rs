//! One connection to a book's file: what is looked at before it is opened, and how it is set up.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::error::{BookError, OpenError};

/// "Runo": what marks a SQLite file as a book.
pub(crate) const APPLICATION_ID: i32 = 0x5275_6e6f;
/// How long a writer waits for another process to finish.
const BUSY: Duration = Duration::from_secs(5);
const HEADER: &[u8; 16] = b"SQLite format 3\0";
/// Where SQLite keeps the application id in its header.
const APPLICATION_ID_AT: usize = 68;

/// Refuses what is not a book, or cannot be written, before SQLite touches it.
pub(crate) fn look_first(path: &Path) -> Result<(), OpenError> {
    let about = match fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(OpenError::Missing(path.into())),
        Err(error) => return Err(BookError::file(path, error).into()),
        Ok(about) => about,
    };
    if !about.is_file() {
        return Err(OpenError::Foreign(path.into()));
    }
    if about.len() == 0 {
        return Err(OpenError::Empty(path.into()));
    }
    look_at_header(path)?;
    if about.permissions().readonly() {
        return Err(OpenError::ReadOnly(path.into()));
    }
    look_at_folder(path)
}

/// SQLite needs to make files beside the book.
fn look_at_folder(path: &Path) -> Result<(), OpenError> {
    let folder = folder_of(path);
    let about = fs::metadata(folder).map_err(|error| BookError::file(folder, error))?;
    if about.permissions().readonly() { Err(OpenError::FolderReadOnly(folder.into())) } else { Ok(()) }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether a file begins as a book does.
pub(crate) fn look_at_header(path: &Path) -> Result<(), OpenError> {
    let mut header = Vec::with_capacity(100);
    let file = match fs::File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
            return Err(OpenError::ReadOnly(path.into()));
        }
        opened => opened.map_err(|error| BookError::file(path, error))?,
    };
    file.take(100).read_to_end(&mut header).map_err(|error| BookError::file(path, error))?;
    let sqlite = header.starts_with(HEADER);
    let ours = header.get(APPLICATION_ID_AT..APPLICATION_ID_AT + 4) == Some(&APPLICATION_ID.to_be_bytes()[..]);
    match (sqlite, ours) {
        (true, true) => Ok(()),
        (true, false) if header.len() == 100 => Err(OpenError::Foreign(path.into())),
        (true, false) => Err(OpenError::Damaged("the file ends in its first line".to_owned())),
        (false, true) => Err(OpenError::Damaged("its first bytes were overwritten".to_owned())),
        (false, false) => Err(OpenError::Foreign(path.into())),
    }
}

/// A connection that writes, with every safety on.
pub(crate) fn connect(path: &Path) -> Result<Connection, BookError> {
    open(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
}

/// A connection to a file that is not there yet.
pub(crate) fn connect_new(path: &Path) -> Result<Connection, BookError> {
    let conn = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(conn)
}

/// A connection that only reads: for files of unknown origin.
pub(crate) fn connect_reading(path: &Path) -> Result<Connection, BookError> {
    open(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
}

fn open(path: &Path, flags: OpenFlags) -> Result<Connection, BookError> {
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.busy_timeout(BUSY)?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cell_size_check", true)?;
    Ok(conn)
}

/// Asks for the write-ahead log, and believes only the answer: a file system that cannot share one gets a rollback
/// journal, as safe, only slower beside others.
pub(crate) fn keep_journal(conn: &Connection) -> Result<(), BookError> {
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode == "wal" {
        conn.pragma_update_and_check(None, "journal_size_limit", 1_048_576, |_| Ok(()))?;
    }
    Ok(())
}

/// Whether SQLite finds the file whole: its own words where it does not.
pub(crate) fn quick_check(conn: &Connection) -> Result<(), BookError> {
    let words: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if words == "ok" { Ok(()) } else { Err(BookError::Damaged(words)) }
}

/// Says in the book's words why SQLite could not open what [`look_first`] let pass: another user's file or folder.
pub(crate) fn connect_looked_at(path: &Path) -> Result<Connection, OpenError> {
    let opened = connect(path).and_then(|conn| identity(&conn).map(|_| conn));
    match opened {
        Ok(conn) if !conn.is_readonly("main").map_err(BookError::from)? => Ok(conn),
        Ok(_) | Err(BookError::ReadOnly) => Err(closed(path)),
        Err(BookError::Sqlite(error)) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => Err(closed(path)),
        Err(error) => Err(error.into()),
    }
}

/// Which of the two cannot be written.
fn closed(path: &Path) -> OpenError {
    match fs::OpenOptions::new().write(true).open(path) {
        Ok(_) => OpenError::FolderReadOnly(folder_of(path).into()),
        Err(_) => OpenError::ReadOnly(path.into()),
    }
}

/// The application id and the version of the schema.
pub(crate) fn identity(conn: &Connection) -> Result<(i32, i64), BookError> {
    let id = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok((id, version))
}
