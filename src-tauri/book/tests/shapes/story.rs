//! A story: the terms as a document, what happened, and what there must be at several instants.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use runout_book::terms_document::read;
use runout_core::actions::{ActionId, Key};
use runout_core::calendar::instant_of;
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::*;
use runout_core::ledger::{Edge, LapseKind, Ledger, What, replay};
use runout_core::terms::{PotName, Terms};
use runout_core::{Instant, Zone};

use super::kept::keep;

/// One hundred on the first of each month; what is left lapses.
pub(super) const MONTHLY: &str = r#"
    name = "Plan"
    [[pots]]
    name = "Monthly"
    rank = 1
    carry = "none"
    grant = { amount = 100, every = "1 month", anchor = "2027-01-01 00:00" }
"#;

/// The same month, and bought credits that do not end and pay last.
pub(super) const WITH_TOP_UPS: &str = r#"
    name = "Plan"
    [[pots]]
    name = "Monthly"
    rank = 1
    carry = "none"
    grant = { amount = 100, every = "1 month", anchor = "2027-01-01 00:00" }
    [[pots]]
    name = "Top-ups"
    rank = 2
    [top_ups]
    pot = "Top-ups"
    life = "forever"
"#;

/// What happened under some terms. Dates are of 2027 where they name no year, in UTC unless a zone was set; a spend
/// without a time is at noon, everything else at midnight. Entries are numbered from 1.
pub(super) struct Story {
    facts: Facts,
}

impl Story {
    /// A book that begins with the year, under these terms.
    pub(super) fn of(document: &str) -> Self {
        Self::in_zone(document, chrono_tz::UTC, "01-01", 0)
    }

    /// A book that begins at another instant.
    pub(super) fn from(start: &str, document: &str) -> Self {
        Self::in_zone(document, chrono_tz::UTC, start, 0)
    }

    /// A book of a zone, and of a unit with so many decimals: every amount of the story is in the smallest unit.
    pub(super) fn in_zone(document: &str, zone: Zone, start: &str, decimals: u8) -> Self {
        let decimals = Decimals::new(decimals).unwrap();
        let start = at(start, zone, NaiveTime::MIN);
        let service = Service { name: "Service".to_owned(), unit: "credits".to_owned(), decimals, zone, start };
        let terms = read(document, decimals, zone).unwrap();
        keep(&terms, decimals);
        let terms = vec![TermsVersion { from: start, terms, mode: ChangeMode::Difference }];
        Self { facts: Facts { service, terms, entries: Vec::new(), marks: Vec::new() } }
    }

    pub(super) fn spend(self, when: &str, amount: i64) -> Self {
        self.spent(when, None, amount, SpendState::Charged)
    }

    /// A spend of an action.
    pub(super) fn spend_on(self, when: &str, action: &str, amount: i64) -> Self {
        self.spent(when, Some(action), amount, SpendState::Charged)
    }

    pub(super) fn spent(self, when: &str, action: Option<&str>, amount: i64, state: SpendState) -> Self {
        let key = action.map(|name| Key { action: ActionId(name.to_owned()), settings: BTreeMap::new() });
        let spend = Spend { state, ..Spend::charged(key, 1, credits(amount)) };
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
        let at = at(when, self.facts.service.zone, noon);
        self.entry(at, Fact::Spend(spend))
    }

    /// What a reserved spend took in the end.
    pub(super) fn settle(mut self, spend: i64, amount: i64) -> Self {
        let entry = self.facts.entries.iter_mut().find(|entry| entry.id == EntryId(spend)).unwrap();
        let Fact::Spend(spend) = &mut entry.fact else { panic!("entry {spend} is no spend") };
        (spend.credits, spend.state) = (credits(amount), SpendState::Charged);
        self
    }

    pub(super) fn refund(self, when: &str, spend: i64, amount: i64) -> Self {
        self.happens(when, Fact::Refund { of: EntryId(spend), amount: credits(amount) })
    }

    /// A top-up of any amount.
    pub(super) fn top_up(self, when: &str, amount: i64) -> Self {
        let grant =
            Grant { amount: credits(amount), pot: None, until: None, bought: true, cost: None, note: String::new() };
        self.happens(when, Fact::Grant(grant))
    }

    /// A pack of the terms: each of its parts is a lot of its own.
    pub(super) fn buy(mut self, when: &str, pack: &str) -> Self {
        let packs = self.terms().top_ups.as_ref().unwrap().packs.clone();
        for part in packs.iter().find(|one| one.name == pack).unwrap().parts.clone() {
            let until = part.life.map(LotEnd::After);
            let (amount, pot, note) = (part.amount, part.pot, pack.to_owned());
            let grant = Grant { amount, pot, until, bought: !part.bonus, cost: None, note };
            self = self.happens(when, Fact::Grant(grant));
        }
        self
    }

    /// A bonus that ends at this instant.
    pub(super) fn give(self, when: &str, amount: i64, pot: &str, until: &str) -> Self {
        let until = Some(LotEnd::At(self.at(until)));
        let (amount, pot) = (credits(amount), Some(PotName(pot.to_owned())));
        self.happens(when, Fact::Grant(Grant { amount, pot, until, bought: false, cost: None, note: String::new() }))
    }

    pub(super) fn check(self, when: &str, shown: i64) -> Self {
        self.happens(when, Fact::Check(Check { shown: credits(shown), pot: None, of_spend: None }))
    }

    /// Other terms from an instant on.
    pub(super) fn change(mut self, when: &str, mode: ChangeMode, document: &str) -> Self {
        let terms = read(document, self.facts.service.decimals, self.facts.service.zone).unwrap();
        let from = self.at(when);
        self.facts.terms.push(TermsVersion { from, terms, mode });
        self
    }

    /// Anything else that happens.
    pub(super) fn happens(self, when: &str, fact: Fact) -> Self {
        let at = self.at(when);
        self.entry(at, fact)
    }

    /// An instant of the story.
    pub(super) fn at(&self, when: &str) -> Instant {
        at(when, self.facts.service.zone, NaiveTime::MIN)
    }

    pub(super) fn terms(&self) -> &Terms {
        &self.facts.terms[0].terms
    }

    fn entry(mut self, at: Instant, fact: Fact) -> Self {
        let id = EntryId(self.facts.entries.len() as i64 + 1);
        self.facts.entries.push(Entry { id, at, date_only: false, fact });
        self
    }

    /// The ledger after everything at an instant.
    pub(super) fn ledger(&self, when: &str) -> Ledger {
        replay(&self.facts, self.at(when), Edge::After).unwrap()
    }

    /// What is left in each of these pots, and in all of them.
    pub(super) fn has(self, when: &str, pots: &[(&str, i64)]) -> Self {
        let ledger = self.ledger(when);
        let found: Vec<_> = pots.iter().map(|(name, _)| (*name, left_in(&ledger, name))).collect();
        assert_eq!(found, pots, "left at {when}");
        assert_eq!(ledger.left().units(), pots.iter().map(|(_, left)| left).sum::<i64>(), "all that is left at {when}");
        self
    }

    /// What lies in a pot, frozen and withheld credits too.
    pub(super) fn holds(self, when: &str, pot: &str, amount: i64) -> Self {
        let ledger = self.ledger(when);
        let lots = ledger.lots().filter(|lot| lot.pot.0 == pot);
        assert_eq!(lots.map(|lot| lot.left.units()).sum::<i64>(), amount, "in {pot} at {when}");
        self
    }

    /// What lapsed at an instant, and why.
    pub(super) fn lapsed(self, when: &str, kind: LapseKind, amount: i64) -> Self {
        let (ledger, at) = (self.ledger(when), self.at(when));
        let lapses = ledger.moments().iter().filter(|moment| moment.at == at);
        let of_kind = lapses.filter(|moment| matches!(moment.what, What::Lapsed { kind: k, .. } if k == kind));
        let lapsed: i64 = of_kind.map(|moment| -moment.change.units()).sum();
        assert_eq!(lapsed, amount, "{kind:?} at {when}");
        self
    }

    /// What was spent beyond what was there.
    pub(super) fn overdrawn(self, when: &str, amount: i64) -> Self {
        assert_eq!(self.ledger(when).overdrawn().units(), amount, "overdrawn at {when}");
        self
    }

    /// Which pots paid a spend right after it, in their order.
    pub(super) fn paid(self, spend: i64, pots: &[(&str, i64)]) -> Self {
        let at = self.facts.entries.iter().find(|entry| entry.id == EntryId(spend)).unwrap().at;
        let ledger = replay(&self.facts, at, Edge::After).unwrap();
        let slices = ledger.slices(EntryId(spend));
        let paid: Vec<_> = slices.iter().map(|slice| (slice.pot.0.as_str(), slice.amount.units())).collect();
        assert_eq!(paid, pots, "who paid the spend {spend}");
        self
    }

    /// Which pots would pay next, in their order.
    pub(super) fn burns(self, when: &str, pots: &[&str]) -> Self {
        let ledger = self.ledger(when);
        let mut order: Vec<_> = ledger.burn_order().map(|lot| lot.pot.0).collect();
        order.dedup();
        assert_eq!(order, pots, "the burn order at {when}");
        self
    }
}

fn left_in(ledger: &Ledger, pot: &str) -> i64 {
    ledger.pots().iter().find(|balance| balance.pot.0 == pot).map_or(0, |balance| balance.left.units())
}

fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap()
}

/// "01-15", "01-15 09:30", "2028-01-15 09:30".
fn at(when: &str, zone: Zone, without_time: NaiveTime) -> Instant {
    let (date, time) = when.split_once(' ').unwrap_or((when, ""));
    let date = if date.len() == 5 { format!("2027-{date}") } else { date.to_owned() };
    let date: NaiveDate = date.parse().unwrap();
    let time = if time.is_empty() { without_time } else { NaiveTime::parse_from_str(time, "%H:%M").unwrap() };
    instant_of(zone, NaiveDateTime::new(date, time))
}
