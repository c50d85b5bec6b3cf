//! Terms from a document: what they would do, and doing it.

use std::path::Path;

use chrono::TimeDelta;
use runout_book::{TermsFrom, terms_document};
use runout_core::Instant;
use runout_core::facts::ChangeMode;

use super::Desk;
use super::files::read_document;
use super::lots::read_start;
use super::plan::previewed;
use super::told::Told;
use crate::refusal::refusal;
use crate::views::plan::{Edit, PlanChange};
use crate::wire::Refusal;

impl Desk {
    /// Reads a document of terms, with from when on they hold and how they begin.
    ///
    /// # Errors
    /// A refusal at the line and field that cannot be read.
    pub fn read_terms(&mut self, file: &Path, from: Option<&str>, mode: Option<&str>) -> Result<Edit, Refusal> {
        let text = read_document(file)?;
        let (pen, zone) = (self.pen()?, self.zone());
        let terms = terms_document::read(&text, pen.decimals, zone)
            .map_err(|error| refusal("bad_terms", error.to_string()).at(&error.field))?;
        let mode = mode.map(read_mode).transpose()?;
        // Terms begin with the day, as a grant does: at noon the renewal of that day would be over.
        let typed = from.map(|text| read_start(text, &pen).map_err(|refusal| refusal.at("from"))).transpose()?;
        let typed = typed.map(|(at, _)| at);
        let (from, mode) = match (typed, mode) {
            (None, Some(ChangeMode::Replace)) => (TermsFrom::Correct, ChangeMode::Replace),
            (Some(_), Some(ChangeMode::Replace)) => return Err(replaces_all()),
            (None, Some(ChangeMode::Next)) => (TermsFrom::Renewal(self.next_renewal()?), ChangeMode::Next),
            // Until that renewal nothing changes: they hold from it on, whichever day was typed.
            (Some(at), Some(ChangeMode::Next)) => (TermsFrom::At(self.renewal_from(at)?), ChangeMode::Next),
            (from, mode) => (from.map_or(TermsFrom::Now, TermsFrom::At), mode.unwrap_or(ChangeMode::Difference)),
        };
        Ok(Edit { terms, from, mode })
    }

    /// What a change of the terms would do, next to today's; nothing is saved.
    ///
    /// # Errors
    /// Why there is no book, or why the new terms cannot be reckoned with.
    pub fn preview_change(&mut self, edit: &Edit) -> Result<PlanChange, Refusal> {
        self.outlook(|outlook, pen| previewed(outlook, edit, pen))
    }

    /// Changes the terms, in one step.
    ///
    /// # Errors
    /// What the journey refuses.
    pub fn set_terms(&mut self, edit: &Edit) -> Result<Told, Refusal> {
        let change = self.change(|book, now| book.change_terms(&edit.terms, edit.from, edit.mode, now))?;
        self.tell_with_left(&change)
    }

    fn next_renewal(&mut self) -> Result<Instant, Refusal> {
        self.outlook(|outlook, _| outlook.renewal().ok_or_else(no_renewal))
    }

    /// The first renewal at an instant or after it.
    fn renewal_from(&mut self, at: Instant) -> Result<Instant, Refusal> {
        let just_before = at - TimeDelta::milliseconds(1);
        self.outlook(|outlook, _| match outlook.facts.service.start {
            // That is refused as it would be in any other mode.
            start if at < start => Ok(at),
            _ => outlook.ledger.renewal_after(just_before).ok_or_else(no_renewal),
        })
    }
}

fn read_mode(text: &str) -> Result<ChangeMode, Refusal> {
    match text {
        "difference" => Ok(ChangeMode::Difference),
        "up-to" | "up_to" => Ok(ChangeMode::UpTo),
        "full" => Ok(ChangeMode::Full),
        "prorate" => Ok(ChangeMode::Prorate),
        "both" => Ok(ChangeMode::Both),
        "next" => Ok(ChangeMode::Next),
        "replace" => Ok(ChangeMode::Replace),
        other => Err(refusal(
            "no_such_mode",
            format!("There is no mode “{other}”. It can be difference, up-to, full, prorate, both, next or replace."),
        )
        .at("mode")),
    }
}

fn no_renewal() -> Refusal {
    refusal("no_renewal", "These terms have no next renewal. Choose an instant: --from.").at("mode")
}

fn replaces_all() -> Refusal {
    let words = "replace corrects the terms in force at every instant at which they hold. Leave --from out.";
    refusal("replace_has_no_instant", words).at("from")
}
