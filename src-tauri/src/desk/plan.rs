//! Changes to the plan.

use runout_book::TermsFrom;
use runout_core::facts::{ChangeMode, Facts, TermsVersion};
use runout_core::outlook::Outlook;

use super::Desk;
use super::told::Told;
use crate::views::pen::Pen;
use crate::views::plan::{Edit, PlanChange, change, in_force, read_edit};
use crate::wire::{Refusal, TermsEdit, TermsPreview};

impl Desk {
    /// Changes the terms, as typed.
    ///
    /// # Errors
    /// A refusal at the field that cannot be read, and what the journey refuses.
    pub fn change_terms(&mut self, typed: &TermsEdit) -> Result<Told, Refusal> {
        let edit = self.outlook(|outlook, pen| read_edit(typed, outlook, pen))?;
        let change = self.change(|book, now| book.change_terms(&edit.terms, edit.from, edit.mode, now))?;
        self.tell_with_left(&change)
    }

    /// What a change of the terms would do; what is wrong with it is part of the answer.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn preview_terms(&mut self, typed: &TermsEdit) -> Result<TermsPreview, Refusal> {
        self.outlook(|outlook, pen| {
            let change = read_edit(typed, outlook, pen).and_then(|edit| previewed(outlook, &edit, pen));
            Ok(match change {
                Ok(change) => TermsPreview { refusal: None, rows: change.rows },
                Err(refusal) => TermsPreview { refusal: Some(refusal), rows: Vec::new() },
            })
        })
    }
}

/// What an edit of the terms would do.
pub(super) fn previewed(outlook: &Outlook<'_>, edit: &Edit, pen: &Pen) -> Result<PlanChange, Refusal> {
    let since = match edit.from {
        TermsFrom::Now | TermsFrom::Renewal(_) => None,
        TermsFrom::At(at) => Some(at),
        TermsFrom::Correct => Some(in_force(outlook).map_or(outlook.facts.service.start, |version| version.from)),
    };
    change(outlook, &with(outlook.facts, edit, pen), since, pen)
}

/// The facts as the change would leave them.
fn with(facts: &Facts, edit: &Edit, pen: &Pen) -> Facts {
    let mut facts = facts.clone();
    let in_force = facts.terms.iter().rposition(|version| version.from <= pen.now).unwrap_or(0);
    let (from, mode) = match edit.from {
        TermsFrom::Correct => {
            facts.terms[in_force].terms = edit.terms.clone();
            return facts;
        }
        TermsFrom::Now => (pen.now, edit.mode),
        TermsFrom::Renewal(at) => (at, ChangeMode::Next),
        TermsFrom::At(at) => (at, edit.mode),
    };
    facts.terms.retain(|version| version.from != from);
    facts.terms.push(TermsVersion { from, terms: edit.terms.clone(), mode });
    facts.terms.sort_by_key(|version| version.from);
    facts
}
