//! The pen that goes through terms once: it tells them in sentences with fields, or changes the one field that is edited.
//!
//! Each field is described in one place, its words beside the way in which it is typed, so that what can be read can be
//! edited, and nothing else.

use crate::refusal::refusal;
use crate::wire::{
    Refusal, TermsChoice, TermsDeed, TermsEdit, TermsField, TermsKind, TermsPart, TermsPiece, TermsSentence,
};

/// A word of a field, what it is sent as, and how it reads. What follows "…" stands in the list only.
pub(super) type Word<T> = (T, &'static str, &'static str);

/// Goes through terms.
#[derive(Debug, Default)]
pub(super) struct Scribe<'a> {
    edit: Option<&'a TermsEdit>,
    outcome: Option<Result<(), Refusal>>,
    next: Option<String>,
    parts: Vec<TermsPart>,
    /// Whose fields they are: ", Daily".
    of: String,
}

/// Where a field stands, and what it is called.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) path: String,
    label: &'static str,
}

/// A field's place under another one.
pub(super) fn spot(path: &str, name: &str, label: &'static str) -> Spot {
    let dot = if path.is_empty() { "" } else { "." };
    Spot { path: format!("{path}{dot}{name}"), label }
}

impl<'a> Scribe<'a> {
    /// One that changes this field.
    pub(super) fn that_edits(edit: &'a TermsEdit) -> Self {
        Self { edit: Some(edit), ..Self::default() }
    }

    /// What was told.
    pub(super) fn parts(self) -> Vec<TermsPart> {
        self.parts
    }

    /// What became of the edit, and the field that has to be filled in next.
    pub(super) fn outcome(self) -> (Option<Result<(), Refusal>>, Option<String>) {
        (self.outcome, self.next)
    }

    pub(super) fn part(&mut self, path: &str, title: Option<&str>, about: String) {
        let pot = title.filter(|_| path != "plan");
        self.of = pot.map(|pot| format!(", {pot}")).unwrap_or_default();
        let title = title.map(str::to_owned);
        self.parts.push(TermsPart { path: path.to_owned(), title, about, sentences: Vec::new(), deeds: Vec::new() });
    }

    pub(super) fn sentence(&mut self, path: &str, usual: bool) {
        let Some(part) = self.parts.last_mut() else { return };
        part.sentences.push(TermsSentence { path: path.to_owned(), usual, pieces: Vec::new(), deeds: Vec::new() });
    }

    pub(super) fn say(&mut self, words: &str) {
        let Some(sentence) = self.parts.last_mut().and_then(|part| part.sentences.last_mut()) else { return };
        if let Some(TermsPiece::Words { text }) = sentence.pieces.last_mut() {
            text.push_str(words);
        } else {
            sentence.pieces.push(TermsPiece::Words { text: words.to_owned() });
        }
    }

    /// A value that is typed: how it stands in the sentence, what editing starts from, and how it is read.
    pub(super) fn typed<T>(
        &mut self,
        spot: Spot,
        (words, value): (String, String),
        read: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        self.typed_as(TermsKind::Typed, Vec::new(), spot, (words, value), read)
    }

    /// A value that is typed and completed from names.
    pub(super) fn typed_as<T>(
        &mut self,
        kind: TermsKind,
        choices: Vec<TermsChoice>,
        spot: Spot,
        (words, value): (String, String),
        read: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let typed = self.taken(&spot.path);
        self.push(TermsField { label: self.labelled(&spot), path: spot.path.clone(), words, value, kind, choices });
        let (read, outcome) = match read(typed?) {
            Ok(read) => (Some(read), Ok(())),
            Err(refusal) => (None, Err(refusal.at(&spot.path))),
        };
        self.outcome = Some(outcome);
        read
    }

    /// A value that is one of a few words. Whether another one was chosen.
    pub(super) fn chosen<T: Copy + PartialEq>(&mut self, spot: Spot, value: &mut T, words: &[Word<T>]) -> bool {
        let typed = self.taken(&spot.path);
        let now = words.iter().find(|(one, ..)| one == value);
        let choices = words.iter().map(|(_, value, words)| choice(value, words)).collect();
        self.push(TermsField {
            label: self.labelled(&spot),
            words: now.map_or("–", |(.., words)| in_the_sentence(words)).to_owned(),
            value: now.map_or("", |(_, value, _)| value).to_owned(),
            kind: TermsKind::Chosen,
            choices,
            path: spot.path.clone(),
        });
        let Some(typed) = typed else { return false };
        let Some((one, ..)) = words.iter().find(|(_, value, _)| *value == typed) else {
            self.outcome = Some(Err(no_such_choice(typed).at(&spot.path)));
            return false;
        };
        self.outcome = Some(Ok(()));
        let is_another = one != value;
        *value = *one;
        is_another
    }

    /// Something that is done with the whole part. Whether it is done now.
    pub(super) fn deed(&mut self, path: &str, words: &str) -> bool {
        let Some(part) = self.parts.last_mut() else { return false };
        part.deeds.push(deed(path, words));
        self.is_done(path)
    }

    /// Something that is done with the sentence. Whether it is done now.
    pub(super) fn deed_here(&mut self, path: &str, words: &str) -> bool {
        let Some(sentence) = self.parts.last_mut().and_then(|part| part.sentences.last_mut()) else { return false };
        sentence.deeds.push(deed(path, words));
        self.is_done(path)
    }

    /// What was chosen needs this field, too.
    pub(super) fn then(&mut self, path: String) {
        self.next = Some(path);
    }

    /// What was to be done cannot be.
    pub(super) fn refuse(&mut self, refusal: Refusal) {
        self.outcome = Some(Err(refusal));
    }

    fn is_done(&mut self, path: &str) -> bool {
        let done = self.taken(path).is_some();
        if done {
            self.outcome = Some(Ok(()));
        }
        done
    }

    /// What was typed into this field. It is taken once: after it, other fields may stand in the same place.
    fn taken(&mut self, path: &str) -> Option<&'a str> {
        self.edit.take_if(|edit| edit.path == path).map(|edit| edit.typed.as_str())
    }

    fn labelled(&self, spot: &Spot) -> String {
        format!("{}{}", spot.label, self.of)
    }

    fn push(&mut self, field: TermsField) {
        let Some(sentence) = self.parts.last_mut().and_then(|part| part.sentences.last_mut()) else { return };
        sentence.pieces.push(TermsPiece::Field(field));
    }
}

pub(super) fn choice(value: &str, words: &str) -> TermsChoice {
    TermsChoice { value: value.to_owned(), words: words.to_owned() }
}

fn deed(path: &str, words: &str) -> TermsDeed {
    TermsDeed { path: path.to_owned(), words: words.to_owned() }
}

/// "rolls over, up to" of "rolls over, up to …".
fn in_the_sentence(words: &'static str) -> &'static str {
    words.split(" …").next().unwrap_or(words)
}

fn no_such_choice(choice: &str) -> Refusal {
    refusal("no_such_choice", format!("“{choice}” cannot be chosen here."))
}
