//! What the explanation of a gap costs: a year of log with forty kinds of line, and a gap of a week. It should stay
//! below 50 ms on one core, so that it can be made while a balance is typed.

use std::collections::BTreeMap;
use std::hint::black_box;

use chrono::TimeDelta;
use criterion::Criterion;
use runout_core::Instant;
use runout_core::actions::{ActionId, Key};
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{Entry, EntryId, Fact, Facts, Service, Spend};
use runout_core::reconcile::{Gap, explain};

const KINDS: i64 = 40;
const LINES: i64 = 4_000;

fn main() {
    let now = chrono::DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let facts = facts(now);
    let mut criterion = Criterion::default().configure_from_args();
    for missing in [1_750, 9_873] {
        let gap = Gap { missing: credits(missing), from: now - TimeDelta::days(7), to: now };
        let name = format!("explain a gap of {missing}");
        criterion.bench_function(&name, |bench| bench.iter(|| explain(black_box(&facts), &gap)));
    }
    criterion.final_summary();
}

fn facts(now: Instant) -> Facts {
    let service = Service {
        name: "Bench".to_owned(),
        unit: "credits".to_owned(),
        decimals: Decimals::NONE,
        zone: runout_core::Zone::UTC,
        start: now - TimeDelta::days(365),
    };
    let entries = (0..LINES).map(|line| entry(line, now)).collect();
    Facts { service, terms: Vec::new(), entries, marks: Vec::new() }
}

/// Kinds in turn, each at its own price; every third kind varies from line to line.
fn entry(line: i64, now: Instant) -> Entry {
    let kind = line % KINDS;
    let varied = if kind % 3 == 0 { line / KINDS % 9 } else { 0 };
    let spend = Spend::charged(
        Some(Key { action: ActionId(format!("kind-{kind}")), settings: BTreeMap::new() }),
        1,
        credits(20 + 37 * kind + varied),
    );
    let at = now - TimeDelta::minutes(131 * (line + 1));
    Entry { id: EntryId(line + 1), at, date_only: false, fact: Fact::Spend(spend) }
}

fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap_or_default()
}
