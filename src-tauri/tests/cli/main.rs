//! The command line at its door: the built program, a book of its own, no display.

mod bad_books;
mod bad_input;
mod files;
mod json;
mod program;
mod side_by_side;
mod times;
mod tour;
