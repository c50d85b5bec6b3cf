//! What a file can mean in two ways, and is asked.

use std::fmt;

/// What has to be answered before a file can be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CsvQuestion {
    /// Whether the mark of its amounts groups digits or is the decimal one.
    Decimal {
        /// A line that shows it.
        line: u64,
        /// What stands there: "1,250".
        text: String,
        /// What it is where the comma is the decimal mark; none where it cannot be that.
        comma: Option<String>,
        /// What it is where the point is the decimal mark.
        point: Option<String>,
    },
    /// Whether its dates begin with the day or with the month.
    Dates {
        /// A line that shows it.
        line: u64,
        /// What stands there: "03/04/2026".
        text: String,
        /// What it is with the day first: "3 Apr 2026".
        day_first: Option<String>,
        /// What it is with the month first.
        month_first: Option<String>,
    },
    /// Whether what looks like something logged already is logged too.
    Duplicates {
        /// How many do.
        number: usize,
    },
}

impl CsvQuestion {
    /// A stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Decimal { .. } => "csv_decimal_ambiguous",
            Self::Dates { .. } => "csv_dates_ambiguous",
            Self::Duplicates { .. } => "csv_duplicates",
        }
    }

    /// What answers it: `decimal`, `dates`, `duplicates`.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Decimal { .. } => "decimal",
            Self::Dates { .. } => "dates",
            Self::Duplicates { .. } => "duplicates",
        }
    }

    /// The question for somebody who sees the answers beside it.
    pub fn asked(&self) -> String {
        let [(_, means), (_, means_other)] = self.answers();
        match self {
            Self::Decimal { line, text, .. } | Self::Dates { line, text, .. } => {
                format!("Line {line} says “{text}”: is that {means} or {means_other}?")
            }
            Self::Duplicates { number: 1 } => {
                "One line looks like a spend that is logged already. Log it, too?".to_owned()
            }
            Self::Duplicates { number } => {
                format!("{number} lines look like spends that are logged already. Log them, too?")
            }
        }
    }

    /// The answers that there are, each with what it means.
    pub fn answers(&self) -> [(&'static str, String); 2] {
        let means = |meaning: &Option<String>| meaning.clone().unwrap_or_else(|| "not readable".to_owned());
        match self {
            Self::Decimal { comma, point, .. } => [("comma", means(comma)), ("point", means(point))],
            Self::Dates { day_first, month_first, .. } => {
                [("day-first", means(day_first)), ("month-first", means(month_first))]
            }
            Self::Duplicates { .. } => {
                [("skip", "leave them out".to_owned()), ("keep", "log them all the same".to_owned())]
            }
        }
    }
}

impl fmt::Display for CsvQuestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [(one, means), (other, means_other)] = self.answers();
        match self {
            Self::Decimal { line, text, .. } | Self::Dates { line, text, .. } => {
                write!(f, "Line {line} says “{text}”: is that {means} ({one}) or {means_other} ({other})?")
            }
            Self::Duplicates { number: 1 } => {
                write!(f, "One line looks like a spend that is logged already: {one} it, or {other} it?")
            }
            Self::Duplicates { number } => {
                write!(f, "{number} lines look like spends that are logged already: {one} them, or {other} them?")
            }
        }
    }
}
