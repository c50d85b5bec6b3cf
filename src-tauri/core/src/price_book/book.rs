//! The price book: every key that was seen, and every published action.

use std::collections::BTreeMap;

use super::estimate::{PriceEstimate, Source};
use super::observation::{Seen, observed};
use super::relatives::Relatives;
use super::{Predictive, PriceChange, Score, change, score};
use crate::Instant;
use crate::actions::{Action, ActionId, Key};
use crate::facts::Facts;

/// How many own figures an estimate shows.
const SHOWN: usize = 20;

/// For every action: the published range, and what the user's own log teaches.
#[derive(Clone, Debug)]
pub struct PriceBook {
    actions: BTreeMap<ActionId, Action>,
    keys: BTreeMap<Key, Seen>,
    relatives: Relatives,
    now: Instant,
    typical_spend: Option<f64>,
    score: Score,
}

/// A row of the price book: a key that was seen, or a published action with none of the user's own.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceRow {
    /// The key.
    pub key: Key,
    /// What one piece of it takes; none while nothing at all is known.
    pub estimate: Option<PriceEstimate>,
    /// When it was logged last, estimates included.
    pub last: Option<Instant>,
    /// How many spends of it stand in the log.
    pub spends: u32,
    /// Where its price seems to have moved, and the user has not said yet what holds.
    pub change: Option<PriceChange>,
}

impl PriceBook {
    /// Reads the log up to `now`.
    pub fn of(actions: &[Action], facts: &Facts, now: Instant) -> Self {
        let keys = observed(actions, facts, now);
        let relatives = Relatives::of(actions, &keys);
        let actions: BTreeMap<_, _> = actions.iter().map(|action| (action.id.clone(), action.clone())).collect();
        let typical_spend = score::typical_spend(facts, now);
        let mut book = Self { actions, keys, relatives, now, typical_spend, score: Score::default() };
        book.score = Score::of(&book);
        book
    }

    /// What `count` pieces of a key will likely take; none while nothing is known about it or its relatives.
    pub fn estimate(&self, key: &Key, count: u32) -> Option<PriceEstimate> {
        self.estimate_of(key, count, &self.keys, self.now)
    }

    /// Every key seen, and every published action without one, by action; the keys of an action by their settings.
    pub fn rows(&self) -> Vec<PriceRow> {
        let mut keys: BTreeMap<Key, &Seen> = self.keys.iter().map(|(key, seen)| (key.clone(), seen)).collect();
        let unseen = Seen::default();
        let unseen_yet = |action: &&Action| of_action(&self.keys, &action.id).next().is_none();
        for action in self.actions.values().filter(unseen_yet) {
            keys.insert(published_key(action), &unseen);
        }
        keys.into_iter().map(|(key, seen)| self.row(key, seen)).collect()
    }

    /// What a spend of the user's takes in the middle, in units: below it, the next generation may not be covered.
    pub fn typical_spend(&self) -> Option<f64> {
        self.typical_spend
    }

    /// How many of the newest typed figures fell inside the range that stood before them.
    pub fn score(&self) -> Score {
        self.score
    }

    /// When a key was logged last.
    pub fn last(&self, key: &Key) -> Option<Instant> {
        self.keys.get(key).and_then(|seen| seen.last)
    }

    /// When an action was logged last, with any settings.
    pub fn last_of_action(&self, action: &ActionId) -> Option<Instant> {
        of_action(&self.keys, action).filter_map(|(_, seen)| seen.last).max()
    }

    fn row(&self, key: Key, seen: &Seen) -> PriceRow {
        let (estimate, change) = (self.estimate(&key, 1), self.change(&key));
        PriceRow { estimate, last: seen.last, spends: seen.spends, change, key }
    }

    /// Where the price of a key seems to have moved, and the user has not said yet what holds.
    pub fn change(&self, key: &Key) -> Option<PriceChange> {
        let change = change::of(self, key)?;
        let said = self.actions.get(&key.action).and_then(|action| action.moved_price(&key.settings));
        Some(change).filter(|change| said.is_none_or(|said| said.since < change.since))
    }

    pub(super) fn keys(&self) -> &BTreeMap<Key, Seen> {
        &self.keys
    }

    /// An estimate from other observations than the book's own: the score asks what was known before.
    pub(super) fn estimate_of(
        &self,
        key: &Key,
        count: u32,
        seen: &BTreeMap<Key, Seen>,
        now: Instant,
    ) -> Option<PriceEstimate> {
        let action = self.actions.get(&key.action)?;
        let base = self.relatives.base(action, key, seen)?;
        let own = seen.get(key);
        let piece = Predictive::new(own.into_iter().flat_map(|seen| seen.weighted(now)), base);
        Some(estimate(piece, own, action, count.max(1)))
    }
}

fn estimate(piece: Predictive, seen: Option<&Seen>, action: &Action, count: u32) -> PriceEstimate {
    let observations = seen.map_or(&[][..], |seen| &seen.observations);
    let closed = seen.and_then(|seen| seen.closed);
    let many = f64::from(count);
    let at = |q| match closed {
        Some((value, _)) => value * many,
        None => piece.quantile(q) * many,
    };
    let n = u32::try_from(observations.len()).unwrap_or(u32::MAX);
    PriceEstimate {
        count,
        low: at(0.1),
        mid: at(0.5),
        high: at(0.9),
        wide: (piece.quantile(0.01) * many, piece.quantile(0.99) * many),
        n,
        source: source(n, action),
        closed: closed.map(|(_, closed)| closed),
        own: observations.iter().rev().take(SHOWN).rev().map(|seen| seen.value).collect(),
        last: observations.last().map(|seen| seen.at),
        published: action.published,
        piece,
    }
}

fn source(n: u32, action: &Action) -> Source {
    match n {
        0 => Source::Published,
        1..4 if action.published.is_some() => Source::Mixed,
        _ => Source::Own,
    }
}

/// The keys of one action: they lie side by side.
pub(super) fn of_action<'a>(
    keys: &'a BTreeMap<Key, Seen>,
    action: &'a ActionId,
) -> impl Iterator<Item = (&'a Key, &'a Seen)> {
    let first = Key { action: action.clone(), settings: BTreeMap::new() };
    keys.range(first..).take_while(move |(key, _)| key.action == *action)
}

/// The key that a published figure is for.
fn published_key(action: &Action) -> Key {
    let seconds = action.published.and_then(|published| published.seconds);
    let settings = seconds.map(|seconds| ("seconds".to_owned(), seconds.to_string()));
    Key { action: action.id.clone(), settings: settings.into_iter().collect() }
}
