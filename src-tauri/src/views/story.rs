//! A short history that the tests of the views are told with.

use std::collections::BTreeMap;

use runout_core::actions::{Action, ActionId, Key, Kind, Published};
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{
    ChangeMode, Check, Entry, EntryId, Fact, Facts, Grant, LotEnd, Service, Spend, TermsVersion, Verdict,
};
use runout_core::forecast::ForecastAsk;
use runout_core::outlook::Outlook;
use runout_core::terms::{
    Anchor, Cadence, Carry, GrantTerms, Interval, IntervalUnit, Life, PotTerms, Terms, TopUpTerms,
};
use runout_core::words::Figures;
use runout_core::{Day, Instant, Zone};

use super::pen::Pen;

const BERLIN: Zone = Zone::Europe__Berlin;

/// Friday 4 December 2026, 16:40 in Berlin.
const NOW: &str = "2026-12-04T16:40:00+01:00";

/// Reads something off the story's outlook.
pub(super) fn told<T>(entries: Vec<Entry>, read: impl FnOnce(&Outlook<'_>, &Pen) -> T) -> T {
    told_under(standard(), entries, read)
}

/// The same under other terms.
pub(super) fn told_under<T>(terms: Terms, entries: Vec<Entry>, read: impl FnOnce(&Outlook<'_>, &Pen) -> T) -> T {
    let facts = facts(terms, entries);
    let actions = catalogue();
    let outlook = Outlook::of(&facts, &actions, at(NOW), Figures::default(), &ForecastAsk::default()).unwrap();
    read(&outlook, &Pen::of(&outlook))
}

/// A renewal, a batch, a check that finds 312 missing, a refund, a top-up, an estimate.
pub(super) fn history() -> Vec<Entry> {
    let mut entries = vec![
        spend(1, "2026-10-10T12:00:00+02:00", "veo-3", &[("seconds", "8")], 5400),
        spend(2, "2026-11-20T10:00:00+01:00", "veo-3-fast", &[("seconds", "8")], 1750),
        check(3, "2026-12-01T18:20:00+01:00", 25_938),
        spend(4, "2026-12-03T13:15:00+01:00", "veo-3-fast", &[("seconds", "8")], 1750),
        entry(5, "2026-12-03T13:20:00+01:00", Fact::Refund { of: EntryId(4), amount: credits(1750) }),
        top_up(6, "2026-12-03T15:00:00+01:00", 5000),
        spend(7, "2026-12-04T10:20:00+01:00", "nano-banana", &[], 294),
        spend(8, "2026-12-04T12:00:00+01:00", "ltxv-turbo", &[("seconds", "8"), ("audio", "yes")], 165),
    ];
    change(&mut entries[6], |spend| {
        spend.count = 6;
        spend.tags = vec!["recap".to_owned()];
        spend.verdict = Some(Verdict::Keeper);
    });
    change(&mut entries[7], |spend| {
        spend.estimated = true;
        spend.note = "over the lake".to_owned();
    });
    entries[7].date_only = true;
    entries
}

pub(super) fn spend(id: i64, when: &str, action: &str, settings: &[(&str, &str)], amount: i64) -> Entry {
    let settings: BTreeMap<String, String> =
        settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let spend = Spend::charged(Some(Key { action: ActionId(action.to_owned()), settings }), 1, credits(amount));
    entry(id, when, Fact::Spend(spend))
}

fn change(entry: &mut Entry, with: impl FnOnce(&mut Spend)) {
    if let Fact::Spend(spend) = &mut entry.fact {
        with(spend);
    }
}

pub(super) fn check(id: i64, when: &str, shown: i64) -> Entry {
    entry(id, when, Fact::Check(Check { shown: credits(shown), pot: None, of_spend: None }))
}

fn top_up(id: i64, when: &str, amount: i64) -> Entry {
    let until = Some(LotEnd::At(at("2027-02-04T00:00:00+01:00")));
    let grant = Grant { amount: credits(amount), pot: None, until, bought: true, cost: None, note: String::new() };
    entry(id, when, Fact::Grant(grant))
}

fn entry(id: i64, when: &str, fact: Fact) -> Entry {
    Entry { id: EntryId(id), at: at(when), date_only: false, fact }
}

pub(super) fn at(text: &str) -> Instant {
    chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

pub(super) fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap()
}

fn catalogue() -> Vec<Action> {
    let action = |id: &str, name: &str, kind, low, high, seconds| Action {
        published: Some(Published { low, high, open_ended: false, seconds }),
        hidden: id == "actor",
        ..Action::named(ActionId(id.to_owned()), name.to_owned(), kind)
    };
    vec![
        action("veo-3", "Veo 3", Kind::Video, 875.0, 3500.0, Some(8.0)),
        action("veo-3-fast", "Veo 3 Fast", Kind::Video, 875.0, 3500.0, Some(8.0)),
        action("ltxv-turbo", "LTXV Turbo", Kind::Video, 50.0, 200.0, None),
        action("nano-banana", "Nano Banana", Kind::Image, 49.0, 49.0, None),
        action("actor", "Actor", Kind::Actor, 1100.0, 1100.0, None),
    ]
}

fn facts(terms: Terms, entries: Vec<Entry>) -> Facts {
    let start = at("2026-10-15T00:00:00+02:00");
    let service = Service {
        name: "LTX Studio".to_owned(),
        unit: "credits".to_owned(),
        decimals: Decimals::NONE,
        zone: BERLIN,
        start,
    };
    let terms = vec![TermsVersion { from: start, terms, mode: ChangeMode::Difference }];
    Facts { service, terms, entries, marks: Vec::new() }
}

/// 28,000 on the 15th of each month, nothing rolls over, top-ups live for 12 months.
pub(super) fn standard() -> Terms {
    let anchor = Anchor { day: Day::from_ymd_opt(2026, 10, 15).unwrap(), time: chrono::NaiveTime::MIN, zone: BERLIN };
    let month = Interval { count: 1, of: IntervalUnit::Month };
    let grant = GrantTerms::new(credits(28_000), Cadence::Every { every: month, anchor });
    let year = Interval { count: 12, of: IntervalUnit::Month };
    let pots = vec![PotTerms::granted("Monthly", 1, grant, Carry::NONE), PotTerms::holding("Top-ups", 2)];
    let top_ups = TopUpTerms::new("Top-ups", Life::For(year));
    Terms { top_ups: Some(top_ups), ..Terms::new("LTX Studio Standard", pots) }
}
