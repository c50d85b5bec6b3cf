//! Why a lot is there.

use runout_core::credits::Credits;
use runout_core::facts::{EntryId, Fact};
use runout_core::ledger::{GrantedBy, LotBalance, What};
use runout_core::outlook::Outlook;
use runout_core::terms::{Cadence, Trigger};

use crate::views::pen::Pen;
use crate::views::plan::money;
use crate::views::titles;

/// "Granted by the renewal of Sun 15 Nov.", "Bought on Thu 3 Dec for 12 EUR."
pub(super) fn why(lot: &LotBalance, outlook: &Outlook<'_>, pen: &Pen) -> String {
    let day = pen.day_of(lot.starts);
    match lot.by {
        GrantedBy::Plan => by_the_plan(lot, outlook, pen),
        GrantedBy::Change => format!("Granted by the new terms of {day}{}.", carried(lot, outlook, pen)),
        GrantedBy::Reset => format!("Added by the renewal of {day}, which keeps a minimum."),
        GrantedBy::Entry(entry) => by_hand(entry, &day, outlook),
        GrantedBy::Trigger(spend) => called_for(lot, spend, outlook, pen),
        GrantedBy::AutoRefill(spend) => {
            format!("Bought by the service on {day}: {} would have left too little.", title(spend, outlook))
        }
        GrantedBy::Bank => moved_in(lot, outlook, pen),
        GrantedBy::Check(_) => format!("A gain of the balance check of {day}, which showed more than was there."),
    }
}

fn by_the_plan(lot: &LotBalance, outlook: &Outlook<'_>, pen: &Pen) -> String {
    let day = pen.day_of(lot.starts);
    let carried = carried(lot, outlook, pen);
    let renewed = outlook.ledger.cycles().iter().any(|cycle| cycle.start == lot.starts);
    match () {
        () if lot.starts == outlook.facts.service.start => format!("There as the book began, on {day}{carried}."),
        () if renewed => format!("Granted by the renewal of {day}{carried}."),
        () => format!("Granted by the plan on {day}{carried}."),
    }
}

/// ", and carried over the renewal of Sun 15 Nov", ", and carried over 3 renewals, the last on Sun 15 Nov".
fn carried(lot: &LotBalance, outlook: &Outlook<'_>, pen: &Pen) -> String {
    let last = lot.ended.map_or(Some(outlook.now), |_| lot.ends);
    let Some(last) = last else { return String::new() };
    let renewals = outlook.ledger.cycles().iter().map(|cycle| cycle.start);
    let over: Vec<_> = renewals.filter(|at| *at > lot.starts && *at <= last).collect();
    // An ended lot may have ended at the last of them.
    match (over.as_slice(), lot.ended) {
        ([], _) | (_, Some(_)) => String::new(),
        ([one], None) => format!(", and carried over the renewal of {}", pen.day_of(*one)),
        ([all @ .., last], None) => {
            format!(", and carried over {} renewals, the last on {}", all.len() + 1, pen.day_of(*last))
        }
    }
}

/// "Bought on Thu 3 Dec for 12 EUR.", "Given on Thu 3 Dec: for the outage."
fn by_hand(entry: EntryId, day: &str, outlook: &Outlook<'_>) -> String {
    let Some(Fact::Grant(grant)) = outlook.entry(entry).map(|entry| &entry.fact) else {
        return format!("Entered on {day}.");
    };
    let paid = grant.cost.map(|cost| format!(" for {}", money(cost))).unwrap_or_default();
    let note = if grant.note.is_empty() { String::new() } else { format!(": {}", grant.note) };
    format!("{} on {day}{paid}{note}.", if grant.bought { "Bought" } else { "Given" })
}

fn called_for(lot: &LotBalance, spend: EntryId, outlook: &Outlook<'_>, pen: &Pen) -> String {
    let (day, what) = (pen.day_of(lot.starts), title(spend, outlook));
    let terms = outlook.ledger.terms();
    let grant = terms.and_then(|terms| terms.pots.iter().find(|pot| pot.name == lot.pot)?.grant.as_ref());
    match grant.map(|grant| (&grant.trigger, grant.cadence)) {
        Some((Trigger::WhenEmpty(pots), _)) => {
            let names: Vec<String> = pots.iter().map(|pot| pot.0.clone()).collect();
            format!("Called for by {what} on {day}, which {} could not cover.", titles::listed(&names))
        }
        Some((_, Cadence::FirstUse { .. })) => format!("Opened by {what} on {day}, the first spend of its window."),
        _ => format!("Called for by {what} on {day}."),
    }
}

/// "Moved in from Monthly by the renewal of Sun 15 Nov."
fn moved_in(lot: &LotBalance, outlook: &Outlook<'_>, pen: &Pen) -> String {
    let moves = outlook.ledger.moments().iter().filter_map(|moment| match moment.what {
        What::Moved { from, into, amount } if into == lot.number && amount > Credits::ZERO => Some((moment.at, from)),
        _ => None,
    });
    let moves: Vec<_> = moves.collect();
    let mut from: Vec<String> =
        moves.iter().filter_map(|(_, from)| outlook.ledger.lot(*from)).map(|lot| lot.pot.0).collect();
    from.sort_unstable();
    from.dedup();
    let mut renewals: Vec<_> = moves.iter().map(|(at, _)| *at).collect();
    renewals.dedup();
    let from = titles::listed(&from);
    match renewals.as_slice() {
        [] => format!("Kept for what renewals move in, since {}.", pen.day_of(lot.starts)),
        [one] => format!("Moved in from {from} by the renewal of {}.", pen.day_of(*one)),
        [all @ .., last] => {
            format!("Moved in from {from} by {} renewals, the last on {}.", all.len() + 1, pen.day_of(*last))
        }
    }
}

fn title(spend: EntryId, outlook: &Outlook<'_>) -> String {
    let title = outlook.entry(spend).and_then(|entry| titles::of_spend(entry, outlook.actions));
    title.unwrap_or_else(|| "a spend".to_owned())
}
