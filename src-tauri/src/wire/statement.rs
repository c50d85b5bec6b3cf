//! A statement line by line, as a bank prints it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::TermsChoice;

/// Which statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StatementQuery {
    /// `cycle`, `before` for the cycle before, or `days`.
    pub range: String,
    /// The first of the days, as typed; empty: since the book began.
    pub from: String,
    /// The last of them, as typed; empty: to now.
    pub to: String,
    /// The pot; empty for all.
    pub pot: String,
    /// How many lines, the newest first to be shown.
    pub limit: u32,
}

/// The page of a statement line by line.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct StatementPage {
    /// What was asked.
    pub query: StatementQuery,
    /// "Sun 15 Nov, 00:00 to today, 16:40".
    pub words: String,
    /// The ranges that can be chosen.
    pub ranges: Vec<TermsChoice>,
    /// The pots that can be chosen, by name.
    pub pots: Vec<String>,
    /// The first line.
    pub opening: StatementLine,
    /// What came and went, the oldest first.
    pub lines: Vec<StatementLine>,
    /// How many lines lie between the opening and the first that is shown.
    pub earlier: u32,
    /// "9,800 earlier lines are not shown; the export has them all."
    pub earlier_words: String,
    /// The last line.
    pub closing: StatementLine,
    /// Whether all lines lead from the opening balance to the closing one; the window says so if they do not.
    pub adds_up: bool,
}

/// A line of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StatementLine {
    /// "Sun 15 Nov, 00:00".
    pub when: String,
    /// "Spend: Veo 3, 8 s", "Renewal".
    pub what: String,
    /// "+28,000", "−294"; empty where nothing moved.
    pub credits: String,
    /// "6,262".
    pub balance: String,
}
