//! Lots begin, grow old, are cut, and end.

use runout_core::Instant;
use runout_core::facts::{EntryId, Grant, LotEnd};
use runout_core::ledger::LapseKind;
use runout_core::terms::{Cap, Carry, CarryCap, Kept, Life};

use super::calendar::after;
use super::model::{Lot, Model};

impl Model<'_> {
    pub(crate) fn end(&mut self, lot: usize, kind: LapseKind) {
        if self.lots[lot].gone.is_some() {
            return;
        }
        self.sums.lapsed[kind as usize] += self.lots[lot].left;
        self.lots[lot].left = 0;
        self.lots[lot].gone = Some(kind);
        for credit in self.burned.iter_mut().filter(|credit| credit.lot == lot) {
            credit.stale.get_or_insert(kind);
        }
    }

    /// Lots of a schedule grow a cycle older; those whose time has come end.
    pub(crate) fn age(&mut self, one: usize) {
        let schedule = self.schedules[one].clone();
        for lot in 0..self.lots.len() {
            if self.lots[lot].schedule != Some(one) || self.lots[lot].gone.is_some() {
                continue;
            }
            self.lots[lot].lived += 1;
            let lived = self.lots[lot].lived;
            if self.lots[lot].until_next_tick {
                self.end(lot, LapseKind::Expired);
            } else if schedule.refill {
                self.end(lot, LapseKind::ByRefill);
            } else if schedule.carry == Carry::NONE || matches!(schedule.carry.kept, Kept::Cycles(k) if lived > k) {
                self.end(lot, LapseKind::Expired);
            }
        }
    }

    /// The lots of a schedule are cut to its cap, credit by credit, the lot that ends soonest first.
    pub(crate) fn cap(&mut self, one: usize) {
        let Some(CarryCap::Carried(Cap::Credits(cap))) = self.schedules[one].carry.cap else { return };
        if self.schedules[one].refill {
            return;
        }
        let held = |lot: &Lot| lot.schedule == Some(one) && !lot.until_next_tick && lot.gone.is_none();
        let order = self.in_order();
        while self.lots.iter().filter(|lot| held(lot)).map(|lot| lot.left).sum::<i64>() > cap.units() {
            let first = order.iter().copied().find(|&lot| held(&self.lots[lot]) && self.lots[lot].left > 0);
            let first = first.expect("a lot with credits");
            self.lots[first].left -= 1;
            self.sums.lapsed[LapseKind::AtReset as usize] += 1;
        }
        for lot in (0..self.lots.len()).filter(|&lot| held(&self.lots[lot])) {
            for credit in self.burned.iter_mut().filter(|credit| credit.lot == lot) {
                credit.stale.get_or_insert(LapseKind::AtReset);
            }
        }
    }

    pub(crate) fn plan_lot(&mut self, one: usize, amount: i64) {
        if amount <= 0 {
            return;
        }
        let pot = self.schedules[one].pot.clone();
        let base = format!("{}-{}", pot.to_lowercase(), self.now.date_naive());
        let mut id = base.clone();
        let mut number = 1;
        while self.lots.iter().any(|lot| lot.id == id) {
            number += 1;
            id = format!("{base}-{number}");
        }
        let place = self.place(&pot);
        let lot = self.new_lot(id, pot, amount, place - 1_000, None, Some(one), false);
        self.schedules[one].current = Some(lot);
        self.sums.granted += amount;
    }

    /// The plan's own come before every entry, in the order of the terms.
    pub(crate) fn place(&self, pot: &str) -> i64 {
        let pots = self.terms.map(|terms| terms.pots.as_slice()).unwrap_or_default();
        pots.iter().position(|other| other.name.0 == pot).expect("a pot of the terms") as i64
    }

    #[expect(clippy::too_many_arguments, reason = "a model that hides nothing")]
    pub(crate) fn new_lot(
        &mut self,
        id: String,
        pot: String,
        amount: i64,
        seq: i64,
        own_end: Option<Instant>,
        schedule: Option<usize>,
        bought: bool,
    ) -> usize {
        self.lots.push(Lot {
            id,
            pot,
            left: amount,
            bought,
            seq,
            born: self.now,
            own_end,
            schedule,
            lived: 0,
            until_next_tick: false,
            filled: amount,
            gone: None,
        });
        self.lots.len() - 1
    }

    pub(crate) fn put(&mut self, lot: usize, amount: i64) {
        self.lots[lot].left += amount;
        self.lots[lot].filled += amount;
    }

    pub(crate) fn given(&mut self, entry: EntryId, grant: &Grant) {
        let pot = grant.pot.as_ref().map_or_else(|| self.top_up_pot(), |pot| pot.0.clone());
        let id = format!("g{}", entry.0);
        let extended = self.extended.iter().rev().find(|(lot, _)| *lot == id).map(|&(_, end)| LotEnd::At(end));
        let (own_end, schedule, until_next_tick) = match extended.or(grant.until) {
            Some(LotEnd::At(end)) => (Some(end), None, false),
            Some(LotEnd::After(life)) => self.life(life),
            None => self.own_life(&pot),
        };
        if own_end.is_some_and(|end| end <= self.now) || self.doomed.contains(&id) {
            return;
        }
        let lot = self.new_lot(id, pot, grant.amount.units(), entry.0, own_end, schedule, grant.bought);
        self.lots[lot].until_next_tick = until_next_tick;
        self.sums.granted += grant.amount.units();
    }

    pub(crate) fn top_up_pot(&self) -> String {
        let top_ups = self.terms.and_then(|terms| terms.top_ups.as_ref());
        top_ups.map_or_else(|| "Top-ups".to_owned(), |top_ups| top_ups.pot.0.clone())
    }

    pub(crate) fn own_life(&self, pot: &str) -> (Option<Instant>, Option<usize>, bool) {
        if let Some(top_ups) = self.terms.and_then(|terms| terms.top_ups.as_ref())
            && top_ups.pot.0 == pot
        {
            return self.life(top_ups.life);
        }
        let filling = self.schedules.iter().position(|schedule| schedule.granting && schedule.pot == pot);
        (None, filling, false)
    }

    pub(crate) fn life(&self, life: Life) -> (Option<Instant>, Option<usize>, bool) {
        match life {
            Life::Forever => (None, None, false),
            Life::For(interval) => (Some(after(self.now, interval)), None, false),
            Life::UntilRenewal => (None, self.main(), self.main().is_some()),
            Life::Cycles(_) | Life::FromRenewal(_) => unreachable!("not among the random lives"),
        }
    }
}
