//! Kinds of generation with their settings: what a price belongs to.

use std::collections::BTreeMap;

use crate::Instant;

/// Which action of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionId(pub String);

/// A kind of generation: "Veo 3", "Nano Banana", "Actor".
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Its id, kept when it is renamed.
    pub id: ActionId,
    /// What it is called.
    pub name: String,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// What comes out of it.
    pub kind: Kind,
    /// What its publisher says that it takes.
    pub published: Option<Published>,
    /// Whether it is left out of lists and completion.
    pub hidden: bool,
    /// What the user said about prices of its keys that moved; one of a key.
    pub moved: Vec<MovedPrice>,
}

impl Action {
    /// An action that nothing but its name and its kind is known of.
    pub const fn named(id: ActionId, name: String, kind: Kind) -> Self {
        Self { id, name, aliases: Vec::new(), kind, published: None, hidden: false, moved: Vec::new() }
    }

    /// What was said about the price of a key of this action.
    pub fn moved_price(&self, settings: &BTreeMap<String, String>) -> Option<&MovedPrice> {
        self.moved.iter().find(|moved| moved.settings == *settings)
    }
}

/// What the user said about a key's price that moved. The log stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedPrice {
    /// The key's settings.
    pub settings: BTreeMap<String, String>,
    /// When the new price was first paid.
    pub since: Instant,
    /// Whether only what was paid since then says what the key takes; else all of it does, as before.
    pub uses_new: bool,
}

/// What comes out of an action; prices of one kind are each other's last resort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A clip.
    Video,
    /// A still.
    Image,
    /// A trained actor or voice.
    Actor,
    /// A small helping action.
    Assist,
    /// Something else.
    Other,
}

/// A published figure: a weak prior, never a bound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// The lower figure, in units (not smallest units).
    pub low: f64,
    /// The upper figure; the same for a single one.
    pub high: f64,
    /// Whether the publisher says "and more".
    pub open_ended: bool,
    /// The length in seconds that the figures are for, if they are for one.
    pub seconds: Option<f64>,
}

/// What a price belongs to: an action and its settings, per piece.
///
/// Settings are canonical: `seconds` → "8", `audio` → "yes" / "no", `refs` → "yes" or a number, `styled` → "yes",
/// `resolution` → "1080p", any other `key=value` as typed, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The action.
    pub action: ActionId,
    /// Its settings, by name.
    pub settings: BTreeMap<String, String>,
}

impl Key {
    /// The length of the clip in seconds, where it is a setting.
    pub fn seconds(&self) -> Option<f64> {
        self.settings.get("seconds").and_then(|text| text.parse().ok()).filter(|s: &f64| s.is_finite() && *s > 0.0)
    }
}
