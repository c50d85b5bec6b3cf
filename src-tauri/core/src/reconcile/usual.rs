//! The user's own kinds of line: how often, and what they take.

use std::collections::BTreeMap;

use super::Gap;
use crate::Instant;
use crate::actions::Key;
use crate::facts::{Fact, Facts};
use crate::pace::PACE_HALF_LIFE;
use crate::price_book::teaches;

/// Lines older than this say nothing about the gap.
const OLDEST_DAYS: f64 = 200.0;
/// The share of lines that are forgotten, for somebody who logs by hand.
const FORGOTTEN: f64 = 0.2;
/// The least length of a gap, in days: a check minutes after another may still hide a spend.
const LEAST_DAYS: f64 = 0.5;
/// How many prices of a key are looked at, the heaviest first.
const PRICES: usize = 3;
/// How many picks are looked at, the likeliest first.
const PICKS: usize = 60;
/// A price that varies does so by this at least, as a share of it.
const LEAST_SPREAD: f64 = 0.02;

/// A kind of line: a key, and how many pieces at once.
#[derive(Clone, Debug)]
pub(super) struct Usual {
    pub(super) key: Key,
    pub(super) count: u32,
    /// How many such lines are expected to be missing from the gap.
    expected: f64,
    price: Price,
}

/// What a line takes, in smallest units.
#[derive(Clone, Debug)]
enum Price {
    /// One of a price list's values, with its chance.
    Listed(Vec<(i64, f64)>),
    /// About a mean, with a standard deviation.
    Varies { mean: f64, deviation: f64 },
}

/// A kind of line at one of its prices: what a set is put together from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pick {
    /// The kind of line.
    pub(super) usual: usize,
    /// What it takes, in smallest units; the mean where it varies.
    pub(super) amount: f64,
    /// The variance; 0 for a list's price.
    pub(super) variance: f64,
    /// The logarithm of how many are expected.
    pub(super) ln_expected: f64,
}

/// What is known of a key's prices per piece: value and weight, oldest first.
type Seen = Vec<(f64, f64)>;

/// Every kind of line that was logged up to the end of the gap.
pub(super) fn lines(facts: &Facts, gap: &Gap) -> Vec<Usual> {
    let mut often: BTreeMap<(&Key, u32), f64> = BTreeMap::new();
    let mut prices: BTreeMap<&Key, Vec<(Instant, f64, f64)>> = BTreeMap::new();
    for entry in facts.entries.iter().filter(|entry| entry.at <= gap.to) {
        let Fact::Spend(spend) = &entry.fact else { continue };
        let Some(key) = &spend.key else { continue };
        let age = days(entry.at, gap.to);
        if age > OLDEST_DAYS {
            continue;
        }
        let weight = libm::exp2(-age / PACE_HALF_LIFE);
        *often.entry((key, spend.count)).or_default() += weight;
        if teaches(spend) {
            let piece = as_f64(spend.credits.units()) / f64::from(spend.count.max(1));
            prices.entry(key).or_default().push((entry.at, piece, weight));
        }
    }
    let days_known = facts.entries.iter().map(|entry| days(entry.at, gap.to)).fold(1.0, f64::max);
    let length = days(gap.from, gap.to).max(LEAST_DAYS);
    let per_weight = length * FORGOTTEN / weight_of_days(days_known.min(OLDEST_DAYS));
    let seen: BTreeMap<&Key, Seen> = prices.into_iter().map(|(key, seen)| (key, in_order(seen))).collect();
    let usual = often.into_iter().filter_map(|((key, count), weight)| {
        let price = price_of(seen.get(key)?, count)?;
        Some(Usual { key: key.clone(), count, expected: weight * per_weight, price })
    });
    usual.collect()
}

/// The likeliest picks of the usual lines that fit into the gap, at most [`PICKS`].
pub(super) fn picks(usual: &[Usual], gap: &Gap) -> Vec<Pick> {
    let missing = as_f64(gap.missing.units());
    let mut picks: Vec<Pick> = usual.iter().enumerate().flat_map(|(place, line)| line.picks(place)).collect();
    picks.retain(|pick| pick.amount > 0.0 && pick.amount - 3.0 * pick.variance.sqrt() <= missing);
    picks.sort_by(|one, other| other.ln_expected.total_cmp(&one.ln_expected));
    picks.truncate(PICKS);
    picks
}

impl Usual {
    fn picks(&self, usual: usize) -> Vec<Pick> {
        match &self.price {
            Price::Varies { mean, deviation } => vec![Pick {
                usual,
                amount: *mean,
                variance: deviation * deviation,
                ln_expected: libm::log(self.expected),
            }],
            Price::Listed(values) => values
                .iter()
                .map(|&(value, chance)| Pick {
                    usual,
                    amount: as_f64(value),
                    variance: 0.0,
                    ln_expected: libm::log(self.expected * chance),
                })
                .collect(),
        }
    }
}

fn price_of(seen: &Seen, count: u32) -> Option<Price> {
    let total: f64 = seen.iter().map(|(_, weight)| weight).sum();
    if seen.is_empty() || total <= 0.0 {
        return None;
    }
    if repeats(seen) >= 0.5 {
        return Some(Price::Listed(listed(seen, count, total)));
    }
    let mean = seen.iter().map(|(value, weight)| value * weight).sum::<f64>() / total;
    let variance = seen.iter().map(|(value, weight)| weight * (value - mean) * (value - mean)).sum::<f64>() / total;
    // The mean itself is only known as well as so many observations allow.
    let deviation = (variance * (1.0 + 1.0 / as_f64(seen.len() as i64))).sqrt().max(LEAST_SPREAD * mean);
    Some(Price::Varies { mean: mean * f64::from(count), deviation: deviation * f64::from(count) })
}

/// The weighted share of observations, after the first, that repeat an earlier one; a single one counts as repeated.
fn repeats(seen: &Seen) -> f64 {
    if seen.len() == 1 {
        return 1.0;
    }
    let is_again = |at: usize| seen[..at].iter().any(|(value, _)| same(*value, seen[at].0));
    let (again, all) = (1..seen.len()).fold((0.0, 0.0), |(again, all), at| {
        let weight = seen[at].1;
        (if is_again(at) { again + weight } else { again }, all + weight)
    });
    again / all
}

/// The heaviest values, each with its chance; something is left for a value that was not seen yet.
fn listed(seen: &Seen, count: u32, total: f64) -> Vec<(i64, f64)> {
    let mut values: Vec<(f64, f64)> = Vec::new();
    for &(value, weight) in seen {
        match values.iter_mut().find(|(known, _)| same(*known, value)) {
            Some((_, sum)) => *sum += weight,
            None => values.push((value, weight)),
        }
    }
    values.sort_by(|one, other| other.1.total_cmp(&one.1));
    let fresh = total / as_f64(seen.len() as i64 + 1);
    let line = |value: f64| libm::round(value * f64::from(count)) as i64;
    values.into_iter().take(PRICES).map(|(value, weight)| (line(value), weight / (total + fresh))).collect()
}

fn in_order(mut seen: Vec<(Instant, f64, f64)>) -> Seen {
    seen.sort_by_key(|&(at, ..)| at);
    // The newest say enough; a key with thousands of lines would cost their square.
    let from = seen.len().saturating_sub(60);
    seen.drain(from..).map(|(_, value, weight)| (value, weight)).collect()
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(1.0)
}

fn days(from: Instant, to: Instant) -> f64 {
    as_f64((to - from).num_seconds().max(0)) / 86_400.0
}

/// What a line a day would weigh, over so many days.
fn weight_of_days(days: f64) -> f64 {
    let day = libm::exp2(-1.0 / PACE_HALF_LIFE);
    (1.0 - libm::pow(day, days)) / (1.0 - day)
}

#[expect(clippy::cast_precision_loss, reason = "10^15 and below is exact in an f64")]
pub(super) const fn as_f64(amount: i64) -> f64 {
    amount as f64
}
