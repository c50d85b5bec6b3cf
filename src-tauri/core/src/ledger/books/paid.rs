//! Who paid a spend.

use super::{Books, Payer};
use crate::ledger::answers::GrantedBy;
use crate::ledger::pool::Slot;

impl Books {
    /// What filled a lot, all in all.
    pub(crate) fn filled(&self, slot: Slot) -> i64 {
        self.lots.get(slot as usize).map_or(0, |lot| lot.filled)
    }

    /// What made a lot.
    pub(crate) fn made_by(&self, slot: Slot) -> GrantedBy {
        self.lots.get(slot as usize).and_then(|lot| lot.by).unwrap_or(GrantedBy::Plan)
    }

    /// The parts that lots paid of a spend, the first payment first.
    pub(crate) fn parts_of(&self, payer: Payer) -> Vec<(Slot, i64)> {
        let mut parts: Vec<(Slot, i64)> = self.parts_from(self.takers[payer as usize].last).collect();
        parts.reverse();
        parts.retain(|&(_, amount)| amount > 0);
        parts
    }

    fn parts_from(&self, last: u32) -> impl Iterator<Item = (Slot, i64)> + '_ {
        let mut place = last;
        std::iter::from_fn(move || {
            let part = self.parts.get(place as usize)?;
            place = part.before;
            Some((part.slot, part.amount))
        })
    }

    /// What no lot covered of a spend: open or forgiven.
    pub(crate) fn uncovered(&self, payer: Payer) -> i64 {
        self.takers.get(payer as usize).map_or(0, |taken| taken.open + taken.forgiven)
    }

    /// What came back for a spend.
    pub(crate) fn refunded(&self, payer: Payer) -> i64 {
        self.takers.get(payer as usize).map_or(0, |taken| taken.refunded)
    }
}
