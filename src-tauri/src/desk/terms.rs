//! Terms from a document: what they would do, and doing it.

use std::path::Path;

use runout_book::{TermsFrom, terms_document};
use runout_core::Instant;
use runout_core::facts::{ChangeMode, Fact};
use runout_core::ledger::{self, Edge};
use runout_core::outlook::Outlook;
use runout_core::words;

use super::Desk;
use super::files::read_document;
use super::plan::{rows, with};
use super::told::Told;
use crate::refusal::refusal;
use crate::views::pen::Pen;
use crate::views::plan::Edit;
use crate::wire::{BeforeAfter, Refusal};

/// What new terms would do.
#[derive(Clone, Debug, PartialEq)]
pub struct TermsChange {
    /// Now next to then.
    pub rows: Vec<BeforeAfter>,
    /// What of the past is reckoned anew, in sentences; empty where nothing is.
    pub rewrites: Vec<String>,
}

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
        let typed = from.map(|text| words::read_when(text, pen.now, pen.zone)).transpose();
        let typed = typed.map_err(|error| Refusal::from(error).at("from"))?.map(|when| when.at);
        let (from, mode) = match (typed, mode) {
            (None, Some(ChangeMode::Replace)) => (TermsFrom::Correct, ChangeMode::Replace),
            (Some(_), Some(ChangeMode::Replace)) => return Err(replaces_all()),
            (None, Some(ChangeMode::Next)) => (TermsFrom::Renewal(self.next_renewal()?), ChangeMode::Next),
            (from, mode) => (from.map_or(TermsFrom::Now, TermsFrom::At), mode.unwrap_or(ChangeMode::Difference)),
        };
        Ok(Edit { terms, from, mode })
    }

    /// What a change of the terms would do, next to today's; nothing is saved.
    ///
    /// # Errors
    /// Why there is no book, or why the new terms cannot be reckoned with.
    pub fn preview_change(&mut self, edit: &Edit) -> Result<TermsChange, Refusal> {
        self.outlook(|outlook, pen| {
            let rows = rows(outlook, edit, pen)?;
            Ok(TermsChange { rows, rewrites: rewrites(outlook, edit, pen)? })
        })
    }

    /// Changes the terms.
    ///
    /// # Errors
    /// What the journey refuses.
    pub fn set_terms(&mut self, edit: &Edit) -> Result<Told, Refusal> {
        let change = self.change(|book, now| book.change_terms(&edit.terms, edit.from, edit.mode, now))?;
        self.tell_with_left(&change)
    }

    fn next_renewal(&mut self) -> Result<Instant, Refusal> {
        let none = || refusal("no_renewal", "These terms have no next renewal. Choose an instant: --from.").at("mode");
        self.outlook(|outlook, _| outlook.renewal().ok_or_else(none))
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

fn replaces_all() -> Refusal {
    let words = "replace corrects the terms in force at every instant at which they hold. Leave --from out.";
    refusal("replace_has_no_instant", words).at("from")
}

/// "What happened since Sun 15 Nov is reckoned anew: 7 spends, 1 check." and what each check then finds.
fn rewrites(outlook: &Outlook<'_>, edit: &Edit, pen: &Pen) -> Result<Vec<String>, Refusal> {
    let from = match edit.from {
        TermsFrom::Now | TermsFrom::Renewal(_) => return Ok(Vec::new()),
        TermsFrom::At(at) => at,
        TermsFrom::Correct => {
            let in_force = crate::views::plan::in_force(outlook);
            in_force.map_or(outlook.facts.service.start, |version| version.from)
        }
    };
    if from >= outlook.now {
        return Ok(Vec::new());
    }
    let facts = with(outlook.facts, edit, pen);
    let then = ledger::replay(&facts, outlook.now, Edge::After)?;
    let anew: Vec<_> = facts.entries.iter().filter(|entry| (from..=outlook.now).contains(&entry.at)).collect();
    let spends = anew.iter().filter(|entry| matches!(entry.fact, Fact::Spend(_))).count();
    let mut sentences =
        vec![format!("What happened since {} is reckoned anew: {}.", pen.day_of(from), counted(spends, "spend"))];
    for check in outlook.ledger.checks() {
        let Some(after) = then.check(check.entry).filter(|after| after.computed != check.computed) else { continue };
        sentences.push(format!(
            "The check of {} is then held against {} instead of {}.",
            pen.day_of(check.at),
            pen.exact(after.computed),
            pen.exact(check.computed)
        ));
    }
    Ok(sentences)
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
