//! An entry's document, by kind.

use runout_core::facts::{Check, EntryId, Fact, LotId};
use runout_core::terms::PotName;
use serde::{Deserialize, Serialize};

use super::StoredError;
use super::amounts::read_credits;
use super::grant::StoredGrant;
use super::spend::StoredSpend;
use super::{instant_text, read_instant};

/// What happened.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum StoredFact {
    /// A spend.
    Spend(StoredSpend),
    /// Credits that came back.
    Refund {
        /// The spend's id.
        of: i64,
        /// How much.
        amount: i64,
    },
    /// A lot.
    Grant(StoredGrant),
    /// The end of a lot.
    Void {
        /// The lot's id.
        lot: String,
    },
    /// Another end for a lot.
    Extend {
        /// The lot's id.
        lot: String,
        /// Its new end.
        until: String,
    },
    /// What the service showed.
    Check {
        /// The figure.
        shown: i64,
        /// One pot, or everything.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pot: Option<String>,
        /// The spend whose typed balance this is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of_spend: Option<i64>,
    },
    /// A renewal by hand.
    Renewal {
        /// Whether the schedule is counted from here.
        moves_anchor: bool,
    },
    /// A renewal that came at another instant, or has not come.
    Shift {
        /// When the schedule says that it comes.
        renewal: String,
        /// When it came; left out while it has not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    },
    /// The plan ends with its cycle.
    Cancel,
    /// Nothing is granted from here on.
    Pause,
    /// The end of a pause, or of a cancellation.
    Resume,
}

impl From<&Fact> for StoredFact {
    fn from(fact: &Fact) -> Self {
        match fact {
            Fact::Spend(spend) => Self::Spend(spend.into()),
            Fact::Refund { of, amount } => Self::Refund { of: of.0, amount: amount.units() },
            Fact::Grant(grant) => Self::Grant(grant.into()),
            Fact::Void { lot } => Self::Void { lot: lot.0.clone() },
            Fact::Extend { lot, until } => Self::Extend { lot: lot.0.clone(), until: instant_text(*until) },
            Fact::Check(Check { shown, pot, of_spend }) => Self::Check {
                shown: shown.units(),
                pot: pot.as_ref().map(|pot| pot.0.clone()),
                of_spend: of_spend.map(|id| id.0),
            },
            Fact::Renewal { moves_anchor } => Self::Renewal { moves_anchor: *moves_anchor },
            Fact::Shift { renewal, to } => Self::Shift { renewal: instant_text(*renewal), to: to.map(instant_text) },
            Fact::Cancel => Self::Cancel,
            Fact::Pause => Self::Pause,
            Fact::Resume => Self::Resume,
        }
    }
}

impl TryFrom<StoredFact> for Fact {
    type Error = StoredError;

    fn try_from(stored: StoredFact) -> Result<Self, StoredError> {
        Ok(match stored {
            StoredFact::Spend(spend) => Self::Spend(spend.try_into()?),
            StoredFact::Refund { of, amount } if amount >= 0 => {
                Self::Refund { of: EntryId(of), amount: read_credits(amount)? }
            }
            StoredFact::Refund { amount, .. } => return Err(StoredError::value(amount, "a refund of 0 or more")),
            StoredFact::Grant(grant) => Self::Grant(grant.try_into()?),
            StoredFact::Void { lot } => Self::Void { lot: LotId(lot) },
            StoredFact::Extend { lot, until } => Self::Extend { lot: LotId(lot), until: read_instant(&until)? },
            StoredFact::Check { shown, pot, of_spend } => Self::Check(Check {
                shown: read_credits(shown)?,
                pot: pot.map(PotName),
                of_spend: of_spend.map(EntryId),
            }),
            StoredFact::Renewal { moves_anchor } => Self::Renewal { moves_anchor },
            StoredFact::Shift { renewal, to } => {
                let to = to.as_deref().map(read_instant).transpose()?;
                Self::Shift { renewal: read_instant(&renewal)?, to }
            }
            StoredFact::Cancel => Self::Cancel,
            StoredFact::Pause => Self::Pause,
            StoredFact::Resume => Self::Resume,
        })
    }
}
