//! What a generation will take: for every action, the published range and what the user's own log teaches.
//!
//! The predictive is a Dirichlet process (with a small discount) over a wide base, with old observations fading (design: "Prices"): a price is
//! often a list value that repeats exactly, sometimes one that varies with what nobody logged, and now and then the
//! list changes.
//!
//! * [`PriceBook`]: every key that was seen, and every published action.
//! * [`Predictive`]: one piece's price, as a distribution in units (not smallest units).
//! * [`PriceEstimate`]: what a line of several pieces will likely take.
//! * [`PriceChange`]: a price that seems to have moved.

mod base;
mod book;
mod change;
mod estimate;
mod observation;
mod predictive;
mod relatives;
mod score;
mod student;

pub use book::{PriceBook, PriceRow};
pub use change::PriceChange;
pub use estimate::{Closed, PriceEstimate, Source};
pub(crate) use observation::teaches;
pub use predictive::Predictive;
pub use score::Score;

#[cfg(test)]
mod gates;
#[cfg(test)]
mod tests;
