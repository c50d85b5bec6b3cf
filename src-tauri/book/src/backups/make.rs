//! Back up: by hand, to a place of the user's, or by itself once a day.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use runout_core::Instant;
use runout_core::calendar::day_of;

use super::list::{Backup, Lying, backup, lying};
use super::names::{self, BackupName, Why};
use super::{copy, thin};
use crate::book::Book;
use crate::connect;
use crate::error::BookError;
use crate::tables::about;

impl Book {
    /// Makes a checked copy among the backups.
    ///
    /// # Errors
    /// [`BookError`]: then there is no copy, not half of one.
    pub fn back_up(&self, now: Instant) -> Result<Backup, BookError> {
        self.back_up_because(Why::ByHand, now)
    }

    /// Makes a checked copy at `to`, where nothing may lie yet.
    ///
    /// # Errors
    /// [`BookError`]: then there is no copy, not half of one.
    pub fn back_up_to(&self, to: &Path) -> Result<(), BookError> {
        if to.exists() {
            return Err(BookError::Exists(to.to_owned()));
        }
        // SQLite would only say that it cannot open a file of another name.
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
        folder
            .map_or(Ok(()), |folder| fs::metadata(folder).map(drop).map_err(|error| BookError::file(folder, error)))?;
        copy::copy(&self.conn, to)
    }

    /// Makes the day's copy where something changed since the last one, and thins the older ones that were made by
    /// themselves to 7 days, 4 weeks and 12 months. The days are those of the service's zone.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn back_up_if_due(&self, now: Instant) -> Result<Option<Backup>, BookError> {
        if !self.is_backup_due(now)? {
            return Ok(None);
        }
        let made = self.back_up_because(Why::ByItself, now)?;
        self.thin_backups()?;
        Ok(Some(made))
    }

    fn is_backup_due(&self, now: Instant) -> Result<bool, BookError> {
        let zone = self.facts().service.zone;
        // One that a clock ahead of its time dated later must not hold up all others until then.
        let Some(last) = lying(&self.path)?.into_iter().find(|file| file.name.at <= now) else { return Ok(true) };
        if day_of(last.name.at, zone) >= day_of(now, zone) {
            return Ok(false);
        }
        // A copy that cannot be read is no copy.
        let copied = connect::connect_reading(&last.path).and_then(|conn| about::stamp(&conn));
        Ok(copied.ok() != Some(about::stamp(&self.conn)?))
    }

    pub(crate) fn back_up_because(&self, why: Why, now: Instant) -> Result<Backup, BookError> {
        let target = names::free(&self.path, now, why)?;
        copy::copy(&self.conn, &target)?;
        let name = target.file_name().and_then(|name| BackupName::read(name.to_str()?));
        let made = name.and_then(|name| backup(&Lying { path: target.clone(), name }));
        made.ok_or_else(|| BookError::file(&target, ErrorKind::NotFound.into()))
    }

    fn thin_backups(&self) -> Result<(), BookError> {
        let zone = self.facts().service.zone;
        let mut own = lying(&self.path)?;
        own.retain(|file| file.name.why == Why::ByItself);
        let days: Vec<_> = own.iter().map(|file| day_of(file.name.at, zone)).collect();
        for (file, keep) in own.iter().zip(thin::keeps(&days)) {
            if !keep {
                fs::remove_file(&file.path).map_err(|error| BookError::file(&file.path, error))?;
            }
        }
        Ok(())
    }
}
