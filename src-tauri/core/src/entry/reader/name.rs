//! Words that mean nothing else: a new action's name, or the note.

use super::{Reader, is_amount_word};
use crate::entry::actions::fold;
use crate::entry::amounts::{count, is_version};
use crate::entry::chip::ChipKind;
use crate::entry::split::Word;
use crate::words::{capital, read_amount};

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
    /// Whether a number is the version in the new name that stands right before it: where no other figure could be the
    /// amount, it is the amount itself.
    pub(super) fn continues_name(&self, at: usize) -> bool {
        let follows = self.name.words > 0 && self.name.next == at && !self.draft.has_begun();
        let text = self.words[at].text;
        follows && is_version(text) && (self.amount_follows(at + 1) || !self.counts_in_units(text))
    }

    /// Whether any word from here on is an amount, and no date, length or count.
    fn amount_follows(&self, from: usize) -> bool {
        let mut at = from;
        while let Some(word) = self.words.get(at) {
            let setting = self.setting_at(at).map(|(.., used)| used);
            let when = || self.when(at).map(|(_, used)| used);
            let pieces = || count(&self.words[at..]).map(|(_, used)| used);
            match setting.or_else(when).or_else(pieces) {
                Some(used) if word.quoted.is_none() => at += used.max(1),
                _ if is_amount_word(word) => return true,
                _ => at += 1,
            }
        }
        false
    }

    /// "1.1" is no amount of a unit that is counted in whole ones.
    fn counts_in_units(&self, text: &str) -> bool {
        read_amount(text, self.desk.decimals, &self.desk.figures).is_ok()
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
            None => capital(word.text),
        };
        if self.name.words > 1 {
            self.draft.chips.pop();
        }
        self.draft.chip(ChipKind::NewAction, name.clone(), from, word.to);
        self.draft.new_name = Some(name);
    }
}
