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
        let mut contents = Contents::read(&staged.conn)?;
        contents.turn_to(self.service());
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
    let moved = set_aside(book, now)?;
    if let Err(error) = fs::rename(&staged.path, book) {
        put_back(&moved)?;
        return Err(BookError::file(book, error).into());
    }
    drop(staged);
    sync_folder(book)?;
    Book::open(book, now)
}

/// A file that was moved: from where, and where to.
type Moved = (PathBuf, PathBuf);

/// Moves a file away from its place, and its journal with it: all of it or nothing.
fn set_aside(book: &Path, now: Instant) -> Result<Vec<Moved>, BookError> {
    let aside = free_name(book, now);
    let mut moved = Vec::new();
    // The index of a journal is nothing without it, so it goes along too.
    for tail in ["", "-wal", "-shm"] {
        let (from, to) = (with(book, tail), with(&aside, tail));
        match fs::rename(&from, &to) {
            Ok(()) => moved.push((from, to)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => {
                put_back(&moved)?;
                return Err(BookError::file(from, error));
            }
        }
    }
    Ok(moved)
}

/// Moves everything back to where it was.
fn put_back(moved: &[Moved]) -> Result<(), BookError> {
    moved.iter().rev().try_for_each(|(from, to)| fs::rename(to, from).map_err(|error| BookError::file(from, error)))
}

/// A name beside the book under which nothing lies; a second one within a second moves on by seconds.
fn free_name(book: &Path, now: Instant) -> PathBuf {
    let named = |at: Instant| beside(book, &format!("set aside {}", at.format("%Y-%m-%d %H-%M-%S")));
    let mut at = now;
    while ["", "-wal", "-shm"].iter().any(|tail| with(&named(at), tail).exists()) {
        at += chrono::TimeDelta::seconds(1);
    }
    named(at)
}

fn with(path: &Path, tail: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(tail);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// That a rename fails half-way can only be told from here.
    #[test]
    fn what_cannot_be_set_aside_whole_stays_whole() {
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("runout.book");
        let now = "2026-11-22T14:05:12Z".parse().unwrap();
        let lies = |tail: &str| fs::read_to_string(with(&book, tail)).unwrap();
        for tail in ["", "-wal"] {
            fs::write(with(&book, tail), tail).unwrap();
        }
        let moved = set_aside(&book, now).unwrap();
        assert_eq!(moved.len(), 2);
        put_back(&moved).unwrap();
        assert_eq!((lies(""), lies("-wal")), (String::new(), "-wal".to_owned()));
        let (first, second) = (set_aside(&book, now).unwrap(), free_name(&book, now));
        assert_ne!(first[0].1, second, "a name of its own within the same second");
    }
}
