//! An action's document.

use std::collections::BTreeMap;

use runout_core::actions::{Action, ActionId, Kind, MovedPrice, Published};
use serde::{Deserialize, Serialize};

use super::{StoredError, instant_text, read_instant};

/// A kind of generation.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredAction {
    id: String,
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<String>,
    kind: StoredKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<StoredPublished>,
    #[serde(default, skip_serializing_if = "is_false")]
    hidden: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    moved: Vec<StoredMovedPrice>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredMovedPrice {
    settings: BTreeMap<String, String>,
    since: String,
    uses_new: bool,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredKind {
    Video,
    Image,
    Actor,
    Assist,
    Other,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPublished {
    low: f64,
    high: f64,
    #[serde(default, skip_serializing_if = "is_false")]
    open_ended: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seconds: Option<f64>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
pub(super) fn is_false(value: &bool) -> bool {
    !value
}

impl From<&Action> for StoredAction {
    fn from(action: &Action) -> Self {
        let Action { id, name, aliases, kind, published, hidden, moved } = action;
        Self {
            id: id.0.clone(),
            name: name.clone(),
            aliases: aliases.clone(),
            kind: (*kind).into(),
            published: published.map(Into::into),
            hidden: *hidden,
            moved: moved.iter().map(Into::into).collect(),
        }
    }
}

impl TryFrom<StoredAction> for Action {
    type Error = StoredError;

    fn try_from(stored: StoredAction) -> Result<Self, StoredError> {
        let StoredAction { id, name, aliases, kind, published, hidden, moved } = stored;
        let published = published.map(Published::try_from).transpose()?;
        let moved = moved.into_iter().map(MovedPrice::try_from).collect::<Result<_, _>>()?;
        Ok(Self { id: ActionId(id), name, aliases, kind: kind.into(), published, hidden, moved })
    }
}

impl From<&MovedPrice> for StoredMovedPrice {
    fn from(moved: &MovedPrice) -> Self {
        let MovedPrice { settings, since, uses_new } = moved;
        Self { settings: settings.clone(), since: instant_text(*since), uses_new: *uses_new }
    }
}

impl TryFrom<StoredMovedPrice> for MovedPrice {
    type Error = StoredError;

    fn try_from(stored: StoredMovedPrice) -> Result<Self, StoredError> {
        let StoredMovedPrice { settings, since, uses_new } = stored;
        Ok(Self { settings, since: read_instant(&since)?, uses_new })
    }
}

impl From<Kind> for StoredKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Video => Self::Video,
            Kind::Image => Self::Image,
            Kind::Actor => Self::Actor,
            Kind::Assist => Self::Assist,
            Kind::Other => Self::Other,
        }
    }
}

impl From<StoredKind> for Kind {
    fn from(kind: StoredKind) -> Self {
        match kind {
            StoredKind::Video => Self::Video,
            StoredKind::Image => Self::Image,
            StoredKind::Actor => Self::Actor,
            StoredKind::Assist => Self::Assist,
            StoredKind::Other => Self::Other,
        }
    }
}

impl From<Published> for StoredPublished {
    fn from(published: Published) -> Self {
        let Published { low, high, open_ended, seconds } = published;
        Self { low, high, open_ended, seconds }
    }
}

impl TryFrom<StoredPublished> for Published {
    type Error = StoredError;

    fn try_from(stored: StoredPublished) -> Result<Self, StoredError> {
        let StoredPublished { low, high, open_ended, seconds } = stored;
        if 0.0 <= low && low <= high && high <= 1e15 {
            Ok(Self { low, high, open_ended, seconds })
        } else {
            Err(StoredError::value(format!("{low} to {high}"), "a published range"))
        }
    }
}
