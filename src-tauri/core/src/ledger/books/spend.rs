//! A spend, and the payment of what was overdrawn: who pays, within what the pots may pay and give.

use super::{Books, NONE, Part, Payer, Taken, place};
use crate::Instant;
use crate::facts::EntryId;
use crate::ledger::LedgerError;
use crate::ledger::answers::What;
use crate::ledger::course::Course;
use crate::ledger::limits::{Action, NO_ACTION};
use crate::ledger::pool::Slot;

/// A spend, or several that enter as one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Take {
    /// Its entry.
    pub(crate) entry: EntryId,
    /// How much.
    pub(crate) amount: i64,
    /// What for.
    pub(crate) action: Action,
}

impl Taken {
    /// A taker of an amount that nothing has paid yet.
    pub(super) const fn new(amount: i64, is_check: bool, action: Action) -> Self {
        Self { amount, last: NONE, open: 0, forgiven: 0, billed: 0, refunded: 0, undone: NONE, is_check, action }
    }
}

impl Books {
    /// Takes a spend: first what it calls for comes and pays what is overdrawn, then it burns. Returns whether the
    /// calendar may have changed with it.
    pub(crate) fn spend(&mut self, take: Take, course: &mut Course, at: Instant) -> Result<bool, LedgerError> {
        let came = self.call(take, course, at)?;
        if came {
            self.pay_off(course, at);
        }
        let left = self.pool.total();
        self.sums.whole.spent += i128::from(take.amount);
        let payer = self.burn(Taken::new(take.amount, false, take.action), course, course.order(), at);
        self.bill(payer, take.entry, left, at);
        self.note(at, What::Spent(take.entry), -take.amount);
        self.guard()?;
        Ok(came)
    }

    /// Grants on account what no lot covers, where the terms bill it: `left` is what there was before the spend.
    fn bill(&mut self, payer: Payer, entry: EntryId, left: i64, at: Instant) {
        let open = self.takers[payer as usize].open;
        let billed = if open > 0 { self.limits.rules.bill(&mut self.limits.counters, open) } else { 0 };
        if billed == 0 {
            return;
        }
        self.uncover(payer, billed);
        self.takers[payer as usize].billed = billed;
        self.sums.bill(billed);
        let overdrawn = self.pool.overdrawn() - self.takers[payer as usize].open;
        self.note_state(at, What::Billed(entry), billed, (left + billed, overdrawn));
    }

    /// Takes back what is still overdrawn of a payer.
    pub(super) fn uncover(&mut self, payer: Payer, amount: i64) -> i64 {
        let taken = &mut self.takers[payer as usize];
        let part = amount.min(taken.open);
        taken.open -= part;
        if part > 0 && taken.open == 0 {
            self.open.retain(|&other| other != payer);
        }
        self.pool.uncover(part);
        part
    }

    /// Burns what a taker takes in an order; what no lot covers is overdrawn.
    pub(super) fn burn(&mut self, taken: Taken, course: &Course, order: &[Slot], at: Instant) -> Payer {
        let payer = self.next_payer();
        self.takers.push(taken);
        let head = self.head.min(order.len());
        let open = self.draw(payer, taken.amount, taken.is_check, course, &order[head..], at);
        self.pool.overdraw(open);
        if open > 0 {
            self.takers[payer as usize].open = open;
            self.open.push_back(payer);
        }
        self.skip_used_up(order);
        payer
    }

    /// Pays off what is overdrawn with what is there, the oldest uncovered spend first, as the terms say.
    pub(crate) fn pay_off(&mut self, course: &Course, at: Instant) {
        if self.limits.rules.pays_off() {
            self.settle(false, course, at);
        }
    }

    /// Pays off what is overdrawn; `free`: whatever the terms say.
    pub(super) fn settle(&mut self, free: bool, course: &Course, at: Instant) {
        self.head = 0;
        let mut next = 0;
        while self.pool.total() > 0
            && let Some(&payer) = self.open.get(next)
        {
            let Taken { open, is_check, .. } = self.takers[payer as usize];
            let rest = self.draw(payer, open, free || is_check, course, course.order(), at);
            self.takers[payer as usize].open = rest;
            self.pool.uncover(open - rest);
            if rest > 0 {
                next += 1;
            } else {
                self.open.remove(next);
            }
        }
    }

    /// Takes from the lots what they may give to a payer, and writes down its parts; returns what they could not.
    fn draw(&mut self, payer: Payer, amount: i64, free: bool, course: &Course, order: &[Slot], at: Instant) -> i64 {
        let Self { pool, parts, takers, sums, limits, .. } = self;
        let taken = &mut takers[payer as usize];
        pool.take(order, amount, |slot, asked| {
            let pot = course.lots[slot as usize].pot;
            let room = if free { asked } else { limits.rules.room(&limits.counters, pot, taken.action) };
            let part = asked.min(room);
            if part > 0 {
                let before = std::mem::replace(&mut taken.last, place(parts.len()));
                parts.push(Part { at, payer, slot, amount: part, before });
                sums.pay(pot, part, taken.is_check);
                limits.counters.take(pot, part);
            }
            part
        })
    }

    /// A taker of what a check found missing.
    pub(super) const fn unlogged(amount: i64) -> Taken {
        Taken::new(amount, true, NO_ACTION)
    }
}
