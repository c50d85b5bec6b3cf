//! What a check's difference was, most likely.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::super::Amount;

/// A set of spends that explains what a check found missing.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Explanation {
    /// The spends.
    pub spends: Vec<GuessedSpend>,
    /// What they leave unexplained.
    pub rest: Amount,
    /// How likely it is, 0 to 1.
    pub weight: f64,
}

/// A spend that was perhaps not logged.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct GuessedSpend {
    /// The action's name.
    pub action: String,
    /// Its settings.
    pub settings: BTreeMap<String, String>,
    /// How many pieces.
    pub count: u32,
    /// What they took, all together.
    pub credits: Amount,
}

/// One entry that would explain a check.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Gain {
    /// `refund`, `grant`, `came_early`, `came_late`, `not_come_yet`.
    pub kind: String,
    /// The spend that was refunded.
    pub of: Option<i64>,
    /// How much a refund or a grant is.
    pub amount: Option<Amount>,
    /// When the renewal is due by the plan.
    pub at: Option<String>,
}
