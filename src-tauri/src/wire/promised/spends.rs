//! What a line will take, and what was spent.

use serde::Serialize;
use ts_rs::TS;

use super::super::Amount;

/// `estimate`: what the whole line will likely take.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Estimate {
    /// The action's name.
    pub action: String,
    /// How many pieces.
    pub count: u32,
    /// 10 %.
    pub low: Amount,
    /// 50 %.
    pub mid: Amount,
    /// 90 %.
    pub high: Amount,
    /// How many own observations stand behind it.
    pub n: u32,
    /// `own`, `mixed`, `published`.
    pub source: String,
    /// What would be left.
    pub left_after: LowMidHigh,
    /// The chance that it is covered, 0 to 1.
    pub chance_covered: f64,
}

/// Three quantiles.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LowMidHigh {
    /// 10 %.
    pub low: Amount,
    /// 50 %.
    pub mid: Amount,
    /// 90 %.
    pub high: Amount,
}

/// `log`: the spends.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LogOfSpends {
    /// Newest first.
    pub spends: Vec<LoggedSpend>,
}

/// A spend of the log.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LoggedSpend {
    /// Its id.
    pub id: i64,
    /// When.
    pub at: String,
    /// Whether only a date was typed.
    pub date_only: bool,
    /// The action's name; null where only an amount was typed.
    pub action: Option<String>,
    /// Its settings.
    pub settings: std::collections::BTreeMap<String, String>,
    /// How many pieces.
    pub count: u32,
    /// What it took.
    pub credits: Amount,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its note.
    pub note: String,
    /// `charged`, `refunded`, `part_refunded`, `refund_expected`, `reserved`.
    pub state: String,
    /// Whether the credits are an estimate.
    pub estimated: bool,
    /// Which lots paid it.
    pub slices: Vec<Slice>,
}

/// A part of a spend that one lot paid.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Slice {
    /// The lot.
    pub lot: String,
    /// How much.
    pub credits: Amount,
}
