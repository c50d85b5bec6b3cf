//! The names of backups: when they were made and why stand in the name, so that it survives being copied about.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use runout_core::Instant;

use crate::error::BookError;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// By itself, once a day.
    ByItself,
    /// By hand.
    ByHand,
    /// Before an update of the book's tables.
    BeforeUpdate,
    /// Before another book was restored or imported over it.
    BeforeRestore,
}

/// A backup's name: `runout 2026-11-22 14-05-12 by hand.backup`, the time in UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupName {
    /// The book's own name.
    pub book: String,
    /// When it was made, to the second.
    pub at: Instant,
    /// Why.
    pub why: Why,
}

const ENDING: &str = "backup";
const WHEN: &str = "%Y-%m-%d %H-%M-%S";

impl Why {
    const ALL: [Self; 4] = [Self::ByItself, Self::ByHand, Self::BeforeUpdate, Self::BeforeRestore];

    /// "by itself", "by hand", "before an update", "before a restore".
    pub const fn words(self) -> &'static str {
        match self {
            Self::ByItself => "by itself",
            Self::ByHand => "by hand",
            Self::BeforeUpdate => "before an update",
            Self::BeforeRestore => "before a restore",
        }
    }
}

impl BackupName {
    /// The file's name.
    pub fn text(&self) -> String {
        let Self { book, at, why } = self;
        format!("{book} {} {}.{ENDING}", at.format(WHEN), why.words())
    }

    /// The name of a file, if it is a backup's.
    pub fn read(text: &str) -> Option<Self> {
        let name = text.strip_suffix(ENDING)?.strip_suffix('.')?;
        let why = Why::ALL.into_iter().find(|why| name.ends_with(why.words()))?;
        let rest = name.strip_suffix(why.words())?.strip_suffix(' ')?;
        let cut = rest.len().checked_sub("2026-11-22 14-05-12".len())?;
        let at = NaiveDateTime::parse_from_str(rest.get(cut..)?, WHEN).ok()?.and_utc();
        Some(Self { book: rest.get(..cut)?.strip_suffix(' ')?.to_owned(), at, why })
    }
}

/// Where the backups of a book lie.
pub(crate) fn folder(book: &Path) -> PathBuf {
    book.with_file_name("backups")
}

/// The book's own name, without its ending.
pub(crate) fn stem(book: &Path) -> String {
    book.file_stem().map_or_else(|| "book".to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// A path that no backup has yet; a second one within a second moves on by seconds.
pub(crate) fn free(book: &Path, now: Instant, why: Why) -> Result<PathBuf, BookError> {
    let folder = folder(book);
    fs::create_dir_all(&folder).map_err(|error| BookError::file(&folder, error))?;
    let mut name = BackupName { book: stem(book), at: now, why };
    while folder.join(name.text()).exists() {
        name.at += chrono::TimeDelta::seconds(1);
    }
    Ok(folder.join(name.text()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reads_back_as_what_it_was_made_of() {
        let at = NaiveDateTime::parse_from_str("2026-11-22 14-05-12", WHEN).unwrap().and_utc();
        for (book, why) in [("runout", Why::ByItself), ("my own book", Why::BeforeRestore), ("böök", Why::ByHand)] {
            let name = BackupName { book: book.to_owned(), at, why };
            assert_eq!(BackupName::read(&name.text()), Some(name));
        }
    }

    #[test]
    fn other_files_are_no_backups() {
        for text in ["", "runout.book", "runout by hand.backup", "2026-11-22 14-05-12 by hand.backup", "é.backup"] {
            assert_eq!(BackupName::read(text), None, "{text}");
        }
    }
}
