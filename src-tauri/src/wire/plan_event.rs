//! What happened to the plan, as typed, and what it would do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BeforeAfter, Refusal};

/// What happened to the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanEventKind {
    /// A renewal came before its time.
    Renewed,
    /// A renewal came at another time than the schedule says.
    CameAt,
    /// A renewal that was due did not come.
    NotCome,
    /// It was paused.
    Paused,
    /// It was cancelled.
    Cancelled,
    /// It goes on, or begins anew.
    Resumed,
}

/// Something that happened to the plan, as typed.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanEventTyped {
    /// What.
    pub kind: PlanEventKind,
    /// When; empty for now. Of `came_at` it cannot be empty, of `not_come` it means nothing.
    pub on: String,
    /// Which renewal came at another time or did not come; empty: the nearest, or the last that was due.
    pub renewal: String,
    /// Of `renewed`: whether the next renewals stay where they were.
    pub keeps_schedule: bool,
}

/// What it would do.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PlanEventPreview {
    /// What is wrong.
    pub refusal: Option<Refusal>,
    /// Rows of "now" next to "then": balance, next renewal, what will lapse.
    pub rows: Vec<BeforeAfter>,
    /// What of the past is reckoned anew, in sentences; empty where nothing is.
    pub rewrites: Vec<String>,
}
