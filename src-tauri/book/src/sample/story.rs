//! The made-up year, told from its first day to `now`.

use chrono::{Datelike, NaiveTime, TimeDelta};
use runout_core::calendar::{day_of, instant_of};
use runout_core::credits::Credits;
use runout_core::facts::{Check, EntryId, Fact, Grant, Spend, SpendState, Verdict};
use runout_core::terms::Money;
use runout_core::{Day, Instant};

use super::days::{Week, project};
use super::dice::Dice;
use super::palette::{Made, THRIFT, WORK};
use super::plan::Plan;
use super::purse::Purse;

/// An entry of the story.
pub(super) struct Told {
    pub(super) at: Instant,
    pub(super) fact: Fact,
}

/// Of a hundred spends, so many are forgotten: a balance check finds them.
const FORGOTTEN: i64 = 6;
/// The largest pack that is bought, and what it costs in cents.
const PACK: (i64, i64) = (5_000, 1_200);

/// Who tells.
struct Teller<'p> {
    plan: &'p Plan,
    now: Instant,
    dice: Dice,
    purse: Purse,
    renewed: Option<Instant>,
    packs: u32,
    unchecked_days: i64,
    told: Vec<Told>,
}

/// The whole story, in the order in which it happened.
pub(super) fn tell(plan: &Plan, now: Instant) -> Vec<Told> {
    let mut teller = Teller {
        plan,
        now,
        dice: Dice::new(),
        purse: Purse::default(),
        renewed: None,
        packs: 0,
        unchecked_days: 0,
        told: Vec::new(),
    };
    let zone = plan.new.service.zone;
    let (first, last) = (day_of(plan.new.service.start, zone), day_of(now, zone));
    let mut week = Week::Usual;
    for day in first.iter_days().take_while(|day| *day <= last) {
        if day.weekday().num_days_from_monday() == 0 {
            week = Week::roll(&mut teller.dice);
        }
        teller.day(first, day, week);
    }
    teller.told
}

impl Teller<'_> {
    fn day(&mut self, first: Day, day: Day, week: Week) {
        let zone = self.plan.new.service.zone;
        let (hour, minute) = (self.dice.between(9, 19), self.dice.between(0, 59));
        let minutes = TimeDelta::minutes(hour * 60 + minute);
        let mut at = instant_of(zone, day.and_time(NaiveTime::MIN) + minutes);
        let pieces = week.pieces(day.weekday().num_days_from_monday(), &mut self.dice);
        self.unchecked_days += 1;
        for _ in 0..pieces {
            at += TimeDelta::seconds(self.dice.between(95, 900));
            if at < self.now {
                self.piece(at, project(first, day));
            }
        }
        at += TimeDelta::minutes(self.dice.between(1, 20));
        if self.unchecked_days > self.dice.between(9, 17) && at < self.now - TimeDelta::days(2) {
            self.check(at);
        }
    }

    /// A renewal since the last entry fills the purse.
    fn keep_cycle(&mut self, at: Instant) {
        let renewal = self.plan.renewal_before(at);
        if self.renewed != Some(renewal) {
            self.renewed = Some(renewal);
            self.purse.renew(self.plan.allotment(at));
        }
    }

    fn piece(&mut self, at: Instant, project: &str) {
        self.keep_cycle(at);
        let short = self.purse.left() * 5 < self.plan.allotment(at);
        let Some(made) = self.dice.pick(if short { THRIFT } else { WORK }) else { return };
        let count = made.count(&mut self.dice);
        let price = made.price((self.now - at).num_days(), &mut self.dice) * count;
        if price > self.purse.left() {
            self.buy(at);
        }
        if price <= self.purse.left() {
            self.spend(at, made, count, price, project);
        }
    }

    fn spend(&mut self, at: Instant, made: &Made, count: i64, price: i64, project: &str) {
        let from_month = self.purse.pay(price);
        if self.dice.happens(FORGOTTEN) {
            return;
        }
        let age = self.now - at;
        let failed = made.is_clip() && self.dice.happens(5);
        let verdict = if failed { Some(Verdict::Failed) } else { self.verdict() };
        let credits = Credits::new(price).unwrap_or_default();
        let fresh = age < TimeDelta::days(3);
        let spend = Spend {
            key: Some(made.key()),
            count: u32::try_from(count).unwrap_or(1),
            credits,
            estimated: age < TimeDelta::days(20) && self.dice.happens(4),
            derived: false,
            tags: vec![project.to_owned()],
            note: String::new(),
            state: if failed && fresh { SpendState::RefundExpected } else { SpendState::Charged },
            verdict,
        };
        let id = self.tell(at, Fact::Spend(spend));
        if failed && !fresh && from_month == price {
            self.refund(at, id, credits);
        }
    }

    fn verdict(&mut self) -> Option<Verdict> {
        match self.dice.between(1, 100) {
            ..=34 => Some(Verdict::Keeper),
            35..=72 => Some(Verdict::Reject),
            _ => None,
        }
    }

    /// The service gives back what a failed clip took, a minute later and within the cycle.
    fn refund(&mut self, at: Instant, of: EntryId, amount: Credits) {
        let back = at + TimeDelta::minutes(1);
        if back < self.now && self.plan.renewal_before(back) == self.plan.renewal_before(at) {
            self.purse.give_back(amount.units());
            self.tell(back, Fact::Refund { of, amount });
        }
    }

    /// Three packs in the year; then the creator waits for the renewal.
    fn buy(&mut self, at: Instant) {
        if self.packs < 3 && self.dice.happens(30) {
            self.packs += 1;
            let (amount, cents) = PACK;
            self.purse.buy(amount);
            let grant = Grant {
                amount: Credits::new(amount).unwrap_or_default(),
                pot: None,
                until: None,
                bought: true,
                cost: Some(Money { currency: *b"USD", cents }),
                note: String::new(),
            };
            self.tell(at - TimeDelta::minutes(1), Fact::Grant(grant));
        }
    }

    fn check(&mut self, at: Instant) {
        self.keep_cycle(at);
        self.unchecked_days = 0;
        let shown = Credits::new(self.purse.left()).unwrap_or_default();
        self.tell(at, Fact::Check(Check { shown, pot: None, of_spend: None }));
    }

    /// Ids are the numbers of the entries in a new book.
    fn tell(&mut self, at: Instant, fact: Fact) -> EntryId {
        self.told.push(Told { at, fact });
        EntryId(i64::try_from(self.told.len()).unwrap_or(i64::MAX))
    }
}
