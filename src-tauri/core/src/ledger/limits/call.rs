//! What a spend calls for: a grant that comes when other pots are empty or with the first use, and what the service
//! buys by itself when little would be left.

use super::{Action, Counters, Rules};
use crate::ledger::pool::{Pool, Slot};
use crate::terms::{AutoRefill, AutoRefillAmount, AutoRefillLimit, Cadence, Life, PotName, PotTerms, Trigger};

/// A grant that a spend calls for.
#[derive(Clone, Debug)]
pub(crate) struct TriggerRule {
    /// The pot that it fills.
    pub(crate) pot: u16,
    /// How much.
    pub(crate) amount: i64,
    /// The periods of which each has it once.
    pub(crate) cadence: Cadence,
    /// The pots that must not cover the spend; none: any spend calls for it.
    empty: Option<Box<[u16]>>,
}

/// What the service buys by itself.
#[derive(Clone, Debug)]
pub(crate) struct RefillRule {
    below: i64,
    /// The pots whose total counts; none: all.
    counts: Option<Box<[u16]>>,
    buys: AutoRefillAmount,
    at_most: Option<AutoRefillLimit>,
    price: Option<i64>,
    /// The pot that it fills.
    pub(crate) pot: u16,
    /// How long its lots live.
    pub(crate) life: Life,
}

/// What a spend finds when it comes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Find<'a> {
    /// What is there.
    pub(crate) pool: &'a Pool,
    /// The burn order.
    pub(crate) order: &'a [Slot],
    /// Each lot's pot.
    pub(crate) pots: &'a [u16],
    /// What the spend is for.
    pub(crate) action: Action,
    /// How much it is.
    pub(crate) amount: i64,
}

impl TriggerRule {
    pub(super) fn of(pot: &PotTerms, number: u16, place: impl Fn(&PotName) -> Option<u16>) -> Option<Self> {
        let grant = pot.grant.as_ref().filter(|grant| !grant.is_by_calendar())?;
        let empty = match &grant.trigger {
            Trigger::Calendar => None,
            Trigger::WhenEmpty(named) => Some(places(named, place)),
        };
        Some(Self { pot: number, amount: grant.amount.units().max(0), cadence: grant.cadence, empty })
    }
}

impl RefillRule {
    pub(super) fn of(refill: &AutoRefill, place: impl Fn(&PotName) -> Option<u16>) -> Option<Self> {
        Some(Self {
            below: refill.below.units(),
            counts: (!refill.counts.is_empty()).then(|| places(&refill.counts, &place)),
            buys: refill.buys,
            at_most: refill.at_most,
            price: refill.price.map(|price| price.cents),
            pot: place(&refill.pot)?,
            life: refill.life,
        })
    }

    fn counts(&self, pot: u16) -> bool {
        self.counts.as_ref().is_none_or(|counts| counts.contains(&pot))
    }

    /// What it buys for a spend that would leave so much, with its cost; a whole amount, or nothing.
    fn purchase(&self, counters: &Counters, would_leave: i64) -> Option<(i64, i64)> {
        let (amount, cents) = match self.buys {
            AutoRefillAmount::Fixed(amount) => (amount.units(), self.price.unwrap_or(0)),
            AutoRefillAmount::UpTo(target) => {
                let amount = target.units() - would_leave;
                (amount, self.price.map_or(0, |price| per_thousand(price, amount)))
            }
        };
        let within = match self.at_most {
            None => true,
            Some(AutoRefillLimit::Credits(most)) => counters.bought + amount <= most.units(),
            Some(AutoRefillLimit::Money(most)) => counters.cents.saturating_add(cents) <= most.cents,
        };
        (would_leave < self.below && amount > 0 && within).then_some((amount, cents))
    }
}

impl Rules {
    /// Whether a spend calls for a grant, where its period has not had it yet.
    pub(crate) fn is_called(&self, trigger: &TriggerRule, counters: &Counters, find: Find<'_>) -> bool {
        let Some(named) = &trigger.empty else { return true };
        let covered = |&pot: &u16| {
            let lots = find.order.iter().filter(|&&slot| find.pots[slot as usize] == pot);
            let left: i64 = lots.map(|&slot| find.pool.left(slot)).sum();
            left.min(self.room(counters, pot, find.action))
        };
        named.iter().map(covered).sum::<i64>() < find.amount
    }

    /// Whether nothing is left in the pots that a grant waits for.
    pub(crate) fn is_awaited(trigger: &TriggerRule, find: Find<'_>) -> bool {
        let counts = |slot: Slot| trigger.empty.as_ref().is_some_and(|named| named.contains(&find.pots[slot as usize]));
        find.order.iter().all(|&slot| !counts(slot) || find.pool.left(slot) == 0)
    }

    /// What the service buys for a spend, and what it costs; none where enough would be left.
    pub(crate) fn purchase(&self, counters: &mut Counters, find: Find<'_>) -> Option<(i64, i64)> {
        let refill = self.refill.as_ref()?;
        let would_leave = self.would_leave(refill, counters, find);
        refill.purchase(counters, would_leave)
    }

    /// What the counted pots would hold after the spend, less what nothing would cover.
    fn would_leave(&self, refill: &RefillRule, counters: &mut Counters, find: Find<'_>) -> i64 {
        let mut judged = std::mem::take(&mut counters.judged);
        judged.fill(0);
        let (mut rest, mut counted) = (find.amount, 0);
        for &slot in find.order {
            let (pot, left) = (find.pots[slot as usize], find.pool.left(slot));
            let mut part = rest.min(left);
            if let Some(taken) = judged.get_mut(usize::from(pot)) {
                part = part.min(self.room(counters, pot, find.action) - *taken);
                *taken += part;
            }
            rest -= part;
            counted += if refill.counts(pot) { left - part } else { 0 };
        }
        counters.judged = judged;
        counted - rest - if self.pays_off() { find.pool.overdrawn() } else { 0 }
    }
}

/// The places of named pots, each once; a name that no pot has covers nothing.
fn places(named: &[PotName], place: impl Fn(&PotName) -> Option<u16>) -> Box<[u16]> {
    let mut places: Vec<u16> = named.iter().filter_map(place).collect();
    places.sort_unstable();
    places.dedup();
    places.into()
}

/// What an amount costs by the thousand, rounded half up.
fn per_thousand(price: i64, amount: i64) -> i64 {
    let cents = (2 * i128::from(price) * i128::from(amount) + 1_000).div_euclid(2_000);
    i64::try_from(cents).unwrap_or(i64::MAX)
}
