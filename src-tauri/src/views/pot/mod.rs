//! A pot's page: why each lot is there, what it will pay, when and why it ends, and what was lost so far.

mod ends;
mod lost;
mod pays;
#[cfg(test)]
mod tests;
mod why;

use runout_core::credits::Credits;
use runout_core::ledger::{LotBalance, PotBalance};
use runout_core::outlook::Outlook;

use super::pen::{Pen, spans};
use super::plan::{lot_view, pot_view};
use crate::wire::{LotStory, PotPage};

/// The page of the pot of this name; none where there never was such a pot.
pub fn pot(outlook: &Outlook<'_>, name: &str, pen: &Pen) -> Option<PotPage> {
    let standing = (1..).zip(outlook.ledger.pots()).find(|(_, balance)| balance.pot.0 == name);
    match standing {
        Some((place, balance)) => Some(page(balance, place, outlook, pen)),
        None => emptied(outlook, name).map(|balance| page(&balance, place_after_all(outlook), outlook, pen)),
    }
}

/// A pot that the terms do not name, and of whose lots none is left.
fn emptied(outlook: &Outlook<'_>, name: &str) -> Option<PotBalance> {
    let lot = outlook.ledger.every_lot().find(|lot| lot.pot.0 == name)?;
    let none = Credits::ZERO;
    Some(PotBalance { pot: lot.pot, rank: u16::MAX, left: none, withheld: none, frozen: none, lots: Vec::new() })
}

fn place_after_all(outlook: &Outlook<'_>) -> u32 {
    u32::try_from(outlook.ledger.pots().len()).map_or(u32::MAX, |pots| pots + 1)
}

fn page(balance: &PotBalance, place: u32, outlook: &Outlook<'_>, pen: &Pen) -> PotPage {
    let losses = lost::losses(balance, outlook);
    PotPage {
        pot: pot_view(outlook, balance, place, pen),
        pays: spans(&pays::of_pot(balance, outlook, pen)),
        lots: balance.lots.iter().map(|lot| standing(lot, balance, &losses, outlook, pen)).collect(),
        ended: ended(balance, &losses, outlook, pen),
        lost: spans(&lost::sum(&losses, outlook, pen)),
        losses: losses.iter().rev().map(|loss| lost::row(loss, pen)).collect(),
        forgiven: lost::forgiven(outlook, pen),
    }
}

fn standing(lot: &LotBalance, pot: &PotBalance, losses: &[lost::Loss], outlook: &Outlook<'_>, pen: &Pen) -> LotStory {
    LotStory {
        lot: lot_view(outlook, lot, pen),
        why: why::why(lot, outlook, pen),
        pays: pays::of_lot(lot, pot, outlook, pen),
        ends: ends::ends(lot, outlook, pen),
        lost: lost::of_lot(lot, losses, pen),
    }
}

/// The lots of the pot that have ended, the newest first.
fn ended(pot: &PotBalance, losses: &[lost::Loss], outlook: &Outlook<'_>, pen: &Pen) -> Vec<LotStory> {
    let of_pot = |lot: &LotBalance| lot.pot == pot.pot && lot.ended.is_some();
    // What a ceiling left nothing of, and a bank that nothing was moved into, never was a lot to anybody.
    let mut lots: Vec<LotBalance> =
        outlook.ledger.every_lot().filter(|lot| of_pot(lot) && lot.granted > Credits::ZERO).collect();
    lots.reverse();
    let story = |lot: &LotBalance| LotStory {
        lot: lot_view(outlook, lot, pen),
        why: why::why(lot, outlook, pen),
        pays: String::new(),
        ends: ends::ended(lot, losses, pen),
        lost: lost::of_lot(lot, losses, pen),
    };
    lots.iter().map(story).collect()
}
