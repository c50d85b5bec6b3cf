//! The plan: its terms as sentences, its pots, its statements.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, Span, Statement, TermsPreset, TermsVersionView, TermsView};

/// The plan.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PlanView {
    /// "LTX Standard, since Thu 15 Oct 2026".
    pub title: String,
    /// The terms in force, as sentences with fields.
    pub terms: TermsView,
    /// What terms can start from.
    pub presets: Vec<TermsPreset>,
    /// Up to when the presets were looked up: "Nov 2026".
    pub presets_as_of: String,
    /// What the preset could not say about the plan, in words.
    pub nearest: Option<String>,
    /// Every version of the terms, oldest first.
    pub versions: Vec<TermsVersionView>,
    /// The pots, in burn order.
    pub pots: Vec<PotView>,
    /// The packs that a top-up can be filled in from.
    pub packs: Vec<PackView>,
    /// Two cycles side by side, the newer one last.
    pub statements: Vec<CycleStatement>,
    /// How many cycles there are.
    pub cycles: u32,
    /// The next renewal: "Tue 15 Dec".
    pub next_renewal: Option<String>,
}

/// A figure before and after.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct BeforeAfter {
    /// "Left".
    pub what: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// A pot.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PotView {
    /// Its place in the burn order, from 1.
    pub place: u32,
    /// Its name.
    pub name: String,
    /// What is left, for the bar.
    pub left: Amount,
    /// What was granted, for the bar; 0 where nothing was.
    pub granted: Amount,
    /// What will lapse, for the hatch.
    pub will_lapse: Amount,
    /// "6,262".
    pub left_words: String,
    /// "28,000".
    pub granted_words: String,
    /// "Granted Sun 15 Nov, ends Mon 14 Dec, 24:00." and "≈ 1,300 will lapse."
    pub words: Vec<Span>,
    /// Its lots in burn order, when it has any.
    pub lots: Vec<LotView>,
}

/// A lot.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LotView {
    /// Its id.
    pub id: String,
    /// "5,000".
    pub left: String,
    /// "5,000".
    pub granted: String,
    /// "Top-up of Wed 3 Dec, 12.00 EUR", "Granted Sun 15 Nov".
    pub words: String,
    /// "ends Wed 3 Mar, 24:00", "does not end".
    pub ends: String,
    /// The entry that made it, if it can be deleted or ended by hand.
    pub entry: Option<i64>,
}

/// A pack that the terms offer, in the words of a top-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PackView {
    /// "3,000 credits".
    pub name: String,
    /// "3,000".
    pub amount: String,
    /// "12.50 USD"; empty where it is not known.
    pub cost: String,
    /// Its last day where it is bought now, or `never`; empty: as the terms say.
    pub ends: String,
}

/// A cycle's statement.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CycleStatement {
    /// "15 Oct to 14 Nov", "15 Nov to now".
    pub words: String,
    /// The rows, in order: "Opening", "Granted", …, with "+28,000", "−2,058", "–".
    pub rows: Vec<StatementRow>,
    /// The figures; what `statement --json` prints.
    pub statement: Statement,
    /// Whether it adds up; the window says so if it does not.
    pub adds_up: bool,
}

/// A row of a statement.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct StatementRow {
    /// "Lapsed at the renewal".
    pub words: String,
    /// "−2,058".
    pub figure: Span,
}

/// A top-up or a grant, as typed.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TopUp {
    /// "5,000".
    pub amount: String,
    /// When; empty for now.
    pub on: String,
    /// The last day on which it can be used; empty: as the terms say; `never`: it does not end.
    pub ends: String,
    /// "12.00 EUR", or empty.
    pub cost: String,
    /// Whether it was bought, or given.
    pub bought: bool,
}
