//! How far a forecast looks.

use super::ForecastAsk;
use crate::Instant;
use crate::facts::Facts;
use crate::ledger::{Future, Ledger, LedgerError};

/// Where the plan says nothing else.
const LEAST: usize = 14;
const MOST: usize = 62;

/// The days ahead that a forecast walks: what [`super::forecast`] expects.
///
/// They go on to the end of the day after the last one that is replayed, so that what lapses at the horizon is seen.
///
/// # Errors
/// [`LedgerError`] as for a replay.
pub fn days_ahead(facts: &Facts, ledger: &Ledger, now: Instant, ask: &ForecastAsk) -> Result<Future, LedgerError> {
    let near = Future::compile(facts, ledger, now, MOST + 1)?;
    match walked(&near, ask) {
        MOST => Ok(near),
        days => Future::compile(facts, ledger, now, days + 1),
    }
}

/// How many days are told: as asked; or to the second renewal, 14 to 62 days; or to a next renewal beyond them.
pub(super) fn told(future: &Future, ask: &ForecastAsk) -> usize {
    let second = future.second_renewal().map_or(MOST, |renewal| renewal.spends_before);
    let asked = ask.days.unwrap_or(next(future).max(second.clamp(LEAST, MOST)));
    asked.clamp(1, ForecastAsk::MOST_DAYS)
}

/// How many days are replayed: those that are told, and on to the next renewal, which the chance and the safe spend need.
pub(super) fn walked(future: &Future, ask: &ForecastAsk) -> usize {
    told(future, ask).max(next(future).min(ForecastAsk::MOST_DAYS))
}

fn next(future: &Future) -> usize {
    future.renewal().map_or(0, |renewal| renewal.spends_before)
}
