//! Figures, dates and chances in words, and typed amounts and dates back into values.
//!
//! Every surface writes its figures here, so that two of them cannot disagree. `now` and the zone are arguments.

mod amount;
mod amount_error;
mod chance;
mod date;
mod estimate;
mod figures;
pub mod generation;
mod letters;
mod numeral;
mod quoted;
pub(crate) mod read_word;
mod time;
mod wall_clock;
mod when;

pub use amount::{read_amount, read_balance};
pub use amount_error::AmountError;
pub use chance::chance;
pub use date::{day, day_head, day_short, distance, named_day};
pub use estimate::{estimate, range, rounded, rounded_figure};
pub use figures::{Figures, Group, count, exact, plain, signed};
pub use letters::{capital, uncapital};
pub use quoted::{quoted, steers};
pub use time::{end, ends_with, local, moment, time};
pub use when::{ClockNote, Lean, NOON, When, WhenError, read_day, read_time, read_when, when_at};
