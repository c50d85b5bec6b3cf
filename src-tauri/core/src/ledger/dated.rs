//! What the calendar reads from the log and the terms: everything that happens at an instant, apart from spends.

use super::clock::Shift;
use super::course::{ByHand, Happening};
use super::log::Log;
use crate::Instant;
use crate::facts::{ChangeMode, Fact, TermsVersion};

/// What happens when. What lies before the book's start is left out, but for the terms in force.
pub(super) fn happenings(log: &Log, terms: &[TermsVersion]) -> Vec<(Instant, Happening)> {
    let mut happenings: Vec<_> =
        versions(log.start, terms).into_iter().map(|(at, version)| (at, Happening::Terms(version))).collect();
    let mut entries: Vec<_> = log.dated.iter().collect();
    entries.sort_by_key(|entry| entry.id);
    entries.dedup_by_key(|entry| entry.id);
    happenings.extend(entries.into_iter().filter_map(|entry| {
        let happening = match &entry.fact {
            Fact::Grant(grant) => Happening::Given(entry.id, Box::new(grant.clone())),
            Fact::Void { lot } => Happening::Void(lot.clone()),
            Fact::Extend { lot, until } => Happening::Extend(lot.clone(), *until),
            Fact::Renewal { moves_anchor } => {
                Happening::Renew(ByHand { moves_anchor: *moves_anchor, ..ByHand::default() })
            }
            Fact::Cancel => Happening::Cancel,
            Fact::Pause => Happening::Pause,
            Fact::Resume => Happening::Resume,
            Fact::Shift { .. } | Fact::Spend(_) | Fact::Refund { .. } | Fact::Check(_) => return None,
        };
        Some((entry.at, happening))
    }));
    happenings
}

/// The renewals that come at another instant: of several entries about one, the one entered last holds.
pub(super) fn shifts(log: &Log) -> Vec<Shift> {
    let shifts = log.dated.iter().filter_map(|entry| match entry.fact {
        Fact::Shift { renewal, to } => Some((entry.id, Shift { renewal, to })),
        _ => None,
    });
    let mut shifts: Vec<_> = shifts.collect();
    shifts.sort_by_key(|(id, shift)| (shift.renewal, std::cmp::Reverse(*id)));
    shifts.dedup_by_key(|(_, shift)| shift.renewal);
    shifts.into_iter().map(|(_, shift)| shift).collect()
}

/// The versions of the terms in the order in which they begin; a correction takes the place of the terms before it.
pub(super) fn corrected(terms: &[TermsVersion]) -> Vec<TermsVersion> {
    let mut dated: Vec<&TermsVersion> = terms.iter().collect();
    dated.sort_by_key(|version| version.from);
    let mut versions: Vec<TermsVersion> = Vec::with_capacity(dated.len());
    for version in dated {
        match versions.last_mut() {
            Some(last) if version.mode == ChangeMode::Replace => last.terms.clone_from(&version.terms),
            _ => versions.push(version.clone()),
        }
    }
    versions
}

/// When each version of the terms begins; of those that begin at one instant only the last does.
fn versions(start: Instant, terms: &[TermsVersion]) -> Vec<(Instant, usize)> {
    let begins = |version: usize| terms[version].from.max(start);
    let mut versions: Vec<(Instant, usize)> = (0..terms.len()).map(|version| (begins(version), version)).collect();
    versions.sort_by_key(|&(_, version)| (terms[version].from, version));
    if let Some(first) = versions.first_mut() {
        first.0 = start;
    }
    versions.reverse();
    versions.dedup_by_key(|&mut (at, _)| at);
    versions.reverse();
    versions
}
