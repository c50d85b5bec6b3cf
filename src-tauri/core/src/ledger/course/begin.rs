//! Lots begin, end, and are given other ends.

use super::{Course, Step};
use crate::calendar::{Span, moved};
use crate::facts::{EntryId, Grant, LotEnd, LotId};
use crate::ledger::answers::{GrantedBy, LapseKind};
use crate::ledger::clock::{Clock, ClockNumber, Gives};
use crate::ledger::lot::{Hold, Key, Lot};
use crate::ledger::pool::Slot;
use crate::terms::Anchor;
use crate::{Instant, Zone};

/// A lot stated in full: what it takes to begin one.
#[derive(Clone, Debug)]
pub(crate) struct LotRule {
    /// Its name.
    pub(crate) id: LotId,
    /// Its pot's place.
    pub(crate) pot: u16,
    /// How much fills it.
    pub(crate) amount: i64,
    /// Whether it was bought.
    pub(crate) bought: bool,
    /// Its place in the order of entry.
    pub(crate) seq: i64,
    /// The entry that makes it.
    pub(crate) entry: Option<EntryId>,
    /// When it begins; it may be earlier than the course.
    pub(crate) starts: Instant,
    /// Its own end.
    pub(crate) until: Option<Instant>,
    /// The clock that it hangs on.
    pub(crate) clock: Option<(ClockNumber, Hold)>,
    /// Whether it ends with the plan.
    pub(crate) with_plan: bool,
    /// When it is filled anew.
    pub(crate) refill: Option<(Anchor, Span)>,
    /// Where it lies when it began earlier than the course: what is left in it.
    pub(crate) carried: Option<i64>,
}

impl Course {
    /// Begins a lot as it is stated.
    pub(super) fn begin_stated(&mut self, rule: &LotRule, at: Instant) {
        if self.doomed.contains(&rule.id) || rule.until.is_some_and(|until| until <= at) {
            return;
        }
        let slot = self.begin(rule);
        self.gaining.push(Step::Grant(slot, rule.carried.unwrap_or(rule.amount), GrantedBy::Plan));
        if let Some((anchor, every)) = rule.refill {
            let mut clock = Clock::new(anchor, Some(every), at);
            clock.gives = Gives::Refill { slot, amount: rule.amount };
            self.clocks.push(clock);
        }
    }

    /// Begins a lot as an entry states it: its pot and its life come from the terms where the entry is silent.
    pub(super) fn give(&mut self, entry: EntryId, grant: &Grant, at: Instant) {
        let id = LotId(format!("g{}", entry.0));
        let pot = self.pot_of(grant.pot.as_ref());
        let extended = self.extended.get(&id).map(|&until| LotEnd::At(until));
        let (until, clock) = self.life_of(extended.or(grant.until), pot, at);
        if self.doomed.contains(&id) || until.is_some_and(|until| until <= at) {
            return;
        }
        let rule = LotRule {
            id,
            pot,
            amount: grant.amount.units(),
            bought: grant.bought,
            seq: entry.0,
            entry: Some(entry),
            starts: at,
            until,
            clock,
            with_plan: false,
            refill: None,
            carried: None,
        };
        let slot = self.begin(&rule);
        self.gaining.push(Step::Grant(slot, rule.amount, GrantedBy::Entry(entry)));
        self.freeze_new(slot, at);
    }

    /// A lot of the plan's own.
    pub(super) fn begin_plan_lot(&mut self, number: ClockNumber, pot: u16, amount: i64, by: GrantedBy, at: Instant) {
        if amount <= 0 {
            return;
        }
        let clock = &self.clocks[number];
        let rule = LotRule {
            id: self.plan_lot_id(pot, clock.anchor.zone, at),
            pot,
            amount,
            bought: false,
            seq: self.plan_seq(pot),
            entry: None,
            starts: at,
            until: clock.cut.lives.map(|lives| moved(at, clock.anchor.zone, lives)),
            clock: Some((number, Hold::Plan { born: clock.ticks })),
            with_plan: clock.every.is_some(),
            refill: None,
            carried: None,
        };
        let slot = self.begin(&rule);
        self.clocks[number].current = Some(slot);
        self.gaining.push(Step::Grant(slot, amount, by));
    }

    /// Begins a lot, without its amount.
    pub(crate) fn begin(&mut self, rule: &LotRule) -> Slot {
        let mut lot = Lot {
            id: rule.id.clone(),
            pot: rule.pot,
            bought: rule.bought,
            seq: rule.seq,
            entry: rule.entry,
            starts: rule.starts,
            until: rule.until,
            clock: rule.clock,
            key: Key { rank: 0, first: rule.starts, bought: rule.bought, starts: rule.starts, seq: rule.seq },
            with_plan: rule.with_plan,
            ended: None,
        };
        lot.key = self.key_of(&lot);
        let slot = u32::try_from(self.lots.len()).unwrap_or(u32::MAX);
        self.bind(&lot, 1);
        self.named.insert(lot.id.clone(), slot);
        if let Some(until) = lot.until {
            self.ends.insert((until, slot));
        }
        self.lots.push(lot);
        self.enter(slot);
        slot
    }

    /// Ends a lot.
    pub(super) fn end(&mut self, slot: Slot, kind: LapseKind) {
        self.leave(slot);
        self.end_in_place(slot, kind);
    }

    /// Ends a lot that is taken out of the order elsewhere.
    pub(super) fn end_in_place(&mut self, slot: Slot, kind: LapseKind) {
        let lot = self.lots[slot as usize].clone();
        self.bind(&lot, -1);
        if let Some(until) = lot.until {
            self.ends.remove(&(until, slot));
        }
        self.frozen.retain(|frozen| frozen.slot != slot);
        for clock in &mut self.clocks {
            if matches!(clock.gives, Gives::Refill { slot: filled, .. } if filled == slot) {
                clock.gives = Gives::Nothing;
            }
        }
        self.lots[slot as usize].ended = Some(kind);
        self.losing.push(Step::End(slot, kind));
    }

    /// Ends every lot whose own end has come.
    pub(super) fn end_due(&mut self, at: Instant) {
        while let Some(&(until, slot)) = self.ends.first()
            && until <= at
        {
            self.end(slot, LapseKind::Expired);
        }
    }

    /// Ends a lot by hand; after its end it has no effect, before its start it never begins.
    pub(super) fn void(&mut self, id: &LotId) {
        match self.named.get(id).copied() {
            Some(slot) if self.lots[slot as usize].ended.is_none() => self.end(slot, LapseKind::Voided),
            Some(_) => {}
            None => {
                self.doomed.insert(id.clone());
            }
        }
    }

    /// Moves a lot's end; an ended lot stays ended, one to come gets it when it begins. From now on no renewal takes
    /// from it.
    pub(super) fn extend(&mut self, id: &LotId, until: Instant, at: Instant) {
        let Some(&slot) = self.named.get(id) else {
            self.extended.insert(id.clone(), until);
            return;
        };
        let lot = self.lots[slot as usize].clone();
        if lot.ended.is_some() || lot.until.is_some_and(|until| until < at) {
            return;
        }
        self.bind(&lot, -1);
        if let Some(old) = lot.until {
            self.ends.remove(&(old, slot));
        }
        if !self.is_held(slot) {
            self.ends.insert((until.max(at), slot));
        }
        let lot = &mut self.lots[slot as usize];
        lot.until = Some(until.max(at));
        lot.clock = None;
        self.rekey(slot);
    }

    /// The plan's own lots come before all entries, in the order of their pots.
    pub(super) fn plan_seq(&self, pot: u16) -> i64 {
        i64::from(self.pots[usize::from(pot)].place) - i64::from(u16::MAX) - 1
    }

    pub(super) fn bind(&mut self, lot: &Lot, by: i32) {
        let Some((number, hold)) = lot.clock else { return };
        let clock = &mut self.clocks[number];
        let count = if matches!(hold, Hold::Plan { .. }) { &mut clock.holds } else { &mut clock.binds };
        *count = count.saturating_add_signed(by);
    }

    /// `monthly-2026-11-15`; a second one of the day gets a number. The day is that of the schedule's own zone: a service
    /// that moves to another one keeps the names of its lots.
    pub(super) fn plan_lot_id(&self, pot: u16, zone: Zone, at: Instant) -> LotId {
        let pot = self.pots[usize::from(pot)].name.0.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
        let id = format!("{pot}-{}", crate::calendar::day_of(at, zone));
        if !self.named.contains_key(&LotId(id.clone())) {
            return LotId(id);
        }
        let mut number = 2;
        while self.named.contains_key(&LotId(format!("{id}-{number}"))) {
            number += 1;
        }
        LotId(format!("{id}-{number}"))
    }
}
