//! The terms as documents, and one story for each rule shape that real services use: `src-tauri/docs/shapes.md` lists
//! them by number. Every figure is worked out by hand in the test's comment.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly, its helping functions too")]

mod changes;
mod document;
mod grants;
mod grants_at_once;
mod kept;
mod order;
mod rollover;
mod spending;
mod story;
mod top_ups;
