//! What a balance would mean, while it is typed.

use runout_book::NewCheck;
use runout_core::credits::Credits;
use runout_core::facts::{Check, Fact};
use runout_core::forecast::Forecast;
use runout_core::outlook::{Mark, Outlook, Text};
use runout_core::reconcile::{Finding, Shown, find};

use super::{before_the_book, offers, one, size};
use crate::views::pen::{Pen, spans};
use crate::wire::{CheckPreview, Refusal};

/// Before a figure is typed: what Runout has, and of which pots it can be told.
pub fn nothing_yet(outlook: &Outlook<'_>, pot: Option<&str>, pen: &Pen) -> CheckPreview {
    let pots: Vec<String> = outlook.ledger.pots().iter().map(|one| one.pot.0.clone()).collect();
    let has = match pot {
        None => Some(outlook.ledger.balance()),
        Some(pot) => outlook.ledger.pots().iter().find(|one| one.pot.0 == pot).map(|one| one.left),
    };
    CheckPreview {
        shown: None,
        has: has.map(|has| pen.exact(has)),
        pots: if pots.len() > 1 { pots } else { Vec::new() },
        refusal: None,
        words: Vec::new(),
        side: None,
        question: None,
        offers: Vec::new(),
        outcome: Vec::new(),
        narrows: None,
    }
}

/// A check, before it is noted.
pub fn shown_by(new: &NewCheck) -> Shown<'_> {
    Shown { at: new.at, credits: new.shown, pot: new.pot.as_ref() }
}

/// What a check would find, and what that was most likely.
///
/// # Errors
/// A refusal where the ledger cannot be reckoned.
pub fn preview(
    outlook: &Outlook<'_>,
    new: &NewCheck,
    nothing: CheckPreview,
    pen: &Pen,
) -> Result<CheckPreview, Refusal> {
    let shown = Some(pen.amount(new.shown));
    if new.at < outlook.facts.service.start {
        let words = spans(&before_the_book(new.shown, pen));
        return Ok(CheckPreview { shown, words, side: Some("before".to_owned()), ..nothing });
    }
    let found = find(outlook.facts, &shown_by(new))?;
    let missing = size(found.difference);
    let has = Has { found: &found, now: new.at == outlook.now, pen };
    let (side, words, outcome) = match found.difference.units().signum() {
        0 => ("equal", Text::plain("The same as Runout."), Text::default()),
        -1 => ("less", has.less(missing), left_unlogged(new.shown, missing, pen)),
        _ => ("more", has.more(missing), kept_as_gain()),
    };
    let offers = offers(&found, outlook.facts, outlook.actions, pen);
    Ok(CheckPreview {
        shown,
        words: spans(&words),
        side: Some(side.to_owned()),
        question: (!offers.is_empty()).then(|| "What was it, most likely?".to_owned()),
        offers,
        outcome: spans(&outcome),
        narrows: narrows(outlook, new),
        ..nothing
    })
}

/// What Runout has, in words.
struct Has<'a> {
    found: &'a Finding,
    /// Whether it is about now.
    now: bool,
    pen: &'a Pen,
}

impl Has<'_> {
    /// "Runout has 6,262, so 2,010 were not logged since Tue 1 Dec, 18:20."
    fn less(&self, missing: Credits) -> Text {
        let since = self.found.since.map(|at| format!(" since {}", self.pen.moment(at))).unwrap_or_default();
        let was = if missing == one(self.pen) { "was" } else { "were" };
        let verb = if self.now { "has" } else { "had" };
        Text::plain(format!("Runout {verb} "))
            .say(self.pen.exact(self.found.computed))
            .say(if self.now { ", so " } else { " then, so " })
            .fact(self.pen.exact(missing))
            .say(format!(" {was} not logged{since}."))
    }

    /// "1,750 more than Runout has."
    fn more(&self, gained: Credits) -> Text {
        let than = if self.now { " more than Runout has." } else { " more than Runout had then." };
        Text::default().fact(self.pen.exact(gained)).say(than)
    }
}

fn left_unlogged(shown: Credits, missing: Credits, pen: &Pen) -> Text {
    Text::plain("Leave all ").fact(pen.exact(missing)).say(" as unlogged.").then(
        Mark::Quiet,
        format!(" Counts for your pace, never for prices. Log it later, and the balance stays {}.", pen.exact(shown)),
    )
}

fn kept_as_gain() -> Text {
    Text::plain("I do not know yet.").then(
        Mark::Quiet,
        " It is kept as it is, and does not outlive the renewal. Log a refund or a grant when you know, and the balance stays.",
    )
}

/// "Checking now narrows the run-out from 9 days to 3", when it does by a third or more.
fn narrows(outlook: &Outlook<'_>, new: &NewCheck) -> Option<String> {
    let before = width(outlook.forecast.as_ref()?)?;
    let check = Check { shown: new.shown, pot: new.pot.clone(), of_spend: None };
    let facts = outlook.facts.with(new.at, Fact::Check(check));
    let then = Outlook::of(&facts, outlook.actions, outlook.now, outlook.figures, &outlook.ask).ok()?;
    let after = width(then.forecast.as_ref()?)?;
    let days = |days: usize| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    (before >= 2 && after * 3 <= before * 2)
        .then(|| format!("Checking now narrows the run-out from {} to {after}.", days(before)))
}

/// How many days lie between the early and the late end of the run-out.
fn width(forecast: &Forecast) -> Option<usize> {
    let run_out = &forecast.run_out;
    Some(run_out.p90? - run_out.p10?)
}
