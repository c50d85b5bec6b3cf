//! The plan is paused, cancelled, taken up again; and which hours tick.

use chrono::Duration;
use runout_core::Instant;
use runout_core::facts::{Entry, EntryId, Fact};
use runout_core::ledger::LapseKind;
use runout_core::terms::{Cadence, PausedAnchor, WhileLapsed};

use super::calendar::{anchor, falls_on, nth};
use super::model::{Model, Schedule, State};

impl Model<'_> {
    /// Step 0: what is said about the plan, in order of entry; answers how it stands once a new cycle has begun after a
    /// lapse, where one does.
    pub(crate) fn plan_entries(&mut self, entries: &[&Entry]) -> Option<State> {
        let mut anew = None;
        for entry in entries {
            let next = match (&entry.fact, anew.unwrap_or(self.state)) {
                (Fact::Pause, State::Running) => State::Paused(self.now),
                (Fact::Cancel, State::Running | State::Paused(_)) => State::Cancelled,
                (Fact::Resume, State::Paused(_) | State::Cancelled | State::Lapsed) => State::Running,
                _ => continue,
            };
            match self.state {
                State::Lapsed => anew = Some(next),
                State::Paused(since) => self.unpause(since, next),
                State::Running | State::Cancelled => self.state = next,
            }
        }
        anew
    }

    fn unpause(&mut self, since: Instant, state: State) {
        self.state = state;
        if self.terms.is_none_or(|terms| terms.pause == PausedAnchor::Stands) {
            return;
        }
        let next: Vec<_> = (0..self.schedules.len()).map(|one| self.next_tick(one, since)).collect();
        for (schedule, next) in self.schedules.iter_mut().zip(next) {
            let (Cadence::Every { every, .. }, Some((number, said))) = (schedule.cadence, next) else { continue };
            let from = schedule.anchor.day.and_time(schedule.anchor.time).and_utc();
            schedule.anchor = anchor(from + (self.now - since));
            schedule.resumes = Some(said.unwrap_or_else(|| nth(schedule.anchor, every, number)).max(self.now));
        }
    }

    /// The number of the tick that was the next one when a pause began, that hour's own included, and when it comes where
    /// a shift says so.
    fn next_tick(&self, one: usize, since: Instant) -> Option<(i64, Option<Instant>)> {
        let Schedule { cadence: Cadence::Every { every, .. }, anchor, last, .. } = self.schedules[one] else {
            return None;
        };
        let with_main = self.with_main(one);
        let hours = (0..).map(|hours| since + Duration::hours(hours));
        let next = hours.into_iter().find(|&at| at > last && self.occurs(one, at, with_main))?;
        let number = (-2_000..).find(|&number| nth(anchor, every, number + 1) > next)?;
        let is_said =
            |&(renewal, to): &(Instant, Option<Instant>)| to == Some(next) && falls_on(anchor, every, renewal);
        Some((number, with_main.then(|| self.shifts().iter().any(is_said)).filter(|said| *said).map(|_| next)))
    }

    /// The cycle's own lots end with the plan; nothing is granted from now on.
    pub(crate) fn end_of_plan(&mut self) {
        for lot in 0..self.lots.len() {
            if self.lots[lot].of_cycle {
                self.end(lot, LapseKind::Expired);
            }
        }
        for schedule in &mut self.schedules {
            schedule.asleep = schedule.granting;
            schedule.granting = false;
        }
    }

    pub(crate) fn freeze(&mut self) {
        for lot in 0..self.lots.len() {
            self.freeze_lot(lot);
        }
    }

    /// A lot whose pot freezes is frozen while the plan is lapsed.
    pub(crate) fn freeze_lot(&mut self, lot: usize) {
        let rule = self.pot(&self.lots[lot].pot).map_or(WhileLapsed::Usable, |pot| pot.while_lapsed);
        if self.lots[lot].gone.is_some() || rule == WhileLapsed::Usable {
            return;
        }
        let end = self.known_end(&self.lots[lot]);
        let (now, held) = (self.now, rule == WhileLapsed::FrozenAndHeld);
        let lot = &mut self.lots[lot];
        lot.frozen = Some(now);
        lot.held = held;
        if held && end.is_some() {
            (lot.own_end, lot.schedule, lot.ticks) = (end, None, None);
        }
    }

    /// A new cycle after a lapse; answers which schedules begin anew.
    pub(crate) fn revive(&mut self, state: State) -> Vec<bool> {
        let now = self.now;
        self.state = state;
        for lot in &mut self.lots {
            let Some(since) = lot.frozen.take() else { continue };
            self.appeared |= lot.left > 0;
            if lot.held {
                lot.own_end = lot.own_end.map(|end| end + (now - since));
            }
        }
        self.wake()
    }

    /// Whether a schedule ticks now.
    pub(crate) fn ticks_now(&self, one: usize) -> bool {
        let paused = matches!(self.state, State::Paused(_));
        !paused && self.now > self.schedules[one].last && self.occurs(one, self.now, self.with_main(one))
    }

    /// Whether a tick of a schedule falls on an hour: by its anchor, but for the renewals that were shifted.
    pub(crate) fn occurs(&self, one: usize, at: Instant, with_main: bool) -> bool {
        let schedule = &self.schedules[one];
        let Cadence::Every { every, .. } = schedule.cadence else { return false };
        let by_anchor = |at: Instant| match schedule.resumes {
            Some(resumes) if at <= resumes => at == resumes,
            _ => falls_on(schedule.anchor, every, at),
        };
        if !with_main {
            return by_anchor(at);
        }
        let shifts = self.shifts();
        let shifted = shifts.iter().any(|(renewal, _)| *renewal == at);
        by_anchor(at) && !shifted || shifts.iter().any(|(renewal, to)| *to == Some(at) && by_anchor(*renewal))
    }

    /// The last shift of each renewal.
    fn shifts(&self) -> Vec<(Instant, Option<Instant>)> {
        let mut shifts: Vec<(EntryId, Instant, Option<Instant>)> = Vec::new();
        for entry in &self.facts.entries {
            if let Fact::Shift { renewal, to } = entry.fact {
                shifts.push((entry.id, renewal, to));
            }
        }
        let last =
            |one: &(EntryId, Instant, Option<Instant>)| !shifts.iter().any(|(id, at, _)| *at == one.1 && *id > one.0);
        shifts.iter().filter(|one| last(one)).map(|&(_, renewal, to)| (renewal, to)).collect()
    }

    /// The last tick of an anchor up to now.
    pub(crate) fn latest_tick(&self, cadence: Cadence, anchor: runout_core::terms::Anchor) -> Instant {
        let Cadence::Every { every, .. } = cadence else { return self.now };
        let mut at = self.now;
        while !falls_on(anchor, every, at) {
            at -= Duration::hours(1);
        }
        at
    }
}
