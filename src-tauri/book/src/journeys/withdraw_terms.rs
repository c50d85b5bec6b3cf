//! Take back terms that are still to come.

use runout_core::Instant;

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::tables::documents::DocumentKind;
use crate::transact::Change;

impl Book {
    /// Takes back the version of the terms that would begin at this instant.
    ///
    /// # Errors
    /// [`Refused::NoSuchTerms`] where none begins then, or where it holds already: that one is replaced, not taken back.
    pub fn withdraw_terms(&mut self, from: Instant, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let contents = work.contents;
            let pending = contents.facts.terms.iter().position(|version| version.from == from && from > now);
            let place = pending.ok_or(Refused::NoSuchTerms)?;
            let (name, plan) = (contents.terms_names[place].clone(), contents.facts.terms[place].terms.name.clone());
            work.take_away(DocumentKind::Terms, &name)?;
            Ok(Change::named(format!("took back the terms of {plan}")))
        })
    }
}
