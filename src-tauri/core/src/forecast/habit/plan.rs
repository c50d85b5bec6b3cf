//! What the plan in force grants a day.

use crate::Instant;
use crate::calendar::{first_after, last_at_or_before};
use crate::ledger::Ledger;
use crate::terms::{Cadence, GrantTerms};

const SECONDS_A_DAY: f64 = 86_400.0;

/// All grants that recur, each over the length of its running period; none where none does.
pub(super) fn allotment_per_day(ledger: &Ledger, now: Instant) -> Option<f64> {
    let grants = ledger.terms()?.pots.iter().filter_map(|pot| per_day(pot.grant.as_ref()?, now));
    Some(grants.sum()).filter(|sum| *sum > 0.0)
}

fn per_day(grant: &GrantTerms, now: Instant) -> Option<f64> {
    let Cadence::Every { every, anchor } = grant.cadence else { return None };
    let length = first_after(&anchor, every, now) - last_at_or_before(&anchor, every, now);
    let days = length.num_seconds() as f64 / SECONDS_A_DAY;
    (days > 0.0).then(|| grant.amount.units() as f64 / days)
}
