//! The replays, walked through the ledger.

use super::chance::SplitMix64;
use super::{ForecastAsk, Habit, Planned, Replays, normal};
use crate::ledger::{Future, Walk};

/// No day: the replay did not get there.
const NEVER: u32 = u32::MAX;

/// No single day of a replay takes more, in smallest units; keeps every sum within 64 bits.
const MOST_A_DAY: f64 = 1e15;
/// A planned amount that is not exact turns out about a quarter less or more.
const PLANNED_CENTRE: f64 = -0.03;
const PLANNED_SPREAD: f64 = 0.25;
/// Sets the draws of planned amounts apart from those of the habit, which they must not disturb.
const PLANNED_SEED: u64 = 0x706C_616E_6E65_6400;

/// What is spent on each day of each path, in smallest units.
pub(super) struct Spends {
    pub(super) paths: usize,
    pub(super) days: usize,
    /// The habit, path after path, before it is rounded.
    habit: Vec<f64>,
    /// The planned spends, path after path; empty where nothing is planned.
    planned: Vec<i64>,
    spent_today: f64,
}

impl Spends {
    pub(super) fn of(habit: &Habit, replays: &Replays, ask: &ForecastAsk, days: usize) -> Self {
        let paths = ask.paths.clamp(1, ForecastAsk::MOST_PATHS);
        let mut spends = vec![0.0; paths * days];
        for (path, row) in spends.chunks_exact_mut(days).enumerate() {
            replays.fill(path, row);
        }
        let planned = planned(ask, habit.today, paths, days);
        Self { paths, days, habit: spends, planned, spent_today: habit.spent_today }
    }

    /// One path with the habit at `factor`, up to `out`'s length. What was spent today already is not spent again.
    pub(super) fn write(&self, path: usize, factor: f64, out: &mut [i64]) {
        let habit = &self.habit[path * self.days..][..out.len()];
        for (day, replayed) in out.iter_mut().zip(habit) {
            *day = whole(replayed * factor);
        }
        if let (Some(today), Some(replayed)) = (out.first_mut(), habit.first()) {
            *today = whole(replayed * factor - self.spent_today);
        }
        if !self.planned.is_empty() {
            let planned = &self.planned[path * self.days..];
            out.iter_mut().zip(planned).for_each(|(day, planned)| *day += planned);
        }
    }

    /// The mean habitual spend a day over the first `days` days.
    pub(super) fn mean(&self, days: usize) -> f64 {
        let sums = self.habit.chunks_exact(self.days).map(|path| path[..days].iter().sum::<f64>());
        sums.sum::<f64>() / (self.paths * days.max(1)) as f64
    }
}

/// Rounded to a whole smallest unit: a last bit that differs between platforms cannot move a day.
#[inline]
fn whole(amount: f64) -> i64 {
    (amount.clamp(0.0, MOST_A_DAY) + 0.5) as i64
}

fn planned(ask: &ForecastAsk, today: crate::Day, paths: usize, days: usize) -> Vec<i64> {
    if ask.planned.is_empty() {
        return Vec::new();
    }
    let mut spends = vec![0; paths * days];
    for (path, row) in spends.chunks_exact_mut(days).enumerate() {
        let mut stream = SplitMix64::of_path(ask.seed ^ PLANNED_SEED, path as u64);
        for planned in &ask.planned {
            let draw = stream.draw();
            if let Some(day) = row.get_mut((planned.day - today).num_days().max(0) as usize) {
                *day += turned_out(planned, draw);
            }
        }
    }
    spends
}

/// What a planned spend takes in one replay.
fn turned_out(planned: &Planned, draw: u64) -> i64 {
    if planned.exact {
        return planned.amount.units().max(0);
    }
    let place = ((draw >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0;
    whole(planned.amount.units() as f64 * libm::exp(PLANNED_CENTRE + PLANNED_SPREAD * normal::quantile(place)))
}

/// What the ledger made of every path. Columns: one value a path, in the order of the paths.
pub(super) struct Outcomes {
    /// Per day, what is left at its end.
    pub(super) left: Vec<Vec<i64>>,
    /// The first empty day.
    pub(super) empty: Vec<u32>,
    /// The first day that is not covered.
    pub(super) short: Vec<u32>,
    /// Per place of [`Future::lapses`].
    pub(super) lapsed: Vec<Vec<i64>>,
    /// Per place of [`Future::renewals`].
    pub(super) opens: Vec<Vec<i64>>,
}

impl Outcomes {
    pub(super) fn of(spends: &Spends, future: &Future) -> Self {
        let mut walk = future.new_walk();
        let mut days = vec![0; spends.days];
        let columns = |count| vec![vec![0; spends.paths]; count];
        let (empty, short) = (vec![NEVER; spends.paths], vec![NEVER; spends.paths]);
        let (lapsed, opens) = (columns(future.lapses().len()), columns(walk.opens.len()));
        let mut outcomes = Self { left: columns(spends.days), empty, short, lapsed, opens };
        for path in 0..spends.paths {
            spends.write(path, 1.0, &mut days);
            future.walk(&days, &mut walk);
            outcomes.note(path, &walk);
        }
        outcomes
    }

    fn note(&mut self, path: usize, walk: &Walk) {
        self.empty[path] = walk.first_empty.unwrap_or(NEVER);
        self.short[path] = walk.first_short.unwrap_or(NEVER);
        let to_columns = |columns: &mut Vec<Vec<i64>>, values: &[i64]| {
            columns.iter_mut().zip(values).for_each(|(column, value)| column[path] = *value);
        };
        to_columns(&mut self.left, &walk.left_end);
        to_columns(&mut self.lapsed, &walk.lapsed);
        to_columns(&mut self.opens, &walk.opens);
    }
}
