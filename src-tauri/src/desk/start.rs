//! How a book comes to lie on the desk: made, taken along, or the sample.

use std::path::{Path, PathBuf};

use runout_book::{Book, BookError, NewBook, OpenError};
use runout_core::Instant;
use runout_core::outlook::Text;

use super::told::Told;
use super::{Desk, Open};
use crate::lock::{Locked, WindowLock};
use crate::refusal::refusal;
use crate::views::first_run;
use crate::wire::{FirstRun, FirstRunAnswer, FirstRunView, Refusal};
use crate::{clock, locale};

impl Desk {
    /// What the first run can choose.
    pub(super) fn first_run(&self) -> FirstRunView {
        first_run::first_run(self.now(), locale::automatic(), self.look())
    }

    /// The answer that lives under the first run's fields.
    pub fn first_run_answer(&self, typed: &FirstRun) -> FirstRunAnswer {
        first_run::answer(typed, self.now())
    }

    /// Makes the book that the first run's fields say.
    ///
    /// # Errors
    /// The first thing that is wrong with the fields, or why no file could be made.
    pub fn start(&mut self, typed: &FirstRun) -> Result<Told, Refusal> {
        let new = self.typed_book(typed)?;
        self.create(&new)
    }

    /// What the first run's fields say.
    pub(super) fn typed_book(&self, typed: &FirstRun) -> Result<NewBook, Refusal> {
        let broken = || refusal("no_answer", "Type the three figures first.");
        first_run::new_book(typed, self.now())
            .map_err(|mut wrong| if wrong.is_empty() { broken() } else { wrong.remove(0) })
    }

    /// Makes a book at its place and opens it.
    ///
    /// # Errors
    /// Why no file could be made.
    pub fn create(&mut self, new: &NewBook) -> Result<Told, Refusal> {
        let path = self.folders.own().to_path_buf();
        make_folder(&path)?;
        let now = self.clock.now(new.service.zone);
        let book = Book::create(&path, new, now).map_err(|error| Refusal::from(&error))?;
        self.kept.clear();
        self.open = Open::Book(Box::new(book));
        let left = self.outlook(|outlook, pen| Ok(pen.exact(outlook.ledger.left())))?;
        let words = Text::plain(format!("{} begins: ", new.service.name)).fact(format!("{left} left")).say(".");
        Ok(Told { words, offers: None, entry: None })
    }

    /// Opens a book of another place, and takes it as the own one from now on.
    ///
    /// # Errors
    /// Why it cannot be opened; the book that lay open stays.
    pub fn take_along(&mut self, path: PathBuf) -> Result<(), Refusal> {
        let lock = self.lock_of(&path)?;
        let book = Book::open(&path, self.now()).map_err(|error| Refusal::from(&error))?;
        self.lay_down(book, lock);
        // Where it cannot be remembered, the next start opens the former book: a nuisance, no loss.
        let _ = self.folders.take(path);
        Ok(())
    }

    /// Puts the sample book on the desk: made anew, so that it ends today.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn start_sample(&mut self) -> Result<Told, Refusal> {
        let path = self.folders.sample();
        make_folder(&path)?;
        let lock = self.lock_of_sample(&path)?;
        let lay_open = path == self.path();
        is_only_a_sample(&path, self.now())?;
        if lay_open {
            self.open = Open::Nothing;
        }
        remove_book(&path)?;
        let book = Book::create_sample(&path, clock::zone(), self.now()).map_err(|error| Refusal::from(&error))?;
        self.lay_down(book, lock);
        // The banner over the window says what it is.
        Ok(Told::nothing())
    }

    /// Back from the sample to the person's own book, or to the first run.
    pub fn leave_sample(&mut self) {
        self.locks.truncate(1);
        self.lay_open(self.folders.own().to_path_buf());
    }

    /// The lock of another book's window; a desk without a window needs none.
    fn lock_of(&self, path: &Path) -> Result<Option<WindowLock>, Refusal> {
        if self.locks.is_empty() || path == self.path() { Ok(None) } else { take_lock(path) }
    }

    /// The lock of the sample's window: what is about to be made anew must lie open nowhere else.
    fn lock_of_sample(&self, path: &Path) -> Result<Option<WindowLock>, Refusal> {
        if path == self.path() { self.lock_of(path) } else { take_lock(path) }
    }
}

fn take_lock(path: &Path) -> Result<Option<WindowLock>, Refusal> {
    match WindowLock::take(path) {
        Locked::Here(lock) => Ok(Some(lock)),
        Locked::Nowhere => Ok(None),
        Locked::Elsewhere => {
            Err(refusal("open_elsewhere", "Another window of Runout shows that book. It comes to the front."))
        }
    }
}

/// Refuses to make the sample anew over a book that somebody lives in.
fn is_only_a_sample(path: &Path, now: Instant) -> Result<(), Refusal> {
    match Book::open(path, now) {
        Err(OpenError::Missing(_)) => Ok(()),
        Ok(book) if book.is_sample() => Ok(()),
        Ok(_) => Err(refusal(
            "not_a_sample",
            format!(
                "{} is a book of your own, not sample data. It was left as it is. Move it, then try again.",
                path.display()
            ),
        )),
        Err(error) => Err((&error).into()),
    }
}

/// Removes an older sample with the files that SQLite keeps beside it.
pub(super) fn remove_book(path: &Path) -> Result<(), Refusal> {
    for ending in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        match std::fs::remove_file(&file) {
            Err(reason) if reason.kind() != std::io::ErrorKind::NotFound => {
                return Err(Refusal::from(&BookError::File { path: path.to_path_buf(), reason }));
            }
            _ => {}
        }
    }
    Ok(())
}

pub(super) fn make_folder(path: &Path) -> Result<(), Refusal> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|_| Refusal::from(&OpenError::FolderReadOnly(folder.to_path_buf())))
}
