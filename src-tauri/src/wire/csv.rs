//! The import of a CSV: what its columns say, what would be logged, and what has to be asked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Refusal;

/// What is said about the chosen file, as chosen in the dialog.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CsvWish {
    /// Which column says what; a field that is not named says nothing.
    pub columns: Vec<CsvColumn>,
    /// `comma` or `point`, where that was asked.
    pub decimal: Option<String>,
    /// `day-first` or `month-first`, where that was asked.
    pub dates: Option<String>,
    /// `skip` or `keep`, where that was asked.
    pub duplicates: Option<String>,
}

/// A column and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CsvColumn {
    /// `at`, `credits`, `action`, …
    pub field: String,
    /// The column's name.
    pub column: String,
}

/// The chosen file as it would be imported. Nothing is saved yet.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CsvPreview {
    /// The file's name: "usage.csv".
    pub file: String,
    /// "412 lines, UTF-8, separated by commas".
    pub about: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// What a column can say, in the order of the dialog.
    pub fields: Vec<CsvField>,
    /// What has to be answered, what was answered included.
    pub questions: Vec<CsvQuestion>,
    /// The first spends, as they would be logged.
    pub rows: Vec<CsvRow>,
    /// What else there is to know: "3 lines were imported before, and are left out."
    pub notes: Vec<String>,
    /// The lines that cannot be read, at most so many as can be looked through.
    pub problems: Vec<CsvLine>,
    /// "and 12 more"; none where all are listed.
    pub more_problems: Option<String>,
    /// The lines that look like spends that are logged already.
    pub near: Vec<CsvLine>,
    /// "and 12 more"; none where all are listed.
    pub more_near: Option<String>,
    /// What stands in the way, if anything does.
    pub refusal: Option<Refusal>,
    /// The button's words: "Import 412 spends".
    pub verb: String,
}

/// What a column can say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CsvField {
    /// Its word in a mapping: `credits`.
    pub field: String,
    /// What it is called: "Credits".
    pub label: String,
    /// The column that says it.
    pub column: Option<String>,
    /// Whether nothing can be logged without it.
    pub needed: bool,
}

/// What the file can mean in two ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CsvQuestion {
    /// What answers it: `decimal`, `dates`, `duplicates`.
    pub field: String,
    /// The question.
    pub words: String,
    /// The answers.
    pub answers: Vec<CsvAnswer>,
    /// The one that was chosen.
    pub chosen: Option<String>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CsvAnswer {
    /// `comma`, `day-first`, `skip`, …
    pub value: String,
    /// What it means: "1250".
    pub words: String,
}

/// A spend as it would be logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CsvRow {
    /// The line of the file.
    pub line: u32,
    /// When: "Sun 1 Nov, 09:15".
    pub at: String,
    /// The action and its settings.
    pub action: String,
    /// How many pieces.
    pub count: u32,
    /// The credits.
    pub credits: String,
    /// Tags and note.
    pub note: String,
}

/// A line of the file and a sentence about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CsvLine {
    /// The line of the file.
    pub line: u32,
    /// What is said about it.
    pub words: String,
}
