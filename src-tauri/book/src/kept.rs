//! A day's forecast, kept so that it can be scored after the renewal.

use runout_core::{Day, Instant};

/// What the forecast of one day said. One a day, outside undo.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptForecast {
    /// The day, in the service's zone.
    pub day: Day,
    /// When it was reckoned.
    pub at: Instant,
    /// What was left then, in the smallest unit.
    pub left: i64,
    /// The renewal that it was made for.
    pub renewal: Option<Instant>,
    /// The first empty day: 10, 50, 90 %; none beyond the horizon.
    pub run_out: Quantiles<Day>,
    /// What would be left directly before the renewal, in the smallest unit.
    pub left_at_renewal: Option<Quantiles<i64>>,
    /// The share of the replays that run out before the renewal, 0 to 1.
    pub chance_before_renewal: Option<f64>,
}

/// Three quantiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantiles<T> {
    /// 10 %.
    pub p10: Option<T>,
    /// 50 %.
    pub p50: Option<T>,
    /// 90 %.
    pub p90: Option<T>,
}
