//! Changes to the plan.

use runout_book::TermsFrom;
use runout_core::facts::{ChangeMode, Facts, TermsVersion};
use runout_core::outlook::Outlook;

use super::Desk;
use super::told::Told;
use crate::views::pen::Pen;
use crate::views::plan::{Edit, read_edit};
use crate::wire::{BeforeAfter, Refusal, TermsEdit, TermsPreview};

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
            let rows = read_edit(typed, outlook, pen).and_then(|edit| rows(outlook, &edit, pen));
            Ok(match rows {
                Ok(rows) => TermsPreview { refusal: None, rows },
                Err(refusal) => TermsPreview { refusal: Some(refusal), rows: Vec::new() },
            })
        })
    }
}

/// Now next to then: what is left, the renewal, what will lapse.
pub(super) fn rows(outlook: &Outlook<'_>, edit: &Edit, pen: &Pen) -> Result<Vec<BeforeAfter>, Refusal> {
    let facts = with(outlook.facts, edit, pen);
    let then = Outlook::of(&facts, outlook.actions, outlook.now, outlook.figures, &outlook.ask)?;
    let row = |what: &str, of: &dyn Fn(&Outlook<'_>) -> String| BeforeAfter {
        what: what.to_owned(),
        before: of(outlook),
        after: of(&then),
    };
    Ok(vec![
        row("Left", &|one| pen.exact(one.ledger.left())),
        row("Next renewal", &|one| one.renewal().map_or_else(|| "–".to_owned(), |at| pen.day_of(at))),
        row("Will lapse then", &will_lapse),
    ])
}

fn will_lapse(outlook: &Outlook<'_>) -> String {
    let first = outlook.forecast.as_ref().and_then(|forecast| forecast.will_lapse.first());
    first.map_or_else(|| "–".to_owned(), |lapse| outlook.estimate(lapse.mean))
}

/// The facts as the change would leave them.
pub(super) fn with(facts: &Facts, edit: &Edit, pen: &Pen) -> Facts {
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
