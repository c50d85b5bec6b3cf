//! The plan's rules: a handful of orthogonal parts that combine, valid from a date on.
//!
//! Rules are the user's data, never code: no service has a special case here. A pot says what fills it
//! ([`GrantTerms`]), what a renewal keeps of it ([`Carry`]), what it may pay ([`Pays`]) and in which order (its rank).

mod cadence;
mod carry;
mod grant;
mod life;
mod top_ups;

pub use cadence::{Anchor, Cadence, Interval, IntervalUnit};
pub use carry::{Cap, Carry, CarryCap, Kept, Ratio};
pub use grant::{Ceiling, GrantMode, GrantTerms, Trigger};
pub use life::{Life, WhileLapsed};
pub use top_ups::{AutoRefill, AutoRefillAmount, AutoRefillLimit, Pack, PackPart, TopUpTerms};

use crate::credits::Credits;

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
    /// What the service buys by itself when little is left; none where it does not.
    pub auto_refill: Option<AutoRefill>,
    /// What a pause does to the renewals.
    pub pause: PausedAnchor,
    /// What a cycle costs.
    pub price: Option<Money>,
}

impl Terms {
    /// Terms of these pots: soonest end first, overdrawn credits forgiven at the renewal, no top-ups.
    pub fn new(name: impl Into<String>, pots: Vec<PotTerms>) -> Self {
        Self {
            name: name.into(),
            pots,
            within_rank: WithinRank::default(),
            overdrawn: Overdrawn::default(),
            top_ups: None,
            auto_refill: None,
            pause: PausedAnchor::default(),
            price: None,
        }
    }
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
    /// What the plan grants into it; none for a pot that holds bought or banked lots only.
    pub grant: Option<GrantTerms>,
    /// What becomes of what is left at the end of its cycle.
    pub carry: Carry,
    /// What it may pay.
    pub pays: Pays,
    /// What can be taken from it within a day; none where there is no such limit.
    pub day_limit: Option<DayLimit>,
    /// What becomes of it while the plan is lapsed.
    pub while_lapsed: WhileLapsed,
}

impl PotTerms {
    /// A pot that nothing fills by itself: what is in it is kept, pays for everything and stays usable.
    pub fn holding(name: impl Into<String>, rank: u16) -> Self {
        Self {
            name: PotName(name.into()),
            rank,
            grant: None,
            carry: Carry::ALL,
            pays: Pays::Everything,
            day_limit: None,
            while_lapsed: WhileLapsed::Usable,
        }
    }

    /// A pot that the plan fills.
    pub fn granted(name: impl Into<String>, rank: u16, grant: GrantTerms, carry: Carry) -> Self {
        Self { grant: Some(grant), carry, ..Self::holding(name, rank) }
    }
}

/// What a pot may pay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Pays {
    /// Every spend.
    #[default]
    Everything,
    /// Only spends of these actions (their ids; letter case does not matter). A spend that names no action is paid
    /// by other pots, as are all others.
    Only(Vec<String>),
}

/// A limit on what a day can take from a pot; what is withheld counts as left, not as available today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayLimit {
    /// At most this much within a day.
    pub amount: Credits,
    /// The clock of that day: it begins at this anchor's time, in its zone.
    pub from: Anchor,
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
    /// Never paid off by credits: it stays until a check or a refund takes it away.
    Kept,
    /// Paid for as you go: what no lot covers is granted on account, up to the limit of a cycle.
    Billed {
        /// At most this much in a cycle of the plan; none: without a limit.
        limit: Option<Credits>,
    },
}

/// What a pause does to the renewals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PausedAnchor {
    /// They move by the length of the pause, in wall-clock time.
    #[default]
    Moves,
    /// They stand: what falls into the pause is left out.
    Stands,
}

/// An amount of money: an ISO 4217 code and cents (hundredths).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// Three capital letters.
    pub currency: [u8; 3],
    /// Hundredths.
    pub cents: i64,
}
