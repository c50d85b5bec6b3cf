//! Bought credits: by hand, in packs, by the service itself.

use runout_core::terms::{AutoRefill, AutoRefillAmount, AutoRefillLimit, Pack, PackPart, PotName, TopUpTerms};
use serde::{Deserialize, Serialize};

use super::super::StoredError;
use super::super::action::is_false;
use super::super::amounts::{StoredMoney, read_credits};
use super::super::grant::StoredLife;

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredTopUps {
    pot: String,
    life: StoredLife,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    packs: Vec<StoredPack>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPack {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    price: Option<StoredMoney>,
    parts: Vec<StoredPackPart>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPackPart {
    amount: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pot: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    life: Option<StoredLife>,
    #[serde(default, skip_serializing_if = "is_false")]
    bonus: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredAutoRefill {
    below: i64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    counts: Vec<String>,
    buys: StoredAutoRefillAmount,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_most: Option<StoredAutoRefillLimit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    price: Option<StoredMoney>,
    pot: String,
    life: StoredLife,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredAutoRefillAmount {
    Fixed(i64),
    UpTo(i64),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredAutoRefillLimit {
    Credits(i64),
    Money(StoredMoney),
}

impl From<&TopUpTerms> for StoredTopUps {
    fn from(terms: &TopUpTerms) -> Self {
        let TopUpTerms { pot, life, packs } = terms;
        Self { pot: pot.0.clone(), life: (*life).into(), packs: packs.iter().map(Into::into).collect() }
    }
}

impl TryFrom<StoredTopUps> for TopUpTerms {
    type Error = StoredError;

    fn try_from(stored: StoredTopUps) -> Result<Self, StoredError> {
        let StoredTopUps { pot, life, packs } = stored;
        let packs = packs.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
        Ok(Self { pot: PotName(pot), life: life.try_into()?, packs })
    }
}

impl From<&Pack> for StoredPack {
    fn from(pack: &Pack) -> Self {
        let Pack { name, price, parts } = pack;
        Self { name: name.clone(), price: price.map(Into::into), parts: parts.iter().map(Into::into).collect() }
    }
}

impl TryFrom<StoredPack> for Pack {
    type Error = StoredError;

    fn try_from(stored: StoredPack) -> Result<Self, StoredError> {
        let StoredPack { name, price, parts } = stored;
        let parts = parts.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
        Ok(Self { name, price: price.map(TryInto::try_into).transpose()?, parts })
    }
}

impl From<&PackPart> for StoredPackPart {
    fn from(part: &PackPart) -> Self {
        let PackPart { amount, pot, life, bonus } = part;
        Self {
            amount: amount.units(),
            pot: pot.as_ref().map(|pot| pot.0.clone()),
            life: life.map(Into::into),
            bonus: *bonus,
        }
    }
}

impl TryFrom<StoredPackPart> for PackPart {
    type Error = StoredError;

    fn try_from(stored: StoredPackPart) -> Result<Self, StoredError> {
        let StoredPackPart { amount, pot, life, bonus } = stored;
        let life = life.map(TryInto::try_into).transpose()?;
        Ok(Self { amount: read_credits(amount)?, pot: pot.map(PotName), life, bonus })
    }
}

impl From<&AutoRefill> for StoredAutoRefill {
    fn from(refill: &AutoRefill) -> Self {
        let AutoRefill { below, counts, buys, at_most, price, pot, life } = refill;
        Self {
            below: below.units(),
            counts: counts.iter().map(|pot| pot.0.clone()).collect(),
            buys: match buys {
                AutoRefillAmount::Fixed(amount) => StoredAutoRefillAmount::Fixed(amount.units()),
                AutoRefillAmount::UpTo(target) => StoredAutoRefillAmount::UpTo(target.units()),
            },
            at_most: at_most.map(|limit| match limit {
                AutoRefillLimit::Credits(credits) => StoredAutoRefillLimit::Credits(credits.units()),
                AutoRefillLimit::Money(money) => StoredAutoRefillLimit::Money(money.into()),
            }),
            price: price.map(Into::into),
            pot: pot.0.clone(),
            life: (*life).into(),
        }
    }
}

impl TryFrom<StoredAutoRefill> for AutoRefill {
    type Error = StoredError;

    fn try_from(stored: StoredAutoRefill) -> Result<Self, StoredError> {
        let StoredAutoRefill { below, counts, buys, at_most, price, pot, life } = stored;
        Ok(Self {
            below: read_credits(below)?,
            counts: counts.into_iter().map(PotName).collect(),
            buys: match buys {
                StoredAutoRefillAmount::Fixed(amount) => AutoRefillAmount::Fixed(read_credits(amount)?),
                StoredAutoRefillAmount::UpTo(target) => AutoRefillAmount::UpTo(read_credits(target)?),
            },
            at_most: match at_most {
                None => None,
                Some(StoredAutoRefillLimit::Credits(units)) => Some(AutoRefillLimit::Credits(read_credits(units)?)),
                Some(StoredAutoRefillLimit::Money(money)) => Some(AutoRefillLimit::Money(money.try_into()?)),
            },
            price: price.map(TryInto::try_into).transpose()?,
            pot: PotName(pot),
            life: life.try_into()?,
        })
    }
}
