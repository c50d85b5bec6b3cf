//! `check`: what the counter shows, what that finds, and what it was most likely.

use runout_core::reconcile::Finding;

use super::changes;
use super::reply::Reply;
use super::words;
use crate::desk::Desk;
use crate::refusal::refusal;
use crate::views::check::offers;
use crate::views::pen::Pen;
use crate::views::promised;
use crate::wire::{CheckOffer, CheckReason, Counter, Refusal};

/// `check`.
pub(super) fn check(desk: &mut Desk, typed: &words::Check) -> Result<Reply, Refusal> {
    let on = typed.on.clone().unwrap_or_default();
    let pen = desk.pen()?;
    let pot = typed.pot.as_deref().map(|name| desk.pot_called(name, &pen)).transpose()?.map(|pot| pot.0);
    let counter = Counter { amount: typed.amount.clone(), on, pot };
    match typed.because {
        Some(number) => because(desk, &counter, number),
        None => noted(desk, &counter, &pen),
    }
}

/// The check alone, with what it was most likely.
fn noted(desk: &mut Desk, counter: &Counter, pen: &Pen) -> Result<Reply, Refusal> {
    let (told, found) = desk.check(counter)?;
    let document = promised::check(&found, desk.book()?.actions(), pen);
    let mut words = vec![told.words.to_string()];
    if let Some(finding) = &found.finding {
        words.extend(guesses(desk, finding, pen)?);
    }
    Ok(Reply::new(&document, words.join("\n")))
}

/// The check and what it was, in one step: the one that has this number where the check prints them.
fn because(desk: &mut Desk, counter: &Counter, number: usize) -> Result<Reply, Refusal> {
    let preview = desk.preview_check(counter)?;
    if let Some(refusal) = preview.refusal {
        return Err(refusal);
    }
    let meant = number.checked_sub(1).and_then(|place| preview.offers.get(place));
    let reason = meant.map(|offer| offer.reason.clone()).ok_or_else(|| none_of_them(preview.offers.len()))?;
    let told = desk.check_because(counter, &reason)?;
    changes::changed(desk, &told)
}

fn none_of_them(offered: usize) -> Refusal {
    let words = match offered {
        0 => "Nothing explains this check. Note it without --because.".to_owned(),
        1 => "One thing explains this check. Say --because 1.".to_owned(),
        offered => format!("{offered} things may explain this check. Say --because with a number from 1 to {offered}."),
    };
    refusal("no_such_explanation", words).at("because")
}

/// What it was, most likely: a line each, with the number that takes it, and how.
fn guesses(desk: &Desk, found: &Finding, pen: &Pen) -> Result<Vec<String>, Refusal> {
    let book = desk.book()?;
    let offers = offers(found, book.facts(), book.actions(), pen);
    if offers.is_empty() {
        return Ok(Vec::new());
    }
    let head = "What was it, most likely? None of it is done yet.".to_owned();
    let how = "To say which: runout undo, then the same check with --because and its number.".to_owned();
    let lines = offers.iter().zip(1..).map(|(offer, number)| line(offer, number));
    Ok(std::iter::once(head).chain(lines).chain([how]).collect())
}

/// "  1. 3 LTXV Turbo, 5 s, silent: 255 (45 %)".
fn line(offer: &CheckOffer, number: usize) -> String {
    let CheckOffer { words, meaning, chance, reason } = offer;
    let chance = chance.as_ref().map(|chance| format!(" ({chance})")).unwrap_or_default();
    let command = if *reason == CheckReason::NotComeYet { " Now: runout shift --not-yet." } else { "" };
    format!("  {number}. {words}: {meaning}{chance}{command}")
}
