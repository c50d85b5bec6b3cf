//! Troubles that belong to no screen, with what can be done about them.

use runout_book::{BookError, OpenError};

use super::{Desk, Open};
use crate::wire::{Refusal, Remedy, Trouble};

/// The clock's trouble, which can be dismissed.
const CLOCK_BACK: &str = "clock_back";

impl Desk {
    /// What is wrong now.
    pub fn troubles(&self) -> Vec<Trouble> {
        let file = self.failure().map(of_file);
        file.into_iter().chain(self.clock_back.map(of_clock)).collect()
    }

    /// Says no more about a trouble.
    pub fn dismiss(&mut self, code: &str) {
        if code == CLOCK_BACK {
            self.clock_back = None;
        }
    }

    /// Notices a clock that was set back; with a clock that was given there is nothing to notice. Only a window does, for
    /// noticing writes into the book, and a command that reads must not write.
    pub(super) fn heed_clock(&mut self) {
        let now = self.now();
        let heeds = self.in_window && self.clock.is_the_computers();
        if let (Open::Book(book), true) = (&mut self.open, heeds) {
            // A book that cannot be written says so when something is written.
            if let Ok(Some(back)) = book.heed_clock(now) {
                self.clock_back = Some(back);
            }
        }
    }
}

fn of_file(error: &OpenError) -> Trouble {
    let Refusal { code, message, .. } = error.into();
    let remedies = match error {
        OpenError::Damaged(_) | OpenError::Empty(_) | OpenError::Newer { .. } => {
            vec![Remedy::RestoreBackup, Remedy::OpenAnother]
        }
        OpenError::Book(BookError::Damaged(_) | BookError::Stored { .. }) => {
            vec![Remedy::RestoreBackup, Remedy::OpenAnother]
        }
        OpenError::Missing(_) | OpenError::Exists(_) | OpenError::Foreign(_) | OpenError::Refused(_) => {
            vec![Remedy::OpenAnother]
        }
        OpenError::ReadOnly(_) | OpenError::FolderReadOnly(_) | OpenError::Book(_) => {
            vec![Remedy::TryAgain, Remedy::OpenAnother]
        }
    };
    Trouble { code, words: message, remedies }
}

/// "The clock went back by 3 hours. New spends keep their order."
fn of_clock(back: chrono::TimeDelta) -> Trouble {
    let words = format!("The clock went back by {}. New spends keep their order.", span(back));
    Trouble { code: CLOCK_BACK.to_owned(), words, remedies: vec![Remedy::Dismiss] }
}

fn span(back: chrono::TimeDelta) -> String {
    let (count, unit) = match (back.num_days(), back.num_hours()) {
        (0, 0) => (back.num_minutes(), "minute"),
        (0, hours) => (hours, "hour"),
        (days, _) => (days, "day"),
    };
    if count == 1 { format!("1 {unit}") } else { format!("{count} {unit}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_went_back_is_said_in_the_largest_unit() {
        let words = |minutes| of_clock(chrono::TimeDelta::minutes(minutes)).words;
        assert_eq!(words(180), "The clock went back by 3 hours. New spends keep their order.");
        assert_eq!(words(1_440), "The clock went back by 1 day. New spends keep their order.");
        assert_eq!(words(7), "The clock went back by 7 minutes. New spends keep their order.");
    }
}
