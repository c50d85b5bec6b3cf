//! A pot's page: why its lots are there, what they will pay, when they end, and what was lost.

use serde::Serialize;
use ts_rs::TS;

use super::{LotView, PotView, Span};

/// A pot's page.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PotPage {
    /// The pot, as the plan lists it.
    pub pot: PotView,
    /// "Pays first, before Top-ups. Nothing rolls over."
    pub pays: Vec<Span>,
    /// The lots that have not ended, in burn order.
    pub lots: Vec<LotStory>,
    /// Those that have, the newest first.
    pub ended: Vec<LotStory>,
    /// "4,058 lapsed since the book began on Thu 15 Oct, in 3 lapses."
    pub lost: Vec<Span>,
    /// Every lapse of the pot, the newest first.
    pub losses: Vec<LossView>,
    /// What renewals forgave of what was overdrawn, in a sentence; it belongs to no pot.
    pub forgiven: Option<String>,
}

/// A lot in words.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LotStory {
    /// The lot, as the plan lists it.
    pub lot: LotView,
    /// "Granted by the renewal of Sun 15 Nov."
    pub why: String,
    /// "Pays next."; empty for one that has ended.
    pub pays: String,
    /// "Ends with Mon 14 Dec: what is left at the renewal lapses."
    pub ends: String,
    /// "2,058 of it lapsed."
    pub lost: Option<String>,
}

/// Credits that lapsed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LossView {
    /// "Sun 15 Nov, 00:00".
    pub when: String,
    /// "not carried over".
    pub words: String,
    /// "2,058".
    pub credits: String,
}
