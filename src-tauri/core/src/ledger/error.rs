//! Why a ledger could not be reckoned.

use crate::credits::TooLarge;

/// Why a ledger could not be reckoned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// A sum went beyond what the book can hold.
    #[error("a sum of credits is {0}")]
    TooLarge(#[from] TooLarge),
    /// There is no version of the terms at all.
    #[error("the service has no terms")]
    NoTerms,
}
