//! The desk: the open book, what time it is, and what is wrong, in one place.
//!
//! The window and the command line stand at the same desk; the window's is on a thread of its own.

mod catalogue;
mod check;
mod copies;
mod csv;
mod days;
mod duties;
mod entries;
mod files;
mod line;
mod look;
mod lots;
mod outlook;
mod plan;
mod plan_events;
mod same_day;
mod services;
mod settings;
mod start;
mod statement;
mod steps;
mod terms;
#[cfg(test)]
mod tests;
mod told;
mod troubles;
mod watch;

use std::collections::BTreeMap;
use std::path::PathBuf;

use runout_book::{Book, BookError, Change, JourneyError, OpenError, ServiceId};
use runout_core::outlook::Kept;
use runout_core::{Instant, Zone};

use crate::clock::{self, Clock};
use crate::folders::Folders;
use crate::lock::WindowLock;
use crate::refusal::{self, of_journey};
use crate::wire::Refusal;

pub use check::Found;
pub use csv::Chosen;
pub use days::DayMark;
pub use files::Format;
pub use plan_events::Happened;
pub use services::OfService;
pub use told::Told;
pub use watch::Seen;

/// The open book and everything around it.
#[derive(Debug)]
pub struct Desk {
    folders: Folders,
    clock: Clock,
    open: Open,
    /// What was reckoned from each service, until the book or the minute changes.
    kept: BTreeMap<ServiceId, Kept>,
    locks: Vec<WindowLock>,
    in_window: bool,
    clock_back: Option<chrono::TimeDelta>,
    day: Option<runout_core::Day>,
    /// The book and its generation when the watch last looked.
    seen: Option<(PathBuf, u64)>,
    /// The CSV that was chosen last; it goes with another book.
    csv: Option<Chosen>,
}

/// What lies on the desk.
#[derive(Debug)]
enum Open {
    /// No book yet.
    Nothing,
    /// A book.
    Book(Box<Book>),
    /// A file that cannot be opened.
    Failed(PathBuf, OpenError),
}

impl Desk {
    /// The desk with the person's own book on it, if there is one.
    pub fn open(folders: Folders, clock: Clock) -> Self {
        let own = folders.own().to_path_buf();
        let open = Open::Nothing;
        let mut desk = Self {
            folders,
            clock,
            open,
            kept: BTreeMap::new(),
            locks: Vec::new(),
            in_window: false,
            clock_back: None,
            day: None,
            seen: None,
            csv: None,
        };
        desk.lay_open(own);
        desk
    }

    /// The desk of a window: it keeps the window's lock for as long as it stands, and notices a clock that was set back.
    #[must_use]
    pub fn in_window(mut self, lock: Option<WindowLock>) -> Self {
        self.locks.extend(lock);
        self.in_window = true;
        self.heed_clock();
        self
    }

    /// Opens the same file anew: after a trouble was mended, or when memory may not be trusted.
    pub fn open_anew(&mut self) {
        let path = self.path();
        self.lay_open(path);
    }

    fn lay_open(&mut self, path: PathBuf) {
        self.kept.clear();
        // The old connection is closed before the file is opened again.
        self.open = Open::Nothing;
        self.open = match Book::open(&path, self.clock.now(clock::zone())) {
            Ok(book) => Open::Book(Box::new(book)),
            Err(OpenError::Missing(_)) if path == self.folders.own() => Open::Nothing,
            Err(error) => Open::Failed(path, error),
        };
        self.heed_clock();
    }

    /// Puts another book on the desk, and the lock of its window.
    fn lay_down(&mut self, book: Book, lock: Option<WindowLock>) {
        // The first lock says that a window is open at all; it is kept for the next start to knock at.
        self.locks.truncate(1);
        self.locks.extend(lock);
        self.kept.clear();
        self.csv = None;
        self.open = Open::Book(Box::new(book));
        self.heed_clock();
    }

    /// What the time is.
    pub const fn clock(&self) -> Clock {
        self.clock
    }

    /// The places of this start.
    pub const fn folders(&self) -> &Folders {
        &self.folders
    }

    /// The file on the desk, or where it would be.
    pub fn path(&self) -> PathBuf {
        match &self.open {
            Open::Nothing => self.folders.own().to_path_buf(),
            Open::Book(book) => book.path().to_path_buf(),
            Open::Failed(path, _) => path.clone(),
        }
    }

    /// Why the file cannot be opened, if it cannot.
    pub const fn failure(&self) -> Option<&OpenError> {
        match &self.open {
            Open::Failed(_, error) => Some(error),
            _ => None,
        }
    }

    /// The book.
    ///
    /// # Errors
    /// Why there is none.
    pub fn book(&self) -> Result<&Book, Refusal> {
        match &self.open {
            Open::Book(book) => Ok(book),
            Open::Nothing => Err(refusal::no_book()),
            Open::Failed(_, error) => Err(error.into()),
        }
    }

    /// Changes the book by one journey at now. Whatever was reckoned from it is dropped.
    ///
    /// # Errors
    /// What the journey refuses, in the words of the service.
    pub fn change(
        &mut self,
        journey: impl FnOnce(&mut Book, Instant) -> Result<Change, JourneyError>,
    ) -> Result<Change, Refusal> {
        let now = self.now();
        let pen = self.pen()?;
        self.kept.clear();
        let Open::Book(book) = &mut self.open else { return Err(refusal::no_book()) };
        journey(book, now).map_err(|error| of_journey(&error, &pen))
    }

    /// Reads from the book, where that may fail.
    ///
    /// # Errors
    /// What the book says.
    pub fn read<T>(&self, read: impl FnOnce(&Book) -> Result<T, BookError>) -> Result<T, Refusal> {
        read(self.book()?).map_err(|error| Refusal::from(&error))
    }

    /// Now.
    pub fn now(&self) -> Instant {
        self.clock.now(self.zone())
    }

    /// The zone of the service that lies open; this computer's while there is no book.
    pub fn zone(&self) -> Zone {
        self.book().map_or_else(|_| clock::zone(), |book| book.facts().service.zone)
    }
}
