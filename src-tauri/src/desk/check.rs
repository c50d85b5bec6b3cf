//! Balance checks.

use runout_book::NewCheck;
use runout_core::credits::Credits;
use runout_core::facts::{Check, EntryId, Fact};
use runout_core::forecast::Forecast;
use runout_core::outlook::{Mark, Outlook, Text};
use runout_core::reconcile::{Finding, Shown, find};
use runout_core::terms::PotName;
use runout_core::words;

use super::Desk;
use super::told::Told;
use crate::views::check::{self, one, size};
use crate::views::pen::{Pen, spans};
use crate::wire::{CheckPreview, Refusal};

/// What a check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The check's entry.
    pub entry: Option<EntryId>,
    /// What the service showed.
    pub shown: Credits,
    /// What that means; before the book's start nothing.
    pub finding: Option<Finding>,
}

impl Desk {
    /// Notes what the service shows: now or when said, of everything or of one pot. What it found, too; before the book’s
    /// start it finds nothing.
    ///
    /// # Errors
    /// A refusal at the field that cannot be read, and what the journey refuses.
    pub fn check(&mut self, amount: &str, on: Option<&str>, pot: Option<&str>) -> Result<(Told, Found), Refusal> {
        let pen = self.pen()?;
        let shown = read_shown(amount, &pen)?;
        let (at, date_only) = match on {
            Some(text) => {
                let when = words::read_when(text, pen.now, pen.zone).map_err(|error| Refusal::from(error).at("on"))?;
                (when.at, when.date_only)
            }
            None => (pen.now, false),
        };
        let new = NewCheck { at, date_only, shown, pot: pot.map(|pot| PotName(pot.to_owned())) };
        let book = self.book()?;
        let finding = find(book.facts(), &Shown { at, credits: shown, pot: new.pot.as_ref() })?;
        let start = book.facts().service.start;
        let change = self.change(|book, now| book.check(&new, now))?;
        let words = if at < start { check::before_the_book(shown, &pen) } else { check::found(shown, &finding, &pen) };
        let finding = (at >= start).then_some(finding);
        Ok((Told::change(&change, words), Found { entry: change.entry, shown, finding }))
    }

    /// What a balance would mean, while it is typed.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn preview_check(&mut self, amount: &str) -> Result<CheckPreview, Refusal> {
        self.outlook(|outlook, pen| {
            Ok(match read_shown(amount, pen) {
                Ok(shown) => preview(outlook, shown, pen),
                Err(refusal) => CheckPreview {
                    shown: None,
                    refusal: (!amount.trim().is_empty()).then_some(refusal),
                    words: Vec::new(),
                    side: None,
                    outcome: Vec::new(),
                    narrows: None,
                },
            })
        })
    }
}

fn read_shown(amount: &str, pen: &Pen) -> Result<Credits, Refusal> {
    words::read_balance(amount, pen.decimals, &pen.figures).map_err(|error| Refusal::from(error).at("amount"))
}

fn preview(outlook: &Outlook<'_>, shown: Credits, pen: &Pen) -> CheckPreview {
    let computed = outlook.ledger.balance();
    let difference = shown.minus(computed).unwrap_or_default();
    let (side, words, outcome) = match difference.units().signum() {
        0 => ("equal", Text::plain("The same as Runout."), Text::default()),
        -1 => ("less", less(outlook, computed, size(difference), pen), left_unlogged(shown, size(difference), pen)),
        _ => ("more", more(difference, pen), kept_as_gain()),
    };
    CheckPreview {
        shown: Some(pen.amount(shown)),
        refusal: None,
        words: spans(&words),
        side: Some(side.to_owned()),
        outcome: spans(&outcome),
        narrows: narrows(outlook, shown),
    }
}

/// "Runout has 6,262, so 2,010 were not logged since Tue 1 Dec, 18:20."
fn less(outlook: &Outlook<'_>, computed: Credits, missing: Credits, pen: &Pen) -> Text {
    let since = outlook.confirmed().map(|check| words::moment(check.at, pen.zone, pen.today, &pen.figures));
    let since = since.map(|since| format!(" since {since}")).unwrap_or_default();
    Text::plain("Runout has ")
        .say(pen.exact(computed))
        .say(", so ")
        .fact(pen.exact(missing))
        .say(format!(" {} not logged{since}.", if missing == one(pen) { "was" } else { "were" }))
}

fn left_unlogged(shown: Credits, missing: Credits, pen: &Pen) -> Text {
    Text::plain("Leave all ").fact(pen.exact(missing)).say(" as unlogged.").then(
        Mark::Quiet,
        format!(" Counts for your pace, never for prices. Log it later, and the balance stays {}.", pen.exact(shown)),
    )
}

fn more(gained: Credits, pen: &Pen) -> Text {
    Text::default().fact(pen.exact(gained)).say(" more than Runout has.")
}

fn kept_as_gain() -> Text {
    Text::plain("Take it as it is.").then(
        Mark::Quiet,
        " A refund, a grant or a renewal may be missing: log it when you know, and the balance stays. Until then it does not outlive the renewal.",
    )
}

/// "Checking now narrows the run-out from 9 days to 3", when it does by a third or more.
fn narrows(outlook: &Outlook<'_>, shown: Credits) -> Option<String> {
    let before = width(outlook.forecast.as_ref()?)?;
    let facts = outlook.facts.with(outlook.now, Fact::Check(Check { shown, pot: None, of_spend: None }));
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
