//! What can be spent today and still reach the renewal with the wanted certainty.

use super::paths::Paths;
use super::run::Outcomes;
use super::spend_ahead::rank;
use super::{ForecastAsk, Habit};
use crate::credits::Credits;
use crate::ledger::{Future, Walk};

/// With fewer days of log than this, the plain rule.
const LEARNED: usize = 7;
/// The search ends when a day's safe spend is known to a quarter of a smallest unit, or after this many halvings.
const CLOSE: f64 = 0.25;
const HALVINGS: usize = 40;

/// What the question is about: the days until the renewal, and the ledger over them.
pub(super) struct Until<'a> {
    pub(super) paths: &'a Paths,
    pub(super) future: &'a Future,
}

/// The safe spend a day, in smallest units, before today's spend is taken off: the largest factor on the habit at which
/// the wanted share of the replays (90 % by default) is never overdrawn before the renewal, times the mean habitual spend a
/// day. With fewer than 7 days of log, the even pace. Never more than there is.
pub(super) fn per_day(habit: &Habit, ask: &ForecastAsk, outcomes: &Outcomes, until: &Until<'_>) -> i64 {
    if habit.days.len() < LEARNED {
        return plain(habit, ask, until);
    }
    let (most, mean) = (until.future.left().max(0) as f64 + habit.spent_today, until.paths.mean());
    if mean <= 0.0 {
        return most as i64;
    }
    (Search::new(until, ask.sure()).largest(outcomes, most / mean) * mean) as i64
}

/// What is left shared evenly among so many days, today included; rounded down.
pub fn even_pace(left: Credits, days: usize) -> Credits {
    let days = i64::try_from(days.max(1)).unwrap_or(i64::MAX);
    Credits::new(left.units() / days).unwrap_or_default()
}

/// The even pace of what is left, less what is planned.
fn plain(habit: &Habit, ask: &ForecastAsk, until: &Until<'_>) -> i64 {
    let before = |day: crate::Day| (day - habit.today).num_days() < until.paths.days as i64;
    let planned = ask.planned.iter().filter(|planned| before(planned.day)).map(|planned| planned.amount.units().max(0));
    let planned = planned.fold(0_i64, i64::saturating_add);
    let left = until.future.left().saturating_sub(planned).max(0);
    Credits::new(left).map_or(0, |left| even_pace(left, until.paths.days).units())
}

/// A bisection that looks again only at the paths which the last halving left open.
struct Search<'a> {
    until: &'a Until<'a>,
    walk: Walk,
    days: Vec<i64>,
    /// The share of the paths that must be covered.
    sure: f64,
    /// How many paths may be overdrawn.
    allowed: usize,
    /// How many are at the lower end already, and so at every factor above it.
    lost: usize,
    /// The paths that are covered at the lower end and not at the upper.
    open: Vec<usize>,
}

impl<'a> Search<'a> {
    fn new(until: &'a Until<'a>, sure: f64) -> Self {
        let count = until.paths.count;
        let allowed = ((1.0 - sure) * count as f64 + 1e-9) as usize;
        let (walk, days) = (until.future.new_walk(), vec![0; until.paths.days]);
        Self { until, walk, days, sure, allowed, lost: 0, open: (0..count).collect() }
    }

    /// The largest factor up to `most`.
    fn largest(mut self, outcomes: &Outcomes, most: f64) -> f64 {
        let (mut lower, mut upper) = (0.0, most);
        if most > 1.0 {
            // The habit as it is was walked already.
            let until = self.days.len() as u32;
            let covered = self.narrow(|_, path| outcomes.short[path] >= until);
            if covered { lower = 1.0 } else { upper = 1.0 }
        }
        let guess = self.guess();
        let mut guesses = [guess * 0.99, guess * 1.01].into_iter();
        for _ in 0..HALVINGS {
            if (upper - lower) * self.until.paths.mean() < CLOSE {
                break;
            }
            let guess = guesses.find(|guess| lower < *guess && *guess < upper);
            let middle = guess.unwrap_or(f64::midpoint(lower, upper));
            if self.is_covered_at(middle) { lower = middle } else { upper = middle }
        }
        // Nothing below `most` was too much.
        if upper >= most { most } else { lower }
    }

    /// What the factor would be if nothing came or lapsed before the renewal: what is left over the spend that as many
    /// paths as wanted stay within.
    fn guess(&self) -> f64 {
        let mut sums: Vec<f64> = (0..self.until.paths.count).map(|path| self.until.paths.sum_of(path)).collect();
        let place = rank(sums.len(), self.sure);
        let (_, spend, _) = sums.select_nth_unstable_by(place, f64::total_cmp);
        if *spend > 0.0 { self.until.future.left() as f64 / *spend } else { 0.0 }
    }

    /// Whether enough paths reach the renewal at a factor.
    fn is_covered_at(&mut self, factor: f64) -> bool {
        self.narrow(|search, path| {
            search.until.paths.at(path, factor, &mut search.days);
            search.until.future.covers(&search.days, &mut search.walk)
        })
    }

    /// Tells the open paths apart: those that a lower factor leaves covered too, or a higher one short, are open no more.
    fn narrow(&mut self, is_covered: impl Fn(&mut Self, usize) -> bool) -> bool {
        let open = std::mem::take(&mut self.open);
        let (covered, short): (Vec<usize>, Vec<usize>) = open.into_iter().partition(|path| is_covered(self, *path));
        let enough = self.lost + short.len() <= self.allowed;
        if enough {
            self.lost += short.len();
        }
        self.open = if enough { covered } else { short };
        enough
    }
}
