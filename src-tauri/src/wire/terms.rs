//! The plan editor: the terms as sentences with fields in them, an edit of one field, and what it would do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BeforeAfter, Refusal};

/// The terms as they can be edited.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct TermsView {
    /// The same terms as a document; a draft crosses as this text, whole.
    pub document: String,
    /// The pots in the order of the document, then what holds for the whole plan.
    pub parts: Vec<TermsPart>,
}

/// A part of the terms: a pot, what is bought, what holds for the whole plan.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct TermsPart {
    /// Where it stands in the document: "pots\[1\]", "top_ups", "plan".
    pub path: String,
    /// Its name, where it needs one: a single pot has none.
    pub title: Option<String>,
    /// "It pays first.", "Bought credits lie in it.": what it is, in words.
    pub about: String,
    /// What it says.
    pub sentences: Vec<TermsSentence>,
    /// What can be added to it or taken away as a whole.
    pub deeds: Vec<TermsDeed>,
}

/// A sentence of the terms.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct TermsSentence {
    /// What it is about, the same before and after an edit.
    pub path: String,
    /// Whether it says what is usual, so that it can be folded away.
    pub usual: bool,
    /// Its words and fields, in order.
    pub pieces: Vec<TermsPiece>,
    /// What can be done with it as a whole: taking a pack away.
    pub deeds: Vec<TermsDeed>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "piece", rename_all = "snake_case")]
pub enum TermsPiece {
    /// Words.
    Words {
        /// The words.
        text: String,
    },
    /// A value that can be edited.
    Field(TermsField),
}

/// A value of the terms in its sentence.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct TermsField {
    /// Its place in the document, lists counted from 1: "pots\[1\].grant.amount".
    pub path: String,
    /// What it is called for a reader: "Allotment".
    pub label: String,
    /// How it stands in the sentence: "15th".
    pub words: String,
    /// What editing starts from: "15", or the value of the word that was chosen.
    pub value: String,
    /// How it is edited.
    pub kind: TermsKind,
    /// The words that it can be, where it is chosen from words.
    pub choices: Vec<TermsChoice>,
}

/// How a value is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TermsKind {
    /// It is typed.
    Typed,
    /// It is chosen from words.
    Chosen,
    /// A time zone, typed and completed.
    Zone,
    /// Several names, typed with commas between them and completed from the choices.
    Names,
}

/// A word that a value can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TermsChoice {
    /// What is sent.
    pub value: String,
    /// How it reads.
    pub words: String,
}

/// Something that is added or taken away as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TermsDeed {
    /// What is sent as the edited field.
    pub path: String,
    /// "Add a pot".
    pub words: String,
}

/// An edit of a draft of the terms, and from when and how the draft would hold.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TermsWish {
    /// The draft, as it was answered last.
    pub document: String,
    /// What is edited; nothing, to look at it again.
    pub edit: Option<TermsEdit>,
    /// `now`, `next` (the next renewal), `correct` (the version in force was wrong all along), or a date.
    pub from: String,
    /// `difference`, `up_to`, `full`, `prorate`, `both`; only asked where a grant changes from now or a date.
    pub mode: Option<String>,
}

/// One value of the terms, as typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TermsEdit {
    /// The field, or the deed; `document` for the whole text, `preset` for the terms of a preset.
    pub path: String,
    /// What was typed or chosen; empty for a deed.
    pub typed: String,
}

/// The draft after an edit, and what it would do. Nothing is saved.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct TermsAnswer {
    /// The draft; as it was, where the edit was refused.
    pub terms: TermsView,
    /// What is wrong, at the field that was edited, at `from` or at `mode`.
    pub refusal: Option<Refusal>,
    /// The field that has to be filled in next: a word that is counted needs its count.
    pub next: Option<String>,
    /// Whether the draft says anything else than the terms in force.
    pub changed: bool,
    /// Whether "How?" has to be asked: a cycle that runs already gets other grants.
    pub asks_how: bool,
    /// The sentences that differ, as they are and as they would be.
    pub sentences: Vec<BeforeAfter>,
    /// Rows of "now" next to "then": balance, each pot, next renewal, what will lapse.
    pub rows: Vec<BeforeAfter>,
    /// What of the past is reckoned anew, in sentences.
    pub rewrites: Vec<String>,
    /// What a preset could not say, or counts otherwise than this book.
    pub notes: Vec<String>,
}

/// A preset that terms can start from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TermsPreset {
    /// Its id: `ltx-standard`.
    pub id: String,
    /// The service.
    pub service: String,
    /// "Standard: 28,000 each month, 35 USD".
    pub words: String,
}

/// A version of the terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TermsVersionView {
    /// From when on it holds, exactly: what taking it back is asked with.
    pub from: String,
    /// "Since Thu 15 Oct 2026", "From Tue 15 Dec 2026", "Sun 15 Feb to Wed 14 Oct 2026".
    pub when: String,
    /// "Lite, 8,000 each month".
    pub words: String,
    /// Whether it holds now.
    pub in_force: bool,
    /// Whether it is still to come, and can be taken back.
    pub pending: bool,
}
