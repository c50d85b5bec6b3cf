//! The terms as sentences with fields in them, and an edit of one field: the same document as `terms show`.

mod bought;
mod carry;
mod clock;
mod differ;
mod edit;
mod grant;
mod life;
mod plan;
mod pots;
mod presets;
mod refill;
mod scribe;
#[cfg(test)]
mod tests;
mod values;

use runout_book::terms_document;
use runout_core::terms::Terms;

use self::scribe::Scribe;
use crate::wire::{TermsPart, TermsPiece, TermsView};

pub use differ::{differences, gets_other_grants};
pub use edit::{Edited, edited};
pub use presets::{presets, presets_as_of};
pub use values::Voice;

/// The terms as they can be edited.
pub fn view(terms: &Terms, voice: &Voice<'_>) -> TermsView {
    TermsView { document: terms_document::write(terms, voice.pen.decimals), parts: parts(terms, voice) }
}

/// The parts of the terms, each with its sentences.
fn parts(terms: &Terms, voice: &Voice<'_>) -> Vec<TermsPart> {
    let mut scribe = Scribe::default();
    go_through(&mut scribe, voice, &mut terms.clone());
    scribe.parts()
}

fn go_through(scribe: &mut Scribe<'_>, voice: &Voice<'_>, terms: &mut Terms) {
    pots::pots(scribe, voice, terms);
    plan::plan(scribe, voice, terms);
}

/// The terms in plain words, what is usual left out: "LTX Studio grants 28,000 credits each month on the 15th …".
pub fn sentences(terms: &Terms, voice: &Voice<'_>) -> String {
    let parts = parts(terms, voice);
    parts.iter().map(in_words).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

fn in_words(part: &TermsPart) -> String {
    let told = part.sentences.iter().filter(|sentence| !sentence.usual).map(|sentence| words_of(&sentence.pieces));
    let about = Some(part.about.clone()).filter(|about| !about.is_empty());
    let words = about.into_iter().chain(told).collect::<Vec<_>>().join(" ");
    match &part.title {
        Some(title) if part.path != "plan" => format!("{title}: {words}"),
        _ => words,
    }
}

/// A sentence in plain words.
fn words_of(pieces: &[TermsPiece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        TermsPiece::Words { text } => text.as_str(),
        TermsPiece::Field(field) => field.words.as_str(),
    });
    words.collect()
}
