//! The one inner step: amounts in an array of lots. It knows no slices, no entries, no calendar.
//!
//! The replay drives it and writes down who paid what; the forecast drives it over arrays compiled once. Amounts are
//! whole smallest units, never below 0.

use crate::terms::Ratio;

/// A lot's place in the array.
pub(crate) type Slot = u32;

/// What is left in every lot, and what is overdrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pool {
    left: Vec<i64>,
    /// What is left in the lots that can pay.
    total: i64,
    /// What is left in the frozen ones.
    aside: i64,
    frozen: Vec<Slot>,
    overdrawn: i64,
}

impl Pool {
    /// What is left in a lot.
    pub(crate) fn left(&self, slot: Slot) -> i64 {
        self.left[slot as usize]
    }

    /// What is left in each lot.
    pub(crate) fn lots(&self) -> &[i64] {
        &self.left
    }

    /// What is left in all lots that can pay.
    pub(crate) const fn total(&self) -> i64 {
        self.total
    }

    /// What is left in the frozen lots.
    pub(crate) const fn aside(&self) -> i64 {
        self.aside
    }

    /// Whether a lot is frozen.
    pub(crate) fn is_frozen(&self, slot: Slot) -> bool {
        self.frozen.contains(&slot)
    }

    /// Sets a lot aside; returns what is left in it.
    pub(crate) fn freeze(&mut self, slot: Slot) -> i64 {
        let left = self.left(slot);
        self.frozen.push(slot);
        self.total -= left;
        self.aside += left;
        left
    }

    /// Lets a lot pay again; returns what is left in it.
    pub(crate) fn thaw(&mut self, slot: Slot) -> i64 {
        let left = self.left(slot);
        self.frozen.retain(|&frozen| frozen != slot);
        self.aside -= left;
        self.total += left;
        left
    }

    /// What was burned beyond what was there.
    pub(crate) const fn overdrawn(&self) -> i64 {
        self.overdrawn
    }

    /// Makes room for `count` lots in all; new ones are empty.
    pub(crate) fn make_room(&mut self, count: usize) {
        if self.left.len() < count {
            self.left.resize(count, 0);
        }
    }

    /// Becomes a copy of another pool with as many lots, without allocating.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.left.clone_from(&other.left);
        self.frozen.clone_from(&other.frozen);
        (self.total, self.aside) = (other.total, other.aside);
        self.overdrawn = other.overdrawn;
    }

    /// Takes an amount from the lots in their order; returns what they could not give. `give` says what a lot gives of
    /// what is asked of it.
    #[inline]
    pub(crate) fn take(&mut self, order: &[Slot], amount: i64, mut give: impl FnMut(Slot, i64) -> i64) -> i64 {
        let mut rest = amount;
        for &slot in order {
            if rest == 0 {
                break;
            }
            let left = &mut self.left[slot as usize];
            let asked = rest.min(*left);
            if asked > 0 {
                let part = give(slot, asked);
                *left -= part;
                rest -= part;
            }
        }
        self.total -= amount - rest;
        rest
    }

    /// Counts what no lot covers.
    pub(crate) fn overdraw(&mut self, amount: i64) {
        self.overdrawn += amount;
    }

    /// Takes an amount from one lot, if that leaves something in it; says whether it did.
    #[inline]
    pub(crate) fn take_within(&mut self, slot: Slot, amount: i64) -> bool {
        let left = &mut self.left[slot as usize];
        let is_within = amount < *left;
        if is_within {
            *left -= amount;
            self.total -= amount;
        }
        is_within
    }

    /// Puts credits into a lot: a grant, or what comes back.
    pub(crate) fn put(&mut self, slot: Slot, amount: i64) {
        self.left[slot as usize] += amount;
        *self.part_of(slot) += amount;
    }

    /// Empties a lot at its end, or before a refill; returns what is lost.
    pub(crate) fn end(&mut self, slot: Slot) -> i64 {
        self.cut(slot, 0)
    }

    /// Cuts a lot to at most `max`; returns what is lost.
    pub(crate) fn cut(&mut self, slot: Slot, max: i64) -> i64 {
        let left = &mut self.left[slot as usize];
        let lost = (*left - max).max(0);
        *left -= lost;
        *self.part_of(slot) -= lost;
        lost
    }

    /// What a lot's credits are counted in.
    fn part_of(&mut self, slot: Slot) -> &mut i64 {
        if !self.frozen.is_empty() && self.is_frozen(slot) { &mut self.aside } else { &mut self.total }
    }

    /// Raises a lot to at least `min`; returns what is added.
    pub(crate) fn raise(&mut self, slot: Slot, min: i64) -> i64 {
        let added = (min - self.left[slot as usize]).max(0);
        self.put(slot, added);
        added
    }

    /// What is left in lots together.
    fn sum(&self, slots: &[Slot]) -> i64 {
        slots.iter().map(|&slot| self.left(slot)).sum()
    }

    fn lose(&mut self, slots: &[Slot], amount: i64, mut lost: impl FnMut(Slot, i64)) {
        self.take(slots, amount, |slot, part| {
            lost(slot, part);
            part
        });
    }

    /// Keeps a share of lots together, at most `cap`; the first of them are cut first.
    pub(crate) fn keep(&mut self, slots: &[Slot], share: Ratio, cap: i64, lost: impl FnMut(Slot, i64)) {
        let sum = self.sum(slots);
        self.lose(slots, sum - share.of(sum).min(cap).min(sum), lost);
    }

    /// Moves a share of what is left in lots into a bank that holds at most `cap`; a bank that holds more is cut to it.
    pub(crate) fn bank(
        &mut self,
        (from, share): (&[Slot], Ratio),
        (into, bank, cap): (Slot, &[Slot], i64),
        mut lost: impl FnMut(Slot, i64),
        mut moved: impl FnMut(Slot, i64),
    ) {
        let over = (self.sum(bank) - cap).max(0).min(self.left(into));
        self.lose(&[into], over, &mut lost);
        self.keep(from, share, (cap - self.sum(bank)).max(0), lost);
        for &slot in from {
            let part = self.end(slot);
            self.put(into, part);
            moved(slot, part);
        }
    }

    /// Cuts what has just been granted into a lot, so that lots together do not pass `cap`; returns what is lost.
    pub(crate) fn cut_grant(&mut self, granted: Slot, slots: &[Slot], cap: i64) -> i64 {
        let over = (self.sum(slots) - cap).max(0);
        self.cut(granted, (self.left(granted) - over).max(0))
    }

    /// Drops what is overdrawn; returns how much it was.
    pub(crate) fn forgive(&mut self) -> i64 {
        std::mem::take(&mut self.overdrawn)
    }

    /// Takes back a part of what is overdrawn.
    pub(crate) fn uncover(&mut self, amount: i64) {
        self.overdrawn -= amount;
    }
}
