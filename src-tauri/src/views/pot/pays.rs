//! What a pot and its lots will pay, and when.

use runout_book::terms_document::phrases::interval_text;
use runout_core::credits::Credits;
use runout_core::ledger::{LotBalance, PotBalance};
use runout_core::outlook::{Mark, Outlook, Text};
use runout_core::terms::{Cadence, DayLimit, GrantTerms, Pays, PotTerms, Trigger, WhileLapsed, WithinRank};

use crate::views::pen::Pen;
use crate::views::plan::lapses_ahead;
use crate::views::titles::{counted, listed};

/// "Pays first, before Top-ups. Only Veo 3. At most 50 a day … Nothing rolls over."
pub(super) fn of_pot(balance: &PotBalance, outlook: &Outlook<'_>, pen: &Pen) -> Text {
    let terms = outlook.ledger.terms().and_then(|terms| terms.pots.iter().find(|pot| pot.name == balance.pot));
    let mut sentences = vec![order(balance, outlook)];
    if let Some(terms) = terms {
        sentences.extend(only(&terms.pays, outlook));
        sentences.extend(terms.grant.as_ref().and_then(|grant| comes(grant, pen)));
        sentences.extend(terms.day_limit.as_ref().map(|limit| a_day(limit, pen)));
        sentences.extend(outlook.carry_of(terms));
        sentences.extend(while_lapsed(terms));
    }
    let text = Text::plain(sentences.join(" "));
    let text = aside(text, balance.withheld, "in it are withheld today by that limit", pen);
    let text = aside(text, balance.frozen, "in it are frozen, until the plan goes on", pen);
    text.join(lapses_ahead(outlook, balance))
}

/// " 120 more in it are withheld today by that limit.", where there are any.
fn aside(text: Text, credits: Credits, why: &str, pen: &Pen) -> Text {
    if credits.is_zero() {
        return text;
    }
    text.say(" ").then(Mark::Fact, pen.exact(credits)).say(format!(" {why}."))
}

/// "Pays first, before Top-ups.", "Pays after Monthly.", "Pays beside Daily: the credits that end soonest first."
fn order(balance: &PotBalance, outlook: &Outlook<'_>) -> String {
    let others: Vec<&PotBalance> = outlook.ledger.pots().iter().filter(|pot| pot.pot != balance.pot).collect();
    let those = |chosen: fn(u16, u16) -> bool| -> Vec<String> {
        others.iter().filter(|pot| chosen(pot.rank, balance.rank)).map(|pot| pot.pot.0.clone()).collect()
    };
    let (before, beside, after) =
        (those(|one, own| one < own), those(|one, own| one == own), those(|one, own| one > own));
    let within = outlook.ledger.terms().map(|terms| terms.within_rank).unwrap_or_default();
    let soonest = match within {
        WithinRank::SoonestEnd => "the credits that end soonest",
        WithinRank::Oldest => "the oldest credits",
    };
    let beside = match beside.as_slice() {
        [] => String::new(),
        names => format!(" beside {}, {soonest} first", listed(names)),
    };
    match (before.as_slice(), after.as_slice()) {
        ([], []) if beside.is_empty() => "The only pot: it pays whatever is spent.".to_owned(),
        ([], []) => format!("Pays{beside}."),
        ([], after) if beside.is_empty() => format!("Pays first, before {}.", listed(after)),
        ([], after) => format!("Pays before {},{beside}.", listed(after)),
        (before, _) => format!("Pays after {}{}{beside}.", listed(before), if beside.is_empty() { "" } else { "," }),
    }
}

/// "Pays for Veo 3 and Veo 3 Fast only."
fn only(pays: &Pays, outlook: &Outlook<'_>) -> Option<String> {
    let Pays::Only(ids) = pays else { return None };
    let name = |id: &String| {
        let found = outlook.actions.iter().find(|action| action.id.0.eq_ignore_ascii_case(id));
        found.map_or_else(|| id.clone(), |action| action.name.clone())
    };
    let names: Vec<String> = ids.iter().map(name).collect();
    Some(format!("For {} only.", listed(&names)))
}

/// What lets its grant come, where that is not the calendar alone, and what its ceiling is.
fn comes(grant: &GrantTerms, pen: &Pen) -> Option<String> {
    let trigger = match (&grant.trigger, grant.cadence) {
        (Trigger::WhenEmpty(pots), _) => {
            let names: Vec<String> = pots.iter().map(|pot| pot.0.clone()).collect();
            Some(format!("It comes when {} cannot cover a spend.", listed(&names)))
        }
        (_, Cadence::FirstUse { window }) => Some(format!("Its first spend opens it for {}.", interval_text(window))),
        _ => None,
    };
    let ceiling = grant.ceiling.map(|ceiling| {
        format!("At most {} of it can be taken within {}.", pen.exact(ceiling.amount), interval_text(ceiling.every))
    });
    let sentences: Vec<String> = [trigger, ceiling].into_iter().flatten().collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn a_day(limit: &DayLimit, pen: &Pen) -> String {
    let (amount, time) = (pen.exact(limit.amount), limit.from.time.format("%H:%M"));
    format!("At most {amount} a day can be taken; the day begins at {time}, {} time.", limit.from.zone.name())
}

fn while_lapsed(terms: &PotTerms) -> Option<String> {
    match terms.while_lapsed {
        WhileLapsed::Usable => None,
        WhileLapsed::Frozen => Some("It pays only while the plan runs; its ends come all the same.".to_owned()),
        WhileLapsed::FrozenAndHeld => Some("It pays only while the plan runs, and its ends wait as long.".to_owned()),
    }
}

/// "Pays next.", "Pays after 2 other lots.", "Used up."
pub(super) fn of_lot(lot: &LotBalance, pot: &PotBalance, outlook: &Outlook<'_>, pen: &Pen) -> String {
    if let Some(since) = lot.frozen {
        return format!(
            "Frozen since {}, when the plan ended: it pays again when the plan goes on.",
            pen.day_of(since)
        );
    }
    if lot.left.is_zero() {
        return "Used up.".to_owned();
    }
    if pot.left.is_zero() && !pot.withheld.is_zero() {
        return "Withheld today: the limit of the day is reached.".to_owned();
    }
    match outlook.ledger.burn_order().position(|other| other.number == lot.number) {
        Some(0) => "Pays next.".to_owned(),
        Some(before) => format!("Pays after {}.", counted(before, "other lot")),
        None => String::new(),
    }
}
