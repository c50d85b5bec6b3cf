//! The price book.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Span, Strip};

/// The price book.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PricesView {
    /// "Published figures only. They miss often: the page that says 3,500 bills 5,400.", or a count.
    pub summary: String,
    /// Every key, by action; the name stands once per action.
    pub rows: Vec<PriceRow>,
    /// How many actions are hidden.
    pub hidden: u32,
    /// The log axis: lowest and highest figure.
    pub axis: [f64; 2],
    /// Where the published figures come from, and of when they are.
    pub source: String,
}

/// A key of the price book.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PriceRow {
    /// The action's id.
    pub action: String,
    /// Its name.
    pub name: String,
    /// Whether the name is shown (the first row of its action).
    pub first: bool,
    /// "8 s, audio".
    pub settings: String,
    /// "875 to 3,500", "900", or "–".
    pub published: String,
    /// The strip.
    pub strip: Strip,
    /// "5,000 to 5,400", "1,750".
    pub usually: Span,
    /// Own observations.
    pub n: u32,
    /// "27 Nov", or "–".
    pub last: String,
    /// Whether the action is hidden.
    pub hidden: bool,
    /// Other words for the action.
    pub aliases: Vec<String>,
    /// `video`, `image`, `actor`, `assist`, `other`.
    pub kind: String,
    /// Where its price seems to have moved.
    pub change: Option<PriceChangeView>,
}

/// A price that seems to have moved; nothing is done about it until it is said what holds.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PriceChangeView {
    /// "Nano Banana rose from 49 to 65 since Thu 12 Nov (3 of 3)."
    pub words: Vec<Span>,
    /// "Use 65 from then".
    pub use_words: String,
    /// The settings of the key, by name.
    pub settings: BTreeMap<String, String>,
}

/// A change to an action of the catalogue.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum ActionEdit {
    /// A new one.
    Add {
        /// Its name.
        name: String,
        /// `video`, `image`, `actor`, `assist`, `other`.
        kind: String,
    },
    /// Another name.
    Rename {
        /// Which.
        action: String,
        /// Its new name.
        name: String,
    },
    /// Out of lists and completion.
    Hide {
        /// Which.
        action: String,
    },
    /// Back into them.
    Show {
        /// Which.
        action: String,
    },
    /// Another word for it.
    Alias {
        /// Which.
        action: String,
        /// The word.
        alias: String,
    },
    /// What holds for the price of one of its keys that moved.
    Moved {
        /// Which.
        action: String,
        /// The settings of the key, by name.
        settings: BTreeMap<String, String>,
        /// Whether the new price alone holds; else all that was paid.
        uses_new: bool,
    },
}
