//! What differs between the terms in force and a draft, sentence by sentence.

use runout_core::terms::Terms;

use super::{Voice, parts, words_of};
use crate::wire::{BeforeAfter, TermsPart};

/// The sentences that differ, in the order of the draft; one that only one side has stands beside nothing.
pub fn differences(before: &Terms, after: &Terms, voice: &Voice<'_>) -> Vec<BeforeAfter> {
    let (before, after) = (parts(before, voice), parts(after, voice));
    let (was, is) = (told(&before), told(&after));
    let gone = was.iter().filter(|one| !is.iter().any(|other| other.key == one.key));
    let changed = is.iter().filter_map(|one| {
        let former = was.iter().find(|other| other.key == one.key);
        // What is usual on both sides, or only one side's silence, is no news.
        let before = former.map_or("", |former| former.words.as_str());
        let quiet = one.usual && former.is_none_or(|former| former.usual && former.words == one.words);
        (before != one.words && !quiet).then(|| row(&one.part, before, &one.words))
    });
    changed.chain(gone.filter(|one| !one.usual).map(|one| row(&one.part, &one.words, ""))).collect()
}

/// Whether a cycle that runs already gets other grants.
pub fn gets_other_grants(before: &Terms, after: &Terms) -> bool {
    let grants = |terms: &Terms| -> Vec<_> {
        let granted = terms.pots.iter().filter_map(|pot| Some((pot.name.clone(), pot.grant.as_ref()?)));
        granted.map(|(name, grant)| (name, grant.amount, grant.cadence)).collect()
    };
    grants(before) != grants(after)
}

/// A sentence of one side.
struct Told {
    key: (String, String),
    part: String,
    words: String,
    usual: bool,
}

fn told(parts: &[TermsPart]) -> Vec<Told> {
    // A single pot bears no title; it is the same one when others come beside it.
    parts.iter().flat_map(sentences_of).collect()
}

fn sentences_of(part: &TermsPart) -> impl Iterator<Item = Told> {
    let name = part.title.clone().unwrap_or_else(|| "The plan".to_owned());
    part.sentences.iter().map(move |sentence| {
        let within = sentence.path.strip_prefix(&part.path).unwrap_or(&sentence.path).to_owned();
        let of = if part.path == "plan" { String::new() } else { part.path.clone() };
        Told { key: (of, within), part: name.clone(), words: words_of(&sentence.pieces), usual: sentence.usual }
    })
}

fn row(what: &str, before: &str, after: &str) -> BeforeAfter {
    let shown = |words: &str| if words.is_empty() { "–".to_owned() } else { words.to_owned() };
    BeforeAfter { what: what.to_owned(), before: shown(before), after: shown(after) }
}
