//! The backups of a book, as they lie in their folder.

use std::fs;
use std::path::{Path, PathBuf};

use runout_core::Instant;

use super::names::{BackupName, Why, folder, stem};
use crate::book::Book;
use crate::connect;
use crate::error::{BookError, Refused};

/// A backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its file's name.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
    /// When it was made.
    pub at: Instant,
    /// Why it was made.
    pub why: Why,
    /// Its size.
    pub bytes: u64,
    /// Whether it begins as a book does. It was checked page by page before it got its name, and is again before it is
    /// restored.
    pub checked: bool,
}

/// The backups of the book at `book`, newest first; also of one that cannot be opened.
///
/// # Errors
/// [`BookError::File`].
pub fn backups_of(book: &Path) -> Result<Vec<Backup>, BookError> {
    let folder = folder(book);
    let files = match fs::read_dir(&folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        files => files.map_err(|error| BookError::file(&folder, error))?,
    };
    let paths = files.filter_map(|file| Some(file.ok()?.path()));
    let mut backups: Vec<Backup> = paths.filter_map(|path| backup_at(&path, &stem(book))).collect();
    backups.sort_by(|one, other| (other.at, &other.name).cmp(&(one.at, &one.name)));
    Ok(backups)
}

/// The backup at a path, where its name says that it is one of this book.
pub(super) fn backup_at(path: &Path, book: &str) -> Option<Backup> {
    let name = path.file_name()?.to_str()?.to_owned();
    let BackupName { at, why, .. } = BackupName::read(&name).filter(|name| name.book == book)?;
    let bytes = fs::metadata(path).ok()?.len();
    Some(Backup { checked: connect::look_at_header(path).is_ok(), name, path: path.to_owned(), at, why, bytes })
}

impl Book {
    /// The backups of this book, newest first.
    ///
    /// # Errors
    /// [`BookError::File`].
    pub fn backups(&self) -> Result<Vec<Backup>, BookError> {
        backups_of(&self.path)
    }

    /// The backup with this name.
    ///
    /// # Errors
    /// [`Refused::NoSuchBackup`].
    pub fn backup(&self, name: &str) -> Result<Backup, Refused> {
        let found = self.backups().unwrap_or_default().into_iter().find(|backup| backup.name == name);
        found.ok_or_else(|| Refused::NoSuchBackup(name.to_owned()))
    }
}
