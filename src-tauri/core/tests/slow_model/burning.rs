//! Who pays, one credit after the other.

use chrono::Duration;
use runout_core::Instant;
use runout_core::facts::EntryId;
use runout_core::terms::{Cadence, Kept, WithinRank};

use super::calendar::ticks_at;
use super::model::{Burned, Lot, Model, Schedule};

impl Model<'_> {
    /// Every lot that can pay, by the rules of the burn order.
    pub(crate) fn in_order(&self) -> Vec<usize> {
        let mut lots: Vec<usize> = (0..self.lots.len()).filter(|&lot| self.lots[lot].gone.is_none()).collect();
        let oldest = self.terms.is_some_and(|terms| terms.within_rank == WithinRank::Oldest);
        let mut asked = Vec::new();
        let risks: Vec<_> = self.lots.iter().map(|lot| self.at_risk(lot, &mut asked)).collect();
        lots.sort_by_key(|&lot| {
            let risk = risks[lot];
            let lot = &self.lots[lot];
            let first = if oldest { Some(lot.born) } else { risk };
            (self.rank(&lot.pot), first.is_none(), first, lot.bought, lot.born, lot.seq, lot.id.clone())
        });
        lots
    }

    pub(crate) fn rank(&self, pot: &str) -> u32 {
        let named = self.terms.and_then(|terms| terms.pots.iter().find(|other| other.name.0 == pot));
        named.map_or(u32::MAX, |pot| u32::from(pot.rank))
    }

    /// `asked` remembers what a schedule has answered at this hour.
    pub(crate) fn at_risk(&self, lot: &Lot, asked: &mut Vec<(usize, u32, Option<Instant>)>) -> Option<Instant> {
        let by_tick = lot.schedule.and_then(|one| {
            let schedule = &self.schedules[one];
            let count = match (schedule.carry.kept, &schedule.carry.cap) {
                _ if lot.until_next_tick || schedule.refill => 1,
                (Kept::UntilRenewal, _) | (_, Some(_)) => 1,
                (Kept::Cycles(k), _) => (k + 1).saturating_sub(lot.lived).max(1),
                _ => return None,
            };
            let known = asked.iter().find(|known| (known.0, known.1) == (one, count)).map(|known| known.2);
            known.unwrap_or_else(|| {
                asked.push((one, count, self.tick_ahead(schedule, count)));
                asked[asked.len() - 1].2
            })
        });
        [lot.own_end, by_tick].into_iter().flatten().min()
    }

    pub(crate) fn tick_ahead(&self, schedule: &Schedule, count: u32) -> Option<Instant> {
        if schedule.cadence == Cadence::Once {
            return None;
        }
        let mut at = self.now;
        for _ in 0..count {
            at += Duration::hours(1);
            while !ticks_at(schedule, at) {
                at += Duration::hours(1);
            }
        }
        Some(at)
    }

    /// One credit.
    pub(crate) fn burn(&mut self, payer: EntryId, pot: Option<&str>, order: &[usize]) {
        let mut order = order.iter().copied();
        let lot = order.find(|&lot| self.lots[lot].left > 0 && pot.is_none_or(|pot| self.lots[lot].pot == pot));
        match lot {
            Some(lot) => {
                self.lots[lot].left -= 1;
                self.burned.push(Burned { payer, lot, back: false, stale: None, checked: false });
            }
            None => self.open.push(payer),
        }
    }

    pub(crate) fn pay(&mut self) {
        let order = self.in_order();
        while !self.open.is_empty() && self.left() > 0 {
            let payer = self.open.remove(0);
            self.burn(payer, None, &order);
        }
    }
}
