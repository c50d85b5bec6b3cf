//! Lots begin, grow old, and end.

use runout_core::Instant;
use runout_core::facts::{EntryId, Grant, LotEnd};
use runout_core::ledger::LapseKind;
use runout_core::terms::{Cadence, Kept, Life};

use super::calendar::after;
use super::model::{Lot, Model, State};

/// A lot's own end, the schedule that it hangs on, and the tick of it that ends the lot.
pub(crate) type Lives = (Option<Instant>, Option<usize>, Option<u32>);

impl Model<'_> {
    pub(crate) fn end(&mut self, lot: usize, kind: LapseKind) {
        if self.lots[lot].gone.is_some() {
            return;
        }
        let left = std::mem::take(&mut self.lots[lot].left);
        self.lots[lot].gone = Some(kind);
        self.lapse(lot, left, kind);
        self.make_stale(lot, kind);
    }

    pub(crate) fn lapse(&mut self, lot: usize, amount: i64, kind: LapseKind) {
        self.sums.lapsed[kind as usize] += amount;
        let pot = self.lots[lot].pot.clone();
        self.of_pot(&pot).lapsed += amount;
    }

    /// What a lot has paid so far does not come back to stay.
    pub(crate) fn make_stale(&mut self, lot: usize, kind: LapseKind) {
        for credit in self.burned.iter_mut().filter(|credit| credit.lot == lot) {
            credit.stale.get_or_insert(kind);
        }
    }

    /// Lots of a schedule grow a cycle older; those whose time has come end.
    pub(crate) fn age(&mut self, one: usize) {
        let schedule = self.schedules[one].clone();
        let bank = schedule.banks();
        for lot in 0..self.lots.len() {
            if self.lots[lot].schedule != Some(one) || self.lots[lot].gone.is_some() || self.lots[lot].bank {
                continue;
            }
            self.lots[lot].lived += 1;
            let lived = self.lots[lot].lived;
            if let Some(ticks) = self.lots[lot].ticks {
                if lived >= ticks {
                    self.end(lot, LapseKind::Expired);
                }
            } else if schedule.refill {
                self.end(lot, LapseKind::ByRefill);
            } else if !bank {
                match schedule.carry.kept {
                    Kept::UntilRenewal => self.end(lot, LapseKind::Expired),
                    Kept::Cycles(k) if lived > k => self.end(lot, LapseKind::Expired),
                    _ => {}
                }
            }
        }
    }

    /// What the terms grant, as far as the ceiling lets it.
    pub(crate) fn plan_lot(&mut self, one: usize, amount: i64) {
        let pot = self.schedules[one].pot.clone();
        if amount <= 0 {
            return;
        }
        let amount = self.under_ceiling(&pot, amount);
        let own_end = self.kept_until(one);
        let seq = self.place(&pot) - 1_000;
        let id = self.plan_id(&pot);
        let lot = self.new_lot(id, pot, amount, seq, (own_end, Some(one), None), false);
        self.lots[lot].of_cycle = self.schedules[one].cadence != Cadence::Once;
        self.schedules[one].current = Some(lot);
    }

    pub(crate) fn plan_id(&self, pot: &str) -> String {
        let base = format!("{}-{}", pot.to_lowercase(), self.now.date_naive());
        let mut id = base.clone();
        let mut number = 1;
        while self.lots.iter().any(|lot| lot.id == id) {
            number += 1;
            id = format!("{base}-{number}");
        }
        id
    }

    /// The plan's own come before every entry, in the order of the terms.
    pub(crate) fn place(&self, pot: &str) -> i64 {
        let pots = self.terms.map(|terms| terms.pots.as_slice()).unwrap_or_default();
        pots.iter().position(|other| other.name.0 == pot).map_or(999, |place| place as i64)
    }

    /// A lot that was granted.
    pub(crate) fn new_lot(
        &mut self,
        id: String,
        pot: String,
        amount: i64,
        seq: i64,
        lives: Lives,
        bought: bool,
    ) -> usize {
        let lot = self.bare_lot(id, pot, seq, lives, bought);
        self.lots.push(lot);
        self.put(self.lots.len() - 1, amount);
        self.lots.len() - 1
    }

    pub(crate) fn bare_lot(&self, id: String, pot: String, seq: i64, lives: Lives, bought: bool) -> Lot {
        let (own_end, schedule, ticks) = lives;
        Lot {
            id,
            pot,
            left: 0,
            bought,
            seq,
            born: self.now,
            own_end,
            schedule,
            lived: 0,
            ticks,
            of_cycle: false,
            bank: false,
            frozen: None,
            held: false,
            filled: 0,
            gone: None,
        }
    }

    pub(crate) fn put(&mut self, lot: usize, amount: i64) {
        self.lots[lot].left += amount;
        self.lots[lot].filled += amount;
        self.sums.granted += amount;
        self.appeared |= amount > 0;
        let pot = self.lots[lot].pot.clone();
        self.of_pot(&pot).granted += amount;
    }

    pub(crate) fn given(&mut self, entry: EntryId, grant: &Grant) {
        let pot = grant.pot.as_ref().map_or_else(|| self.top_up_pot(), |pot| pot.0.clone());
        let id = format!("g{}", entry.0);
        let extended = self.extended.iter().rev().find(|(lot, _)| *lot == id).map(|&(_, end)| LotEnd::At(end));
        let lives = match extended.or(grant.until) {
            Some(LotEnd::At(end)) => (Some(end), None, None),
            Some(LotEnd::After(life)) => self.life(life),
            None => self.own_life(&pot),
        };
        if lives.0.is_some_and(|end| end <= self.now) || self.doomed.contains(&id) {
            return;
        }
        let lot = self.new_lot(id, pot, grant.amount.units(), entry.0, lives, grant.bought);
        if self.state == State::Lapsed {
            self.freeze_lot(lot);
        }
    }

    pub(crate) fn top_up_pot(&self) -> String {
        let top_ups = self.terms.and_then(|terms| terms.top_ups.as_ref());
        top_ups.map_or_else(|| "Top-ups".to_owned(), |top_ups| top_ups.pot.0.clone())
    }

    /// How a lot lives that names no life of its own.
    pub(crate) fn own_life(&self, pot: &str) -> Lives {
        if let Some(top_ups) = self.terms.and_then(|terms| terms.top_ups.as_ref())
            && top_ups.pot.0 == pot
        {
            return self.life(top_ups.life);
        }
        let fills = |one: &usize| self.schedules[*one].granting && self.schedules[*one].pot == pot;
        let filling = (0..self.schedules.len()).find(fills);
        (filling.and_then(|one| self.kept_until(one)), filling, None)
    }

    /// The end that a schedule gives its lots from the first: neither a refill nor a bank asks for it.
    fn kept_until(&self, one: usize) -> Option<Instant> {
        let schedule = &self.schedules[one];
        match schedule.carry.kept {
            Kept::For(interval) if !schedule.refill && !schedule.banks() => Some(after(self.now, interval)),
            _ => None,
        }
    }

    pub(crate) fn life(&self, life: Life) -> Lives {
        let main = self.main();
        match life {
            Life::Forever => (None, None, None),
            Life::For(interval) => (Some(after(self.now, interval)), None, None),
            Life::UntilRenewal => (None, main, main.map(|_| 1)),
            Life::Cycles(cycles) => (None, main, main.map(|_| cycles.max(1))),
            Life::FromRenewal(interval) => {
                let start = main.map_or(self.now, |main| self.schedules[main].last);
                (Some(after(start, interval)), None, None)
            }
        }
    }
}
