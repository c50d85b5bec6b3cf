//! From when new terms hold, and how they begin, as typed.

use runout_book::TermsFrom;
use runout_core::calendar;
use runout_core::facts::ChangeMode;
use runout_core::outlook::Outlook;
use runout_core::terms::Terms;
use runout_core::words::{self, Lean};

use super::super::pen::Pen;
use crate::refusal::refusal;
use crate::wire::{Refusal, TermsWish};

/// New terms, from when on, and what happens to what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The new rules.
    pub terms: Terms,
    /// From when on.
    pub from: TermsFrom,
    /// What happens at that instant.
    pub mode: ChangeMode,
}

/// Reads from when a draft would hold, and how it would begin.
///
/// # Errors
/// A refusal at `from` or `mode`.
pub fn read_wish(wish: &TermsWish, terms: Terms, outlook: &Outlook<'_>, pen: &Pen) -> Result<Edit, Refusal> {
    let from = from(&wish.from, outlook, pen)?;
    let mode = if matches!(from, TermsFrom::Renewal(_)) { ChangeMode::Next } else { mode(wish.mode.as_deref())? };
    Ok(Edit { terms, from, mode })
}

fn from(typed: &str, outlook: &Outlook<'_>, pen: &Pen) -> Result<TermsFrom, Refusal> {
    match typed {
        "now" => Ok(TermsFrom::Now),
        "correct" => Ok(TermsFrom::Correct),
        "next" => {
            let none = || refusal("no_renewal", "These terms have no next renewal. Choose now, or a date.").at("from");
            outlook.renewal().map(TermsFrom::Renewal).ok_or_else(none)
        }
        date => {
            let day =
                words::read_day(date, pen.today, Lean::Future).map_err(|error| Refusal::from(error).at("from"))?;
            Ok(TermsFrom::At(calendar::start_of(day, pen.zone)))
        }
    }
}

fn mode(typed: Option<&str>) -> Result<ChangeMode, Refusal> {
    match typed {
        None | Some("difference") => Ok(ChangeMode::Difference),
        Some("up_to") => Ok(ChangeMode::UpTo),
        Some("full") => Ok(ChangeMode::Full),
        Some("prorate") => Ok(ChangeMode::Prorate),
        Some("both") => Ok(ChangeMode::Both),
        Some(other) => Err(refusal("no_such_choice", format!("“{other}” cannot be chosen here.")).at("mode")),
    }
}
