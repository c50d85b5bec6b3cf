//! How long lots live, and what becomes of them while the plan is lapsed.

use super::Interval;

/// How long a lot lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// It does not end.
    Forever,
    /// A calendar duration from its start, on the wall clock of the service's zone.
    For(Interval),
    /// Until the renewal after its start.
    UntilRenewal,
    /// Until the n-th renewal after its start; with 1 that is the one which follows it.
    Cycles(u32),
    /// A calendar duration from the start of the cycle in which it was bought.
    FromRenewal(Interval),
}

/// What becomes of a pot's lots while the plan is lapsed: cancelled, and its last cycle over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhileLapsed {
    /// They stay usable.
    #[default]
    Usable,
    /// They are frozen; their ends come all the same.
    Frozen,
    /// They are frozen, and their ends move by the time for which they were.
    FrozenAndHeld,
}
