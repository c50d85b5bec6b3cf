//! The shape of the JSON document.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// What marks the document.
pub(super) const FORMAT: &str = "runout-book";
/// The version of the document that is written.
pub(super) const VERSION: u32 = 2;

/// Everything. Its rows are read one by one, so that a refusal can name the one that is wrong.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document<Row> {
    pub(super) format: String,
    pub(super) version: u32,
    pub(super) about: AboutRow,
    pub(super) changes: Vec<Row>,
    pub(super) entries: Vec<Row>,
    pub(super) documents: Vec<Row>,
    pub(super) kept_forecasts: Vec<Row>,
}

/// The book as a whole.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AboutRow {
    pub(super) made: String,
    pub(super) sample: bool,
    pub(super) nearest: Option<String>,
}

/// A change of the history.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeLine {
    pub(super) id: i64,
    pub(super) at: String,
    pub(super) name: String,
    pub(super) state: String,
}

/// A version of an entry.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryLine {
    pub(super) version: i64,
    pub(super) entry: i64,
    /// Left out in version 1, which knew one service only.
    #[serde(default)]
    pub(super) service: Option<i64>,
    pub(super) change: i64,
    pub(super) supersedes: Option<i64>,
    pub(super) stands: bool,
    pub(super) key: Option<String>,
    pub(super) at: String,
    pub(super) date_only: bool,
    pub(super) form: i64,
    pub(super) body: Option<Box<RawValue>>,
}

/// A version of anything else.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentLine {
    pub(super) version: i64,
    pub(super) kind: String,
    pub(super) name: String,
    /// 0 for a setting, which is the book's own; left out in version 1.
    #[serde(default)]
    pub(super) service: Option<i64>,
    pub(super) change: i64,
    pub(super) supersedes: Option<i64>,
    pub(super) stands: bool,
    pub(super) form: i64,
    pub(super) body: Option<Box<RawValue>>,
}

/// A kept forecast.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ForecastLine {
    #[serde(default)]
    pub(super) service: Option<i64>,
    pub(super) day: String,
    pub(super) at: String,
    pub(super) form: i64,
    pub(super) body: Box<RawValue>,
}
