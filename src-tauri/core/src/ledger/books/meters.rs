//! Counts what is taken from limited pots within the running periods of their limits.

use std::sync::Arc;

use super::{Books, Part, place};
use crate::Instant;
use crate::facts::TermsVersion;
use crate::ledger::course::Course;
use crate::ledger::limits::{Period, Rules};
use crate::terms::Pays;

/// A limit's running period.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meter {
    period: Period,
    /// When it turns; none before the first.
    until: Option<Instant>,
    /// The first part that was taken within it.
    from: u32,
}

impl Books {
    /// Numbers the actions: those of the log, in its order, then others that terms name.
    pub(crate) fn know(&mut self, logged: &[String], terms: &[TermsVersion]) {
        let mut actions = logged.to_vec();
        for pot in terms.iter().flat_map(|version| &version.terms.pots) {
            let Pays::Only(named) = &pot.pays else { continue };
            for name in named.iter().map(|name| name.to_lowercase()) {
                if !actions.contains(&name) {
                    actions.push(name);
                }
            }
        }
        self.limits.actions = actions.into();
    }

    /// Makes the limits those of the terms in force, and turns every period that has ended.
    pub(crate) fn turn(&mut self, course: &Course, at: Instant) {
        if self.limits.version != course.version() {
            self.limit(course);
        }
        for index in 0..self.limits.meters.len() {
            if self.limits.meters[index].until.is_none_or(|until| until <= at) {
                self.begin_period(index, course, at);
            }
        }
        let began = course.main_clock().map(|main| main.last);
        if self.limits.began != began {
            self.limits.began = began;
            self.limits.first = self.next_payer();
            self.limits.counters.renew();
        }
    }

    fn limit(&mut self, course: &Course) {
        let limits = &mut self.limits;
        limits.version = course.version();
        let rules = course.terms().map(|terms| Rules::of(terms, &limits.actions, |name| course.place_of(name)));
        limits.rules = Arc::new(rules.unwrap_or_default());
        limits.counters.make_room(limits.rules.pots());
        let meter = |&period: &Period| Meter { period, until: None, from: 0 };
        limits.meters = limits.rules.periods.iter().map(meter).collect();
    }

    /// Counts anew what was taken since the period that holds began.
    fn begin_period(&mut self, index: usize, course: &Course, at: Instant) {
        let period = self.limits.meters[index].period;
        let Period { pot, of, .. } = period;
        let since = period.start(at);
        let from = self.parts.partition_point(|part| part.at < since);
        let own = |part: &&Part| course.lots[part.slot as usize].pot == pot;
        let taken = self.parts[from..].iter().filter(own).map(|part| part.amount).sum();
        let meter = &mut self.limits.meters[index];
        (meter.from, meter.until) = (place(from), Some(period.end(at)));
        if let Some(count) = self.limits.counters.of(pot, of) {
            *count = taken;
        }
    }

    /// A part of what a pot gave comes back: it gives room in the periods within which it was taken.
    pub(super) fn give_room(&mut self, place: u32, pot: u16, back: i64) {
        let limits = &mut self.limits;
        for meter in limits.meters.iter().filter(|meter| meter.period.pot == pot && place >= meter.from) {
            if let Some(count) = limits.counters.of(pot, meter.period.of) {
                *count -= back;
            }
        }
    }
}
