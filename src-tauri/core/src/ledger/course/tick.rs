//! A tick: what ends with it, what it cuts, what it grants.

use super::{ByHand, Course, Step};
use crate::Instant;
use crate::credits::Credits;
use crate::ledger::answers::{GrantedBy, LapseKind};
use crate::ledger::clock::{ClockNumber, CutCap, Gives};
use crate::ledger::lot::Hold;
use crate::ledger::pool::Slot;

/// What ticks at an instant; clocks that are made at it do not.
#[derive(Clone, Debug)]
pub(super) struct Beat {
    /// Per clock: whether it ticks.
    due: Vec<bool>,
    /// Whether the plan's own cycle ends.
    pub(super) renews: bool,
    by_hand: Option<ByHand>,
    /// Per clock: whether a renewal by hand is meant for it.
    asked: Vec<bool>,
}

impl Beat {
    /// Whether a clock ticks.
    pub(super) fn is_due(&self, number: ClockNumber) -> bool {
        self.due.get(number).copied().unwrap_or(false)
    }
}

impl Course {
    /// The clocks that tick: by schedule, or by hand (then all that run with the plan's own).
    pub(super) fn beat(&self, at: Instant, by_hand: Option<ByHand>) -> Beat {
        let by_hand = by_hand.filter(|_| self.grants_now());
        let asked = (0..self.clocks.len()).map(|number| by_hand.is_some() && self.runs_with_main(number));
        let asked: Vec<bool> = asked.collect();
        let clocks = self.clocks.iter().enumerate();
        let due = clocks.map(|(number, clock)| self.runs(number, clock) && (clock.next == Some(at) || asked[number]));
        let due: Vec<bool> = due.collect();
        let renews = self.main.is_some_and(|main| due[main]);
        Beat { due, renews, by_hand, asked }
    }

    /// The ends, resets and grants of the clocks that are due.
    pub(super) fn tick(&mut self, at: Instant, beat: &Beat, left: Option<&[i64]>) {
        let runs = |&number: &ClockNumber| beat.due[number] && self.runs(number, &self.clocks[number]);
        let numbers: Vec<ClockNumber> = (0..beat.due.len()).filter(runs).collect();
        if numbers.is_empty() && !beat.renews {
            return;
        }
        for &number in &numbers {
            self.clocks[number].ticks += 1;
        }
        self.end_aged(beat);
        for &number in &numbers {
            self.reset(number, at, beat, left);
        }
        if beat.renews {
            self.renew(beat.by_hand);
        }
        for &number in &numbers {
            self.turn(number, at, beat);
        }
        if beat.renews && self.last_end().is_some() {
            self.rekey_all();
        } else {
            self.rekey_held(beat);
        }
        for &number in &numbers {
            self.grant(number, at);
        }
    }

    /// Ends the lots for which this tick is the last.
    fn end_aged(&mut self, beat: &Beat) {
        if !self.any_takes(beat) {
            return;
        }
        let mut ended = Vec::new();
        for slot in self.standing() {
            let Some((number, hold)) = self.lots[slot as usize].clock else { continue };
            let clock = &self.clocks[number];
            match hold {
                _ if !beat.is_due(number) => {}
                Hold::Plan { born }
                    if !clock.cut.banks() && clock.cut.age.is_some_and(|age| clock.ticks - born >= age) =>
                {
                    ended.push((slot, clock.cut.kind));
                }
                Hold::UntilTick(tick) if clock.ticks >= tick => ended.push((slot, LapseKind::Expired)),
                _ => {}
            }
        }
        self.end_all(&ended);
    }

    pub(super) fn end_all(&mut self, ended: &[(Slot, LapseKind)]) {
        if ended.is_empty() {
            return;
        }
        for &(slot, kind) in ended {
            self.end_in_place(slot, kind);
        }
        let lots = &self.lots;
        self.order.retain(|&slot| lots[slot as usize].ended.is_none());
    }

    fn any_takes(&self, beat: &Beat) -> bool {
        self.clocks.iter().enumerate().any(|(number, clock)| beat.is_due(number) && clock.takes())
    }

    /// What the carry rules keep of the lots that hang on a clock.
    fn reset(&mut self, number: ClockNumber, at: Instant, beat: &Beat, left: Option<&[i64]>) {
        if self.clocks[number].binds > 0 {
            self.clamp(number, at);
        }
        let cut = self.clocks[number].cut;
        if !cut.clips() || self.is_lapsed() && !beat.renews {
            return;
        }
        let (mut held, empty): (Vec<Slot>, Vec<Slot>) = self
            .plan_lots(number)
            .partition(|&slot| left.is_none_or(|left| left.get(slot as usize).is_none_or(|&amount| amount > 0)));
        let empty: Vec<_> = empty.into_iter().map(|slot| (slot, LapseKind::AtReset)).collect();
        self.end_all(&empty);
        held.sort_by_key(|&slot| self.end_of(&self.lots[slot as usize]).unwrap_or(Instant::MAX_UTC));
        match cut.cap {
            Some(CutCap::Bank { pot, cap }) => self.bank(held, (pot, cap), cut.share, at),
            _ if held.is_empty() => {}
            Some(CutCap::Carried(cap) | CutCap::Total(cap)) => {
                self.losing.push(Step::Keep(held.into(), cut.share, cap));
            }
            None => self.losing.push(Step::Keep(held.into(), cut.share, Credits::MAX.units())),
        }
    }

    pub(super) fn plan_lots(&self, number: ClockNumber) -> impl Iterator<Item = Slot> + '_ {
        self.order.iter().copied().filter(
            move |&slot| matches!(self.lots[slot as usize].clock, Some((clock, Hold::Plan { .. })) if clock == number),
        )
    }

    /// keep = min(max, max(min, left)), lot by lot: the cut is a loss, the raise a grant.
    fn clamp(&mut self, number: ClockNumber, at: Instant) {
        for index in 0..self.order.len() {
            let slot = self.order[index];
            let Some((clock, Hold::Clamp { min, max })) = self.lots[slot as usize].clock else { continue };
            if clock != number {
                continue;
            }
            if let Some(max) = max {
                self.losing.push(Step::Cut(slot, max));
            }
            let raise = Step::Raise(slot, max.map_or(min, |max| min.min(max)));
            if min > 0 && self.is_refilled(slot, at) {
                self.losing.push(raise);
            } else if min > 0 {
                self.gaining.push(raise);
            }
        }
    }

    /// Whether a refill of the lot falls on an instant: then what a reset adds is forfeited at once.
    fn is_refilled(&self, slot: Slot, at: Instant) -> bool {
        let refills = |gives| matches!(gives, Gives::Refill { slot: filled, .. } if filled == slot);
        self.clocks.iter().any(|clock| refills(clock.gives) && clock.next == Some(at))
    }

    fn renew(&mut self, by_hand: Option<ByHand>) {
        if !by_hand.and_then(|by_hand| by_hand.keeps_overdrawn).unwrap_or(self.keeps_overdrawn) {
            self.losing.push(Step::Forgive);
        }
        if !self.grants_now() {
            return;
        }
        self.gaining.insert(0, Step::Renew);
    }

    /// Sets a clock for its next tick.
    fn turn(&mut self, number: ClockNumber, at: Instant, beat: &Beat) {
        let clock = &mut self.clocks[number];
        clock.last = at;
        if let Some(by_hand) = beat.by_hand.filter(|_| beat.asked[number]) {
            let begins_here = clock.every.is_none() && by_hand.anchor.is_none();
            clock.every = by_hand.every.or(clock.every);
            clock.anchor = by_hand.anchor.unwrap_or(clock.anchor);
            if by_hand.moves_anchor || begins_here {
                clock.anchor_to(at);
            }
        }
        clock.count_from(at);
    }

    pub(super) fn runs_with_main(&self, number: ClockNumber) -> bool {
        self.main == Some(number) || self.main_clock().is_some_and(|main| self.clocks[number].runs_with(main))
    }

    fn rekey_held(&mut self, beat: &Beat) {
        if !self.any_takes(beat) {
            return;
        }
        for index in 0..self.order.len() {
            let slot = self.order[index];
            if self.lots[slot as usize].clock.is_some_and(|(number, _)| beat.is_due(number)) {
                self.rekey(slot);
            }
        }
    }

    fn grant(&mut self, number: ClockNumber, at: Instant) {
        match self.clocks[number].gives {
            Gives::Nothing | Gives::Later { .. } => {}
            Gives::Lot { .. } if self.changes(number) => {}
            Gives::Lot { pot, amount } => {
                self.clocks[number].current = None;
                self.begin_plan_lot(number, pot, amount, GrantedBy::Plan, at);
                self.cap_total(number);
            }
            Gives::Refill { slot, amount } => {
                self.losing.push(Step::Forfeit(slot));
                self.gaining.push(Step::Grant(slot, amount, GrantedBy::Plan));
            }
        }
    }
}
