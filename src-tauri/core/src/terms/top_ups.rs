//! Credits that are bought: by hand, in packs, or by the service itself.

use super::{Life, Money, PotName};
use crate::credits::Credits;

/// Bought lots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopUpTerms {
    /// The pot that they go into.
    pub pot: PotName,
    /// How long they live by default.
    pub life: Life,
    /// The packs that are sold; empty where any amount can be typed and none is offered.
    pub packs: Vec<Pack>,
}

impl TopUpTerms {
    /// Bought lots of any amount.
    pub fn new(pot: impl Into<String>, life: Life) -> Self {
        Self { pot: PotName(pot.into()), life, packs: Vec::new() }
    }
}

/// A pack as it is sold; it may fill several pots at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// What it is called: "3,000 credits".
    pub name: String,
    /// What it costs.
    pub price: Option<Money>,
    /// What it holds, 1 or more.
    pub parts: Vec<PackPart>,
}

/// A part of a pack: a lot of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackPart {
    /// How much.
    pub amount: Credits,
    /// Into which pot; none: that of the top-ups.
    pub pot: Option<PotName>,
    /// How long it lives; none: as top-ups do.
    pub life: Option<Life>,
    /// Whether it is a bonus, another kind of credits than the bought ones.
    pub bonus: bool,
}

/// Lots that the service buys by itself, at the spend that would leave less than the threshold, before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AutoRefill {
    /// The threshold.
    pub below: Credits,
    /// The pots whose total is held against it; empty: all of them.
    pub counts: Vec<PotName>,
    /// How much it buys.
    pub buys: AutoRefillAmount,
    /// What it may buy at most in a cycle of the plan.
    pub at_most: Option<AutoRefillLimit>,
    /// What one purchase costs, or with a target what a thousand credits cost.
    pub price: Option<Money>,
    /// The pot that the lots go into.
    pub pot: PotName,
    /// How long they live.
    pub life: Life,
}

/// How much is bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AutoRefillAmount {
    /// This much, once a spend.
    Fixed(Credits),
    /// As much as makes this the total after the spend.
    UpTo(Credits),
}

/// What may be bought in a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AutoRefillLimit {
    /// Credits.
    Credits(Credits),
    /// Money, in the currency of the price.
    Money(Money),
}
