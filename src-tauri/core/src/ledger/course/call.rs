//! Lots that a spend calls for.

use super::{Course, LotRule};
use crate::Instant;
use crate::calendar::{Span, moved, nth_span, number_at};
use crate::ledger::pool::Slot;
use crate::terms::{Cadence, Life};

/// How long a lot lives that a spend calls for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Called {
    /// To the end of the running period of its cadence.
    Within(Cadence),
    /// As a bought lot does.
    Bought(Life),
}

/// A pot that a spend calls for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    /// The pot.
    pub(crate) pot: u16,
    /// Where the period ends that holds, or that would begin now.
    pub(crate) until: Instant,
    /// Whether it has come.
    pub(crate) is_open: bool,
}

impl Course {
    /// When the period that holds at `at` ends: where it is opened by use, `at` opens it.
    pub(crate) fn period_end(&self, cadence: Cadence, at: Instant) -> Instant {
        match cadence {
            Cadence::Once => Instant::MAX_UTC,
            Cadence::Every { every, anchor } => {
                let every = Span::from(every);
                nth_span(&anchor, every, number_at(&anchor, every, at) + 1)
            }
            Cadence::FirstUse { window } => moved(at, self.zone, window),
        }
    }

    /// Whether a lot of such a life would not be over as it begins: nobody buys one that is.
    pub(crate) fn outlives(&self, life: Life, at: Instant) -> bool {
        self.lives(life, at).0.is_none_or(|until| until > at)
    }

    /// Begins a lot that a spend at `at` calls for, without its amount.
    pub(crate) fn begin_called(&mut self, pot: u16, called: Called, at: Instant) -> Slot {
        let with_plan = matches!(called, Called::Within(Cadence::Every { .. } | Cadence::FirstUse { .. }));
        let (until, clock, bought) = match called {
            Called::Within(cadence) => {
                (Some(self.period_end(cadence, at)).filter(|&end| end < Instant::MAX_UTC), None, false)
            }
            Called::Bought(life) => {
                let (until, clock) = self.lives(life, at);
                (until, clock, true)
            }
        };
        let zone = match called {
            Called::Within(Cadence::Every { anchor, .. }) => anchor.zone,
            _ => self.zone,
        };
        self.begin(&LotRule {
            id: self.plan_lot_id(pot, zone, at),
            pot,
            amount: 0,
            bought,
            seq: self.plan_seq(pot),
            entry: None,
            starts: at,
            until,
            clock,
            with_plan,
            refill: None,
            carried: None,
        })
    }
}
