//! A lot as the calendar sees it: when it begins and ends, what can take from it, its place in the burn order.

use super::answers::LapseKind;
use super::clock::ClockNumber;
use crate::Instant;
use crate::facts::{EntryId, LotId};

/// How a lot hangs on a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    /// As the plan's own grants do: the clock says what a tick takes.
    Plan {
        /// How often the clock had ticked when it began.
        born: u32,
    },
    /// It ends when the clock has ticked this often, whatever the clock does to the plan's own.
    UntilTick(u32),
    /// At a tick it keeps min(max, max(min, left)).
    Clamp {
        /// At least this much.
        min: i64,
        /// At most this much; none: no cap.
        max: Option<i64>,
    },
}

/// A lot, without its amount.
#[derive(Clone, Debug)]
pub(crate) struct Lot {
    /// Its name.
    pub(crate) id: LotId,
    /// Its pot's place among the pots of the course.
    pub(crate) pot: u16,
    /// Whether it was bought.
    pub(crate) bought: bool,
    /// Its place in the order of entry; the plan's own come first.
    pub(crate) seq: i64,
    /// The entry that made it.
    pub(crate) entry: Option<EntryId>,
    /// When it begins.
    pub(crate) starts: Instant,
    /// Its own end, apart from what a clock does.
    pub(crate) until: Option<Instant>,
    /// The clock that it hangs on, and how.
    pub(crate) clock: Option<(ClockNumber, Hold)>,
    /// Its place in the burn order.
    pub(crate) key: Key,
    /// Whether it ends with the plan: the cycles' own grants, and what was banked from them.
    pub(crate) with_plan: bool,
    /// How it ended, once it has.
    pub(crate) ended: Option<LapseKind>,
}

/// A lot's place in the burn order; ties are broken by the lot's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    /// The rank of its pot.
    pub(crate) rank: u32,
    /// The earliest instant at which the terms can take from it, or its start where the oldest pays first.
    pub(crate) first: Instant,
    /// Free before bought.
    pub(crate) bought: bool,
    /// Earliest start.
    pub(crate) starts: Instant,
    /// Order of entry.
    pub(crate) seq: i64,
}
