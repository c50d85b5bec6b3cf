//! A refund: what was never covered first, then the slices burned last, each to the lot that it came from.

use super::reconcile::credits;
use super::{Books, Part, Payer};
use crate::Instant;
use crate::facts::EntryId;
use crate::ledger::LedgerError;
use crate::ledger::answers::{LapseKind, LotNumber, What};
use crate::ledger::course::Course;
use crate::ledger::pool::Slot;

impl Books {
    /// Gives credits back for a spend; at most what is not yet refunded of it.
    pub(crate) fn refund(
        &mut self,
        (entry, of): (EntryId, EntryId),
        payer: Payer,
        amount: i64,
        course: &Course,
        at: Instant,
    ) -> Result<(), LedgerError> {
        let Some(taken) = self.takers.get(payer as usize) else { return Ok(()) };
        let amount = amount.clamp(0, taken.amount - taken.refunded);
        self.takers[payer as usize].refunded += amount;
        let explained = self.explain(payer, amount, course);
        let open = self.uncover(payer, amount - explained);
        self.sums.refund(None, open);
        let forgiven = self.take_back_forgiven(payer, amount - explained - open);
        let billed = self.take_off_bill(payer, amount - explained - open - forgiven);
        let rest = amount - explained - open - forgiven - billed;
        let aside = self.pool.aside();
        let gone = self.give_back(payer, rest, course);
        self.note_left(at, What::Refunded { entry, of }, open + rest, self.pool.total() + self.pool.aside() - aside);
        let came_back = rest - gone.iter().map(|&(.., part)| part).sum::<i64>();
        self.take_away(gone, course, at);
        if came_back > 0 {
            self.head = 0;
            self.pay_off(course, at);
        }
        self.guard()
    }

    /// What came back into lots that have lapsed lapses too, and what came back into frozen ones is frozen.
    fn take_away(&mut self, gone: Vec<(Slot, Option<LapseKind>, i64)>, course: &Course, at: Instant) {
        let frozen = gone.iter().filter(|(slot, ..)| self.pool.is_frozen(*slot));
        let mut aside: i64 = frozen.map(|&(.., part)| part).sum();
        for (slot, kind, part) in gone {
            if self.pool.is_frozen(slot) {
                aside -= part;
            }
            let lot = LotNumber(slot);
            let what = kind.map_or(What::Frozen(lot), |kind| What::Lapsed { lot, kind });
            if let Some(kind) = kind {
                self.pool.cut(slot, self.pool.left(slot) - part);
                self.sums.lapse(course.lots[slot as usize].pot, kind, part);
            }
            self.note_left(at, what, -part, self.pool.total() + aside);
        }
    }

    /// The part that a gain has put back already: it moves from gained to refunded and adds nothing.
    fn explain(&mut self, payer: Payer, amount: i64, course: &Course) -> i64 {
        let mut place = self.takers[payer as usize].undone;
        let mut rest = amount;
        while rest > 0
            && let Some(undone) = self.undone.get_mut(place as usize)
        {
            let part = rest.min(undone.amount);
            undone.amount -= part;
            rest -= part;
            place = undone.before;
            let pot = undone.slot.map(|slot| course.lots[slot as usize].pot);
            let outcome = &mut self.checks[undone.check as usize];
            outcome.explained = outcome.explained.plus(credits(part)).unwrap_or(outcome.explained);
            self.sums.gain(pot, -part);
            self.sums.refund(pot, part);
        }
        amount - rest
    }

    /// What a renewal forgave of a spend is refunded instead.
    fn take_back_forgiven(&mut self, payer: Payer, amount: i64) -> i64 {
        let taken = &mut self.takers[payer as usize];
        let part = amount.min(taken.forgiven);
        taken.forgiven -= part;
        self.sums.whole.forgiven -= i128::from(part);
        self.sums.refund(None, part);
        part
    }

    /// What was granted on account for a spend is taken off the bill: it counts as refunded, not as granted.
    fn take_off_bill(&mut self, payer: Payer, amount: i64) -> i64 {
        let taken = &mut self.takers[payer as usize];
        let part = amount.min(taken.billed);
        taken.billed -= part;
        if payer >= self.limits.first {
            self.limits.counters.billed -= part;
        }
        self.sums.bill(-part);
        self.sums.refund(None, part);
        part
    }

    /// Puts slices back, the last one first; returns what lapses at once, and why, and what is frozen.
    fn give_back(&mut self, payer: Payer, amount: i64, course: &Course) -> Vec<(Slot, Option<LapseKind>, i64)> {
        let mut away = Vec::new();
        let mut place = self.takers[payer as usize].last;
        let mut rest = amount;
        while rest > 0
            && let Some(part) = self.parts.get_mut(place as usize)
        {
            let back = rest.min(part.amount);
            part.amount -= back;
            let (slot, before, part) = (part.slot, part.before, *part);
            if back > 0 {
                let pot = course.lots[slot as usize].pot;
                self.pool.put(slot, back);
                self.sums.refund(Some(pot), back);
                self.give_room(place, pot, back);
                let lapses = self.gone(&part, place, course);
                if lapses.is_some() || self.pool.is_frozen(slot) {
                    away.push((slot, lapses, back));
                }
            }
            rest -= back;
            place = before;
        }
        away
    }

    /// Why credits that come back into a part's lot lapse, if they do.
    fn gone(&self, part: &Part, place: u32, course: &Course) -> Option<LapseKind> {
        let lot = &self.lots[part.slot as usize];
        let cut = lot.cut_kind.filter(|_| place < lot.cut_at);
        cut.or(course.lots[part.slot as usize].ended)
    }

    /// Whether a part's lot can take credits back.
    pub(super) fn takes_back(&self, place: usize, course: &Course) -> bool {
        let part = self.parts[place];
        u32::try_from(place).is_ok_and(|place| self.gone(&part, place, course).is_none())
            && !self.pool.is_frozen(part.slot)
    }
}
