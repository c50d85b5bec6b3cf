//! The packs that the terms offer, as a top-up is typed.

use runout_core::calendar::moved;
use runout_core::credits::Credits;
use runout_core::outlook::Outlook;
use runout_core::terms::{Life, Pack, PackPart, TopUpTerms};

use super::super::pen::{Pen, date};
use super::{in_force, money};
use crate::wire::PackView;

/// The packs that can be noted as one top-up: all of such a pack goes into the pot of the top-ups, with one life.
pub(super) fn packs(outlook: &Outlook<'_>, pen: &Pen) -> Vec<PackView> {
    let top_ups = in_force(outlook).and_then(|version| version.terms.top_ups.as_ref());
    let Some(top_ups) = top_ups else { return Vec::new() };
    top_ups.packs.iter().filter_map(|pack| view(pack, top_ups, pen)).collect()
}

fn view(pack: &Pack, top_ups: &TopUpTerms, pen: &Pen) -> Option<PackView> {
    let life = pack.parts.first()?.life;
    let into_the_usual = |part: &PackPart| part.pot.as_ref().is_none_or(|pot| *pot == top_ups.pot);
    if !pack.parts.iter().all(|part| part.life == life && into_the_usual(part)) {
        return None;
    }
    let amount = pack.parts.iter().try_fold(Credits::ZERO, |sum, part| sum.plus(part.amount).ok())?;
    Some(PackView {
        name: pack.name.clone(),
        amount: pen.exact(amount),
        cost: pack.price.map(money).unwrap_or_default(),
        ends: ends(life.filter(|life| *life != top_ups.life), pen)?,
    })
}

/// The last day as it is typed; empty where the terms say it. A life that hangs on a renewal cannot be typed.
fn ends(life: Option<Life>, pen: &Pen) -> Option<String> {
    match life {
        None => Some(String::new()),
        Some(Life::Forever) => Some("never".to_owned()),
        Some(Life::For(interval)) => Some(date(pen.date_of(moved(pen.now, pen.zone, interval)))),
        Some(Life::UntilRenewal | Life::Cycles(_) | Life::FromRenewal(_)) => None,
    }
}
