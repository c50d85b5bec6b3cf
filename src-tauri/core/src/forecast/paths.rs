//! What is spent on each day of each path, in smallest units.

use super::chance::SplitMix64;
use super::{ForecastAsk, Habit, Planned, normal};
use crate::Day;

/// No single day of a replay takes more, in smallest units; keeps every sum within 64 bits.
const MOST_A_DAY: f64 = 1e15;
/// A planned amount that is not exact turns out about a quarter less or more.
const PLANNED_CENTRE: f64 = -0.03;
const PLANNED_SPREAD: f64 = 0.25;
/// Sets the draws of planned amounts apart from those of the habit, which they must not disturb.
const PLANNED_SEED: u64 = 0x706C_616E_6E65_6400;

/// The first days of every path, kept so that they can be asked about again at another pace.
pub(super) struct Paths {
    pub(super) count: usize,
    /// How many days of each path are kept.
    pub(super) days: usize,
    /// The habit, path after path, before it is rounded.
    habit: Vec<f64>,
    /// The planned spends, path after path; empty where nothing is planned.
    planned: Vec<i64>,
    spent_today: f64,
    /// What all paths together spend on these days.
    sum: f64,
}

impl Paths {
    /// The paths of a question, of which the first `days` days will be kept.
    pub(super) fn new(habit: &Habit, ask: &ForecastAsk, days: usize) -> Self {
        let count = ask.paths.clamp(1, ForecastAsk::MOST_PATHS);
        let planned = Vec::with_capacity(if ask.planned.is_empty() { 0 } else { count * days });
        let kept = Vec::with_capacity(count * days);
        Self { count, days, habit: kept, planned, spent_today: habit.spent_today, sum: 0.0 }
    }

    /// Keeps the first days of the next path.
    pub(super) fn keep(&mut self, habit: &[f64], planned: &[i64]) {
        let kept = &habit[..self.days];
        self.sum += kept.iter().sum::<f64>();
        self.habit.extend_from_slice(kept);
        if !planned.is_empty() {
            self.planned.extend_from_slice(&planned[..self.days]);
        }
    }

    /// The kept days of a path, with the habit at `factor`.
    pub(super) fn at(&self, path: usize, factor: f64, out: &mut [i64]) {
        let kept = path * self.days..(path + 1) * self.days;
        let planned = self.planned.get(kept.clone()).unwrap_or_default();
        write(&self.habit[kept], planned, factor, self.spent_today, out);
    }

    /// What the habit of a path spends on the kept days.
    pub(super) fn sum_of(&self, path: usize) -> f64 {
        self.habit[path * self.days..(path + 1) * self.days].iter().sum()
    }

    /// The mean habitual spend a day over the kept days.
    pub(super) fn mean(&self) -> f64 {
        self.sum / (self.count * self.days).max(1) as f64
    }
}

/// A path in whole smallest units: the habit at `factor`, and what is planned. What was spent today is not spent again.
pub(super) fn write(habit: &[f64], planned: &[i64], factor: f64, spent_today: f64, out: &mut [i64]) {
    for (day, replayed) in out.iter_mut().zip(habit) {
        *day = whole(replayed * factor);
    }
    if let (Some(today), Some(replayed)) = (out.first_mut(), habit.first()) {
        *today = whole(replayed * factor - spent_today);
    }
    out.iter_mut().zip(planned).for_each(|(day, planned)| *day = day.saturating_add(*planned));
}

/// Rounded to a whole smallest unit: a last bit that differs between platforms cannot move a day.
#[inline]
fn whole(amount: f64) -> i64 {
    (amount.clamp(0.0, MOST_A_DAY) + 0.5) as i64
}

/// The planned spends by days.
pub(super) struct Plan<'a> {
    ask: &'a ForecastAsk,
    today: Day,
    days: Vec<i64>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(ask: &'a ForecastAsk, today: Day, days: usize) -> Self {
        Self { ask, today, days: vec![0; if ask.planned.is_empty() { 0 } else { days }] }
    }

    /// How they turn out in a path; empty where nothing is planned.
    pub(super) fn of_path(&mut self, path: usize) -> &[i64] {
        self.days.fill(0);
        let mut stream = SplitMix64::of_path(self.ask.seed ^ PLANNED_SEED, path as u64);
        for planned in &self.ask.planned {
            let draw = stream.draw();
            let place = (planned.day - self.today).num_days().max(0) as usize;
            if let Some(day) = self.days.get_mut(place) {
                *day = day.saturating_add(turned_out(planned, draw));
            }
        }
        &self.days
    }
}

/// What a planned spend takes in one replay.
fn turned_out(planned: &Planned, draw: u64) -> i64 {
    if planned.exact {
        return planned.amount.units().max(0);
    }
    let place = ((draw >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0;
    whole(planned.amount.units() as f64 * libm::exp(PLANNED_CENTRE + PLANNED_SPREAD * normal::quantile(place)))
}
