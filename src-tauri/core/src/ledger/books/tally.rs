//! Running sums, whole and per pot, from which statements are taken.

use super::Books;
use crate::ledger::answers::LapseKind;
use crate::ledger::course::Course;

/// What went in and out of everything, or of one pot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) granted: i128,
    /// What of it was granted on account.
    pub(crate) billed: i128,
    pub(crate) refunded: i128,
    pub(crate) gained: i128,
    pub(crate) forgiven: i128,
    pub(crate) spent: i128,
    pub(crate) unlogged: i128,
    pub(crate) lapsed: [i128; 5],
    pub(crate) moved_in: i128,
    pub(crate) moved_out: i128,
}

/// The sums of everything, and of each pot without what nothing covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    pub(crate) whole: Sum,
    pub(crate) pots: Vec<Sum>,
}

/// The sums at an instant, and what there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Snapshot {
    pub(crate) sums: Sums,
    /// left − overdrawn, frozen lots included.
    pub(crate) balance: i64,
    /// What is left per pot.
    pub(crate) left: Vec<i64>,
}

impl Sums {
    pub(super) fn make_room(&mut self, pots: usize) {
        if self.pots.len() < pots {
            self.pots.resize(pots, Sum::default());
        }
    }

    /// Spent, less what came back.
    pub(super) fn used(&self) -> i128 {
        self.whole.spent - self.whole.refunded
    }

    /// What lots paid, less what came back to them.
    pub(super) fn covered(&self) -> i128 {
        self.pots.iter().map(|pot| pot.spent - pot.refunded).sum()
    }

    pub(super) fn grant(&mut self, pot: u16, amount: i64) {
        self.whole.granted += i128::from(amount);
        self.pots[usize::from(pot)].granted += i128::from(amount);
    }

    /// Granted on account: into no pot.
    pub(super) fn bill(&mut self, amount: i64) {
        self.whole.granted += i128::from(amount);
        self.whole.billed += i128::from(amount);
    }

    /// A lot paid; the whole has counted it when it was taken.
    pub(super) fn pay(&mut self, pot: u16, amount: i64, unlogged: bool) {
        let pot = &mut self.pots[usize::from(pot)];
        if unlogged {
            pot.unlogged += i128::from(amount);
        } else {
            pot.spent += i128::from(amount);
        }
    }

    pub(super) fn lapse(&mut self, pot: u16, kind: LapseKind, amount: i64) {
        self.whole.lapsed[kind as usize] += i128::from(amount);
        self.pots[usize::from(pot)].lapsed[kind as usize] += i128::from(amount);
    }

    /// Credits move from a pot into another; the whole knows nothing of it.
    pub(super) fn shift(&mut self, from: u16, into: u16, amount: i64) {
        self.pots[usize::from(from)].moved_out += i128::from(amount);
        self.pots[usize::from(into)].moved_in += i128::from(amount);
    }

    pub(super) fn refund(&mut self, pot: Option<u16>, amount: i64) {
        self.whole.refunded += i128::from(amount);
        if let Some(pot) = pot {
            self.pots[usize::from(pot)].refunded += i128::from(amount);
        }
    }

    pub(super) fn gain(&mut self, pot: Option<u16>, amount: i64) {
        self.whole.gained += i128::from(amount);
        if let Some(pot) = pot {
            self.pots[usize::from(pot)].gained += i128::from(amount);
        }
    }
}

impl Books {
    /// The sums and what there is, now.
    pub(crate) fn snapshot(&self, course: &Course) -> Snapshot {
        let mut left = vec![0; course.pots.len()];
        for slot in course.standing() {
            left[usize::from(course.lots[slot as usize].pot)] += self.pool.left(slot);
        }
        Snapshot {
            sums: self.sums.clone(),
            balance: self.pool.total() + self.pool.aside() - self.pool.overdrawn(),
            left,
        }
    }
}
