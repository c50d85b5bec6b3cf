//! What the spends ahead may call for: an empty lot per day and trigger, made before it is known whether it is called
//! for, so that a walk allocates nothing.

use super::compile::Draft;
use super::{Act, Offer, Opened, Stretch, place};
use crate::Instant;
use crate::ledger::course::{Called, Course};
use crate::ledger::limits::{Period, Rules};
use crate::ledger::pool::Slot;
use std::sync::Arc;

/// The limits while the days ahead are written.
#[derive(Default)]
pub(super) struct Drafted {
    /// When each day's spend comes.
    pub(super) spends: Vec<Instant>,
    /// The periods of the limits, and when they turn next.
    periods: Vec<(Period, Instant)>,
    /// The version of the terms in force.
    version: Option<usize>,
    actions: Arc<[String]>,
    /// Per pot: when the period ends that has had its grant.
    came: Vec<(u16, Instant)>,
    /// When the plan's running cycle began.
    began: Option<Instant>,
}

impl Draft {
    /// Begins with the limits as the ledger has them.
    pub(super) fn limit(&mut self, course: &Course, books: &crate::ledger::books::Books, now: Instant) {
        let limits = books.limits();
        self.drafted.version = course.version();
        self.drafted.actions = Arc::clone(&limits.actions);
        self.drafted.came.clone_from(&limits.came);
        self.drafted.began = course.main_clock().map(|main| main.last);
        let ahead = &mut self.future.limits;
        ahead.counters = limits.counters.clone();
        for (action, free, amount) in books.open() {
            ahead.open.push(Opened { action, free });
            ahead.open_left.push(amount);
        }
        self.rule(Arc::clone(&limits.rules), now);
    }

    fn rule(&mut self, rules: Arc<Rules>, at: Instant) {
        let turns = |&period: &Period| (period, period.end(at));
        self.drafted.periods = rules.periods.iter().map(turns).collect();
        let ahead = &mut self.future.limits;
        ahead.is_any |= !rules.is_plain();
        ahead.counters.make_room(rules.pots());
        ahead.opens.resize(ahead.opens.len().max(rules.triggers.len()), 0);
        ahead.rules.push(rules);
    }

    /// When a period turns next.
    pub(super) fn next_turn(&self) -> Option<Instant> {
        self.drafted.periods.iter().map(|&(_, at)| at).min()
    }

    /// Turns the periods that end at an instant.
    pub(super) fn turn(&mut self, at: Instant) {
        for index in 0..self.drafted.periods.len() {
            let (period, until) = self.drafted.periods[index];
            if until <= at {
                self.drafted.periods[index].1 = period.end(at);
                self.push(at, Act::Turn(period.pot, period.of));
            }
        }
    }

    /// Follows new terms and new cycles of the plan. New terms ahead count what is taken from their beginning on.
    pub(super) fn relimit(&mut self, course: &Course, at: Instant) {
        if self.drafted.version != course.version() {
            self.drafted.version = course.version();
            let actions = Arc::clone(&self.drafted.actions);
            let rules = course.terms().map(|terms| Rules::of(terms, &actions, |name| course.place_of(name)));
            let number = place(self.future.limits.rules.len());
            self.rule(Arc::new(rules.unwrap_or_default()), at);
            self.push(at, Act::Rules(number));
            for Period { pot, of, .. } in self.drafted.periods.iter().map(|&(period, _)| period).collect::<Vec<_>>() {
                self.push(at, Act::Turn(pot, of));
            }
        }
        let began = course.main_clock().map(|main| main.last);
        if self.drafted.began != began {
            self.drafted.began = began;
            self.push(at, Act::Cycle);
        }
    }

    /// Lets a lot wait for each grant that a day's spend may call for.
    pub(super) fn offer(&mut self, day: usize, course: &mut Course) {
        let at = self.drafted.spends[day];
        let Some(rules) = self.future.limits.rules.last().map(Arc::clone) else { return };
        let from = place(self.future.limits.offered.len());
        let grants = course.grants_now();
        for (number, trigger) in (0..).zip(&rules.triggers).filter(|_| grants) {
            let came = self.drafted.came.iter().any(|&(pot, until)| pot == trigger.pot && at < until);
            if !came {
                let end = course.period_end(trigger.cadence, at);
                let slot = self.wait(trigger.pot, Called::Within(trigger.cadence), course, at);
                let again = place(self.drafted.spends.partition_point(|&spend| spend < end));
                self.future.limits.offered.push(Offer { trigger: Some(number), slot, again });
            }
        }
        if let Some(refill) = rules.refill.as_ref().filter(|refill| grants && course.outlives(refill.life, at)) {
            let slot = self.wait(refill.pot, Called::Bought(refill.life), course, at);
            self.future.limits.offered.push(Offer { trigger: None, slot, again: 0 });
        }
        let to = place(self.future.limits.offered.len());
        self.future.limits.offers.push(Stretch { from, to });
        if from < to {
            let order = self.order_of(course);
            self.push_before(day, Act::Order(order));
        }
    }

    fn wait(&mut self, pot: u16, called: Called, course: &mut Course, at: Instant) -> Slot {
        let slot = course.begin_called(pot, called, at);
        self.filled.resize(course.lots.len(), false);
        self.filled[slot as usize] = true;
        slot
    }
}
