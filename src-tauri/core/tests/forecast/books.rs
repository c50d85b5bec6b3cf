//! Small made-up logs: a monthly plan, perhaps a pack, spends on days.

use chrono::{Days, NaiveDate, NaiveTime};
use runout_core::calendar::instant_of;
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{ChangeMode, Check, Entry, EntryId, Fact, Facts, Grant, Mark, Service, Spend, TermsVersion};
use runout_core::forecast::{Forecast, ForecastAsk, Habit, days_ahead, forecast};
use runout_core::ledger::{Edge, Ledger, replay};
use runout_core::terms::{
    Anchor, Cadence, Carry, GrantTerms, Interval, IntervalUnit, Life, PotTerms, Terms, TopUpTerms,
};
use runout_core::{Day, Instant, Zone};

/// A day of November 2026 (31 is the 1st of December, and so on).
pub(crate) fn nov(day: u64) -> Day {
    NaiveDate::from_ymd_opt(2026, 10, 31).unwrap() + Days::new(day)
}

pub(crate) fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap()
}

pub(crate) fn at(day: Day, hour: u32) -> Instant {
    instant_of(ZONE, day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap()))
}

const ZONE: Zone = chrono_tz::Europe::Berlin;

/// A log in the making.
pub(crate) struct Book {
    pub(crate) facts: Facts,
}

impl Book {
    /// A plan that grants an allotment on the 1st of each month, from the start of November on.
    pub(crate) fn monthly(allotment: i64) -> Self {
        let anchor = Anchor { day: nov(1), time: NaiveTime::MIN, zone: ZONE };
        let every = Interval { count: 1, of: IntervalUnit::Month };
        let cadence = Cadence::Every { every, anchor };
        let grant = GrantTerms::new(credits(allotment), cadence);
        Self::with(vec![pot("Monthly", 1, Some(grant))])
    }

    /// Packs only: nothing recurs.
    pub(crate) fn packs() -> Self {
        Self::with(vec![pot("Top-ups", 2, None)])
    }

    fn with(mut pots: Vec<PotTerms>) -> Self {
        if pots.iter().all(|pot| pot.name.0 != "Top-ups") {
            pots.push(pot("Top-ups", 2, None));
        }
        let top_ups = Some(TopUpTerms::new("Top-ups", Life::Forever));
        let terms = Terms { top_ups, ..Terms::new("Plan", pots) };
        let start = at(nov(1), 0);
        let service = Service {
            name: "Made up".to_owned(),
            unit: "credits".to_owned(),
            decimals: Decimals::NONE,
            zone: ZONE,
            start,
        };
        let terms = vec![TermsVersion { from: start, terms, mode: ChangeMode::Full }];
        Self { facts: Facts { service, terms, entries: Vec::new(), marks: Vec::new() } }
    }

    pub(crate) fn spend(mut self, on: Instant, units: i64) -> Self {
        let spend = Spend::charged(None, 1, credits(units));
        self.add(on, Fact::Spend(spend));
        self
    }

    /// One spend a day at noon, from a day on; 0 is a day without one.
    pub(crate) fn spend_daily(self, from: Day, amounts: &[i64]) -> Self {
        let days = from.iter_days().zip(amounts).filter(|(_, amount)| **amount > 0);
        days.fold(self, |book, (day, amount)| book.spend(at(day, 12), *amount))
    }

    pub(crate) fn refund(mut self, on: Instant, of: i64, units: i64) -> Self {
        self.add(on, Fact::Refund { of: EntryId(of), amount: credits(units) });
        self
    }

    pub(crate) fn check(mut self, on: Instant, shown: i64) -> Self {
        self.add(on, Fact::Check(Check { shown: credits(shown), pot: None, of_spend: None }));
        self
    }

    pub(crate) fn top_up(mut self, on: Instant, units: i64) -> Self {
        let grant =
            Grant { amount: credits(units), pot: None, until: None, bought: true, cost: None, note: String::new() };
        self.add(on, Fact::Grant(grant));
        self
    }

    pub(crate) fn mark(mut self, days: std::ops::RangeInclusive<u64>, mark: Mark) -> Self {
        self.facts.marks.extend(days.map(|day| (nov(day), mark)));
        self
    }

    fn add(&mut self, on: Instant, fact: Fact) {
        let id = EntryId(self.facts.entries.len() as i64 + 1);
        self.facts.entries.push(Entry { id, at: on, date_only: false, fact });
    }

    pub(crate) fn ledger(&self, now: Instant) -> Ledger {
        replay(&self.facts, now, Edge::After).unwrap()
    }

    pub(crate) fn habit(&self, now: Instant) -> Habit {
        Habit::of(&self.facts, &self.ledger(now), now)
    }

    pub(crate) fn forecast(&self, now: Instant, ask: &ForecastAsk) -> Option<Forecast> {
        let ledger = self.ledger(now);
        let future = days_ahead(&self.facts, &ledger, now, ask).unwrap();
        forecast(&Habit::of(&self.facts, &ledger, now), &future, ask)
    }
}

fn pot(name: &str, rank: u16, grant: Option<GrantTerms>) -> PotTerms {
    PotTerms { grant, carry: Carry::NONE, ..PotTerms::holding(name, rank) }
}
