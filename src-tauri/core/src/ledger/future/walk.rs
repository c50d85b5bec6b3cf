//! One path over the days ahead.

use super::spend::State;
use super::{Act, Bank, Future, Stretch};
use crate::credits::Credits;
use crate::ledger::pool::{Pool, Slot};

/// One walk over the days ahead. Made once by [`Future::new_walk`], used again for every path.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// What is left at each day's end, in smallest units.
    pub left_end: Vec<i64>,
    /// What is overdrawn at each day's end, in smallest units.
    pub overdrawn_end: Vec<i64>,
    /// The first day on which a spend empties everything that could pay it, or cannot be paid.
    pub first_empty: Option<u32>,
    /// The first day on which a spend cannot be paid in full.
    pub first_short: Option<u32>,
    /// What lapses, in smallest units, per place of [`Future::lapses`].
    pub lapsed: Vec<i64>,
    /// What is there right after each renewal, in smallest units, per place of [`Future::renewals`].
    pub opens: Vec<i64>,
    pub(super) pool: Pool,
    appeared: bool,
    pub(super) state: State,
}

impl Future {
    /// A walk with room for every day: what [`Future::walk`] writes to.
    pub fn new_walk(&self) -> Walk {
        Walk {
            left_end: vec![0; self.days.len()],
            overdrawn_end: vec![0; self.days.len()],
            lapsed: vec![0; self.lapses.len()],
            opens: vec![0; self.renewals.len()],
            pool: self.pool.clone(),
            state: self.limits.state(),
            ..Walk::default()
        }
    }

    /// Walks the days with one spend a day, in smallest units, today first; allocates nothing.
    ///
    /// A missing day spends nothing; an amount below 0 counts as 0. `out` comes from [`Future::new_walk`].
    pub fn walk(&self, spends: &[i64], out: &mut Walk) {
        out.lapsed.fill(0);
        let mut order = self.start(out);
        for day in 0..self.plan.len() {
            self.day(day, spends.get(day).copied().unwrap_or(0), out, &mut order);
            out.left_end[day] = out.pool.total();
            out.overdrawn_end[day] = out.pool.overdrawn();
        }
    }

    /// Whether all these days' spends can be paid. It looks no further than to the first that cannot; nothing in `out` is
    /// of use after it.
    pub fn covers(&self, spends: &[i64], out: &mut Walk) -> bool {
        let mut order = self.start(out);
        spends.iter().take(self.plan.len()).enumerate().all(|(day, amount)| {
            self.day(day, *amount, out, &mut order);
            out.first_short.is_none()
        })
    }

    fn start(&self, out: &mut Walk) -> &[Slot] {
        out.pool.copy_from(&self.pool);
        out.appeared = false;
        (out.first_empty, out.first_short) = (None, None);
        if self.limits.is_any {
            out.state.restart(&self.limits, self.order);
        }
        self.order.of(&self.slots)
    }

    // Most days of most paths are a comparison and two subtractions: a call would cost more than they do.
    #[inline(always)]
    fn day<'a>(&'a self, day: usize, spend: i64, out: &mut Walk, order: &mut &'a [Slot]) {
        let [before, after] = self.plan[day];
        if !before.is_empty() {
            self.acts(before, out, order);
        }
        if self.limits.is_any {
            self.spend_within(day, spend, out, order);
        } else {
            out.spend(day, spend, order);
        }
        if !after.is_empty() {
            self.acts(after, out, order);
        }
    }

    fn acts<'a>(&'a self, acts: Stretch, out: &mut Walk, order: &mut &'a [Slot]) {
        acts.of(&self.acts).iter().for_each(|act| self.act(*act, out, order));
    }

    fn act<'a>(&'a self, act: Act, out: &mut Walk, order: &mut &'a [Slot]) {
        let Walk { pool, lapsed, opens, appeared, state, .. } = out;
        match act {
            Act::End(slot, lapse) => lapsed[lapse as usize] += pool.end(slot),
            Act::Cut(slot, max, lapse) => lapsed[lapse as usize] += pool.cut(slot, max),
            Act::Keep(slots, share, cap, lapse) => {
                pool.keep(slots.of(&self.slots), share, cap, |_, lost| lapsed[lapse as usize] += lost);
            }
            Act::Bank(Bank { from, share, into, bank, cap, lapses }) => pool.bank(
                (from.of(&self.slots), share),
                (into, bank.of(&self.slots), cap),
                |slot, lost| lapsed[lapses[usize::from(slot != into)] as usize] += lost,
                |_, _| {},
            ),
            Act::CutGrant(slot, slots, cap, lapse) => {
                lapsed[lapse as usize] += pool.cut_grant(slot, slots.of(&self.slots), cap);
            }
            Act::Freeze(slot) => {
                pool.freeze(slot);
            }
            Act::Thaw(slot) => *appeared |= pool.thaw(slot) > 0,
            Act::Forgive => {
                pool.forgive();
                state.open_left.fill(0);
            }
            Act::Raise(slot, min) => *appeared |= pool.raise(slot, min) > 0,
            Act::Grant(slot, amount) => {
                pool.put(slot, amount);
                *appeared |= amount > 0;
            }
            Act::RaiseWithin(slot, min) => {
                let min = self.within_ceiling(state, slot, min);
                *appeared |= pool.raise(slot, min) > 0;
            }
            Act::GrantWithin(slot, amount) => {
                let amount = self.within_ceiling(state, slot, amount);
                pool.put(slot, amount);
                *appeared |= amount > 0;
            }
            Act::PayOff if std::mem::take(appeared) => self.pay_off(pool, state, order),
            Act::PayOff => {}
            Act::Turn(pot, of) => state.counters.of(pot, of).into_iter().for_each(|count| *count = 0),
            Act::Cycle => state.counters.renew(),
            Act::Rules(rules) => state.rules = rules as usize,
            Act::Order(stretch) => {
                state.order = stretch;
                *order = stretch.of(&self.slots);
            }
            Act::Open(renewal) => opens[renewal as usize] = pool.total(),
        }
    }
}

impl Walk {
    /// A day's spend. On most days the first lot has more than enough.
    #[inline(always)]
    fn spend(&mut self, day: usize, amount: i64, order: &mut &[Slot]) {
        if amount > 0 && !order.first().is_some_and(|&first| self.pool.take_within(first, amount)) {
            self.spend_beyond(day, amount, order);
        }
    }

    /// A spend that empties the first lot; lots at the front that are used up are passed over from then on.
    fn spend_beyond(&mut self, day: usize, amount: i64, order: &mut &[Slot]) {
        let uncovered = self.pool.take(order, amount.min(Credits::MAX.units()), |_, part| part);
        self.pool.overdraw(uncovered);
        while let Some((&first, rest)) = order.split_first()
            && self.pool.left(first) == 0
        {
            *order = rest;
        }
        let day = u32::try_from(day).unwrap_or(u32::MAX);
        if uncovered > 0 {
            self.first_short.get_or_insert(day);
        }
        if uncovered > 0 || self.pool.total() == 0 {
            self.first_empty.get_or_insert(day);
        }
    }
}
