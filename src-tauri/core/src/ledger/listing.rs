//! Pots, lots, grants to come and cycles, as a ledger lists them.

use super::answers::{Cycle, LotBalance, LotNumber, Pending, PotBalance};
use super::course::{Course, LAST, top_up_pot};
use super::pool::Slot;
use super::replay::Replay;
use crate::Instant;
use crate::credits::Credits;
use crate::facts::{Fact, Facts};

/// A sum over pots.
pub(super) fn total(pots: &[PotBalance], of: impl Fn(&PotBalance) -> Credits) -> Credits {
    credits(pots.iter().map(|pot| of(pot).units()).sum())
}

/// The pots of the terms and those that hold lots, in burn order.
pub(super) fn pots(replay: &Replay) -> Vec<PotBalance> {
    let course = &replay.course;
    let mut pots: Vec<(u32, usize, PotBalance)> = Vec::new();
    let mut place_of = vec![None; course.pots.len()];
    let lots = course.standing().map(|slot| (Some(slot), course.lots[slot as usize].pot));
    let named = (0..course.pots.len()).filter(|&pot| course.pots[pot].rank != LAST);
    let named = named.map(|pot| (None, u16::try_from(pot).unwrap_or(u16::MAX)));
    for (slot, number) in lots.chain(named) {
        let pot = &course.pots[usize::from(number)];
        let place = *place_of[usize::from(number)].get_or_insert_with(|| {
            let rank = u16::try_from(pot.rank).unwrap_or(u16::MAX);
            let balance = PotBalance {
                pot: pot.name.clone(),
                rank,
                left: Credits::ZERO,
                withheld: Credits::ZERO,
                frozen: Credits::ZERO,
                lots: Vec::new(),
            };
            pots.push((pot.rank, pots.len(), balance));
            pots.len() - 1
        });
        if let Some(slot) = slot {
            let lot = lot_balance(replay, slot);
            let balance = &mut pots[place].2;
            let sum = if lot.usable { &mut balance.left } else { &mut balance.frozen };
            *sum = credits(sum.units() + lot.left.units());
            balance.lots.push(lot);
        }
    }
    for (number, place) in (0..).zip(place_of) {
        let Some(balance) = place.map(|place: usize| &mut pots[place].2) else { continue };
        let left = balance.left.units();
        let today = left.min(replay.books.room(number, None));
        (balance.left, balance.withheld) = (credits(today), credits(left - today));
    }
    pots.sort_by_key(|&(rank, place, _)| (rank, place));
    pots.into_iter().map(|(_, _, pot)| pot).collect()
}

/// A lot as it is listed.
pub(super) fn lot_balance(replay: &Replay, slot: Slot) -> LotBalance {
    let (course, books) = (&replay.course, &replay.books);
    let lot = &course.lots[slot as usize];
    let frozen = course.frozen_since(slot);
    let ending = course.ending_of(lot).filter(|_| !course.is_held(slot));
    LotBalance {
        id: lot.id.clone(),
        number: LotNumber(slot),
        pot: course.pots[usize::from(lot.pot)].name.clone(),
        granted: credits(books.filled(slot)),
        left: credits(books.pool.left(slot)),
        starts: lot.starts,
        ends: ending.map(|(end, _)| end),
        at_risk: course.at_risk(lot).filter(|_| !course.is_held(slot)),
        usable: lot.ended.is_none() && frozen.is_none(),
        frozen,
        by: books.made_by(slot),
        ending: ending.map(|(_, ending)| ending),
        ended: lot.ended,
        bought: lot.bought,
        entry: lot.entry,
    }
}

/// The grants that are dated later than the ledger.
pub(super) fn pending(facts: &Facts, at: Instant, course: &Course) -> Vec<Pending> {
    let later = facts.entries.iter().filter(|entry| entry.at > at && entry.at >= facts.service.start);
    let mut pending: Vec<Pending> = later
        .filter_map(|entry| {
            let Fact::Grant(grant) = &entry.fact else { return None };
            let pot = grant.pot.clone().unwrap_or_else(|| top_up_pot(course.terms()));
            Some(Pending { entry: entry.id, at: entry.at, pot, amount: grant.amount })
        })
        .collect();
    pending.sort_by_key(|pending| (pending.at, pending.entry));
    pending
}

/// The cycles so far, the running one included.
pub(super) fn cycles(replay: &Replay) -> Vec<Cycle> {
    let next = replay.course.main_clock().and_then(|clock| clock.next);
    let starts = replay.cycles.iter().enumerate();
    let cycles = starts.filter_map(|(place, &start)| {
        let lapsed = replay.lapses.iter().copied().find(|&lapsed| lapsed > start);
        let end = [replay.cycles.get(place + 1).copied().or(next), lapsed].into_iter().flatten().min()?;
        Some(Cycle { start, end })
    });
    cycles.collect()
}

/// Smallest units that the books have guarded.
pub(super) fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap_or(Credits::MAX)
}
