//! A day's spend where restrictions, limits or triggers are in force: the replay's rules over the slots of the days ahead.

use super::{Future, Limits, Opened, Stretch, Walk};
use crate::credits::Credits;
use crate::ledger::limits::{Counters, Find, NO_ACTION, Rules};
use crate::ledger::pool::{Pool, Slot};

/// What a walk counts beside the lots.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) counters: Counters,
    /// Which rules are in force.
    pub(super) rules: usize,
    /// The burn order in force, with the lots that are used up.
    pub(super) order: Stretch,
    /// What of the takers from before the days is still open.
    pub(super) open_left: Vec<i64>,
    /// Per trigger: the first day that may call for it.
    opens: Vec<u32>,
}

impl State {
    /// Goes back to how the days begin, without allocating.
    pub(super) fn restart(&mut self, limits: &Limits, order: Stretch) {
        self.counters.copy_from(&limits.counters);
        (self.rules, self.order) = (0, order);
        self.open_left.clone_from(&limits.open_left);
        self.opens.clone_from(&limits.opens);
    }
}

impl Limits {
    pub(super) fn state(&self) -> State {
        State {
            counters: self.counters.clone(),
            rules: 0,
            order: Stretch::default(),
            open_left: self.open_left.clone(),
            opens: self.opens.clone(),
        }
    }

    fn in_force(&self, state: &State) -> &Rules {
        &self.rules[state.rules]
    }
}

impl Future {
    /// A day's spend: what it calls for comes and pays what is overdrawn, then it burns what the pots may give.
    pub(super) fn spend_within<'a>(&'a self, day: usize, amount: i64, out: &mut Walk, order: &mut &'a [Slot]) {
        if amount <= 0 {
            return;
        }
        let amount = amount.min(Credits::MAX.units());
        *order = out.state.order.of(&self.slots);
        if self.call(day, amount, out) {
            self.pay_off(&mut out.pool, &mut out.state, order);
        }
        let rules = self.limits.in_force(&out.state);
        let State { counters, .. } = &mut out.state;
        let uncovered = self.draw(&mut out.pool, order, (amount, NO_ACTION), rules, counters);
        let short = uncovered - rules.bill(counters, uncovered);
        out.pool.overdraw(short);
        let gives = |&slot: &Slot| {
            out.pool.left(slot) > 0 && rules.room(counters, self.limits.pots[slot as usize], NO_ACTION) > 0
        };
        let is_empty = uncovered > 0 || !order.iter().any(gives);
        let day = u32::try_from(day).unwrap_or(u32::MAX);
        if short > 0 {
            out.first_short.get_or_insert(day);
        }
        if is_empty {
            out.first_empty.get_or_insert(day);
        }
    }

    /// Fills what the spend calls for; says whether anything came.
    fn call(&self, day: usize, amount: i64, out: &mut Walk) -> bool {
        let Walk { pool, state, .. } = out;
        let rules = self.limits.in_force(state);
        let mut came = false;
        for offer in self.limits.offers[day].of(&self.limits.offered) {
            let find =
                Find { pool, order: state.order.of(&self.slots), pots: &self.limits.pots, action: NO_ACTION, amount };
            let counters = &mut state.counters;
            let filled = match offer.trigger {
                None => rules.purchase(counters, find).map(|(amount, cents)| {
                    counters.bought += amount;
                    counters.cents += cents;
                    amount
                }),
                Some(number) => {
                    let trigger = &rules.triggers[number as usize];
                    let may = state.opens[number as usize] as usize <= day;
                    let fills = rules.within_ceiling(counters, trigger.pot, trigger.amount);
                    let is_called = may && fills > 0 && rules.is_called(trigger, counters, find);
                    is_called.then(|| {
                        state.opens[number as usize] = offer.again;
                        fills
                    })
                }
            };
            pool.put(offer.slot, filled.unwrap_or(0));
            came |= filled.is_some();
        }
        came
    }

    /// Pays off what is overdrawn, the oldest first: as its spends may be paid, and later ones as spends without an action.
    pub(super) fn pay_off(&self, pool: &mut Pool, state: &mut State, order: &[Slot]) {
        if !self.limits.is_any {
            let overdrawn = pool.overdrawn();
            let rest = pool.take(order, overdrawn, |_, part| part);
            return pool.uncover(overdrawn - rest);
        }
        let rules = self.limits.in_force(state);
        if !rules.pays_off() {
            return;
        }
        let State { counters, open_left, .. } = state;
        for (&Opened { action, free }, open) in self.limits.open.iter().zip(open_left.iter_mut()) {
            let rest = if free {
                pool.take(order, *open, |slot, part| {
                    counters.take(self.limits.pots[slot as usize], part);
                    part
                })
            } else {
                self.draw(pool, order, (*open, action), rules, counters)
            };
            pool.uncover(*open - rest);
            *open = rest;
        }
        let later = pool.overdrawn() - open_left.iter().sum::<i64>();
        let rest = self.draw(pool, order, (later, NO_ACTION), rules, counters);
        pool.uncover(later - rest);
    }

    fn draw(
        &self,
        pool: &mut Pool,
        order: &[Slot],
        (amount, action): (i64, u32),
        rules: &Rules,
        counters: &mut Counters,
    ) -> i64 {
        pool.take(order, amount, |slot, asked| {
            let pot = self.limits.pots[slot as usize];
            let part = asked.min(rules.room(counters, pot, action));
            counters.take(pot, part);
            part
        })
    }

    /// What a ceiling leaves of a grant.
    pub(super) fn within_ceiling(&self, state: &State, slot: Slot, amount: i64) -> i64 {
        self.limits.in_force(state).within_ceiling(&state.counters, self.limits.pots[slot as usize], amount)
    }
}
