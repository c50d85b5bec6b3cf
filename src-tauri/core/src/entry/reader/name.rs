//! Words that mean nothing else: a new action's name, or the note.

use super::Reader;
use crate::entry::actions::fold;
use crate::entry::amounts::is_version;
use crate::entry::chip::ChipKind;
use crate::entry::split::Word;

/// A new action's name has at most so many words, and so many bytes.
const LONGEST_NAME: (usize, usize) = (6, 60);

/// The words of a new action's name so far.
#[derive(Default)]
pub(super) struct Name {
    words: usize,
    /// The word behind its last one.
    next: usize,
    from: usize,
}

impl Reader<'_, '_> {
    /// Whether a number is the version in the new name that stands right before it.
    pub(super) fn continues_name(&self, at: usize) -> bool {
        self.name.words > 0 && self.name.next == at && !self.draft.has_begun() && is_version(self.words[at].text)
    }

    pub(super) fn name_or_note(&mut self, at: usize) {
        let word = &self.words[at];
        let named = self.draft.found.is_some() || self.draft.action_id.is_some() || self.draft.has_begun();
        let follows = self.name.words == 0 || self.name.next == at;
        let short = self.name.words < LONGEST_NAME.0 && word.to - self.first_of_name(word) <= LONGEST_NAME.1;
        if named || !follows || !short || fold(word.text).is_empty() {
            self.draft.say_note(word.text.to_owned(), word.from, word.to);
        } else {
            self.name_word(at);
        }
    }

    pub(super) fn first_of_name(&self, word: &Word<'_>) -> usize {
        if self.name.words == 0 { word.from } else { self.name.from }
    }

    pub(super) fn name_word(&mut self, at: usize) {
        let word = &self.words[at];
        let from = self.first_of_name(word);
        self.name = Name { words: self.name.words + 1, next: at + 1, from };
        let name = match &self.draft.new_name {
            Some(before) => format!("{before} {}", word.text),
            None => capitalised(word.text),
        };
        if self.name.words > 1 {
            self.draft.chips.pop();
        }
        self.draft.chip(ChipKind::NewAction, name.clone(), from, word.to);
        self.draft.new_name = Some(name);
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
