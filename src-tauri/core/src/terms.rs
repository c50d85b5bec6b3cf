//! The plan's rules: a handful of orthogonal parts that combine, valid from a date on.
//!
//! Rules are the user's data, never code: no service has a special case here.

use crate::credits::Credits;
use crate::{Day, Zone};

/// One version of a plan's rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What the plan is called: "LTX Studio Standard".
    pub name: String,
    /// The kinds of credits, each with what fills it and what becomes of it.
    pub pots: Vec<PotTerms>,
    /// Within a rank of the burn order, which lot pays first.
    pub within_rank: WithinRank,
    /// What becomes of credits that were spent beyond what was there.
    pub overdrawn: Overdrawn,
    /// The pot that bought lots go into and how long they live; none where top-ups are not offered.
    pub top_ups: Option<TopUpTerms>,
    /// What a cycle costs, in the smallest unit of a currency.
    pub price: Option<Money>,
}

/// The name of a pot: "Monthly", "Daily", "Top-ups". Unique within the terms, case kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PotName(pub String);

/// A kind of credits: what fills it, when it pays, what becomes of what is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PotTerms {
    /// Its name.
    pub name: PotName,
    /// Its place in the burn order: lower pays first; pots may share a rank.
    pub rank: u16,
    /// What the plan grants into it; none for a pot that holds bought lots only.
    pub grant: Option<GrantTerms>,
    /// What becomes of what is left at the end of its cycle.
    pub carry: Carry,
}

/// What a plan grants, and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GrantTerms {
    /// The allotment.
    pub amount: Credits,
    /// When.
    pub cadence: Cadence,
    /// Whether it comes on top of what is left, or fills up to the amount.
    pub mode: GrantMode,
}

/// When a grant comes. The n-th is always counted from the anchor, never from the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    /// Once, when the terms begin.
    Once,
    /// At the anchor and every interval from it, before and after.
    Every {
        /// The distance.
        every: Interval,
        /// The instant that the distances are counted from.
        anchor: Anchor,
    },
}

/// A calendar distance; months and years are clamped to the month's last day (31 Jan, 28 Feb, 31 Mar).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// How many, 1 or more.
    pub count: u32,
    /// Of what.
    pub of: IntervalUnit,
}

/// What an [`Interval`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntervalUnit {
    /// Elapsed hours.
    Hour,
    /// Calendar days on the wall clock.
    Day,
    /// Weeks of seven calendar days.
    Week,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}

/// Where a cadence is counted from: a wall-clock time in a zone. Stored, never re-derived from the last renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day; its day of the month is kept (the 31st gives 28 Feb, then 31 Mar).
    pub day: Day,
    /// The time of day.
    pub time: chrono::NaiveTime,
    /// The zone of this rule's clock.
    pub zone: Zone,
}

/// Whether a grant adds a lot or fills up to its amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantMode {
    /// A new lot, on top of what is left.
    Add,
    /// What was left is forfeited, the amount is there: never stacked.
    RefillTo,
}

/// What becomes of what is left of a grant at the end of its cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carry {
    /// It lapses.
    None,
    /// It is kept in full, while subscribed.
    All,
    /// At most this much is kept, over all cycles together.
    UpTo(Credits),
    /// Each grant lives this many cycles more, keeping its own age.
    Cycles(u32),
}

/// Which lot pays first among pots of one rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WithinRank {
    /// The one that ends soonest; those without an end last.
    #[default]
    SoonestEnd,
    /// The one that began first.
    Oldest,
}

/// What becomes of credits that were spent beyond what was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Overdrawn {
    /// Forgiven at the renewal; until then the next credits pay it.
    #[default]
    ForgivenAtRenewal,
    /// Carried over renewals until credits pay it.
    Carried,
}

/// Bought lots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopUpTerms {
    /// The pot that they go into.
    pub pot: PotName,
    /// How long they live by default.
    pub life: Life,
}

/// How long a lot lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// It does not end.
    Forever,
    /// A calendar duration from its start, on the wall clock of the service's zone.
    For(Interval),
    /// Until the renewal after its start.
    UntilRenewal,
}

/// An amount of money: an ISO 4217 code and cents (hundredths).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// Three capital letters.
    pub currency: [u8; 3],
    /// Hundredths.
    pub cents: i64,
}
