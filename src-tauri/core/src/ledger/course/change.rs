//! New terms begin.

use super::tick::Beat;
use super::{Course, LAST, Step};
use crate::Instant;
use crate::calendar::Span;
use crate::facts::ChangeMode;
use crate::ledger::answers::GrantedBy;
use crate::ledger::clock::{Clock, ClockNumber, Gives, schedule_of};
use crate::terms::{Cadence, GrantTerms, Overdrawn, PotTerms};

/// A pot that new terms fill, and the clock that fills it already, if one does.
struct Filled<'a> {
    pot: u16,
    terms: &'a PotTerms,
    grant: &'a GrantTerms,
    clock: Option<ClockNumber>,
}

/// What a change of terms grants; it comes with the grants of its instant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    clock: ClockNumber,
    pot: u16,
    amount: i64,
    how: How,
    by: GrantedBy,
}

/// How a change of terms grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// A lot of its own.
    Lot,
    /// More in the lot of the cycle.
    More,
    /// The lot of the cycle is filled up.
    UpTo,
}

impl Course {
    /// A version of the terms begins now, or waits for the renewal.
    pub(super) fn begin_terms(&mut self, version: usize, at: Instant, beat: &Beat) {
        let waits = self.versions[version].mode == ChangeMode::Next && self.in_force.is_some();
        self.awaiting = Some(version);
        if self.is_paused() {
            return;
        }
        if !waits || self.never_renews() {
            self.take_effect(at, beat);
        }
    }

    /// The version that waits for the renewal begins with it.
    pub(super) fn begin_awaited(&mut self, at: Instant, beat: &Beat) {
        let mode = self.awaiting.map(|version| self.versions[version].mode);
        let never_renews = self.grants_now() && self.never_renews();
        if beat.renews || !self.is_paused() && mode.is_some_and(|mode| mode != ChangeMode::Next || never_renews) {
            self.take_effect(at, beat);
        }
    }

    /// Whether no schedule rules the plan's cycle.
    pub(super) fn never_renews(&self) -> bool {
        self.main_clock().is_none_or(|main| main.every.is_none())
    }

    fn take_effect(&mut self, at: Instant, beat: &Beat) {
        let Some(version) = self.awaiting.take() else { return };
        let versions = std::sync::Arc::clone(&self.versions);
        let (terms, mode) = (&versions[version].terms, versions[version].mode);
        for pot in &mut self.pots {
            (pot.rank, pot.place) = (LAST, u16::MAX);
        }
        let places: Vec<u16> = terms.pots.iter().map(|pot| self.intern(&pot.name)).collect();
        for (place, (pot, &number)) in (0..).zip(terms.pots.iter().zip(&places)) {
            let named = &mut self.pots[usize::from(number)];
            (named.rank, named.place) = (u32::from(pot.rank), place);
        }
        let filled: Vec<Filled<'_>> = (terms.pots.iter().zip(&places))
            .filter_map(|(pot, &place)| {
                let grant = pot.grant.as_ref().filter(|grant| grant.is_by_calendar())?;
                Some(Filled { pot: place, terms: pot, grant, clock: self.clock_of(place) })
            })
            .collect();
        if let Some(refill) = &terms.auto_refill {
            self.intern(&refill.pot);
        }
        if self.grants_now() {
            self.stop_all_but(&filled);
            for pot in &filled {
                self.fill(pot, mode, at, beat);
            }
        }
        self.in_force = Some(version);
        self.within = terms.within_rank;
        self.keeps_overdrawn = matches!(terms.overdrawn, Overdrawn::Carried | Overdrawn::Kept);
        if self.grants_now() {
            self.rule_by_largest(at);
        }
        self.rekey_all();
    }

    /// A new cycle of the terms in force begins, after the plan had lapsed. What came once does not come again.
    pub(super) fn fill_anew(&mut self, at: Instant) {
        let versions = std::sync::Arc::clone(&self.versions);
        let Some(terms) = self.in_force.map(|version| &versions[version].terms) else { return };
        let mut made = Vec::new();
        for pot in &terms.pots {
            let place = self.intern(&pot.name);
            let filled_once = self.clock_of(place);
            if let Some(grant) = pot.grant.as_ref().filter(|grant| grant.is_by_calendar())
                && (filled_once.is_none() || grant.cadence != Cadence::Once)
            {
                if let Some(once) = filled_once {
                    self.clocks[once].gives = Gives::Nothing;
                }
                let filled = Filled { pot: place, terms: pot, grant, clock: None };
                let clock = self.make_clock(&filled, at);
                self.change(clock, place, grant.amount.units().max(0), How::Lot);
                made.push(clock);
            }
        }
        self.rule_by_largest(at);
        made.retain(|&clock| self.runs_with_main(clock));
        for clock in made {
            self.clocks[clock].anchor_to(at);
        }
    }

    /// The clock of the largest allotment rules the plan's cycle; what is known of single renewals holds for it.
    fn rule_by_largest(&mut self, at: Instant) {
        self.main = self.find_main();
        for number in (0..self.clocks.len()).filter(|_| !self.shifts.is_empty()) {
            let shifts =
                if self.runs_with_main(number) { std::sync::Arc::clone(&self.shifts) } else { Default::default() };
            if self.clocks[number].shifts != shifts {
                self.clocks[number].shifts = shifts;
                self.clocks[number].count_from(at);
            }
        }
    }

    /// Pots that the new terms do not fill get nothing more; what they hold lives by the old schedule.
    fn stop_all_but(&mut self, filled: &[Filled<'_>]) {
        for (number, clock) in self.clocks.iter_mut().enumerate() {
            if !filled.iter().any(|pot| pot.clock == Some(number)) {
                clock.gives = Gives::Nothing;
            }
        }
    }

    fn fill(&mut self, pot: &Filled<'_>, mode: ChangeMode, at: Instant, beat: &Beat) {
        let Some(number) = pot.clock else { return self.fill_new(pot, mode, at) };
        let amount = pot.grant.amount.units().max(0);
        let old = match self.clocks[number].gives {
            Gives::Lot { amount, .. } => amount,
            _ => 0,
        };
        let more = (amount - old).max(0);
        let share = self.share_left(number, more, at);
        let both_once = pot.grant.cadence == Cadence::Once && self.clocks[number].stated == Some(Cadence::Once);
        if mode == ChangeMode::Both && !both_once {
            self.clocks[number].gives = Gives::Nothing;
            let fresh = self.make_clock(pot, at);
            self.clocks[fresh].anchor_to(at);
            return self.change(fresh, pot.pot, amount, How::Lot);
        }
        self.restate(number, pot, at);
        if mode == ChangeMode::Full && !both_once {
            self.clocks[number].anchor_to(at);
        }
        match mode {
            _ if both_once => self.change(number, pot.pot, more, How::More),
            _ if beat.is_due(number) => {}
            ChangeMode::Difference => self.change(number, pot.pot, more, How::More),
            ChangeMode::UpTo => self.change(number, pot.pot, amount, How::UpTo),
            ChangeMode::Prorate => self.change(number, pot.pot, share, How::More),
            ChangeMode::Full => self.change(number, pot.pot, amount, How::Lot),
            ChangeMode::Next | ChangeMode::Both | ChangeMode::Replace => {}
        }
    }

    /// A pot that nothing filled before: in full, or the share of its cycle that is left.
    fn fill_new(&mut self, pot: &Filled<'_>, mode: ChangeMode, at: Instant) {
        let number = self.make_clock(pot, at);
        let amount = pot.grant.amount.units().max(0);
        let first = self.in_force.is_none();
        let amount = match mode {
            ChangeMode::Prorate if !first => self.share_left(number, amount, at),
            ChangeMode::Full | ChangeMode::Both if !first => {
                self.clocks[number].anchor_to(at);
                amount
            }
            _ => amount,
        };
        self.change(number, pot.pot, amount, How::Lot);
    }

    fn change(&mut self, clock: ClockNumber, pot: u16, amount: i64, how: How) {
        let by = if self.in_force.is_none() { GrantedBy::Plan } else { GrantedBy::Change };
        self.changes.push(Change { clock, pot, amount, how, by });
    }

    /// Grants what the changes of this instant grant.
    pub(super) fn make_changes(&mut self, at: Instant) {
        for Change { clock, pot, amount, how, by } in std::mem::take(&mut self.changes) {
            match self.current(clock).filter(|_| how != How::Lot) {
                None => self.begin_plan_lot(clock, pot, amount, by, at),
                Some(slot) if how == How::UpTo => self.gaining.push(Step::FillTo(slot, amount, by)),
                Some(slot) => self.gaining.push(Step::Grant(slot, amount, by)),
            }
        }
    }

    fn make_clock(&mut self, pot: &Filled<'_>, at: Instant) -> ClockNumber {
        let (anchor, every) = schedule_of(pot.grant, at, self.zone);
        let mut clock = Clock::new(anchor, every, at);
        clock.stated = Some(pot.grant.cadence);
        clock.cut = self.cut_of(pot.terms);
        clock.gives = Gives::Lot { pot: pot.pot, amount: pot.grant.amount.units().max(0) };
        self.clocks.push(clock);
        self.clocks.len() - 1
    }

    /// Gives a clock the new allotment and carry rule, and the new schedule where the terms state another one.
    fn restate(&mut self, number: ClockNumber, pot: &Filled<'_>, at: Instant) {
        let (anchor, every) = schedule_of(pot.grant, at, self.zone);
        let cut = self.cut_of(pot.terms);
        let clock = &mut self.clocks[number];
        clock.cut = cut;
        clock.gives = Gives::Lot { pot: pot.pot, amount: pot.grant.amount.units().max(0) };
        if clock.stated != Some(pot.grant.cadence) {
            clock.stated = Some(pot.grant.cadence);
            (clock.anchor, clock.every) = (anchor, every);
            clock.count_from(at);
        }
    }

    fn current(&self, number: ClockNumber) -> Option<crate::ledger::pool::Slot> {
        self.clocks[number].current.filter(|&slot| self.lots[slot as usize].ended.is_none())
    }

    /// amount x seconds left / seconds of the cycle, rounded half up; in full where there is no cycle.
    fn share_left(&self, number: ClockNumber, amount: i64, at: Instant) -> i64 {
        let clock = &self.clocks[number];
        let Some(next) = clock.next else { return amount };
        let cycle = i128::from((next - clock.last).num_seconds().max(1));
        let left = i128::from((next - at).num_seconds().max(0)).min(cycle);
        let share = (2 * i128::from(amount) * left + cycle) / (2 * cycle);
        i64::try_from(share).unwrap_or(amount)
    }

    /// The plan's own cycle: that of the largest allotment; of equal ones the longest, then the first in the terms.
    fn find_main(&self) -> Option<ClockNumber> {
        let filled = self.clocks.iter().enumerate().filter_map(|(number, clock)| match clock.gives {
            Gives::Lot { amount, pot } => Some((number, amount, clock.every?, self.pots[usize::from(pot)].place)),
            _ => None,
        });
        let length = |every: Span| (every.months, every.days, every.seconds);
        let largest = filled.max_by_key(|&(_, amount, every, place)| (amount, length(every), std::cmp::Reverse(place)));
        largest.map(|(number, ..)| number)
    }
}
