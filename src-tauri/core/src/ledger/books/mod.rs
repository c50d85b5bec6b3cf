//! What the replay writes down while the inner step runs: who paid what, what moved when, what it comes to.

mod follow;
mod meters;
mod paid;
mod reconcile;
mod refund;
mod spend;
mod tally;
mod triggers;

use std::collections::VecDeque;
use std::sync::Arc;

use super::LedgerError;
use super::answers::{GrantedBy, LapseKind, Moment, What};
use super::course::Course;
use super::limits::{Action, Counters, NO_ACTION, Rules};
use super::pool::{Pool, Slot};
use crate::Instant;
use crate::credits::Credits;

use meters::Meter;

pub(crate) use reconcile::Shown;
pub(crate) use spend::Take;
pub(crate) use tally::{Snapshot, Sum, Sums};

/// A payer's place: a spend, the unlogged part of a check, or what was overdrawn from the start.
pub(crate) type Payer = u32;

/// The end of a chain of parts, or of what was undone.
const NONE: u32 = u32::MAX;

/// A part of a spend that one lot paid, what came back taken off.
#[derive(Clone, Copy, Debug)]
struct Part {
    at: Instant,
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
    billed: i64,
    refunded: i64,
    undone: u32,
    is_check: bool,
    action: Action,
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
    by: Option<GrantedBy>,
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

/// What the terms in force limit, and what has been taken.
#[derive(Clone, Debug, Default)]
pub(crate) struct Limits {
    pub(crate) rules: Arc<Rules>,
    pub(crate) counters: Counters,
    meters: Vec<Meter>,
    /// The version of the terms that the rules are of.
    version: Option<usize>,
    /// The actions of the log.
    pub(crate) actions: Arc<[String]>,
    /// Each lot's pot.
    pots: Vec<u16>,
    /// Per pot that a spend can call for: when the period ends that has had its grant.
    pub(crate) came: Vec<(u16, Instant)>,
    /// When the plan's running cycle began, and the first payer in it.
    began: Option<Instant>,
    first: Payer,
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
    limits: Limits,
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

    /// Opens with what was overdrawn, and with what the running cycle had used and covered before.
    pub(crate) fn open_with(&mut self, overdrawn: i64, used: i64, covered: i64, course: &Course, at: Instant) {
        self.burn(Taken::new(overdrawn, false, NO_ACTION), course, &[], at);
        let (used, covered) = (self.sums.used() - i128::from(used), self.sums.covered() - i128::from(covered));
        self.cycle = CycleBase { used, covered };
    }

    /// What was granted on account since the plan's running cycle began.
    pub(crate) const fn billed_in_cycle(&self) -> i64 {
        self.limits.counters.billed
    }

    /// What the terms limit, and what has been taken.
    pub(crate) const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// What is overdrawn, the oldest first: for which action, whether no limit holds for it, and how much.
    pub(crate) fn open(&self) -> impl Iterator<Item = (Action, bool, i64)> + '_ {
        let takers = self.open.iter().map(|&payer| &self.takers[payer as usize]);
        takers.map(|taken| (taken.action, taken.is_check, taken.open))
    }

    /// What a lot's pot may give today to a spend of an action (none: to some spend), whatever the lot holds.
    pub(crate) fn room(&self, pot: u16, action: Option<Action>) -> i64 {
        let Limits { rules, counters, .. } = &self.limits;
        action.map_or_else(|| rules.room_today(counters, pot), |action| rules.room(counters, pot, action))
    }

    /// An action's number, by its id.
    pub(crate) fn action(&self, id: &str) -> Action {
        let id = id.to_lowercase();
        let place = self.limits.actions.iter().position(|action| *action == id);
        place.and_then(|place| Action::try_from(place).ok()).unwrap_or(NO_ACTION)
    }

    /// What was spent in the running cycle, and what of it lots covered; refunds taken off.
    pub(crate) fn in_cycle(&self) -> (i128, i128) {
        (self.sums.used() - self.cycle.used, self.sums.covered() - self.cycle.covered)
    }

    /// The place that the next taker gets.
    pub(crate) fn next_payer(&self) -> Payer {
        place(self.takers.len())
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
        self.note_state(at, what, change, (left, self.pool.overdrawn()));
    }

    fn note_state(&mut self, at: Instant, what: What, change: i64, (left, overdrawn): (i64, i64)) {
        let credits = |units| Credits::new(units).unwrap_or(Credits::MAX);
        let (left, overdrawn) = (credits(left), credits(overdrawn));
        self.moments.push(Moment { at, what, change: credits(change), left, overdrawn });
    }

    fn guard(&self) -> Result<(), LedgerError> {
        Credits::new(self.pool.total() + self.pool.aside())?;
        Credits::new(self.pool.overdrawn())?;
        Ok(())
    }
}

/// A place in an array, as it is kept.
fn place(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NONE)
}
