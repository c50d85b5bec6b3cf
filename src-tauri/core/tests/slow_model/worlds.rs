//! Random terms and histories, on whole hours in UTC.

use chrono::{Duration, NaiveTime};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::strategy::Union;
use proptest::test_runner::RngSeed;
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{
    ChangeMode, Check, Entry, EntryId, Fact, Facts, Grant, LotEnd, LotId, Service, Spend, SpendState, TermsVersion,
};
use runout_core::ledger::Edge;
use runout_core::terms::{
    Anchor, Cadence, Cap, Carry, CarryCap, GrantMode, GrantTerms, Interval, IntervalUnit, Kept, Life, Overdrawn,
    PotName, PotTerms, Ratio, Terms, TopUpTerms, WithinRank,
};
use runout_core::{Instant, Zone};

/// The ordinary run draws the same worlds each time, so that what holds today holds tomorrow; the nightly form
/// (`RUNOUT_WORLDS`) draws others each night.
pub(crate) fn seed() -> RngSeed {
    if std::env::var_os("RUNOUT_WORLDS").is_some() { RngSeed::Random } else { RngSeed::Fixed(2_026) }
}

/// How many hours a history lasts: over the ends of two months.
const HOURS: i64 = 24 * 48;
const POTS: [&str; 5] = ["Monthly", "Daily", "Bonus", "Top-ups", "Bank"];

/// A service's facts, and when to look.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) facts: Facts,
    pub(crate) looks: Vec<(Instant, Edge)>,
}

/// A line for each version, pot and entry: a world of many lines is not read.
impl std::fmt::Debug for World {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for version in &self.facts.terms {
            let terms = Terms { pots: Vec::new(), ..version.terms.clone() };
            writeln!(to, "\nfrom {} {:?} {terms:?}", version.from, version.mode)?;
            for pot in &version.terms.pots {
                writeln!(to, "  {pot:?}")?;
            }
        }
        for entry in &self.facts.entries {
            writeln!(to, "{} at {}: {:?}", entry.id.0, entry.at, entry.fact)?;
        }
        write!(to, "looks {:?}", self.looks)
    }
}

pub(crate) fn world() -> impl Strategy<Value = World> {
    let versions = vec((hour(), terms(), mode()), 1..4);
    let look = (hour(), prop_oneof![Just(Edge::Opening), Just(Edge::After)]);
    (versions, vec(entry(), 0..40), vec(look, 0..2)).prop_map(|(versions, entries, mut looks)| {
        looks.push((at(HOURS), Edge::After));
        World { facts: facts(versions, entries), looks }
    })
}

/// The ids are even, so that an entry can be put between any two.
fn facts(versions: Vec<(Instant, Terms, ChangeMode)>, entries: Vec<(Instant, Fact)>) -> Facts {
    let mut terms: Vec<_> =
        versions.into_iter().map(|(from, terms, mode)| TermsVersion { from, terms, mode }).collect();
    terms[0].from = at(0);
    terms[0].mode = ChangeMode::Full;
    terms.sort_by_key(|version| version.from);
    let entries =
        entries.into_iter().zip(1..).map(|((at, fact), id)| Entry { id: EntryId(2 * id), at, date_only: false, fact });
    let service = Service {
        name: "Service".to_owned(),
        unit: "credits".to_owned(),
        decimals: Decimals::NONE,
        zone: Zone::UTC,
        start: at(0),
    };
    Facts { service, terms, entries: entries.collect(), marks: Vec::new() }
}

/// The hour so many hours after 2026-01-20.
pub(crate) fn at(hours: i64) -> Instant {
    let start = chrono::NaiveDate::from_ymd_opt(2026, 1, 20).expect("a day").and_time(NaiveTime::MIN).and_utc();
    start + Duration::hours(hours)
}

/// Often the same few hours, so that much happens at one instant.
fn hour() -> impl Strategy<Value = Instant> {
    prop_oneof![
        3 => (0..HOURS).prop_map(at),
        3 => (0..HOURS / 24).prop_map(|day| at(24 * day)),
        1 => (0..HOURS / 168).prop_map(|week| at(168 * week + 9)),
    ]
}

fn credits(most: i64) -> impl Strategy<Value = Credits> {
    (0..=most).prop_map(|units| Credits::new(units).expect("an amount"))
}

fn pot_name() -> impl Strategy<Value = PotName> {
    (0..POTS.len()).prop_map(|pot| PotName(POTS[pot].to_owned()))
}

fn mode() -> impl Strategy<Value = ChangeMode> {
    Union::new(
        [
            ChangeMode::Difference,
            ChangeMode::UpTo,
            ChangeMode::Full,
            ChangeMode::Prorate,
            ChangeMode::Both,
            ChangeMode::Next,
        ]
        .map(Just),
    )
}

fn terms() -> impl Strategy<Value = Terms> {
    let pots = vec((0..3_u16, option::weighted(0.8, grant_terms()), carry()), 1..4);
    let top_ups = option::of((pot_name(), life()).prop_map(|(pot, life)| TopUpTerms { pot, life, packs: Vec::new() }));
    let within = prop_oneof![3 => Just(WithinRank::SoonestEnd), 1 => Just(WithinRank::Oldest)];
    let overdrawn = prop_oneof![Just(Overdrawn::ForgivenAtRenewal), Just(Overdrawn::Carried)];
    let bank = option::weighted(0.3, (0..3_u16).prop_map(|rank| PotTerms::holding("Bank", rank)));
    (pots, top_ups, within, overdrawn, bank).prop_map(|(pots, top_ups, within_rank, overdrawn, bank)| {
        let filled = (pots.into_iter().zip(POTS)).map(|((rank, grant, carry), name)| PotTerms {
            grant,
            carry,
            ..PotTerms::holding(name, rank)
        });
        let pots = filled.chain(bank).collect();
        Terms { within_rank, overdrawn, top_ups, ..Terms::new("Terms", pots) }
    })
}

fn carry() -> impl Strategy<Value = Carry> {
    let any =
        (kept(), share(), option::weighted(0.6, carry_cap())).prop_map(|(kept, share, cap)| Carry { kept, share, cap });
    prop_oneof![
        2 => Just(Carry::NONE),
        2 => Just(Carry::ALL),
        2 => (0..3_u32).prop_map(Carry::cycles),
        1 => Just(Carry { cap: Some(CarryCap::Bank { pot: PotName("Bank".to_owned()), cap: Cap::Allotments(Ratio { parts: 3, of: 1 }) }), ..Carry::NONE }),
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
    (credits(30), cadence(), mode)
        .prop_map(|(amount, cadence, mode)| GrantTerms { mode, ..GrantTerms::new(amount, cadence) })
}

fn cadence() -> impl Strategy<Value = Cadence> {
    let anchored = (interval(), -40..40_i64, 0..3_u32).prop_map(|(every, days, hours)| {
        let day = at(24 * days).date_naive();
        let time = NaiveTime::from_hms_opt(hours * 9, 0, 0).expect("a time");
        Cadence::Every { every, anchor: Anchor { day, time, zone: Zone::UTC } }
    });
    prop_oneof![1 => Just(Cadence::Once), 6 => anchored]
}

fn interval() -> impl Strategy<Value = Interval> {
    let interval = |count, of| Interval { count, of };
    prop_oneof![
        3 => Just(interval(1, IntervalUnit::Month)),
        1 => (1..4_u32).prop_map(move |count| interval(count, IntervalUnit::Day)),
        1 => Just(interval(1, IntervalUnit::Week)),
        1 => (10..40_u32).prop_map(move |count| interval(count, IntervalUnit::Hour)),
    ]
}

fn life() -> impl Strategy<Value = Life> {
    prop_oneof![
        Just(Life::Forever),
        Just(Life::UntilRenewal),
        interval().prop_map(Life::For),
        (0..3_u32).prop_map(Life::Cycles),
        interval().prop_map(Life::FromRenewal),
    ]
}

fn entry() -> impl Strategy<Value = (Instant, Fact)> {
    (hour(), fact())
}

fn fact() -> impl Strategy<Value = Fact> {
    let amount = prop_oneof![6 => credits(25), 1 => credits(120)];
    prop_oneof![
        12 => amount.prop_map(|credits| Fact::Spend(spend(credits))),
        4 => (1..40_i64, credits(30)).prop_map(|(of, amount)| Fact::Refund { of: EntryId(2 * of), amount }),
        5 => grant().prop_map(Fact::Grant),
        1 => lot().prop_map(|lot| Fact::Void { lot }),
        1 => (lot(), hour()).prop_map(|(lot, until)| Fact::Extend { lot, until }),
        4 => check().prop_map(Fact::Check),
        1 => any::<bool>().prop_map(|moves_anchor| Fact::Renewal { moves_anchor }),
    ]
}

/// A spend of so much.
pub(crate) fn spend(credits: Credits) -> Spend {
    Spend {
        key: None,
        count: 1,
        credits,
        estimated: false,
        derived: false,
        tags: Vec::new(),
        note: String::new(),
        state: SpendState::Charged,
        verdict: None,
    }
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
