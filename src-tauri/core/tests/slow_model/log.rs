//! Spends, refunds, balance checks.

use runout_core::facts::{EntryId, Fact};
use runout_core::terms::{PotName, PotTerms};

use super::model::{Lot, Model};

impl Model<'_> {
    /// Steps 5 and 6.
    pub(crate) fn log(&mut self) {
        let entries = self.entries();
        for entry in &entries {
            match &entry.fact {
                Fact::Spend(spend) => {
                    self.amounts.push((entry.id, spend.credits.units()));
                    self.sums.spent += spend.credits.units();
                    let order = self.in_order();
                    for _ in 0..spend.credits.units() {
                        self.burn(entry.id, None, &order);
                    }
                }
                Fact::Refund { of, amount } => self.refund(*of, amount.units()),
                _ => {}
            }
        }
        for entry in &entries {
            if let Fact::Check(check) = &entry.fact {
                self.check(entry.id, check.shown.units(), check.pot.as_ref());
            }
        }
    }

    pub(crate) fn refund(&mut self, of: EntryId, amount: i64) {
        let Some(&(_, spent)) = self.amounts.iter().find(|(id, _)| *id == of) else { return };
        let mut came_back = false;
        for _ in 0..amount {
            if self.refunded.iter().filter(|&&id| id == of).count() as i64 == spent {
                break;
            }
            self.refunded.push(of);
            self.sums.refunded += 1;
            if let Some(place) = self.gained.iter().position(|&id| id == of) {
                self.gained.remove(place);
                self.sums.gained -= 1;
            } else if let Some(place) = self.open.iter().position(|&id| id == of) {
                self.open.remove(place);
            } else if let Some(place) = self.forgiven.iter().position(|&id| id == of) {
                self.forgiven.remove(place);
                self.sums.forgiven -= 1;
            } else {
                came_back |= self.refund_burned(of);
            }
        }
        if came_back {
            self.pay();
        }
    }

    pub(crate) fn refund_burned(&mut self, of: EntryId) -> bool {
        let credit = self.burned.iter_mut().rev().find(|credit| credit.payer == of && !credit.back);
        let credit = credit.expect("a credit that is not back");
        credit.back = true;
        match credit.stale {
            Some(kind) => self.sums.lapsed[kind as usize] += 1,
            None => self.lots[credit.lot].left += 1,
        }
        credit.stale.is_none()
    }

    pub(crate) fn check(&mut self, id: EntryId, shown: i64, pot: Option<&PotName>) {
        let pot = pot.map(|pot| pot.0.as_str());
        if pot.is_none() {
            self.pay();
        }
        let within = |lot: &Lot| pot.is_none_or(|pot| lot.pot == pot);
        let computed = match pot {
            None => self.left() - self.overdrawn(),
            Some(_) => self.lots.iter().filter(|lot| within(lot)).map(|lot| lot.left).sum(),
        };
        self.computed.push((id, computed));
        let shown = if pot.is_some() { shown.max(0) } else { shown };
        let order = self.in_order();
        for _ in shown..computed {
            self.sums.unlogged += 1;
            self.burn(id, pot, &order);
        }
        let mut rest = (shown - computed).max(0);
        self.sums.gained += rest;
        while rest > 0 && pot.is_none() && !self.open.is_empty() {
            let payer = self.open.pop().expect("an open credit");
            self.gained.push(payer);
            rest -= 1;
        }
        for place in (0..self.burned.len()).rev() {
            let credit = &self.burned[place];
            let lot = &self.lots[credit.lot];
            let can = !credit.back && !credit.checked && credit.stale.is_none() && within(lot) && lot.left < lot.filled;
            if rest > 0 && can {
                self.gained.push(credit.payer);
                self.burned[place].back = true;
                let lot = self.burned[place].lot;
                self.lots[lot].left += 1;
                rest -= 1;
            }
        }
        if rest > 0 {
            let pot = pot.map_or_else(|| self.soonest_pot(), str::to_owned);
            let (own_end, schedule, until_next_tick) = self.own_life(&pot);
            let lot = self.new_lot(format!("c{}", id.0), pot, rest, id.0, own_end, schedule, false);
            self.lots[lot].until_next_tick = until_next_tick;
        }
        for credit in &mut self.burned {
            credit.checked |= pot.is_none_or(|pot| self.lots[credit.lot].pot == pot);
        }
    }

    pub(crate) fn soonest_pot(&self) -> String {
        let ends = |pot: &PotTerms| {
            let (own_end, schedule, until_next_tick) = self.own_life(&pot.name.0);
            let lot = Lot {
                id: String::new(),
                pot: pot.name.0.clone(),
                left: 0,
                bought: false,
                seq: 0,
                born: self.now,
                own_end,
                schedule,
                lived: 0,
                until_next_tick,
                filled: 0,
                gone: None,
            };
            let end = self.at_risk(&lot, &mut Vec::new());
            (end.is_none(), end, pot.rank)
        };
        let soonest = self.terms.and_then(|terms| terms.pots.iter().min_by_key(|pot| ends(pot)));
        soonest.map_or_else(|| self.top_up_pot(), |pot| pot.name.0.clone())
    }
}
