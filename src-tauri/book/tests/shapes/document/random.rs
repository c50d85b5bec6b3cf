//! Random terms that make sense.

use chrono::NaiveTime;
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use runout_core::credits::{Credits, Decimals};
use runout_core::terms::*;
use runout_core::{Day, Zone};

const POTS: &[&str] = &["Monthly", "Daily", "Bank", "Top-ups", "Größe \"XL\"", "a\\b\tc", "x # y", "[pots]"];

/// Terms, and the places of the unit that they are counted in.
pub(super) fn terms() -> impl Strategy<Value = (Decimals, Terms)> {
    let names = btree_set(select(POTS), 1..4).prop_map(|names| names.into_iter().collect::<Vec<_>>());
    (names, 0_u8..=6).prop_flat_map(|(names, places)| (Just(Decimals::new(places).unwrap()), of(names)))
}

fn of(names: Vec<&'static str>) -> impl Strategy<Value = Terms> {
    let pots: Vec<_> = names.iter().map(|name| pot(name, &names)).collect();
    let (some, other) = (select(names.clone()), names.clone());
    (
        "[A-Za-zé \"#]{1,12}x",
        pots,
        prop_oneof![Just(WithinRank::SoonestEnd), Just(WithinRank::Oldest)],
        overdrawn(),
        option::of(top_ups(some)),
        option::of(auto_refill(other)),
        prop_oneof![Just(PausedAnchor::Moves), Just(PausedAnchor::Stands)],
        option::of(money()),
    )
        .prop_map(|(name, pots, within_rank, overdrawn, top_ups, auto_refill, pause, price)| Terms {
            name,
            pots,
            within_rank,
            overdrawn,
            top_ups,
            auto_refill,
            pause,
            price,
        })
}

fn pot(name: &'static str, all: &[&'static str]) -> impl Strategy<Value = PotTerms> + use<> {
    let others: Vec<_> = all.iter().copied().filter(|other| *other != name).collect();
    let trigger = others.clone();
    let parts = (any::<u16>(), option::of(grant(trigger)), pays(), option::of((amount(), anchor())), while_lapsed());
    parts.prop_flat_map(move |(rank, grant, pays, day_limit, while_lapsed)| {
        carry(grant.is_some(), others.clone()).prop_map(move |carry| PotTerms {
            name: PotName(name.to_owned()),
            rank,
            grant: grant.clone(),
            carry: match &grant {
                Some(grant) if grant.mode == GrantMode::RefillTo && carry == Carry::ALL => Carry::NONE,
                _ => carry,
            },
            pays: pays.clone(),
            day_limit: day_limit.map(|(amount, from)| DayLimit { amount, from }),
            while_lapsed,
        })
    })
}

fn grant(others: Vec<&'static str>) -> impl Strategy<Value = GrantTerms> {
    let cadence = prop_oneof![
        Just(Cadence::Once),
        (interval(), anchor()).prop_map(|(every, anchor)| Cadence::Every { every, anchor }),
        interval().prop_map(|window| Cadence::FirstUse { window }),
    ];
    let trigger = if others.is_empty() {
        Just(Trigger::Calendar).boxed()
    } else {
        let empty = vec(select(others), 1..3);
        let empty = empty.prop_map(|pots| Trigger::WhenEmpty(pots.into_iter().map(named).collect()));
        prop_oneof![Just(Trigger::Calendar), empty].boxed()
    };
    let mode = prop_oneof![Just(GrantMode::Add), Just(GrantMode::RefillTo)];
    let ceiling = (amount(), interval(), anchor());
    (amount(), cadence, mode, option::of(ceiling), trigger, vec(amount(), 0..3)).prop_map(
        |(amount, cadence, mode, ceiling, trigger, mut scale)| {
            if !scale.is_empty() {
                scale.push(amount);
            }
            let ceiling = ceiling.map(|(amount, every, anchor)| Ceiling { amount, every, anchor });
            GrantTerms { amount, cadence, mode, ceiling, trigger, scale }
        },
    )
}

fn carry(granted: bool, others: Vec<&'static str>) -> impl Strategy<Value = Carry> {
    let kept = prop_oneof![
        Just(Kept::UntilRenewal),
        (1_u32..100).prop_map(Kept::Cycles),
        interval().prop_map(Kept::For),
        Just(Kept::WhileSubscribed),
    ];
    let share = prop_oneof![Just(Ratio::WHOLE), (0_u32..5, 5_u32..9).prop_map(|(parts, of)| Ratio { parts, of }),];
    let bank = if others.is_empty() {
        cap(granted).prop_map(CarryCap::Total).boxed()
    } else {
        (select(others), cap(granted)).prop_map(|(pot, cap)| CarryCap::Bank { pot: named(pot), cap }).boxed()
    };
    let cap = prop_oneof![cap(granted).prop_map(CarryCap::Carried), cap(granted).prop_map(CarryCap::Total), bank];
    (kept, share, option::of(cap)).prop_map(|(kept, share, cap)| {
        // What is cut must be carried first.
        let cap = cap.filter(|cap| kept != Kept::UntilRenewal || !matches!(cap, CarryCap::Carried(_)));
        Carry { kept, share, cap }
    })
}

fn cap(granted: bool) -> BoxedStrategy<Cap> {
    let credits = amount().prop_map(Cap::Credits);
    let times = (0_u32..20, 1_u32..7).prop_map(|(parts, of)| Cap::Allotments(Ratio { parts, of }));
    if granted { prop_oneof![credits, times].boxed() } else { credits.boxed() }
}

fn pays() -> impl Strategy<Value = Pays> {
    prop_oneof![Just(Pays::Everything), vec("[a-zA-Z0-9 ]{0,6}v", 1..3).prop_map(Pays::Only)]
}

fn while_lapsed() -> impl Strategy<Value = WhileLapsed> {
    prop_oneof![Just(WhileLapsed::Usable), Just(WhileLapsed::Frozen), Just(WhileLapsed::FrozenAndHeld)]
}

fn overdrawn() -> impl Strategy<Value = Overdrawn> {
    prop_oneof![
        Just(Overdrawn::ForgivenAtRenewal),
        Just(Overdrawn::Carried),
        Just(Overdrawn::Kept),
        option::of(amount()).prop_map(|limit| Overdrawn::Billed { limit }),
    ]
}

fn top_ups(pot: impl Strategy<Value = &'static str>) -> impl Strategy<Value = TopUpTerms> {
    let part = (some_amount(), option::of(life()), any::<bool>());
    let part = part.prop_map(|(amount, life, bonus)| PackPart { amount, pot: None, life, bonus });
    let pack = ("[a-z]{1,5}", option::of(money()), vec(part, 1..3));
    let pack = pack.prop_map(|(name, price, parts)| Pack { name, price, parts });
    (pot, life(), vec(pack, 0..3)).prop_map(|(pot, life, mut packs)| {
        if let Some(first) = packs.first_mut() {
            first.parts[0].pot = Some(named(pot));
        }
        TopUpTerms { pot: named(pot), life, packs }
    })
}

fn auto_refill(pots: Vec<&'static str>) -> impl Strategy<Value = AutoRefill> {
    let pots = (select(pots.clone()), vec(select(pots), 0..3));
    let limit = option::of(prop_oneof![
        amount().prop_map(AutoRefillLimit::Credits),
        (0_i64..1_000_000).prop_map(|cents| AutoRefillLimit::Money(Money { currency: *b"USD", cents })),
    ]);
    (pots, some_amount(), some_amount(), any::<bool>(), limit, life()).prop_map(
        |((pot, counts), below, more, fixed, at_most, life)| AutoRefill {
            below,
            counts: counts.into_iter().map(named).collect(),
            buys: if fixed { AutoRefillAmount::Fixed(more) } else { AutoRefillAmount::UpTo(below.max(more)) },
            at_most: at_most.map(|limit| match limit {
                AutoRefillLimit::Credits(most) if fixed => AutoRefillLimit::Credits(most.max(more)),
                other => other,
            }),
            price: Some(Money { currency: *b"USD", cents: 1_000 }),
            pot: named(pot),
            life,
        },
    )
}

fn life() -> impl Strategy<Value = Life> {
    prop_oneof![
        Just(Life::Forever),
        Just(Life::UntilRenewal),
        interval().prop_map(Life::For),
        (1_u32..100).prop_map(Life::Cycles),
        interval().prop_map(Life::FromRenewal),
    ]
}

fn interval() -> impl Strategy<Value = Interval> {
    let units = [IntervalUnit::Hour, IntervalUnit::Day, IntervalUnit::Week, IntervalUnit::Month, IntervalUnit::Year];
    (1_u32..400, select(units.to_vec())).prop_map(|(count, of)| Interval { count, of })
}

fn anchor() -> impl Strategy<Value = Anchor> {
    let zones: Vec<Zone> = vec![chrono_tz::UTC, chrono_tz::Europe::Berlin, chrono_tz::Pacific::Chatham];
    let time = prop_oneof![
        (0_u32..24, 0_u32..60).prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap()),
        (0_u32..86_400, 0_u32..1_000_000_000)
            .prop_map(|(second, nano)| NaiveTime::from_num_seconds_from_midnight_opt(second, nano).unwrap()),
    ];
    (0_u64..40_000, time, select(zones)).prop_map(|(days, time, zone)| Anchor {
        day: Day::from_ymd_opt(1999, 12, 31).unwrap() + chrono::Days::new(days),
        time,
        zone,
    })
}

fn amount() -> impl Strategy<Value = Credits> {
    prop_oneof![0_i64..1_000, 0_i64..=1_000_000_000_000_000].prop_map(|units| Credits::new(units).unwrap())
}

fn some_amount() -> impl Strategy<Value = Credits> {
    amount().prop_map(|amount| amount.max(Credits::new(1).unwrap()))
}

fn money() -> impl Strategy<Value = Money> {
    (0_i64..10_000_000).prop_map(|cents| Money { currency: *b"EUR", cents })
}

fn named(pot: &str) -> PotName {
    PotName(pot.to_owned())
}
