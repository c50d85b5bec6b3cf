//! Random terms.

use chrono::NaiveTime;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::strategy::Union;
use runout_core::Zone;
use runout_core::terms::{
    Anchor, AutoRefill, AutoRefillAmount, AutoRefillLimit, Cadence, Cap, Carry, CarryCap, Ceiling, DayLimit, GrantMode,
    GrantTerms, Kept, Money, Overdrawn, PausedAnchor, Pays, PotName, PotTerms, Ratio, Terms, TopUpTerms, Trigger,
    WhileLapsed, WithinRank,
};

use super::{ACTIONS, anchor, at, credits, interval, life, pot_name};

pub(super) fn terms() -> impl Strategy<Value = Terms> {
    let pots = vec((0..3_u16, option::weighted(0.8, grant_terms()), carry(), use_of_pot()), 1..4);
    let top_ups = option::of((pot_name(), life()).prop_map(|(pot, life)| TopUpTerms { pot, life, packs: Vec::new() }));
    let within = prop_oneof![3 => Just(WithinRank::SoonestEnd), 1 => Just(WithinRank::Oldest)];
    let pause = prop_oneof![Just(PausedAnchor::Moves), Just(PausedAnchor::Stands)];
    let bank = option::weighted(0.3, (0..3_u16, use_of_pot()));
    let refill = option::weighted(0.15, auto_refill());
    let renamed = proptest::bool::weighted(0.15);
    (pots, top_ups, within, overdrawn(), pause, bank, refill, renamed).prop_map(
        |(pots, top_ups, within_rank, overdrawn, pause, bank, auto_refill, renamed)| {
            let names = if renamed { ["Studio", "Daily", "Bonus"] } else { ["Monthly", "Daily", "Bonus"] };
            let filled = pots.into_iter().zip(names).map(|((rank, grant, carry, used), name)| PotTerms {
                grant,
                carry,
                ..holding(name, rank, used)
            });
            let bank = bank.map(|(rank, used)| holding("Bank", rank, used));
            let pots = filled.chain(bank).collect();
            Terms { within_rank, overdrawn, pause, top_ups, auto_refill, ..Terms::new("Terms", pots) }
        },
    )
}

/// What a pot pays, how much a day, and what becomes of it after a lapse.
type UseOfPot = (Pays, Option<DayLimit>, WhileLapsed);

fn holding(name: &str, rank: u16, (pays, day_limit, while_lapsed): UseOfPot) -> PotTerms {
    PotTerms { pays, day_limit, while_lapsed, ..PotTerms::holding(name, rank) }
}

fn use_of_pot() -> impl Strategy<Value = UseOfPot> {
    let only = (0..ACTIONS.len()).prop_map(|action| Pays::Only(vec![ACTIONS[action].to_uppercase()]));
    let pays = prop_oneof![12 => Just(Pays::Everything), 2 => only];
    let limit = (credits(15), 0..24_i64).prop_map(|(amount, hour)| DayLimit { amount, from: anchor(at(hour)) });
    let lapsed = Union::new([WhileLapsed::Usable, WhileLapsed::Frozen, WhileLapsed::FrozenAndHeld].map(Just));
    (pays, option::weighted(0.15, limit), lapsed)
}

fn overdrawn() -> impl Strategy<Value = Overdrawn> {
    prop_oneof![
        2 => Just(Overdrawn::ForgivenAtRenewal),
        2 => Just(Overdrawn::Carried),
        1 => Just(Overdrawn::Kept),
        1 => option::of(credits(40)).prop_map(|limit| Overdrawn::Billed { limit }),
    ]
}

fn auto_refill() -> impl Strategy<Value = AutoRefill> {
    let buys = prop_oneof![credits(40).prop_map(AutoRefillAmount::Fixed), credits(40).prop_map(AutoRefillAmount::UpTo)];
    let money = |cents| Money { currency: *b"USD", cents };
    let at_most = prop_oneof![
        credits(120).prop_map(AutoRefillLimit::Credits),
        (0..900_i64).prop_map(move |cents| AutoRefillLimit::Money(money(cents))),
    ];
    let price = option::of((0..400_i64).prop_map(money));
    (credits(20), vec(pot_name(), 0..3), buys, option::of(at_most), price, pot_name(), life()).prop_map(
        |(below, counts, buys, at_most, price, pot, life)| AutoRefill {
            below,
            counts,
            buys,
            at_most,
            price,
            pot,
            life,
        },
    )
}

fn carry() -> impl Strategy<Value = Carry> {
    let any =
        (kept(), share(), option::weighted(0.6, carry_cap())).prop_map(|(kept, share, cap)| Carry { kept, share, cap });
    let bank = CarryCap::Bank { pot: PotName("Bank".to_owned()), cap: Cap::Allotments(Ratio { parts: 3, of: 1 }) };
    prop_oneof![
        2 => Just(Carry::NONE),
        2 => Just(Carry::ALL),
        2 => (0..3_u32).prop_map(Carry::cycles),
        1 => Just(Carry { cap: Some(bank), ..Carry::NONE }),
        5 => any,
    ]
}

fn kept() -> impl Strategy<Value = Kept> {
    prop_oneof![
        1 => Just(Kept::UntilRenewal),
        2 => Just(Kept::WhileSubscribed),
        2 => (0..3_u32).prop_map(Kept::Cycles),
        2 => interval().prop_map(Kept::For),
    ]
}

fn share() -> impl Strategy<Value = Ratio> {
    prop_oneof![2 => Just(Ratio::WHOLE), 1 => (0..3_u32, 2..4_u32).prop_map(|(parts, of)| Ratio { parts, of })]
}

fn carry_cap() -> impl Strategy<Value = CarryCap> {
    let bank = |cap| CarryCap::Bank { pot: PotName("Bank".to_owned()), cap };
    prop_oneof![cap().prop_map(CarryCap::Carried), cap().prop_map(CarryCap::Total), cap().prop_map(bank)]
}

fn cap() -> impl Strategy<Value = Cap> {
    let allotments = (1..7_u32, 1..3_u32).prop_map(|(parts, of)| Cap::Allotments(Ratio { parts, of }));
    prop_oneof![credits(40).prop_map(Cap::Credits), allotments]
}

fn grant_terms() -> impl Strategy<Value = GrantTerms> {
    let mode = prop_oneof![4 => Just(GrantMode::Add), 1 => Just(GrantMode::RefillTo)];
    let ceiling = option::weighted(0.15, ceiling());
    (credits(30), cadence(), mode, ceiling, trigger()).prop_map(|(amount, cadence, mode, ceiling, trigger)| {
        GrantTerms { mode, ceiling, trigger, ..GrantTerms::new(amount, cadence) }
    })
}

fn ceiling() -> impl Strategy<Value = Ceiling> {
    let hours = (credits(60), interval(), 0..200_i64);
    hours.prop_map(|(amount, every, hour)| Ceiling { amount, every, anchor: anchor(at(hour)) })
}

fn trigger() -> impl Strategy<Value = Trigger> {
    let when_empty = vec(pot_name(), 1..3).prop_map(Trigger::WhenEmpty);
    prop_oneof![9 => Just(Trigger::Calendar), 1 => when_empty]
}

fn cadence() -> impl Strategy<Value = Cadence> {
    let anchored = (interval(), -40..40_i64, 0..3_u32).prop_map(|(every, days, hours)| {
        let day = at(24 * days).date_naive();
        let time = NaiveTime::from_hms_opt(hours * 9, 0, 0).expect("a time");
        Cadence::Every { every, anchor: Anchor { day, time, zone: Zone::UTC } }
    });
    let first_use = interval().prop_map(|window| Cadence::FirstUse { window });
    prop_oneof![2 => Just(Cadence::Once), 12 => anchored, 1 => first_use]
}
