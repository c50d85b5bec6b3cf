//! A pot of the terms: what fills it, what it keeps, what it may pay.

use runout_core::terms::{DayLimit, Pays, PotName, PotTerms, WhileLapsed};
use serde::{Deserialize, Serialize};

use super::super::StoredError;
use super::super::amounts::read_credits;
use super::carry::StoredCarry;
use super::grant::{StoredAnchor, StoredGrantTerms};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredPot {
    name: String,
    rank: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    grant: Option<StoredGrantTerms>,
    carry: StoredCarry,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pays_only: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day_limit: Option<StoredDayLimit>,
    #[serde(default, skip_serializing_if = "StoredWhileLapsed::is_usual")]
    while_lapsed: StoredWhileLapsed,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredDayLimit {
    amount: i64,
    from: StoredAnchor,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredWhileLapsed {
    #[default]
    Usable,
    Frozen,
    FrozenAndHeld,
}

impl StoredWhileLapsed {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl From<&PotTerms> for StoredPot {
    fn from(pot: &PotTerms) -> Self {
        let PotTerms { name, rank, grant, carry, pays, day_limit, while_lapsed } = pot;
        Self {
            name: name.0.clone(),
            rank: *rank,
            grant: grant.as_ref().map(Into::into),
            carry: carry.into(),
            pays_only: match pays {
                Pays::Everything => None,
                Pays::Only(actions) => Some(actions.clone()),
            },
            day_limit: day_limit.map(Into::into),
            while_lapsed: match while_lapsed {
                WhileLapsed::Usable => StoredWhileLapsed::Usable,
                WhileLapsed::Frozen => StoredWhileLapsed::Frozen,
                WhileLapsed::FrozenAndHeld => StoredWhileLapsed::FrozenAndHeld,
            },
        }
    }
}

impl TryFrom<StoredPot> for PotTerms {
    type Error = StoredError;

    fn try_from(stored: StoredPot) -> Result<Self, StoredError> {
        let StoredPot { name, rank, grant, carry, pays_only, day_limit, while_lapsed } = stored;
        Ok(Self {
            name: PotName(name),
            rank,
            grant: grant.map(TryInto::try_into).transpose()?,
            carry: carry.try_into()?,
            pays: pays_only.map_or(Pays::Everything, Pays::Only),
            day_limit: day_limit.map(TryInto::try_into).transpose()?,
            while_lapsed: match while_lapsed {
                StoredWhileLapsed::Usable => WhileLapsed::Usable,
                StoredWhileLapsed::Frozen => WhileLapsed::Frozen,
                StoredWhileLapsed::FrozenAndHeld => WhileLapsed::FrozenAndHeld,
            },
        })
    }
}

impl From<DayLimit> for StoredDayLimit {
    fn from(limit: DayLimit) -> Self {
        let DayLimit { amount, from } = limit;
        Self { amount: amount.units(), from: from.into() }
    }
}

impl TryFrom<StoredDayLimit> for DayLimit {
    type Error = StoredError;

    fn try_from(stored: StoredDayLimit) -> Result<Self, StoredError> {
        let StoredDayLimit { amount, from } = stored;
        Ok(Self { amount: read_credits(amount)?, from: from.try_into()? })
    }
}
