//! Which pots terms fill, and which of them are those that were filled before.

use super::Course;
use crate::calendar::Span;
use crate::facts::ChangeMode;
use crate::ledger::clock::{Clock, ClockNumber, Gives};
use crate::terms::{Cadence, GrantTerms, PotName, PotTerms, Terms, Trigger};

/// A pot that new terms fill, and the clock that fills it already, if one does.
pub(super) struct Filled<'a> {
    pub(super) pot: u16,
    pub(super) terms: &'a PotTerms,
    pub(super) grant: &'a GrantTerms,
    pub(super) clock: Option<ClockNumber>,
    /// Whether it runs with the plan's own cycle, that of the old terms or of the new ones.
    pub(super) with_main: bool,
}

impl Filled<'_> {
    /// How a change acts on it: a new cycle of the plan leaves alone what has a clock of its own.
    pub(super) const fn mode(&self, mode: ChangeMode) -> ChangeMode {
        match mode {
            ChangeMode::Full | ChangeMode::Both if !self.with_main => ChangeMode::Difference,
            _ => mode,
        }
    }
}

impl Course {
    /// Where one pot of the plan's cycle vanishes with new terms and one comes, they are one that has another name.
    pub(super) fn rename(&mut self, terms: &Terms) {
        let Some(old) = self.terms() else { return };
        let is_in = |terms: &Terms, name: &PotName| terms.pots.iter().any(|pot| pot.name == *name);
        let gone = self.clocks.iter().enumerate().filter_map(|(number, clock)| match clock.gives {
            Gives::Lot { pot, .. } if self.runs_with_main(number) => Some(usize::from(pot)),
            _ => None,
        });
        let gone: Vec<usize> = gone.filter(|&pot| !is_in(terms, &self.pots[pot].name)).collect();
        let cadence = largest_cadence(terms);
        let runs = |pot: &&PotTerms| pot.grant.as_ref().is_some_and(|grant| Some(grant.cadence) == cadence);
        let is_held = |name: &PotName| self.lots.iter().any(|lot| self.pots[usize::from(lot.pot)].name == *name);
        let came = terms.pots.iter().filter(runs).map(|pot| &pot.name);
        let came: Vec<&PotName> = came.filter(|name| !is_in(old, name) && !is_held(name)).collect();
        if let ([gone], [came]) = (gone.as_slice(), came.as_slice()) {
            let before = std::mem::replace(&mut self.pots[*gone].name, PotName::clone(came));
            if let Some(empty) =
                self.pots.iter().enumerate().position(|(pot, other)| pot != *gone && other.name == **came)
            {
                self.pots[empty].name = before;
            }
        }
    }

    /// The pots that terms fill by the calendar.
    pub(super) fn filled_by<'a>(&self, terms: &'a Terms) -> Vec<Filled<'a>> {
        let largest = largest_cadence(terms);
        let filled = terms.pots.iter().filter_map(|pot| {
            let grant = pot.grant.as_ref().filter(|grant| grant.is_by_calendar())?;
            let place = self.place_of(&pot.name)?;
            let fills = |clock: &Clock| match clock.gives {
                Gives::Lot { pot, .. } | Gives::Later { pot } => pot == place,
                Gives::Nothing | Gives::Refill { .. } => false,
            };
            let clock = self.clocks.iter().position(fills);
            let with_main = largest == Some(grant.cadence) || clock.is_some_and(|clock| self.runs_with_main(clock));
            Some(Filled { pot: place, terms: pot, grant, clock, with_main })
        });
        filled.collect()
    }
}

/// The cadence of the largest allotment that terms state.
fn largest_cadence(terms: &Terms) -> Option<Cadence> {
    let filled = terms.pots.iter().zip(0_u16..).filter_map(|(pot, place)| {
        let grant = pot.grant.as_ref().filter(|grant| grant.is_by_calendar())?;
        match grant.cadence {
            Cadence::Every { every, .. } => {
                Some((grant.amount.units().max(0), Span::from(every), place, grant.cadence))
            }
            Cadence::Once | Cadence::FirstUse { .. } => None,
        }
    });
    filled.max_by_key(|&(amount, every, place, _)| rank(amount, every, place)).map(|(.., cadence)| cadence)
}

/// Which allotment is the plan's own: the largest; of equal ones the longest, then the first in the terms.
pub(super) fn rank(amount: i64, every: Span, place: u16) -> impl Ord {
    (amount, (every.months, every.days, every.seconds), std::cmp::Reverse(place))
}

/// The pots that what a spend calls for goes by.
pub(super) fn counted_pots(terms: &Terms) -> impl Iterator<Item = &PotName> {
    let grants = terms.pots.iter().filter_map(|pot| pot.grant.as_ref());
    let empty = grants.flat_map(|grant| match &grant.trigger {
        Trigger::WhenEmpty(named) => named.as_slice(),
        Trigger::Calendar => &[],
    });
    let refill = terms.auto_refill.iter().flat_map(|refill| refill.counts.iter().chain([&refill.pot]));
    empty.chain(refill)
}
