//! What a spend calls for before it burns, and what is granted on account.

use runout_core::Instant;
use runout_core::facts::{EntryId, Spend};
use runout_core::terms::{
    AutoRefill, AutoRefillAmount, AutoRefillLimit, Cadence, Money, Overdrawn, PotName, PotTerms, Trigger,
};

use super::calendar::{after, nth, period_start};
use super::model::{Model, State};

impl Model<'_> {
    /// What a grant into a pot may be, by the ceiling on what is taken from it.
    pub(crate) fn under_ceiling(&self, pot: &str, amount: i64) -> i64 {
        let ceiling = self.pot(pot).and_then(|pot| pot.grant.as_ref()).and_then(|grant| grant.ceiling);
        let Some(ceiling) = ceiling else { return amount };
        let since = period_start(ceiling.anchor, ceiling.every, self.now);
        amount.min(ceiling.amount.units() - self.taken(pot, since)).max(0)
    }

    /// The grants that a spend triggers, one after the other.
    pub(crate) fn triggers(&mut self, id: EntryId, spend: &Spend) {
        let Some(terms) = self.terms else { return };
        if spend.credits.units() == 0 || matches!(self.state, State::Paused(_) | State::Lapsed) {
            return;
        }
        self.appeared = false;
        for pot in &terms.pots {
            self.trigger(id, spend.credits.units(), pot);
        }
        if let Some(refill) = &terms.auto_refill {
            self.auto_refill(id, spend.credits.units(), refill);
        }
        if self.appeared {
            self.pay(false);
        }
    }

    fn trigger(&mut self, id: EntryId, amount: i64, pot: &PotTerms) {
        let Some(grant) = &pot.grant else { return };
        let name = &pot.name.0;
        if self.triggered.get(name).is_some_and(|until| until.is_none_or(|until| self.now < until)) {
            return;
        }
        let called = match (&grant.trigger, grant.cadence) {
            (Trigger::WhenEmpty(pots), _) => self.covers(id, pots) < amount,
            (Trigger::Calendar, Cadence::FirstUse { .. }) => true,
            (Trigger::Calendar, _) => false,
        };
        let granted = self.under_ceiling(name, grant.amount.units());
        if !called || granted == 0 {
            return;
        }
        let end = self.period_end(grant.cadence);
        let seq = self.place(name) - 1_000;
        let lot = self.new_lot(self.plan_id(name), name.clone(), granted, seq, (end, None, None), false);
        self.lots[lot].of_cycle = matches!(grant.cadence, Cadence::Every { .. });
        self.triggered.insert(name.clone(), end);
    }

    /// Where the period of a trigger that holds now ends.
    fn period_end(&self, cadence: Cadence) -> Option<Instant> {
        match cadence {
            Cadence::Once => None,
            Cadence::FirstUse { window } => Some(after(self.now, window)),
            Cadence::Every { every, anchor } => {
                (-2_000..).map(|number| nth(anchor, every, number)).find(|&end| end > self.now)
            }
        }
    }

    /// What pots can pay of a spend.
    fn covers(&self, id: EntryId, pots: &[PotName]) -> i64 {
        let of = |pot: &PotName| {
            let there: i64 =
                self.lots.iter().filter(|lot| lot.pot == pot.0 && lot.frozen.is_none()).map(|lot| lot.left).sum();
            if self.may_pay(id, &pot.0) { there.min(self.room(&pot.0)) } else { 0 }
        };
        let mut pots: Vec<&PotName> = pots.iter().collect();
        pots.sort();
        pots.dedup();
        pots.into_iter().map(of).sum()
    }

    /// What would be left in the counted pots after a spend.
    fn would_leave(&self, id: EntryId, amount: i64, refill: &AutoRefill) -> i64 {
        let mut then = self.clone();
        then.pay(false);
        let mut missing = 0;
        let order = then.in_order();
        for _ in 0..amount {
            missing += i64::from(!then.burn(id, None, &order, false));
        }
        let counted = |pot: &str| refill.counts.is_empty() || refill.counts.iter().any(|counted| counted.0 == pot);
        let there = then.lots.iter().filter(|lot| lot.frozen.is_none() && counted(&lot.pot)).map(|lot| lot.left);
        there.sum::<i64>() - missing - then.overdrawn()
    }

    fn auto_refill(&mut self, id: EntryId, amount: i64, refill: &AutoRefill) {
        let leaves = self.would_leave(id, amount, refill);
        if leaves >= refill.below.units() {
            return;
        }
        let buys = match refill.buys {
            AutoRefillAmount::Fixed(buys) => buys.units(),
            AutoRefillAmount::UpTo(target) => target.units() - leaves,
        };
        let cycle = self.main().map(|main| self.schedules[main].last);
        let in_cycle = |at: Instant| cycle.is_none_or(|cycle| at >= cycle);
        let bought = || self.bought.iter().filter(|(at, _)| in_cycle(*at)).map(|(_, amount)| amount);
        let fits = match refill.at_most {
            None => true,
            Some(AutoRefillLimit::Credits(most)) => bought().sum::<i64>() + buys <= most.units(),
            Some(AutoRefillLimit::Money(most)) => {
                let cents = refill.price.map_or(0, |Money { cents, .. }| cents);
                (bought().count() as i64 + 1) * cents <= most.cents
            }
        };
        if buys <= 0 || !fits {
            return;
        }
        self.bought.push((self.now, buys));
        let lives = self.life(refill.life);
        let pot = &refill.pot.0;
        self.new_lot(self.plan_id(pot), pot.clone(), buys, self.place(pot) - 1_000, lives, true);
    }

    /// Whether a credit that no lot covers is granted on account.
    pub(crate) fn bill(&mut self, id: EntryId) -> bool {
        let Some(Overdrawn::Billed { limit }) = self.terms.map(|terms| terms.overdrawn) else { return false };
        let cycle = self.main().map(|main| self.schedules[main].last);
        let billed = self.billed.iter().filter(|(_, at)| cycle.is_none_or(|cycle| *at >= cycle)).count() as i64;
        if limit.is_some_and(|limit| billed >= limit.units()) {
            return false;
        }
        self.billed.push((id, self.now));
        self.sums.granted += 1;
        true
    }
}
