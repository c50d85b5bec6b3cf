//! Amounts of credits, as whole numbers of a service's smallest unit.

use std::fmt;

/// An amount in the smallest unit of its service (see [`Decimals`]); it may be negative where a difference is meant.
///
/// Invariant: never beyond ±[`Credits::MAX`], so that every amount survives a trip through a JSON number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Credits(i64);

/// An amount that is beyond ±10^15 smallest units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("beyond 1,000,000,000,000,000 of the smallest unit")]
pub struct TooLarge;

impl Credits {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount: 10^15 smallest units.
    pub const MAX: Self = Self(1_000_000_000_000_000);

    /// An amount of `units` smallest units.
    ///
    /// # Errors
    /// [`TooLarge`] beyond ±10^15.
    pub const fn new(units: i64) -> Result<Self, TooLarge> {
        if units.unsigned_abs() > Self::MAX.0.unsigned_abs() { Err(TooLarge) } else { Ok(Self(units)) }
    }

    /// The number of smallest units.
    pub const fn units(self) -> i64 {
        self.0
    }

    /// The sum.
    ///
    /// # Errors
    /// [`TooLarge`] beyond ±10^15.
    pub const fn plus(self, other: Self) -> Result<Self, TooLarge> {
        Self::new(self.0 + other.0)
    }

    /// The difference.
    ///
    /// # Errors
    /// [`TooLarge`] beyond ±10^15.
    pub const fn minus(self, other: Self) -> Result<Self, TooLarge> {
        Self::new(self.0 - other.0)
    }

    /// Whether it is less than nothing.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

/// How many decimal places a service's unit has, 0 to 6: LTX counts whole credits, Higgsfield sells 0.25.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decimals(u8);

/// More than six decimal places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a unit has 0 to 6 decimal places")]
pub struct TooManyDecimals;

impl Decimals {
    /// Whole units only.
    pub const NONE: Self = Self(0);

    /// A number of places.
    ///
    /// # Errors
    /// [`TooManyDecimals`] above six.
    pub const fn new(places: u8) -> Result<Self, TooManyDecimals> {
        if places > 6 { Err(TooManyDecimals) } else { Ok(Self(places)) }
    }

    /// The number of places.
    pub const fn places(self) -> u8 {
        self.0
    }

    /// How many smallest units make one.
    pub const fn scale(self) -> i64 {
        10_i64.pow(self.0 as u32)
    }
}

/// The plain figure for debugging and tests: smallest units, ungrouped.
impl fmt::Display for Credits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
