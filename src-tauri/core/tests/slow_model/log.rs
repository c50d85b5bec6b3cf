//! Spends, refunds, balance checks.

use runout_core::facts::{EntryId, Fact, Spend};
use runout_core::terms::{Cadence, Life, PotName, PotTerms};

use super::model::{Lot, Model};

impl Model<'_> {
    /// Steps 5 and 6.
    pub(crate) fn log(&mut self) {
        let entries = self.entries();
        for entry in &entries {
            match &entry.fact {
                Fact::Spend(spend) => self.spend(entry.id, spend),
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

    fn spend(&mut self, id: EntryId, spend: &Spend) {
        let amount = spend.credits.units();
        self.amounts.push((id, amount));
        self.sums.spent += amount;
        self.triggers(id, spend);
        let order = self.in_order();
        for _ in 0..amount {
            if !self.burn(id, None, &order, false) && !self.bill(id) {
                self.open.push(id);
            }
        }
    }

    fn refund(&mut self, of: EntryId, amount: i64) {
        let Some(&(_, spent)) = self.amounts.iter().find(|(id, _)| *id == of) else { return };
        self.appeared = false;
        for _ in 0..amount {
            if self.refunded.iter().filter(|&&id| id == of).count() as i64 == spent {
                break;
            }
            self.refunded.push(of);
            self.sums.refunded += 1;
            if let Some(place) = self.gained.iter().position(|(id, _)| *id == of) {
                self.gained.remove(place);
                self.sums.gained -= 1;
            } else if let Some(place) = self.open.iter().position(|&id| id == of) {
                self.open.remove(place);
            } else if let Some(place) = self.forgiven.iter().position(|&id| id == of) {
                self.forgiven.remove(place);
                self.sums.forgiven -= 1;
            } else if let Some(place) = self.billed.iter().position(|(id, _)| *id == of) {
                self.billed.remove(place);
                self.sums.granted -= 1;
            } else {
                self.refund_burned(of);
            }
        }
        if self.appeared {
            self.pay(false);
        }
    }

    fn refund_burned(&mut self, of: EntryId) {
        let credit = self.burned.iter_mut().rev().find(|credit| credit.payer == of && !credit.back);
        let credit = credit.expect("a credit that is not back");
        credit.back = true;
        let (lot, stale) = (credit.lot, credit.stale);
        let pot = self.lots[lot].pot.clone();
        self.of_pot(&pot).back += 1;
        match stale {
            Some(kind) => self.lapse(lot, 1, kind),
            None => {
                self.lots[lot].left += 1;
                self.appeared |= self.lots[lot].frozen.is_none();
            }
        }
    }

    fn check(&mut self, id: EntryId, shown: i64, pot: Option<&PotName>) {
        let pot = pot.map(|pot| pot.0.as_str());
        if pot.is_none() {
            self.pay(true);
        }
        let within = |lot: &Lot| pot.is_none_or(|pot| lot.pot == pot) && lot.frozen.is_none();
        let computed = match pot {
            None => self.there() - self.overdrawn(),
            Some(_) => self.lots.iter().filter(|lot| within(lot)).map(|lot| lot.left).sum(),
        };
        self.computed.push((id, computed));
        let shown = if pot.is_some() { shown.max(0) } else { shown };
        let order = self.in_order();
        for _ in shown..computed {
            self.sums.unlogged += 1;
            if !self.burn(id, pot, &order, true) {
                self.open.push(id);
            }
        }
        let mut rest = (shown - computed).max(0);
        self.sums.gained += rest;
        while rest > 0 && pot.is_none() && !self.open.is_empty() {
            let payer = self.open.pop().expect("an open credit");
            self.gained.push((payer, None));
            rest -= 1;
        }
        rest -= self.gain_called(rest, pot);
        for place in (0..self.burned.len()).rev() {
            let credit = &self.burned[place];
            let lot = &self.lots[credit.lot];
            let can = !credit.back && !credit.checked && credit.stale.is_none() && within(lot) && lot.left < lot.filled;
            if rest > 0 && can {
                let (payer, lot, pot) = (credit.payer, credit.lot, lot.pot.clone());
                self.burned[place].back = true;
                self.lots[lot].left += 1;
                self.of_pot(&pot).back += 1;
                self.gained.push((payer, Some(pot)));
                rest -= 1;
            }
        }
        if rest > 0 {
            self.adjustment(id, pot, rest);
        }
        for credit in &mut self.burned {
            credit.checked |= pot.is_none_or(|pot| self.lots[credit.lot].pot == pot);
        }
    }

    /// What a spend would call for now is shown as being there: it has come.
    fn gain_called(&mut self, amount: i64, named: Option<&str>) -> i64 {
        let mut rest = amount;
        let pots = self.terms.map_or(&[][..], |terms| terms.pots.as_slice());
        let pots = pots.iter().filter(|pot| named.is_none_or(|named| pot.name.0 == named));
        let awaited = pots.filter(|pot| pot.grant.as_ref().is_some_and(|grant| self.is_awaited(grant)));
        for pot in awaited.collect::<Vec<_>>() {
            let (Some((end, false)), Some(grant)) = (self.window(pot), &pot.grant) else { continue };
            let name = pot.name.0.clone();
            let part = rest.min(self.under_ceiling(&name, grant.amount.units()));
            if part == 0 {
                continue;
            }
            let seq = self.place(&name) - 1_000;
            let mut lot = self.bare_lot(self.plan_id(&name), name.clone(), seq, (end, None, None), false);
            (lot.left, lot.filled, lot.of_cycle) = (part, part, grant.cadence != Cadence::Once);
            self.lots.push(lot);
            self.of_pot(&name).back += part;
            self.triggered.insert(name, end);
            rest -= part;
        }
        amount - rest
    }

    fn adjustment(&mut self, id: EntryId, pot: Option<&str>, amount: i64) {
        let pot = pot.map_or_else(|| self.soonest_pot(), str::to_owned);
        let window = self.pot(&pot).and_then(|terms| self.window(terms));
        let own = window.map_or_else(|| self.own_life(&pot), |(end, _)| (end, None, None));
        if let Some((end, _)) = window {
            self.triggered.insert(pot.clone(), end);
        }
        let lives = if own.0.is_some_and(|end| end <= self.now) { self.life(Life::UntilRenewal) } else { own };
        let mut lot = self.bare_lot(format!("c{}", id.0), pot.clone(), id.0, lives, false);
        (lot.left, lot.filled) = (amount, amount);
        self.lots.push(lot);
        self.of_pot(&pot).back += amount;
    }

    fn soonest_pot(&self) -> String {
        let ends = |pot: &PotTerms| {
            let lives = match self.window(pot) {
                Some((end, true)) => (end, None, None),
                _ => self.own_life(&pot.name.0),
            };
            let lot = self.bare_lot(String::new(), pot.name.0.clone(), 0, lives, false);
            let end = self.at_risk(&lot, &mut Vec::new());
            (end.is_none(), end, pot.rank)
        };
        let soonest = self.terms.and_then(|terms| terms.pots.iter().min_by_key(|pot| ends(pot)));
        soonest.map_or_else(|| self.top_up_pot(), |pot| pot.name.0.clone())
    }
}
