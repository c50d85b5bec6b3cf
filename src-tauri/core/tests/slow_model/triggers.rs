//! What a spend calls for before it burns, and what is granted on account.

use runout_core::Instant;
use runout_core::facts::{EntryId, Spend};
use runout_core::terms::{
    AutoRefill, AutoRefillAmount, AutoRefillLimit, Cadence, GrantTerms, Overdrawn, PotName, PotTerms, Trigger,
};

use super::calendar::{after, nth, period_start};
use super::model::{Lot, Model, State};
use super::terms::by_calendar;

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
        self.lots[lot].of_cycle = grant.cadence != Cadence::Once;
        self.triggered.insert(name.clone(), end);
    }

    /// When the credits of a pot end that spends call for, and whether they have come.
    pub(crate) fn window(&self, pot: &PotTerms) -> Option<(Option<Instant>, bool)> {
        let grant = pot.grant.as_ref().filter(|grant| !by_calendar(grant))?;
        let came = self.triggered.get(&pot.name.0).filter(|until| until.is_none_or(|until| self.now < until));
        match came {
            Some(until) => Some((*until, true)),
            None if matches!(self.state, State::Paused(_) | State::Lapsed) => None,
            None => Some((self.period_end(grant.cadence), false)),
        }
    }

    /// Whether nothing is left in the pots that a grant waits for.
    pub(crate) fn is_awaited(&self, grant: &GrantTerms) -> bool {
        let Trigger::WhenEmpty(named) = &grant.trigger else { return true };
        let counts = |lot: &Lot| lot.left > 0 && lot.frozen.is_none() && named.iter().any(|pot| pot.0 == lot.pot);
        !self.lots.iter().any(counts)
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
        let mut missing = 0;
        let order = then.in_order();
        for _ in 0..amount {
            missing += i64::from(!then.burn(id, None, &order, false));
        }
        let counted = |pot: &str| refill.counts.is_empty() || refill.counts.iter().any(|counted| counted.0 == pot);
        let there = then.lots.iter().filter(|lot| lot.frozen.is_none() && counted(&lot.pot)).map(|lot| lot.left);
        let is_kept = self.terms.is_some_and(|terms| terms.overdrawn == Overdrawn::Kept);
        there.sum::<i64>() - missing - if is_kept { 0 } else { self.overdrawn() }
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
        let price = refill.price.map_or(0, |price| price.cents);
        let cents = match refill.buys {
            AutoRefillAmount::Fixed(_) => price,
            AutoRefillAmount::UpTo(_) => (price * buys + 500).div_euclid(1_000),
        };
        let fits = match refill.at_most {
            None => true,
            Some(AutoRefillLimit::Credits(most)) => {
                self.bought.iter().map(|(credits, _)| credits).sum::<i64>() + buys <= most.units()
            }
            Some(AutoRefillLimit::Money(most)) => {
                self.bought.iter().map(|(_, cents)| cents).sum::<i64>() + cents <= most.cents
            }
        };
        let lives = self.life(refill.life);
        if buys <= 0 || !fits || lives.0.is_some_and(|end| end <= self.now) {
            return;
        }
        self.bought.push((buys, cents));
        let pot = &refill.pot.0;
        self.new_lot(self.plan_id(pot), pot.clone(), buys, self.place(pot) - 1_000, lives, true);
    }

    /// What is billed and bought counts in the plan's running cycle; where another takes its place, or none, anew.
    pub(crate) fn turn_cycle(&mut self) {
        let cycle = self.main().map(|main| self.schedules[main].last);
        if self.cycle != cycle {
            self.cycle = cycle;
            self.bought.clear();
            self.billed.iter_mut().for_each(|billed| billed.1 = false);
        }
    }

    /// Whether a credit that no lot covers is granted on account.
    pub(crate) fn bill(&mut self, id: EntryId) -> bool {
        let Some(Overdrawn::Billed { limit }) = self.terms.map(|terms| terms.overdrawn) else { return false };
        let billed = self.billed.iter().filter(|(_, in_cycle)| *in_cycle).count() as i64;
        if limit.is_some_and(|limit| billed >= limit.units()) {
            return false;
        }
        self.billed.push((id, true));
        self.sums.granted += 1;
        true
    }
}
