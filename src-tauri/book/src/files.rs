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

pub(crate) fn remove(path: &Path) -> Result<(), BookError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(BookError::file(path, error)),
        _ => Ok(()),
    }
}
