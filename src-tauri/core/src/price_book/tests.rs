use proptest::prelude::*;

use super::*;
use crate::actions::{Action, ActionId, Key, Kind, MovedPrice, Published};
use crate::credits::{Credits, Decimals};
use crate::facts::{Entry, EntryId, Fact, Facts, Service, Spend};
use crate::{Instant, Zone};

const DAY: i64 = 86_400;

pub(super) fn now() -> Instant {
    "2026-12-04T15:40:00Z".parse().unwrap()
}

pub(super) fn action(name: &str, kind: Kind, published: Option<(f64, f64, Option<f64>)>) -> Action {
    Action {
        published: published.map(|(low, high, seconds)| Published { low, high, open_ended: false, seconds }),
        ..Action::named(ActionId(name.to_owned()), name.to_owned(), kind)
    }
}

pub(super) fn veo() -> Action {
    action("Veo 3", Kind::Video, Some((875.0, 3500.0, Some(8.0))))
}

pub(super) fn key(action: &str, settings: &[(&str, &str)]) -> Key {
    let settings = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Key { action: ActionId(action.to_owned()), settings }
}

fn eight_seconds() -> Key {
    key("Veo 3", &[("seconds", "8")])
}

pub(super) fn spend(id: i64, days_ago: i64, key: &Key, count: u32, credits: i64) -> Entry {
    let spend = Spend::charged(Some(key.clone()), count, Credits::new(credits).unwrap());
    let at = now() - chrono::TimeDelta::seconds(days_ago * DAY);
    Entry { id: EntryId(id), at, date_only: false, fact: Fact::Spend(spend) }
}

pub(super) fn facts(entries: Vec<Entry>) -> Facts {
    let service = Service {
        name: "LTX Studio".to_owned(),
        unit: "credits".to_owned(),
        decimals: Decimals::NONE,
        zone: Zone::Europe__Berlin,
        start: now() - chrono::TimeDelta::days(400),
    };
    Facts { service, terms: Vec::new(), entries, marks: Vec::new() }
}

#[test]
fn a_refund_changes_nothing_before_it_came() {
    let (spent, of) = (spend(1, 3, &eight_seconds(), 1, 5_400), EntryId(1));
    let refund = Fact::Refund { of, amount: Credits::new(5_400).unwrap() };
    let back = Entry { id: EntryId(2), at: now() - chrono::TimeDelta::seconds(DAY), date_only: false, fact: refund };
    let facts = facts(vec![spent, back]);
    let known = |at| PriceBook::of(&[veo()], &facts, at).estimate(&eight_seconds(), 1).unwrap().n;
    assert_eq!((known(now() - chrono::TimeDelta::seconds(2 * DAY)), known(now())), (1, 0));
}

fn estimate(spends: &[(i64, i64)], key: &Key) -> PriceEstimate {
    let entries = spends.iter().zip(1..).map(|((ago, credits), id)| spend(id, *ago, key, 1, *credits)).collect();
    PriceBook::of(&[veo()], &facts(entries), now()).estimate(key, 1).unwrap()
}

#[test]
fn what_the_publisher_bills_lies_well_inside_the_range_of_what_it_publishes() {
    let published = estimate(&[], &eight_seconds());
    assert_eq!((published.n, published.source), (0, Source::Published));
    assert!((published.mid - 1750.0).abs() < 0.01, "the geometric middle of 875 and 3,500: {}", published.mid);
    assert!(!published.is_unusual(5400.0), "{:?}", published.wide);
    // ln 2 wide, so 90 % lies at 1750 * exp(1.533206 * ln 2).
    assert!((published.high - 1750.0 * (1.533_206_3 * 2.0_f64.ln()).exp()).abs() < 0.1, "{}", published.high);
}

#[test]
fn shares_of_the_mixture_are_those_worked_by_hand() {
    // Weights: 1 today; 2^(-60/60) * 2^(-1/12) = 0.471937 sixty days ago, so W + alpha = 2.471937. Two distinct values
    // leave (1 + 0.2) / 2.471937 = 0.485449 to the base; the rest goes by weight.
    let entries = vec![spend(1, 60, &eight_seconds(), 1, 3000), spend(2, 0, &eight_seconds(), 1, 2000)];
    let book = PriceBook::of(&[veo()], &facts(entries), now());
    let piece = book.estimate(&eight_seconds(), 1).unwrap().piece;
    let jump = |value: f64| piece.cdf(value) - piece.cdf(value - 1e-7);
    assert!((jump(2000.0) - 0.514_551 / 1.471_937).abs() < 1e-5);
    assert!((jump(3000.0) - 0.514_551 * 0.471_937 / 1.471_937).abs() < 1e-5);
}

#[test]
fn four_equal_figures_close_the_range() {
    let closed = estimate(&[(9, 5400), (6, 5400), (3, 5400), (1, 5400)], &eight_seconds());
    assert_eq!(closed.closed, Some(Closed { equal: 4, of: 4 }));
    assert_eq!([closed.low, closed.mid, closed.high].map(|v| v.to_string()), ["5400", "5400", "5400"]);
    let three = estimate(&[(6, 5400), (3, 5400), (1, 5400)], &eight_seconds());
    assert_eq!((three.closed, three.mid.to_string()), (None, "5400".to_owned()));
    let risen = estimate(&[(9, 49), (6, 65), (4, 65), (3, 65), (1, 65)], &eight_seconds());
    assert_eq!(risen.closed, Some(Closed { equal: 4, of: 5 }));
}

#[test]
fn a_line_of_pieces_is_one_observation_of_its_mean_and_pieces_share_their_price() {
    let entries = vec![spend(1, 1, &eight_seconds(), 4, 7000)];
    let book = PriceBook::of(&[veo()], &facts(entries), now());
    let (one, three) = (book.estimate(&eight_seconds(), 1).unwrap(), book.estimate(&eight_seconds(), 3).unwrap());
    assert_eq!((one.n, one.mid.to_string()), (1, "1750".to_owned()));
    for (single, whole) in [(one.low, three.low), (one.mid, three.mid), (one.high, three.high)] {
        assert!((single * 3.0 - whole).abs() < 1e-6);
    }
    assert!((one.chance_covered(2000.0) - three.chance_covered(6000.0)).abs() < 1e-12);
    assert!(one.chance_covered(-1.0) <= 0.0);
}

#[test]
fn estimates_refunds_and_balances_teach_nothing() {
    let mut entries = vec![
        spend(1, 5, &eight_seconds(), 1, 9),
        spend(2, 4, &eight_seconds(), 1, 9),
        spend(3, 3, &eight_seconds(), 1, 9),
    ];
    let change = |entry: &mut Entry, with: &dyn Fn(&mut Spend)| {
        if let Fact::Spend(spend) = &mut entry.fact {
            with(spend);
        }
    };
    change(&mut entries[0], &|spend| spend.estimated = true);
    change(&mut entries[1], &|spend| spend.derived = true);
    let refund = Fact::Refund { of: EntryId(3), amount: Credits::new(9).unwrap() };
    entries.push(Entry { id: EntryId(4), at: now(), date_only: false, fact: refund });
    let book = PriceBook::of(&[veo()], &facts(entries), now());
    assert_eq!(book.estimate(&eight_seconds(), 1).unwrap().n, 0);
    assert_eq!(book.rows().first().map(|row| row.spends), Some(3));
}

#[test]
fn a_clip_of_another_length_scales_with_its_seconds() {
    let four = estimate(&[], &key("Veo 3", &[("seconds", "4")]));
    assert!((four.mid - 875.0).abs() < 0.01, "half of the published 8 s: {}", four.mid);
}

#[test]
fn an_unknown_action_takes_what_its_kind_takes_and_none_at_all_is_said() {
    let kling = action("Kling 2", Kind::Video, None);
    let known = PriceBook::of(&[veo(), kling.clone()], &facts(Vec::new()), now());
    let estimate = known.estimate(&key("Kling 2", &[]), 1).unwrap();
    assert!((estimate.mid - 1750.0).abs() < 0.01 && estimate.high > 4.0 * estimate.mid);
    let alone = PriceBook::of(&[kling], &facts(Vec::new()), now());
    assert_eq!(alone.estimate(&key("Kling 2", &[]), 1), None);
    assert_eq!(alone.estimate(&key("never heard of", &[]), 1), None);
}

#[test]
fn every_published_action_has_a_row_until_it_has_one_of_the_users_own() {
    let banana = action("Nano Banana", Kind::Image, Some((49.0, 49.0, None)));
    let audio = key("Veo 3", &[("seconds", "8"), ("audio", "yes")]);
    let book = PriceBook::of(&[veo(), banana], &facts(vec![spend(1, 2, &audio, 1, 5400)]), now());
    let rows: Vec<_> = book.rows().into_iter().map(|row| (row.key, row.estimate.map(|e| e.n))).collect();
    assert_eq!(rows, vec![(key("Nano Banana", &[]), Some(0)), (audio, Some(1))]);
    assert_eq!(book.typical_spend().map(|v| v.to_string()), Some("5400".to_owned()));
}

#[test]
fn nothing_taken_is_a_price_too() {
    let free = estimate(&[(4, 0), (3, 0), (2, 0)], &eight_seconds());
    assert_eq!((free.low.to_string(), free.mid.to_string()), ("0".to_owned(), "0".to_owned()));
    assert!(free.high > 0.0);
    assert_eq!(free.pieces_covered(100.0, 0.5), None);
}

proptest! {
    #[test]
    fn quantiles_are_ordered_and_their_cdf_is_theirs(values in prop::collection::vec((0_i64..900, 1_i64..100_000), 0..12)) {
        let estimate = estimate(&values, &eight_seconds());
        let qs = [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99];
        let values: Vec<f64> = qs.iter().map(|q| estimate.piece.quantile(*q)).collect();
        prop_assert!(values.windows(2).all(|pair| pair[0] <= pair[1]), "{values:?}");
        prop_assert!(values.iter().zip(qs).all(|(value, q)| estimate.piece.cdf(value * (1.0 + 1e-9)) >= q - 1e-6));
        prop_assert!(estimate.low <= estimate.mid && estimate.mid <= estimate.high);
    }

    #[test]
    fn more_figures_of_one_value_narrow_the_range(value in 100_i64..20_000, times in 1_usize..9) {
        let many = |n: usize| vec![(1_i64, value); n];
        let (fewer, more) = (estimate(&many(times), &eight_seconds()), estimate(&many(times + 1), &eight_seconds()));
        prop_assert!(more.high / more.low <= fewer.high / fewer.low * (1.0 + 1e-9));
    }
}

#[test]
fn the_book_keeps_its_own_score() {
    let entries = (0..12).map(|n| spend(n, 20 - n, &eight_seconds(), 1, if n == 11 { 90_000 } else { 1750 })).collect();
    let book = PriceBook::of(&[veo()], &facts(entries), now());
    assert_eq!(book.score(), Score { inside: 9, of: 10 });
}

#[test]
fn a_price_that_moved_is_told_with_what_it_was_until_the_user_says_what_holds() {
    let key = key("Nano Banana", &[]);
    let nano = action("Nano Banana", Kind::Image, Some((49.0, 49.0, None)));
    let told = [(9, 49), (8, 49), (7, 49), (3, 65), (2, 65), (1, 65)];
    let entries = told.iter().zip(1..).map(|((ago, credits), id)| spend(id, *ago, &key, 1, *credits)).collect();
    let facts = facts(entries);
    let since = now() - chrono::TimeDelta::seconds(3 * DAY);
    let asked = |moved: Option<MovedPrice>| {
        let action = Action { moved: moved.into_iter().collect(), ..nano.clone() };
        let book = PriceBook::of(&[action], &facts, now());
        let estimate = book.estimate(&key, 1).unwrap();
        (book.change(&key), estimate.n, estimate.closed.is_some(), estimate.low.round())
    };
    let change = PriceChange { since, from: 49.0, to: 65.0, agreeing: 3 };
    assert_eq!(asked(None), (Some(change), 6, false, 49.0));
    let said = |uses_new| MovedPrice { settings: key.settings.clone(), since, uses_new };
    assert_eq!(asked(Some(said(false))), (None, 6, false, 49.0));
    let (none, n, _, low) = asked(Some(said(true)));
    assert_eq!((none, n), (None, 3));
    assert!(low > 49.0, "only what was paid since says what it takes: {low}");
}
