//! The burn order.

use std::cmp::Ordering;

use super::{Course, LAST};
use crate::Instant;
use crate::ledger::answers::Ending;
use crate::ledger::lot::{Hold, Key, Lot};
use crate::ledger::pool::Slot;
use crate::terms::WithinRank;

impl Course {
    /// The earliest instant at which the terms can take from a lot: its end, or the renewal that may cut it.
    pub(crate) fn at_risk(&self, lot: &Lot) -> Option<Instant> {
        let clipped = lot.clock.and_then(|(number, hold)| {
            let clock = &self.clocks[number];
            clock.next.filter(|_| matches!(hold, Hold::Plan { .. }) && clock.cut.clips() && !self.is_lapsed())
        });
        [self.end_of(lot), clipped].into_iter().flatten().min()
    }

    /// When a lot ends, as far as is known now: what may cut it is no end.
    pub(crate) fn end_of(&self, lot: &Lot) -> Option<Instant> {
        self.ending_of(lot).map(|(end, _)| end)
    }

    /// When a lot ends, and what makes that end.
    pub(crate) fn ending_of(&self, lot: &Lot) -> Option<(Instant, Ending)> {
        let by_clock = lot.clock.and_then(|(number, hold)| {
            let clock = &self.clocks[number];
            match hold {
                Hold::Plan { .. } if clock.cut.banks() && self.is_lapsed() => None,
                Hold::Plan { born } => {
                    let end = clock.ahead(clock.cut.age?.saturating_sub(clock.ticks - born))?;
                    Some((end, clock.cut.ending()))
                }
                Hold::UntilTick(tick) => Some((clock.ahead(tick.saturating_sub(clock.ticks))?, Ending::Renewal)),
                Hold::Clamp { .. } => None,
            }
        });
        let own = lot.until.map(|until| (until, Ending::Own));
        let with_plan = self.last_end().filter(|_| lot.with_plan).map(|end| (end, Ending::Cancellation));
        [own, by_clock, with_plan].into_iter().flatten().min_by_key(|&(end, _)| end)
    }

    pub(super) fn key_of(&self, lot: &Lot) -> Key {
        let first = match self.within {
            WithinRank::SoonestEnd => self.at_risk(lot).unwrap_or(Instant::MAX_UTC),
            WithinRank::Oldest => lot.starts,
        };
        let rank = self.pots.get(usize::from(lot.pot)).map_or(LAST, |pot| pot.rank);
        Key { rank, first, bought: lot.bought, starts: lot.starts, seq: lot.seq }
    }

    /// Puts a lot that begins into its place.
    pub(super) fn enter(&mut self, slot: Slot) {
        let place = self.order.partition_point(|&other| self.burns_before(other, slot) == Ordering::Less);
        self.order.insert(place, slot);
    }

    /// Takes a lot that ends out of the order.
    pub(super) fn leave(&mut self, slot: Slot) {
        if let Some(place) = self.order.iter().position(|&other| other == slot) {
            self.order.remove(place);
        }
    }

    /// Reckons the places of all lots anew, after new terms.
    pub(super) fn rekey_all(&mut self) {
        for index in 0..self.order.len() {
            self.rekey(self.order[index]);
        }
    }

    /// Reckons a lot's place anew.
    pub(super) fn rekey(&mut self, slot: Slot) {
        let key = self.key_of(&self.lots[slot as usize]);
        let lot = &mut self.lots[slot as usize];
        self.unsorted |= lot.key != key;
        lot.key = key;
    }

    pub(super) fn sort_order(&mut self) {
        if std::mem::take(&mut self.unsorted) {
            let mut order = std::mem::take(&mut self.order);
            order.sort_by(|&a, &b| self.burns_before(a, b));
            self.order = order;
        }
    }

    fn burns_before(&self, a: Slot, b: Slot) -> Ordering {
        let (a, b) = (&self.lots[a as usize], &self.lots[b as usize]);
        a.key.cmp(&b.key).then_with(|| a.id.cmp(&b.id))
    }
}
