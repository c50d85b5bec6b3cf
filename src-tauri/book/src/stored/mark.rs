//! A marked day's document.

use runout_core::facts::Mark;
use serde::{Deserialize, Serialize};

/// What the user said about a day.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StoredMark {
    /// A quiet day.
    Nothing,
    /// Spent and not logged.
    Unlogged,
    /// It will not come again.
    OneOff,
}

impl From<Mark> for StoredMark {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Nothing => Self::Nothing,
            Mark::Unlogged => Self::Unlogged,
            Mark::OneOff => Self::OneOff,
        }
    }
}

impl From<StoredMark> for Mark {
    fn from(mark: StoredMark) -> Self {
        match mark {
            StoredMark::Nothing => Self::Nothing,
            StoredMark::Unlogged => Self::Unlogged,
            StoredMark::OneOff => Self::OneOff,
        }
    }
}
