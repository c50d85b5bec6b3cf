//! The few things that are done to files themselves.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::error::BookError;

/// The path with one more ending: `runout.book` and `runout.book.lock`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".");
    name.push(ending);
    name.into()
}

/// The file itself, where the path leads to it by a link; the path as it is where nothing lies there yet.
pub(crate) fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Waits until a file is on the disk.
pub(crate) fn sync(path: &Path) -> Result<(), BookError> {
    File::open(path).and_then(|file| file.sync_all()).map_err(|error| BookError::file(path, error))
}

/// Waits until the name of a file is on the disk, where the system can say so.
#[cfg(unix)]
pub(crate) fn sync_folder(path: &Path) -> Result<(), BookError> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(Ok(()), sync)
}

/// Elsewhere a folder cannot be opened; the rename itself is durable there.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_path: &Path) -> Result<(), BookError> {
    Ok(())
}

/// A path as SQLite's `VACUUM INTO` can be told it: as text, never as another path.
pub(crate) fn as_text(path: &Path) -> Result<&str, BookError> {
    let unlike_text = || std::io::Error::new(std::io::ErrorKind::InvalidFilename, "its path is not text");
    path.to_str().ok_or_else(|| BookError::file(path, unlike_text()))
}

pub(crate) fn remove(path: &Path) -> Result<(), BookError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(BookError::file(path, error)),
        _ => Ok(()),
    }
}
