//! What a line is read against.

use crate::actions::Action;
use crate::credits::{Credits, Decimals};
use crate::facts::Spend;
use crate::price_book::PriceBook;
use crate::words::{Figures, local};
use crate::{Day, Instant, Zone};

/// What a line is read against: the catalogue, the prices, the clock, and what is left.
#[derive(Clone, Copy, Debug)]
pub struct EntryDesk<'a> {
    /// The catalogue, hidden actions included: they answer to their full names only.
    pub actions: &'a [Action],
    /// What things take.
    pub prices: &'a PriceBook,
    /// Tags of the log, the most recent first, for completion.
    pub tags: &'a [String],
    /// Now.
    pub now: Instant,
    /// The service's zone.
    pub zone: Zone,
    /// The unit's decimal places.
    pub decimals: Decimals,
    /// How figures are written.
    pub figures: Figures,
    /// left − overdrawn, now.
    pub computed: Credits,
    /// The last balance check.
    pub last_check: Option<Instant>,
    /// Whether that check is the newest entry, so that a typed balance tells what this very line took.
    pub just_checked: bool,
}

impl EntryDesk<'_> {
    /// Today in the service's zone.
    pub fn today(&self) -> Day {
        local(self.now, self.zone).date()
    }

    /// An amount in units.
    #[expect(clippy::cast_precision_loss, reason = "10^15 and below is exact in an f64")]
    pub(super) fn units_of(&self, amount: Credits) -> f64 {
        amount.units() as f64 / self.decimals.scale() as f64
    }

    /// The nearest amount of 0 or more.
    #[expect(clippy::cast_precision_loss, reason = "10^15 and below is exact in an f64")]
    #[expect(clippy::cast_possible_truncation, reason = "clamped to the range of credits")]
    pub(super) fn credits_of(&self, units: f64) -> Credits {
        let smallest = (units * self.decimals.scale() as f64).round().clamp(0.0, Credits::MAX.units() as f64);
        Credits::new(smallest as i64).unwrap_or_default()
    }
}

/// A spend of the log that is being edited.
#[derive(Clone, Copy, Debug)]
pub struct Logged<'a> {
    /// The spend.
    pub spend: &'a Spend,
    /// When it was.
    pub at: Instant,
    /// Whether only a date was typed.
    pub date_only: bool,
}
