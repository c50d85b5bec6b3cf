//! What fills a pot.

use super::{Anchor, Cadence, Interval, PotName};
use crate::credits::Credits;

/// What a plan grants, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantTerms {
    /// The allotment.
    pub amount: Credits,
    /// When.
    pub cadence: Cadence,
    /// Whether it comes on top of what is left, or fills up to the amount.
    pub mode: GrantMode,
    /// What can be taken over several grants; none where there is no such ceiling.
    pub ceiling: Option<Ceiling>,
    /// Whether it comes by the calendar alone.
    pub trigger: Trigger,
    /// The allotments that can be chosen inside the tier (shape 14); empty where there is just this one.
    pub scale: Vec<Credits>,
}

impl GrantTerms {
    /// So much, so often, on top of what is left, by the calendar alone.
    pub const fn new(amount: Credits, cadence: Cadence) -> Self {
        Self { amount, cadence, mode: GrantMode::Add, ceiling: None, trigger: Trigger::Calendar, scale: Vec::new() }
    }

    /// Whether it comes by the calendar, whatever is spent.
    pub const fn is_by_calendar(&self) -> bool {
        matches!(self.trigger, Trigger::Calendar) && !matches!(self.cadence, Cadence::FirstUse { .. })
    }

    /// The same, but it fills up to the amount.
    #[must_use]
    pub fn refilled(self) -> Self {
        Self { mode: GrantMode::RefillTo, ..self }
    }
}

/// Whether a grant adds a lot or fills up to its amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantMode {
    /// A new lot, on top of what is left.
    Add,
    /// What was left is forfeited, the amount is there: never stacked.
    RefillTo,
}

/// A ceiling over several grants of a pot: 5 a day, at most 30 a month. It counts what was *taken* from the pot since
/// its own cycle began, net of refunds and gains; a grant fills to min(amount, ceiling − taken).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ceiling {
    /// At most this much can be taken within its cycle.
    pub amount: Credits,
    /// How long its cycle is.
    pub every: Interval,
    /// Where its cycle is counted from.
    pub anchor: Anchor,
}

/// What lets a grant come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Trigger {
    /// Its cadence alone.
    #[default]
    Calendar,
    /// A spend that these pots cannot cover in full, at most once in each period of its cadence. It comes at the
    /// spend's instant, before it, and ends with the period.
    WhenEmpty(Vec<PotName>),
}
