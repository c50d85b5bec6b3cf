//! New terms.

use chrono::Duration;
use runout_core::Instant;
use runout_core::facts::ChangeMode;
use runout_core::terms::{Cadence, GrantMode, Terms};

use super::calendar::{anchor, length, ticks_at};
use super::model::{How, Late, Model, Schedule};

impl<'a> Model<'a> {
    /// The schedule of the plan's own cycle: the largest allotment; of equal ones the longest, then the first of the terms.
    pub(crate) fn main(&self) -> Option<usize> {
        let granting = (0..self.schedules.len())
            .filter(|&one| self.schedules[one].granting && self.schedules[one].cadence != Cadence::Once);
        granting.min_by_key(|&one| {
            let schedule = &self.schedules[one];
            (-schedule.amount, std::cmp::Reverse(length(schedule.cadence)), self.place(&schedule.pot))
        })
    }

    pub(crate) fn same_beat(&self, one: &Schedule, other: &Schedule) -> bool {
        let every = |schedule: &Schedule| match schedule.cadence {
            Cadence::Every { every, .. } => Some(every),
            Cadence::Once | Cadence::FirstUse { .. } => None,
        };
        every(one).is_some() && every(one) == every(other) && one.anchor == other.anchor
    }

    pub(crate) fn new_terms(&mut self, ticking: &[bool], renews: bool, late: &mut Vec<Late>) {
        let facts = self.facts;
        let start = facts.service.start;
        let mut versions: Vec<_> = facts.terms.iter().collect();
        versions.sort_by_key(|version| version.from);
        if self.now == start {
            let first = versions.iter().rev().find(|version| version.from <= start).unwrap_or(&versions[0]);
            self.apply(&first.terms, ChangeMode::Full, ticking, late);
            return;
        }
        if let Some(version) = versions.into_iter().rev().find(|version| version.from == self.now) {
            self.waiting = None;
            if version.mode == ChangeMode::Next && self.main().is_some() {
                self.waiting = Some(&version.terms);
            } else {
                self.apply(&version.terms, version.mode, ticking, late);
            }
        }
        if renews && let Some(terms) = self.waiting.take() {
            self.apply(terms, ChangeMode::Next, ticking, late);
        }
    }

    pub(crate) fn apply(&mut self, terms: &'a Terms, mode: ChangeMode, ticking: &[bool], late: &mut Vec<Late>) {
        let first = self.terms.is_none();
        self.terms = Some(terms);
        let was: Vec<bool> = self.schedules.iter().map(|schedule| schedule.granting).collect();
        for schedule in &mut self.schedules {
            schedule.granting = false;
        }
        for pot in &terms.pots {
            let Some(grant) = &pot.grant else { continue };
            let old = (0..was.len()).find(|&one| was[one] && self.schedules[one].pot == pot.name.0);
            let amount = grant.amount.units();
            let fresh = |now| Schedule {
                pot: pot.name.0.clone(),
                amount,
                granting: true,
                cadence: grant.cadence,
                anchor: match grant.cadence {
                    Cadence::Every { anchor, .. } => anchor,
                    Cadence::Once | Cadence::FirstUse { .. } => anchor(now),
                },
                carry: pot.carry.clone(),
                refill: grant.mode == GrantMode::RefillTo,
                current: None,
                last: now,
            };
            let Some(old) = old else {
                let mut schedule = fresh(self.now);
                if !first && matches!(mode, ChangeMode::Full | ChangeMode::Both) {
                    schedule.anchor = anchor(self.now);
                } else {
                    schedule.last = self.latest_tick(&schedule);
                }
                let share = self.share(&schedule, amount);
                self.schedules.push(schedule);
                let schedule = self.schedules.len() - 1;
                let amount = if mode == ChangeMode::Prorate && !first { share } else { amount };
                late.push(Late { schedule, amount, how: How::Lot });
                continue;
            };
            let more = (amount - self.schedules[old].amount).max(0);
            let share = self.share(&self.schedules[old], more);
            let both_once = grant.cadence == Cadence::Once && self.schedules[old].cadence == Cadence::Once;
            if mode == ChangeMode::Both && !both_once {
                let mut schedule = fresh(self.now);
                schedule.anchor = anchor(self.now);
                self.schedules.push(schedule);
                late.push(Late { schedule: self.schedules.len() - 1, amount, how: How::Lot });
                continue;
            }
            let kept = self.schedules[old].clone();
            self.schedules[old] = fresh(self.now);
            self.schedules[old].current = kept.current;
            self.schedules[old].last = kept.last;
            if kept.cadence == grant.cadence {
                self.schedules[old].anchor = kept.anchor;
            }
            let now_ticking = ticking.get(old) == Some(&true);
            if mode == ChangeMode::Full && !both_once {
                self.schedules[old].anchor = anchor(self.now);
                self.schedules[old].last = self.now;
            }
            let (amount, how) = match mode {
                _ if both_once => (more, How::Add),
                _ if now_ticking => continue,
                ChangeMode::Full => (amount, How::Lot),
                ChangeMode::Difference => (more, How::Add),
                ChangeMode::UpTo => (amount, How::Fill),
                ChangeMode::Prorate => (share, How::Add),
                ChangeMode::Next | ChangeMode::Both | ChangeMode::Replace => continue,
            };
            late.push(Late { schedule: old, amount, how });
        }
    }

    pub(crate) fn latest_tick(&self, schedule: &Schedule) -> Instant {
        if schedule.cadence == Cadence::Once {
            return self.now;
        }
        let mut at = self.now;
        while !ticks_at(schedule, at) {
            at -= Duration::hours(1);
        }
        at
    }

    pub(crate) fn share(&self, schedule: &Schedule, amount: i64) -> i64 {
        let Some(next) = self.tick_ahead(schedule, 1) else { return amount };
        let cycle = (next - schedule.last).num_hours();
        let left = (next - self.now).num_hours();
        (2 * amount * left + cycle) / (2 * cycle)
    }
}
