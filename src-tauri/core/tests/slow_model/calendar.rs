//! An hour of the calendar, and whether a schedule ticks at it.

use chrono::{Datelike, Duration, Timelike};
use runout_core::Instant;
use runout_core::facts::Fact;
use runout_core::ledger::LapseKind;
use runout_core::terms::{Anchor, Cadence, Interval, IntervalUnit, Overdrawn};

use super::model::{How, Late, Model, Schedule};

impl Model<'_> {
    /// Steps 0 to 4.
    pub(crate) fn calendar(&mut self) {
        let entries = self.entries();
        let by_hand = entries.iter().rev().find_map(|entry| match entry.fact {
            Fact::Renewal { moves_anchor } => Some(moves_anchor),
            _ => None,
        });
        let main = self.main();
        let with_main = |model: &Self, one: usize| {
            main.is_some_and(|main| one == main || model.same_beat(&model.schedules[one], &model.schedules[main]))
        };
        let mut ticking: Vec<bool> = (0..self.schedules.len())
            .map(|one| {
                let ticks = ticks_at(&self.schedules[one], self.now) && self.now > self.schedules[one].last;
                ticks || by_hand.is_some() && with_main(self, one)
            })
            .collect();
        let moved: Vec<bool> = (0..self.schedules.len()).map(|one| with_main(self, one)).collect();
        let renews = main.is_some_and(|main| ticking[main]);

        // 0: extensions, then new terms.
        let before = self.left();
        let mut late: Vec<Late> = Vec::new();
        self.new_terms(&ticking, renews, &mut late);
        for entry in &entries {
            let Fact::Extend { lot, until } = &entry.fact else { continue };
            match self.lots.iter_mut().find(|other| other.id == lot.0) {
                Some(lot) if lot.gone.is_none() => {
                    lot.own_end = Some((*until).max(self.now));
                    lot.schedule = None;
                    lot.until_next_tick = false;
                }
                Some(_) => {}
                None => self.extended.push((lot.0.clone(), *until)),
            }
        }
        ticking.resize(self.schedules.len(), false);

        // 1: ends.
        for lot in 0..self.lots.len() {
            if self.lots[lot].own_end.is_some_and(|end| end <= self.now) {
                self.end(lot, LapseKind::Expired);
            }
        }
        for entry in &entries {
            if let Fact::Void { lot } = &entry.fact {
                match self.lots.iter().position(|other| other.id == lot.0) {
                    Some(lot) => self.end(lot, LapseKind::Voided),
                    None => self.doomed.push(lot.0.clone()),
                }
            }
        }
        for one in (0..self.schedules.len()).filter(|&one| ticking[one]) {
            self.age(one);
        }

        // 2: resets.
        for one in (0..self.schedules.len()).filter(|&one| ticking[one]) {
            self.cap(one);
        }
        if renews && self.terms.is_some_and(|terms| terms.overdrawn == Overdrawn::ForgivenAtRenewal) {
            self.sums.forgiven += self.open.len() as i64;
            self.forgiven.append(&mut self.open);
        }

        // 3: grants.
        for one in (0..self.schedules.len()).filter(|&one| ticking[one]) {
            self.schedules[one].last = self.now;
            if by_hand == Some(true) && moved.get(one) == Some(&true) {
                self.schedules[one].anchor = anchor(self.now);
            }
            self.schedules[one].current = None;
            if self.schedules[one].granting {
                self.plan_lot(one, self.schedules[one].amount);
            }
        }
        let mut appeared = self.left() > before;
        for Late { schedule, amount, how } in late {
            let current = self.schedules[schedule].current.filter(|&lot| self.lots[lot].gone.is_none());
            match (how, current) {
                (How::Lot, _) | (_, None) => self.plan_lot(schedule, amount),
                (how, Some(lot)) => {
                    let amount = if how == How::Fill { (amount - self.lots[lot].left).max(0) } else { amount };
                    self.put(lot, amount);
                    self.sums.granted += amount;
                    appeared |= amount > 0;
                }
            }
        }
        for entry in &entries {
            if let Fact::Grant(grant) = &entry.fact {
                self.given(entry.id, grant);
            }
        }
        appeared |= self.lots.iter().any(|lot| lot.born == self.now && lot.left > 0);

        // 4: what is overdrawn is paid.
        if appeared {
            self.pay();
        }
    }
}

pub(crate) fn anchor(at: Instant) -> Anchor {
    Anchor { day: at.date_naive(), time: at.time(), zone: runout_core::Zone::UTC }
}

pub(crate) fn length(cadence: Cadence) -> i64 {
    match cadence {
        Cadence::Once | Cadence::FirstUse { .. } => 0,
        Cadence::Every { every, .. } => {
            let hours = match every.of {
                IntervalUnit::Hour => 1,
                IntervalUnit::Day => 1_000,
                IntervalUnit::Week => 7_000,
                IntervalUnit::Month => 1_000_000,
                IntervalUnit::Year => 12_000_000,
            };
            hours * i64::from(every.count)
        }
    }
}

/// Whether a schedule ticks at an hour.
pub(crate) fn ticks_at(schedule: &Schedule, at: Instant) -> bool {
    let Cadence::Every { every, .. } = schedule.cadence else { return false };
    let anchor = schedule.anchor;
    let count = i64::from(every.count);
    let from = anchor.day.and_time(anchor.time).and_utc();
    let (day, same_time) = (at.date_naive(), at.time() == anchor.time);
    let days = (day - anchor.day).num_days();
    match every.of {
        IntervalUnit::Hour => (at - from).num_hours() % count == 0,
        IntervalUnit::Day => same_time && days % count == 0,
        IntervalUnit::Week => same_time && days % (7 * count) == 0,
        IntervalUnit::Month | IntervalUnit::Year => {
            let count = if every.of == IntervalUnit::Year { 12 * count } else { count };
            let months =
                i64::from(day.year() - anchor.day.year()) * 12 + i64::from(day.month()) - i64::from(anchor.day.month());
            let last = (28..=31).rev().find(|&last| day.with_day(last).is_some()).expect("a last day");
            same_time && months % count == 0 && day.day() == anchor.day.day().min(last)
        }
    }
}

/// A wall-clock distance later, in UTC.
pub(crate) fn after(at: Instant, interval: Interval) -> Instant {
    let count = i64::from(interval.count);
    match interval.of {
        IntervalUnit::Hour => at + Duration::hours(count),
        IntervalUnit::Day => at + Duration::days(count),
        IntervalUnit::Week => at + Duration::days(7 * count),
        IntervalUnit::Month | IntervalUnit::Year => {
            let months = if interval.of == IntervalUnit::Year { 12 * count } else { count };
            let month = i64::from(at.month0()) + months;
            let (year, month) = (at.year() + (month / 12) as i32, (month % 12) as u32);
            let first =
                at.date_naive().with_day(1).and_then(|day| day.with_year(year)).and_then(|day| day.with_month0(month));
            let first = first.expect("a first of the month");
            let day = (1..=at.day()).rev().find_map(|day| first.with_day(day)).expect("a day");
            day.and_hms_opt(at.hour(), 0, 0).expect("an hour").and_utc()
        }
    }
}
