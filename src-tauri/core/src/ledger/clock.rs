//! A schedule that ticks: renewals, and the refills of a lot.

use std::sync::Arc;

use chrono::Duration;

use super::answers::{Ending, LapseKind};
use super::pool::Slot;
use crate::Instant;
use crate::calendar::{Span, anchor_at, nth_span, number_at};
use crate::terms::{Anchor, Cadence, GrantTerms, Interval, PausedAnchor, Ratio};

/// A clock's place among the clocks of a course.
pub(crate) type ClockNumber = usize;

/// What a tick does to the lots that the plan granted on this clock: first ends, then the share, then the cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Each ends at the tick that makes it this many cycles old; none: no tick ends it.
    pub(crate) age: Option<u32>,
    /// What such an end counts as.
    pub(crate) kind: LapseKind,
    /// How long a grant lives by itself, whatever the ticks.
    pub(crate) lives: Option<Interval>,
    /// What a tick keeps of what is left in them together.
    pub(crate) share: Ratio,
    /// What it keeps at most.
    pub(crate) cap: Option<CutCap>,
}

/// What a tick keeps at most, in smallest units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CutCap {
    /// What is carried is cut to this.
    Carried(i64),
    /// What is carried is kept up to this, and what the tick grants is cut so that both together do not pass it.
    Total(i64),
    /// What is left moves into the pot of a bank, as far as the bank does not pass its cap; the rest lapses.
    Bank {
        /// The bank's place among the pots.
        pot: u16,
        /// What fits into it.
        cap: i64,
    },
}

impl Cut {
    /// All is kept in full.
    pub(crate) const NONE: Self =
        Self { age: None, kind: LapseKind::Expired, lives: None, share: Ratio::WHOLE, cap: None };

    /// Whether a tick can take a part from a lot that it does not end.
    pub(crate) const fn clips(&self) -> bool {
        self.cap.is_some() || self.share.parts != self.share.of
    }

    /// What makes the end of a lot that a tick ends.
    pub(crate) const fn ending(&self) -> Ending {
        match self.kind {
            LapseKind::ByRefill => Ending::Refill,
            _ if self.banks() => Ending::Bank,
            _ => Ending::Renewal,
        }
    }

    /// Whether a tick moves what is left into a bank.
    pub(crate) const fn banks(&self) -> bool {
        matches!(self.cap, Some(CutCap::Bank { .. }))
    }
}

/// A renewal of the schedule that comes at another instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    /// When the schedule says that it comes.
    pub(crate) renewal: Instant,
    /// When it comes; none: not yet.
    pub(crate) to: Option<Instant>,
}

/// What a tick grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gives {
    /// Nothing: the clock only runs on for the lots that it still holds.
    Nothing,
    /// A new lot in the pot that the plan fills.
    Lot {
        /// The pot's place.
        pot: u16,
        /// The allotment.
        amount: i64,
    },
    /// Nothing while the plan is lapsed; it fills this pot again when a new cycle begins.
    Later {
        /// The pot's place.
        pot: u16,
    },
    /// This much into one lot, in place of what was left in it.
    Refill {
        /// The lot.
        slot: Slot,
        /// How much.
        amount: i64,
    },
}

/// A schedule, counted from its anchor.
#[derive(Clone, Debug)]
pub(crate) struct Clock {
    /// Where it is counted from.
    pub(crate) anchor: Anchor,
    /// The distance; none for a clock that ticks only by hand.
    pub(crate) every: Option<Span>,
    /// The cadence as the terms state it, to know whether new terms state another.
    pub(crate) stated: Option<Cadence>,
    /// The last tick, or where the cycle that holds began.
    pub(crate) last: Instant,
    /// The next tick.
    pub(crate) next: Option<Instant>,
    /// No tick of the schedule comes earlier.
    floor: Instant,
    /// The ticks of the schedule that come at another instant, or have not come yet.
    pub(crate) shifts: Arc<[Shift]>,
    /// What a tick does to the plan's lots.
    pub(crate) cut: Cut,
    /// What a tick grants.
    pub(crate) gives: Gives,
    /// The lot of the running cycle.
    pub(crate) current: Option<Slot>,
    /// How often it has ticked.
    pub(crate) ticks: u32,
    /// How many of the plan's lots that have not ended hang on it.
    pub(crate) holds: u32,
    /// How many other lots that have not ended hang on it.
    pub(crate) binds: u32,
}

impl Clock {
    /// A clock that starts in the cycle which holds at `at`.
    pub(crate) fn new(anchor: Anchor, every: Option<Span>, at: Instant) -> Self {
        let mut clock = Self {
            anchor,
            every,
            stated: None,
            last: at,
            next: None,
            floor: at,
            shifts: Arc::default(),
            cut: Cut::NONE,
            gives: Gives::Nothing,
            current: None,
            ticks: 0,
            holds: 0,
            binds: 0,
        };
        clock.run_from(at);
        clock
    }

    /// Lets it run on in the cycle that holds at `at` by its schedule.
    pub(crate) fn run_from(&mut self, at: Instant) {
        self.floor = at;
        self.count_from(at);
        let started = |every| nth_span(&self.anchor, every, number_at(&self.anchor, every, at));
        self.last = self.every.map_or(at, started);
    }

    /// Looks for the next tick after `at`; there is none beyond the calendar's edge.
    pub(crate) fn count_from(&mut self, at: Instant) {
        self.next = self.first_after(at);
    }

    /// The first tick after `at`.
    pub(crate) fn first_after(&self, at: Instant) -> Option<Instant> {
        let every = self.every?;
        let at = at.max(self.floor - Duration::nanoseconds(1));
        let number = number_at(&self.anchor, every, at) + 1;
        let by_schedule = (number..).map(|number| nth_span(&self.anchor, every, number)).take(self.shifts.len() + 1);
        let unshifted = by_schedule.into_iter().find(|&tick| self.shifts.iter().all(|shift| shift.renewal != tick));
        let shifted = self.shifts.iter().filter(|shift| self.ticks_on(shift.renewal)).filter_map(|shift| shift.to);
        shifted.chain(unshifted).filter(|&tick| tick > at).min()
    }

    /// Whether the schedule has a tick at an instant.
    pub(crate) fn ticks_on(&self, at: Instant) -> bool {
        self.every.is_some_and(|every| nth_span(&self.anchor, every, number_at(&self.anchor, every, at)) == at)
    }

    /// Goes on after a pause: the schedule moves by the pause's length on the wall clock, and what was the next tick
    /// stays the next one, at its own instant where one is said; or it stands, and the ticks of the pause are left out.
    pub(crate) fn go_on(&mut self, (since, at): (Instant, Instant), pause: PausedAnchor) {
        let (Some(every), Some(next)) = (self.every, self.next) else { return };
        self.floor = at;
        match pause {
            PausedAnchor::Stands => self.next = self.first_after(at - Duration::nanoseconds(1)),
            PausedAnchor::Moves => {
                let number = number_at(&self.anchor, every, next);
                let is_said = self.shifts.iter().any(|shift| shift.to == Some(next) && self.ticks_on(shift.renewal));
                let Anchor { day, time, zone } = self.anchor;
                let length = wall_clock(at, zone) - wall_clock(since, zone);
                let moved = day.and_time(time).checked_add_signed(length).unwrap_or(day.and_time(time));
                self.anchor = Anchor { day: moved.date(), time: moved.time(), zone };
                let moved = if is_said { next } else { nth_span(&self.anchor, every, number) };
                self.floor = moved.max(at);
                let is_shifted = self.shifts.iter().any(|shift| shift.renewal == self.floor);
                let by_schedule = self.first_after(self.floor - Duration::nanoseconds(1));
                self.next = if is_shifted { by_schedule } else { Some(self.floor) };
            }
        }
    }

    /// Lets it go by another schedule from `at` on, within the cycle that runs.
    pub(crate) fn follow(&mut self, anchor: Anchor, every: Option<Span>, at: Instant) {
        (self.anchor, self.every, self.floor) = (anchor, every, at);
        self.count_from(at);
    }

    /// Lets it be counted from `at`, with the zone that it has.
    pub(crate) fn anchor_to(&mut self, at: Instant) {
        self.anchor = anchor_at(at, self.anchor.zone);
        (self.last, self.floor) = (at, at);
        self.count_from(at);
    }

    /// The tick that is `ticks` ahead (1: the next), as far as is known now.
    pub(crate) fn ahead(&self, ticks: u32) -> Option<Instant> {
        if ticks <= 1 {
            return self.next;
        }
        let (every, next) = (self.every?, self.next?);
        if !self.shifts.is_empty() {
            return (1..ticks).try_fold(next, |tick, _| self.first_after(tick));
        }
        let n = number_at(&self.anchor, every, next);
        Some(nth_span(&self.anchor, every, n + i64::from(ticks) - 1))
    }

    /// Whether it can be left out of the reckoning: it grants nothing and nothing hangs on it.
    pub(crate) const fn is_idle(&self) -> bool {
        matches!(self.gives, Gives::Nothing | Gives::Later { .. }) && self.holds == 0 && self.binds == 0
    }

    /// Whether a tick can take from a lot.
    pub(crate) const fn takes(&self) -> bool {
        self.binds > 0 || self.cut.age.is_some() || self.cut.clips()
    }

    /// Whether it stands for the same schedule as another.
    pub(crate) fn runs_with(&self, other: &Self) -> bool {
        self.every.is_some() && self.every == other.every && self.anchor == other.anchor
    }
}

fn wall_clock(at: Instant, zone: crate::Zone) -> chrono::NaiveDateTime {
    at.with_timezone(&zone).naive_local()
}

/// The distance and the anchor of a grant; one that comes once has no distance.
pub(crate) fn schedule_of(grant: &GrantTerms, at: Instant, zone: crate::Zone) -> (Anchor, Option<Span>) {
    match grant.cadence {
        Cadence::Once | Cadence::FirstUse { .. } => (anchor_at(at, zone), None),
        Cadence::Every { every, anchor } => (anchor, Some(Span::from(every))),
    }
}
