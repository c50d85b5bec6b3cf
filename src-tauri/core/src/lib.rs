//! What a credit plan *means*: credits, terms, lots, prices, pace, forecast.
//!
//! Pure: no clock, no files, no SQLite, no serde, no logging. `now` and the time zone are arguments.
//! Same input, same output, whatever the order of entry.
//!
//! * [`credits`]: an amount of a service's smallest unit.
//! * [`terms`]: the plan's rules, from a date on.
//! * [`facts`]: what happened: the entries of a log, and the plan that they belong to.
//! * [`calendar`]: rules on the wall clock.
//! * [`ledger`]: what is left in each lot at any instant, who paid what, what lapsed.
//! * [`actions`]: kinds of generation with settings, which a price belongs to.
//! * [`pace`]: how fast credits are being spent.
//! * [`forecast`]: when they run out, as a distribution.
//! * [`grade`]: how the forecasts of the past did.
//! * [`outlook`]: the one object that every surface reads: what is left, how sure, until when.
//! * [`price_book`]: what a generation will take.
//! * [`reconcile`]: what the difference of a balance check was, most likely.
//! * [`entry`]: the quick-entry line.
//! * [`words`]: figures, dates and chances in words, and typed ones back into values.

pub mod actions;
pub mod calendar;
pub mod credits;
#[cfg(test)]
mod dice;
pub mod entry;
pub mod facts;
pub mod forecast;
pub mod grade;
pub mod ledger;
pub mod outlook;
pub mod pace;
pub mod price_book;
pub mod reconcile;
pub mod terms;
pub mod words;

/// A moment in time, in UTC. Every interval between two of them is half-open, `[from, to)`.
pub type Instant = chrono::DateTime<chrono::Utc>;
/// A calendar day in the zone of the service (or of the rule that names it).
pub type Day = chrono::NaiveDate;
/// An IANA time zone.
pub type Zone = chrono_tz::Tz;
