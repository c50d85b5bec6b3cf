//! What a check finds, and what that was most likely.

use super::{Explanation, Gain, Gap, explain, gains};
use crate::Instant;
use crate::credits::Credits;
use crate::facts::Facts;
use crate::ledger::{Edge, Ledger, LedgerError, replay};
use crate::terms::PotName;

/// What the service's own counter shows, before it is noted as a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// When.
    pub at: Instant,
    /// The figure.
    pub credits: Credits,
    /// The one pot that it is of; none: everything.
    pub pot: Option<&'a PotName>,
}

/// What a check finds, and what that was most likely.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What the ledger has there.
    pub computed: Credits,
    /// Shown less computed.
    pub difference: Credits,
    /// The check before; none: there was none since the book's start.
    pub since: Option<Instant>,
    /// The likeliest sets of spends that were not logged; empty where nothing is missing.
    pub explanations: Vec<Explanation>,
    /// What one entry could have been instead.
    pub gains: Vec<Gain>,
}

/// What a check finds, as of its own instant: what was entered for later does not matter.
///
/// # Errors
/// [`LedgerError`] where a sum is beyond what a book can hold.
pub fn find(facts: &Facts, shown: &Shown<'_>) -> Result<Finding, LedgerError> {
    let ledger = replay(facts, shown.at, Edge::After)?;
    let computed = shown.of(&ledger);
    let difference = shown.credits.minus(computed).unwrap_or_default();
    let since = before(&ledger, shown);
    let missing = Credits::new(-difference.units()).unwrap_or_default();
    let gap = Gap { missing, from: since.unwrap_or(facts.service.start), to: shown.at };
    let explanations = if missing > Credits::ZERO { explain(facts, &gap) } else { Vec::new() };
    Ok(Finding { computed, difference, since, explanations, gains: gains(facts, &ledger, shown) })
}

/// The check before that covered the same credits.
fn before(ledger: &Ledger, shown: &Shown<'_>) -> Option<Instant> {
    let covers = |pot: &Option<PotName>| pot.is_none() || pot.as_ref() == shown.pot;
    ledger.checks().iter().rev().find(|check| covers(&check.pot)).map(|check| check.at)
}

impl Shown<'_> {
    /// What a ledger has of what is shown: left − overdrawn, or what is left in the pot.
    pub(super) fn of(&self, ledger: &Ledger) -> Credits {
        let Some(pot) = self.pot else { return ledger.balance() };
        ledger.pots().iter().find(|one| one.pot == *pot).map(|one| one.left).unwrap_or_default()
    }
}
