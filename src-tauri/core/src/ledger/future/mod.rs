//! The days ahead, compiled once and walked many times.

mod compile;
mod offers;
mod spend;
mod walk;

use std::sync::Arc;

use super::limits::{Action, Counted, Counters, Rules};
use super::pool::{Pool, Slot};
use crate::terms::{PotName, Ratio};
use crate::{Day, Instant};

pub use walk::Walk;

/// What can lapse ahead: an instant, and the pot that it takes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lapse {
    /// When.
    pub at: Instant,
    /// Its day's place, 0 for today.
    pub day: usize,
    /// How many days' spends come before it.
    pub spends_before: usize,
    /// From which pot.
    pub pot: PotName,
}

/// A renewal ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewal {
    /// Its day's place, 0 for today.
    pub day: usize,
    /// How many days' spends come before it.
    pub spends_before: usize,
    /// When.
    pub at: Instant,
}

/// The days from today on as arrays: what the calendar does on each, and the burn order after it.
///
/// What the calendar does up to 12:00 local time comes before the day's spend, the rest after it. Every act passes
/// through the same inner step as the replay's.
///
/// Restrictions, limits, ceilings and triggers hold for the days ahead as they do for the log. A day's spend names no
/// action: pots that pay only some actions pay none of it. What is withheld counts as left.
#[derive(Clone, Debug)]
pub struct Future {
    days: Vec<Day>,
    lapses: Vec<Lapse>,
    renewals: Vec<Renewal>,
    /// The next two renewals, within the days or beyond them.
    ahead: [Option<Renewal>; 2],
    /// What there is now.
    pool: Pool,
    /// The burn order now.
    order: Stretch,
    acts: Vec<Act>,
    /// Per day: its acts before the spend, and after it.
    plan: Vec<[Stretch; 2]>,
    /// What the stretches of lots lie in.
    slots: Vec<Slot>,
    limits: Limits,
}

/// What of the days ahead depends on their spends beside the lots themselves.
#[derive(Clone, Debug, Default)]
struct Limits {
    /// Whether any day needs more than the lots in their order.
    is_any: bool,
    /// The rules of the terms in force, and of those that begin within the days.
    rules: Vec<Arc<Rules>>,
    /// What has been taken by now.
    counters: Counters,
    /// Each lot's pot.
    pots: Vec<u16>,
    /// Per day: what its spend may call for.
    offers: Vec<Stretch>,
    /// What those stretches lie in.
    offered: Vec<Offer>,
    /// For whom what is overdrawn now was taken, the oldest first; later spends name no action.
    open: Vec<Opened>,
    /// How much of each is open.
    open_left: Vec<i64>,
    /// Per trigger: the first day that may call for it.
    opens: Vec<u32>,
}

/// An empty lot that waits for a day's spend to call for it.
#[derive(Clone, Copy, Debug)]
struct Offer {
    /// Which trigger; none: the service's own purchase.
    trigger: Option<u32>,
    slot: Slot,
    /// The first day that may call for the trigger again.
    again: u32,
}

/// A taker of what is overdrawn now.
#[derive(Clone, Copy, Debug)]
struct Opened {
    action: Action,
    /// Whether no restriction and no limit holds for it.
    free: bool,
}

/// A stretch of an array, half-open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Stretch {
    from: u32,
    to: u32,
}

impl Stretch {
    fn is_empty(self) -> bool {
        self.from == self.to
    }

    fn of<T>(self, array: &[T]) -> &[T] {
        &array[self.from as usize..self.to as usize]
    }
}

/// What the calendar does, with the place of what can lapse by it.
#[derive(Clone, Copy, Debug)]
enum Act {
    End(Slot, u32),
    Cut(Slot, i64, u32),
    Keep(Stretch, Ratio, i64, u32),
    Bank(Bank),
    CutGrant(Slot, Stretch, i64, u32),
    Freeze(Slot),
    Thaw(Slot),
    Forgive,
    Raise(Slot, i64),
    Grant(Slot, i64),
    RaiseWithin(Slot, i64),
    GrantWithin(Slot, i64),
    Turn(u16, Counted),
    Cycle,
    Rules(u32),
    PayOff,
    Order(Stretch),
    Open(u32),
}

/// What moves into a bank: the lots that it comes from, the bank's own, and what can lapse from either.
#[derive(Clone, Copy, Debug)]
struct Bank {
    from: Stretch,
    share: Ratio,
    into: Slot,
    bank: Stretch,
    cap: i64,
    /// The places of what can lapse: of the bank, and of the others.
    lapses: [u32; 2],
}

impl Future {
    /// What is left now, what is withheld too.
    pub fn left(&self) -> i64 {
        self.pool.total()
    }

    /// The days, today first.
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// What can lapse within the days, by instant.
    pub fn lapses(&self) -> &[Lapse] {
        &self.lapses
    }

    /// The renewals within the days: the resets or grants of the pot with the largest allotment per day.
    pub fn renewals(&self) -> &[Renewal] {
        &self.renewals
    }

    /// The next renewal, within the days or beyond them (then its day's place is beyond them too).
    pub fn renewal(&self) -> Option<Renewal> {
        self.ahead[0]
    }

    /// The renewal after the next.
    pub fn second_renewal(&self) -> Option<Renewal> {
        self.ahead[1]
    }
}

/// A place in an array, as it is kept.
fn place(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
