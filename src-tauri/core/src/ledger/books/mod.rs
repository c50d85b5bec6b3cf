//! What the replay writes down while the inner step runs: who paid what, what moved when, what it comes to.

mod reconcile;
mod refund;
mod tally;

use std::collections::VecDeque;

use super::LedgerError;
use super::answers::{GrantedBy, LapseKind, LotNumber, Moment, What};
use super::course::{Course, Step};
use super::pool::{Pool, Slot};
use crate::Instant;
use crate::credits::Credits;
use crate::facts::EntryId;

pub(crate) use reconcile::Shown;
pub(crate) use tally::{Snapshot, Sum, Sums};

/// A payer's place: a spend, the unlogged part of a check, or what was overdrawn from the start.
pub(crate) type Payer = u32;

/// The end of a chain of parts, or of what was undone.
const NONE: u32 = u32::MAX;

/// A part of a spend that one lot paid, what came back taken off.
#[derive(Clone, Copy, Debug)]
struct Part {
    payer: Payer,
    slot: Slot,
    amount: i64,
    /// The payer's part before this one.
    before: u32,
}

/// Who took credits.
#[derive(Clone, Copy, Debug)]
struct Taken {
    amount: i64,
    last: u32,
    open: i64,
    forgiven: i64,
    refunded: i64,
    undone: u32,
    is_check: bool,
}

/// What a check undid of a spend.
#[derive(Clone, Copy, Debug)]
struct Undone {
    check: u32,
    slot: Option<Slot>,
    amount: i64,
    /// What was undone of the same spend before this.
    before: u32,
}

/// What is known of a lot besides what is left in it.
#[derive(Clone, Copy, Debug, Default)]
struct LotBook {
    filled: i64,
    /// Parts before this place were burned before a reset or refill that could cut the lot.
    cut_at: u32,
    cut_kind: Option<LapseKind>,
}

/// What the sums stood at when the running cycle began.
#[derive(Clone, Copy, Debug, Default)]
struct CycleBase {
    used: i128,
    covered: i128,
}

/// The inner step's state with all that is written down beside it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Books {
    pub(crate) pool: Pool,
    head: usize,
    parts: Vec<Part>,
    takers: Vec<Taken>,
    open: VecDeque<Payer>,
    lots: Vec<LotBook>,
    undone: Vec<Undone>,
    checked_at: Vec<u32>,
    cycle: CycleBase,
    pub(crate) sums: Sums,
    pub(crate) moments: Vec<Moment>,
    pub(crate) checks: Vec<super::CheckOutcome>,
}

impl Books {
    /// Books with room for so many spends.
    pub(crate) fn with_room(spends: usize) -> Self {
        Self {
            parts: Vec::with_capacity(spends + spends / 8),
            takers: Vec::with_capacity(spends),
            moments: Vec::with_capacity(spends + spends / 8),
            ..Self::default()
        }
    }

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
                let lost = self.pool.end(slot);
                self.lapse(slot, kind, lost, course, at);
            }
            Step::Cut(slot, max) => {
                let lost = self.pool.cut(slot, max);
                self.lapse(slot, LapseKind::AtReset, lost, course, at);
                self.mark_cut(slot, LapseKind::AtReset);
            }
            Step::CutSum(ref slots, cap) => self.cut_sum(slots, cap, course, at),
            Step::Forfeit(slot) => {
                let lost = self.pool.end(slot);
                self.lapse(slot, LapseKind::ByRefill, lost, course, at);
                self.mark_cut(slot, LapseKind::ByRefill);
                self.lots[slot as usize].filled = 0;
            }
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
                self.pool.put(slot, amount);
                return self.granted(slot, amount, by, course, at);
            }
            Step::FillTo(slot, amount, by) => {
                let added = self.pool.raise(slot, amount);
                return self.granted(slot, added, by, course, at);
            }
        }
        false
    }

    fn cut_sum(&mut self, slots: &[Slot], cap: i64, course: &Course, at: Instant) {
        let mut lost = Vec::new();
        self.pool.cut_sum(slots, cap, |slot, part| lost.push((slot, part)));
        let mut left = self.pool.total() + lost.iter().map(|&(_, part)| part).sum::<i64>();
        let kind = LapseKind::AtReset;
        for (slot, part) in lost {
            left -= part;
            self.sums.lapse(course.lots[slot as usize].pot, kind, part);
            self.note_left(at, What::Lapsed { lot: LotNumber(slot), kind }, -part, left);
        }
        for &slot in slots {
            self.mark_cut(slot, LapseKind::AtReset);
        }
    }

    /// Pays off what is overdrawn with what is there, the oldest uncovered spend first.
    pub(crate) fn pay_off(&mut self, course: &Course) {
        self.head = 0;
        let Self { pool, parts, takers, open, sums, .. } = self;
        pool.pay_off(course.order(), |slot, mut part| {
            while part > 0
                && let Some(&payer) = open.front()
            {
                let taken = &mut takers[payer as usize];
                let paid = part.min(taken.open);
                taken.open -= paid;
                part -= paid;
                write_part(parts, taken, payer, slot, paid);
                sums.pay(course.lots[slot as usize].pot, paid, taken.is_check);
                if taken.open == 0 {
                    open.pop_front();
                }
            }
        });
    }

    /// Takes a spend.
    pub(crate) fn spend(
        &mut self,
        entry: EntryId,
        amount: i64,
        course: &Course,
        at: Instant,
    ) -> Result<(), LedgerError> {
        self.sums.whole.spent += i128::from(amount);
        self.burn(amount, false, course, course.order());
        self.note(at, What::Spent(entry), -amount);
        self.guard()
    }

    /// Opens with what was overdrawn, and with what the running cycle had used and covered before.
    pub(crate) fn open_with(&mut self, overdrawn: i64, used: i64, covered: i64, course: &Course) {
        self.burn(overdrawn, false, course, &[]);
        let (used, covered) = (self.sums.used() - i128::from(used), self.sums.covered() - i128::from(covered));
        self.cycle = CycleBase { used, covered };
    }

    /// What was spent in the running cycle, and what of it lots covered; refunds taken off.
    pub(crate) fn in_cycle(&self) -> (i128, i128) {
        (self.sums.used() - self.cycle.used, self.sums.covered() - self.cycle.covered)
    }

    /// The place that the next taker gets.
    pub(crate) fn next_payer(&self) -> Payer {
        place(self.takers.len())
    }

    /// Burns an amount in an order; what no lot covers is overdrawn. The taker's place is that of the order of calls.
    fn burn(&mut self, amount: i64, is_check: bool, course: &Course, order: &[Slot]) {
        let payer = self.next_payer();
        let mut taken = Taken { amount, last: NONE, open: 0, forgiven: 0, refunded: 0, undone: NONE, is_check };
        let head = self.head.min(order.len());
        let Self { pool, parts, sums, .. } = self;
        taken.open = pool.burn(&order[head..], amount, |slot, part| {
            write_part(parts, &mut taken, payer, slot, part);
            sums.pay(course.lots[slot as usize].pot, part, is_check);
        });
        if taken.open > 0 {
            self.open.push_back(payer);
        }
        self.takers.push(taken);
        self.skip_used_up(order);
    }

    fn skip_used_up(&mut self, order: &[Slot]) {
        while self.head < order.len() && self.pool.left(order[self.head]) == 0 {
            self.head += 1;
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

    fn granted(&mut self, slot: Slot, amount: i64, by: GrantedBy, course: &Course, at: Instant) -> bool {
        self.lots[slot as usize].filled += amount;
        if amount > 0 {
            self.sums.grant(course.lots[slot as usize].pot, amount);
            self.note(at, What::Granted { lot: LotNumber(slot), by }, amount);
        }
        amount > 0
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

    fn make_room(&mut self, course: &Course) {
        self.head = 0;
        self.pool.make_room(course.lots.len());
        self.lots.resize(course.lots.len(), LotBook::default());
        self.sums.make_room(course.pots.len());
        self.checked_at.resize(course.pots.len().max(self.checked_at.len()), 0);
    }

    fn note(&mut self, at: Instant, what: What, change: i64) {
        self.note_left(at, what, change, self.pool.total());
    }

    fn note_left(&mut self, at: Instant, what: What, change: i64, left: i64) {
        let credits = |units| Credits::new(units).unwrap_or(Credits::MAX);
        let (left, overdrawn) = (credits(left), credits(self.pool.overdrawn()));
        self.moments.push(Moment { at, what, change: credits(change), left, overdrawn });
    }

    fn guard(&self) -> Result<(), LedgerError> {
        Credits::new(self.pool.total())?;
        Credits::new(self.pool.overdrawn())?;
        Ok(())
    }

    /// What filled a lot, all in all.
    pub(crate) fn filled(&self, slot: Slot) -> i64 {
        self.lots.get(slot as usize).map_or(0, |lot| lot.filled)
    }

    /// The parts that lots paid of a spend, the first payment first.
    pub(crate) fn parts_of(&self, payer: Payer) -> Vec<(Slot, i64)> {
        let mut parts: Vec<(Slot, i64)> = self.parts_from(self.takers[payer as usize].last).collect();
        parts.reverse();
        parts.retain(|&(_, amount)| amount > 0);
        parts
    }

    fn parts_from(&self, last: u32) -> impl Iterator<Item = (Slot, i64)> + '_ {
        let mut place = last;
        std::iter::from_fn(move || {
            let part = self.parts.get(place as usize)?;
            place = part.before;
            Some((part.slot, part.amount))
        })
    }

    /// What no lot covered of a spend: open or forgiven.
    pub(crate) fn uncovered(&self, payer: Payer) -> i64 {
        self.takers.get(payer as usize).map_or(0, |taken| taken.open + taken.forgiven)
    }

    /// What came back for a spend.
    pub(crate) fn refunded(&self, payer: Payer) -> i64 {
        self.takers.get(payer as usize).map_or(0, |taken| taken.refunded)
    }
}

fn write_part(parts: &mut Vec<Part>, taken: &mut Taken, payer: Payer, slot: Slot, amount: i64) {
    let before = std::mem::replace(&mut taken.last, place(parts.len()));
    parts.push(Part { payer, slot, amount, before });
}

/// A place in an array, as it is kept.
fn place(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NONE)
}
