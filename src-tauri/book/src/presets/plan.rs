//! The terms that say what a tier does, or the nearest that can be said.

use chrono::NaiveTime;
use runout_core::credits::Credits;
use runout_core::terms::{
    Anchor, Cadence, Cap, Carry, GrantTerms, Interval, IntervalUnit, Life, Money, PotTerms, Ratio, Terms, TopUpTerms,
};

use super::published::{Plus, Rollover, Word};
use super::{Preset, PresetCadence};

/// Lots that were bought lie here.
const BOUGHT: &str = "Top-ups";

impl Preset {
    /// The terms, counted from `anchor`, with this allotment.
    pub(crate) fn terms(&self, anchor: Anchor, allotment: Credits) -> Terms {
        let daily = self.from.tier.plus.as_ref().map(|plus| self.daily_pot(plus, anchor));
        let bought = self.bought();
        let rank = if self.from.service.burn_order.is_some() { 2 } else { 1 };
        let bought_pot = bought.as_ref().map(|bought| PotTerms::holding(bought.pot.0.clone(), rank));
        let pots = daily.into_iter().chain([self.own_pot(anchor, allotment)]).chain(bought_pot).collect();
        Terms {
            top_ups: bought,
            price: self.from.tier.price_usd.filter(|usd| *usd > 0).map(dollars),
            ..Terms::new(format!("{} {}", self.service, self.tier), pots)
        }
    }

    fn own_pot(&self, anchor: Anchor, amount: Credits) -> PotTerms {
        let cadence = match self.interval() {
            None => Cadence::Once,
            Some(every) => Cadence::Every { every, anchor },
        };
        let grant = GrantTerms::new(amount, cadence);
        let (name, grant) = match self.cadence {
            PresetCadence::Once => ("Welcome", grant),
            PresetCadence::Daily => ("Daily", grant.refilled()),
            PresetCadence::Monthly => ("Monthly", grant),
            PresetCadence::Yearly => ("Yearly", grant),
        };
        PotTerms::granted(name, 1, grant, self.carry())
    }

    /// A refill beside the month; it is gone by midnight, so it pays first.
    fn daily_pot(&self, plus: &Plus, anchor: Anchor) -> PotTerms {
        let midnight = Anchor { time: NaiveTime::MIN, ..anchor };
        let cadence = Cadence::Every { every: Interval { count: 1, of: IntervalUnit::Day }, anchor: midnight };
        let grant = GrantTerms::new(self.from.amount(plus.allotment), cadence).refilled();
        PotTerms::granted("Daily", 0, grant, Carry::NONE)
    }

    /// The distance between grants.
    pub(super) fn interval(&self) -> Option<Interval> {
        let of = match self.cadence {
            PresetCadence::Once => return None,
            PresetCadence::Daily => IntervalUnit::Day,
            PresetCadence::Monthly => IntervalUnit::Month,
            PresetCadence::Yearly => IntervalUnit::Year,
        };
        Some(Interval { count: 1, of })
    }

    fn carry(&self) -> Carry {
        match (self.cadence, self.from.rollover()) {
            (PresetCadence::Once, _) => Carry::ALL,
            (PresetCadence::Daily, _) | (_, None | Some(Rollover::Word(Word::None))) => Carry::NONE,
            (_, Some(Rollover::Carried { carried_at_most } | Rollover::Bank { bank_at_most: carried_at_most })) => {
                Carry::up_to(times(carried_at_most))
            }
        }
    }

    fn bought(&self) -> Option<TopUpTerms> {
        let top_up = self.from.service.top_ups.first()?;
        let life = top_up.expires.as_deref().and_then(life).unwrap_or(Life::Forever);
        Some(TopUpTerms::new(BOUGHT, life))
    }

    /// Whether its clock is UTC's, not the user's.
    pub(super) fn is_on_utc(&self) -> bool {
        self.from.tier.cadence.ends_with("UTC")
    }
}

fn dollars(usd: i64) -> Money {
    Money { currency: *b"USD", cents: usd * 100 }
}

/// "2 x allotment".
fn times(text: &str) -> Cap {
    let parts = text.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or(1);
    Cap::Allotments(Ratio { parts, of: 1 })
}

/// "P90D", "P12M", "P2Y", "never".
fn life(text: &str) -> Option<Life> {
    let duration = text.strip_prefix('P')?;
    let (count, unit) = duration.split_at_checked(duration.len().checked_sub(1)?)?;
    let of = match unit {
        "D" => IntervalUnit::Day,
        "M" => IntervalUnit::Month,
        "Y" => IntervalUnit::Year,
        _ => return None,
    };
    Some(Life::For(Interval { count: count.parse().ok().filter(|count| *count > 0)?, of }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_read_and_never_is_no_duration() {
        let months = |count, of| Some(Life::For(Interval { count, of }));
        let cases = [
            ("P90D", months(90, IntervalUnit::Day)),
            ("P12M", months(12, IntervalUnit::Month)),
            ("P2Y", months(2, IntervalUnit::Year)),
            ("never", None),
            ("P", None),
            ("P0D", None),
        ];
        for (text, expected) in cases {
            assert_eq!(life(text), expected, "{text}");
        }
    }
}
