//! Bring a backup back. What stood before is backed up first, so it is never lost.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use runout_core::Instant;
use rusqlite::Connection;
use rusqlite::backup::{Backup as PageCopy, StepResult};

use super::list::Backup;
use super::names::Why;
use super::stage::Staged;
use crate::book::Book;
use crate::contents::Contents;
use crate::error::{BookError, JourneyError, OpenError};
use crate::files::{beside, sync, sync_folder};

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The copy of the book as it was before.
    pub before: Backup,
}

/// Another process may hold the file for a moment: 5 seconds in all.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(50);

impl Book {
    /// Puts a backup, or any other copy of a book, in place of what stands here. Its history comes with it.
    ///
    /// # Errors
    /// [`crate::Refused::NoSuchBackup`], [`crate::Refused::BadBackup`]; [`BookError`]: then the book is as it was.
    pub fn restore(&mut self, backup: &Path, now: Instant) -> Result<Restored, JourneyError> {
        let staged = Staged::of(backup, &self.path, now)?;
        let contents = Contents::read(&staged.conn)?;
        let before = self.back_up_because(Why::BeforeRestore, now)?;
        copy_pages(&staged.conn, &mut self.conn)?;
        self.contents = contents;
        self.generation += 1;
        Ok(Restored { before })
    }
}

/// All pages in one transaction: other processes see the one book or the other.
fn copy_pages(from: &Connection, to: &mut Connection) -> Result<(), BookError> {
    let copy = PageCopy::new(from, to)?;
    for _ in 0..TRIES {
        if matches!(copy.step(-1)?, StepResult::Done) {
            return Ok(());
        }
        std::thread::sleep(PAUSE);
    }
    Err(BookError::Busy)
}

/// Puts a backup at the place of a book that cannot be opened. What lay there is set aside beside it, not deleted.
///
/// # Errors
/// [`OpenError`], with what a restore refuses in it.
pub fn restore_over(book: &Path, backup: &Path, now: Instant) -> Result<Book, OpenError> {
    let staged = Staged::of(backup, book, now)?;
    Contents::read(&staged.conn)?;
    sync(&staged.path)?;
    let aside = set_aside(book, now)?;
    if let Err(error) = fs::rename(&staged.path, book) {
        if let Some(aside) = aside {
            fs::rename(aside, book).map_err(|error| BookError::file(book, error))?;
        }
        return Err(BookError::file(book, error).into());
    }
    drop(staged);
    sync_folder(book)?;
    Book::open(book, now)
}

/// Moves a file away from its place, and its journal with it. Where to.
fn set_aside(book: &Path, now: Instant) -> Result<Option<PathBuf>, BookError> {
    let ending = format!("set aside {}", now.format("%Y-%m-%d %H-%M-%S"));
    let mut moved = None;
    for (from, to) in
        [(book.to_owned(), beside(book, &ending)), (with(book, "-wal"), with(&beside(book, &ending), "-wal"))]
    {
        match fs::rename(&from, &to) {
            Ok(()) => moved = moved.or(Some(to)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(BookError::file(from, error)),
        }
    }
    // The index of a journal is nothing without it, and belongs to no other file.
    crate::files::remove(&with(book, "-shm"))?;
    Ok(moved)
}

fn with(path: &Path, tail: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(tail);
    name.into()
}
