//! An edit of a draft: one field, the whole text, or the terms of a preset laid over it.

use runout_book::terms_document::{read, write};
use runout_core::terms::Terms;

use super::presets::laid_over;
use super::scribe::Scribe;
use super::{Voice, go_through};
use crate::refusal::refusal;
use crate::wire::{Refusal, TermsEdit};

/// A draft after an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    /// The terms; as they were, where the edit was refused.
    pub terms: Terms,
    /// Why, at the field that was edited.
    pub refusal: Option<Refusal>,
    /// The field that has to be filled in next.
    pub next: Option<String>,
    /// What a preset could not say.
    pub notes: Vec<String>,
}

/// The draft after an edit. What it does not name stays as it was.
pub fn edited(terms: &Terms, edit: &TermsEdit, voice: &Voice<'_>) -> Edited {
    let tried = match edit.path.as_str() {
        "document" => by_text(&edit.typed, voice).map(|terms| (terms, None, Vec::new())),
        "preset" => laid_over(&edit.typed, terms, voice).map(|(terms, notes)| (terms, None, notes)),
        _ => by_field(terms, edit, voice).map(|(terms, next)| (terms, next, Vec::new())),
    };
    match tried {
        Ok((terms, next, notes)) => Edited { terms, refusal: None, next, notes },
        Err(refusal) => Edited { terms: terms.clone(), refusal: Some(refusal), next: None, notes: Vec::new() },
    }
}

/// The terms that a document says.
///
/// # Errors
/// A refusal at `document`, with its line and its field.
pub(super) fn by_text(text: &str, voice: &Voice<'_>) -> Result<Terms, Refusal> {
    read(text, voice.pen.decimals, voice.pen.zone)
        .map_err(|error| refusal("bad_terms", error.to_string()).at("document"))
}

fn by_field(terms: &Terms, edit: &TermsEdit, voice: &Voice<'_>) -> Result<(Terms, Option<String>), Refusal> {
    let mut terms = terms.clone();
    let mut scribe = Scribe::that_edits(edit);
    go_through(&mut scribe, voice, &mut terms);
    let (outcome, next) = scribe.outcome();
    outcome.unwrap_or_else(|| Err(no_such_field(edit)))?;
    // What the terms themselves refuse: a target below its threshold, a pot that is its own bank.
    let pen = voice.pen;
    let terms = read(&write(&terms, pen.decimals), pen.decimals, pen.zone)
        .map_err(|error| refusal("bad_terms", error.sentence).at(&edit.path))?;
    Ok((terms, next))
}

fn no_such_field(edit: &TermsEdit) -> Refusal {
    refusal("no_such_field", "These terms have no such field any more. Look at the sentences anew.").at(&edit.path)
}
