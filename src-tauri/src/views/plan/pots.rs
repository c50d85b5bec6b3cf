//! The pots with their lots, in burn order.

use runout_core::credits::Credits;
use runout_core::facts::{EntryId, Fact};
use runout_core::ledger::{LotBalance, PotBalance};
use runout_core::outlook::{Mark, Outlook, Text};
use runout_core::words;

use super::super::pen::{Pen, spans};
use super::money;
use crate::wire::{LotView, PotView};

/// Every pot that the plan has or that holds lots.
pub(super) fn pots(outlook: &Outlook<'_>, pen: &Pen) -> Vec<PotView> {
    let pots = outlook.ledger.pots().iter();
    pots.zip(1..).map(|(balance, place)| pot_view(outlook, balance, place, pen)).collect()
}

/// A pot, with its place in the burn order.
pub fn pot_view(outlook: &Outlook<'_>, balance: &PotBalance, place: u32, pen: &Pen) -> PotView {
    let granted = balance.lots.iter().fold(Credits::ZERO, |sum, lot| sum.plus(lot.granted).unwrap_or(Credits::MAX));
    let will_lapse = will_lapse(outlook, balance);
    PotView {
        place,
        name: balance.pot.0.clone(),
        left: pen.amount(balance.left),
        granted: pen.amount(granted),
        will_lapse: pen.amount(will_lapse),
        left_words: pen.exact(balance.left),
        granted_words: pen.exact(granted),
        words: spans(&words_of(outlook, balance, pen)),
        lots: holding(balance).into_iter().map(|lot| lot_view(outlook, lot, pen)).collect(),
    }
}

/// What will lapse of what is in the pot now: at the first instant at which something of it can.
fn will_lapse(outlook: &Outlook<'_>, balance: &PotBalance) -> Credits {
    let Some(forecast) = &outlook.forecast else { return Credits::ZERO };
    let first = forecast.will_lapse.iter().find(|lapse| lapse.pot == balance.pot);
    first.map_or(Credits::ZERO, |lapse| lapse.mean)
}

/// "Granted Sun 15 Nov, ends Mon 14 Dec, 24:00. ≈ 1,300 will lapse. 500 to come on Thu 24 Dec."
fn words_of(outlook: &Outlook<'_>, balance: &PotBalance, pen: &Pen) -> Text {
    let text = match holding(balance).as_slice() {
        [] => Text::default().then(Mark::Quiet, "Nothing in it."),
        [lot] => Text::default().then(Mark::Quiet, format!("{}, {}.", origin(outlook, lot, pen), ends(lot, pen))),
        lots => Text::default().then(Mark::Quiet, format!("{} lots.", lots.len())),
    };
    let text = text.join(lapses_ahead(outlook, balance));
    let to_come = outlook.ledger.pending().iter().filter(|lot| lot.pot == balance.pot);
    to_come.fold(text, |text, lot| {
        let words = format!(" {} to come on {}.", pen.exact(lot.amount), pen.day_of(lot.at));
        text.then(Mark::Quiet, words)
    })
}

/// The lots that hold something; what was used up pays nothing any more.
fn holding(balance: &PotBalance) -> Vec<&LotBalance> {
    balance.lots.iter().filter(|lot| !lot.left.is_zero()).collect()
}

/// " ≈ 1,300 will lapse.", where something will.
pub fn lapses_ahead(outlook: &Outlook<'_>, balance: &PotBalance) -> Text {
    let will_lapse = will_lapse(outlook, balance);
    if will_lapse.is_zero() {
        return Text::default();
    }
    Text::plain(" ").then(Mark::Lapse, format!("{} will lapse.", outlook.estimate(will_lapse)))
}

/// A lot.
pub fn lot_view(outlook: &Outlook<'_>, lot: &LotBalance, pen: &Pen) -> LotView {
    LotView {
        id: lot.id.0.clone(),
        left: pen.exact(lot.left),
        granted: pen.exact(lot.granted),
        words: origin(outlook, lot, pen),
        ends: ends(lot, pen),
        entry: lot.entry.map(|entry| entry.0),
    }
}

/// "Top-up of Wed 3 Dec, 12.00 EUR", "Granted Sun 15 Nov".
fn origin(outlook: &Outlook<'_>, lot: &LotBalance, pen: &Pen) -> String {
    let day = pen.day_of(lot.starts);
    match (lot.entry, lot.bought) {
        (None, _) => format!("Granted {day}"),
        (Some(_), false) => format!("Given {day}"),
        (Some(entry), true) => {
            let paid = cost(outlook, entry).map(|cost| format!(", {cost}")).unwrap_or_default();
            format!("Top-up of {day}{paid}")
        }
    }
}

fn cost(outlook: &Outlook<'_>, entry: EntryId) -> Option<String> {
    let entry = outlook.facts.entries.iter().find(|one| one.id == entry)?;
    let Fact::Grant(grant) = &entry.fact else { return None };
    grant.cost.map(money)
}

fn ends(lot: &LotBalance, pen: &Pen) -> String {
    match lot.ends {
        Some(at) => format!("ends {}", words::end(at, pen.zone, pen.today, &pen.figures)),
        None => "does not end".to_owned(),
    }
}
