//! A balance check: what the service showed, held against what the ledger has. After it the ledger has what was shown.

use super::{Books, Payer, Undone, place};
use crate::Instant;
use crate::credits::Credits;
use crate::facts::EntryId;
use crate::ledger::LedgerError;
use crate::ledger::answers::{CheckOutcome, GrantedBy, What};
use crate::ledger::course::{Called, Course};
use crate::ledger::pool::Slot;
use crate::terms::PotName;

/// What a check states.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown<'a> {
    /// The check.
    pub(crate) entry: EntryId,
    /// What the service showed.
    pub(crate) shown: i64,
    /// The one pot that it covers.
    pub(crate) pot: Option<&'a PotName>,
}

impl Books {
    /// Takes a balance check.
    pub(crate) fn check(&mut self, shown: Shown<'_>, course: &mut Course, at: Instant) -> Result<(), LedgerError> {
        let pot = shown.pot.map(|name| course.intern(name));
        self.make_room(course);
        if pot.is_none() {
            self.settle(true, course, at);
        }
        let computed = match pot {
            None => self.pool.total() - self.pool.overdrawn(),
            Some(pot) => self.slots_of(pot, course).iter().map(|&slot| self.pool.left(slot)).sum(),
        };
        let goal = if pot.is_some() { shown.shown.max(0) } else { shown.shown };
        let difference = goal - computed;
        self.checks.push(CheckOutcome {
            entry: shown.entry,
            at,
            pot: shown.pot.cloned(),
            shown: Credits::new(shown.shown)?,
            computed: Credits::new(computed)?,
            unlogged: Credits::new((-difference).max(0))?,
            gained: Credits::new(difference.max(0))?,
            explained: Credits::ZERO,
        });
        if difference < 0 {
            self.miss(-difference, pot, course, at);
        } else if difference > 0 {
            self.gain(difference, pot, shown, course, at);
        }
        self.note(at, What::Checked(shown.entry), difference);
        self.mark_checked(pot);
        self.guard()
    }

    /// What is missing burns like a spend; no pot is left out.
    fn miss(&mut self, amount: i64, pot: Option<u16>, course: &Course, at: Instant) {
        self.sums.whole.unlogged += i128::from(amount);
        match pot {
            None => {
                self.burn(Self::unlogged(amount), course, course.order(), at);
            }
            Some(pot) => {
                self.head = 0;
                let slots = self.slots_of(pot, course);
                self.burn(Self::unlogged(amount), course, &slots, at);
                self.head = 0;
            }
        }
    }

    /// What is there beyond the ledger undoes what is overdrawn; then it is what a spend would call for now, then it undoes
    /// what was burned last, then it makes a lot.
    fn gain(&mut self, amount: i64, pot: Option<u16>, shown: Shown<'_>, course: &mut Course, at: Instant) {
        self.head = 0;
        let covered = if pot.is_none() { self.undo_overdrawn(amount) } else { 0 };
        let called = self.gain_called(amount - covered, pot, shown.entry, course, at);
        let undone = self.undo_burned(amount - covered - called, pot, course);
        let rest = amount - covered - called - undone;
        if rest > 0 {
            let windows = self.windows(course, at);
            let slot = course.begin_adjustment(shown.entry, shown.pot, &windows, at);
            let pot = course.lots[slot as usize].pot;
            if let Some(&window) = windows.iter().find(|window| window.pot == pot) {
                self.open_window(window);
            }
            self.make_room(course);
            self.put_gained(slot, pot, rest, shown.entry);
        }
    }

    /// What a spend would call for now is shown as being there: it has come.
    fn gain_called(&mut self, amount: i64, pot: Option<u16>, check: EntryId, course: &mut Course, at: Instant) -> i64 {
        let mut rest = amount;
        for (window, cadence, most) in self.awaited(course, at) {
            let part = rest.min(most);
            if part == 0 || pot.is_some_and(|pot| pot != window.pot) {
                continue;
            }
            let slot = course.begin_called(window.pot, Called::Within(cadence), at);
            self.make_room(course);
            self.put_gained(slot, window.pot, part, check);
            self.open_window(window);
            rest -= part;
        }
        amount - rest
    }

    fn put_gained(&mut self, slot: Slot, pot: u16, amount: i64, check: EntryId) {
        self.pool.put(slot, amount);
        let lot = &mut self.lots[slot as usize];
        lot.filled += amount;
        lot.by.get_or_insert(GrantedBy::Check(check));
        self.sums.gain(Some(pot), amount);
    }

    fn undo_overdrawn(&mut self, amount: i64) -> i64 {
        let mut rest = amount;
        while rest > 0
            && let Some(&payer) = self.open.back()
        {
            let taken = &mut self.takers[payer as usize];
            let part = rest.min(taken.open);
            taken.open -= part;
            rest -= part;
            if taken.open == 0 {
                self.open.pop_back();
            }
            self.pool.uncover(part);
            self.sums.gain(None, part);
            self.remember(payer, None, part);
        }
        amount - rest
    }

    /// Undoes what was burned since the previous check that covered the slice's pot, the last slice first.
    fn undo_burned(&mut self, amount: i64, pot: Option<u16>, course: &Course) -> i64 {
        let since = match pot {
            None => self.checked_at.iter().min().copied().unwrap_or(0),
            Some(pot) => self.checked_at[usize::from(pot)],
        };
        let mut rest = amount;
        for place in (since as usize..self.parts.len()).rev() {
            if rest == 0 {
                break;
            }
            rest -= self.undo_part(place, rest, pot, course);
        }
        amount - rest
    }

    fn undo_part(&mut self, place: usize, amount: i64, pot: Option<u16>, course: &Course) -> i64 {
        let part = self.parts[place];
        let own = course.lots[part.slot as usize].pot;
        let covered = (place as u64) < u64::from(self.checked_at[usize::from(own)]);
        if covered || pot.is_some_and(|pot| pot != own) || !self.takes_back(place, course) {
            return 0;
        }
        let room = self.filled(part.slot) - self.pool.left(part.slot);
        let back = amount.min(part.amount).min(room.max(0));
        if back > 0 {
            self.parts[place].amount -= back;
            self.pool.put(part.slot, back);
            self.sums.gain(Some(own), back);
            self.give_room(u32::try_from(place).unwrap_or(u32::MAX), own, back);
            self.remember(part.payer, Some(part.slot), back);
        }
        back
    }

    fn remember(&mut self, payer: Payer, slot: Option<Slot>, amount: i64) {
        let check = place(self.checks.len() - 1);
        let taken = &mut self.takers[payer as usize];
        let before = std::mem::replace(&mut taken.undone, place(self.undone.len()));
        self.undone.push(Undone { check, slot, amount, before });
    }

    fn mark_checked(&mut self, pot: Option<u16>) {
        let place = place(self.parts.len());
        match pot {
            None => self.checked_at.fill(place),
            Some(pot) => self.checked_at[usize::from(pot)] = place,
        }
    }

    fn slots_of(&self, pot: u16, course: &Course) -> Vec<Slot> {
        course.order().iter().copied().filter(|&slot| course.lots[slot as usize].pot == pot).collect()
    }
}

/// Smallest units that are known to be within bounds.
pub(super) fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap_or(Credits::MAX)
}
