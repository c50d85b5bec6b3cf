//! A balance check while it is typed, and what its difference may have been.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, Span};

/// What the service shows, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Counter {
    /// The figure.
    pub amount: String,
    /// When it stood there: "yesterday 18:20"; empty or "now": now.
    pub on: String,
    /// The one pot that it is of; none: everything.
    pub pot: Option<String>,
}

/// A balance check while it is typed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CheckPreview {
    /// What was read; none where it is not an amount yet.
    pub shown: Option<Amount>,
    /// What Runout has there, as it would be typed: one key confirms it; none where that is not known.
    pub has: Option<String>,
    /// The pots of which one can be checked alone; none where there are fewer than two.
    pub pots: Vec<String>,
    /// What is wrong with it.
    pub refusal: Option<super::Refusal>,
    /// "Runout has 6,262, so 2,010 were not logged since Tue 1 Dec, 18:20." / "The same as Runout."
    pub words: Vec<Span>,
    /// `equal`, `less`, `more`, or `before` where it lies before the book's start; none while nothing was read.
    pub side: Option<String>,
    /// "What was it, most likely?"; none where nothing is offered.
    pub question: Option<String>,
    /// What it may have been, the likeliest first.
    pub offers: Vec<CheckOffer>,
    /// What follows without a reason: "Leave all 2,010 as unlogged. Counts for your pace, never for prices. …"
    pub outcome: Vec<Span>,
    /// "Checking now narrows the run-out from 9 days to 3", when it does by a third or more.
    pub narrows: Option<String>,
}

/// What a check's difference may have been.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CheckOffer {
    /// "1 Veo 3 Fast, 8 s, and 3 LTXV Turbo, 5 s".
    pub words: String,
    /// "1,750 + 255, 5 stay unlogged".
    pub meaning: String,
    /// How likely: "45 %"; none where that is not known.
    pub chance: Option<String>,
    /// What says so when the check is saved.
    pub reason: CheckReason,
}

/// What the user says that a check's difference was. It is saved with the check, in one step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CheckReason {
    /// These were not logged.
    Spends {
        /// The spends.
        spends: Vec<CheckSpend>,
    },
    /// Credits came back for a spend.
    Refund {
        /// The spend.
        of: i64,
    },
    /// Credits were given.
    Grant,
    /// The next renewal has come already.
    CameEarly,
    /// A renewal that had not come has come.
    CameLate,
    /// The renewal has not come yet.
    NotComeYet,
}

/// A spend that was not logged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckSpend {
    /// The action's id.
    pub action: String,
    /// Its settings.
    pub settings: BTreeMap<String, String>,
    /// How many pieces.
    pub count: u32,
    /// What they took, all together.
    pub credits: Amount,
}
