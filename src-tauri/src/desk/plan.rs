//! Changes to the plan: a draft of its terms that is edited, previewed, and saved.

use chrono::DateTime;
use runout_book::{TermsFrom, terms_document};
use runout_core::facts::{ChangeMode, Facts, TermsVersion};
use runout_core::outlook::Outlook;
use runout_core::terms::Terms;

use super::Desk;
use super::told::Told;
use crate::refusal::{broken, refusal};
use crate::views::pen::Pen;
use crate::views::plan::{Edit, PlanChange, change, in_force, read_wish};
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
        Ok(change) => (answer.rows, answer.rewrites) = (change.rows, change.rewrites),
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
