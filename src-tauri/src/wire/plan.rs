//! The plan: its terms as sentences, its pots, its statements.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Amount, Refusal, Span, Statement};

/// The plan.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PlanView {
    /// "LTX Standard, since Thu 15 Oct 2026".
    pub title: String,
    /// The terms in force, for the sentences' fields.
    pub terms: TermsFields,
    /// The terms in words, for the reader and for `terms show`.
    pub words: String,
    /// What the preset could not say about the plan, in words.
    pub nearest: Option<String>,
    /// "Before: Lite, 8,000 each month, from Sun 15 Feb to Wed 14 Oct 2026."
    pub before: Vec<String>,
    /// The pots, in burn order.
    pub pots: Vec<PotView>,
    /// Two cycles side by side, the newer one last.
    pub statements: Vec<CycleStatement>,
    /// How many cycles there are.
    pub cycles: u32,
    /// The next renewal: "Tue 15 Dec".
    pub next_renewal: Option<String>,
}

/// The fields of the terms' sentences.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct TermsFields {
    /// The plan's name.
    pub name: String,
    /// "28,000".
    pub allotment: String,
    /// `once`, `daily`, `weekly`, `monthly`, `yearly`, `days` for every N days, `first_use` for a window that a spend
    /// opens.
    pub cadence: String,
    /// "each month", "every 30 days".
    pub cadence_words: String,
    /// The anchor's day of the month, for a monthly plan: "15".
    pub day: String,
    /// "00:00".
    pub time: String,
    /// "Europe/Berlin".
    pub zone: String,
    /// `none`, `all`, `up_to`, `cycles`, or `other` for a rule of several parts.
    pub carry: String,
    /// "56,000" for `up_to`, "2" for `cycles`, else empty.
    pub carry_amount: String,
    /// Whether top-ups are offered.
    pub top_ups: bool,
    /// `forever`, `days`, `months`, `years`, `renewal`, or `other`.
    pub life: String,
    /// "12" for 12 months.
    pub life_count: String,
    /// `forgiven`, `carried`, `kept` or `billed`.
    pub overdrawn: String,
    /// "35 USD", or empty.
    pub price: String,
}

/// A changed field of the terms, as typed, with the answers to "From when?" and "How?".
#[derive(Clone, Debug, Default, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TermsEdit {
    /// Only what changed is given.
    pub name: Option<String>,
    /// The allotment.
    pub allotment: Option<String>,
    /// The anchor's day of the month.
    pub day: Option<String>,
    /// The anchor's time of day.
    pub time: Option<String>,
    /// The zone of the anchor.
    pub zone: Option<String>,
    /// `none`, `all`, `up_to`, `cycles`.
    pub carry: Option<String>,
    /// For `up_to` and `cycles`.
    pub carry_amount: Option<String>,
    /// Whether top-ups are offered.
    pub top_ups: Option<bool>,
    /// `forever`, `days`, `months`, `years`, `renewal`.
    pub life: Option<String>,
    /// For days, months, years.
    pub life_count: Option<String>,
    /// `forgiven` or `carried`.
    pub overdrawn: Option<String>,
    /// "35 USD", or empty.
    pub price: Option<String>,
    /// `now`, `next` (the next renewal), `correct` (the version in force was wrong all along), or a date.
    pub from: String,
    /// `difference`, `up_to`, `full`, `prorate`, `both`; only asked where the allotment changes from now or a date.
    pub mode: Option<String>,
}

/// What a change of terms would do, before it is saved.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct TermsPreview {
    /// What is wrong.
    pub refusal: Option<Refusal>,
    /// Rows of "now" next to "then": balance, next renewal, what will lapse.
    pub rows: Vec<BeforeAfter>,
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
