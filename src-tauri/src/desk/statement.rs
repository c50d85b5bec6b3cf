//! Statements line by line: of a range that was named, of everything or of one pot.

use std::path::Path;

use chrono::TimeDelta;
use runout_book::write_file;
use runout_core::calendar::start_of;
use runout_core::ledger::{self, Statement};
use runout_core::terms::PotName;
use runout_core::words::{self, Lean};
use runout_core::{Day, Instant};

use super::Desk;
use super::told::Told;
use crate::refusal::refusal;
use crate::views::pen::Pen;
use crate::views::statement::{Account, Choice, csv, lines, page};
use crate::wire::{Refusal, StatementPage, StatementQuery};

impl Desk {
    /// The range between two instants, never beyond now: from the running cycle's start where nothing else is said.
    ///
    /// # Errors
    /// Why there is no book, or why it cannot be reckoned.
    pub fn statement_range(
        &self,
        from: Option<Instant>,
        to: Option<Instant>,
        pen: &Pen,
    ) -> Result<(Instant, Instant), Refusal> {
        let facts = self.book()?.facts();
        let cycle = ledger::cycles(facts, pen.now)?.last().map(|cycle| cycle.start);
        let from = from.or(cycle.filter(|start| to.is_none_or(|to| *start < to))).unwrap_or(facts.service.start);
        // What was logged this very moment counts: a range that goes to now ends just after it.
        let after_now = pen.now + TimeDelta::milliseconds(1);
        Ok((from, to.unwrap_or(after_now).min(after_now).max(from)))
    }

    /// A statement line by line, whose sums are known already.
    ///
    /// # Errors
    /// Why there is no book, or why it cannot be reckoned.
    pub fn account(&self, found: &Statement, pot: Option<&PotName>) -> Result<Account, Refusal> {
        let book = self.book()?;
        let lines = lines((book.facts(), book.actions()), (found.from, found.to), pot)?;
        Ok(Account::of(found, lines, pot))
    }

    /// The page of a statement line by line.
    ///
    /// # Errors
    /// A refusal at `from`, `to` or `pot`.
    pub(super) fn statement_page(&self, query: &StatementQuery) -> Result<StatementPage, Refusal> {
        let pen = self.pen()?;
        let account = self.asked(query, &pen)?;
        let pots = self.pot_names(&pen)?.into_iter().map(|pot| pot.0).collect();
        let cycles = ledger::cycles(self.book()?.facts(), pen.now)?.len();
        Ok(page(&account, query, Choice { pots, cycles }, &pen))
    }

    /// Writes the whole statement to a file, however many of its lines are shown.
    ///
    /// # Errors
    /// As for the page, and what the file system says.
    pub fn export_statement(&self, query: &StatementQuery, to: &Path) -> Result<Told, Refusal> {
        let pen = self.pen()?;
        let text = csv(&self.asked(query, &pen)?, &pen);
        write_file(to, &text).map_err(|error| Refusal::from(&error))?;
        Ok(Told::plainly(format!("Exported the statement to {}.", to.display())))
    }

    fn asked(&self, query: &StatementQuery, pen: &Pen) -> Result<Account, Refusal> {
        let pot = query.pot.trim();
        let pot = if pot.is_empty() { None } else { Some(self.pot_called(pot, pen)?) };
        let (from, to) = self.asked_range(query, pen)?;
        let found = ledger::statement(self.book()?.facts(), from, to)?;
        self.account(&found, pot.as_ref())
    }

    fn asked_range(&self, query: &StatementQuery, pen: &Pen) -> Result<(Instant, Instant), Refusal> {
        match query.range.as_str() {
            "cycle" => self.statement_range(None, None, pen),
            "before" => {
                let cycles = ledger::cycles(self.book()?.facts(), pen.now)?;
                let before = cycles.len().checked_sub(2).and_then(|place| cycles.get(place));
                let before = before.ok_or_else(|| refusal("no_such_cycle", "There is no cycle before this one."))?;
                self.statement_range(Some(before.start), cycles.last().map(|cycle| cycle.start), pen)
            }
            "days" => self.days(query, pen),
            other => {
                let words = format!("A range is cycle, before or days, not {}.", words::quoted(other));
                Err(refusal("bad_range", words).at("range"))
            }
        }
    }

    /// From the start of the first day to the end of the last; since the book began, and to now, where none is named.
    fn days(&self, query: &StatementQuery, pen: &Pen) -> Result<(Instant, Instant), Refusal> {
        let (first, last) = (read_day(&query.from, "from", pen)?, read_day(&query.to, "to", pen)?);
        if first.is_some_and(|first| first > pen.today) {
            let words = "This range has not begun yet. Choose a first day that is not after today.";
            return Err(refusal("range_ahead", words).at("from"));
        }
        let began = self.book()?.facts().service.start;
        let from = first.map_or(began, |day| start_of(day, pen.zone));
        let to = last.map(|day| start_of(day.succ_opt().unwrap_or(Day::MAX), pen.zone));
        if to.is_some_and(|to| to <= from) {
            let words = "No day lies in this range: its last day is before its first. Choose a later last day.";
            return Err(refusal("range_backwards", words).at("to"));
        }
        self.statement_range(Some(from), to, pen)
    }
}

fn read_day(text: &str, field: &str, pen: &Pen) -> Result<Option<Day>, Refusal> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    words::read_day(text, pen.today, Lean::Past).map(Some).map_err(|error| Refusal::from(error).at(field))
}
