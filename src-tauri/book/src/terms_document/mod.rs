//! The terms as a document that people write: TOML, field by field as `src-tauri/docs/terms.md` says.
//!
//! It is read by hand over the parsed text, not by derived code: each refusal names its line, its field, and what can
//! stand there. Amounts are in the service's unit, exact, never by way of a binary fraction.

mod error;
mod numbers;
mod place;
mod read;
mod words;
mod write;

/// The small phrases of a document, for those who edit a part of it.
pub mod phrases {
    pub use super::words::{allotments_text, interval_text, ratio_text, read_interval, read_ratio};
}

pub use error::TermsError;
pub use write::{TermsDocument, write};

use runout_core::Zone;
use runout_core::credits::Decimals;
use runout_core::terms::Terms;

/// More pots than any plan has; each costs something at every instant of its clock.
pub(crate) const MOST_POTS: usize = 64;

/// Reads a document. A rule that names no zone follows the clock of `zone`, the service's own.
///
/// # Errors
/// [`TermsError`] at the first line and field that cannot be read, or that contradicts another.
pub fn read(text: &str, decimals: Decimals, zone: Zone) -> Result<Terms, TermsError> {
    read::terms(text, decimals, zone)
}
