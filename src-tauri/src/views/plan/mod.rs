//! The plan: its terms as sentences, its pots, its statements.

mod change;
mod main_pot;
mod notes;
mod packs;
mod pots;
mod statements;
mod then;
mod typed;
mod versions;
mod wish;

use runout_core::facts::TermsVersion;
use runout_core::ledger::LedgerError;
use runout_core::outlook::Outlook;

pub use change::{PlanChange, change};
pub use main_pot::main_pot;
pub use notes::notes;
pub use pots::{lapses_ahead, lot_view, pot_view};
pub use typed::{money, ordinal, read_day_of_month, read_money, read_zone};
pub use wish::{Edit, read_wish};

use super::pen::Pen;
use super::terms::{self, Voice};
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
        terms: terms::view(&version.terms, &Voice::of(outlook, pen)),
        presets: terms::presets(&outlook.facts.service.name, &pen.figures),
        presets_as_of: terms::presets_as_of(),
        nearest,
        versions: versions::versions(outlook, pen),
        pots: pots::pots(outlook, pen),
        packs: packs::packs(outlook, pen),
        statements,
        cycles,
        next_renewal: outlook.renewal().map(|at| pen.day_of(at)),
    })
}

/// The terms in force now; before the book's start, those that it begins with.
pub fn in_force<'a>(outlook: &'a Outlook<'_>) -> Option<&'a TermsVersion> {
    outlook.ledger.version().or(outlook.facts.terms.first())
}
