//! Why a CSV cannot be imported; each is a sentence that says what to do.

use super::CsvQuestion;

/// Why a CSV cannot be imported. Nothing was saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CsvRefused {
    /// More bytes than any log has.
    #[error("This file is larger than {most} MB, which no log of spends is. Split it, or choose another.")]
    TooLarge {
        /// The most that is read, in megabytes.
        most: usize,
    },
    /// Bytes that no encoding makes text of.
    #[error("This file is not text. Choose a CSV file, and where a spreadsheet wrote it, save it as CSV.")]
    NotText,
    /// A file of no rows.
    #[error(
        "This file holds no rows under a line of column names. Choose a CSV file whose first line names its columns."
    )]
    Empty,
    /// More columns than any export has.
    #[error("This file has {columns} columns, which no log of spends has. Choose another.")]
    TooWide {
        /// How many.
        columns: usize,
    },
    /// A word of the mapping that is none.
    #[error("“{word}” is nothing that a column can say. There are: {known}.")]
    NoSuchField {
        /// The word.
        word: String,
        /// The words that there are.
        known: String,
    },
    /// A column that is not there.
    #[error("This file has no column “{column}”. It has: {known}.")]
    NoSuchColumn {
        /// The name.
        column: String,
        /// The columns that there are.
        known: String,
    },
    /// A part of the mapping that names no column.
    #[error("“{part}” names no column. Write credits=Cost, the word first and then the column.")]
    BadMapping {
        /// The part.
        part: String,
    },
    /// Without this column nothing can be logged.
    #[error("No column says {what}. Choose one of: {known}.")]
    Unmapped {
        /// "when", "how many credits".
        what: &'static str,
        /// The word for it: `at`, `credits`.
        word: &'static str,
        /// The columns that there are.
        known: String,
    },
    /// Something that has to be answered first.
    #[error("{0}")]
    Asks(CsvQuestion),
    /// Nothing in it is new, or nothing can be read.
    #[error("{0}")]
    Nothing(String),
}

impl CsvRefused {
    /// A stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "csv_too_large",
            Self::NotText => "csv_not_text",
            Self::Empty => "csv_empty",
            Self::TooWide { .. } => "csv_too_wide",
            Self::NoSuchField { .. } => "csv_no_such_field",
            Self::NoSuchColumn { .. } => "csv_no_such_column",
            Self::BadMapping { .. } => "csv_bad_mapping",
            Self::Unmapped { .. } => "csv_unmapped",
            Self::Asks(question) => question.code(),
            Self::Nothing(_) => "csv_nothing_to_import",
        }
    }

    /// The field of the command line, or of the dialog, that it belongs to.
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoSuchField { .. } | Self::NoSuchColumn { .. } | Self::BadMapping { .. } => Some("map"),
            Self::Unmapped { word, .. } => Some(word),
            Self::Asks(question) => Some(question.field()),
            _ => None,
        }
    }
}
