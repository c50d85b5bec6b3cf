//! What the window can ask for: one file a noun. Each command translates, calls, and translates back.

mod names;

pub use names::COMMANDS;
