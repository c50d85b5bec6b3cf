//! When the credits run out, and what will be left: the user's own days replayed through the ledger.
//!
//! * [`Habit`]: what was spent by day, and which days count.
//! * [`crate::pace`]: how fast, and how sure that is.
//! * [`Replays`]: possible futures of the habit, the same for the same seed.
//! * [`Forecast`]: what the ledger makes of them.

mod answer;
mod chance;
mod habit;
mod normal;
mod replays;
mod spend_ahead;
mod tables;

pub use answer::{Bands, Basis, Forecast, ForecastAsk, Method, Opens, Planned, RenewalAhead, RunOut, WillLapse};
pub use habit::{Gap, Habit, HabitDay, LeftOut, MOST_DAYS};
pub use replays::Replays;
pub use spend_ahead::{SpendAhead, quantile_of};
