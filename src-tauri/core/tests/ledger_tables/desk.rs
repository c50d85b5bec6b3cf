//! A service with its terms and its log, written as one would say it.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use runout_core::actions::{ActionId, Key};
use runout_core::calendar::instant_of;
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{
    ChangeMode, Check, Entry, EntryId, Fact, Facts, Grant, LotEnd, LotId, Service, Spend, TermsVersion,
};
use runout_core::ledger::{Edge, Ledger, Statement, replay, statement};
use runout_core::terms::{
    Anchor, Cadence, Carry, GrantTerms, Interval, IntervalUnit, Life, PotName, PotTerms, Terms, TopUpTerms,
};
use runout_core::{Instant, Zone};

pub(crate) const ZONE: Zone = Zone::Europe__Berlin;

/// A local time in Berlin: `2026-11-15 00:00`.
pub(crate) fn at(local: &str) -> Instant {
    instant_of(ZONE, NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a local time"))
}

pub(crate) fn credits(units: i64) -> Credits {
    Credits::new(units).expect("an amount")
}

pub(crate) fn every(count: u32, of: IntervalUnit) -> Interval {
    Interval { count, of }
}

pub(crate) fn cadence(every: Interval, from: &str) -> Cadence {
    let local = NaiveDateTime::parse_from_str(from, "%Y-%m-%d %H:%M").expect("a local time");
    Cadence::Every { every, anchor: Anchor { day: local.date(), time: local.time(), zone: ZONE } }
}

pub(crate) fn pot(name: &str, rank: u16, grant: Option<(i64, Cadence)>, carry: Carry) -> PotTerms {
    let grant = grant.map(|(amount, cadence)| GrantTerms::new(credits(amount), cadence));
    PotTerms { grant, carry, ..PotTerms::holding(name, rank) }
}

/// The terms of LTX Studio Standard: 28,000 each month from an anchor, nothing carried, top-ups for 90 days.
pub(crate) fn ltx(anchor: &str) -> Terms {
    let monthly = cadence(every(1, IntervalUnit::Month), anchor);
    let pots = vec![pot("Monthly", 0, Some((28_000, monthly)), Carry::NONE), pot("Top-ups", 0, None, Carry::ALL)];
    let top_ups = TopUpTerms::new("Top-ups", Life::For(every(90, IntervalUnit::Day)));
    Terms { top_ups: Some(top_ups), ..Terms::new("LTX Studio Standard", pots) }
}

/// A book under construction.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) facts: Facts,
}

impl Desk {
    /// A book that starts with its terms.
    pub(crate) fn new(start: &str, terms: Terms) -> Self {
        let service = Service {
            name: "LTX Studio".to_owned(),
            unit: "credits".to_owned(),
            decimals: Decimals::NONE,
            zone: ZONE,
            start: at(start),
        };
        let terms = vec![TermsVersion { from: at(start), terms, mode: ChangeMode::Full }];
        Self { facts: Facts { service, terms, entries: Vec::new(), marks: Vec::new() } }
    }

    /// The next entry; its id is its place, from 1.
    pub(crate) fn log(mut self, when: &str, fact: Fact) -> Self {
        let id = EntryId(i64::try_from(self.facts.entries.len()).expect("a place") + 1);
        self.facts.entries.push(Entry { id, at: at(when), date_only: false, fact });
        self
    }

    pub(crate) fn spend(self, when: &str, units: i64) -> Self {
        self.spend_on(when, units, None)
    }

    /// A spend for an action, by its id.
    pub(crate) fn spend_on(self, when: &str, units: i64, action: Option<&str>) -> Self {
        let key = action.map(|id| Key { action: ActionId(id.to_owned()), settings: BTreeMap::new() });
        let spend = Spend::charged(key, 1, credits(units));
        self.log(when, Fact::Spend(spend))
    }

    pub(crate) fn refund(self, when: &str, of: i64, units: i64) -> Self {
        self.log(when, Fact::Refund { of: EntryId(of), amount: credits(units) })
    }

    pub(crate) fn check(self, when: &str, units: i64) -> Self {
        self.log(when, Fact::Check(Check { shown: credits(units), pot: None, of_spend: None }))
    }

    pub(crate) fn check_pot(self, when: &str, pot: &str, units: i64) -> Self {
        let pot = Some(PotName(pot.to_owned()));
        self.log(when, Fact::Check(Check { shown: credits(units), pot, of_spend: None }))
    }

    pub(crate) fn top_up(self, when: &str, units: i64, until: Option<LotEnd>) -> Self {
        let (amount, note) = (credits(units), String::new());
        self.log(when, Fact::Grant(Grant { amount, pot: None, until, bought: true, cost: None, note }))
    }

    pub(crate) fn bonus(self, when: &str, units: i64, pot: &str) -> Self {
        let (amount, pot, note) = (credits(units), Some(PotName(pot.to_owned())), String::new());
        self.log(when, Fact::Grant(Grant { amount, pot, until: None, bought: false, cost: None, note }))
    }

    pub(crate) fn renew(self, when: &str, moves_anchor: bool) -> Self {
        self.log(when, Fact::Renewal { moves_anchor })
    }

    pub(crate) fn void(self, when: &str, lot: &str) -> Self {
        self.log(when, Fact::Void { lot: LotId(lot.to_owned()) })
    }

    pub(crate) fn extend(self, when: &str, lot: &str, until: &str) -> Self {
        self.log(when, Fact::Extend { lot: LotId(lot.to_owned()), until: at(until) })
    }

    pub(crate) fn terms(mut self, from: &str, mode: ChangeMode, terms: Terms) -> Self {
        self.facts.terms.push(TermsVersion { from: at(from), terms, mode });
        self
    }

    pub(crate) fn ledger(&self, now: &str) -> Ledger {
        replay(&self.facts, at(now), Edge::After).expect("a ledger")
    }

    pub(crate) fn left(&self, now: &str) -> i64 {
        self.ledger(now).left().units()
    }

    /// What is left, withheld and overdrawn: `35 + 90 withheld - 0`.
    pub(crate) fn figures(&self, now: &str) -> String {
        let ledger = self.ledger(now);
        format!("{} + {} withheld - {}", ledger.left(), ledger.withheld(), ledger.overdrawn())
    }

    /// What each lot that is not used up holds, in burn order: `monthly-2026-11-15 400, g2 5000`.
    pub(crate) fn lots(&self, now: &str) -> String {
        let ledger = self.ledger(now);
        let lots: Vec<String> = ledger.burn_order().map(|lot| format!("{} {}", lot.id.0, lot.left)).collect();
        lots.join(", ")
    }

    /// Who paid a spend: `monthly-2026-11-15 400`.
    pub(crate) fn paid(&self, now: &str, spend: i64) -> String {
        let ledger = self.ledger(now);
        let slices = ledger.slices(EntryId(spend));
        let mut paid: Vec<String> = slices.iter().map(|slice| format!("{} {}", slice.lot.0, slice.amount)).collect();
        if !ledger.uncovered(EntryId(spend)).is_zero() {
            paid.push(format!("{} not covered", ledger.uncovered(EntryId(spend))));
        }
        paid.join(", ")
    }

    pub(crate) fn statement(&self, from: &str, to: &str) -> Statement {
        statement(&self.facts, at(from), at(to)).expect("a statement")
    }
}

/// A statement on one line, what is 0 left out: `0 + granted 28000 = spent 5400 + expired 22600 + 0`.
pub(crate) fn line(statement: &Statement) -> String {
    let by = statement.lapsed_by;
    let side = |amounts: &[(&str, Credits)]| -> String {
        let amounts = amounts.iter().filter(|(_, amount)| !amount.is_zero());
        amounts.map(|(name, amount)| format!("{name} {amount} + ")).collect()
    };
    let came = side(&[
        ("granted", statement.granted),
        ("refunded", statement.refunded),
        ("gained", statement.gained),
        ("forgiven", statement.forgiven),
    ]);
    let went = side(&[
        ("spent", statement.spent),
        ("unlogged", statement.unlogged),
        ("expired", by.expired),
        ("voided", by.voided),
        ("cut", by.at_reset),
        ("lapsed at grant", by.at_grant),
        ("refilled", by.by_refill),
    ]);
    format!("{} + {came}= {went}{}", statement.opening, statement.closing).replace(" + =", " =")
}
