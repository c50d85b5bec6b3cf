//! The ledger as it stands at an instant.

use super::answers::{CheckOutcome, Cycle, LotBalance, LotNumber, Moment, Pending, PlanState, PotBalance, Slice};
use super::books::Books;
use super::course::Course;
use super::limits::NO_ACTION;
use super::listing::{credits, cycles, lot_balance, pending, pots, total};
use super::pool::Slot;
use super::replay::Replay;
use crate::Instant;
use crate::actions::ActionId;
use crate::credits::Credits;
use crate::facts::{EntryId, Facts, TermsVersion};
use crate::terms::Terms;

/// The ledger at one instant, with all that led there.
#[derive(Clone, Debug)]
pub struct Ledger {
    at: Instant,
    replay: Replay,
    pots: Vec<PotBalance>,
    pending: Vec<Pending>,
    cycles: Vec<Cycle>,
}

impl Ledger {
    /// The ledger where a replay has come to.
    pub(super) fn standing(replay: Replay, facts: &Facts, at: Instant) -> Self {
        let pots = pots(&replay);
        let pending = pending(facts, at, &replay.course);
        let cycles = cycles(&replay);
        Self { at, replay, pots, pending, cycles }
    }

    /// The instant that it stands at.
    pub const fn at(&self) -> Instant {
        self.at
    }

    /// What could pay some action now: everything in the lots, but for what daily limits withhold.
    pub fn left(&self) -> Credits {
        total(&self.pots, |pot| pot.left)
    }

    /// What the daily limits withhold today: it is there, but not *left*.
    pub fn withheld(&self) -> Credits {
        total(&self.pots, |pot| pot.withheld)
    }

    /// What could pay a spend of an action now; without one: what pays every spend.
    pub fn left_for(&self, action: Option<&ActionId>) -> Credits {
        let action = action.map_or(NO_ACTION, |id| self.books().action(&id.0));
        credits(self.in_pots().map(|(pot, left)| left.min(self.books().room(pot, Some(action)))).sum())
    }

    /// What was granted on account in the running cycle, and will be billed.
    pub fn billed(&self) -> Credits {
        credits(self.books().billed_in_cycle())
    }

    /// What lies in each pot's lots.
    fn in_pots(&self) -> impl Iterator<Item = (u16, i64)> {
        let mut pots: std::collections::BTreeMap<u16, i64> = std::collections::BTreeMap::new();
        for &slot in self.course().order() {
            *pots.entry(self.course().lots[slot as usize].pot).or_default() += self.books().pool.left(slot);
        }
        pots.into_iter()
    }

    /// What was spent beyond what was there, and is neither paid nor forgiven.
    pub fn overdrawn(&self) -> Credits {
        credits(self.books().pool.overdrawn())
    }

    /// Everything in the lots, what is withheld too, − overdrawn: what a balance check is held against.
    pub fn balance(&self) -> Credits {
        credits(self.books().pool.total() - self.books().pool.overdrawn())
    }

    /// What lies in frozen lots: listed, not left.
    pub fn frozen(&self) -> Credits {
        credits(self.books().pool.aside())
    }

    /// How the plan stands: running, paused, cancelled, lapsed.
    pub fn plan(&self) -> PlanState {
        self.course().plan_state()
    }

    /// The terms in force, corrections included.
    pub fn terms(&self) -> Option<&Terms> {
        self.course().terms()
    }

    /// The version of the terms in force, corrections included.
    pub fn version(&self) -> Option<&TermsVersion> {
        let (versions, in_force) = self.course().versions();
        versions.get(in_force?)
    }

    /// The other versions: those that were in force before, oldest first, and those still to begin.
    pub fn other_versions(&self) -> (&[TermsVersion], &[TermsVersion]) {
        let (versions, in_force) = self.course().versions();
        let place = in_force.unwrap_or_default();
        (&versions[..place], versions.get(place + 1..).unwrap_or_default())
    }

    /// The renewals of the schedule that are due and were said not to have come yet.
    pub fn late_renewals(&self) -> Vec<Instant> {
        self.course().late(self.at)
    }

    /// The pots in burn order: those of the terms, and any other that holds lots.
    pub fn pots(&self) -> &[PotBalance] {
        &self.pots
    }

    /// Grants that are still to come, by date.
    pub fn pending(&self) -> &[Pending] {
        &self.pending
    }

    /// Every lot that has begun and not ended, pot by pot.
    pub fn lots(&self) -> impl Iterator<Item = &LotBalance> {
        self.pots.iter().flat_map(|pot| &pot.lots)
    }

    /// The lots that can pay, in burn order over all pots: the first pays next.
    pub fn burn_order(&self) -> impl Iterator<Item = LotBalance> + '_ {
        let order = self.course().order().iter();
        order.filter(|&&slot| self.books().pool.left(slot) > 0).map(|&slot| lot_balance(&self.replay, slot))
    }

    /// Any lot of this ledger, ended ones too.
    pub fn lot(&self, number: LotNumber) -> Option<LotBalance> {
        self.course().lots.get(number.0 as usize).map(|_| lot_balance(&self.replay, number.0))
    }

    /// Every lot that ever began, ended ones too, in the order in which they did.
    pub fn every_lot(&self) -> impl Iterator<Item = LotBalance> + '_ {
        (0..).map_while(|number| self.lot(LotNumber(number)))
    }

    /// Who paid a spend, in the order in which they did; nothing for what no lot covered.
    pub fn slices(&self, spend: EntryId) -> Vec<Slice<'_>> {
        let Some(payer) = self.replay.payer(spend) else { return Vec::new() };
        let slice = |(slot, amount): (Slot, i64)| {
            let lot = &self.course().lots[slot as usize];
            let pot = &self.course().pots[usize::from(lot.pot)].name;
            Slice { lot: &lot.id, pot, amount: credits(amount) }
        };
        self.books().parts_of(payer).into_iter().map(slice).collect()
    }

    /// What no lot covered of a spend: still overdrawn, or forgiven.
    pub fn uncovered(&self, spend: EntryId) -> Credits {
        credits(self.replay.payer(spend).map_or(0, |payer| self.books().uncovered(payer)))
    }

    /// What came back for a spend, all its refunds together.
    pub fn refunded(&self, spend: EntryId) -> Credits {
        credits(self.replay.payer(spend).map_or(0, |payer| self.books().refunded(payer)))
    }

    /// Everything that moved credits, in order. Feeds the log and the chart.
    pub fn moments(&self) -> &[Moment] {
        &self.books().moments
    }

    /// The balance checks, in order.
    pub fn checks(&self) -> &[CheckOutcome] {
        &self.books().checks
    }

    /// The outcome of one check.
    pub fn check(&self, entry: EntryId) -> Option<&CheckOutcome> {
        self.checks().iter().rev().find(|check| check.entry == entry)
    }

    /// The running cycle; none without a schedule.
    pub fn cycle(&self) -> Option<Cycle> {
        self.cycles.last().copied().filter(|_| self.course().main_clock().is_some())
    }

    /// The cycles from the book's start to the running one, oldest first; none without a schedule.
    pub fn cycles(&self) -> &[Cycle] {
        &self.cycles
    }

    /// The first renewal later than `at`, as far as the terms and entries up to the ledger's instant say.
    pub fn renewal_after(&self, at: Instant) -> Option<Instant> {
        if let Some(cycle) = self.cycles.iter().find(|cycle| cycle.end > at) {
            return Some(cycle.end);
        }
        match self.plan() {
            PlanState::Running => self.course().main_clock()?.first_after(at),
            _ => None,
        }
    }

    pub(super) const fn course(&self) -> &Course {
        &self.replay.course
    }

    pub(super) const fn books(&self) -> &Books {
        &self.replay.books
    }
}

/// What is left at an instant, pot by pot, without what led there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The pots in burn order: those of the terms, and any other that holds lots.
    pub pots: Vec<PotBalance>,
    /// What was spent beyond what was there, and is neither paid nor forgiven.
    pub overdrawn: Credits,
}

impl Balance {
    pub(super) fn standing(replay: &Replay) -> Self {
        Self { pots: pots(replay), overdrawn: credits(replay.books.pool.overdrawn()) }
    }

    /// What could pay some action now.
    pub fn left(&self) -> Credits {
        total(&self.pots, |pot| pot.left)
    }

    /// What the daily limits withhold today.
    pub fn withheld(&self) -> Credits {
        total(&self.pots, |pot| pot.withheld)
    }
}
