//! What the calendar does to the amounts, and what it reads.

use super::LotRule;
use crate::Instant;
use crate::calendar::Span;
use crate::facts::{EntryId, Grant, LotId};
use crate::ledger::answers::{GrantedBy, LapseKind};
use crate::ledger::pool::Slot;
use crate::terms::{Anchor, Ratio};

/// What the calendar does to the amounts, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A lot ends.
    End(Slot, LapseKind),
    /// A lot is cut to at most this much.
    Cut(Slot, i64),
    /// Of lots together a share is kept, at most so much; the first are cut first.
    Keep(Box<[Slot]>, Ratio, i64),
    /// A share of what is left in lots moves into a bank, as far as all its lots do not pass the cap; the rest lapses.
    Bank {
        /// What moves.
        from: Box<[Slot]>,
        /// The share.
        share: Ratio,
        /// Where it goes.
        into: Slot,
        /// All lots of the bank.
        bank: Box<[Slot]>,
        /// What fits into it.
        cap: i64,
    },
    /// What was left is forfeited, before a refill.
    Forfeit(Slot),
    /// A lot cannot pay for the time being.
    Freeze(Slot),
    /// It can pay again.
    Thaw(Slot),
    /// What is overdrawn is dropped.
    Forgive,
    /// A new cycle begins.
    Renew,
    /// A lot is raised to at least this much.
    Raise(Slot, i64),
    /// Credits go into a lot.
    Grant(Slot, i64, GrantedBy),
    /// What has just been granted into the first lot is cut, so that the lots together do not pass so much.
    CutGrant(Slot, Box<[Slot]>, i64),
    /// A lot is filled up to this much, never less.
    FillTo(Slot, i64, GrantedBy),
}

/// Something dated that the calendar reads from the entries.
#[derive(Clone, Debug)]
pub(crate) enum Happening {
    /// A version of the terms begins.
    Terms(usize),
    /// The plan ends with its running cycle.
    Cancel,
    /// Nothing is granted or reset from now on.
    Pause,
    /// The pause is over, or the cancellation taken back, or a new cycle begins.
    Resume,
    /// A lot's end is moved.
    Extend(LotId, Instant),
    /// A lot is ended.
    Void(LotId),
    /// A renewal by hand.
    Renew(ByHand),
    /// A lot begins, as an entry states it.
    Given(EntryId, Box<Grant>),
    /// A lot begins, stated in full.
    Begin(Box<LotRule>),
}

impl Happening {
    /// Its place within an instant.
    pub(super) const fn step(&self) -> u8 {
        match self {
            Self::Terms(_) | Self::Cancel | Self::Pause | Self::Resume => 0,
            Self::Extend(..) => 1,
            Self::Void(_) => 2,
            Self::Renew(_) => 3,
            Self::Given(..) | Self::Begin(_) => 4,
        }
    }
}

/// A renewal by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ByHand {
    /// The schedule is counted from here from now on.
    pub(crate) moves_anchor: bool,
    /// The schedule is counted from there from now on.
    pub(crate) anchor: Option<Anchor>,
    /// The schedule's distance from now on.
    pub(crate) every: Option<Span>,
    /// Whether what is overdrawn is kept; none: as the terms say.
    pub(crate) keeps_overdrawn: Option<bool>,
}
