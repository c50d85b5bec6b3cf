//! Small histories of an LTX Studio plan, written as stories.

use std::collections::BTreeMap;

use runout_core::actions::{Action, ActionId, Key, Kind, Published};
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{ChangeMode, Check, Entry, EntryId, Fact, Facts, Grant, Service, Spend, TermsVersion};
use runout_core::forecast::ForecastAsk;
use runout_core::grade::KeptLeft;
use runout_core::outlook::{ChartSpan, Outlook};
use runout_core::terms::{Anchor, Cadence, Carry, GrantTerms, Interval, IntervalUnit, PotTerms, Terms};
use runout_core::words::Figures;
use runout_core::{Day, Instant, Zone};

const BERLIN: Zone = Zone::Europe__Berlin;

/// A history, and the instant at which it is looked at.
pub(crate) struct Story {
    facts: Facts,
    actions: Vec<Action>,
    now: Instant,
}

impl Story {
    /// LTX Standard, 28,000 each month on the 15th in Berlin, since 15 Nov.
    pub(crate) fn ltx(now: &str) -> Self {
        let day = Day::from_ymd_opt(2026, 11, 15).unwrap();
        let anchor = Anchor { day, time: chrono::NaiveTime::MIN, zone: BERLIN };
        let every = Interval { count: 1, of: IntervalUnit::Month };
        Self::on_terms(now, Cadence::Every { every, anchor }, 28_000)
    }

    /// The same, renewed at another time of the day.
    pub(crate) fn ltx_renewed_at(now: &str, hour: u32) -> Self {
        let mut story = Self::ltx(now);
        for grant in story.facts.terms[0].terms.pots.iter_mut().filter_map(|pot| pot.grant.as_mut()) {
            if let Cadence::Every { anchor, .. } = &mut grant.cadence {
                anchor.time = chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
            }
        }
        story
    }

    /// With 5 more credits a day that are refilled at midnight; what is left of the month lives on.
    pub(crate) fn with_daily_refill(self) -> Self {
        self.with_a_refill_of(5)
    }

    /// With so many more a day.
    pub(crate) fn with_a_refill_of(mut self, amount: i64) -> Self {
        let terms = &mut self.facts.terms[0].terms;
        terms.pots[0].carry = Carry::cycles(1);
        let anchor =
            Anchor { day: Day::from_ymd_opt(2026, 11, 15).unwrap(), time: chrono::NaiveTime::MIN, zone: BERLIN };
        let every = Interval { count: 1, of: IntervalUnit::Day };
        let cadence = Cadence::Every { every, anchor };
        let grant = GrantTerms::new(Credits::new(amount).unwrap(), cadence).refilled();
        let daily = PotTerms::granted("Daily", 0, grant, Carry::NONE);
        terms.pots.insert(0, daily);
        self
    }

    /// A once-only grant.
    pub(crate) fn once(now: &str, amount: i64) -> Self {
        Self::on_terms(now, Cadence::Once, amount)
    }

    /// LTX Standard, some 25 days of the same spend every day and dearer ones on Fridays.
    pub(crate) fn busy(now: &str, each: i64) -> Self {
        let days = (at(now).date_naive() - Day::from_ymd_opt(2026, 11, 15).unwrap()).num_days();
        let affordable = 22_000 / days.max(1);
        Self::ltx(now).daily("2026-11-15", days as u64, each.min(affordable))
    }

    /// The same spend each day.
    pub(crate) fn daily(mut self, from: &str, days: u64, each: i64) -> Self {
        let from: Day = from.parse().unwrap();
        for day in from.iter_days().take(days as usize) {
            self = self.spend(&format!("{day}T10:00:00Z"), "ltxv-turbo", each);
        }
        self
    }

    /// A spend.
    pub(crate) fn spend(self, when: &str, action: &str, credits: i64) -> Self {
        let key = Key { action: ActionId(action.to_owned()), settings: BTreeMap::new() };
        let spend = Spend::charged(Some(key), 1, Credits::new(credits).unwrap());
        self.entry(when, Fact::Spend(spend))
    }

    /// A balance check.
    pub(crate) fn check(self, when: &str, shown: i64) -> Self {
        let shown = Credits::new(shown).unwrap();
        self.entry(when, Fact::Check(Check { shown, pot: None, of_spend: None }))
    }

    /// A lot that was bought.
    pub(crate) fn grant(self, when: &str, amount: i64) -> Self {
        let amount = Credits::new(amount).unwrap();
        let grant = Grant { amount, pot: None, until: None, bought: true, cost: None, note: String::new() };
        self.entry(when, Fact::Grant(grant))
    }

    /// Only what happened up to an instant.
    pub(crate) fn without_spends_after(mut self, when: &str) -> Self {
        let last = at(when);
        self.facts.entries.retain(|entry| entry.at <= last);
        self
    }

    /// Looks at it.
    pub(crate) fn outlook<T>(&self, look: impl FnOnce(&Outlook<'_>) -> T) -> T {
        self.asked(&ForecastAsk::default(), look)
    }

    /// Looks at it with a question of one's own.
    pub(crate) fn asked<T>(&self, ask: &ForecastAsk, look: impl FnOnce(&Outlook<'_>) -> T) -> T {
        look(&Outlook::of(&self.facts, &self.actions, self.now, Figures::default(), ask).unwrap())
    }

    fn on_terms(now: &str, cadence: Cadence, amount: i64) -> Self {
        let start = at("2026-11-14T23:00:00Z");
        let grant = GrantTerms::new(Credits::new(amount).unwrap(), cadence);
        let pot = PotTerms::granted("Monthly", 1, grant, Carry::NONE);
        let terms = Terms::new("LTX Studio Standard", vec![pot]);
        let service = Service {
            name: "LTX Studio".to_owned(),
            unit: "credits".to_owned(),
            decimals: Decimals::NONE,
            zone: BERLIN,
            start,
        };
        let terms = vec![TermsVersion { from: start, terms, mode: ChangeMode::Difference }];
        let facts = Facts { service, terms, entries: Vec::new(), marks: Vec::new() };
        Self { facts, actions: catalogue(), now: at(now) }
    }

    /// Anything else that happened.
    pub(crate) fn fact(self, when: &str, fact: Fact) -> Self {
        self.entry(when, fact)
    }

    fn entry(mut self, when: &str, fact: Fact) -> Self {
        let id = EntryId(self.facts.entries.len() as i64 + 1);
        self.facts.entries.push(Entry { id, at: at(when), date_only: false, fact });
        self
    }
}

/// The sentence, the line under it, and what stands beside them.
pub(crate) fn said(story: &Story) -> String {
    story.outlook(|outlook| {
        // What is drawn must never be in the way of what is said.
        for span in [ChartSpan::Cycle, ChartSpan::Months, ChartSpan::Year, ChartSpan::All] {
            let drawn = outlook.burn_down(span);
            assert!(drawn.from <= drawn.now && drawn.now <= drawn.to, "{span:?}");
            assert!(!drawn.past.is_empty(), "{span:?}");
        }
        let sentence = outlook.sentence();
        let learning = sentence.learning.map(|words| format!(" ({words})")).unwrap_or_default();
        let note = sentence.note.map(|words| format!("\nnote: {words}")).unwrap_or_default();
        format!("{}\n{}{learning}{note}", sentence.first, sentence.second)
    })
}

/// What a forecast made at noon said would be left directly before a renewal at midnight in Berlin.
pub(crate) fn kept(day: &str, left: i64, renewal: &str, said: [i64; 3]) -> KeptLeft {
    KeptLeft { at: at(&format!("{day}T12:00:00Z")), left, renewal: at(&format!("{renewal}T23:00:00Z")), said }
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn catalogue() -> Vec<Action> {
    let action = |id: &str, name: &str, kind, low, high| Action {
        published: Some(Published { low, high, open_ended: false, seconds: None }),
        ..Action::named(ActionId(id.to_owned()), name.to_owned(), kind)
    };
    vec![
        action("veo-3", "Veo 3", Kind::Video, 875.0, 3_500.0),
        action("ltxv-turbo", "LTXV Turbo", Kind::Video, 50.0, 200.0),
        action("nano-banana", "Nano Banana", Kind::Image, 49.0, 49.0),
    ]
}
