//! The tables, one a file, top to bottom: what a row is, what is read, what is written.

pub(crate) mod about;
pub(crate) mod changes;
pub(crate) mod documents;
pub(crate) mod entries;
pub(crate) mod kept_forecasts;
pub(crate) mod versions;
