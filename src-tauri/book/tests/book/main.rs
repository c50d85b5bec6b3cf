//! The book, tested at its door.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly, its helping functions too")]

mod backups;
mod bad_books;
mod csv_in;
mod desk;
mod interchange;
mod journeys;
mod presets;
mod sample;
mod schema;
mod services;
mod two_writers;
mod undo_laws;
