//! The forecast: its closed forms and replays against golden vectors, its days against made-up logs, its laws.

#![expect(clippy::unwrap_used, reason = "what a test cannot make fails it")]
#![expect(clippy::float_cmp, reason = "the same path gives the same bits; rounded amounts are whole")]

mod answers;
mod books;
mod coverage;
mod habit;
mod laws;
mod vectors;
