//! The plan: its terms as sentences, its pots, its statements.

mod change;
mod edit;
mod fields;
mod pots;
mod sentences;
mod statements;

use runout_core::facts::TermsVersion;
use runout_core::ledger::LedgerError;
use runout_core::outlook::Outlook;

pub use change::{PlanChange, change};
pub use edit::{Edit, read as read_edit, read_day_of_month, read_money, read_zone};
pub use fields::{fields, interval, main_pot, money};
pub use pots::{lapses_ahead, lot_view, pot_view};
pub use sentences::{ordinal, sentences};

use super::pen::Pen;
use crate::wire::PlanView;

/// The plan, with the statements of two cycles: `cycle` 0 is the running one and the one before;
/// `nearest` is what the preset could not say about the plan.
///
/// # Errors
/// [`LedgerError`] where a sum is beyond what a book can hold.
pub fn plan(outlook: &Outlook<'_>, pen: &Pen, nearest: Option<String>, cycle: u32) -> Result<PlanView, LedgerError> {
    let version = in_force(outlook).ok_or(LedgerError::NoTerms)?;
    let (statements, cycles) = statements::statements(outlook, pen, cycle)?;
    Ok(PlanView {
        title: format!("{}, since {}", version.terms.name, Pen::day_and_year(pen.date_of(version.from))),
        terms: fields(&version.terms, pen),
        words: sentences(&outlook.facts.service.name, &outlook.facts.service.unit, &version.terms, pen),
        nearest,
        before: before(outlook, pen),
        pots: pots::pots(outlook, pen),
        statements,
        cycles,
        next_renewal: outlook.renewal().map(|at| pen.day_of(at)),
    })
}

/// The terms in force now; before the book's start, those that it begins with.
pub fn in_force<'a>(outlook: &'a Outlook<'_>) -> Option<&'a TermsVersion> {
    outlook.ledger.version().or(outlook.facts.terms.first())
}

/// "Before: Lite, 8,000 each month, from Sun 15 Feb to Wed 14 Oct 2026.", and what is still to come.
fn before(outlook: &Outlook<'_>, pen: &Pen) -> Vec<String> {
    let (before, to_come) = outlook.ledger.other_versions();
    let in_force = in_force(outlook).into_iter();
    let ends = before.iter().skip(1).chain(in_force).map(|next| pen.date_of(next.from));
    let before = before.iter().zip(ends).map(|(version, end)| {
        let (from, last) = (pen.date_of(version.from), end.pred_opt().unwrap_or(end));
        format!("Before: {}, from {} to {}.", what(version, pen), pen.day(from), Pen::day_and_year(last))
    });
    let to_come = to_come
        .iter()
        .map(|version| format!("From {}: {}.", Pen::day_and_year(pen.date_of(version.from)), what(version, pen)));
    before.chain(to_come).collect()
}

/// "Lite, 8,000 each month".
fn what(version: &TermsVersion, pen: &Pen) -> String {
    let fields = fields(&version.terms, pen);
    format!("{}, {} {}", version.terms.name, fields.allotment, fields.cadence_words)
}
