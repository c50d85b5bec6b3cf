//! The document of one version of the terms.
//!
//! What is usual is left out, so that terms written before a part was known read as terms without it.

mod carry;
mod grant;
mod pot;
mod top_ups;

use runout_core::facts::{ChangeMode, TermsVersion};
use runout_core::terms::{Overdrawn, PausedAnchor, Terms, WithinRank};
use serde::{Deserialize, Serialize};

use self::pot::StoredPot;
use self::top_ups::{StoredAutoRefill, StoredTopUps};
use super::amounts::{StoredMoney, read_credits};
use super::{StoredError, instant_text, read_instant};

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
    Replace,
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
    auto_refill: Option<StoredAutoRefill>,
    #[serde(default, skip_serializing_if = "StoredPause::is_usual")]
    pause: StoredPause,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    price: Option<StoredMoney>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredWithinRank {
    SoonestEnd,
    Oldest,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum StoredOverdrawn {
    ForgivenAtRenewal,
    Carried,
    Kept,
    Billed {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        limit: Option<i64>,
    },
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredPause {
    #[default]
    Moves,
    Stands,
}

impl StoredPause {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
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
        let Terms { name, pots, within_rank, overdrawn, top_ups, auto_refill, pause, price } = terms;
        Self {
            name: name.clone(),
            pots: pots.iter().map(Into::into).collect(),
            within_rank: match within_rank {
                WithinRank::SoonestEnd => StoredWithinRank::SoonestEnd,
                WithinRank::Oldest => StoredWithinRank::Oldest,
            },
            overdrawn: (*overdrawn).into(),
            top_ups: top_ups.as_ref().map(Into::into),
            auto_refill: auto_refill.as_ref().map(Into::into),
            pause: match pause {
                PausedAnchor::Moves => StoredPause::Moves,
                PausedAnchor::Stands => StoredPause::Stands,
            },
            price: price.map(Into::into),
        }
    }
}

impl TryFrom<StoredTerms> for Terms {
    type Error = StoredError;

    fn try_from(stored: StoredTerms) -> Result<Self, StoredError> {
        let StoredTerms { name, pots, within_rank, overdrawn, top_ups, auto_refill, pause, price } = stored;
        Ok(Self {
            name,
            pots: pots.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?,
            within_rank: match within_rank {
                StoredWithinRank::SoonestEnd => WithinRank::SoonestEnd,
                StoredWithinRank::Oldest => WithinRank::Oldest,
            },
            overdrawn: overdrawn.try_into()?,
            top_ups: top_ups.map(TryInto::try_into).transpose()?,
            auto_refill: auto_refill.map(TryInto::try_into).transpose()?,
            pause: match pause {
                StoredPause::Moves => PausedAnchor::Moves,
                StoredPause::Stands => PausedAnchor::Stands,
            },
            price: price.map(TryInto::try_into).transpose()?,
        })
    }
}

impl From<Overdrawn> for StoredOverdrawn {
    fn from(overdrawn: Overdrawn) -> Self {
        match overdrawn {
            Overdrawn::ForgivenAtRenewal => Self::ForgivenAtRenewal,
            Overdrawn::Carried => Self::Carried,
            Overdrawn::Kept => Self::Kept,
            Overdrawn::Billed { limit } => Self::Billed { limit: limit.map(|limit| limit.units()) },
        }
    }
}

impl TryFrom<StoredOverdrawn> for Overdrawn {
    type Error = StoredError;

    fn try_from(stored: StoredOverdrawn) -> Result<Self, StoredError> {
        Ok(match stored {
            StoredOverdrawn::ForgivenAtRenewal => Self::ForgivenAtRenewal,
            StoredOverdrawn::Carried => Self::Carried,
            StoredOverdrawn::Kept => Self::Kept,
            StoredOverdrawn::Billed { limit } => Self::Billed { limit: limit.map(read_credits).transpose()? },
        })
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
            ChangeMode::Replace => Self::Replace,
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
            StoredChangeMode::Replace => Self::Replace,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{read, write};
    use super::*;

    /// Terms as the first program wrote them, with the four carry rules that it had.
    const FIRST: &str = r#"{"from":"2026-11-14T23:00:00.000Z","mode":"difference","terms":{"name":"LTX Studio Standard",
        "pots":[{"name":"Monthly","rank":1,"grant":{"amount":28000,"cadence":{"every":{"every":{"count":1,"of":"month"},
        "day":"2026-11-15","time":"00:00:00","zone":"Europe/Berlin"}},"mode":"add"},"carry":"none"},
        {"name":"A","rank":1,"carry":"all"},{"name":"B","rank":1,"carry":{"up_to":56000}},
        {"name":"C","rank":2,"carry":{"cycles":1}}],"within_rank":"soonest_end","overdrawn":"forgiven_at_renewal",
        "top_ups":{"pot":"A","life":{"for":{"count":12,"of":"month"}}}}}"#;

    #[test]
    fn terms_of_the_first_form_are_read_and_written_again_as_they_were() {
        let stored: StoredTermsVersion = read(1, FIRST).unwrap();
        let version = TermsVersion::try_from(stored).unwrap();
        assert_eq!(version.terms.pause, PausedAnchor::Moves);
        let again = write(&StoredTermsVersion::from(&version)).unwrap();
        let squeezed: String = FIRST.lines().map(str::trim_start).collect();
        assert_eq!(again, squeezed);
    }
}
