//! Possible futures of a habit: its own days in stretches of about a week, a typical person while history is short, at an
//! uncertain pace.

use chrono::Datelike;

use super::chance::{SplitMix64, halves, threshold};
use super::tables::{AliasTable, block_lengths, lognormal_amounts};
use super::{Habit, normal};
use crate::pace::{Pace, day_weight};

/// How long a block of copied days is on average.
const MEAN_BLOCK: f64 = 7.0;
/// How likely a block is to start on a day of another weekday than the one to be filled.
const OTHER_WEEKDAY: f64 = 0.25;
/// How uneven the active days of the typical person are, in log space.
const TYPICAL_SPREAD: f64 = 1.2;
/// How much a day takes after the day before it, for the typical person.
const PERSISTENCE: f64 = 0.5;
/// Two irrational steps spread the levels and the typical persons evenly over the paths: no luck in them.
const LEVEL_STEP: f64 = 0.618_033_988_7;
const PERSON_STEP: f64 = 0.754_877_666_2;

/// The futures of a habit. Path `p` is the same whatever else is asked: how many paths, how many days.
#[derive(Clone, Debug)]
pub struct Replays {
    seed: u64,
    /// The usable days' spends, scaled to the pace.
    days: Vec<f64>,
    /// Per usable day, how many days can be copied from it on before yesterday or a break.
    runs: Vec<u16>,
    /// Per weekday of the day to be filled, from which day a block starts.
    starts: Vec<AliasTable>,
    lengths: Vec<u16>,
    amounts: Vec<f64>,
    typical: u64,
    per_day: f64,
    spread: f64,
    active_yesterday: bool,
    weekday_today: usize,
}

/// What one path has for its own.
struct Person {
    level: f64,
    /// The mean amount of an active day, at this path's level.
    amount: f64,
    active_after_active: u64,
    active_after_idle: u64,
}

/// What sets the replay apart from simpler forecasts.
struct Shape {
    mean_block: f64,
    other_weekday: f64,
    typical_share: f64,
    fades: bool,
}

impl Replays {
    /// The recommended replay.
    pub fn of(habit: &Habit, pace: &Pace, seed: u64) -> Self {
        let typical_share = pace.typical_share;
        let shape = Shape { mean_block: MEAN_BLOCK, other_weekday: OTHER_WEEKDAY, typical_share, fades: true };
        Self::shaped(habit, pace, seed, &shape)
    }

    /// The same pace, but days drawn one by one whatever their weekday, and no typical person: what an exact convolution
    /// can be held against.
    pub fn of_independent_days(habit: &Habit, pace: &Pace, seed: u64) -> Self {
        let shape = Shape { mean_block: 1.0, other_weekday: 1.0, typical_share: 0.0, fades: true };
        Self::shaped(habit, pace, seed, &shape)
    }

    /// A plain bootstrap of days, all alike and at the log's own mean: the honest simple rival.
    pub fn of_plain_days(habit: &Habit, seed: u64) -> Self {
        let mean = habit.days.iter().map(|day| day.spent).sum::<f64>() / habit.days.len().max(1) as f64;
        let pace = Pace { mean, per_day: mean, spread: 0.0, ..Pace::of(habit) };
        let shape = Shape { mean_block: 1.0, other_weekday: 1.0, typical_share: 0.0, fades: false };
        Self::shaped(habit, &pace, seed, &shape)
    }

    fn shaped(habit: &Habit, pace: &Pace, seed: u64, shape: &Shape) -> Self {
        let scale = if pace.mean > 0.0 { pace.per_day / pace.mean } else { 0.0 };
        let typical_share = if habit.days.is_empty() { 1.0 } else { shape.typical_share };
        Self {
            seed,
            days: habit.days.iter().map(|day| day.spent * scale).collect(),
            runs: runs(habit),
            starts: starts(habit, shape),
            lengths: block_lengths(shape.mean_block),
            amounts: lognormal_amounts(TYPICAL_SPREAD),
            typical: threshold(typical_share),
            per_day: pace.per_day,
            spread: pace.spread,
            active_yesterday: habit.days.last().is_some_and(|day| day.spent > 0.0),
            weekday_today: habit.today.weekday().num_days_from_monday() as usize,
        }
    }

    /// Fills the days of path `path` with what is spent on each, today first. No amount is below 0.
    pub fn fill(&self, path: usize, days: &mut [f64]) {
        let person = self.person(path);
        let mut stream = SplitMix64::of_path(self.seed, path as u64);
        let mut filled = 0;
        while filled < days.len() {
            let (low, high) = halves(stream.draw());
            let length = usize::from(self.lengths[(low & 255) as usize]).min(days.len() - filled);
            filled += if u64::from(high) < self.typical {
                let active = if filled > 0 { days[filled - 1] > 0.0 } else { self.active_yesterday };
                self.invent(&person, active, &mut stream, &mut days[filled..filled + length]);
                length
            } else {
                let start = self.starts[(self.weekday_today + filled) % 7].pick(stream.draw());
                let length = length.min(usize::from(self.runs[start]));
                let copied = days[filled..filled + length].iter_mut().zip(&self.days[start..]);
                copied.for_each(|(day, past)| *day = past * person.level);
                length
            };
        }
    }

    fn person(&self, path: usize) -> Person {
        let place = fraction(path as f64 * LEVEL_STEP).clamp(1e-4, 1.0 - 1e-4);
        let level = libm::exp(self.spread * normal::quantile(place) - self.spread * self.spread / 4.0);
        let active = 0.1 + 0.8 * fraction(path as f64 * PERSON_STEP + 0.5);
        Person {
            level,
            amount: self.per_day / active * level,
            active_after_active: threshold(active + PERSISTENCE * (1.0 - active)),
            active_after_idle: threshold(PERSISTENCE * active),
        }
    }

    /// Days of the typical person.
    fn invent(&self, person: &Person, mut active: bool, stream: &mut SplitMix64, days: &mut [f64]) {
        for day in days {
            let (low, high) = halves(stream.draw());
            active = u64::from(low) < if active { person.active_after_active } else { person.active_after_idle };
            *day = if active { person.amount * self.amounts[(high >> 22) as usize] } else { 0.0 };
        }
    }
}

/// How many days can be copied from each day on: a block stops at yesterday and at a break.
fn runs(habit: &Habit) -> Vec<u16> {
    let mut runs = vec![1_u16; habit.days.len()];
    for i in (1..habit.days.len()).rev() {
        if habit.days[i].follows {
            runs[i - 1] = runs[i].saturating_add(1);
        }
    }
    runs
}

/// One table a weekday, Monday first; none where there is nothing to copy.
fn starts(habit: &Habit, shape: &Shape) -> Vec<AliasTable> {
    if habit.days.is_empty() {
        return Vec::new();
    }
    let fading = |age| if shape.fades { day_weight(age) } else { 1.0 };
    let last = habit.days.len() - 1;
    let weights: Vec<f64> = (0..=last).map(|i| fading(last - i)).collect();
    let weekday = |i: usize| habit.days[i].day.weekday().num_days_from_monday();
    let weight = |i: usize, on| if weekday(i) == on { weights[i] } else { weights[i] * shape.other_weekday };
    (0..7).map(|on| AliasTable::of(&(0..=last).map(|i| weight(i, on)).collect::<Vec<f64>>())).collect()
}

fn fraction(value: f64) -> f64 {
    value - value.floor()
}
