//! What a change does at the instant at which it begins.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::ledger::{Edge, Ledger, LedgerError, PlanState, What, replay};
use runout_core::outlook::Outlook;

use super::super::pen::Pen;
use crate::wire::BeforeAfter;

/// What lapses with it; where it begins later, what is left right after it, should nothing be spent until then.
pub(super) fn rows(
    now: &Outlook<'_>,
    then: &Outlook<'_>,
    begins: Instant,
    pen: &Pen,
) -> Result<Vec<BeforeAfter>, LedgerError> {
    let row = |what: String, before: Credits, after: Credits| BeforeAfter {
        what,
        before: pen.exact(before),
        after: pen.exact(after),
    };
    if begins <= now.now {
        let lapses = [&now.ledger, &then.ledger].map(|ledger| lapsed(ledger, begins));
        let told = lapses[0] != lapses[1];
        let what =
            if begins < now.now { format!("Lapsed since {}", pen.day_of(begins)) } else { "Lapses now".to_owned() };
        return Ok(told.then(|| row(what, lapses[0], lapses[1])).into_iter().collect());
    }
    let (before, after) = (replay(now.facts, begins, Edge::After)?, replay(then.facts, begins, Edge::After)?);
    let day = pen.day_of(begins);
    let mut rows = vec![row(format!("Left on {day}, if nothing is spent"), before.left(), after.left())];
    let lapses = [&before, &after].map(|ledger| lapsed(ledger, begins));
    if lapses.iter().any(|lapse| !lapse.is_zero()) {
        rows.push(row(format!("Lapses on {day}, if nothing is spent"), lapses[0], lapses[1]));
    }
    Ok(rows)
}

/// What lapsed at an instant or later.
fn lapsed(ledger: &Ledger, since: Instant) -> Credits {
    let moments = ledger.moments().iter();
    let lapses = moments.filter(|moment| moment.at >= since && matches!(moment.what, What::Lapsed { .. }));
    lapses.fold(Credits::ZERO, |sum, moment| sum.minus(moment.change).unwrap_or(Credits::MAX))
}

/// What is frozen once a cancelled plan has ended, should nothing be spent until then; what is frozen now in any other.
pub(super) fn freezes(one: &Outlook<'_>) -> Result<Credits, LedgerError> {
    match one.ledger.plan() {
        PlanState::Cancelled { until: Some(until) } => Ok(replay(one.facts, until, Edge::After)?.frozen()),
        _ => Ok(one.ledger.frozen()),
    }
}
