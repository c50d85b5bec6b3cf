//! The vectors as they stand in their file.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    vectors: Vec<Vector>,
    #[serde(default)]
    extra_vectors: Vec<Vector>,
}

/// Every vector of a file.
pub(crate) fn vectors(file: &Path) -> Vec<Vector> {
    let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let file: File = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    file.vectors.into_iter().chain(file.extra_vectors).collect()
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Vector {
    Balance(Box<Balance>),
    BurnOrder { id: String, grants: Vec<Grant>, expected_order: Vec<String> },
    Boundaries(Box<Boundaries>),
    Period { id: String, anchor: String, every: String, at: String, tz: Option<String>, expected: [String; 2] },
    AddInterval { id: String, from: String, interval: String, tz: Option<String>, expected: String },
}

impl Vector {
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Balance(vector) => &vector.id,
            Self::Boundaries(vector) => &vector.id,
            Self::BurnOrder { id, .. } | Self::Period { id, .. } | Self::AddInterval { id, .. } => id,
        }
    }

    /// Makes one expected figure wrong, where there is one to spoil.
    pub(crate) fn spoil(&mut self) -> bool {
        match self {
            Self::Balance(vector) => {
                let query = vector.queries.last_mut().expect("a query");
                query.expected.overage = Some(query.expected.overage.unwrap_or(0) + 1);
                true
            }
            Self::BurnOrder { expected_order, .. } => {
                expected_order.swap(0, 1);
                true
            }
            Self::Boundaries(vector) => vector.expected.pop().is_some(),
            Self::Period { expected, .. } => {
                expected.swap(0, 1);
                true
            }
            Self::AddInterval { from, expected, .. } => {
                expected.clone_from(from);
                true
            }
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Balance {
    pub(crate) id: String,
    pub(crate) start: String,
    #[serde(default)]
    pub(crate) grants: Vec<Grant>,
    #[serde(default)]
    pub(crate) usage: Vec<Usage>,
    #[serde(default)]
    pub(crate) refunds: Vec<Refund>,
    #[serde(default)]
    pub(crate) resets: Vec<Reset>,
    pub(crate) reset_schedule: Option<Schedule>,
    pub(crate) starting_balances: Option<BTreeMap<String, i64>>,
    #[serde(default)]
    pub(crate) starting_overage: i64,
    #[serde(default)]
    pub(crate) starting_usage_in_period: i64,
    #[serde(default)]
    pub(crate) starting_covered_in_period: i64,
    #[serde(default)]
    pub(crate) split_at: Vec<String>,
    pub(crate) queries: Vec<Query>,
}

#[derive(Deserialize)]
pub(crate) struct Boundaries {
    pub(crate) id: String,
    pub(crate) start: String,
    pub(crate) reset_schedule: Option<Schedule>,
    #[serde(default)]
    pub(crate) resets: Vec<Reset>,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) expected: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Grant {
    pub(crate) id: String,
    pub(crate) amount: i64,
    pub(crate) effective_at: String,
    pub(crate) expires_at: Option<String>,
    pub(crate) voided_at: Option<String>,
    #[serde(default)]
    pub(crate) priority: u16,
    pub(crate) seq: Option<i64>,
    pub(crate) recurrence: Option<Schedule>,
    #[serde(default)]
    pub(crate) rollover: Rollover,
}

/// Without one nothing survives; a `max` that is null, or not there, is no cap.
#[derive(Clone, Copy, Deserialize)]
pub(crate) struct Rollover {
    #[serde(default)]
    pub(crate) min: i64,
    #[serde(default)]
    pub(crate) max: Option<i64>,
}

impl Default for Rollover {
    fn default() -> Self {
        Self { min: 0, max: Some(0) }
    }
}

#[derive(Deserialize)]
pub(crate) struct Schedule {
    pub(crate) every: String,
    pub(crate) anchor: String,
    pub(crate) tz: Option<String>,
    #[serde(default)]
    pub(crate) preserve_overage: bool,
}

#[derive(Deserialize)]
pub(crate) struct Usage {
    pub(crate) id: Option<String>,
    pub(crate) at: String,
    pub(crate) amount: i64,
}

#[derive(Deserialize)]
pub(crate) struct Refund {
    pub(crate) of: String,
    pub(crate) at: String,
    pub(crate) amount: i64,
}

#[derive(Deserialize)]
pub(crate) struct Reset {
    pub(crate) at: String,
    #[serde(default)]
    pub(crate) preserve_overage: bool,
    #[serde(default)]
    pub(crate) reanchor: bool,
    pub(crate) move_anchor_to: Option<String>,
    pub(crate) every: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Query {
    pub(crate) at: String,
    pub(crate) expected: Expected,
}

#[derive(Deserialize)]
pub(crate) struct Expected {
    pub(crate) grants: Option<BTreeMap<String, i64>>,
    pub(crate) total: Option<i64>,
    pub(crate) overage: Option<i64>,
    pub(crate) usage_in_period: Option<i64>,
    pub(crate) covered_in_period: Option<i64>,
    pub(crate) available_in_period: Option<i64>,
    pub(crate) period_start: Option<String>,
    pub(crate) period_end: Option<String>,
    #[serde(default)]
    pub(crate) lost: BTreeMap<String, i64>,
}
