//! New terms begin.

use super::filled::{Filled, counted_pots, rank};
use super::tick::Beat;
use super::{Course, LAST, Step};
use crate::Instant;
use crate::facts::ChangeMode;
use crate::ledger::answers::GrantedBy;
use crate::ledger::clock::{Clock, ClockNumber, Gives, schedule_of};
use crate::terms::{Cadence, GrantMode, Overdrawn};

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
    /// A version of the terms comes: it stands in place of those that wait, but that one for the renewal leaves
    /// another that waits for the end of a pause.
    pub(super) fn expect_terms(&mut self, version: usize) {
        let (versions, mode) = (&self.versions, self.versions[version].mode);
        self.awaited.retain(|&other| mode == ChangeMode::Next && versions[other].mode != ChangeMode::Next);
        self.awaited.push(version);
    }

    /// The versions that have come begin, but in a pause, and but those that wait for the renewal.
    pub(super) fn begin_awaited(&mut self, at: Instant, beat: &Beat) {
        while let Some(&version) = self.awaited.first() {
            let waits = self.versions[version].mode == ChangeMode::Next && !beat.renews && !self.never_renews();
            if self.in_force.is_some() && (waits || self.is_paused()) {
                return;
            }
            self.awaited.remove(0);
            self.take_effect(version, at, beat);
        }
    }

    /// Whether no schedule rules the plan's cycle.
    pub(super) fn never_renews(&self) -> bool {
        self.main_clock().is_none_or(|main| main.every.is_none())
    }

    fn take_effect(&mut self, version: usize, at: Instant, beat: &Beat) {
        let fills = self.grants_now() || self.in_force.is_none();
        let versions = std::sync::Arc::clone(&self.versions);
        let (terms, mode) = (&versions[version].terms, versions[version].mode);
        if fills {
            self.rename(terms);
        }
        for pot in &mut self.pots {
            (pot.rank, pot.place) = (LAST, u16::MAX);
        }
        let places: Vec<u16> = terms.pots.iter().map(|pot| self.intern(&pot.name)).collect();
        for (place, (pot, &number)) in (0..).zip(terms.pots.iter().zip(&places)) {
            let named = &mut self.pots[usize::from(number)];
            (named.rank, named.place) = (u32::from(pot.rank), place);
        }
        let filled = self.filled_by(terms);
        for pot in counted_pots(terms) {
            self.intern(pot);
        }
        if fills {
            self.stop_all_but(&filled);
            for pot in &filled {
                self.fill(pot, mode, at, beat);
            }
        }
        self.in_force = Some(version);
        self.within = terms.within_rank;
        self.keeps_overdrawn = matches!(terms.overdrawn, Overdrawn::Carried | Overdrawn::Kept);
        if fills {
            self.rule_by_largest(at);
        }
        self.rekey_all();
    }

    /// A new cycle of the terms in force begins, after the plan had lapsed. What came once does not come again.
    pub(super) fn fill_anew(&mut self, at: Instant) {
        let versions = std::sync::Arc::clone(&self.versions);
        let Some(terms) = self.in_force.map(|version| &versions[version].terms) else { return };
        let filled = self.filled_by(terms);
        self.stop_all_but(&filled);
        let granting: Vec<ClockNumber> = filled.iter().filter_map(|pot| self.wake(pot, at)).collect();
        self.rule_by_largest(at);
        for clock in granting.into_iter().filter(|&clock| self.runs_with_main(clock)).collect::<Vec<_>>() {
            self.clocks[clock].anchor_to(at);
        }
    }

    /// Lets a pot be filled again after a lapse, by the schedule that it had; returns its clock where it grants now.
    fn wake(&mut self, pot: &Filled<'_>, at: Instant) -> Option<ClockNumber> {
        let amount = pot.grant.amount.units().max(0);
        let came_once = pot.clock.is_some_and(|number| self.clocks[number].stated == Some(Cadence::Once));
        let number = match pot.clock {
            Some(number) => {
                self.restate(number, pot, at);
                self.clocks[number].run_from(at);
                number
            }
            None => self.make_clock(pot, at),
        };
        let grants = !(came_once && pot.grant.cadence == Cadence::Once);
        grants.then(|| {
            self.clocks[number].current = None;
            self.change(number, pot.pot, amount, How::Lot);
            number
        })
    }

    /// The clock of the largest allotment rules the plan's cycle.
    fn rule_by_largest(&mut self, at: Instant) {
        self.main = self.find_main();
        self.share_shifts(at);
    }

    /// What is known of single renewals holds for the clocks that run with the plan's own.
    pub(super) fn share_shifts(&mut self, at: Instant) {
        if self.shifts.is_empty() {
            return;
        }
        for number in 0..self.clocks.len() {
            let shifts =
                if self.runs_with_main(number) { std::sync::Arc::clone(&self.shifts) } else { Default::default() };
            if self.clocks[number].shifts != shifts {
                self.clocks[number].shifts = shifts;
                self.clocks[number].count_from(at);
                self.rekey_all();
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
        let (mode, refills) = (pot.mode(mode), pot.grant.mode == GrantMode::RefillTo);
        let amount = pot.grant.amount.units().max(0);
        let old = match self.clocks[number].gives {
            Gives::Lot { amount, .. } => amount,
            _ => 0,
        };
        let more = (amount - old).max(0);
        let share = self.share_left(number, more, at);
        let both_once = pot.grant.cadence == Cadence::Once && self.clocks[number].stated == Some(Cadence::Once);
        if mode == ChangeMode::Both && !both_once && !refills {
            self.clocks[number].gives = Gives::Nothing;
            let fresh = self.make_clock(pot, at);
            self.clocks[fresh].anchor_to(at);
            return self.change(fresh, pot.pot, amount, How::Lot);
        }
        self.restate(number, pot, at);
        if matches!(mode, ChangeMode::Full | ChangeMode::Both) && !both_once {
            self.clocks[number].anchor_to(at);
        }
        match mode {
            _ if both_once => self.change(number, pot.pot, more, How::More),
            _ if beat.is_due(number) => {}
            ChangeMode::Difference => self.change(number, pot.pot, more, How::More),
            ChangeMode::UpTo => self.change(number, pot.pot, amount, How::UpTo),
            ChangeMode::Prorate => self.change(number, pot.pot, share, How::More),
            ChangeMode::Full | ChangeMode::Both if refills => self.change(number, pot.pot, amount, How::UpTo),
            ChangeMode::Full => self.change(number, pot.pot, amount, How::Lot),
            ChangeMode::Next | ChangeMode::Both | ChangeMode::Replace => {}
        }
    }

    /// A pot that nothing filled before: in full, or the share of its cycle that is left.
    fn fill_new(&mut self, pot: &Filled<'_>, mode: ChangeMode, at: Instant) {
        let number = self.make_clock(pot, at);
        let amount = pot.grant.amount.units().max(0);
        let first = self.in_force.is_none();
        let amount = match pot.mode(mode) {
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

    /// Whether a change grants for a clock, which then grants nothing by its tick.
    pub(super) fn changes(&self, number: ClockNumber) -> bool {
        self.changes.iter().any(|change| change.clock == number)
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
            clock.follow(anchor, every, at);
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

    /// The plan's own cycle.
    fn find_main(&self) -> Option<ClockNumber> {
        let filled = self.clocks.iter().enumerate().filter_map(|(number, clock)| match clock.gives {
            Gives::Lot { amount, pot } => Some((number, amount, clock.every?, self.pots[usize::from(pot)].place)),
            _ => None,
        });
        filled.max_by_key(|&(_, amount, every, place)| rank(amount, every, place)).map(|(number, ..)| number)
    }
}
