//! Where a price lies that was not seen yet: partial pooling from the nearest relatives.

use std::collections::BTreeMap;

use super::base::{Base, Gathered};
use super::book::of_action;
use super::observation::Seen;
use crate::actions::{Action, Key, Kind, Published};

/// A published range is worth one observation; so is what the relatives teach together.
const RELATIVES: f64 = 1.0;
/// Between one action's keys prices differ at least this much (a third: audio or not).
const BETWEEN_KEYS: f64 = 0.35;
/// Within one key at least this much: a price that moved must be possible.
const WITHIN_KEY: f64 = 0.1;
/// Between actions of one kind at least this much: a factor of e.
const BETWEEN_ACTIONS: f64 = 1.0;
/// How many other keys of an action are asked.
pub(super) const SIBLINGS: usize = 30;
/// "And more": so many times wider above the centre.
const OPEN_ENDED: f64 = 1.5;

/// What all actions teach about one that is not known itself.
#[derive(Clone, Debug)]
pub(super) struct Relatives {
    kinds: BTreeMap<Kind, Gathered>,
    all: Gathered,
}

impl Relatives {
    pub(super) fn of(actions: &[Action], seen: &BTreeMap<Key, Seen>) -> Self {
        let mut centres: BTreeMap<Kind, Vec<(f64, f64)>> = BTreeMap::new();
        for action in actions {
            let own = key_means(of_action(seen, &action.id), None);
            let own = (own.weight > 0.0).then_some(own.mean);
            let centre = own.or_else(|| action.published.map(|published| of_published(published, None).centre));
            centres.entry(action.kind).or_default().extend(centre.map(|centre| (centre, 1.0)));
        }
        let all = Gathered::of(centres.values().flatten().copied());
        Self { kinds: centres.into_iter().map(|(kind, centres)| (kind, Gathered::of(centres))).collect(), all }
    }

    /// The base of a key: its own observations over its action's other keys, over the published range, or its kind.
    pub(super) fn base(&self, action: &Action, key: &Key, seen: &BTreeMap<Key, Seen>) -> Option<Base> {
        let siblings = of_action(seen, &key.action).filter(|(sibling, _)| *sibling != key);
        let others = key_means(siblings, key.seconds());
        let own = seen.get(key).map(|seen| seen.logs).unwrap_or_default();
        let first = match action.published {
            Some(published) => Some(of_published(published, key.seconds())),
            None => self.of_kind(action.kind).or_else(|| alone(others)).or_else(|| alone(own)),
        };
        Some(first?.pooled(others, RELATIVES, BETWEEN_KEYS).pooled(own, RELATIVES, WITHIN_KEY))
    }

    fn of_kind(&self, kind: Kind) -> Option<Base> {
        let near = self.kinds.get(&kind).copied().filter(|near| near.weight > 0.0).unwrap_or(self.all);
        let width = (near.squares / near.weight.max(1.0)).sqrt().max(BETWEEN_ACTIONS);
        (near.weight > 0.0).then_some(Base { centre: near.mean, width, skew: 1.0 })
    }
}

/// The base that nothing but observations of this level gives.
fn alone(own: Gathered) -> Option<Base> {
    (own.weight > 0.0).then_some(Base { centre: own.mean, width: BETWEEN_ACTIONS, skew: 1.0 })
}

/// A published range as a prior: its geometric middle, half its width in the logarithm, at least 0.35.
pub(super) fn of_published(published: Published, seconds: Option<f64>) -> Base {
    let least = f64::MIN_POSITIVE;
    let (low, high) = (libm::log(published.low.max(least)), libm::log(published.high.max(least)));
    let length = published.seconds.zip(seconds).map_or(0.0, |(published, wanted)| libm::log(wanted / published));
    let skew = if published.open_ended { OPEN_ENDED } else { 1.0 };
    Base { centre: f64::midpoint(low, high) + length, width: (f64::midpoint(high, -low)).max(BETWEEN_KEYS), skew }
}

/// Each key of an action as one observation at most, scaled to the wanted length of a clip. Of many keys some are
/// enough: together they teach no more than one observation would.
fn key_means<'a>(keys: impl Iterator<Item = (&'a Key, &'a Seen)>, seconds: Option<f64>) -> Gathered {
    Gathered::of(keys.take(SIBLINGS).filter_map(|(key, seen)| {
        let own = seen.logs;
        let length = seconds.zip(key.seconds()).map_or(0.0, |(wanted, theirs)| libm::log(wanted / theirs));
        (own.weight > 0.0).then(|| (own.mean + length, own.weight / (own.weight + 1.0)))
    }))
}
