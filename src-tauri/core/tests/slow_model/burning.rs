//! Who pays, one credit after the other.

use chrono::Duration;
use runout_core::Instant;
use runout_core::facts::{EntryId, Fact};
use runout_core::terms::{Cadence, Interval, IntervalUnit, Kept, Overdrawn, Pays, PotTerms, WithinRank};

use super::calendar::period_start;
use super::model::{Burned, Lot, Model, State};

/// What a schedule has answered at this hour: which, how many ticks ahead, when.
pub(crate) type Asked = Vec<(usize, u32, Option<Instant>)>;

impl Model<'_> {
    /// Every lot that can pay, by the rules of the burn order.
    pub(crate) fn in_order(&self) -> Vec<usize> {
        let here = |lot: &Lot| lot.gone.is_none() && lot.frozen.is_none();
        let mut lots: Vec<usize> = (0..self.lots.len()).filter(|&lot| here(&self.lots[lot])).collect();
        let oldest = self.terms.is_some_and(|terms| terms.within_rank == WithinRank::Oldest);
        let mut asked = Vec::new();
        let mut risks = vec![None; self.lots.len()];
        for &lot in &lots {
            risks[lot] = self.at_risk(&self.lots[lot], &mut asked);
        }
        lots.sort_by_key(|&lot| {
            let risk = risks[lot];
            let lot = &self.lots[lot];
            let first = if oldest { Some(lot.born) } else { risk };
            (self.rank(&lot.pot), first.is_none(), first, lot.bought, lot.born, lot.seq, lot.id.clone())
        });
        lots
    }

    pub(crate) fn pot(&self, pot: &str) -> Option<&PotTerms> {
        self.terms.and_then(|terms| terms.pots.iter().find(|other| other.name.0 == pot))
    }

    pub(crate) fn rank(&self, pot: &str) -> u32 {
        self.pot(pot).map_or(u32::MAX, |pot| u32::from(pot.rank))
    }

    /// The first instant at which the terms can take from a lot.
    pub(crate) fn at_risk(&self, lot: &Lot, asked: &mut Asked) -> Option<Instant> {
        let by_tick = self.ticks_until(lot, true).and_then(|(one, count)| self.ask(one, count, asked));
        [lot.own_end, by_tick, self.end_with_plan(lot, asked)].into_iter().flatten().min()
    }

    fn end_with_plan(&self, lot: &Lot, asked: &mut Asked) -> Option<Instant> {
        let ends = self.state == State::Cancelled && lot.of_cycle;
        self.main().filter(|_| ends).and_then(|main| self.ask(main, 1, asked))
    }

    /// When a lot ends, as far as is known.
    pub(crate) fn known_end(&self, lot: &Lot) -> Option<Instant> {
        let asked = &mut Vec::new();
        let by_tick = self.ticks_until(lot, false).and_then(|(one, count)| self.ask(one, count, asked));
        [lot.own_end, by_tick, self.end_with_plan(lot, asked)].into_iter().flatten().min()
    }

    /// Which tick of its schedule ends a lot, or (`cuts`) may cut it.
    fn ticks_until(&self, lot: &Lot, cuts: bool) -> Option<(usize, u32)> {
        if lot.bank {
            return None;
        }
        let one = lot.schedule?;
        let schedule = &self.schedules[one];
        let carry = &schedule.carry;
        let cut = carry.cap.is_some() || carry.share.parts < carry.share.of;
        let count = match carry.kept {
            _ if lot.ticks.is_some() => lot.ticks?.saturating_sub(lot.lived).max(1),
            _ if schedule.refill => 1,
            _ if self.state != State::Lapsed && (schedule.banks() || cuts && cut) => 1,
            _ if schedule.banks() => return None,
            Kept::UntilRenewal => 1,
            Kept::Cycles(k) => (k + 1).saturating_sub(lot.lived).max(1),
            Kept::For(_) | Kept::WhileSubscribed => return None,
        };
        Some((one, count))
    }

    fn ask(&self, one: usize, count: u32, asked: &mut Asked) -> Option<Instant> {
        let known = asked.iter().find(|known| (known.0, known.1) == (one, count)).map(|known| known.2);
        known.unwrap_or_else(|| {
            asked.push((one, count, self.tick_ahead(one, count)));
            asked[asked.len() - 1].2
        })
    }

    /// The so-manieth tick from now on; in a pause as the schedule stood when it began.
    pub(crate) fn tick_ahead(&self, one: usize, count: u32) -> Option<Instant> {
        self.tick_beside(one, count, self.with_main(one))
    }

    /// The same for a schedule of which is known whether it runs with the main one, whose renewals alone are shifted.
    pub(crate) fn tick_beside(&self, one: usize, count: u32, with_main: bool) -> Option<Instant> {
        if !matches!(self.schedules[one].cadence, Cadence::Every { .. }) {
            return None;
        }
        let mut at = match self.state {
            State::Paused(since) => (since - Duration::hours(1)).max(self.schedules[one].last),
            _ => self.now,
        };
        for _ in 0..count {
            at += Duration::hours(1);
            while !self.occurs(one, at, with_main) {
                at += Duration::hours(1);
            }
        }
        Some(at)
    }

    /// Whether a pot may pay for an entry: restrictions hold for spends alone.
    pub(crate) fn may_pay(&self, payer: EntryId, pot: &str) -> bool {
        let Some(Fact::Spend(spend)) = self.fact(payer) else { return true };
        match self.pot(pot).map(|pot| &pot.pays) {
            Some(Pays::Only(actions)) => {
                let action = spend.key.as_ref().map(|key| key.action.0.to_lowercase());
                action.is_some_and(|action| actions.iter().any(|only| only.to_lowercase() == action))
            }
            Some(Pays::Everything) | None => true,
        }
    }

    /// What can still be taken from a pot today.
    pub(crate) fn room(&self, pot: &str) -> i64 {
        let Some(limit) = self.pot(pot).and_then(|pot| pot.day_limit) else { return i64::MAX };
        let day = period_start(limit.from, Interval { count: 1, of: IntervalUnit::Day }, self.now);
        (limit.amount.units() - self.taken(pot, day)).max(0)
    }

    /// What was taken from a pot since an instant, net of what came back.
    pub(crate) fn taken(&self, pot: &str, since: Instant) -> i64 {
        let taken = |credit: &&Burned| !credit.back && credit.at >= since && self.lots[credit.lot].pot == pot;
        self.burned.iter().filter(taken).count() as i64
    }

    /// One credit, if a lot may pay it; a `free` one knows no restriction and no limit.
    pub(crate) fn burn(&mut self, payer: EntryId, pot: Option<&str>, order: &[usize], free: bool) -> bool {
        let lot = order.iter().copied().find(|&lot| {
            let lot = &self.lots[lot];
            let may = free || self.may_pay(payer, &lot.pot) && self.room(&lot.pot) > 0;
            lot.left > 0 && pot.is_none_or(|pot| lot.pot == pot) && may
        });
        let Some(lot) = lot else { return false };
        self.lots[lot].left -= 1;
        self.burned.push(Burned { payer, lot, at: self.now, back: false, stale: None, checked: false });
        let logged = matches!(self.fact(payer), Some(Fact::Spend(_)));
        let pot = self.lots[lot].pot.clone();
        let sums = self.of_pot(&pot);
        *(if logged { &mut sums.spent } else { &mut sums.unlogged }) += 1;
        true
    }

    /// What is overdrawn is paid, the oldest first.
    pub(crate) fn pay(&mut self, free: bool) {
        if !free && self.terms.is_some_and(|terms| terms.overdrawn == Overdrawn::Kept) {
            return;
        }
        let order = self.in_order();
        for payer in std::mem::take(&mut self.open) {
            let unbound = free || !matches!(self.fact(payer), Some(Fact::Spend(_)));
            if !self.burn(payer, None, &order, unbound) {
                self.open.push(payer);
            }
        }
    }
}
