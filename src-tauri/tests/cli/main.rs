//! The command line at its door: the built program, a book of its own, no display.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]
#![expect(clippy::float_cmp, reason = "the amounts are whole numbers")]

mod bad_books;
mod bad_input;
mod checks;
mod csv;
mod files;
mod json;
mod mended;
mod plan_events;
mod prices;
mod program;
mod services;
mod side_by_side;
mod statement;
mod states;
mod terms;
mod times;
mod tour;
