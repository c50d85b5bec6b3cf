//! The quick-entry line: any text gives chips, and an entry or a sentence that says what to do. It never fails.
//!
//! Words come in any order and case. Every word that was understood becomes a chip; every word that was not goes to
//! the note, or names a new action, and is shown as such (design: "The quick-entry line").
//!
//! * [`read`]: a line, as it is typed.
//! * [`read_edit`]: a line that was made by [`line_of`] and then changed.
//! * [`line_of`]: the line that would log a spend.
//! * [`complete`]: what the word at the caret may become.

mod actions;
mod amounts;
mod chip;
mod complete;
mod desk;
mod draft;
mod finish;
mod inverse;
mod quotes;
mod reader;
mod refusal;
mod settings;
mod split;
mod weigh;

pub use chip::{Chip, ChipKind, Place};
pub use complete::{Completion, complete};
pub use desk::{EntryDesk, Logged};
pub use finish::{AmountKind, Line, NewAction, Reading, Swap};
pub use inverse::{LineWhen, line_of};
pub use refusal::EntryRefusal;
pub use settings::read as read_setting;

/// Reads a line. Total: any text gives a [`Line`].
pub fn read(text: &str, desk: &EntryDesk<'_>) -> Line {
    finish::finish(text, reader::read(text, desk), desk, None)
}

/// Reads a changed line of a spend that stands in the log: what was not changed keeps its exact instant, and an amount
/// that came from a balance stays one.
pub fn read_edit(text: &str, desk: &EntryDesk<'_>, logged: &Logged<'_>) -> Line {
    finish::finish(text, reader::read(text, desk), desk, Some(logged))
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
