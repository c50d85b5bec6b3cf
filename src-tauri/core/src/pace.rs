//! How fast credits are being spent: closed forms over the habit's days.
//!
//! The log's own pace is drawn towards the plan while history is short, and it comes with its own uncertainty: these two
//! things, not the replay, are what a straight line lacks.

use crate::forecast::Habit;

/// The half-life of a day's weight in the replay, in days.
const DAY_HALF_LIFE: f64 = 90.0;
/// The half-life of a day's weight in the pace, in days.
pub(crate) const PACE_HALF_LIFE: f64 = 21.0;
/// How many days of log the typical unevenness is worth, and what it is.
const TYPICAL_DAYS: f64 = 7.0;
const TYPICAL_UNEVENNESS: f64 = 4.0;
/// How far, in log space, a person's pace lies from what the plan suggests.
const PLAN_SPREAD: f64 = 1.5;
/// The same where there is no plan: the prior is then the log's own mean and must not weigh.
const NO_PLAN_SPREAD: f64 = 20.0;
/// What share of a plan's allotment people use.
const PLAN_USE: f64 = 0.5;
/// How many days of the plan's pace stand beside the log's, so that a log of zeros has a logarithm.
const PLAN_DAYS: f64 = 0.5;
/// "Next month can be a different month": the least spread of the pace in log space, and the most.
const LEAST_SPREAD: f64 = 0.6;
const MOST_SPREAD: f64 = 1.1;

/// The pace and how sure it is. Amounts are in smallest units a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// W: the days' weights together, half-life 90 days.
    pub day_weight: f64,
    /// V: the days' weights together, half-life 21 days.
    pub pace_weight: f64,
    /// m: the weighted mean of the days (half-life 90 days).
    pub mean: f64,
    /// phi: the unevenness; about 0.5 for a steady user, 5 and more for a lumpy one.
    pub unevenness: f64,
    /// kappa: how many days of log the plan is worth.
    pub plan_weight: f64,
    /// r0: what the plan suggests; the log's mean where there is no plan.
    pub plan_per_day: f64,
    /// r: the pace. 0 where nothing is known: nothing spent, and no plan.
    pub per_day: f64,
    /// sigma: the spread of the pace in log space.
    pub spread: f64,
    /// q: the share of the typical pattern in each replay, 0 to 1.
    pub typical_share: f64,
}

impl Pace {
    /// The pace of a habit.
    pub fn of(habit: &Habit) -> Self {
        let sums = Sums::of(habit);
        let mean = if sums.day_weight > 0.0 { sums.day_total / sums.day_weight } else { 0.0 };
        let unevenness = unevenness(habit, &sums, mean);
        let plan = habit.allotment_per_day.filter(|allotment| *allotment > 0.0);
        let plan_per_day = plan.map_or(mean, |allotment| PLAN_USE * allotment);
        let plan_spread = if plan.is_some() { PLAN_SPREAD } else { NO_PLAN_SPREAD };
        let plan_weight = unevenness / (plan_spread * plan_spread);
        Self {
            day_weight: sums.day_weight,
            pace_weight: sums.pace_weight,
            mean,
            unevenness,
            plan_weight,
            plan_per_day,
            per_day: drawn_to_plan(&sums, plan_per_day, plan_weight),
            spread: spread(unevenness, sums.pace_weight + plan_weight, habit.doubt(sums.unchecked_share())),
            typical_share: if mean > 0.0 { TYPICAL_DAYS / (TYPICAL_DAYS + sums.day_weight) } else { 1.0 },
        }
    }

    /// Whether anything is known: something was spent, or there is a plan.
    pub fn is_known(&self) -> bool {
        self.per_day > 0.0
    }
}

/// w: the weight of a day `age` usable days before yesterday, in the replay.
pub(crate) fn day_weight(age: usize) -> f64 {
    libm::exp2(-(age as f64) / DAY_HALF_LIFE)
}

/// The weighted sums that everything else is made of.
struct Sums {
    day_weight: f64,
    day_total: f64,
    pace_weight: f64,
    pace_total: f64,
    /// The part of the pace's weight that lies on days since the last check.
    unchecked_weight: f64,
}

impl Sums {
    fn of(habit: &Habit) -> Self {
        let mut sums =
            Self { day_weight: 0.0, day_total: 0.0, pace_weight: 0.0, pace_total: 0.0, unchecked_weight: 0.0 };
        for (age, day) in habit.days.iter().rev().enumerate() {
            let (w, v) = (day_weight(age), libm::exp2(-(age as f64) / PACE_HALF_LIFE));
            sums.day_weight += w;
            sums.day_total += w * day.spent;
            sums.pace_weight += v;
            sums.pace_total += v * day.spent;
            sums.unchecked_weight += if habit.is_unchecked(day.day) { v } else { 0.0 };
        }
        sums
    }

    fn unchecked_share(&self) -> f64 {
        if self.pace_weight > 0.0 { self.unchecked_weight / self.pace_weight } else { 0.0 }
    }
}

/// phi: the squared coefficient of variation of a day, drawn towards the typical one.
fn unevenness(habit: &Habit, sums: &Sums, mean: f64) -> f64 {
    let own = if mean > 0.0 && habit.days.len() > 1 {
        let deviations = habit.days.iter().rev().enumerate();
        let total: f64 = deviations.map(|(age, day)| day_weight(age) * (day.spent - mean) * (day.spent - mean)).sum();
        total / sums.day_weight / (mean * mean)
    } else {
        TYPICAL_UNEVENNESS
    };
    let drawn = (sums.day_weight * own + TYPICAL_DAYS * TYPICAL_UNEVENNESS) / (sums.day_weight + TYPICAL_DAYS);
    drawn.clamp(0.3, 8.0)
}

/// r: the log's pace drawn towards the plan's, in log space, so that a plan that does not fit the person does no harm.
fn drawn_to_plan(sums: &Sums, plan_per_day: f64, plan_weight: f64) -> f64 {
    let log_per_day = (sums.pace_total + PLAN_DAYS * plan_per_day) / (sums.pace_weight + PLAN_DAYS);
    if log_per_day <= 0.0 || plan_per_day <= 0.0 {
        return 0.0;
    }
    let (log, plan) = (libm::log(log_per_day), libm::log(plan_per_day));
    libm::exp((sums.pace_weight * log + plan_weight * plan) / (sums.pace_weight + plan_weight))
}

/// sigma: what the log and the plan leave open, and what is not logged since the last check, on top of the least.
fn spread(unevenness: f64, weight: f64, doubt: f64) -> f64 {
    (LEAST_SPREAD * LEAST_SPREAD + unevenness / weight + doubt * doubt).min(MOST_SPREAD * MOST_SPREAD).sqrt()
}
