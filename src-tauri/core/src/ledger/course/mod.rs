//! What the calendar does: which lots begin and end, what a renewal takes, in which order lots burn.
//!
//! It knows no amounts that depend on spends, so that a forecast can walk it once and replay it thousands of times.
//! At one instant the order is: new terms, ends, resets, grants. Paying off, spends and checks follow; they are not
//! the calendar's.

mod begin;
mod call;
mod carry;
mod change;
mod filled;
mod life;
mod order;
mod plan;
mod step;
mod tick;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::clock::{Clock, ClockNumber, Shift};
use super::lot::Lot;
use super::pool::Slot;
use crate::facts::{LotId, TermsVersion};
use crate::terms::{PotName, WithinRank};
use crate::{Instant, Zone};

use change::Change;
use plan::{Frozen, Plan};

pub(crate) use begin::LotRule;
pub(crate) use call::{Called, Window};
pub(crate) use life::top_up_pot;
pub(crate) use step::{ByHand, Happening, Step};

/// The rank of a pot that the terms do not name: it comes last.
pub(crate) const LAST: u32 = u32::MAX;

/// A pot's name and its place in the burn order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pot {
    /// Its name.
    pub(crate) name: PotName,
    /// Lower pays first; [`LAST`] where the terms do not name it.
    pub(crate) rank: u32,
    /// Its place in the terms that name it.
    pub(crate) place: u16,
}

/// The calendar of one service, walked from its start on.
#[derive(Clone, Debug)]
pub(crate) struct Course {
    zone: Zone,
    versions: Arc<[TermsVersion]>,
    in_force: Option<usize>,
    plan: Plan,
    shifts: Arc<[Shift]>,
    awaited: Vec<usize>,
    within: WithinRank,
    keeps_overdrawn: bool,
    pub(crate) pots: Vec<Pot>,
    pub(crate) clocks: Vec<Clock>,
    pub(crate) main: Option<ClockNumber>,
    pub(crate) lots: Vec<Lot>,
    order: Vec<Slot>,
    frozen: Vec<Frozen>,
    ends: BTreeSet<(Instant, Slot)>,
    named: HashMap<LotId, Slot>,
    doomed: HashSet<LotId>,
    extended: HashMap<LotId, Instant>,
    banks: HashMap<u16, Slot>,
    happenings: Arc<[(Instant, Happening)]>,
    cursor: usize,
    changes: Vec<Change>,
    losing: Vec<Step>,
    gaining: Vec<Step>,
    unsorted: bool,
}

impl Course {
    /// A course of happenings, in any order (those of one instant and step keep theirs), under versions of terms.
    pub(crate) fn new(zone: Zone, versions: Vec<TermsVersion>, mut happenings: Vec<(Instant, Happening)>) -> Self {
        happenings.sort_by_key(|(at, happening)| (*at, happening.step()));
        Self {
            zone,
            versions: versions.into(),
            in_force: None,
            plan: Plan::Running,
            shifts: Arc::default(),
            awaited: Vec::new(),
            within: WithinRank::SoonestEnd,
            keeps_overdrawn: false,
            pots: Vec::new(),
            clocks: Vec::new(),
            main: None,
            lots: Vec::new(),
            order: Vec::new(),
            frozen: Vec::new(),
            ends: BTreeSet::new(),
            named: HashMap::new(),
            doomed: HashSet::new(),
            extended: HashMap::new(),
            banks: HashMap::new(),
            happenings: happenings.into(),
            cursor: 0,
            changes: Vec::new(),
            losing: Vec::new(),
            gaining: Vec::new(),
            unsorted: false,
        }
    }

    /// The same, with single renewals that come at another instant.
    pub(crate) fn shifted(self, shifts: Vec<Shift>) -> Self {
        Self { shifts: shifts.into(), ..self }
    }

    /// A clock that governs every lot, renews by hand or on its own, and grants nothing.
    pub(crate) fn rule_by(&mut self, clock: Clock, keeps_overdrawn: bool) {
        self.main = Some(self.clocks.len());
        self.clocks.push(clock);
        self.keeps_overdrawn = keeps_overdrawn;
    }

    /// The lots that can pay, in burn order; used up ones too.
    pub(crate) fn order(&self) -> &[Slot] {
        &self.order
    }

    /// The version of the terms in force.
    pub(crate) const fn version(&self) -> Option<usize> {
        self.in_force
    }

    /// A lot that has begun, by its name.
    pub(crate) fn slot_of(&self, id: &LotId) -> Option<Slot> {
        self.named.get(id).copied()
    }

    /// The clock of the plan's own cycle.
    pub(crate) fn main_clock(&self) -> Option<&Clock> {
        self.clocks.get(self.main?)
    }

    /// The next instant at which the calendar does something.
    pub(crate) fn next(&self) -> Option<Instant> {
        let ticks = self.clocks.iter().enumerate().filter(|&(number, clock)| self.runs(number, clock));
        let tick = ticks.filter_map(|(_, clock)| clock.next).min();
        let end = self.ends.first().map(|&(at, _)| at);
        let happening = self.happenings.get(self.cursor).map(|&(at, _)| at);
        [tick, end, happening].into_iter().flatten().min()
    }

    fn runs(&self, number: ClockNumber, clock: &Clock) -> bool {
        !self.is_paused() && (self.main == Some(number) || !clock.is_idle())
    }

    /// Does what the calendar does at `at`, which is [`Course::next`]: first what loses, then what gains.
    ///
    /// `left` is what is left in each lot, where that is known: lots that are used up and can never be filled again
    /// are then dropped.
    pub(crate) fn advance(&mut self, at: Instant, left: Option<&[i64]>) {
        self.losing.clear();
        self.gaining.clear();
        let happenings = Arc::clone(&self.happenings);
        let now = self.happenings_until(at);
        let by_hand = happenings[now.clone()].iter().rev().find_map(|(_, happening)| match happening {
            Happening::Renew(by_hand) => Some(*by_hand),
            _ => None,
        });
        let anew = self.turn_plan(&happenings[now.clone()], at);
        let beat = self.beat(at, by_hand);
        let lapses = self.lapse(at);
        for (_, happening) in &happenings[now.clone()] {
            match happening {
                Happening::Terms(version) => self.expect_terms(*version),
                Happening::Extend(lot, until) => self.extend(lot, *until, at),
                _ => {}
            }
        }
        self.begin_awaited(at, &beat);
        if let Some(plan) = anew {
            self.begin_anew(plan, at);
        }
        let lapses = lapses || self.never_renews() && self.lapse(at);
        self.sort_order();
        self.end_due(at);
        for (_, happening) in &happenings[now.clone()] {
            if let Happening::Void(lot) = happening {
                self.void(lot);
            }
        }
        if lapses {
            self.end_with_plan();
        }
        self.tick(at, &beat, left);
        if lapses {
            self.freeze_all(at);
        }
        self.share_shifts(at);
        self.make_changes(at);
        for (_, happening) in &happenings[now] {
            match happening {
                Happening::Given(entry, grant) => self.give(*entry, grant, at),
                Happening::Begin(rule) => self.begin_stated(rule, at),
                _ => {}
            }
        }
        self.sort_order();
    }

    /// What [`Course::advance`] took, up to the edge between losing and gaining.
    pub(crate) fn losing(&self) -> &[Step] {
        &self.losing
    }

    /// What [`Course::advance`] gave, after that edge.
    pub(crate) fn gaining(&self) -> &[Step] {
        &self.gaining
    }

    fn happenings_until(&mut self, at: Instant) -> std::ops::Range<usize> {
        let from = self.cursor;
        while self.happenings.get(self.cursor).is_some_and(|&(when, _)| when <= at) {
            self.cursor += 1;
        }
        from..self.cursor
    }
}
