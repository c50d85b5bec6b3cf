//! Change the plan's rules: a new version of the terms, or a correction of the one in force.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{ChangeMode, Facts, TermsVersion};
use runout_core::terms::Terms;

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::stored::{Origin, StoredService, StoredTermsVersion};
use crate::tables::documents::DocumentKind;
use crate::terms_document::MOST_POTS;
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
    /// Changes the terms. A version that begins at the same instant is replaced; what a preset could not say about the
    /// plan is no longer said beside terms of one's own.
    ///
    /// # Errors
    /// As [`with_terms`].
    pub fn change_terms(
        &mut self,
        terms: &Terms,
        from: TermsFrom,
        mode: ChangeMode,
        now: Instant,
    ) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let version = version(&work.contents.facts, terms, from, mode, now)?;
            let name = document_at(work, version.from);
            work.put(DocumentKind::Terms, &name, &StoredTermsVersion::from(&version))?;
            leave_the_preset(work)?;
            Ok(Change::named(match from {
                TermsFrom::Correct => format!("corrected the terms of {}", terms.name),
                _ => format!("changed the terms to {}", terms.name),
            }))
        })
    }
}

/// The facts as new terms would leave them; nothing is written.
///
/// # Errors
/// [`Refused::BadTerms`], [`Refused::NameEmpty`], [`Refused::BeforeStart`], [`Refused::NoRenewal`].
pub fn with_terms(
    facts: &Facts,
    terms: &Terms,
    from: TermsFrom,
    mode: ChangeMode,
    now: Instant,
) -> Result<Facts, Refused> {
    let version = version(facts, terms, from, mode, now)?;
    let mut facts = facts.clone();
    facts.terms.retain(|other| other.from != version.from);
    facts.terms.push(version);
    facts.terms.sort_by_key(|version| version.from);
    Ok(facts)
}

/// The version to be written.
fn version(
    facts: &Facts,
    terms: &Terms,
    from: TermsFrom,
    mode: ChangeMode,
    now: Instant,
) -> Result<TermsVersion, Refused> {
    make_sense(terms)?;
    let start = facts.service.start;
    let (from, mode) = match from {
        TermsFrom::Now => (now, mode),
        TermsFrom::Renewal(at) if at <= now => return Err(Refused::NoRenewal),
        TermsFrom::Renewal(at) => (at, ChangeMode::Next),
        TermsFrom::At(at) => (at, mode),
        TermsFrom::Correct => {
            let place = facts.terms.iter().rposition(|version| version.from <= now).unwrap_or(0);
            let before = facts.terms.get(place).ok_or(Refused::BadTerms("there are no terms yet"))?;
            return Ok(TermsVersion { terms: terms.clone(), ..before.clone() });
        }
    };
    if from < start {
        return Err(Refused::BeforeStart { start });
    }
    Ok(TermsVersion { from, terms: terms.clone(), mode })
}

/// The document that begins at this instant, or the next free one.
fn document_at(work: &Work<'_>, from: Instant) -> String {
    let contents = work.contents;
    let same = contents.facts.terms.iter().position(|version| version.from == from);
    same.map_or_else(|| work.free_name(), |place| contents.terms_names[place].clone())
}

/// What the preset could not say is no word about terms of one's own.
fn leave_the_preset(work: &mut Work<'_>) -> Result<(), JourneyError> {
    let origin = work.book.came_from(work.contents);
    if origin.nearest.is_some() {
        let (kind, name) = DocumentKind::SERVICE;
        let service = StoredService::from(&work.contents.facts.service);
        work.put(kind, name, &service.with_origin(Some(Origin { nearest: None, ..origin })))?;
    }
    Ok(())
}

/// Terms that the ledger can follow.
fn make_sense(terms: &Terms) -> Result<(), Refused> {
    if terms.name.trim().is_empty() {
        return Err(Refused::NameEmpty);
    }
    if terms.pots.is_empty() {
        return Err(Refused::BadTerms("a plan has one pot or more"));
    }
    if terms.pots.len() > MOST_POTS {
        return Err(Refused::BadTerms("a plan has at most 64 pots"));
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
