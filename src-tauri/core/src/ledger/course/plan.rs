//! Whether the plan runs: paused, cancelled, lapsed, and back.

use super::{Course, Happening, Step};
use crate::Instant;
use crate::ledger::answers::{LapseKind, PlanState};
use crate::ledger::clock::{Gives, Shift};
use crate::ledger::pool::Slot;
use crate::terms::{PausedAnchor, WhileLapsed};

/// How the plan stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Plan {
    /// It runs.
    #[default]
    Running,
    /// Nothing is granted or reset since then.
    Paused(Instant),
    /// It ends with its running cycle.
    Cancelled,
    /// Its last cycle is over since then.
    Lapsed(Instant),
}

/// A lot that cannot pay while the plan is lapsed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frozen {
    /// The lot.
    pub(crate) slot: Slot,
    /// Since when.
    since: Instant,
    /// Whether its end stands still.
    held: bool,
}

impl Course {
    /// Whether the plan grants: it is neither paused nor lapsed.
    pub(crate) const fn grants_now(&self) -> bool {
        matches!(self.plan, Plan::Running | Plan::Cancelled)
    }

    pub(super) const fn is_paused(&self) -> bool {
        matches!(self.plan, Plan::Paused(_))
    }

    /// Whether it has lapsed: nothing renews, so that carry rules take nothing, while the lives of lots run on.
    pub(super) const fn is_lapsed(&self) -> bool {
        matches!(self.plan, Plan::Lapsed(_))
    }

    /// How the plan stands.
    pub(crate) fn plan_state(&self) -> PlanState {
        match self.plan {
            Plan::Running => PlanState::Running,
            Plan::Paused(since) => PlanState::Paused { since },
            Plan::Cancelled => PlanState::Cancelled { until: self.last_end() },
            Plan::Lapsed(since) => PlanState::Lapsed { since },
        }
    }

    /// Where the last cycle of a cancelled plan ends.
    pub(super) fn last_end(&self) -> Option<Instant> {
        self.main_clock().filter(|_| self.plan == Plan::Cancelled)?.next
    }

    /// The renewals of the schedule up to `at` that have not come yet.
    pub(crate) fn late(&self, at: Instant) -> Vec<Instant> {
        let late = |shift: &&Shift| shift.to.is_none_or(|to| to > at) && shift.renewal <= at;
        let due = |shift: &&Shift| self.main_clock().is_some_and(|main| main.ticks_on(shift.renewal));
        self.shifts.iter().filter(late).filter(due).map(|shift| shift.renewal).collect()
    }

    /// The lots that cannot pay now.
    pub(crate) fn frozen(&self) -> impl Iterator<Item = Slot> + '_ {
        self.frozen.iter().map(|frozen| frozen.slot)
    }

    /// Every lot that has begun and not ended: those in burn order, then the frozen ones.
    pub(crate) fn standing(&self) -> impl Iterator<Item = Slot> + '_ {
        self.order.iter().copied().chain(self.frozen())
    }

    /// Since when a lot is frozen.
    pub(crate) fn frozen_since(&self, slot: Slot) -> Option<Instant> {
        self.frozen.iter().find(|frozen| frozen.slot == slot).map(|frozen| frozen.since)
    }

    /// Whether a lot's end stands still.
    pub(crate) fn is_held(&self, slot: Slot) -> bool {
        self.frozen.iter().any(|frozen| frozen.slot == slot && frozen.held)
    }

    /// What the entries of an instant make of the plan, in order of entry. After a lapse: how it stands once its new
    /// cycle has begun, where one does.
    pub(super) fn turn_plan(&mut self, now: &[(Instant, Happening)], at: Instant) -> Option<Plan> {
        let (was, mut anew) = (self.plan, None);
        for (_, happening) in now {
            let next = match (happening, anew.unwrap_or(self.plan)) {
                (Happening::Pause, Plan::Running) => Plan::Paused(at),
                (Happening::Cancel, Plan::Running | Plan::Paused(_)) => Plan::Cancelled,
                (Happening::Resume, Plan::Paused(_) | Plan::Cancelled | Plan::Lapsed(_)) => Plan::Running,
                _ => continue,
            };
            match self.plan {
                Plan::Lapsed(_) => anew = Some(next),
                Plan::Paused(since) => self.go_on(since, next, at),
                Plan::Running | Plan::Cancelled => self.plan = next,
            }
        }
        if self.plan != was {
            self.rekey_all();
        }
        anew
    }

    /// A pause is over.
    fn go_on(&mut self, since: Instant, next: Plan, at: Instant) {
        let pause = self.terms().map_or(PausedAnchor::Moves, |terms| terms.pause);
        self.clocks.iter_mut().for_each(|clock| clock.go_on((since, at), pause));
        self.plan = next;
    }

    /// Lets a cancelled plan lapse where its cycle ends: whatever ends with it ends, nothing is granted any more.
    /// Returns whether it does.
    pub(super) fn lapse(&mut self, at: Instant) -> bool {
        let is_over = self.never_renews() || self.main_clock().is_some_and(|main| main.next == Some(at));
        if self.plan != Plan::Cancelled || self.in_force.is_none() || !is_over {
            return false;
        }
        self.plan = Plan::Lapsed(at);
        for clock in &mut self.clocks {
            if let Gives::Lot { pot, .. } = clock.gives {
                clock.gives = Gives::Later { pot };
            }
        }
        true
    }

    /// Ends what ends with the plan.
    pub(super) fn end_with_plan(&mut self) {
        let own = self.order.iter().filter(|&&slot| self.lots[slot as usize].with_plan);
        let ended: Vec<_> = own.map(|&slot| (slot, LapseKind::Expired)).collect();
        self.end_all(&ended);
    }

    /// Freezes what the terms freeze while the plan is lapsed.
    pub(super) fn freeze_all(&mut self, at: Instant) {
        self.main = None;
        for slot in self.order.clone() {
            if let Some(held) = self.freezes(slot) {
                self.losing.push(Step::Freeze(slot));
                self.freeze(slot, held, at);
            }
        }
        self.rekey_all();
    }

    /// Freezes a lot that begins while the plan is lapsed, if its pot is frozen.
    pub(super) fn freeze_new(&mut self, slot: Slot, at: Instant) {
        if self.is_lapsed()
            && let Some(held) = self.freezes(slot)
        {
            self.gaining.push(Step::Freeze(slot));
            self.freeze(slot, held, at);
        }
    }

    /// Whether the terms freeze a lot, and whether its end then stands still.
    fn freezes(&self, slot: Slot) -> Option<bool> {
        let pot = &self.pots[usize::from(self.lots[slot as usize].pot)].name;
        match self.terms()?.pots.iter().find(|terms| terms.name == *pot)?.while_lapsed {
            WhileLapsed::Usable => None,
            WhileLapsed::Frozen => Some(false),
            WhileLapsed::FrozenAndHeld => Some(true),
        }
    }

    fn freeze(&mut self, slot: Slot, held: bool, at: Instant) {
        self.leave(slot);
        let lot = self.lots[slot as usize].clone();
        if let Some(end) = self.end_of(&lot).filter(|_| held) {
            self.bind(&lot, -1);
            // A renewal may end it before its own end does; it is the own end that waits among the ends.
            if let Some(own) = lot.until {
                self.ends.remove(&(own, slot));
            }
            let lot = &mut self.lots[slot as usize];
            (lot.until, lot.clock) = (Some(end), None);
        }
        self.frozen.push(Frozen { slot, since: at, held });
    }

    /// Begins a new cycle after the plan had lapsed; what was frozen can pay again.
    pub(super) fn begin_anew(&mut self, plan: Plan, at: Instant) {
        self.plan = plan;
        for Frozen { slot, since, held } in std::mem::take(&mut self.frozen) {
            if let Some(until) = self.lots[slot as usize].until.filter(|_| held) {
                let moved = until.checked_add_signed(at - since).unwrap_or(until);
                self.lots[slot as usize].until = Some(moved);
                self.ends.insert((moved, slot));
            }
            self.losing.push(Step::Thaw(slot));
            self.enter(slot);
        }
        self.gaining.push(Step::Renew);
        self.fill_anew(at);
        self.rekey_all();
    }
}
