//! The window's lock: two windows cannot hold one book.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::BookError;
use crate::files::{beside, canonical};

/// Held while a window has the book open. The command line does not need it: SQLite's own locks keep writers apart.
#[derive(Debug)]
pub struct WindowLock {
    path: PathBuf,
    _file: File,
}

impl WindowLock {
    /// Takes the lock beside the book; none where another window holds it.
    ///
    /// The system lets go of it when the process ends, however it ends.
    ///
    /// # Errors
    /// [`BookError::ReadOnly`], [`BookError::DiskFull`], [`BookError::File`].
    pub fn take(book: &Path) -> Result<Option<Self>, BookError> {
        // Two names of one book are one book.
        let path = beside(&canonical(book), "lock");
        let opened = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = opened.map_err(|error| match error.kind() {
            std::io::ErrorKind::PermissionDenied => BookError::ReadOnly,
            _ => BookError::file(&path, error),
        })?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { path, _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(BookError::file(&path, error)),
        }
    }

    /// The lock's file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}
