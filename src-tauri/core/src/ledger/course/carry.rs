//! What a tick carries: the terms' rules as a clock keeps them, banks, and caps on the total.

use super::{Course, LotRule, Step};
use crate::Instant;
use crate::ledger::answers::LapseKind;
use crate::ledger::clock::{ClockNumber, Cut, CutCap};
use crate::ledger::pool::Slot;
use crate::terms::{CarryCap, GrantMode, Kept, PotTerms, Ratio};

impl Course {
    /// What a tick does to the lots that the terms grant into a pot.
    pub(super) fn cut_of(&mut self, pot: &PotTerms) -> Cut {
        let Some(grant) = &pot.grant else { return Cut::NONE };
        if grant.mode == GrantMode::RefillTo {
            return Cut { age: Some(1), kind: LapseKind::ByRefill, ..Cut::NONE };
        }
        let cap = pot.carry.cap.as_ref().map(|cap| match cap {
            CarryCap::Carried(cap) => CutCap::Carried(cap.of(grant.amount)),
            CarryCap::Total(cap) => CutCap::Total(cap.of(grant.amount)),
            CarryCap::Bank { pot, cap } => CutCap::Bank { pot: self.intern(pot), cap: cap.of(grant.amount) },
        });
        let cut = Cut { share: pot.carry.share, cap, ..Cut::NONE };
        match pot.carry.kept {
            _ if cut.banks() => Cut { age: Some(1), kind: LapseKind::AtReset, ..cut },
            Kept::UntilRenewal => Cut { age: Some(1), ..cut },
            Kept::Cycles(more) => Cut { age: Some(more.saturating_add(1)), ..cut },
            Kept::For(interval) => Cut { lives: Some(interval), ..cut },
            Kept::WhileSubscribed => cut,
        }
    }

    /// What is left in these lots moves into a bank; what does not fit lapses, and they end.
    pub(super) fn bank(&mut self, from: Vec<Slot>, (pot, cap): (u16, i64), share: Ratio, at: Instant) {
        let known = self.banks.get(&pot).copied().filter(|&slot| self.lots[slot as usize].ended.is_none());
        let Some(into) = known.or_else(|| (!from.is_empty()).then(|| self.begin_bank(pot, at))) else { return };
        let full = self.order.iter().copied().filter(|&slot| self.lots[slot as usize].pot == pot).collect();
        let ended: Vec<_> = from.iter().map(|&slot| (slot, LapseKind::AtReset)).collect();
        self.losing.push(Step::Bank { from: from.into(), share, into, bank: full, cap });
        self.end_all(&ended);
    }

    /// The lot that a bank lies in: it fills up over the cycles, and does not end.
    fn begin_bank(&mut self, pot: u16, at: Instant) -> Slot {
        let rule = LotRule {
            id: self.plan_lot_id(pot, self.main_clock().map_or(self.zone, |main| main.anchor.zone), at),
            pot,
            amount: 0,
            bought: false,
            seq: self.plan_seq(pot),
            entry: None,
            starts: at,
            until: None,
            clock: None,
            with_plan: true,
            refill: None,
            carried: None,
        };
        let slot = self.begin(&rule);
        self.banks.insert(pot, slot);
        slot
    }

    /// Cuts what a clock has just granted, so that the total does not pass its cap.
    pub(super) fn cap_total(&mut self, number: ClockNumber) {
        let clock = &self.clocks[number];
        if let (Some(CutCap::Total(cap)), Some(granted)) = (clock.cut.cap, clock.current) {
            let lots = self.plan_lots(number).collect();
            self.gaining.push(Step::CutGrant(granted, lots, cap));
        }
    }
}
