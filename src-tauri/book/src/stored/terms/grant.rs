//! What fills a pot, and when.

use runout_core::terms::{Anchor, Cadence, Ceiling, GrantMode, GrantTerms, PotName, Trigger};
use serde::{Deserialize, Serialize};

use super::super::amounts::{read_credits, read_zone};
use super::super::grant::StoredInterval;
use super::super::times::{read_time, time_text};
use super::super::{StoredError, read_day};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredGrantTerms {
    amount: i64,
    cadence: StoredCadence,
    mode: StoredGrantMode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ceiling: Option<StoredCeiling>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    when_empty: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    scale: Vec<i64>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum StoredCadence {
    Once,
    Every { every: StoredInterval, day: String, time: String, zone: String },
    FirstUse { window: StoredInterval },
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredGrantMode {
    Add,
    RefillTo,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredCeiling {
    amount: i64,
    every: StoredInterval,
    anchor: StoredAnchor,
}

/// Where a clock is counted from.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredAnchor {
    day: String,
    time: String,
    zone: String,
}

impl From<&GrantTerms> for StoredGrantTerms {
    fn from(grant: &GrantTerms) -> Self {
        let GrantTerms { amount, cadence, mode, ceiling, trigger, scale } = grant;
        Self {
            amount: amount.units(),
            cadence: (*cadence).into(),
            mode: match mode {
                GrantMode::Add => StoredGrantMode::Add,
                GrantMode::RefillTo => StoredGrantMode::RefillTo,
            },
            ceiling: ceiling.map(Into::into),
            when_empty: match trigger {
                Trigger::Calendar => None,
                Trigger::WhenEmpty(pots) => Some(pots.iter().map(|pot| pot.0.clone()).collect()),
            },
            scale: scale.iter().map(|amount| amount.units()).collect(),
        }
    }
}

impl TryFrom<StoredGrantTerms> for GrantTerms {
    type Error = StoredError;

    fn try_from(stored: StoredGrantTerms) -> Result<Self, StoredError> {
        let StoredGrantTerms { amount, cadence, mode, ceiling, when_empty, scale } = stored;
        Ok(Self {
            amount: read_credits(amount)?,
            cadence: cadence.try_into()?,
            mode: match mode {
                StoredGrantMode::Add => GrantMode::Add,
                StoredGrantMode::RefillTo => GrantMode::RefillTo,
            },
            ceiling: ceiling.map(TryInto::try_into).transpose()?,
            trigger: when_empty
                .map_or(Trigger::Calendar, |pots| Trigger::WhenEmpty(pots.into_iter().map(PotName).collect())),
            scale: scale.into_iter().map(read_credits).collect::<Result<_, _>>()?,
        })
    }
}

impl From<Cadence> for StoredCadence {
    fn from(cadence: Cadence) -> Self {
        match cadence {
            Cadence::Once => Self::Once,
            Cadence::Every { every, anchor } => {
                let StoredAnchor { day, time, zone } = anchor.into();
                Self::Every { every: every.into(), day, time, zone }
            }
            Cadence::FirstUse { window } => Self::FirstUse { window: window.into() },
        }
    }
}

impl TryFrom<StoredCadence> for Cadence {
    type Error = StoredError;

    fn try_from(stored: StoredCadence) -> Result<Self, StoredError> {
        Ok(match stored {
            StoredCadence::Once => Self::Once,
            StoredCadence::Every { every, day, time, zone } => {
                Self::Every { every: every.try_into()?, anchor: StoredAnchor { day, time, zone }.try_into()? }
            }
            StoredCadence::FirstUse { window } => Self::FirstUse { window: window.try_into()? },
        })
    }
}

impl From<Ceiling> for StoredCeiling {
    fn from(ceiling: Ceiling) -> Self {
        let Ceiling { amount, every, anchor } = ceiling;
        Self { amount: amount.units(), every: every.into(), anchor: anchor.into() }
    }
}

impl TryFrom<StoredCeiling> for Ceiling {
    type Error = StoredError;

    fn try_from(stored: StoredCeiling) -> Result<Self, StoredError> {
        let StoredCeiling { amount, every, anchor } = stored;
        Ok(Self { amount: read_credits(amount)?, every: every.try_into()?, anchor: anchor.try_into()? })
    }
}

impl From<Anchor> for StoredAnchor {
    fn from(anchor: Anchor) -> Self {
        let Anchor { day, time, zone } = anchor;
        Self { day: day.to_string(), time: time_text(time), zone: zone.name().to_owned() }
    }
}

impl TryFrom<StoredAnchor> for Anchor {
    type Error = StoredError;

    fn try_from(stored: StoredAnchor) -> Result<Self, StoredError> {
        let StoredAnchor { day, time, zone } = stored;
        Ok(Self { day: read_day(&day)?, time: read_time(&time)?, zone: read_zone(&zone)? })
    }
}
