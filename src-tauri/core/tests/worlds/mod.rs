//! Random terms and histories, on whole hours in UTC.

pub(crate) mod entries;
mod terms;

use chrono::{Duration, NaiveTime};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::Union;
use proptest::test_runner::RngSeed;
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{ChangeMode, Entry, EntryId, Fact, Facts, Service, TermsVersion};
use runout_core::ledger::Edge;
use runout_core::terms::{Anchor, Interval, IntervalUnit, Life, PotName, Terms};
use runout_core::{Instant, Zone};

/// The ordinary run draws the same worlds each time, so that what holds today holds tomorrow; the nightly form
/// (`RUNOUT_WORLDS`) draws others each night.
pub(crate) fn seed() -> RngSeed {
    if std::env::var_os("RUNOUT_WORLDS").is_some() { RngSeed::Random } else { RngSeed::Fixed(2_026) }
}

/// How many worlds a run draws: so many, or what `RUNOUT_WORLDS` says.
pub(crate) fn count(ordinary: u32) -> u32 {
    std::env::var("RUNOUT_WORLDS").ok().and_then(|worlds| worlds.parse().ok()).unwrap_or(ordinary)
}

/// How many hours a history lasts: over the ends of two months.
const HOURS: i64 = 24 * 48;
const POTS: [&str; 5] = ["Monthly", "Daily", "Bonus", "Top-ups", "Bank"];
const ACTIONS: [&str; 2] = ["veo-3", "Actor"];

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

/// A world of any shape.
pub(crate) fn world() -> impl Strategy<Value = World> {
    let versions = vec((hour(), terms::terms(), mode()), 1..4);
    let look = (hour(), prop_oneof![Just(Edge::Opening), Just(Edge::After)]);
    let shifts = vec(entries::shift(), 0..3);
    (versions, vec(entries::entry(), 0..40), shifts, vec(look, 0..2)).prop_map(
        |(versions, entries, shifts, mut looks)| {
            looks.push((at(HOURS), Edge::After));
            let mut facts = facts(versions, entries);
            for shift in shifts {
                entries::put_shift(&mut facts, shift);
            }
            World { facts, looks }
        },
    )
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

fn anchor(at: Instant) -> Anchor {
    Anchor { day: at.date_naive(), time: at.time(), zone: Zone::UTC }
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
            ChangeMode::Replace,
        ]
        .map(Just),
    )
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
