//! The one place from which the door speaks.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal speaks to it")]

/// A line for the reader.
pub(crate) fn say(words: &str) {
    println!("{words}");
}

/// A line about trouble.
pub(crate) fn warn(words: &str) {
    eprintln!("{words}");
}
