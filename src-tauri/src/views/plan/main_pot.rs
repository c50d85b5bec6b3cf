//! The pot that the plan is about.

use runout_core::terms::{Cadence, IntervalUnit, PotTerms, Terms};

/// The pot that the plan's sentences are about: the one with the largest allotment a day.
pub fn main_pot(terms: &Terms) -> Option<&PotTerms> {
    let a_day = |pot: &&PotTerms| {
        let grant = pot.grant.as_ref()?;
        Some(grant.amount.units().saturating_mul(1_000) / minutes_between(grant.cadence).max(1))
    };
    let granted = terms.pots.iter().filter(|pot| pot.grant.is_some());
    granted.max_by_key(a_day).or(terms.pots.first())
}

/// About how many minutes lie between two grants; for comparing them only.
fn minutes_between(cadence: Cadence) -> i64 {
    match cadence {
        Cadence::Once => i64::MAX,
        Cadence::Every { every, .. } | Cadence::FirstUse { window: every } => {
            i64::from(every.count) * minutes(every.of)
        }
    }
}

const fn minutes(unit: IntervalUnit) -> i64 {
    match unit {
        IntervalUnit::Hour => 60,
        IntervalUnit::Day => 1_440,
        IntervalUnit::Week => 10_080,
        IntervalUnit::Month => 43_800,
        IntervalUnit::Year => 525_600,
    }
}
