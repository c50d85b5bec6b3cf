//! Writes down what the calendar does.

use super::{Books, CycleBase, Limits, LotBook, place};
use crate::Instant;
use crate::credits::Credits;
use crate::ledger::LedgerError;
use crate::ledger::answers::{GrantedBy, LapseKind, LotNumber, What};
use crate::ledger::course::{Course, Step};
use crate::ledger::pool::Slot;
use crate::terms::Ratio;

impl Books {
    /// Writes down what the calendar took, or gave. Returns whether credits appeared that can pay what is overdrawn.
    pub(crate) fn follow(&mut self, steps: &[Step], course: &Course, at: Instant) -> Result<bool, LedgerError> {
        self.make_room(course);
        let mut appeared = false;
        for step in steps {
            appeared |= self.step(step, course, at);
        }
        self.guard()?;
        Ok(appeared)
    }

    fn step(&mut self, step: &Step, course: &Course, at: Instant) -> bool {
        match *step {
            Step::End(slot, kind) => {
                if self.pool.is_frozen(slot) {
                    self.thaw(slot, at);
                }
                let lost = self.pool.end(slot);
                self.lapse(slot, kind, lost, course, at);
            }
            Step::Cut(slot, max) => {
                let lost = self.pool.cut(slot, max);
                self.lapse(slot, LapseKind::AtReset, lost, course, at);
                self.mark_cut(slot, LapseKind::AtReset);
            }
            Step::Keep(ref slots, share, cap) => self.keep(slots, share, cap, course, at),
            Step::Bank { ref from, share, into, ref bank, cap } => {
                self.bank((from, share), (into, bank, cap), course, at);
            }
            Step::CutGrant(slot, ref slots, cap) => {
                let lost = self.pool.cut_grant(slot, slots, cap);
                self.lapse(slot, LapseKind::AtGrant, lost, course, at);
            }
            Step::Forfeit(slot) => {
                let lost = self.pool.end(slot);
                self.lapse(slot, LapseKind::ByRefill, lost, course, at);
                self.mark_cut(slot, LapseKind::ByRefill);
                self.lots[slot as usize].filled = 0;
            }
            Step::Freeze(slot) => {
                let left = self.pool.freeze(slot);
                self.note(at, What::Frozen(LotNumber(slot)), -left);
            }
            Step::Thaw(slot) => return self.thaw(slot, at) > 0,
            Step::Forgive => self.forgive(at),
            Step::Renew => {
                self.cycle = CycleBase { used: self.sums.used(), covered: self.sums.covered() };
                self.note(at, What::Renewed, 0);
            }
            Step::Raise(slot, min) => {
                let added = self.pool.raise(slot, min);
                return self.granted(slot, added, GrantedBy::Reset, course, at);
            }
            Step::Grant(slot, amount, by) => {
                let amount = self.within_ceiling(slot, amount, by, course);
                self.pool.put(slot, amount);
                return self.granted(slot, amount, by, course, at);
            }
            Step::FillTo(slot, amount, by) => {
                let amount = self.within_ceiling(slot, amount, by, course);
                let added = self.pool.raise(slot, amount);
                return self.granted(slot, added, by, course, at);
            }
        }
        false
    }

    fn thaw(&mut self, slot: Slot, at: Instant) -> i64 {
        let left = self.pool.thaw(slot);
        self.note(at, What::Thawed(LotNumber(slot)), left);
        left
    }

    fn keep(&mut self, slots: &[Slot], share: Ratio, cap: i64, course: &Course, at: Instant) {
        let mut lost = Vec::new();
        self.pool.keep(slots, share, cap, |slot, part| lost.push((slot, part)));
        self.lapse_at_reset(&lost, course, at);
        for &slot in slots {
            self.mark_cut(slot, LapseKind::AtReset);
        }
    }

    fn bank(&mut self, from: (&[Slot], Ratio), bank: (Slot, &[Slot], i64), course: &Course, at: Instant) {
        let (mut lost, mut moved, into) = (Vec::new(), Vec::new(), bank.0);
        self.pool.bank(from, bank, |slot, part| lost.push((slot, part)), |slot, part| moved.push((slot, part)));
        self.lapse_at_reset(&lost, course, at);
        for (slot, part) in moved.into_iter().filter(|&(_, part)| part > 0) {
            self.lots[into as usize].filled += part;
            self.sums.shift(course.lots[slot as usize].pot, course.lots[into as usize].pot, part);
            let amount = Credits::new(part).unwrap_or(Credits::MAX);
            self.note(at, What::Moved { from: LotNumber(slot), into: LotNumber(into), amount }, 0);
        }
        self.lots[into as usize].by.get_or_insert(GrantedBy::Bank);
        self.mark_cut(into, LapseKind::AtReset);
    }

    /// Writes down what a reset took, one lot after the other.
    fn lapse_at_reset(&mut self, lost: &[(Slot, i64)], course: &Course, at: Instant) {
        let mut left = self.pool.total() + lost.iter().map(|&(_, part)| part).sum::<i64>();
        let kind = LapseKind::AtReset;
        for &(slot, part) in lost {
            left -= part;
            self.sums.lapse(course.lots[slot as usize].pot, kind, part);
            self.note_left(at, What::Lapsed { lot: LotNumber(slot), kind }, -part, left);
        }
    }

    fn forgive(&mut self, at: Instant) {
        let forgiven = self.pool.forgive();
        if forgiven == 0 {
            return;
        }
        for payer in self.open.drain(..) {
            let taken = &mut self.takers[payer as usize];
            taken.forgiven += std::mem::take(&mut taken.open);
        }
        self.sums.whole.forgiven += i128::from(forgiven);
        self.note(at, What::Forgiven, forgiven);
    }

    /// What a ceiling leaves of a grant of the plan; entries are not held by it.
    fn within_ceiling(&self, slot: Slot, amount: i64, by: GrantedBy, course: &Course) -> i64 {
        if matches!(by, GrantedBy::Entry(_)) {
            return amount;
        }
        let Limits { rules, counters, .. } = &self.limits;
        rules.within_ceiling(counters, course.lots[slot as usize].pot, amount)
    }

    pub(super) fn granted(&mut self, slot: Slot, amount: i64, by: GrantedBy, course: &Course, at: Instant) -> bool {
        let lot = &mut self.lots[slot as usize];
        lot.filled += amount;
        lot.by.get_or_insert(by);
        if amount > 0 {
            self.sums.grant(course.lots[slot as usize].pot, amount);
            // What is granted into a frozen lot is not left, and pays nothing.
            let change = if self.pool.is_frozen(slot) { 0 } else { amount };
            self.note(at, What::Granted { lot: LotNumber(slot), by }, change);
        }
        amount > 0 && !self.pool.is_frozen(slot)
    }

    fn lapse(&mut self, slot: Slot, kind: LapseKind, amount: i64, course: &Course, at: Instant) {
        if amount > 0 {
            self.sums.lapse(course.lots[slot as usize].pot, kind, amount);
            self.note(at, What::Lapsed { lot: LotNumber(slot), kind }, -amount);
        }
    }

    /// From now on what was burned earlier does not come back into the lot.
    fn mark_cut(&mut self, slot: Slot, kind: LapseKind) {
        let lot = &mut self.lots[slot as usize];
        lot.cut_at = place(self.parts.len());
        lot.cut_kind = Some(kind);
    }

    pub(super) fn make_room(&mut self, course: &Course) {
        self.head = 0;
        self.pool.make_room(course.lots.len());
        self.lots.resize(course.lots.len(), LotBook::default());
        let lots = course.lots.iter().skip(self.limits.pots.len()).map(|lot| lot.pot);
        self.limits.pots.extend(lots);
        self.sums.make_room(course.pots.len());
        self.checked_at.resize(course.pots.len().max(self.checked_at.len()), 0);
    }
}
