//! Random entries.

use std::collections::BTreeMap;

use chrono::{Duration, Months};
use proptest::option;
use proptest::prelude::*;
use proptest::strategy::Union;
use runout_core::Instant;
use runout_core::actions::{ActionId, Key};
use runout_core::credits::Credits;
use runout_core::facts::{Check, Entry, EntryId, Fact, Facts, Grant, LotEnd, LotId, Spend};
use runout_core::terms::{Cadence, IntervalUnit};

use super::{ACTIONS, HOURS, POTS, at, credits, hour, life, pot_name};

pub(super) fn entry() -> impl Strategy<Value = (Instant, Fact)> {
    (hour(), fact())
}

fn fact() -> impl Strategy<Value = Fact> {
    let amount = prop_oneof![6 => credits(25), 1 => credits(120)];
    let turns = Union::new([Fact::Cancel, Fact::Pause, Fact::Resume, Fact::Resume].map(Just));
    prop_oneof![
        12 => (amount, option::of(0..ACTIONS.len())).prop_map(|(credits, action)| Fact::Spend(acted(credits, action))),
        4 => (1..40_i64, credits(30)).prop_map(|(of, amount)| Fact::Refund { of: EntryId(2 * of), amount }),
        5 => grant().prop_map(Fact::Grant),
        1 => lot().prop_map(|lot| Fact::Void { lot }),
        1 => (lot(), hour()).prop_map(|(lot, until)| Fact::Extend { lot, until }),
        4 => check().prop_map(Fact::Check),
        1 => any::<bool>().prop_map(|moves_anchor| Fact::Renewal { moves_anchor }),
        3 => turns,
    ]
}

/// A spend of so much for an action.
fn acted(credits: Credits, action: Option<usize>) -> Spend {
    let key = action.map(|action| Key { action: ActionId(ACTIONS[action].to_owned()), settings: BTreeMap::new() });
    Spend { key, ..spend(credits) }
}

/// A spend of so much.
pub(crate) fn spend(credits: Credits) -> Spend {
    Spend::charged(None, 1, credits)
}

fn grant() -> impl Strategy<Value = Grant> {
    let until = prop_oneof![hour().prop_map(LotEnd::At), life().prop_map(LotEnd::After)];
    (credits(30), option::of(pot_name()), option::of(until), any::<bool>())
        .prop_map(|(amount, pot, until, bought)| Grant { amount, pot, until, bought, cost: None, note: String::new() })
}

fn lot() -> impl Strategy<Value = LotId> {
    let of_plan = (0..3_usize, 0..HOURS / 24)
        .prop_map(|(pot, day)| LotId(format!("{}-{}", POTS[pot].to_lowercase(), at(24 * day).date_naive())));
    prop_oneof![(1..40_i64).prop_map(|id| LotId(format!("g{}", 2 * id))), of_plan]
}

fn check() -> impl Strategy<Value = Check> {
    (-5..60_i64, option::weighted(0.2, pot_name())).prop_map(|(shown, pot)| Check {
        shown: Credits::new(shown).expect("an amount"),
        pot,
        of_spend: None,
    })
}

/// A renewal that comes at another time: of which version's first schedule, its number from the anchor, how many hours
/// later (none: it did not come).
pub(super) type ShiftOf = (usize, i64, Option<i64>);

pub(super) fn shift() -> impl Strategy<Value = ShiftOf> {
    (0..4_usize, -1..20_i64, option::weighted(0.7, -30..400_i64))
}

/// Notes a renewal that comes at another time.
pub(super) fn put_shift(facts: &mut Facts, (version, number, late): ShiftOf) {
    let version = &facts.terms[version % facts.terms.len()];
    let cadences = version.terms.pots.iter().filter_map(|pot| Some(pot.grant.as_ref()?.cadence));
    let mut anchored = cadences.filter_map(|cadence| match cadence {
        Cadence::Every { every, anchor } => Some((every, anchor)),
        Cadence::Once | Cadence::FirstUse { .. } => None,
    });
    let Some((every, anchor)) = anchored.next() else { return };
    let from = anchor.day.and_time(anchor.time).and_utc();
    let count = number * i64::from(every.count);
    let months = |count: i64| from + Months::new(u32::try_from(count).unwrap_or(0));
    let renewal = match every.of {
        IntervalUnit::Hour => from + Duration::hours(count),
        IntervalUnit::Day => from + Duration::days(count),
        IntervalUnit::Week => from + Duration::weeks(count),
        IntervalUnit::Month => months(count),
        IntervalUnit::Year => months(12 * count),
    };
    if renewal <= at(0) {
        return;
    }
    let id = EntryId(2 * i64::try_from(facts.entries.len() + 1).expect("few entries"));
    let to = late.map(|hours| renewal + Duration::hours(hours));
    facts.entries.push(Entry { id, at: renewal, date_only: false, fact: Fact::Shift { renewal, to } });
}
