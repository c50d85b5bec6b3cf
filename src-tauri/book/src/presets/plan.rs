//! The terms that say what a tier does, or the nearest that can be said.

use chrono::NaiveTime;
use runout_core::credits::Credits;
use runout_core::terms::{
    Anchor, Cadence, Carry, GrantMode, GrantTerms, Interval, IntervalUnit, Life, Money, Overdrawn, PotName, PotTerms,
    Terms, TopUpTerms, WithinRank,
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
        let bought_pot = bought.as_ref().map(|bought| PotTerms {
            name: bought.pot.clone(),
            rank: if self.from.service.burn_order.is_some() { 2 } else { 1 },
            grant: None,
            carry: Carry::ALL,
        });
        let pots = daily.into_iter().chain([self.own_pot(anchor, allotment)]).chain(bought_pot).collect();
        Terms {
            name: format!("{} {}", self.service, self.tier),
            pots,
            within_rank: WithinRank::SoonestEnd,
            overdrawn: Overdrawn::ForgivenAtRenewal,
            top_ups: bought,
            price: self.from.tier.price_usd.filter(|usd| *usd > 0).map(dollars),
        }
    }

    fn own_pot(&self, anchor: Anchor, amount: Credits) -> PotTerms {
        let (name, mode) = match self.cadence {
            PresetCadence::Once => ("Welcome", GrantMode::Add),
            PresetCadence::Daily => ("Daily", GrantMode::RefillTo),
            PresetCadence::Monthly => ("Monthly", GrantMode::Add),
            PresetCadence::Yearly => ("Yearly", GrantMode::Add),
        };
        let cadence = match self.interval() {
            None => Cadence::Once,
            Some(every) => Cadence::Every { every, anchor },
        };
        let grant = Some(GrantTerms { amount, cadence, mode });
        PotTerms { name: PotName(name.to_owned()), rank: 1, grant, carry: self.carry(amount) }
    }

    /// A refill beside the month; it is gone by midnight, so it pays first.
    fn daily_pot(&self, plus: &Plus, anchor: Anchor) -> PotTerms {
        let midnight = Anchor { time: NaiveTime::MIN, ..anchor };
        let cadence = Cadence::Every { every: Interval { count: 1, of: IntervalUnit::Day }, anchor: midnight };
        let grant = GrantTerms { amount: self.from.amount(plus.allotment), cadence, mode: GrantMode::RefillTo };
        PotTerms { name: PotName("Daily".to_owned()), rank: 0, grant: Some(grant), carry: Carry::NONE }
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

    fn carry(&self, allotment: Credits) -> Carry {
        let caps = |text: &str| Carry::UpTo(times(text, allotment));
        match (self.cadence, self.from.rollover()) {
            (PresetCadence::Once, _) => Carry::ALL,
            (PresetCadence::Daily, _) | (_, None | Some(Rollover::Word(Word::None))) => Carry::NONE,
            (_, Some(Rollover::Carried { carried_at_most } | Rollover::Bank { bank_at_most: carried_at_most })) => {
                caps(carried_at_most)
            }
        }
    }

    fn bought(&self) -> Option<TopUpTerms> {
        let top_up = self.from.service.top_ups.first()?;
        let life = top_up.expires.as_deref().and_then(life).unwrap_or(Life::Forever);
        Some(TopUpTerms { pot: PotName(BOUGHT.to_owned()), life })
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
fn times(text: &str, allotment: Credits) -> Credits {
    let factor = text.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or(1);
    Credits::new(allotment.units().saturating_mul(factor)).unwrap_or(Credits::MAX)
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
