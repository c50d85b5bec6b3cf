//! The JSON that the command line promises (design: the command line). It may grow, it does not change.

mod explanation;
mod spends;
mod statement;

pub use explanation::*;
pub use spends::*;
pub use statement::*;

use serde::Serialize;
use ts_rs::TS;

use super::Amount;

/// `status`: what is left and how sure.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Status {
    /// Now.
    pub at: String,
    /// The unit's name.
    pub unit: String,
    /// Its decimal places.
    pub decimals: u8,
    /// What could pay some action now.
    pub left: Amount,
    /// The last balance check.
    pub confirmed: Option<Confirmed>,
    /// Spends after that check.
    pub logged_since: Amount,
    /// Found by checks in this cycle.
    pub unlogged: Amount,
    /// How complete the log is, by past checks; null where none tells.
    pub coverage: Option<Coverage>,
    /// Logged beyond what there was.
    pub overdrawn: Amount,
    /// Granted on account in the running cycle; it will be billed.
    pub billed: Amount,
    /// The running cycle.
    pub cycle: Option<Cycle>,
    /// Every pot, in burn order.
    pub pots: Vec<Pot>,
    /// Grants that were entered and are still to come, by date: listed, not left.
    pub pending: Vec<Pending>,
    /// What can be spent today and still reach the renewal with the wanted certainty.
    pub safe_today: Option<Amount>,
    /// What will lapse, when, from which pot.
    pub will_lapse: Vec<WillLapse>,
    /// The forecast, without its days; null while nothing is known.
    pub forecast: Option<Forecast>,
}

/// What a balance check showed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Confirmed {
    /// When.
    pub at: String,
    /// What it showed.
    pub shown: Amount,
}

/// How much of what is spent the log has, and how far the balance may be off for it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Coverage {
    /// Logged, as a share of all that was spent between checks, 0 to 1.
    pub share: f64,
    /// How far `left` may be off by now; 0 just after a check.
    pub give_or_take: Amount,
}

/// A cycle.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Cycle {
    /// Its start.
    pub start: String,
    /// The renewal that ends it.
    pub end: String,
}

/// A grant that is still to come.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Pending {
    /// The entry that makes it.
    pub entry: i64,
    /// When it begins.
    pub at: String,
    /// Into which pot.
    pub pot: String,
    /// How much.
    pub amount: Amount,
}

/// A pot and its lots.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Pot {
    /// Its name.
    pub pot: String,
    /// What is left in it.
    pub left: Amount,
    /// Its lots, in burn order.
    pub lots: Vec<Lot>,
}

/// A lot.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Lot {
    /// Its id: `void` and `extend` take it.
    pub id: String,
    /// What is left in it.
    pub left: Amount,
    /// When it began.
    pub starts: String,
    /// When it ends.
    pub expires: Option<String>,
    /// Whether it can pay now.
    pub usable: bool,
}

/// Credits that will expire unused.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct WillLapse {
    /// When.
    pub at: String,
    /// From which pot.
    pub pot: String,
    /// How many: the mean of the replays.
    pub expected: Amount,
}

/// `forecast`: when it runs out.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Forecast {
    /// Now.
    pub at: String,
    /// The first day that is not forecast any more.
    pub horizon: String,
    /// The next renewal.
    pub renewal: Option<String>,
    /// The first empty day: 10, 50, 90 %.
    pub run_out: RunOut,
    /// The share of the replays that run out before the renewal.
    pub chance_before_renewal: Option<f64>,
    /// What will lapse.
    pub will_lapse: Vec<WillLapse>,
    /// What it rests on.
    pub basis: Basis,
    /// What is left at each day's end; absent in `status`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<Vec<ForecastDay>>,
}

/// Dates by which a tenth, half and nine tenths of the replays have run out; null beyond the horizon.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RunOut {
    /// The earlier end.
    pub p10: Option<String>,
    /// The middle.
    pub p50: Option<String>,
    /// The later end.
    pub p90: Option<String>,
}

/// What a forecast rests on.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Basis {
    /// Usable days of log.
    pub days: u32,
    /// Spends on them.
    pub spends: u32,
    /// `replay`, or `plan` while nothing was spent.
    pub method: String,
    /// The share of the typical pattern, 0 to 1.
    pub typical_share: f64,
}

/// A day of the forecast: what is left at its end.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ForecastDay {
    /// The day.
    pub date: String,
    /// 10 %.
    pub p10: Amount,
    /// 25 %.
    pub p25: Amount,
    /// 50 %.
    pub p50: Amount,
    /// 75 %.
    pub p75: Amount,
    /// 90 %.
    pub p90: Amount,
}

/// `presets`: what `init --preset` takes.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Presets {
    /// All of them.
    pub presets: Vec<Preset>,
}

/// A tier of a service.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Preset {
    /// Its id: `ltx-standard`.
    pub id: String,
    /// The service.
    pub service: String,
    /// The tier.
    pub tier: String,
    /// The allotment.
    pub allotment: Amount,
    /// The unit's name.
    pub unit: String,
    /// How often: `monthly`, `daily`, `yearly`, `once`.
    pub cadence: String,
    /// What Runout's terms cannot say of it, in words.
    pub nearest: Option<String>,
}
