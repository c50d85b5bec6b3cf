//! The price book's own score, and what a spend typically takes.

use std::collections::BTreeMap;

use super::book::{PriceBook, of_action};
use super::observation::{Observation, Seen};
use super::relatives::SIBLINGS;
use crate::Instant;
use crate::actions::Key;
use crate::facts::{Fact, Facts};

/// How many of the newest typed figures are scored.
const SCORED: usize = 10;
/// How many of the newest spends say what is typical.
const TYPICAL_OF: usize = 200;

/// "9 of your last 10 fell inside the range."
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// How many fell inside the 8-in-10 range that stood before them.
    pub inside: u32,
    /// Of how many, at most 10.
    pub of: u32,
}

impl Score {
    /// Scores the newest figures, each against what was known just before it.
    pub(super) fn of(book: &PriceBook) -> Self {
        let mut newest: Vec<(&Key, Observation)> = newest_of_each(book.keys()).collect();
        newest.sort_by_key(|(_, seen)| (seen.at, seen.entry));
        newest.iter().rev().take(SCORED).fold(Self::default(), |score, (key, seen)| score.and(book, key, *seen))
    }

    fn and(self, book: &PriceBook, key: &Key, seen: Observation) -> Self {
        let before = known_before(book.keys(), key, seen);
        let Some(range) = book.estimate_of(key, 1, &before, seen.at) else { return self };
        // A figure on the edge of a closed range is inside it.
        let slack = 1e-9 * seen.value.abs();
        let inside = range.low - slack <= seen.value && seen.value <= range.high + slack;
        Self { inside: self.inside + u32::from(inside), of: self.of + 1 }
    }
}

fn newest_of_each(keys: &BTreeMap<Key, Seen>) -> impl Iterator<Item = (&Key, Observation)> {
    keys.iter().flat_map(|(key, seen)| seen.observations.iter().rev().take(SCORED).map(move |seen| (key, *seen)))
}

/// The observations of this key's action that stood before one of them; of many keys some are enough.
pub(super) fn known_before(keys: &BTreeMap<Key, Seen>, key: &Key, limit: Observation) -> BTreeMap<Key, Seen> {
    let siblings = of_action(keys, &key.action).filter(|(other, _)| *other != key).take(SIBLINGS);
    let own = keys.get_key_value(key);
    siblings.chain(own).map(|(other, seen)| (other.clone(), seen.before(limit))).collect()
}

/// The middle of the newest spends of more than nothing, in units.
pub(super) fn typical_spend(facts: &Facts, now: Instant) -> Option<f64> {
    let mut spends: Vec<(Instant, i64)> =
        facts.entries.iter().filter(|entry| entry.at <= now).filter_map(taken).collect();
    let older = spends.len().saturating_sub(TYPICAL_OF);
    if older > 0 {
        spends.select_nth_unstable(older);
    }
    let mut newest: Vec<i64> = spends[older..].iter().map(|(_, units)| *units).collect();
    newest.sort_unstable();
    let middle = *newest.get(newest.len() / 2)?;
    #[expect(clippy::cast_precision_loss, reason = "10^15 and below is exact in an f64")]
    let units = middle as f64 / facts.service.decimals.scale() as f64;
    Some(units)
}

fn taken(entry: &crate::facts::Entry) -> Option<(Instant, i64)> {
    match &entry.fact {
        Fact::Spend(spend) if spend.credits.units() > 0 => Some((entry.at, spend.credits.units())),
        _ => None,
    }
}
