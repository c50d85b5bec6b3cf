//! What the price book costs with 100,000 spends: of five keys, as people have them, and of a thousand.

use std::collections::BTreeMap;
use std::hint::black_box;

use chrono::TimeDelta;
use criterion::Criterion;
use runout_core::Instant;
use runout_core::actions::{Action, ActionId, Key, Kind};
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{Entry, EntryId, Fact, Facts, Service, Spend};
use runout_core::price_book::PriceBook;

const SPENDS: i64 = 100_000;

fn main() {
    let now = chrono::DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let actions = [Action::named(ActionId("veo-3".to_owned()), "Veo 3".to_owned(), Kind::Video)];
    let mut criterion = Criterion::default().configure_from_args();
    for keys in [5, 1_000] {
        let facts = facts(keys, now);
        let read = || PriceBook::of(&actions, black_box(&facts), now);
        criterion.bench_function(&format!("read the prices of {keys} keys"), |bench| bench.iter(read));
        let book = read();
        criterion.bench_function(&format!("estimate one of {keys} keys"), |bench| {
            bench.iter(|| book.estimate(black_box(&key(3)), 1));
        });
        criterion.bench_function(&format!("list {keys} keys"), |bench| bench.iter(|| black_box(&book).rows()));
    }
    criterion.final_summary();
}

fn facts(keys: i64, now: Instant) -> Facts {
    let service = Service {
        name: "Bench".to_owned(),
        unit: "credits".to_owned(),
        decimals: Decimals::NONE,
        zone: runout_core::Zone::UTC,
        start: now - TimeDelta::days(1_000),
    };
    let entries = (0..SPENDS).map(|number| entry(number, keys, now)).collect();
    Facts { service, terms: Vec::new(), entries, marks: Vec::new() }
}

fn entry(number: i64, keys: i64, now: Instant) -> Entry {
    let credits = Credits::new(1_000 + number % 7).unwrap_or(Credits::ZERO);
    let spend = Spend::charged(Some(key(number % keys)), 1, credits);
    let at = now - TimeDelta::minutes(12 * (SPENDS - number));
    Entry { id: EntryId(number + 1), at, date_only: false, fact: Fact::Spend(spend) }
}

fn key(number: i64) -> Key {
    let settings = BTreeMap::from([("seed".to_owned(), number.to_string())]);
    Key { action: ActionId("veo-3".to_owned()), settings }
}
