//! What the ledger answers.

use crate::Instant;
use crate::credits::Credits;
use crate::facts::{EntryId, LotId};
use crate::terms::PotName;

/// The two readings of an instant T.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Everything before T, and what the calendar does at T: ends, resets, grants, paying off what is overdrawn.
    Opening,
    /// All of T: its spends, refunds and balance checks too. What every answer shows for now.
    After,
}

/// Which lot, in the order in which the lots of one replay began. Only good for the [`Ledger`](super::Ledger) that it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LotNumber(pub u32);

/// A lot at the ledger's instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotBalance {
    /// Its id, which `void` and `extend` take.
    pub id: LotId,
    /// Its number in this ledger.
    pub number: LotNumber,
    /// The pot that it lies in.
    pub pot: PotName,
    /// What filled it, all in all.
    pub granted: Credits,
    /// What is left in it.
    pub left: Credits,
    /// When it began.
    pub starts: Instant,
    /// When it ends, as far as the terms and the entries up to now say; none: it does not end.
    pub ends: Option<Instant>,
    /// The earliest instant at which the terms can take from it: its end, or the renewal that may cut it. The burn
    /// order goes by it.
    pub at_risk: Option<Instant>,
    /// Whether it could pay now: it has not ended and is not frozen.
    pub usable: bool,
    /// Since when it is frozen, because the plan has lapsed; none: it is not. Frozen credits are not left.
    pub frozen: Option<Instant>,
    /// What made it.
    pub by: GrantedBy,
    /// What makes its end; none where it has none, or where it stands still while it is frozen.
    pub ending: Option<Ending>,
    /// How it ended, once it has.
    pub ended: Option<LapseKind>,
    /// Whether it was bought.
    pub bought: bool,
    /// The entry that made it; none for the plan's own.
    pub entry: Option<EntryId>,
}

/// A pot at the ledger's instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PotBalance {
    /// Its name.
    pub pot: PotName,
    /// Its place in the burn order: lower pays first.
    pub rank: u16,
    /// What is left in it and can be taken today, without what is frozen.
    pub left: Credits,
    /// What is in it beyond that: its daily limit withholds it.
    pub withheld: Credits,
    /// What is left in its frozen lots.
    pub frozen: Credits,
    /// Its lots that have begun and not ended, in burn order, frozen ones last; used up ones too.
    pub lots: Vec<LotBalance>,
}

/// What makes a lot's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Its own date or life.
    Own,
    /// A renewal: its last one by the terms.
    Renewal,
    /// The refill that comes in its place.
    Refill,
    /// A renewal that moves what is left into a bank.
    Bank,
    /// The end of the cancelled plan.
    Cancellation,
}

/// How the plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanState {
    /// It runs.
    Running,
    /// Nothing is granted or reset.
    Paused {
        /// Since then.
        since: Instant,
    },
    /// It ends with its running cycle.
    Cancelled {
        /// Where that one ends; none where the terms have no cycle.
        until: Option<Instant>,
    },
    /// It was cancelled, and its last cycle is over.
    Lapsed {
        /// Since then.
        since: Instant,
    },
}

/// A grant later than the ledger's instant: listed, not left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// The entry that makes it.
    pub entry: EntryId,
    /// When it begins.
    pub at: Instant,
    /// Into which pot.
    pub pot: PotName,
    /// How much.
    pub amount: Credits,
}

/// What one lot paid of one spend, refunds and gains taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice<'a> {
    /// The lot.
    pub lot: &'a LotId,
    /// The pot that the lot lies in.
    pub pot: &'a PotName,
    /// How much.
    pub amount: Credits,
}

/// Why credits lapsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LapseKind {
    /// The lot came to its end, a renewal's included.
    Expired,
    /// The lot was ended by hand.
    Voided,
    /// A reset kept only a part.
    AtReset,
    /// A grant was cut by a cap on the total.
    AtGrant,
    /// A refill forfeited what was left.
    ByRefill,
}

/// What made a lot, or filled it further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantedBy {
    /// The plan's own schedule, the first cycle of the book included.
    Plan,
    /// A change of terms.
    Change,
    /// A reset that keeps a minimum.
    Reset,
    /// An entry: a top-up, a bonus.
    Entry(EntryId),
    /// A spend that called for it: other pots could not cover it, or it was the first use.
    Trigger(EntryId),
    /// The service itself, which bought it before a spend that would have left too little.
    AutoRefill(EntryId),
    /// A renewal that moved what was left of other lots into a bank.
    Bank,
    /// A check that showed more than there was.
    Check(EntryId),
}

/// What moved credits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A spend.
    Spent(EntryId),
    /// A refund.
    Refunded {
        /// The refund's own entry.
        entry: EntryId,
        /// The spend.
        of: EntryId,
    },
    /// Credits were granted into a lot.
    Granted {
        /// The lot.
        lot: LotNumber,
        /// By what.
        by: GrantedBy,
    },
    /// Credits of a lot lapsed.
    Lapsed {
        /// The lot.
        lot: LotNumber,
        /// Why.
        kind: LapseKind,
    },
    /// A renewal moved credits into a bank.
    Moved {
        /// From this lot.
        from: LotNumber,
        /// Into this one.
        into: LotNumber,
        /// How much.
        amount: Credits,
    },
    /// What no lot covered of a spend was granted on account.
    Billed(EntryId),
    /// A lot cannot pay any more: the plan has lapsed.
    Frozen(LotNumber),
    /// It can pay again.
    Thawed(LotNumber),
    /// A renewal forgave what was overdrawn.
    Forgiven,
    /// A new cycle began. It moves nothing itself: its grants and lapses are moments of their own.
    Renewed,
    /// A balance check; its outcome is in [`Ledger::checks`](super::Ledger::checks), found by [`Ledger::check`](super::Ledger::check).
    Checked(EntryId),
}

/// Something that moved credits, and what there was after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub at: Instant,
    /// What.
    pub what: What,
    /// What it did to the balance (left − overdrawn).
    pub change: Credits,
    /// What was left after it.
    pub left: Credits,
    /// What was overdrawn after it.
    pub overdrawn: Credits,
}

/// What a balance check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckOutcome {
    /// The check.
    pub entry: EntryId,
    /// When.
    pub at: Instant,
    /// The one pot that it covers; none: everything.
    pub pot: Option<PotName>,
    /// What the service showed.
    pub shown: Credits,
    /// What the ledger had: left − overdrawn, or what was left in the pot.
    pub computed: Credits,
    /// What was missing; 0 where it was not.
    pub unlogged: Credits,
    /// What was there beyond the ledger; 0 where it was not.
    pub gained: Credits,
    /// The part of `gained` that a later refund explained.
    pub explained: Credits,
}

/// A cycle, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Where it begins.
    pub start: Instant,
    /// The renewal that ends it.
    pub end: Instant,
}
