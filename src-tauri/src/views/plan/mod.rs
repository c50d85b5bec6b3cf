//! The plan: its terms as sentences, its pots, its statements.

mod change;
mod edit;
mod fields;
mod pots;
mod sentences;
mod statements;

use runout_core::Instant;
use runout_core::facts::TermsVersion;
use runout_core::ledger::LedgerError;
use runout_core::outlook::Outlook;

pub use change::{PlanChange, change};
pub use edit::{Edit, read as read_edit, read_day_of_month, read_money, read_zone};
pub use fields::{fields, main_pot, money};
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

/// The terms in force now: the last version that has begun.
pub fn in_force<'a>(outlook: &Outlook<'a>) -> Option<&'a TermsVersion> {
    let terms = &outlook.facts.terms;
    terms.iter().rev().find(|version| version.from <= outlook.now).or(terms.first())
}

/// "Before: Lite, 8,000 each month, from Sun 15 Feb to Wed 14 Oct 2026.", and what is still to come.
fn before(outlook: &Outlook<'_>, pen: &Pen) -> Vec<String> {
    let terms = &outlook.facts.terms;
    let ends = terms.iter().skip(1).map(|version| Some(version.from)).chain([None]);
    let others =
        terms.iter().zip(ends).filter(|(version, end)| version.from > pen.now || end.is_some_and(|end| end <= pen.now));
    others.map(|(version, end)| line(version, end, pen)).collect()
}

fn line(version: &TermsVersion, end: Option<Instant>, pen: &Pen) -> String {
    let fields = fields(&version.terms, pen);
    let from = pen.date_of(version.from);
    let what = format!("{}, {} {}", version.terms.name, fields.allotment, fields.cadence_words);
    match end.filter(|end| *end <= pen.now) {
        None => format!("From {}: {what}.", Pen::day_and_year(from)),
        Some(end) => {
            let last = pen.date_of(end).pred_opt().unwrap_or(from);
            format!("Before: {what}, from {} to {}.", pen.day(from), Pen::day_and_year(last))
        }
    }
}
