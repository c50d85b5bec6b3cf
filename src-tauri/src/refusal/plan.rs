//! What is refused about the plan itself.

use runout_core::Instant;
use runout_core::ledger::PlanState;

use super::refusal;
use crate::views::pen::Pen;
use crate::wire::Refusal;

/// How the plan stands, and what can be done about it.
pub(super) fn plan_is(state: &PlanState, pen: &Pen) -> Refusal {
    match state {
        PlanState::Running => refusal("plan_runs", "The plan is running. There is nothing to resume."),
        PlanState::Paused { since } => {
            refusal("plan_paused", format!("The plan is paused since {}. Resume it first.", pen.moment(*since)))
        }
        PlanState::Cancelled { until } => {
            let ends = until.map(|until| format!(" and ends on {}", pen.moment(until))).unwrap_or_default();
            refusal("plan_cancelled", format!("The plan is cancelled{ends}. Resume it first."))
        }
        PlanState::Lapsed { since } => {
            refusal("plan_lapsed", format!("The plan ended on {}. Resume it to begin it anew.", pen.moment(*since)))
        }
    }
}

/// "The nearest are Sun 15 Nov, 00:00 and Tue 15 Dec, 00:00."
pub(super) fn nearest(before: Option<Instant>, after: Option<Instant>, pen: &Pen) -> String {
    match (before, after) {
        (Some(before), Some(after)) => {
            format!("The nearest are {} and {}.", pen.moment(before), pen.moment(after))
        }
        (Some(one), None) | (None, Some(one)) => format!("The nearest is {}.", pen.moment(one)),
        (None, None) => "These terms have none.".to_owned(),
    }
}
