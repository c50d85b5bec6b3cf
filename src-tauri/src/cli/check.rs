//! `check`: what the counter shows, what that finds, and what it was most likely.

use runout_core::reconcile::Finding;
use runout_core::words::chance;

use super::reply::Reply;
use super::words;
use crate::desk::Desk;
use crate::views::check::{gain_words, spends_words};
use crate::views::pen::Pen;
use crate::views::promised;
use crate::wire::{Counter, Refusal};

/// `check`.
pub(super) fn check(desk: &mut Desk, typed: &words::Check) -> Result<Reply, Refusal> {
    let on = typed.on.clone().unwrap_or_default();
    let pen = desk.pen()?;
    let pot = typed.pot.as_deref().map(|name| desk.pot_called(name, &pen)).transpose()?.map(|pot| pot.0);
    let (told, found) = desk.check(&Counter { amount: typed.amount.clone(), on, pot })?;
    let document = promised::check(&found, desk.book()?.actions(), &pen);
    let mut words = vec![told.words.to_string()];
    if let Some(finding) = &found.finding {
        words.extend(guesses(desk, finding, &pen)?);
    }
    Ok(Reply::new(&document, words.join("\n")))
}

/// What it was, most likely: a line each.
fn guesses(desk: &Desk, found: &Finding, pen: &Pen) -> Result<Vec<String>, Refusal> {
    let book = desk.book()?;
    let explained = found.explanations.iter().map(|one| {
        let (spends, figures) = spends_words(one, book.actions(), pen);
        format!("  {spends}: {figures} ({})", chance(one.weight))
    });
    let gained = found.gains.iter().map(|one| {
        let (entry, meaning) = gain_words(one, book.facts(), book.actions(), pen);
        format!("  {entry}: {meaning}")
    });
    let lines: Vec<String> = explained.chain(gained).collect();
    let head = (!lines.is_empty()).then(|| "What was it, most likely?".to_owned());
    Ok(head.into_iter().chain(lines).collect())
}
