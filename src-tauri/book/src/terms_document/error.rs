//! Why a document of terms cannot be taken.

/// What is wrong with a document of terms, and where. Nothing was saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Line {line}, {field}: {sentence}")]
pub struct TermsError {
    /// The line, from 1.
    pub line: usize,
    /// The field, with the places of lists counted from 1: `pots[2].grant.amount`.
    pub field: String,
    /// What to do about it.
    pub sentence: String,
}
