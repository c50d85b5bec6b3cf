//! A spend's document: the most frequent one, so what is usual is left out.

use std::collections::BTreeMap;

use runout_core::actions::{ActionId, Key};
use runout_core::facts::{Spend, SpendState, Verdict};
use serde::{Deserialize, Serialize};

use super::StoredError;
use super::action::is_false;
use super::amounts::read_credits;

/// Credits that one generation, or a batch, took.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredSpend {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    action: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    settings: BTreeMap<String, String>,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    count: u32,
    credits: i64,
    #[serde(default, skip_serializing_if = "is_false")]
    estimated: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    derived: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "is_false")]
    refund_expected: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    reserved: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    verdict: Option<StoredVerdict>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredVerdict {
    Keeper,
    Reject,
    Failed,
}

const fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_one(count: &u32) -> bool {
    *count == 1
}

impl From<&Spend> for StoredSpend {
    fn from(spend: &Spend) -> Self {
        let Spend { key, count, credits, estimated, derived, tags, note, state, verdict } = spend;
        let (action, settings) = match key {
            Some(Key { action, settings }) => (Some(action.0.clone()), settings.clone()),
            None => (None, BTreeMap::new()),
        };
        Self {
            action,
            settings,
            count: *count,
            credits: credits.units(),
            estimated: *estimated,
            derived: *derived,
            tags: tags.clone(),
            note: note.clone(),
            refund_expected: *state == SpendState::RefundExpected,
            reserved: *state == SpendState::Reserved,
            verdict: verdict.map(Into::into),
        }
    }
}

impl TryFrom<StoredSpend> for Spend {
    type Error = StoredError;

    fn try_from(stored: StoredSpend) -> Result<Self, StoredError> {
        let StoredSpend {
            action,
            settings,
            count,
            credits,
            estimated,
            derived,
            tags,
            note,
            refund_expected,
            reserved,
            verdict,
        } = stored;
        if count == 0 {
            return Err(StoredError::value(count, "a count of 1 or more"));
        }
        if credits < 0 {
            return Err(StoredError::value(credits, "a spend of 0 or more"));
        }
        Ok(Self {
            key: action.map(|action| Key { action: ActionId(action), settings }),
            count,
            credits: read_credits(credits)?,
            estimated,
            derived,
            tags,
            note,
            state: match (refund_expected, reserved) {
                (_, true) => SpendState::Reserved,
                (true, false) => SpendState::RefundExpected,
                (false, false) => SpendState::Charged,
            },
            verdict: verdict.map(Into::into),
        })
    }
}

impl From<Verdict> for StoredVerdict {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Keeper => Self::Keeper,
            Verdict::Reject => Self::Reject,
            Verdict::Failed => Self::Failed,
        }
    }
}

impl From<StoredVerdict> for Verdict {
    fn from(verdict: StoredVerdict) -> Self {
        match verdict {
            StoredVerdict::Keeper => Self::Keeper,
            StoredVerdict::Reject => Self::Reject,
            StoredVerdict::Failed => Self::Failed,
        }
    }
}
