//! An hour of the calendar: steps 0 to 4.

use chrono::{Datelike, Duration, Months, Timelike};
use runout_core::Instant;
use runout_core::facts::{Entry, Fact};
use runout_core::ledger::LapseKind;
use runout_core::terms::{Anchor, Cadence, Interval, IntervalUnit, Overdrawn};

use super::model::{How, Late, Model, State};

impl Model<'_> {
    /// Steps 0 to 4.
    pub(crate) fn calendar(&mut self) {
        let entries = self.entries();
        self.appeared = false;

        // 0: cancellations, pauses and resumptions, extensions, then new terms.
        let anew = self.plan_entries(&entries);
        let mut by_hand = match self.state {
            State::Running | State::Cancelled => renewed_by_hand(&entries),
            State::Paused(_) | State::Lapsed => None,
        };
        let main = self.main();
        let moved: Vec<bool> = (0..self.schedules.len()).map(|one| self.with_main(one)).collect();
        let mut ticking: Vec<bool> =
            (0..moved.len()).map(|one| self.ticks_now(one) || by_hand.is_some() && moved[one]).collect();
        let due = main.is_none_or(|main| self.ticks_now(main));
        let mut lapses = self.state == State::Cancelled && due && self.now > self.facts.service.start;
        if lapses {
            self.state = State::Lapsed;
            by_hand = None;
        }
        let renews = main.is_some_and(|main| ticking[main]);
        let mut late: Vec<Late> = Vec::new();
        self.new_terms(&ticking, renews, &mut late);
        let mut revived = anew.map_or_else(Vec::new, |state| self.revive(state));
        if self.state == State::Cancelled && self.main().is_none() {
            self.state = State::Lapsed;
            lapses = true;
        }
        self.extensions(&entries);
        ticking.resize(self.schedules.len(), false);
        revived.resize(self.schedules.len(), false);
        let ticking: Vec<usize> = (0..ticking.len()).filter(|&one| ticking[one]).collect();

        // 1: ends.
        self.ends(&entries);
        if lapses {
            self.end_of_plan();
        }
        for &one in &ticking {
            self.age(one);
        }

        // 2: resets.
        let renewing = self.state != State::Lapsed || lapses;
        for &one in ticking.iter().filter(|_| renewing) {
            self.carry(one);
        }
        let forgives = !self.terms.is_some_and(|terms| matches!(terms.overdrawn, Overdrawn::Carried | Overdrawn::Kept));
        let cycle_ends = main.is_some_and(|main| ticking.contains(&main));
        if cycle_ends && forgives {
            self.sums.forgiven += self.open.len() as i64;
            self.forgiven.append(&mut self.open);
        }
        if lapses {
            self.freeze();
        }

        // 3: grants.
        for (one, revived) in revived.into_iter().enumerate() {
            if !(ticking.contains(&one) || revived) {
                continue;
            }
            let ticks = ticking.contains(&one);
            if ticks {
                self.schedules[one].last = self.now;
            }
            if by_hand == Some(true) && moved.get(one) == Some(&true) {
                self.schedules[one].anchor = anchor(self.now);
                self.schedules[one].resumes = None;
            }
            self.schedules[one].current = None;
            if self.schedules[one].granting {
                self.plan_lot(one, self.schedules[one].amount);
                if !revived {
                    self.cut_to_total(one);
                }
            }
        }
        for grant in late {
            self.late_grant(&grant);
        }
        for entry in &entries {
            if let Fact::Grant(grant) = &entry.fact {
                self.given(entry.id, grant);
            }
        }

        self.turn_cycle();

        // 4: what is overdrawn is paid.
        if self.appeared {
            self.pay(false);
        }
    }

    fn late_grant(&mut self, late: &Late) {
        let one = late.schedule;
        let current = self.schedules[one].current.filter(|&lot| self.lots[lot].gone.is_none());
        let amount = self.under_ceiling(&self.schedules[one].pot, late.amount);
        match (late.how, current) {
            (How::Lot, _) | (_, None) => self.plan_lot(one, late.amount),
            (How::Fill, Some(lot)) => self.put(lot, (amount - self.lots[lot].left).max(0)),
            (How::Add, Some(lot)) => self.put(lot, amount),
        }
    }

    fn extensions(&mut self, entries: &[&Entry]) {
        for entry in entries {
            let Fact::Extend { lot, until } = &entry.fact else { continue };
            match self.lots.iter_mut().find(|other| other.id == lot.0) {
                Some(lot) if lot.gone.is_none() => {
                    lot.own_end = Some((*until).max(self.now));
                    lot.schedule = None;
                    lot.ticks = None;
                }
                Some(_) => {}
                None => self.extended.push((lot.0.clone(), *until)),
            }
        }
    }

    fn ends(&mut self, entries: &[&Entry]) {
        for lot in 0..self.lots.len() {
            let held = self.lots[lot].held && self.lots[lot].frozen.is_some();
            if !held && self.lots[lot].own_end.is_some_and(|end| end <= self.now) {
                self.end(lot, LapseKind::Expired);
            }
        }
        for entry in entries {
            if let Fact::Void { lot } = &entry.fact {
                match self.lots.iter().position(|other| other.id == lot.0) {
                    Some(lot) => self.end(lot, LapseKind::Voided),
                    None => self.doomed.push(lot.0.clone()),
                }
            }
        }
    }
}

fn renewed_by_hand(entries: &[&Entry]) -> Option<bool> {
    entries.iter().rev().find_map(|entry| match entry.fact {
        Fact::Renewal { moves_anchor } => Some(moves_anchor),
        _ => None,
    })
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

/// Whether something that is counted from an anchor falls on an hour.
pub(crate) fn falls_on(anchor: Anchor, every: Interval, at: Instant) -> bool {
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

/// The last hour up to now on which it falls.
pub(crate) fn period_start(anchor: Anchor, every: Interval, now: Instant) -> Instant {
    let mut at = now;
    while !falls_on(anchor, every, at) {
        at -= Duration::hours(1);
    }
    at
}

/// The so-manieth from the anchor, in UTC.
pub(crate) fn nth(anchor: Anchor, every: Interval, number: i64) -> Instant {
    let from = anchor.day.and_time(anchor.time).and_utc();
    let count = i64::from(every.count) * number;
    let months = |count: i64| {
        let months = Months::new(u32::try_from(count.abs()).expect("few months"));
        if count < 0 { from - months } else { from + months }
    };
    match every.of {
        IntervalUnit::Hour => from + Duration::hours(count),
        IntervalUnit::Day => from + Duration::days(count),
        IntervalUnit::Week => from + Duration::days(7 * count),
        IntervalUnit::Month => months(count),
        IntervalUnit::Year => months(12 * count),
    }
}

/// A wall-clock distance later, in UTC.
pub(crate) fn after(at: Instant, interval: Interval) -> Instant {
    nth(anchor(at), interval, 1).with_minute(0).expect("an hour")
}
