use chrono::TimeDelta;

use super::{Explanation, Gain, Gap, Shown, after_check, before_check, check_beside, explain, find};
use crate::actions::{ActionId, Key};
use crate::credits::{Credits, Decimals};
use crate::dice::Dice;
use crate::facts::{ChangeMode, Check, Entry, EntryId, Fact, Facts, Service, Spend, TermsVersion};
use crate::terms::{Anchor, Cadence, Carry, GrantTerms, Interval, IntervalUnit, PotTerms, Terms};
use crate::{Instant, Zone};

fn now() -> Instant {
    "2026-12-04T15:40:00Z".parse().unwrap()
}

fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap()
}

fn key(name: &str) -> Key {
    Key { action: ActionId(name.to_owned()), settings: std::iter::once(("seconds".into(), "8".into())).collect() }
}

fn spend(id: i64, at: Instant, name: &str, count: u32, amount: i64) -> Entry {
    let spend = Spend::charged(Some(key(name)), count, credits(amount));
    Entry { id: EntryId(id), at, date_only: false, fact: Fact::Spend(spend) }
}

fn facts(entries: Vec<Entry>) -> Facts {
    let service = Service {
        name: "LTX Studio".to_owned(),
        unit: "credits".to_owned(),
        decimals: Decimals::NONE,
        zone: Zone::UTC,
        start: "2026-09-15T00:00:00Z".parse().unwrap(),
    };
    let anchor = Anchor { day: service.start.date_naive(), time: chrono::NaiveTime::MIN, zone: Zone::UTC };
    let month = Cadence::Every { every: Interval { count: 1, of: IntervalUnit::Month }, anchor };
    let pot = PotTerms::granted("Monthly", 1, GrantTerms::new(credits(28_000), month), Carry::NONE);
    let terms = Terms::new("Standard", vec![pot]);
    let terms = vec![TermsVersion { from: service.start, terms, mode: ChangeMode::Full }];
    Facts { service, terms, entries, marks: Vec::new() }
}

/// A person's palette: what a piece takes on the price list, and how often it is made a day.
const PALETTE: [(&str, f64, f64); 7] = [
    ("veo", 5_400.0, 0.25),
    ("veo-fast", 1_750.0, 0.5),
    ("ltxv", 165.0, 1.2),
    ("banana", 49.0, 1.5),
    ("flux", 22.0, 0.8),
    ("kling", 730.0, 0.3),
    ("actor", 980.0, 0.1),
];

/// Sixty days of one person's log, and then a gap of some days from which one to three lines are missing.
fn gap_of(dice: &mut Dice, noise: f64) -> (Facts, Gap, Vec<(String, u32)>) {
    let mut level = || (0.5 * dice.normal()).exp();
    let levels: Vec<f64> = PALETTE.iter().map(|_| level()).collect();
    let days = 2 + dice.below(5) as i64;
    let (from, mut entries, mut recent) = (now() - TimeDelta::days(days), Vec::new(), Vec::new());
    for day in 0..60 {
        for (place, (name, price, often)) in PALETTE.iter().enumerate() {
            let mut lines = often * levels[place];
            while dice.uniform() < lines {
                lines -= 1.0;
                let at = now() - TimeDelta::days(day) - TimeDelta::minutes(30 + dice.below(600) as i64);
                let count = if *price < 100.0 && dice.uniform() < 0.4 { 4 } else { 1 };
                let piece = price * levels[place].powf(0.2) * (noise * dice.normal()).exp();
                let took = ((piece.round().max(1.0)) * f64::from(count)) as i64;
                let entry = spend(entries.len() as i64 + 1, at, name, count, took);
                if at > from {
                    recent.push(entries.len());
                }
                entries.push(entry);
            }
        }
    }
    let hidden = (1 + dice.below(3)).min(recent.len());
    let mut truth = Vec::new();
    let mut missing = 0;
    for _ in 0..hidden {
        let at = recent.swap_remove(dice.below(recent.len()));
        let Fact::Spend(spend) = &entries[at].fact else { continue };
        missing += spend.credits.units();
        truth.push((spend.key.clone().unwrap().action.0, spend.count));
        entries[at].at = now() + TimeDelta::days(400);
    }
    entries.retain(|entry| entry.at <= now());
    (facts(entries), Gap { missing: credits(missing), from, to: now() }, truth)
}

fn names(explanation: &Explanation) -> Vec<(String, u32)> {
    explanation.spends.iter().map(|spend| (spend.key.action.0.clone(), spend.count)).collect()
}

fn merged(lines: Vec<(String, u32)>) -> Vec<(String, u32)> {
    let mut sums = std::collections::BTreeMap::new();
    for (name, count) in lines {
        *sums.entry(name).or_insert(0) += count;
    }
    sums.into_iter().collect()
}

/// How many gaps are looked at.
const GAPS: f64 = 200.0;

/// The share of gaps whose truth is among the three that are offered.
fn found(noise: f64) -> f64 {
    let mut dice = Dice(9);
    let (mut hits, mut of) = (0.0, 0.0);
    while of < GAPS {
        let (facts, gap, truth) = gap_of(&mut dice, noise);
        if truth.is_empty() {
            continue;
        }
        of += 1.0;
        let truth = merged(truth);
        hits += f64::from(u8::from(explain(&facts, &gap).iter().any(|one| merged(names(one)) == truth)));
    }
    hits / of
}

#[test]
fn the_truth_is_among_the_three_that_are_offered() {
    for (noise, least, prices) in [(0.0, 0.8, "exact prices"), (0.1, 0.5, "prices that vary by 10 %")] {
        let begun = std::time::Instant::now();
        let share = found(noise);
        let each = begun.elapsed().as_secs_f64() * 1_000.0 / GAPS;
        println!("{prices}: the truth is among the three in {:.1} % of {GAPS} gaps, {each:.2} ms each", share * 100.0);
        assert!(share >= least, "{prices}: {share}");
    }
}

#[test]
fn what_is_offered_adds_up_to_what_is_missing() {
    let mut dice = Dice(4);
    for _ in 0..60 {
        let (facts, gap, _) = gap_of(&mut dice, 0.1);
        if gap.missing <= Credits::ZERO {
            continue;
        }
        let offered = explain(&facts, &gap);
        assert!(offered.len() <= 3);
        assert!(offered.windows(2).all(|pair| pair[0].weight >= pair[1].weight));
        for one in offered {
            let sum: i64 = one.spends.iter().map(|spend| spend.credits.units()).sum();
            assert_eq!(sum + one.rest.units(), gap.missing.units(), "{one:?}");
            assert!(one.rest >= Credits::ZERO && one.spends.iter().all(|spend| spend.credits >= Credits::ZERO));
            assert!((0.0..=1.0).contains(&one.weight));
        }
    }
}

#[test]
fn nothing_is_offered_where_nothing_was_logged() {
    let gap = Gap { missing: credits(500), from: now() - TimeDelta::days(2), to: now() };
    assert_eq!(explain(&facts(Vec::new()), &gap), []);
}

#[test]
fn a_rest_stays_where_no_set_adds_up() {
    let entries = (0..6).map(|n| spend(n + 1, now() - TimeDelta::days(n + 1), "veo", 1, 5_400)).collect();
    let gap = Gap { missing: credits(5_507), from: now() - TimeDelta::days(2), to: now() };
    let offered = explain(&facts(entries), &gap);
    assert_eq!((names(&offered[0]), offered[0].rest), (vec![("veo".to_owned(), 1)], credits(107)));
}

#[test]
fn six_lines_that_add_up_exactly_are_found() {
    let day = |n: i64| now() - TimeDelta::hours(9 * (n + 1));
    let mut entries: Vec<Entry> = (0..40).map(|n| spend(n + 1, day(n), "veo-fast", 1, 1_750)).collect();
    entries.extend((40..60).map(|n| spend(n + 1, day(n - 40), "ltxv", 1, 165)));
    let gap = Gap { missing: credits(4 * 1_750 + 2 * 165), from: now() - TimeDelta::days(6), to: now() };
    let offered = explain(&facts(entries), &gap);
    assert_eq!(merged(names(&offered[0])), [("ltxv".to_owned(), 2), ("veo-fast".to_owned(), 4)]);
    assert_eq!(offered[0].rest, Credits::ZERO);
}

fn asked(facts: &Facts, at: &str, shown: i64) -> Vec<Gain> {
    find(facts, &Shown { at: at.parse().unwrap(), credits: credits(shown), pot: None }).unwrap().gains
}

#[test]
fn more_than_the_ledger_has_is_a_refund_of_that_size_or_a_grant() {
    let facts = facts(vec![spend(1, now() - TimeDelta::days(2), "veo", 1, 5_400)]);
    assert_eq!(
        asked(&facts, "2026-12-04T15:40:00Z", 28_000),
        [Gain::Refund { of: EntryId(1), amount: credits(5_400) }, Gain::Grant(credits(5_400))][..],
    );
}

#[test]
fn the_next_allotment_in_full_is_a_renewal_that_came_early() {
    let facts = facts(vec![
        spend(1, now() - TimeDelta::days(2), "veo", 1, 20_000),
        spend(2, now() - TimeDelta::days(1), "veo", 1, 7_900),
    ]);
    let offered = asked(&facts, "2026-12-14T12:00:00Z", 28_000);
    assert_eq!(offered[0], Gain::CameEarly("2026-12-15T00:00:00Z".parse().unwrap()));
}

fn checked(at: &str, shown: i64) -> Entry {
    let check = Check { shown: credits(shown), pot: None, of_spend: None };
    Entry { id: EntryId(1), at: at.parse().unwrap(), date_only: false, fact: Fact::Check(check) }
}

#[test]
fn a_check_soon_after_a_renewal_that_fits_the_old_balance_says_that_it_has_not_come() {
    let facts = facts(vec![checked("2026-12-14T20:00:00Z", 9_000)]);
    let renewal: Instant = "2026-12-15T00:00:00Z".parse().unwrap();
    assert_eq!(asked(&facts, "2026-12-15T07:00:00Z", 8_800), [Gain::NotComeYet(renewal)]);
    assert!(asked(&facts, "2026-12-15T07:00:00Z", 27_900).is_empty(), "that is a spend after the renewal");
    assert!(asked(&facts, "2026-12-17T07:00:00Z", 8_800).is_empty(), "a day later it has come");
}

#[test]
fn a_renewal_that_had_not_come_is_offered_once_the_figure_fits_it() {
    let renewal: Instant = "2026-12-15T00:00:00Z".parse().unwrap();
    let not_yet = Fact::Shift { renewal, to: None };
    let not_yet =
        Entry { id: EntryId(2), at: "2026-12-15T07:00:00Z".parse().unwrap(), date_only: false, fact: not_yet };
    let facts = facts(vec![checked("2026-12-14T20:00:00Z", 9_000), not_yet]);
    assert!(asked(&facts, "2026-12-15T09:00:00Z", 8_900).is_empty(), "it has still not come");
    let offered = asked(&facts, "2026-12-15T12:00:00Z", 28_000);
    let by = "2026-12-15T12:00:00Z".parse().unwrap();
    assert_eq!(offered, [Gain::CameLate { renewal, by }, Gain::Grant(credits(19_000))]);
}

#[test]
fn a_check_is_explained_as_of_its_own_instant() {
    let later = Entry { id: EntryId(7), ..checked("2026-12-03T12:00:00Z", 20_000) };
    let entries = vec![checked("2026-11-28T12:00:00Z", 25_000), later];
    let shown = Shown { at: "2026-12-01T12:00:00Z".parse().unwrap(), credits: credits(24_000), pot: None };
    let found = find(&facts(entries), &shown).unwrap();
    assert_eq!((found.computed, found.difference), (credits(25_000), credits(-1_000)));
    assert_eq!(found.since, Some("2026-11-28T12:00:00Z".parse().unwrap()));
}

#[test]
fn an_entry_without_a_time_stands_beside_the_last_check_of_its_day() {
    let entries = vec![checked("2026-12-01T09:00:00Z", 27_000), checked("2026-12-01T18:20:00Z", 26_000)];
    let facts = facts(entries);
    let noon: Instant = "2026-12-01T12:00:00Z".parse().unwrap();
    let check: Instant = "2026-12-01T18:20:00Z".parse().unwrap();
    assert_eq!(check_beside(&facts, noon, true, now()), Some(check));
    assert_eq!(check_beside(&facts, noon, false, now()), None, "its time says it");
    assert_eq!(check_beside(&facts, noon + TimeDelta::days(1), true, now()), None, "another day");
    assert_eq!(check_beside(&facts, noon, true, check), None, "today without a time is now");
    assert_eq!((before_check(noon, check), before_check(check + TimeDelta::hours(1), check)), (noon, check));
    assert_eq!(after_check(noon, check), check + TimeDelta::seconds(1));
}
