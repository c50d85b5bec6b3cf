//! What the desk notices by itself: a knock, a change by another process, a new day.

use super::{Desk, Open};
use crate::lock::WindowLock;

/// What was noticed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Another start asked for the window.
    pub knocked: bool,
    /// What the window shows is out of date.
    pub changed: bool,
}

impl Desk {
    /// Looks around once; cheap enough for several times a second.
    pub fn look_around(&mut self) -> Seen {
        let knocked = self.locks.iter().any(WindowLock::knocked);
        let elsewhere = self.changed_elsewhere();
        let day = self.new_day();
        Seen { knocked, changed: elsewhere || day }
    }

    /// Catches up with what another process wrote.
    fn changed_elsewhere(&mut self) -> bool {
        let Open::Book(book) = &mut self.open else { return false };
        // What cannot be read now is said by the next command.
        let _ = book.refresh();
        // A journey of this window catches up with others too, so only the book's own count says what was not seen yet.
        let stands = (book.path().to_path_buf(), book.generation());
        let changed = self.seen.as_ref().is_some_and(|seen| *seen != stands);
        if changed {
            self.kept.clear();
        }
        self.seen = Some(stands);
        changed
    }

    /// Whether a new day began since the last time; the first time it is only noted, and what the day asks for is done.
    fn new_day(&mut self) -> bool {
        let today = runout_core::calendar::day_of(self.now(), self.zone());
        let before = self.day.replace(today);
        if before == Some(today) {
            return false;
        }
        self.kept.clear();
        self.heed_clock();
        self.do_the_days_duties();
        before.is_some()
    }
}
