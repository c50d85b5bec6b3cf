//! The terms that say what a tier does, or the nearest that can be said.

use chrono::NaiveTime;
use runout_core::Zone;
use runout_core::credits::Credits;
use runout_core::terms::{
    Anchor, Cadence, Cap, Carry, CarryCap, Ceiling, GrantTerms, Interval, IntervalUnit, Money, PotName, PotTerms,
    Ratio, Terms, Trigger,
};

use super::published::{Plus, Rollover, Word};
use super::{Preset, PresetCadence};

/// What rolled over lies here, where the service keeps it apart.
const BANK: &str = "Bank";

impl Preset {
    /// The terms with the published allotment, counted from the user's own anchor; a clock of UTC stays UTC's.
    pub fn terms_from(&self, anchor: Anchor) -> Terms {
        let zone = if self.is_on_utc() { Zone::UTC } else { anchor.zone };
        self.terms(Anchor { zone, ..anchor }, self.allotment)
    }

    /// The terms, counted from `anchor`, with this allotment.
    pub(crate) fn terms(&self, anchor: Anchor, allotment: Credits) -> Terms {
        let own = self.own_pot(anchor, allotment);
        let beside = self.from.tier.plus.as_ref().map(|plus| daily_pot(self, plus, anchor, &own.name));
        let bank = matches!(own.carry.cap, Some(CarryCap::Bank { .. })).then(|| PotTerms::holding(BANK, 2));
        let (top_ups, holding) = self.bought(bank.is_some() || beside.as_ref().is_some_and(|pot| pot.rank > own.rank));
        let mut pots: Vec<_> = [own].into_iter().chain(beside).chain(bank).chain(holding).collect();
        pots.sort_by_key(|pot| pot.rank);
        Terms { top_ups, price: self.price(), ..Terms::new(format!("{} {}", self.service, self.tier), pots) }
    }

    fn own_pot(&self, anchor: Anchor, amount: Credits) -> PotTerms {
        let cadence = match self.interval() {
            None => Cadence::Once,
            Some(every) => Cadence::Every { every, anchor },
        };
        let ceiling = self.from.tier.ceiling_per_month.map(|most| a_month(self.from.amount(most), anchor));
        let grant = GrantTerms { ceiling, ..GrantTerms::new(amount, cadence) };
        let (name, grant) = match self.cadence {
            PresetCadence::Once => ("Welcome", grant),
            PresetCadence::Daily => ("Daily", grant.refilled()),
            PresetCadence::Monthly => ("Monthly", grant),
            PresetCadence::Yearly => ("Yearly", grant),
        };
        PotTerms::granted(name, 1, grant, self.carry())
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
            (_, Some(Rollover::Carried { carried_at_most })) => Carry::up_to(times(carried_at_most)),
            (_, Some(Rollover::Bank { bank_at_most })) => {
                let cap = CarryCap::Bank { pot: PotName(BANK.to_owned()), cap: times(bank_at_most) };
                Carry { cap: Some(cap), ..Carry::NONE }
            }
        }
    }

    /// Whether its clock is UTC's, not the user's.
    pub(super) fn is_on_utc(&self) -> bool {
        self.from.tier.cadence.ends_with("UTC")
    }
}

/// A refill beside the month. What is gone by midnight pays first; what comes only when the month is used up, after it.
fn daily_pot(preset: &Preset, plus: &Plus, anchor: Anchor, month: &PotName) -> PotTerms {
    let zone = if plus.cadence.ends_with("UTC") { Zone::UTC } else { anchor.zone };
    let midnight = Anchor { time: NaiveTime::MIN, zone, ..anchor };
    let cadence = Cadence::Every { every: Interval { count: 1, of: IntervalUnit::Day }, anchor: midnight };
    let grant = GrantTerms {
        ceiling: plus.ceiling_per_month.map(|most| a_month(preset.from.amount(most), midnight)),
        trigger: if plus.when_used_up { Trigger::WhenEmpty(vec![month.clone()]) } else { Trigger::Calendar },
        ..GrantTerms::new(preset.from.amount(plus.allotment), cadence).refilled()
    };
    PotTerms::granted("Daily", if plus.when_used_up { 2 } else { 0 }, grant, Carry::NONE)
}

fn a_month(amount: Credits, anchor: Anchor) -> Ceiling {
    Ceiling { amount, every: Interval { count: 1, of: IntervalUnit::Month }, anchor }
}

pub(super) fn dollars(usd: i64) -> Money {
    Money { currency: *b"USD", cents: usd * 100 }
}

/// "2 x allotment".
fn times(text: &str) -> Cap {
    let parts = text.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or(1);
    Cap::Allotments(Ratio { parts, of: 1 })
}
