//! The book: one file, what stands in it, and what it may be asked.

use std::path::{Path, PathBuf};

use runout_core::Instant;
use runout_core::actions::Action;
use runout_core::facts::Facts;
use rusqlite::Connection;

use crate::connect::{self, APPLICATION_ID};
use crate::contents::{Contents, News};
use crate::error::{BookError, OpenError, Refused};
use crate::migrate;
use crate::page::ServiceId;
use crate::settings::Settings;
use crate::tables::about;

/// An open book: a page for each service in it, of which one lies open. Journeys are about that one.
#[derive(Debug)]
pub struct Book {
    pub(crate) conn: Connection,
    pub(crate) path: PathBuf,
    pub(crate) contents: Contents,
    /// What SQLite counts up when another connection commits.
    seen: i64,
    pub(crate) generation: u64,
}

impl Book {
    /// Opens the book at `path`; one of an older version is brought up to date, after a checked backup of `now`.
    ///
    /// # Errors
    /// [`OpenError`]: whatever it is, the file was left as it was.
    pub fn open(path: &Path, now: Instant) -> Result<Self, OpenError> {
        connect::look_first(path)?;
        let mut conn = connect::connect_looked_at(path)?;
        let (id, version) = connect::identity(&conn)?;
        if id != APPLICATION_ID {
            return Err(OpenError::Foreign(path.to_owned()));
        }
        if version > migrate::NEWEST {
            return Err(OpenError::Newer { found: version, known: migrate::NEWEST });
        }
        connect::quick_check(&conn)?;
        if version < migrate::NEWEST {
            crate::backups::before_update(&conn, path, now)?;
            migrate::migrate(&mut conn)?;
        }
        Self::over(conn, path)
    }

    /// The book over a connection that was looked at.
    pub(crate) fn over(conn: Connection, path: &Path) -> Result<Self, OpenError> {
        connect::keep_journal(&conn)?;
        let seen = data_version(&conn)?;
        let contents = Contents::read(&conn)?;
        Ok(Self { conn, path: path.to_owned(), contents, seen, generation: 0 })
    }

    /// Catches up with what another process wrote. Whether it wrote anything.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn refresh(&mut self) -> Result<bool, BookError> {
        let reading = self.conn.unchecked_transaction()?;
        let version = data_version(&reading)?;
        if version == self.seen {
            return Ok(false);
        }
        let news = self.contents.news(&reading)?;
        reading.finish()?;
        self.seen = version;
        Ok(self.take(news))
    }

    /// Takes in what was written. Whether anything was.
    pub(crate) fn take(&mut self, news: News) -> bool {
        let any = self.contents.take(news);
        self.generation += u64::from(any);
        any
    }

    /// Grows whenever what stands has changed, by this program or by another: for those who keep what they derived.
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// The services, in the order in which they were added, with everything that the core reads about each.
    pub fn services(&self) -> impl Iterator<Item = (ServiceId, &Facts)> {
        self.contents.pages().iter().map(|page| (page.id, &page.facts))
    }

    /// The service that lies open.
    pub fn service(&self) -> ServiceId {
        self.contents.page().id
    }

    /// Turns to the page of another service.
    ///
    /// # Errors
    /// [`Refused::NoSuchService`].
    pub fn turn_to(&mut self, service: ServiceId) -> Result<(), Refused> {
        if self.contents.turn_to(service) { Ok(()) } else { Err(Refused::NoSuchService) }
    }

    /// Opens at this service the next time. No step of undo.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn remember_page(&mut self) -> Result<(), BookError> {
        about::look_at(&self.conn, self.service())
    }

    /// What the core reads about a service, and its catalogue of actions, whichever lies open.
    ///
    /// # Errors
    /// [`Refused::NoSuchService`].
    pub fn page(&self, service: ServiceId) -> Result<(&Facts, &[Action]), Refused> {
        let page = self.contents.page_of(service).ok_or(Refused::NoSuchService)?;
        Ok((&page.facts, &page.actions))
    }

    /// What happened to the service that lies open, and its plan: everything that the core reads.
    pub fn facts(&self) -> &Facts {
        &self.contents.page().facts
    }

    /// The catalogue of its actions, hidden ones included.
    pub fn actions(&self) -> &[Action] {
        &self.contents.page().actions
    }

    /// How many entries stand, of all services.
    pub(crate) fn entries(&self) -> usize {
        self.services().map(|(_, facts)| facts.entries.len()).sum()
    }

    /// The settings, the same for every service.
    pub const fn settings(&self) -> &Settings {
        &self.contents.settings
    }

    /// Whether its history is made up.
    pub fn is_sample(&self) -> bool {
        self.contents.page().origin.as_ref().map_or(self.contents.about.sample, |origin| origin.sample)
    }

    /// What the preset that it was made from could not say about the plan; for the eye.
    pub fn nearest(&self) -> Option<&str> {
        let own = &self.contents.about.nearest;
        self.contents.page().origin.as_ref().map_or(own, |origin| &origin.nearest).as_deref()
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn data_version(conn: &Connection) -> Result<i64, BookError> {
    Ok(conn.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

/// The version of the SQLite that is built in: "3.53.2".
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}
