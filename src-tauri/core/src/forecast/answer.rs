//! What a forecast is asked, and what it says.

use crate::credits::Credits;
use crate::terms::PotName;
use crate::{Day, Instant};

/// What is asked of a forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastAsk {
    /// How many replays, 1 to [`ForecastAsk::MOST_PATHS`].
    pub paths: usize,
    /// The generator's seed: the same for every question, so that two answers differ by what was asked only.
    pub seed: u64,
    /// How many days, today included; none: to the second renewal, 14 to 62 days, or to a farther next renewal.
    pub days: Option<usize>,
    /// Spends that are planned, on top of the habit.
    pub planned: Vec<Planned>,
    /// The wanted certainty in per cent, 50 to 99: what counts as safe.
    pub certainty: u8,
}

impl ForecastAsk {
    /// More replays than this are not worth their memory: the chance is then exact to a quarter of a point.
    pub const MOST_PATHS: usize = 40_000;
    /// The farthest day that is forecast.
    pub const MOST_DAYS: usize = 400;

    /// The wanted certainty as a share.
    pub fn sure(&self) -> f64 {
        f64::from(self.certainty.clamp(50, 99)) / 100.0
    }
}

impl Default for ForecastAsk {
    fn default() -> Self {
        Self { paths: 2_000, seed: 20_261_122, days: None, planned: Vec::new(), certainty: 90 }
    }
}

/// A planned spend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The day on which it will be spent; days before today count as today.
    pub day: Day,
    /// How much, about.
    pub amount: Credits,
    /// Whether the amount is exact; otherwise it may turn out a quarter less or more.
    pub exact: bool,
}

/// The future as the replays see it, from today (day 0) on.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Day 0: today in the service's zone.
    pub from: Day,
    /// How many days are told; the first day that is not forecast is `from` plus this.
    pub days: usize,
    /// The next renewal: the next reset or grant of the pot with the largest allotment a day.
    pub renewal: Option<RenewalAhead>,
    /// The first empty day: 10, 50, 90 %.
    pub run_out: RunOut,
    /// The share of the replays that run out before the renewal; none without one, or where it lies beyond 400 days.
    pub chance_before_renewal: Option<f64>,
    /// What is left at the end of each day.
    pub left: Vec<Bands>,
    /// Per day, the share of the replays with nothing left at its end.
    pub empty: Vec<f64>,
    /// What will lapse, in time.
    pub will_lapse: Vec<WillLapse>,
    /// What is there right after each renewal ahead: a fan begins anew there.
    pub opens: Vec<Opens>,
    /// What can be spent today and still reach the renewal with the wanted certainty; none without a renewal.
    pub safe_today: Option<Credits>,
    /// The same for every day until the renewal, before today's spend is taken off.
    pub safe_per_day: Option<Credits>,
    /// The mean habitual spend a day over the replays up to the renewal (or all days), in smallest units.
    pub habit_per_day: f64,
    /// For how many days of the usual mix the credits last that are left now: left / the mean habitual spend a day.
    pub usual_mix_days: Option<f64>,
    /// What it rests on.
    pub basis: Basis,
}

/// A renewal that lies ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RenewalAhead {
    /// When.
    pub at: Instant,
    /// How many days' spends come before it, today's included.
    pub days: usize,
}

/// The days (0 is today) by which a tenth, half and nine tenths of the replays have run out; none beyond the horizon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunOut {
    /// The earlier end.
    pub p10: Option<usize>,
    /// The middle.
    pub p50: Option<usize>,
    /// The later end.
    pub p90: Option<usize>,
}

/// Five quantiles of an amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bands {
    /// 10 %.
    pub p10: Credits,
    /// 25 %.
    pub p25: Credits,
    /// The middle.
    pub p50: Credits,
    /// 75 %.
    pub p75: Credits,
    /// 90 %.
    pub p90: Credits,
}

/// Credits that will lapse at an instant, over the replays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WillLapse {
    /// When.
    pub at: Instant,
    /// From which pot.
    pub pot: PotName,
    /// The mean.
    pub mean: Credits,
    /// 10, 25, 50, 75, 90 %.
    pub bands: Bands,
}

/// What is there right after a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opens {
    /// The renewal.
    pub at: Instant,
    /// Over the replays.
    pub bands: Bands,
}

/// What a forecast rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Basis {
    /// Usable days of log.
    pub days: usize,
    /// Spends on them.
    pub spends: u32,
    /// How it was made.
    pub method: Method,
    /// The share of the typical pattern in each replay, 0 to 1; above a half it is still learning.
    pub typical_share: f64,
}

/// How a forecast was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The user's own days, replayed.
    Replay,
    /// A typical person on the plan: nothing was spent yet.
    Plan,
}
