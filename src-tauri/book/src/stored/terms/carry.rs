//! What a renewal keeps.

use runout_core::terms::{Cap, Carry, CarryCap, Kept, PotName, Ratio};
use serde::{Deserialize, Serialize};

use super::super::StoredError;
use super::super::amounts::read_credits;
use super::super::grant::StoredInterval;

/// A carry rule: a word or two where that says it, as it always was, else its parts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum StoredCarry {
    None,
    All,
    UpTo(i64),
    Cycles(u32),
    Parts(StoredCarryParts),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredCarryParts {
    kept: StoredKept,
    share: StoredRatio,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cap: Option<StoredCarryCap>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredKept {
    UntilRenewal,
    Cycles(u32),
    For(StoredInterval),
    WhileSubscribed,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum StoredCarryCap {
    Carried(StoredCap),
    Total(StoredCap),
    Bank { pot: String, cap: StoredCap },
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredCap {
    Credits(i64),
    Allotments(StoredRatio),
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredRatio {
    parts: u32,
    of: u32,
}

impl From<&Carry> for StoredCarry {
    fn from(carry: &Carry) -> Self {
        let Carry { kept, share, cap } = carry;
        match (kept, *share == Ratio::WHOLE, cap) {
            (Kept::UntilRenewal, true, None) => Self::None,
            (Kept::WhileSubscribed, true, None) => Self::All,
            (Kept::WhileSubscribed, true, Some(CarryCap::Carried(Cap::Credits(cap)))) => Self::UpTo(cap.units()),
            (Kept::Cycles(more), true, None) => Self::Cycles(*more),
            _ => Self::Parts(StoredCarryParts {
                kept: (*kept).into(),
                share: (*share).into(),
                cap: cap.as_ref().map(Into::into),
            }),
        }
    }
}

impl TryFrom<StoredCarry> for Carry {
    type Error = StoredError;

    fn try_from(stored: StoredCarry) -> Result<Self, StoredError> {
        Ok(match stored {
            StoredCarry::None => Self::NONE,
            StoredCarry::All => Self::ALL,
            StoredCarry::UpTo(cap) => Self::up_to(Cap::Credits(read_credits(cap)?)),
            StoredCarry::Cycles(more) => Self::cycles(more),
            StoredCarry::Parts(StoredCarryParts { kept, share, cap }) => {
                let cap = cap.map(TryInto::try_into).transpose()?;
                Self { kept: kept.try_into()?, share: share.try_into()?, cap }
            }
        })
    }
}

impl From<Kept> for StoredKept {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::UntilRenewal => Self::UntilRenewal,
            Kept::Cycles(more) => Self::Cycles(more),
            Kept::For(interval) => Self::For(interval.into()),
            Kept::WhileSubscribed => Self::WhileSubscribed,
        }
    }
}

impl TryFrom<StoredKept> for Kept {
    type Error = StoredError;

    fn try_from(stored: StoredKept) -> Result<Self, StoredError> {
        Ok(match stored {
            StoredKept::UntilRenewal => Self::UntilRenewal,
            StoredKept::Cycles(more) => Self::Cycles(more),
            StoredKept::For(interval) => Self::For(interval.try_into()?),
            StoredKept::WhileSubscribed => Self::WhileSubscribed,
        })
    }
}

impl From<&CarryCap> for StoredCarryCap {
    fn from(cap: &CarryCap) -> Self {
        match cap {
            CarryCap::Carried(cap) => Self::Carried((*cap).into()),
            CarryCap::Total(cap) => Self::Total((*cap).into()),
            CarryCap::Bank { pot, cap } => Self::Bank { pot: pot.0.clone(), cap: (*cap).into() },
        }
    }
}

impl TryFrom<StoredCarryCap> for CarryCap {
    type Error = StoredError;

    fn try_from(stored: StoredCarryCap) -> Result<Self, StoredError> {
        Ok(match stored {
            StoredCarryCap::Carried(cap) => Self::Carried(cap.try_into()?),
            StoredCarryCap::Total(cap) => Self::Total(cap.try_into()?),
            StoredCarryCap::Bank { pot, cap } => Self::Bank { pot: PotName(pot), cap: cap.try_into()? },
        })
    }
}

impl From<Cap> for StoredCap {
    fn from(cap: Cap) -> Self {
        match cap {
            Cap::Credits(credits) => Self::Credits(credits.units()),
            Cap::Allotments(ratio) => Self::Allotments(ratio.into()),
        }
    }
}

impl TryFrom<StoredCap> for Cap {
    type Error = StoredError;

    fn try_from(stored: StoredCap) -> Result<Self, StoredError> {
        Ok(match stored {
            StoredCap::Credits(units) => Self::Credits(read_credits(units)?),
            StoredCap::Allotments(ratio) => Self::Allotments(ratio.try_into()?),
        })
    }
}

impl From<Ratio> for StoredRatio {
    fn from(ratio: Ratio) -> Self {
        let Ratio { parts, of } = ratio;
        Self { parts, of }
    }
}

impl TryFrom<StoredRatio> for Ratio {
    type Error = StoredError;

    fn try_from(stored: StoredRatio) -> Result<Self, StoredError> {
        let StoredRatio { parts, of } = stored;
        if of == 0 {
            return Err(StoredError::value(format!("{parts}/{of}"), "a part of a whole"));
        }
        Ok(Self { parts, of })
    }
}
