//! What was lost of a pot so far.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::ledger::{LapseKind, LotBalance, LotNumber, PotBalance, What};
use runout_core::outlook::{Mark, Outlook, Text};

use crate::views::pen::Pen;
use crate::views::titles;
use crate::wire::LossView;

/// Credits of a lot that lapsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Loss {
    pub(super) at: Instant,
    pub(super) lot: LotNumber,
    pub(super) kind: LapseKind,
    pub(super) credits: Credits,
}

/// Every lapse of the pot, the oldest first.
pub(super) fn losses(pot: &PotBalance, outlook: &Outlook<'_>) -> Vec<Loss> {
    let ledger = &outlook.ledger;
    let lapses = ledger.moments().iter().filter_map(|moment| match moment.what {
        What::Lapsed { lot, kind } => {
            let credits = Credits::ZERO.minus(moment.change).ok()?;
            Some(Loss { at: moment.at, lot, kind, credits })
        }
        _ => None,
    });
    lapses.filter(|loss| ledger.lot(loss.lot).is_some_and(|lot| lot.pot == pot.pot)).collect()
}

/// "4,058 lapsed so far, in 3 lapses.", "Nothing has lapsed so far."
pub(super) fn sum(losses: &[Loss], outlook: &Outlook<'_>, pen: &Pen) -> Text {
    let sum = total(losses.iter());
    let since = format!(" since the book began on {}", pen.day_of(outlook.facts.service.start));
    if sum.is_zero() {
        return Text::plain(format!("Nothing has lapsed{since}."));
    }
    let often = if losses.len() > 1 { format!(", in {} lapses", losses.len()) } else { String::new() };
    Text::default().then(Mark::Lapse, pen.exact(sum)).say(format!(" lapsed{since}{often}."))
}

/// A row of the list.
pub(super) fn row(loss: &Loss, pen: &Pen) -> LossView {
    LossView { when: pen.moment(loss.at), words: titles::lapse(loss.kind).to_owned(), credits: pen.exact(loss.credits) }
}

/// "2,058 of it lapsed."
pub(super) fn of_lot(lot: &LotBalance, losses: &[Loss], pen: &Pen) -> Option<String> {
    let sum = total(losses.iter().filter(|loss| loss.lot == lot.number));
    (!sum.is_zero()).then(|| format!("{} of it lapsed.", pen.exact(sum)))
}

/// "120 that were overdrawn were forgiven at renewals; they belong to no pot."
pub(super) fn forgiven(outlook: &Outlook<'_>, pen: &Pen) -> Option<String> {
    let forgiven = outlook.ledger.moments().iter().filter(|moment| moment.what == What::Forgiven);
    let sum = forgiven.fold(Credits::ZERO, |sum, moment| sum.plus(moment.change).unwrap_or(Credits::MAX));
    (!sum.is_zero()).then(|| {
        let sum = pen.exact(sum);
        format!("Besides, {sum} that were overdrawn were forgiven at renewals. No pot lost them.")
    })
}

fn total<'a>(losses: impl Iterator<Item = &'a Loss>) -> Credits {
    losses.fold(Credits::ZERO, |sum, loss| sum.plus(loss.credits).unwrap_or(Credits::MAX))
}
