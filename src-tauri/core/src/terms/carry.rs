//! What a renewal keeps of what is left.

use super::{Interval, PotName};
use crate::credits::Credits;

/// What becomes of what is left of a grant at the ends of its cycles: three parts that combine.
///
/// First the lots whose life ends are ended, then the share is taken of what is left, then the cap cuts it; the lot
/// that ends soonest is cut first. Credits that are kept keep their own age and end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carry {
    /// How long a grant lives.
    pub kept: Kept,
    /// The share of what is left that a renewal keeps, over the pot's sum, rounded down; a whole by default.
    pub share: Ratio,
    /// What is kept at most.
    pub cap: Option<CarryCap>,
}

impl Carry {
    /// What is left lapses at the renewal.
    pub const NONE: Self = Self { kept: Kept::UntilRenewal, share: Ratio::WHOLE, cap: None };
    /// What is left is kept in full, while subscribed.
    pub const ALL: Self = Self { kept: Kept::WhileSubscribed, share: Ratio::WHOLE, cap: None };

    /// What is left is kept up to this much, over all cycles together.
    pub const fn up_to(cap: Cap) -> Self {
        Self { cap: Some(CarryCap::Carried(cap)), ..Self::ALL }
    }

    /// Each grant lives this many cycles more, keeping its own age.
    pub const fn cycles(more: u32) -> Self {
        Self { kept: Kept::Cycles(more), ..Self::ALL }
    }
}

/// How long a grant lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Until the renewal after it; what is left then lapses, or moves into the bank.
    UntilRenewal,
    /// This many renewals more: with 1 it lives one cycle beyond its own.
    Cycles(u32),
    /// This long from its grant, whatever the renewals.
    For(Interval),
    /// As long as the plan runs.
    WhileSubscribed,
}

/// What is kept at most. Caps count the pot and its carried lots, no other pot; the allotment meant is that of the
/// cycle that ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CarryCap {
    /// The carried amount is cut to this.
    Carried(Cap),
    /// What was carried is kept first; the new grant is cut so that the total does not pass this (*lapsed at grant*).
    Total(Cap),
    /// What is left moves into a pot of its own, as far as this much is not in there; the rest lapses.
    Bank {
        /// The pot of the bank.
        pot: PotName,
        /// What fits into it.
        cap: Cap,
    },
}

/// A cap, in credits or as a multiple of the allotment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap {
    /// So many credits.
    Credits(Credits),
    /// So many times the allotment, rounded down.
    Allotments(Ratio),
}

impl Cap {
    /// The cap in smallest units, for an allotment.
    pub fn of(self, allotment: Credits) -> i64 {
        match self {
            Self::Credits(credits) => credits.units().max(0),
            Self::Allotments(ratio) => ratio.of(allotment.units().max(0)),
        }
    }
}

/// A part or a multiple, as a fraction of whole numbers: 1/2, 3/1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Above the line.
    pub parts: u32,
    /// Below the line, 1 or more.
    pub of: u32,
}

impl Ratio {
    /// One.
    pub const WHOLE: Self = Self { parts: 1, of: 1 };

    /// That part of an amount, rounded down, at most 10^15.
    pub fn of(self, amount: i64) -> i64 {
        let part = i128::from(amount) * i128::from(self.parts) / i128::from(self.of.max(1));
        i64::try_from(part.min(i128::from(Credits::MAX.units()))).unwrap_or(i64::MAX)
    }
}
