//! What the replay writes down while the inner step runs: who paid what, what moved when, what it comes to.

mod follow;
mod paid;
mod reconcile;
mod refund;
mod tally;

use std::collections::VecDeque;

use super::LedgerError;
use super::answers::{LapseKind, Moment, What};
use super::course::Course;
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
}

fn write_part(parts: &mut Vec<Part>, taken: &mut Taken, payer: Payer, slot: Slot, amount: i64) {
    let before = std::mem::replace(&mut taken.last, place(parts.len()));
    parts.push(Part { payer, slot, amount, before });
}

/// A place in an array, as it is kept.
fn place(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NONE)
}
