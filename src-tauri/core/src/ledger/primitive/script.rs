//! What a script states, and how it stands at an instant.

use crate::Instant;
use crate::calendar::Span;
use crate::facts::{EntryId, LotId};
use crate::ledger::answers::Cycle;
use crate::ledger::lot::Key;
use crate::terms::Anchor;

/// A lot, stated by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptLot {
    /// Its name.
    pub id: LotId,
    /// How much fills it, in smallest units.
    pub amount: i64,
    /// Lower pays first.
    pub priority: u16,
    /// Its place in the order of entry.
    pub seq: i64,
    /// The first instant at which it can pay.
    pub from: Instant,
    /// The first instant at which it cannot any more.
    pub until: Option<Instant>,
    /// When it is ended by hand.
    pub voided: Option<Instant>,
    /// At a reset it keeps min(max, max(min, left)); max none: no cap.
    pub keeps: (i64, Option<i64>),
    /// When what is left is forfeited and the amount is there again.
    pub refill: Option<(Anchor, Span)>,
}

impl ScriptLot {
    /// Its place in the burn order: its end is all that can take from it by what the script states.
    pub(super) fn key(&self) -> Key {
        let first = self.until.unwrap_or(Instant::MAX_UTC);
        Key { rank: u32::from(self.priority), first, bought: false, starts: self.from, seq: self.seq }
    }
}

/// The schedule of the resets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScriptCycle {
    /// Where it is counted from.
    pub anchor: Anchor,
    /// The distance.
    pub every: Span,
    /// Whether what is overdrawn is kept.
    pub keeps_overdrawn: bool,
}

/// A reset by hand; it replaces a scheduled one at the same instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScriptReset {
    /// When.
    pub at: Instant,
    /// Whether what is overdrawn is kept.
    pub keeps_overdrawn: bool,
    /// Whether the schedule is counted from here from now on.
    pub moves_anchor: bool,
    /// Where the schedule is counted from, from now on.
    pub anchor: Option<Anchor>,
    /// The schedule's distance from now on.
    pub every: Option<Span>,
}

/// A spend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScriptSpend {
    /// Its id.
    pub id: EntryId,
    /// When.
    pub at: Instant,
    /// How much, in smallest units.
    pub amount: i64,
}

/// A refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScriptRefund {
    /// Its own id.
    pub id: EntryId,
    /// The spend.
    pub of: EntryId,
    /// When.
    pub at: Instant,
    /// How much, in smallest units.
    pub amount: i64,
}

/// The state with which a run opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// What is left per lot that has begun already; none: those open in full.
    pub left: Option<Vec<(LotId, i64)>>,
    /// What is overdrawn.
    pub overdrawn: i64,
    /// What was spent in the running cycle.
    pub used: i64,
    /// What lots covered of it.
    pub covered: i64,
}

/// What a ledger is told, from its start on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Where it begins; what is spent earlier is not seen.
    pub start: Instant,
    /// The lots, in any order.
    pub lots: Vec<ScriptLot>,
    /// The schedule of the resets, if there is one.
    pub cycle: Option<ScriptCycle>,
    /// The resets by hand.
    pub resets: Vec<ScriptReset>,
    /// The spends.
    pub spends: Vec<ScriptSpend>,
    /// The refunds.
    pub refunds: Vec<ScriptRefund>,
    /// The state at the start.
    pub opening: Opening,
}

/// How a script stands at an instant; amounts in smallest units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What is left in each lot, in the order of the script.
    pub left: Vec<i64>,
    /// What is left in all.
    pub total: i64,
    /// What nothing has covered yet.
    pub overdrawn: i64,
    /// What was spent in the running cycle, refunds taken off.
    pub used: i64,
    /// What lots covered in the running cycle, refunds taken off.
    pub covered: i64,
    /// What ended unused.
    pub expired: i64,
    /// What was ended by hand.
    pub voided: i64,
    /// What resets and refills took.
    pub forfeited: i64,
    /// The instants at which cycles began, the start included.
    pub cycles: Vec<Instant>,
    /// The running cycle's end, where there is a schedule.
    pub cycle_end: Option<Instant>,
    /// Where the schedule is counted from now, and its distance.
    pub schedule: Option<(Anchor, Span)>,
}

impl Standing {
    /// The running cycle.
    pub fn cycle(&self) -> Option<Cycle> {
        Some(Cycle { start: *self.cycles.last()?, end: self.cycle_end? })
    }
}
