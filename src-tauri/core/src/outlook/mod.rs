//! The one object that every surface reads: what is left, how sure that is, until when it lasts.

mod span;

pub use span::{Mark, Span, Text};
