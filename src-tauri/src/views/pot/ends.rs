//! When a lot ends, and why.

use runout_core::ledger::{Ending, LotBalance};
use runout_core::outlook::Outlook;
use runout_core::terms::{Carry, CarryCap};
use runout_core::words;

use super::lost::Loss;
use crate::views::pen::Pen;
use crate::views::titles;

/// "Ends with Mon 14 Dec: what is left at the renewal lapses."
pub(super) fn ends(lot: &LotBalance, outlook: &Outlook<'_>, pen: &Pen) -> String {
    let Some(at) = lot.ends else { return endless(lot, outlook, pen) };
    let when = words::ends_with(at, pen.zone, pen.today, &pen.figures);
    let why = match lot.ending {
        Some(Ending::Renewal) => "what is left at the renewal lapses".to_owned(),
        Some(Ending::Refill) => "the refill takes its place, and what is left is forfeited".to_owned(),
        Some(Ending::Bank) => format!("the renewal moves what is left into {}", bank(lot, outlook)),
        Some(Ending::Cancellation) => "the cancelled plan ends".to_owned(),
        Some(Ending::Own) | None => "its own end, whatever the renewals".to_owned(),
    };
    format!("{}: {why}{}.", words::capital(&when), cut_before(lot, pen))
}

fn endless(lot: &LotBalance, outlook: &Outlook<'_>, pen: &Pen) -> String {
    if lot.frozen.is_some() {
        return "Its end waits while it is frozen.".to_owned();
    }
    let Some(at_risk) = lot.at_risk else { return "Does not end.".to_owned() };
    let day = pen.day_of(at_risk);
    let rule =
        carry_of(lot, outlook).and_then(|carry| carry.cap.is_some().then_some(())).map_or("a share", |()| "its cap");
    format!("Does not end by itself; the renewal of {day} keeps no more than {rule}.")
}

/// ", and the renewal of Tue 15 Dec may cut it", where that comes before its end.
fn cut_before(lot: &LotBalance, pen: &Pen) -> String {
    let cut = lot.at_risk.filter(|at| lot.ends.is_some_and(|ends| *at < ends));
    cut.map(|at| format!("; the renewal of {} may cut it before", pen.day_of(at))).unwrap_or_default()
}

fn bank(lot: &LotBalance, outlook: &Outlook<'_>) -> String {
    match carry_of(lot, outlook).and_then(|carry| carry.cap.as_ref()) {
        Some(CarryCap::Bank { pot, .. }) => format!("{}, as far as there is room", pot.0),
        _ => "a bank".to_owned(),
    }
}

fn carry_of<'a>(lot: &LotBalance, outlook: &'a Outlook<'_>) -> Option<&'a Carry> {
    let pots = &outlook.ledger.terms()?.pots;
    pots.iter().find(|pot| pot.name == lot.pot).map(|pot| &pot.carry)
}

/// "Ended Sun 15 Nov, 00:00: came to its end.", "Used up before it ended."
pub(super) fn ended(lot: &LotBalance, losses: &[Loss], pen: &Pen) -> String {
    let last = losses.iter().rev().find(|loss| loss.lot == lot.number);
    match last {
        Some(loss) => format!("Ended {}: {}.", pen.moment(loss.at), titles::lapse(loss.kind)),
        None => "Used up before it ended.".to_owned(),
    }
}
