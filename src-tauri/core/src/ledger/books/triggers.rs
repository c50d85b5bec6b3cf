//! What a spend calls for comes before it, at its instant.

use std::sync::Arc;

use super::{Books, Limits, Take};
use crate::Instant;
use crate::facts::EntryId;
use crate::ledger::LedgerError;
use crate::ledger::answers::GrantedBy;
use crate::ledger::course::{Called, Course, Window};
use crate::ledger::limits::{Find, NO_ACTION, Rules};
use crate::terms::Cadence;

impl Books {
    /// Grants what a spend calls for; says whether anything came. A spend of nothing calls for nothing, nor does any while
    /// the plan is paused or lapsed.
    pub(super) fn call(&mut self, take: Take, course: &mut Course, at: Instant) -> Result<bool, LedgerError> {
        if !self.limits.rules.calls() || take.amount == 0 || !course.grants_now() {
            return Ok(false);
        }
        let triggered = self.trigger(take, course, at);
        let bought = self.buy(take, course, at);
        self.guard()?;
        Ok(triggered || bought)
    }

    fn trigger(&mut self, take: Take, course: &mut Course, at: Instant) -> bool {
        let rules = Arc::clone(&self.limits.rules);
        let mut came = false;
        for trigger in &rules.triggers {
            let amount = rules.within_ceiling(&self.limits.counters, trigger.pot, trigger.amount);
            let has_come = self.limits.came.iter().any(|&(pot, until)| pot == trigger.pot && at < until);
            if has_come || amount == 0 || !rules.is_called(trigger, &self.limits.counters, self.find(take, course)) {
                continue;
            }
            self.limits.came.retain(|&(pot, _)| pot != trigger.pot);
            self.limits.came.push((trigger.pot, course.period_end(trigger.cadence, at)));
            self.come(trigger.pot, amount, Called::Within(trigger.cadence), GrantedBy::Trigger(take.entry), course, at);
            came = true;
        }
        came
    }

    /// The pots that spends call for, with the end of the period that holds: what a check gains in them ends with it.
    pub(super) fn windows(&self, course: &Course, at: Instant) -> Vec<Window> {
        let windows = self.limits.rules.triggers.iter().filter_map(|trigger| {
            let came = self.limits.came.iter().find(|&&(pot, until)| pot == trigger.pot && at < until);
            match came {
                Some(&(_, until)) => Some(Window { pot: trigger.pot, until, is_open: true }),
                None if course.grants_now() => {
                    let until = course.period_end(trigger.cadence, at);
                    Some(Window { pot: trigger.pot, until, is_open: false })
                }
                None => None,
            }
        });
        windows.collect()
    }

    /// What a spend would call for now, with the cadence of each and how much it is at most.
    pub(super) fn awaited(&self, course: &Course, at: Instant) -> Vec<(Window, Cadence, i64)> {
        let Limits { rules, counters, .. } = &self.limits;
        let find = self.find(Take { entry: EntryId(0), amount: 0, action: NO_ACTION }, course);
        let windows = self.windows(course, at).into_iter().filter(|window| !window.is_open);
        let awaited = windows.filter_map(|window| {
            let trigger = rules.triggers.iter().find(|trigger| trigger.pot == window.pot)?;
            let amount = rules.within_ceiling(counters, trigger.pot, trigger.amount);
            Rules::is_awaited(trigger, find).then_some((window, trigger.cadence, amount))
        });
        awaited.collect()
    }

    /// What a spend would call for is there already.
    pub(super) fn open_window(&mut self, window: Window) {
        self.limits.came.retain(|&(pot, _)| pot != window.pot);
        self.limits.came.push((window.pot, window.until));
    }

    fn buy(&mut self, take: Take, course: &mut Course, at: Instant) -> bool {
        let rules = Arc::clone(&self.limits.rules);
        let Some(refill) = rules.refill.as_ref().filter(|refill| course.outlives(refill.life, at)) else {
            return false;
        };
        let mut counters = std::mem::take(&mut self.limits.counters);
        let purchase = rules.purchase(&mut counters, self.find(take, course));
        if let Some((amount, cents)) = purchase {
            counters.bought += amount;
            counters.cents += cents;
        }
        self.limits.counters = counters;
        if let Some((amount, _)) = purchase {
            let by = GrantedBy::AutoRefill(take.entry);
            self.come(refill.pot, amount, Called::Bought(refill.life), by, course, at);
        }
        purchase.is_some()
    }

    fn find<'a>(&'a self, take: Take, course: &'a Course) -> Find<'a> {
        let (pool, order, pots) = (&self.pool, course.order(), self.limits.pots.as_slice());
        Find { pool, order, pots, action: take.action, amount: take.amount }
    }

    /// Begins a lot and fills it.
    fn come(&mut self, pot: u16, amount: i64, called: Called, by: GrantedBy, course: &mut Course, at: Instant) {
        let slot = course.begin_called(pot, called, at);
        self.make_room(course);
        self.pool.put(slot, amount);
        self.granted(slot, amount, by, course, at);
    }
}
