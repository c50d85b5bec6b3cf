//! Changes to the plan: a draft of its terms that is edited, previewed, and saved.

use chrono::DateTime;
use runout_book::{TermsFrom, terms_document, with_terms};
use runout_core::Instant;
use runout_core::outlook::Outlook;
use runout_core::terms::Terms;

use super::Desk;
use super::lots::read_start;
use super::told::Told;
use crate::refusal::{broken, of_refused, refusal};
use crate::views::pen::Pen;
use crate::views::plan::{Edit, PlanChange, change, in_force, notes, read_wish};
use crate::views::terms::{self, Edited, Voice};
use crate::wire::{Refusal, TermsAnswer, TermsWish};

impl Desk {
    /// Edits a draft of the terms, and says what it would do. Nothing is saved; what is wrong is part of the answer.
    ///
    /// # Errors
    /// Why there is no book, or why the draft itself cannot be read.
    pub fn edit_terms(&mut self, wish: &TermsWish) -> Result<TermsAnswer, Refusal> {
        self.outlook(|outlook, pen| {
            let draft = read_draft(wish, pen)?;
            let voice = Voice::of(outlook, pen);
            let edited = match &wish.edit {
                Some(edit) => terms::edited(&draft, edit, &voice),
                None => Edited { terms: draft, refusal: None, next: None, notes: Vec::new() },
            };
            answer(edited, wish, outlook, pen)
        })
    }

    /// Saves a draft of the terms.
    ///
    /// # Errors
    /// A refusal at `from` or `mode`, and what the journey refuses.
    pub fn change_terms(&mut self, wish: &TermsWish) -> Result<Told, Refusal> {
        let edit = self.outlook(|outlook, pen| edit_of(wish, read_draft(wish, pen)?, outlook, pen))?;
        self.set_terms(&edit)
    }

    /// Takes back terms that are still to come.
    ///
    /// # Errors
    /// What the journey refuses.
    pub fn withdraw_terms(&mut self, from: &str) -> Result<Told, Refusal> {
        let from = DateTime::parse_from_rfc3339(from).map_err(|_| no_such_version())?.to_utc();
        let change = self.change(|book, now| book.withdraw_terms(from, now))?;
        self.tell_with_left(&change)
    }

    /// Takes back terms that are still to come, by their day or their instant as typed.
    ///
    /// # Errors
    /// A refusal at `when`, which names those that are to come.
    pub fn withdraw_terms_of(&mut self, when: &str) -> Result<Told, Refusal> {
        let pen = self.pen()?;
        let (at, date_only) = read_start(when, &pen).map_err(|refusal| refusal.at("when"))?;
        let terms = &self.book()?.facts().terms;
        let to_come: Vec<Instant> = terms.iter().map(|version| version.from).filter(|from| *from > pen.now).collect();
        let is_meant = |from: &&Instant| **from == at || (date_only && pen.date_of(**from) == pen.date_of(at));
        let from = *to_come.iter().find(is_meant).ok_or_else(|| none_begins_then(&to_come, &pen))?;
        let change = self.change(|book, now| book.withdraw_terms(from, now))?;
        self.tell_with_left(&change)
    }
}

/// The versions of the terms that are still to come are named, where none is meant.
fn none_begins_then(to_come: &[Instant], pen: &Pen) -> Refusal {
    let days: Vec<_> = to_come.iter().map(|from| pen.moment(*from)).collect();
    let words = match days.as_slice() {
        [] => "No terms are still to come.".to_owned(),
        days => format!("No terms begin then. Still to come are those of {}.", days.join(" and ")),
    };
    refusal("no_such_terms", words).at("when")
}

fn no_such_version() -> Refusal {
    refusal("no_such_terms", "There are no such terms any more. Look at the plan anew.")
}

fn read_draft(wish: &TermsWish, pen: &Pen) -> Result<Terms, Refusal> {
    terms_document::read(&wish.document, pen.decimals, pen.zone)
        .map_err(|error| refusal("bad_terms", error.to_string()).at("document"))
}

fn answer(edited: Edited, wish: &TermsWish, outlook: &Outlook<'_>, pen: &Pen) -> Result<TermsAnswer, Refusal> {
    let now = &in_force(outlook).ok_or_else(broken)?.terms;
    let voice = Voice::of(outlook, pen);
    let Edited { terms: draft, refusal, next, notes } = edited;
    let changed = draft != *now;
    let asks_how = asks_how(wish, &draft, now);
    let mut answer = TermsAnswer {
        terms: terms::view(&draft, &voice),
        refusal,
        next,
        changed,
        asks_how,
        sentences: terms::differences(now, &draft, &voice),
        rows: Vec::new(),
        rewrites: Vec::new(),
        notes,
    };
    if !changed {
        return Ok(answer);
    }
    match edit_of(wish, draft, outlook, pen).and_then(|edit| previewed(outlook, &edit, pen)) {
        Ok(change) => {
            (answer.rows, answer.rewrites) = (change.rows, change.rewrites);
            answer.notes.extend(change.notes);
        }
        // What was just typed is answered first.
        Err(refusal) => answer.refusal = answer.refusal.or(Some(refusal)),
    }
    Ok(answer)
}

/// Whether a cycle that runs already would get other grants, so that it matters how.
fn asks_how(wish: &TermsWish, draft: &Terms, now: &Terms) -> bool {
    !matches!(wish.from.as_str(), "next" | "correct") && terms::gets_other_grants(now, draft)
}

/// The change that is wished for; how is taken from the wish only where it was asked.
fn edit_of(wish: &TermsWish, draft: Terms, outlook: &Outlook<'_>, pen: &Pen) -> Result<Edit, Refusal> {
    let now = &in_force(outlook).ok_or_else(broken)?.terms;
    let mode = wish.mode.clone().filter(|_| asks_how(wish, &draft, now));
    read_wish(&TermsWish { mode, ..wish.clone() }, draft, outlook, pen)
}

/// What an edit of the terms would do.
pub(super) fn previewed(outlook: &Outlook<'_>, edit: &Edit, pen: &Pen) -> Result<PlanChange, Refusal> {
    let now = in_force(outlook).ok_or_else(broken)?;
    let begins = match edit.from {
        TermsFrom::Now => pen.now,
        TermsFrom::Renewal(at) | TermsFrom::At(at) => at,
        TermsFrom::Correct => now.from,
    };
    let then = with_terms(outlook.facts, &edit.terms, edit.from, edit.mode, pen.now)
        .map_err(|refused| of_refused(&refused, pen))?;
    let change = change(outlook, &then, begins, pen)?;
    // A correction takes the place of what it corrects: that needs no word.
    let another = (edit.from != TermsFrom::Correct).then_some(begins);
    Ok(PlanChange { notes: notes(outlook, &now.terms, &edit.terms, another, pen), ..change })
}
