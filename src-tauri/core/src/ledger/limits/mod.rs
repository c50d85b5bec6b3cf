//! What depends on spends beside the calendar: what a pot may pay and give, what a ceiling leaves, what a spend calls
//! for. The replay and the forecast ask the same rules; they differ only in how they know when a period turns.

mod call;
mod counters;

pub(crate) use call::{Find, RefillRule, TriggerRule};
pub(crate) use counters::Counters;

use crate::Instant;
use crate::calendar::{Span, nth_span, number_at};
use crate::terms::{Anchor, Interval, IntervalUnit, Overdrawn, Pays, PotName, PotTerms, Terms};

/// An action's place among the actions of a log.
pub(crate) type Action = u32;

/// The action of a spend that names none.
pub(crate) const NO_ACTION: Action = Action::MAX;

/// The limits of one version of the terms; pots are told by their places in the course.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    pots: Vec<PotRule>,
    /// The grants that a spend calls for, in the order of the terms.
    pub(crate) triggers: Vec<TriggerRule>,
    /// What the service buys by itself.
    pub(crate) refill: Option<RefillRule>,
    /// The periods within which what is taken is counted.
    pub(crate) periods: Vec<Period>,
    overdrawn: Overdrawn,
}

/// What holds for one pot.
#[derive(Clone, Debug, Default)]
struct PotRule {
    only: Option<Box<[Action]>>,
    day: Option<i64>,
    ceiling: Option<i64>,
}

/// A clock by which what is taken from a pot is counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Period {
    /// The pot.
    pub(crate) pot: u16,
    /// What it is for.
    pub(crate) of: Counted,
    /// Where it is counted from.
    pub(crate) anchor: Anchor,
    /// How long it is.
    pub(crate) every: Span,
}

/// What a period is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// The limit of a day.
    Day,
    /// The ceiling over several grants.
    Cycle,
}

impl Period {
    /// When the period that holds at an instant ends.
    pub(crate) fn end(&self, at: Instant) -> Instant {
        nth_span(&self.anchor, self.every, number_at(&self.anchor, self.every, at) + 1)
    }

    /// When the period that holds at an instant began.
    pub(crate) fn start(&self, at: Instant) -> Instant {
        nth_span(&self.anchor, self.every, number_at(&self.anchor, self.every, at))
    }
}

impl Rules {
    /// The limits of terms; `place` finds a pot, `actions` are those of the log.
    pub(crate) fn of(terms: &Terms, actions: &[String], place: impl Fn(&PotName) -> Option<u16>) -> Self {
        let mut rules = Self { overdrawn: terms.overdrawn, ..Self::default() };
        if !is_limited(terms) {
            return rules;
        }
        for pot in &terms.pots {
            let Some(number) = place(&pot.name) else { continue };
            if rules.pots.len() <= usize::from(number) {
                rules.pots.resize_with(usize::from(number) + 1, PotRule::default);
            }
            rules.pots[usize::from(number)] = PotRule::of(pot, actions);
            rules.periods.extend(periods(pot, number));
            rules.triggers.extend(TriggerRule::of(pot, number, &place));
        }
        rules.refill = terms.auto_refill.as_ref().and_then(|refill| RefillRule::of(refill, &place));
        rules
    }

    /// How many pots have rules.
    pub(crate) fn pots(&self) -> usize {
        self.pots.len()
    }

    /// What a pot may give today to a spend of an action.
    pub(crate) fn room(&self, counters: &Counters, pot: u16, action: Action) -> i64 {
        let Some(rule) = self.pots.get(usize::from(pot)) else { return i64::MAX };
        if rule.only.as_ref().is_some_and(|only| !only.contains(&action)) {
            return 0;
        }
        self.room_today(counters, pot)
    }

    /// What a pot may give today to some spend.
    pub(crate) fn room_today(&self, counters: &Counters, pot: u16) -> i64 {
        let day = self.pots.get(usize::from(pot)).and_then(|rule| rule.day);
        day.map_or(i64::MAX, |day| (day - counters.today(pot)).max(0))
    }

    /// Whether a spend needs no more than the lots in their order.
    pub(crate) fn is_plain(&self) -> bool {
        let is_kept_or_billed = matches!(self.overdrawn, Overdrawn::Kept | Overdrawn::Billed { .. });
        self.pots.is_empty() && self.refill.is_none() && !is_kept_or_billed
    }

    /// What a grant of the plan fills: min(amount, ceiling − taken).
    pub(crate) fn within_ceiling(&self, counters: &Counters, pot: u16, amount: i64) -> i64 {
        let ceiling = self.pots.get(usize::from(pot)).and_then(|rule| rule.ceiling);
        ceiling.map_or(amount, |ceiling| amount.min(ceiling - counters.cycle(pot)).max(0))
    }

    /// Whether a pot has a ceiling.
    pub(crate) fn has_ceiling(&self, pot: u16) -> bool {
        self.pots.get(usize::from(pot)).is_some_and(|rule| rule.ceiling.is_some())
    }

    /// Whether credits that appear pay what is overdrawn.
    pub(crate) fn pays_off(&self) -> bool {
        self.overdrawn != Overdrawn::Kept
    }

    /// What of an amount that no lot covers is granted on account, and counted as such.
    pub(crate) fn bill(&self, counters: &mut Counters, uncovered: i64) -> i64 {
        let Overdrawn::Billed { limit } = self.overdrawn else { return 0 };
        let room = limit.map_or(i64::MAX, |limit| (limit.units() - counters.billed).max(0));
        let billed = uncovered.min(room);
        counters.billed += billed;
        billed
    }

    /// Whether a spend may call for a grant.
    pub(crate) fn calls(&self) -> bool {
        !self.triggers.is_empty() || self.refill.is_some()
    }
}

impl PotRule {
    fn of(pot: &PotTerms, actions: &[String]) -> Self {
        let only = match &pot.pays {
            Pays::Everything => None,
            Pays::Only(named) => {
                let is_named = |action: &String| named.iter().any(|name| name.to_lowercase() == *action);
                let numbered = (0..).zip(actions).filter(|(_, action)| is_named(action));
                Some(numbered.map(|(number, _)| number).collect())
            }
        };
        let ceiling = pot.grant.as_ref().and_then(|grant| grant.ceiling);
        Self {
            only,
            day: pot.day_limit.map(|limit| limit.amount.units()),
            ceiling: ceiling.map(|ceiling| ceiling.amount.units()),
        }
    }
}

fn periods(pot: &PotTerms, number: u16) -> impl Iterator<Item = Period> {
    let day = Span::from(Interval { count: 1, of: IntervalUnit::Day });
    let day = pot.day_limit.map(|limit| Period { pot: number, of: Counted::Day, anchor: limit.from, every: day });
    let ceiling = pot.grant.as_ref().and_then(|grant| grant.ceiling).map(|ceiling| {
        let (anchor, every) = (ceiling.anchor, Span::from(ceiling.every));
        Period { pot: number, of: Counted::Cycle, anchor, every }
    });
    day.into_iter().chain(ceiling)
}

/// Whether it matters under these terms when each single spend comes, and for what.
pub(crate) fn is_limited(terms: &Terms) -> bool {
    let limited = |pot: &PotTerms| {
        pot.pays != Pays::Everything
            || pot.day_limit.is_some()
            || pot.grant.as_ref().is_some_and(|grant| grant.ceiling.is_some() || !grant.is_by_calendar())
    };
    terms.auto_refill.is_some() || terms.pots.iter().any(limited)
}
