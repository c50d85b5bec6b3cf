//! What checks found, and how the credits came to what is left.

use serde::Serialize;
use ts_rs::TS;

use super::super::Amount;
use super::{Explanation, Gain};

/// `check`: what the counter shows against the ledger.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CheckResult {
    /// The entry's id.
    pub entry: Option<i64>,
    /// What the service showed.
    pub shown: Amount,
    /// What the ledger had: left − overdrawn; null before the book's start.
    pub computed: Option<Amount>,
    /// shown − computed; null before the book's start.
    pub difference: Option<Amount>,
    /// What was most likely not logged, the likeliest first; at most three, none where nothing is missing.
    pub explanations: Vec<Explanation>,
    /// Which one entry may not have been made, the likeliest first.
    pub gains: Vec<Gain>,
}

/// A refund that is expected and has not come: part of what `check` answers.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RefundExpected {
    /// The spend.
    pub id: i64,
    /// When it was.
    pub at: String,
    /// "Veo 3, 8 s"; null where only an amount was typed.
    pub action: Option<String>,
    /// What has not come back of it.
    pub credits: Amount,
    /// "5,400 for Veo 3, 8 s of Fri 20 Nov".
    pub words: String,
}

/// `statement`: opening + granted + refunded + gained + forgiven = spent + unlogged + lapsed + closing.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Statement {
    /// left − overdrawn where the range begins.
    pub opening: Amount,
    /// What the plan and the top-ups granted.
    pub granted: Amount,
    /// What came back for spends.
    pub refunded: Amount,
    /// What checks found beyond the ledger.
    pub gained: Amount,
    /// Overdrawn credits that a reset dropped.
    pub forgiven: Amount,
    /// Spent.
    pub spent: Amount,
    /// What checks found missing.
    pub unlogged: Amount,
    /// What expired, was voided, cut or forfeited.
    pub lapsed: Amount,
    /// left − overdrawn where the range ends.
    pub closing: Amount,
    /// The same per pot, without what nothing covered.
    pub pots: Vec<PotStatement>,
}

/// A pot's statement.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PotStatement {
    /// The pot.
    pub pot: String,
    /// Left where the range begins.
    pub opening: Amount,
    /// Granted.
    pub granted: Amount,
    /// Refunded.
    pub refunded: Amount,
    /// Gained.
    pub gained: Amount,
    /// Always 0: what is overdrawn, and what is forgiven of it, belongs to no pot.
    pub forgiven: Amount,
    /// Moved in from another pot.
    pub moved_in: Amount,
    /// Spent.
    pub spent: Amount,
    /// Unlogged.
    pub unlogged: Amount,
    /// Lapsed.
    pub lapsed: Amount,
    /// Moved out to another pot.
    pub moved_out: Amount,
    /// Left where the range ends.
    pub closing: Amount,
}
