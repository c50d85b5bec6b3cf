//! When the credits run out, and what will be left: the user's own days replayed through the ledger.
//!
//! * [`Habit`]: what was spent by day, and which days count.
//! * [`crate::pace`]: how fast, and how sure that is.
//! * [`Replays`]: possible futures of the habit, the same for the same seed.
//! * [`Forecast`]: what the ledger makes of them.

mod answer;
mod chance;
mod habit;
mod horizon;
mod normal;
mod paths;
mod quantiles;
mod replays;
mod run;
mod safe;
mod spend_ahead;
mod tables;

pub use answer::{Bands, Basis, Forecast, ForecastAsk, Method, Opens, Planned, RenewalAhead, RunOut, WillLapse};
pub use habit::{Coverage, Gap, Habit, HabitDay, LeftOut, MOST_DAYS};
pub use horizon::days_ahead;
pub use replays::Replays;
pub use safe::even_pace;
pub use spend_ahead::{SpendAhead, quantile_of};

use self::paths::Paths;
use self::run::{Outcomes, run};
use crate::ledger::Future;
use crate::pace::Pace;

/// The forecast of a habit over the days ahead (see [`days_ahead`]); none while nothing is known: nothing spent, no plan.
///
/// The same arguments give the same answer, to the byte.
pub fn forecast(habit: &Habit, future: &Future, ask: &ForecastAsk) -> Option<Forecast> {
    let pace = Pace::of(habit);
    if !pace.is_known() {
        return None;
    }
    let replays = Replays::of(habit, &pace, ask.seed);
    let walked = horizon::walked(future, ask);
    let renewal = future.renewal().map(|next| RenewalAhead { at: next.at, days: next.spends_before });
    let reached = renewal.map(|renewal| renewal.days).filter(|days| *days <= walked);
    let (outcomes, paths) = run(habit, &replays, future, ask, (walked, reached.unwrap_or(walked)));
    let days = horizon::told(future, ask);
    let mut told = Telling { habit, future, ask, paths, outcomes, days, renewal, reached };
    Some(told.forecast(&pace))
}

/// All that the answer is read off.
struct Telling<'a> {
    habit: &'a Habit,
    future: &'a Future,
    ask: &'a ForecastAsk,
    paths: Paths,
    outcomes: Outcomes,
    /// How many days are told; it may be fewer than were walked.
    days: usize,
    renewal: Option<RenewalAhead>,
    /// How many days there are until the renewal, where the walk gets there.
    reached: Option<usize>,
}

impl Telling<'_> {
    fn forecast(&mut self, pace: &Pace) -> Forecast {
        let habit_per_day = self.paths.mean();
        let safe_per_day = self.reached.map(|_| self.safe_per_day());
        Forecast {
            from: self.habit.today,
            days: self.days,
            renewal: self.renewal,
            chance_before_renewal: self.reached.map(|days| self.share_empty_before(days)),
            safe_today: safe_per_day
                .map(|safe| quantiles::credits((safe - self.habit.spent_today.round() as i64).max(0))),
            safe_per_day: safe_per_day.map(quantiles::credits),
            empty: self.outcomes.left[..self.days].iter().map(|day| share(day, |left| *left == 0)).collect(),
            will_lapse: self.will_lapse(),
            opens: self.opens(),
            left: self.outcomes.left[..self.days].iter().map(|day| quantiles::bands(day)).collect(),
            run_out: self.run_out(),
            habit_per_day,
            usual_mix_days: (habit_per_day > 0.0).then(|| self.future.left() as f64 / habit_per_day),
            basis: self.basis(pace),
        }
    }

    fn safe_per_day(&self) -> i64 {
        safe::per_day(self.habit, self.ask, &self.outcomes, &safe::Until { paths: &self.paths, future: self.future })
    }

    fn share_empty_before(&self, days: usize) -> f64 {
        share(&self.outcomes.empty, |day| (*day as usize) < days)
    }

    fn run_out(&mut self) -> RunOut {
        let (told, column) = (self.days, &mut self.outcomes.empty);
        let day = |day: u32| Some(day as usize).filter(|day| *day < told);
        let [p10, p50, p90] = [0.1, 0.5, 0.9].map(|share| quantiles::quantile(column, share).and_then(day));
        RunOut { p10, p50, p90 }
    }

    fn will_lapse(&self) -> Vec<WillLapse> {
        let seen = self.future.lapses().iter().zip(&self.outcomes.lapsed);
        let within = seen.filter(|(lapse, _)| lapse.spends_before <= self.days);
        within
            .map(|(lapse, column)| WillLapse {
                at: lapse.at,
                pot: lapse.pot.clone(),
                mean: quantiles::mean(column),
                bands: quantiles::bands(column),
            })
            .collect()
    }

    fn opens(&self) -> Vec<Opens> {
        let seen = self.future.renewals().iter().zip(&self.outcomes.opens);
        let within = seen.filter(|(renewal, _)| renewal.spends_before <= self.days);
        within.map(|(renewal, column)| Opens { at: renewal.at, bands: quantiles::bands(column) }).collect()
    }

    fn basis(&self, pace: &Pace) -> Basis {
        let nothing_spent = pace.mean <= 0.0;
        Basis {
            days: self.habit.days.len(),
            spends: self.habit.spends,
            method: if nothing_spent { Method::Plan } else { Method::Replay },
            typical_share: pace.typical_share,
        }
    }
}

fn share<T>(column: &[T], is_meant: impl Fn(&T) -> bool) -> f64 {
    column.iter().filter(|value| is_meant(value)).count() as f64 / column.len().max(1) as f64
}
