//! What the log says about prices.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::base::Gathered;
use super::estimate::Closed;
use crate::Instant;
use crate::actions::{Action, Key};
use crate::credits::Decimals;
use crate::facts::{EntryId, Fact, Facts, Spend, SpendState};

/// Half of an observation's weight is gone after this many days.
const HALF_LIFE_DAYS: f64 = 60.0;
/// Half of an observation's weight is gone after this many newer ones of its key.
const HALF_LIFE_NEWER: f64 = 12.0;
/// Figures that agree so often in a row close the range.
const CLOSES_AFTER: usize = 4;
/// Older observations of a key weigh less than a thousandth.
const KEPT: usize = 120;

/// What one piece took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Observation {
    pub(super) at: Instant,
    pub(super) entry: EntryId,
    /// Units per piece; the mean of its line.
    pub(super) value: f64,
}

/// The observations of one key, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Seen {
    pub(super) observations: Vec<Observation>,
    /// When it was logged last, estimates included.
    pub(super) last: Option<Instant>,
    /// How many spends of it stand in the log, whatever they took.
    pub(super) spends: u32,
    /// The logarithms of what was taken, weighted; nothing has none.
    pub(super) logs: Gathered,
    /// The value of the newest observations, where the newest four agree.
    pub(super) closed: Option<(f64, Closed)>,
}

/// Every key of the log up to `now`, with what it took; where the user said that a price moved, since then.
pub(super) fn observed(actions: &[Action], facts: &Facts, now: Instant) -> BTreeMap<Key, Seen> {
    let refunded: HashSet<EntryId> =
        facts.entries.iter().filter(|entry| entry.at <= now).filter_map(refund_of).collect();
    // A hash finds a key faster than an order does; the order in which keys are read is the map's that is returned.
    let mut keys: HashMap<&Key, Seen> = HashMap::new();
    for entry in facts.entries.iter().filter(|entry| entry.at <= now) {
        let Fact::Spend(spend) = &entry.fact else { continue };
        let Some(key) = &spend.key else { continue };
        let seen = keys.entry(key).or_default();
        seen.last = seen.last.max(Some(entry.at));
        seen.spends += 1;
        if teaches(spend) && !refunded.contains(&entry.id) {
            let value = per_piece(spend, facts.service.decimals);
            seen.observations.push(Observation { at: entry.at, entry: entry.id, value });
        }
    }
    for (action, moved) in actions.iter().flat_map(|action| action.moved.iter().map(move |moved| (action, moved))) {
        let key = Key { action: action.id.clone(), settings: moved.settings.clone() };
        if let Some(seen) = keys.get_mut(&key).filter(|_| moved.uses_new) {
            seen.observations.retain(|seen| seen.at >= moved.since);
        }
    }
    keys.values_mut().for_each(|seen| seen.settle(now));
    keys.into_iter().map(|(key, seen)| (key.clone(), seen)).collect()
}

impl Seen {
    fn settle(&mut self, now: Instant) {
        self.observations.sort_unstable_by_key(|seen| (seen.at, seen.entry));
        self.logs = self.gathered(now);
        self.closed = self.closed();
    }

    /// What stood before one of the observations, weighed at its instant.
    pub(super) fn before(&self, limit: Observation) -> Self {
        let earlier = self.observations.partition_point(|seen| (seen.at, seen.entry) < (limit.at, limit.entry));
        let from = earlier.saturating_sub(KEPT);
        let mut seen = Self { observations: self.observations[from..earlier].to_vec(), ..Self::default() };
        seen.logs = seen.gathered(limit.at);
        seen.closed = seen.closed();
        seen
    }

    fn closed(&self) -> Option<(f64, Closed)> {
        let newest = self.observations.last()?.value;
        let same = |seen: &&Observation| (seen.value - newest).abs() <= 1e-9 * newest.abs();
        if self.observations.iter().rev().take_while(same).count() < CLOSES_AFTER {
            return None;
        }
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let equal = number(self.observations.iter().filter(same).count());
        Some((newest, Closed { equal, of: number(self.observations.len()) }))
    }

    fn gathered(&self, now: Instant) -> Gathered {
        let positive = self.weighted(now).filter(|(value, _)| *value > 0.0);
        Gathered::of(positive.map(|(value, weight)| (libm::log(value), weight)))
    }

    /// The newest observations with their weights, newest first.
    pub(super) fn weighted(&self, now: Instant) -> impl Iterator<Item = (f64, f64)> {
        let newest_first = self.observations.iter().rev().take(KEPT);
        newest_first.enumerate().map(move |(newer, seen)| (seen.value, weight(seen.at, newer, now)))
    }
}

fn weight(at: Instant, newer: usize, now: Instant) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "seconds of an age and a count below 120 are exact in an f64")]
    let (age_days, newer) = ((now - at).num_seconds().max(0) as f64 / 86_400.0, newer as f64);
    libm::exp2(-age_days / HALF_LIFE_DAYS) * libm::exp2(-newer / HALF_LIFE_NEWER)
}

fn refund_of(entry: &crate::facts::Entry) -> Option<EntryId> {
    match entry.fact {
        Fact::Refund { of, .. } => Some(of),
        _ => None,
    }
}

/// Typed credits of charged lines only: an estimate would teach what it was told.
pub(crate) fn teaches(spend: &Spend) -> bool {
    !spend.estimated && !spend.derived && spend.state == SpendState::Charged && !spend.credits.is_negative()
}

fn per_piece(spend: &Spend, decimals: Decimals) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "10^15 and below is exact in an f64")]
    let (units, scale) = (spend.credits.units() as f64, decimals.scale() as f64);
    units / scale / f64::from(spend.count.max(1))
}
