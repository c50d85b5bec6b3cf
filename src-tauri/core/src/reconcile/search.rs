//! All sets of up to three lines, and those of four to six that add up exactly.

use std::collections::HashMap;

use super::score::{Verdict, verdict};
use super::usual::{Pick, Usual, as_f64};
use super::{Explanation, Gap, Guess};
use crate::credits::Credits;

/// How many lines a set has at most.
const LINES: usize = 6;
/// Half of that: every set of so many lines is looked at.
const HALF: usize = 3;
/// How many halves of one sum are kept, the likeliest first.
const HALVES: usize = 4;
/// How many sets are kept while searching.
const KEPT: usize = 32;

/// A set of picks, and what it says.
#[derive(Clone, Debug)]
pub(super) struct Found {
    set: Vec<usize>,
    verdict: Verdict,
    /// How likely among all that were looked at.
    weight: f64,
}

/// The likeliest sets, the likeliest first; sets of the same lines at other prices count as one.
pub(super) fn search(picks: &[Pick], missing: i64) -> Vec<Found> {
    // That no known line is missing, and all of it is of no known kind, is likely, too; it is no explanation to offer.
    let nothing = verdict(picks, &[], missing).map(|verdict| verdict.ln_likely);
    let mut best = Best { ln_all: nothing, ..Best::default() };
    let mut halves = Halves::default();
    for_each_half(picks.len(), &mut |set| {
        if let Some(verdict) = verdict(picks, set, missing) {
            best.offer(set, verdict);
        }
        halves.keep(picks, set, missing);
    });
    halves.for_each_pair(missing, &mut |set| {
        if let Some(verdict) = verdict(picks, set, missing) {
            best.offer(set, verdict);
        }
    });
    best.ranked(picks)
}

/// Calls for each ascending set of one to [`HALF`] picks, repetitions included.
fn for_each_half(count: usize, found: &mut impl FnMut(&[usize])) {
    for one in 0..count {
        found(&[one]);
        for two in one..count {
            found(&[one, two]);
            for three in two..count {
                found(&[one, two, three]);
            }
        }
    }
}

/// The best so far, and the sum of everything.
#[derive(Default)]
struct Best {
    found: Vec<(Vec<usize>, Verdict)>,
    /// The least likely of those that are kept, once there are enough.
    least: Option<f64>,
    ln_all: Option<f64>,
}

impl Best {
    fn offer(&mut self, set: &[usize], verdict: Verdict) {
        self.ln_all = Some(match self.ln_all {
            None => verdict.ln_likely,
            Some(sum) => ln_sum(sum, verdict.ln_likely),
        });
        if self.found.len() >= 2 * KEPT {
            self.thin();
        }
        if self.least.is_none_or(|least| verdict.ln_likely > least) {
            self.found.push((set.to_vec(), verdict));
        }
    }

    fn thin(&mut self) {
        self.found.sort_by(|one, other| other.1.ln_likely.total_cmp(&one.1.ln_likely));
        self.found.truncate(KEPT);
        self.least = self.found.get(KEPT - 1).map(|(_, verdict)| verdict.ln_likely);
    }

    fn ranked(mut self, picks: &[Pick]) -> Vec<Found> {
        self.thin();
        let all = self.ln_all.unwrap_or(0.0);
        let lines = |set: &[usize]| {
            let mut lines: Vec<usize> = set.iter().map(|&at| picks[at].usual).collect();
            lines.sort_unstable();
            lines
        };
        let mut known = Vec::new();
        let mut ranked = Vec::new();
        for (set, verdict) in self.found {
            let key = lines(&set);
            if !known.contains(&key) {
                known.push(key);
                ranked.push(Found { set, verdict, weight: libm::exp(verdict.ln_likely - all).min(1.0) });
            }
        }
        ranked
    }
}

fn ln_sum(one: f64, other: f64) -> f64 {
    let (high, low) = if one > other { (one, other) } else { (other, one) };
    high + libm::log1p(libm::exp(low - high))
}

/// The sets of list prices, by their sum.
#[derive(Default)]
struct Halves {
    by_sum: HashMap<i64, Vec<(f64, Vec<usize>)>>,
}

impl Halves {
    fn keep(&mut self, picks: &[Pick], set: &[usize], missing: i64) {
        if set.iter().any(|&at| picks[at].variance > 0.0) {
            return;
        }
        let sum = set.iter().map(|&at| picks[at].amount as i64).sum::<i64>();
        if sum > missing {
            return;
        }
        let likely = set.iter().map(|&at| picks[at].ln_expected).sum::<f64>();
        let kept = self.by_sum.entry(sum).or_default();
        kept.push((likely, set.to_vec()));
        kept.sort_by(|one, other| other.0.total_cmp(&one.0));
        kept.truncate(HALVES);
    }

    /// Calls for each set of more than [`HALF`] lines that adds up to what is missing.
    fn for_each_pair(&self, missing: i64, found: &mut impl FnMut(&[usize])) {
        for (sum, ones) in self.by_sum.iter().filter(|(sum, _)| **sum * 2 <= missing) {
            let Some(others) = self.by_sum.get(&(missing - sum)) else { continue };
            for (_, one) in ones {
                for (_, other) in
                    others.iter().filter(|(_, other)| (HALF + 1..=LINES).contains(&(one.len() + other.len())))
                {
                    let mut set: Vec<usize> = one.iter().chain(other).copied().collect();
                    set.sort_unstable();
                    found(&set);
                }
            }
        }
    }
}

impl Found {
    /// The explanation in the words of the log: those of one key are one line.
    pub(super) fn explanation(&self, usual: &[Usual], picks: &[Pick], gap: &Gap) -> Explanation {
        let amounts = self.amounts(picks, gap.missing.units() - self.verdict.rest);
        let mut spends: Vec<Guess> = Vec::new();
        for (&at, amount) in self.set.iter().zip(amounts) {
            let line = &usual[picks[at].usual];
            let credits = Credits::new(amount).unwrap_or_default();
            match spends.iter_mut().find(|spend| spend.key == line.key) {
                Some(spend) => {
                    spend.count += line.count;
                    spend.credits = spend.credits.plus(credits).unwrap_or_default();
                }
                None => spends.push(Guess { key: line.key.clone(), count: line.count, credits }),
            }
        }
        let rest = Credits::new(self.verdict.rest).unwrap_or_default();
        Explanation { spends, rest, weight: self.weight }
    }

    /// What each line took: list prices as they are; those that vary share what is left over, by their variance.
    fn amounts(&self, picks: &[Pick], taken: i64) -> Vec<i64> {
        let mut amounts: Vec<i64> = self.set.iter().map(|&at| libm::round(picks[at].amount) as i64).collect();
        let variance: f64 = self.set.iter().map(|&at| picks[at].variance).sum();
        let off = taken - amounts.iter().sum::<i64>();
        let Some(last) = self.set.iter().rposition(|&at| picks[at].variance > 0.0) else { return amounts };
        let mut given = 0;
        for (place, &at) in self.set.iter().enumerate().filter(|&(place, _)| place != last) {
            let share = libm::round(as_f64(off) * picks[at].variance / variance) as i64;
            amounts[place] += share;
            given += share;
        }
        amounts[last] += off - given;
        amounts
    }
}
