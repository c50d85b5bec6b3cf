//! What went in and what went out between two instants.

use super::{Cycle, LedgerError};
use crate::Instant;
use crate::credits::Credits;
use crate::facts::Facts;
use crate::terms::PotName;

/// What lapsed, by its kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lapsed {
    /// Lots that came to their end, at a renewal too.
    pub expired: Credits,
    /// Lots that were ended by hand.
    pub voided: Credits,
    /// What resets did not keep.
    pub at_reset: Credits,
    /// What a cap on the total cut from a grant.
    pub at_grant: Credits,
    /// What refills forfeited.
    pub by_refill: Credits,
}

/// opening + granted + refunded + gained + forgiven = spent + unlogged + lapsed + closing, to the unit.
///
/// The edge of a range lies between losing and gaining: what ends, is reset or is forfeited at T closes the older
/// range; what is granted at T, and what it pays off, opens the newer one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Where it begins.
    pub from: Instant,
    /// Where it ends, exclusive.
    pub to: Instant,
    /// left − overdrawn where it begins.
    pub opening: Credits,
    /// What the plan and the entries granted, and what resets added to reach a minimum.
    pub granted: Credits,
    /// What came back for spends.
    pub refunded: Credits,
    /// What checks found beyond the ledger; below 0 where a refund explained an earlier range's gain.
    pub gained: Credits,
    /// What renewals forgave; below 0 where a refund took back what an earlier range forgave.
    pub forgiven: Credits,
    /// Spent.
    pub spent: Credits,
    /// What checks found missing.
    pub unlogged: Credits,
    /// What lapsed, all kinds together.
    pub lapsed: Credits,
    /// What lapsed, by kind.
    pub lapsed_by: Lapsed,
    /// left − overdrawn where it ends.
    pub closing: Credits,
    /// The same per pot, without what nothing covered.
    pub pots: Vec<PotStatement>,
}

/// A pot's statement:
/// opening + granted + refunded + gained + moved in = spent + unlogged + lapsed + moved out + closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PotStatement {
    /// The pot.
    pub pot: PotName,
    /// Left where the range begins.
    pub opening: Credits,
    /// Granted.
    pub granted: Credits,
    /// Refunded.
    pub refunded: Credits,
    /// Gained.
    pub gained: Credits,
    /// Moved in from another pot.
    pub moved_in: Credits,
    /// Spent: dated where its lots paid, so the payment of what was overdrawn counts when it is paid.
    pub spent: Credits,
    /// Unlogged.
    pub unlogged: Credits,
    /// Lapsed, all kinds together.
    pub lapsed: Credits,
    /// Moved out to another pot.
    pub moved_out: Credits,
    /// Left where the range ends.
    pub closing: Credits,
}

/// The statement of `[from, to)`.
///
/// # Errors
/// [`LedgerError`] as for a replay.
pub fn statement(facts: &Facts, from: Instant, to: Instant) -> Result<Statement, LedgerError> {
    let _ = facts.terms.first().ok_or(LedgerError::NoTerms)?;
    Ok(Statement {
        from,
        to,
        opening: Credits::ZERO,
        granted: Credits::ZERO,
        refunded: Credits::ZERO,
        gained: Credits::ZERO,
        forgiven: Credits::ZERO,
        spent: Credits::ZERO,
        unlogged: Credits::ZERO,
        lapsed: Credits::ZERO,
        lapsed_by: Lapsed::default(),
        closing: Credits::ZERO,
        pots: Vec::new(),
    })
}

/// The statements between each two neighbours of `edges` (ascending), in one replay.
///
/// # Errors
/// [`LedgerError`] as for a replay.
pub fn statements(facts: &Facts, edges: &[Instant]) -> Result<Vec<Statement>, LedgerError> {
    edges.windows(2).map(|pair| statement(facts, pair[0], pair[1])).collect()
}

/// The cycles from the book's start to the running one, oldest first; empty without a schedule.
///
/// # Errors
/// [`LedgerError`] as for a replay.
pub fn cycles(facts: &Facts, _now: Instant) -> Result<Vec<Cycle>, LedgerError> {
    let _ = facts.terms.first().ok_or(LedgerError::NoTerms)?;
    Ok(Vec::new())
}
