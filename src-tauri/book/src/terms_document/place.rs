//! Where a value stands in a document, and how it is taken from there.

use toml::de::{DeTable, DeValue};

use super::TermsError;

/// Where something stands: its line is reckoned only when it is refused.
#[derive(Clone, Debug)]
pub(super) struct Place<'a> {
    text: &'a str,
    field: String,
    at: usize,
}

impl<'a> Place<'a> {
    /// The document itself.
    pub(super) const fn document(text: &'a str) -> Self {
        Self { text, field: String::new(), at: 0 }
    }

    fn inside(&self, name: &str, at: usize) -> Self {
        let dot = if self.field.is_empty() { "" } else { "." };
        Self { text: self.text, field: format!("{}{dot}{name}", self.field), at }
    }

    fn item(&self, number: usize, at: usize) -> Self {
        Self { text: self.text, field: format!("{}[{number}]", self.field), at }
    }

    /// A refusal at this place.
    pub(super) fn refuse(&self, sentence: impl Into<String>) -> TermsError {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let field = if self.field.is_empty() { "the document".to_owned() } else { self.field.clone() };
        TermsError { line: before.matches('\n').count() + 1, field, sentence: sentence.into() }
    }
}

/// The fields of a table: each is taken once, and what nobody takes is refused.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    pub(super) place: Place<'a>,
    table: &'a DeTable<'a>,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub(super) const fn new(place: Place<'a>, table: &'a DeTable<'a>) -> Self {
        Self { place, table, known: Vec::new() }
    }

    /// A field that may be left out.
    pub(super) fn maybe(&mut self, name: &'static str) -> Option<Value<'a>> {
        self.known.push(name);
        let (key, value) = self.table.iter().find(|(key, _)| key.get_ref() == name)?;
        // A table's own header is where it begins; everything else is found by its key.
        Some(Value { place: self.place.inside(name, key.span().start), value: value.get_ref() })
    }

    /// A field that must be there.
    pub(super) fn need(&mut self, name: &'static str, what: &str) -> Result<Value<'a>, TermsError> {
        self.maybe(name).ok_or_else(|| {
            let place = self.place.inside(name, self.place.at);
            place.refuse(format!("It is missing: {what}"))
        })
    }

    /// Refuses the first field that nobody has taken.
    pub(super) fn done(self) -> Result<(), TermsError> {
        let unknown = self.table.keys().filter(|key| !self.known.iter().any(|known| key.get_ref() == known));
        let Some(key) = unknown.min_by_key(|key| key.span().start) else { return Ok(()) };
        let place = self.place.inside(key.get_ref(), key.span().start);
        Err(place.refuse(format!("There is no such field. There are: {}.", self.known.join(", "))))
    }
}

/// A value of a document.
#[derive(Clone, Debug)]
pub(super) struct Value<'a> {
    pub(super) place: Place<'a>,
    pub(super) value: &'a DeValue<'a>,
}

impl<'a> Value<'a> {
    pub(super) fn refuse(&self, sentence: impl Into<String>) -> TermsError {
        self.place.refuse(sentence)
    }

    /// A text, or what should stand here.
    pub(super) fn text(&self, wanted: &str) -> Result<&'a str, TermsError> {
        self.value.as_str().ok_or_else(|| self.refuse(format!("Write {wanted}, in quotes.")))
    }

    /// A text that says something.
    pub(super) fn name(&self, wanted: &str) -> Result<String, TermsError> {
        let text = self.text(wanted)?;
        if text.trim().is_empty() { Err(self.refuse(format!("Write {wanted}."))) } else { Ok(text.to_owned()) }
    }

    /// One of a few words.
    pub(super) fn one_of<T: Copy>(&self, words: &[(&str, T)]) -> Result<T, TermsError> {
        let found = self.value.as_str().and_then(|text| words.iter().find(|(word, _)| *word == text));
        found.map(|(_, meant)| *meant).ok_or_else(|| {
            let all: Vec<_> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            self.refuse(format!("It can be {}.", all.join(" or ")))
        })
    }

    pub(super) fn flag(&self) -> Result<bool, TermsError> {
        self.value.as_bool().ok_or_else(|| self.refuse("It is true or false, without quotes."))
    }

    pub(super) fn fields(&self, wanted: &str) -> Result<Fields<'a>, TermsError> {
        let table = self.value.as_table().ok_or_else(|| self.refuse(format!("Write {wanted}.")))?;
        Ok(Fields::new(self.place.clone(), table))
    }

    /// The items of a list.
    pub(super) fn items(&self, wanted: &str) -> Result<Vec<Self>, TermsError> {
        let list = self.value.as_array().ok_or_else(|| self.refuse(format!("Write {wanted}.")))?;
        let items = list.iter().zip(1..);
        Ok(items
            .map(|(item, number)| Self { place: self.place.item(number, item.span().start), value: item.get_ref() })
            .collect())
    }
}
