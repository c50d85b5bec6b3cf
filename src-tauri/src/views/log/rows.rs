//! A spend and a balance check, written out.

use runout_core::credits::Credits;
use runout_core::entry::{EntryDesk, LineWhen, line_of};
use runout_core::facts::{Check, Entry, Fact, Spend, Verdict};
use runout_core::ledger::CheckOutcome;
use runout_core::outlook::Outlook;
use runout_core::words::{self, generation};

use crate::views::pen::Pen;
use crate::views::promised::spend_state;
use crate::wire::LogRow;

/// A spend's row.
pub(super) fn spend(
    (entry, spend): (&Entry, &Spend),
    left: Option<Credits>,
    outlook: &Outlook<'_>,
    desk: &EntryDesk<'_>,
    pen: &Pen,
) -> LogRow {
    let credits = pen.exact(spend.credits);
    let when = LineWhen::of(entry.at, entry.date_only, pen.zone);
    LogRow::Spend {
        id: entry.id.0,
        time: time(entry, pen),
        action: spend
            .key
            .as_ref()
            .map_or_else(|| "–".to_owned(), |key| generation::name(outlook.actions, key).to_owned()),
        settings: spend.key.as_ref().map(generation::settings).unwrap_or_default(),
        count: spend.count,
        credits: if spend.estimated { format!("≈ {credits}") } else { credits },
        estimated: spend.estimated,
        left: left.map_or_else(|| "–".to_owned(), |left| pen.exact(left)),
        tags: spend.tags.clone(),
        note: spend.note.clone(),
        state: spend_state(entry, spend, &outlook.ledger).to_owned(),
        verdict: spend.verdict.map(|verdict| self::verdict(verdict).to_owned()),
        line: line_of(spend, Some(when), desk),
        paid: left.map(|_| paid(entry, spend, outlook, pen)).unwrap_or_default(),
    }
}

fn time(entry: &Entry, pen: &Pen) -> String {
    if entry.date_only {
        return String::new();
    }
    words::time(words::local(entry.at, pen.zone).time(), &pen.figures)
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Keeper => "keeper",
        Verdict::Reject => "reject",
        Verdict::Failed => "failed",
    }
}

/// "Monthly 4,000, Top-ups 1,400", "120 not covered".
fn paid(entry: &Entry, spend: &Spend, outlook: &Outlook<'_>, pen: &Pen) -> String {
    let mut pots: Vec<(&str, i64)> = Vec::new();
    for slice in outlook.ledger.slices(entry.id) {
        match pots.last_mut().filter(|(pot, _)| *pot == slice.pot.0) {
            Some(pot) => pot.1 += slice.amount.units(),
            None => pots.push((&slice.pot.0, slice.amount.units())),
        }
    }
    let amount = |units: i64| Credits::new(units).unwrap_or(spend.credits);
    let mut parts: Vec<String> =
        pots.into_iter().map(|(pot, units)| format!("{pot} {}", pen.exact(amount(units)))).collect();
    let uncovered = outlook.ledger.uncovered(entry.id);
    parts.extend((!uncovered.is_zero()).then(|| format!("{} not covered", pen.exact(uncovered))));
    parts.join(", ")
}

/// A balance check's row.
pub(super) fn check(outcome: &CheckOutcome, left: Credits, outlook: &Outlook<'_>, pen: &Pen) -> LogRow {
    let entry = outlook.entry(outcome.entry);
    let of_spend = entry.is_some_and(|entry| matches!(entry.fact, Fact::Check(Check { of_spend: Some(_), .. })));
    let lead = match &outcome.pot {
        Some(pot) => format!("Balance check of {}", pot.0),
        None if of_spend => "Balance after the spend".to_owned(),
        None => "Balance check".to_owned(),
    };
    let difference = outcome.gained.minus(outcome.unlogged).unwrap_or_default();
    LogRow::Check {
        id: outcome.entry.0,
        time: entry.map(|entry| time(entry, pen)).unwrap_or_default(),
        words: format!("{lead}: {} showed {}", outlook.facts.service.name, pen.exact(outcome.shown)),
        difference: pen.signed(difference),
        left: pen.exact(left),
        since: since(outcome, outlook, pen),
    }
}

/// "312 unlogged since Fri 27 Nov", "confirmed", "1,750 more than was logged".
fn since(outcome: &CheckOutcome, outlook: &Outlook<'_>, pen: &Pen) -> String {
    if outcome.unlogged.is_zero() && outcome.gained.is_zero() {
        return "confirmed".to_owned();
    }
    if outcome.unlogged.is_zero() {
        return format!("{} more than was logged", pen.exact(outcome.gained));
    }
    let checks = outlook.ledger.checks();
    let before = checks.iter().rev().skip_while(|check| check.entry != outcome.entry).skip(1);
    let before = before.into_iter().find(|check| check.pot.is_none() || check.pot == outcome.pot);
    let day = pen.day_of(before.map_or(outlook.facts.service.start, |check| check.at));
    format!("{} unlogged since {day}", pen.exact(outcome.unlogged))
}
