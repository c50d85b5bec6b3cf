//! "Before or after the check of 09:00?": entries of which only the day is known, on a day with a check.

use runout_core::Instant;
use runout_core::entry::{self, Logged};
use runout_core::facts::{EntryId, Fact};
use runout_core::reconcile::check_beside;
use runout_core::words;

use super::Desk;
use super::told::Told;
use crate::refusal::refusal;
use crate::views::line::before_or_after;
use crate::wire::Refusal;

/// On which side of the check an entry was put without a time of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// A spend: the check showed what it left.
    Before,
    /// A top-up: the check did not show it yet.
    After,
}

impl Desk {
    /// The check beside which an entry was typed.
    pub(super) fn beside(&self, at: Instant, date_only: bool) -> Result<Option<Instant>, Refusal> {
        Ok(check_beside(self.book()?.facts(), at, date_only, self.now()))
    }

    /// Asks before or after the check of its day, where a line names a day and no time; `edited` keeps its place.
    ///
    /// # Errors
    /// The question, as a refusal.
    pub fn ask_before_or_after(&mut self, text: &str, edited: Option<i64>) -> Result<(), Refusal> {
        let was = edited.map(|id| self.entry(EntryId(id)).cloned()).transpose()?;
        let reading = self.reading(|desk| match was.as_ref().map(|entry| (&entry.fact, entry)) {
            Some((Fact::Spend(spend), entry)) => {
                entry::read_edit(text, desk, &Logged { spend, at: entry.at, date_only: entry.date_only })
            }
            _ => entry::read(text, desk),
        });
        // What cannot be read is refused when it is saved, and what kept its instant kept its side.
        let Ok(reading) = reading else { return Ok(()) };
        let moved = was.is_none_or(|was| was.at != reading.at);
        match self.beside(reading.at, reading.date_only)?.filter(|_| moved) {
            Some(check) => Err(refusal("before_or_after", before_or_after(check, &self.pen()?)).at("line")),
            None => Ok(()),
        }
    }

    /// Says beside which check an entry was put, and how to say otherwise.
    pub(super) fn tell_beside(&self, told: Told, check: Option<Instant>, side: Side) -> Result<Told, Refusal> {
        let Some(check) = check else { return Ok(told) };
        let pen = self.pen()?;
        let side = if side == Side::Before { "before" } else { "after" };
        let time = words::time(words::local(check, pen.zone).time(), &pen.figures);
        let words = format!(" It counts as {side} the check of {time}; with a time it counts as of then.");
        Ok(Told { words: told.words.say(words), ..told })
    }
}
