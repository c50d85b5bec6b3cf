//! The log: newest first, with the running balance.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Span;

/// Which rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LogQuery {
    /// Words that must occur in the action, settings, tags or note; case-free.
    pub text: String,
    /// `cycle`, `all`, or a first day `YYYY-MM-DD`.
    pub range: String,
    /// The first row.
    pub offset: u32,
    /// How many rows, at most 500.
    pub limit: u32,
}

/// A window of the log.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LogView {
    /// What was asked.
    pub query: LogQuery,
    /// "This cycle: 39 spends, 21,426 credits, and 312 unlogged".
    pub summary: String,
    /// How many rows there are in all, day heads included.
    pub total: u32,
    /// Whether the book has no entry at all.
    pub empty: bool,
    /// The rows `offset..offset + rows.len()`.
    pub rows: Vec<LogRow>,
    /// For the scrollbar: the first row of each month, oldest last.
    pub months: Vec<MonthStart>,
}

/// Where a month begins among the rows.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct MonthStart {
    /// "Nov 2026".
    pub words: String,
    /// The row.
    pub row: u32,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LogRow {
    /// A day's head.
    Day {
        /// The day.
        date: String,
        /// "Today, Fri 4 Dec".
        words: String,
        /// The day's sum.
        credits: String,
    },
    /// A spend.
    Spend {
        /// Its id.
        id: i64,
        /// "15:52"; empty where only a date was typed.
        time: String,
        /// "LTXV Turbo"; "–" where only an amount was typed.
        action: String,
        /// "8 s, audio".
        settings: String,
        /// How many pieces.
        count: u32,
        /// "≈ 165" or "294".
        credits: String,
        /// Whether the figure is an estimate.
        estimated: bool,
        /// What was left after it.
        left: String,
        /// Its tags, without `#`.
        tags: Vec<String>,
        /// Its note.
        note: String,
        /// `charged`, `refunded`, `part_refunded`, `refund_expected`, `reserved`.
        state: String,
        /// `keeper`, `reject`, `failed`, or none.
        verdict: Option<String>,
        /// The line that would log it: what editing starts from.
        line: String,
        /// "Monthly 4,000, Top-ups 1,400", "120 not covered": who paid.
        paid: String,
    },
    /// A balance check.
    Check {
        /// Its id.
        id: i64,
        /// When.
        time: String,
        /// "Balance check: LTX Studio showed 9,766".
        words: String,
        /// "−312", "+1,750", or "0".
        difference: String,
        /// What was left after it.
        left: String,
        /// "312 unlogged since Fri 27 Nov".
        since: String,
    },
    /// Something else that moved credits: a renewal, a top-up, a grant, a refund, a void, an end.
    Event {
        /// Its id, if it is an entry (and can be deleted).
        id: Option<i64>,
        /// When.
        time: String,
        /// "Renewal", "Top-up of 5,000, ends Wed 3 Feb".
        words: Vec<Span>,
        /// "+28,000".
        credits: String,
        /// What was left after it.
        left: String,
        /// "expected, not confirmed", of a renewal that no check has shown yet; else empty.
        state: String,
        /// The renewal of the schedule that it is about, as one would type it: "2026-12-15 00:00"; none where it is none
        /// that could have come at another time.
        renewal: Option<String>,
        /// Whether it is said of it that it did not come.
        not_come: bool,
    },
}
