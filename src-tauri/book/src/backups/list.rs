//! The backups of a book, as they lie in their folder.

use std::fs;
use std::path::{Path, PathBuf};

use runout_core::Instant;

use super::looked_at::is_whole;
use super::names::{BackupName, Why, folder, stem};
use crate::book::Book;
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
    /// Whether SQLite finds every page of it whole.
    pub checked: bool,
}

/// A file among the backups, as its name says.
pub(super) struct Lying {
    pub(super) path: PathBuf,
    pub(super) name: BackupName,
}

/// The backups of the book at `book`, newest first, each looked at page by page; also of one that cannot be opened.
///
/// # Errors
/// [`BookError::File`].
pub fn backups_of(book: &Path) -> Result<Vec<Backup>, BookError> {
    Ok(lying(book)?.iter().filter_map(backup).collect())
}

/// The files that are backups of this book by their names, newest first.
pub(super) fn lying(book: &Path) -> Result<Vec<Lying>, BookError> {
    let folder = folder(book);
    let files = match fs::read_dir(&folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        files => files.map_err(|error| BookError::file(&folder, error))?,
    };
    let stem = stem(book);
    let read = |path: PathBuf| {
        let name = BackupName::read(path.file_name()?.to_str()?).filter(|name| name.book == stem)?;
        Some(Lying { path, name })
    };
    let mut lying: Vec<Lying> = files.filter_map(|file| read(file.ok()?.path())).collect();
    lying.sort_by(|one, other| (other.name.at, &other.path).cmp(&(one.name.at, &one.path)));
    Ok(lying)
}

/// What the list says about a file.
pub(super) fn backup(lying: &Lying) -> Option<Backup> {
    let Lying { path, name: BackupName { book: _, at, why } } = lying;
    let about = fs::metadata(path).ok()?;
    let name = path.file_name()?.to_str()?.to_owned();
    let checked = is_whole(path, &about);
    Some(Backup { name, path: path.clone(), at: *at, why: *why, bytes: about.len(), checked })
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
        let mut lying = lying(&self.path).unwrap_or_default();
        lying.retain(|file| file.path.file_name().is_some_and(|own| own == name));
        lying.first().and_then(backup).ok_or_else(|| Refused::NoSuchBackup(name.to_owned()))
    }
}
