//! A lot's document, and how long lots live.

use runout_core::facts::{Grant, LotEnd};
use runout_core::terms::{Interval, IntervalUnit, Life, PotName};
use serde::{Deserialize, Serialize};

use super::action::is_false;
use super::amounts::{StoredMoney, read_credits};
use super::{StoredError, instant_text, read_instant};

/// A lot that did not come from the plan's own schedule.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredGrant {
    amount: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pot: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<StoredLotEnd>,
    #[serde(default, skip_serializing_if = "is_false")]
    bought: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cost: Option<StoredMoney>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredLotEnd {
    At(String),
    After(StoredLife),
}

/// How long a lot lives.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum StoredLife {
    Forever,
    For(StoredInterval),
    UntilRenewal,
    Cycles(u32),
    FromRenewal(StoredInterval),
}

/// A calendar distance.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredInterval {
    count: u32,
    of: StoredIntervalUnit,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredIntervalUnit {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl From<&Grant> for StoredGrant {
    fn from(grant: &Grant) -> Self {
        let Grant { amount, pot, until, bought, cost, note } = grant;
        Self {
            amount: amount.units(),
            pot: pot.as_ref().map(|pot| pot.0.clone()),
            until: until.map(|end| match end {
                LotEnd::At(at) => StoredLotEnd::At(instant_text(at)),
                LotEnd::After(life) => StoredLotEnd::After(life.into()),
            }),
            bought: *bought,
            cost: cost.map(Into::into),
            note: note.clone(),
        }
    }
}

impl TryFrom<StoredGrant> for Grant {
    type Error = StoredError;

    fn try_from(stored: StoredGrant) -> Result<Self, StoredError> {
        let StoredGrant { amount, pot, until, bought, cost, note } = stored;
        if amount < 0 {
            return Err(StoredError::value(amount, "a grant of 0 or more"));
        }
        let until = match until {
            None => None,
            Some(StoredLotEnd::At(at)) => Some(LotEnd::At(read_instant(&at)?)),
            Some(StoredLotEnd::After(life)) => Some(LotEnd::After(life.try_into()?)),
        };
        let cost = cost.map(TryInto::try_into).transpose()?;
        Ok(Self { amount: read_credits(amount)?, pot: pot.map(PotName), until, bought, cost, note })
    }
}

impl From<Life> for StoredLife {
    fn from(life: Life) -> Self {
        match life {
            Life::Forever => Self::Forever,
            Life::For(interval) => Self::For(interval.into()),
            Life::UntilRenewal => Self::UntilRenewal,
            Life::Cycles(more) => Self::Cycles(more),
            Life::FromRenewal(interval) => Self::FromRenewal(interval.into()),
        }
    }
}

impl TryFrom<StoredLife> for Life {
    type Error = StoredError;

    fn try_from(life: StoredLife) -> Result<Self, StoredError> {
        Ok(match life {
            StoredLife::Forever => Self::Forever,
            StoredLife::For(interval) => Self::For(interval.try_into()?),
            StoredLife::UntilRenewal => Self::UntilRenewal,
            StoredLife::Cycles(more) => Self::Cycles(more),
            StoredLife::FromRenewal(interval) => Self::FromRenewal(interval.try_into()?),
        })
    }
}

impl From<Interval> for StoredInterval {
    fn from(interval: Interval) -> Self {
        let Interval { count, of } = interval;
        let of = match of {
            IntervalUnit::Hour => StoredIntervalUnit::Hour,
            IntervalUnit::Day => StoredIntervalUnit::Day,
            IntervalUnit::Week => StoredIntervalUnit::Week,
            IntervalUnit::Month => StoredIntervalUnit::Month,
            IntervalUnit::Year => StoredIntervalUnit::Year,
        };
        Self { count, of }
    }
}

impl TryFrom<StoredInterval> for Interval {
    type Error = StoredError;

    fn try_from(stored: StoredInterval) -> Result<Self, StoredError> {
        let StoredInterval { count, of } = stored;
        if count == 0 {
            return Err(StoredError::value(count, "an interval of 1 or more"));
        }
        let of = match of {
            StoredIntervalUnit::Hour => IntervalUnit::Hour,
            StoredIntervalUnit::Day => IntervalUnit::Day,
            StoredIntervalUnit::Week => IntervalUnit::Week,
            StoredIntervalUnit::Month => IntervalUnit::Month,
            StoredIntervalUnit::Year => IntervalUnit::Year,
        };
        Ok(Self { count, of })
    }
}
