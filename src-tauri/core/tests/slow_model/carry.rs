//! What a tick keeps of what is left.

use runout_core::ledger::LapseKind;
use runout_core::terms::{Cap, CarryCap, Ratio};

use runout_core::credits::Credits;

use super::model::{Lot, Model};

impl Model<'_> {
    /// The lots of a schedule that its tick may cut.
    fn hanging(&self, one: usize) -> Vec<usize> {
        let hangs = |lot: &Lot| lot.schedule == Some(one) && lot.ticks.is_none() && !lot.bank && lot.gone.is_none();
        (0..self.lots.len()).filter(|&lot| hangs(&self.lots[lot])).collect()
    }

    fn sum(&self, lots: &[usize]) -> i64 {
        lots.iter().map(|&lot| self.lots[lot].left).sum()
    }

    fn cap(&self, one: usize, cap: Cap) -> i64 {
        cap.of(Credits::new(self.schedules[one].amount).expect("an amount"))
    }

    /// The share of a schedule's lots, up to the cap, is kept.
    pub(crate) fn carry(&mut self, one: usize) {
        let carry = self.schedules[one].carry.clone();
        if self.schedules[one].refill {
            return;
        }
        if let Some(CarryCap::Bank { pot, cap }) = &carry.cap {
            self.put_by(one, &pot.0, self.cap(one, *cap), carry.share);
            return;
        }
        if carry.cap.is_none() && carry.share.parts >= carry.share.of {
            return;
        }
        let lots = self.hanging(one);
        let cap = match carry.cap {
            Some(CarryCap::Carried(cap) | CarryCap::Total(cap)) => self.cap(one, cap),
            _ => i64::MAX,
        };
        let keep = carry.share.of(self.sum(&lots)).min(cap);
        let mut order = self.in_order();
        order.extend((0..self.lots.len()).filter(|&lot| self.lots[lot].frozen.is_some()));
        order.retain(|lot| lots.contains(lot));
        order.sort_by_key(|&lot| {
            let end = self.known_end(&self.lots[lot]);
            (end.is_none(), end)
        });
        while self.sum(&lots) > keep {
            let first = order.iter().copied().find(|&lot| self.lots[lot].left > 0).expect("a lot with credits");
            self.lots[first].left -= 1;
            self.lapse(first, 1, LapseKind::AtReset);
        }
        for lot in lots {
            self.make_stale(lot, LapseKind::AtReset);
        }
    }

    /// What is left moves into the bank, as far as it fits.
    fn put_by(&mut self, one: usize, pot: &str, cap: i64, share: Ratio) {
        let lots = self.hanging(one);
        if lots.is_empty() && !self.schedules[one].granting {
            return;
        }
        let bank = (0..self.lots.len()).find(|&lot| {
            let lot = &self.lots[lot];
            lot.bank && lot.pot == pot && lot.gone.is_none()
        });
        if let Some(bank) = bank {
            let over = (self.in_bank(pot) - cap).clamp(0, self.lots[bank].left);
            self.lots[bank].left -= over;
            self.lapse(bank, over, LapseKind::AtReset);
            self.make_stale(bank, LapseKind::AtReset);
        }
        if lots.is_empty() {
            return;
        }
        let there = self.sum(&lots);
        let amount = share.of(there).min((cap - self.in_bank(pot)).max(0));
        let bank = bank.or_else(|| {
            if there == 0 {
                return None;
            }
            let seq = self.place(pot) - 1_000;
            let mut lot = self.bare_lot(self.plan_id(pot), pot.to_owned(), seq, (None, Some(one), None), false);
            (lot.bank, lot.of_cycle) = (true, true);
            self.lots.push(lot);
            Some(self.lots.len() - 1)
        });
        let mut rest = amount;
        for &lot in &lots {
            let moves = rest.min(self.lots[lot].left);
            rest -= moves;
            self.lots[lot].left -= moves;
            let from = self.lots[lot].pot.clone();
            self.of_pot(&from).moved_out += moves;
            self.of_pot(pot).moved_in += moves;
            self.end(lot, LapseKind::AtReset);
        }
        if let Some(bank) = bank {
            self.lots[bank].left += amount;
            self.lots[bank].filled += amount;
        }
    }

    fn in_bank(&self, pot: &str) -> i64 {
        self.lots.iter().filter(|lot| lot.pot == pot).map(|lot| lot.left).sum()
    }

    /// A cap on the total cuts the new grant.
    pub(crate) fn cut_to_total(&mut self, one: usize) {
        if self.schedules[one].refill {
            return;
        }
        let Some(CarryCap::Total(cap)) = self.schedules[one].carry.cap else { return };
        let Some(new) = self.schedules[one].current else { return };
        let over = self.sum(&self.hanging(one)) - self.cap(one, cap);
        let over = over.clamp(0, self.lots[new].left);
        self.lots[new].left -= over;
        self.lapse(new, over, LapseKind::AtGrant);
    }
}
