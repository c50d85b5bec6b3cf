//! Change the plan's rules: a new version of the terms, or a correction of the one in force.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{ChangeMode, TermsVersion};
use runout_core::terms::Terms;

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::stored::StoredTermsVersion;
use crate::tables::documents::DocumentKind;
use crate::transact::{Change, Work};

/// From when new terms hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermsFrom {
    /// From now.
    Now,
    /// From this renewal on (the ledger knows the next one): what is left follows the new carry rule.
    Renewal(Instant),
    /// From this instant, which may lie in the past.
    At(Instant),
    /// All along: the version in force was wrong, and is replaced.
    Correct,
}

impl Book {
    /// Changes the terms. A version that begins at the same instant is replaced.
    ///
    /// # Errors
    /// [`Refused::BadTerms`], [`Refused::BeforeStart`], [`Refused::NoRenewal`].
    pub fn change_terms(
        &mut self,
        terms: &Terms,
        from: TermsFrom,
        mode: ChangeMode,
        now: Instant,
    ) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            make_sense(terms)?;
            let (name, version) = version(work, terms, from, mode, now)?;
            work.put(DocumentKind::Terms, &name, &StoredTermsVersion::from(&version))?;
            Ok(Change::named(match from {
                TermsFrom::Correct => format!("corrected the terms of {}", terms.name),
                _ => format!("changed the terms to {}", terms.name),
            }))
        })
    }
}

/// The version to be written, and the document that holds it.
fn version(
    work: &Work<'_>,
    terms: &Terms,
    from: TermsFrom,
    mode: ChangeMode,
    now: Instant,
) -> Result<(String, TermsVersion), Refused> {
    let start = work.contents.facts.service.start;
    let (from, mode) = match from {
        TermsFrom::Now => (now, mode),
        TermsFrom::Renewal(at) if at <= now => return Err(Refused::NoRenewal),
        TermsFrom::Renewal(at) => (at, ChangeMode::Next),
        TermsFrom::At(at) => (at, mode),
        TermsFrom::Correct => {
            let (name, before) = work.contents.terms_at(now).ok_or(Refused::BadTerms("there are no terms yet"))?;
            return Ok((name.to_owned(), TermsVersion { terms: terms.clone(), ..before.clone() }));
        }
    };
    if from < start {
        return Err(Refused::BeforeStart { start });
    }
    Ok((document_at(work, from), TermsVersion { from, terms: terms.clone(), mode }))
}

/// The document that begins at this instant, or the next free one.
fn document_at(work: &Work<'_>, from: Instant) -> String {
    let contents = work.contents;
    let same = contents.facts.terms.iter().position(|version| version.from == from);
    same.map_or_else(|| work.free_name(), |place| contents.terms_names[place].clone())
}

/// Terms that the ledger can follow.
fn make_sense(terms: &Terms) -> Result<(), Refused> {
    if terms.name.trim().is_empty() {
        return Err(Refused::NameEmpty);
    }
    if terms.pots.is_empty() {
        return Err(Refused::BadTerms("a plan has one pot or more"));
    }
    for (place, pot) in terms.pots.iter().enumerate() {
        if pot.name.0.trim().is_empty() {
            return Err(Refused::NameEmpty);
        }
        if terms.pots[..place].iter().any(|other| other.name == pot.name) {
            return Err(Refused::BadTerms("two pots have the same name"));
        }
        if pot.grant.as_ref().is_some_and(|grant| grant.amount < Credits::ZERO) {
            return Err(Refused::BadTerms("an allotment cannot be below 0"));
        }
    }
    Ok(())
}
