//! The document of one version of the terms.

use runout_core::facts::{ChangeMode, TermsVersion};
use runout_core::terms::{
    Anchor, Cadence, Carry, GrantMode, GrantTerms, Overdrawn, PotName, PotTerms, Terms, TopUpTerms, WithinRank,
};
use serde::{Deserialize, Serialize};

use super::amounts::{StoredMoney, read_credits, read_zone};
use super::grant::{StoredInterval, StoredLife};
use super::times::{read_time, time_text};
use super::{StoredError, instant_text, read_day, read_instant};

/// Terms, and from when on they hold.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredTermsVersion {
    from: String,
    mode: StoredChangeMode,
    terms: StoredTerms,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredChangeMode {
    Difference,
    UpTo,
    Full,
    Prorate,
    Both,
    Next,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredTerms {
    name: String,
    pots: Vec<StoredPot>,
    within_rank: StoredWithinRank,
    overdrawn: StoredOverdrawn,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    top_ups: Option<StoredTopUps>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    price: Option<StoredMoney>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPot {
    name: String,
    rank: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    grant: Option<StoredGrantTerms>,
    carry: StoredCarry,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredGrantTerms {
    amount: i64,
    cadence: StoredCadence,
    mode: StoredGrantMode,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum StoredCadence {
    Once,
    Every { every: StoredInterval, day: String, time: String, zone: String },
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredGrantMode {
    Add,
    RefillTo,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredCarry {
    None,
    All,
    UpTo(i64),
    Cycles(u32),
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredWithinRank {
    SoonestEnd,
    Oldest,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredOverdrawn {
    ForgivenAtRenewal,
    Carried,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredTopUps {
    pot: String,
    life: StoredLife,
}

impl From<&TermsVersion> for StoredTermsVersion {
    fn from(version: &TermsVersion) -> Self {
        let TermsVersion { from, terms, mode } = version;
        Self { from: instant_text(*from), mode: (*mode).into(), terms: terms.into() }
    }
}

impl TryFrom<StoredTermsVersion> for TermsVersion {
    type Error = StoredError;

    fn try_from(stored: StoredTermsVersion) -> Result<Self, StoredError> {
        let StoredTermsVersion { from, mode, terms } = stored;
        Ok(Self { from: read_instant(&from)?, terms: terms.try_into()?, mode: mode.into() })
    }
}

impl From<&Terms> for StoredTerms {
    fn from(terms: &Terms) -> Self {
        let Terms { name, pots, within_rank, overdrawn, top_ups, price } = terms;
        Self {
            name: name.clone(),
            pots: pots.iter().map(Into::into).collect(),
            within_rank: match within_rank {
                WithinRank::SoonestEnd => StoredWithinRank::SoonestEnd,
                WithinRank::Oldest => StoredWithinRank::Oldest,
            },
            overdrawn: match overdrawn {
                Overdrawn::ForgivenAtRenewal => StoredOverdrawn::ForgivenAtRenewal,
                Overdrawn::Carried => StoredOverdrawn::Carried,
            },
            top_ups: top_ups.as_ref().map(Into::into),
            price: price.map(Into::into),
        }
    }
}

impl TryFrom<StoredTerms> for Terms {
    type Error = StoredError;

    fn try_from(stored: StoredTerms) -> Result<Self, StoredError> {
        let StoredTerms { name, pots, within_rank, overdrawn, top_ups, price } = stored;
        Ok(Self {
            name,
            pots: pots.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?,
            within_rank: match within_rank {
                StoredWithinRank::SoonestEnd => WithinRank::SoonestEnd,
                StoredWithinRank::Oldest => WithinRank::Oldest,
            },
            overdrawn: match overdrawn {
                StoredOverdrawn::ForgivenAtRenewal => Overdrawn::ForgivenAtRenewal,
                StoredOverdrawn::Carried => Overdrawn::Carried,
            },
            top_ups: top_ups.map(TryInto::try_into).transpose()?,
            price: price.map(TryInto::try_into).transpose()?,
        })
    }
}

impl From<&PotTerms> for StoredPot {
    fn from(pot: &PotTerms) -> Self {
        let PotTerms { name, rank, grant, carry } = pot;
        let carry = match carry {
            Carry::NONE => StoredCarry::NONE,
            Carry::ALL => StoredCarry::ALL,
            Carry::UpTo(cap) => StoredCarry::UpTo(cap.units()),
            Carry::Cycles(cycles) => StoredCarry::Cycles(*cycles),
        };
        Self { name: name.0.clone(), rank: *rank, grant: grant.map(Into::into), carry }
    }
}

impl TryFrom<StoredPot> for PotTerms {
    type Error = StoredError;

    fn try_from(stored: StoredPot) -> Result<Self, StoredError> {
        let StoredPot { name, rank, grant, carry } = stored;
        let carry = match carry {
            StoredCarry::NONE => Carry::NONE,
            StoredCarry::ALL => Carry::ALL,
            StoredCarry::UpTo(cap) => Carry::UpTo(read_credits(cap)?),
            StoredCarry::Cycles(cycles) => Carry::Cycles(cycles),
        };
        Ok(Self { name: PotName(name), rank, grant: grant.map(TryInto::try_into).transpose()?, carry })
    }
}

impl From<GrantTerms> for StoredGrantTerms {
    fn from(grant: GrantTerms) -> Self {
        let GrantTerms { amount, cadence, mode } = grant;
        let mode = match mode {
            GrantMode::Add => StoredGrantMode::Add,
            GrantMode::RefillTo => StoredGrantMode::RefillTo,
        };
        Self { amount: amount.units(), cadence: cadence.into(), mode }
    }
}

impl TryFrom<StoredGrantTerms> for GrantTerms {
    type Error = StoredError;

    fn try_from(stored: StoredGrantTerms) -> Result<Self, StoredError> {
        let StoredGrantTerms { amount, cadence, mode } = stored;
        let mode = match mode {
            StoredGrantMode::Add => GrantMode::Add,
            StoredGrantMode::RefillTo => GrantMode::RefillTo,
        };
        Ok(Self { amount: read_credits(amount)?, cadence: cadence.try_into()?, mode })
    }
}

impl From<Cadence> for StoredCadence {
    fn from(cadence: Cadence) -> Self {
        match cadence {
            Cadence::Once => Self::Once,
            Cadence::Every { every, anchor: Anchor { day, time, zone } } => Self::Every {
                every: every.into(),
                day: day.to_string(),
                time: time_text(time),
                zone: zone.name().to_owned(),
            },
        }
    }
}

impl TryFrom<StoredCadence> for Cadence {
    type Error = StoredError;

    fn try_from(stored: StoredCadence) -> Result<Self, StoredError> {
        Ok(match stored {
            StoredCadence::Once => Self::Once,
            StoredCadence::Every { every, day, time, zone } => Self::Every {
                every: every.try_into()?,
                anchor: Anchor { day: read_day(&day)?, time: read_time(&time)?, zone: read_zone(&zone)? },
            },
        })
    }
}

impl From<&TopUpTerms> for StoredTopUps {
    fn from(terms: &TopUpTerms) -> Self {
        let TopUpTerms { pot, life } = terms;
        Self { pot: pot.0.clone(), life: (*life).into() }
    }
}

impl TryFrom<StoredTopUps> for TopUpTerms {
    type Error = StoredError;

    fn try_from(stored: StoredTopUps) -> Result<Self, StoredError> {
        let StoredTopUps { pot, life } = stored;
        Ok(Self { pot: PotName(pot), life: life.try_into()? })
    }
}

impl From<ChangeMode> for StoredChangeMode {
    fn from(mode: ChangeMode) -> Self {
        match mode {
            ChangeMode::Difference => Self::Difference,
            ChangeMode::UpTo => Self::UpTo,
            ChangeMode::Full => Self::Full,
            ChangeMode::Prorate => Self::Prorate,
            ChangeMode::Both => Self::Both,
            ChangeMode::Next => Self::Next,
        }
    }
}

impl From<StoredChangeMode> for ChangeMode {
    fn from(mode: StoredChangeMode) -> Self {
        match mode {
            StoredChangeMode::Difference => Self::Difference,
            StoredChangeMode::UpTo => Self::UpTo,
            StoredChangeMode::Full => Self::Full,
            StoredChangeMode::Prorate => Self::Prorate,
            StoredChangeMode::Both => Self::Both,
            StoredChangeMode::Next => Self::Next,
        }
    }
}
