//! What a spend calls for comes before it, at its instant.

use std::sync::Arc;

use super::{Books, Take};
use crate::Instant;
use crate::ledger::LedgerError;
use crate::ledger::answers::GrantedBy;
use crate::ledger::course::{Called, Course};
use crate::ledger::limits::Find;

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
