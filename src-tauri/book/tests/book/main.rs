//! The book, tested at its door.

mod bad_books;
mod desk;
mod journeys;
mod presets;
mod two_writers;
mod undo_laws;
