//! One window a book: the lock, and the knock of a second start.
//!
//! Both are plain files beside the book, so that they work without a session bus, on every platform alike. The lock is
//! the operating system's own: it is gone when the program is, however that ended.

use std::fs::File;
use std::path::{Path, PathBuf};

/// The right to show one book in a window. Dropping it gives the right back.
#[derive(Debug)]
pub struct WindowLock {
    _held: runout_book::WindowLock,
    knock: PathBuf,
}

/// What came of asking for the lock.
#[derive(Debug)]
pub enum Locked {
    /// This window has it now.
    Here(WindowLock),
    /// Another window has it, and was asked to come to the front.
    Elsewhere,
    /// No lock can be made there: the folder is missing or can only be read. The book's own checks say more.
    Nowhere,
}

impl WindowLock {
    /// Asks for the lock of a book, and knocks where another window holds it.
    pub fn take(book: &Path) -> Locked {
        // Two names of one book are one book; where nothing lies yet, there is no other name.
        let knock = book.canonicalize().unwrap_or_else(|_| book.to_owned()).with_added_extension("knock");
        match runout_book::WindowLock::take(book) {
            Ok(Some(held)) => {
                // A knock that was meant for a window that is gone.
                let _ = std::fs::remove_file(&knock);
                Locked::Here(Self { _held: held, knock })
            }
            Ok(None) => {
                let _ = File::create(&knock);
                Locked::Elsewhere
            }
            Err(_) => Locked::Nowhere,
        }
    }

    /// Whether another start knocked since the last time that this was asked.
    pub fn knocked(&self) -> bool {
        std::fs::remove_file(&self.knock).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_window_is_refused_and_knocks() {
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("book.runout");
        let Locked::Here(first) = WindowLock::take(&book) else { panic!("the first one has it") };
        assert!(!first.knocked());
        assert!(matches!(WindowLock::take(&book), Locked::Elsewhere));
        assert!(first.knocked());
        assert!(!first.knocked());
        drop(first);
        assert!(matches!(WindowLock::take(&book), Locked::Here(_)));
    }

    #[cfg(unix)]
    #[test]
    fn a_window_that_came_by_a_link_is_the_same_books() {
        let folder = tempfile::tempdir().unwrap();
        let (book, link) = (folder.path().join("book.runout"), folder.path().join("link.runout"));
        std::fs::write(&book, "a book").unwrap();
        std::os::unix::fs::symlink(&book, &link).unwrap();
        let Locked::Here(first) = WindowLock::take(&book) else { panic!("the first one has it") };
        assert!(matches!(WindowLock::take(&link), Locked::Elsewhere));
        assert!(first.knocked());
    }

    #[test]
    fn where_nothing_can_be_written_there_is_no_lock_and_no_error() {
        assert!(matches!(WindowLock::take(Path::new("/nowhere/at/all/book.runout")), Locked::Nowhere));
    }
}
