//! Balance checks.

use runout_book::{Because, NewCheck};
use runout_core::actions::{ActionId, Key};
use runout_core::credits::Credits;
use runout_core::facts::{Check, EntryId, Fact};
use runout_core::forecast::Forecast;
use runout_core::outlook::{Mark, Outlook, Text};
use runout_core::reconcile::{Finding, Gain, Guess, Shown, find};
use runout_core::terms::PotName;
use runout_core::words;

use super::Desk;
use super::told::Told;
use crate::refusal::refusal;
use crate::views::check::{self, one, size};
use crate::views::pen::{Pen, spans};
use crate::wire::{CheckPreview, CheckReason, CheckSpend, Refusal};

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
        let change = self.change(|book, now| book.check(&new, None, now))?;
        let words = if at < start { check::before_the_book(shown, &pen) } else { check::found(shown, &finding, &pen) };
        let finding = (at >= start).then_some(finding);
        Ok((Told::change(&change, words), Found { entry: change.entry, shown, finding }))
    }

    /// Notes what the service shows now, and what the difference was, in one step.
    ///
    /// # Errors
    /// A refusal at the field that cannot be read, where the reason holds no longer, and what the journey refuses.
    pub fn check_because(&mut self, amount: &str, reason: &CheckReason) -> Result<Told, Refusal> {
        let pen = self.pen()?;
        let shown = read_shown(amount, &pen)?;
        let finding = find(self.book()?.facts(), &Shown { at: pen.now, credits: shown, pot: None })?;
        let because = because(reason, &finding, &pen).ok_or_else(moved_on)?;
        let new = NewCheck { at: pen.now, date_only: false, shown, pot: None };
        let change = self.change(|book, now| book.check(&new, Some(&because), now))?;
        self.tell_with_left(&change)
    }

    /// What a balance would mean, while it is typed.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn preview_check(&mut self, amount: &str) -> Result<CheckPreview, Refusal> {
        self.outlook(|outlook, pen| {
            Ok(match read_shown(amount, pen) {
                Ok(shown) => preview(outlook, shown, pen)?,
                Err(refusal) => CheckPreview {
                    shown: None,
                    refusal: (!amount.trim().is_empty()).then_some(refusal),
                    words: Vec::new(),
                    side: None,
                    question: None,
                    offers: Vec::new(),
                    outcome: Vec::new(),
                    narrows: None,
                },
            })
        })
    }
}

/// The reason as the journey takes it; none where the book has moved on since it was offered.
fn because(reason: &CheckReason, finding: &Finding, pen: &Pen) -> Option<Because> {
    let is_meant = |gain: &&Gain| match reason {
        CheckReason::Spends { .. } => false,
        CheckReason::Refund { of } => matches!(gain, Gain::Refund { of: spend, .. } if spend.0 == *of),
        CheckReason::Grant => matches!(gain, Gain::Grant(_)),
        CheckReason::CameEarly => matches!(gain, Gain::CameEarly(_)),
        CheckReason::CameLate => matches!(gain, Gain::CameLate { .. }),
        CheckReason::NotComeYet => matches!(gain, Gain::NotComeYet(_)),
    };
    let CheckReason::Spends { spends } = reason else {
        return finding.gains.iter().find(is_meant).cloned().map(Because::Entry);
    };
    let guess = |spend: &CheckSpend| {
        let key = Key { action: ActionId(spend.action.clone()), settings: spend.settings.clone() };
        Some(Guess { key, count: spend.count, credits: pen.credits(spend.credits)? })
    };
    spends.iter().map(guess).collect::<Option<_>>().map(Because::Spends)
}

fn moved_on() -> Refusal {
    refusal("check_moved_on", "The book has changed meanwhile. Type the figure again.").at("amount")
}

fn read_shown(amount: &str, pen: &Pen) -> Result<Credits, Refusal> {
    words::read_balance(amount, pen.decimals, &pen.figures).map_err(|error| Refusal::from(error).at("amount"))
}

fn preview(outlook: &Outlook<'_>, shown: Credits, pen: &Pen) -> Result<CheckPreview, Refusal> {
    let found = find(outlook.facts, &Shown { at: outlook.now, credits: shown, pot: None })?;
    let missing = size(found.difference);
    let (side, words, outcome) = match found.difference.units().signum() {
        0 => ("equal", Text::plain("The same as Runout."), Text::default()),
        -1 => ("less", less(outlook, found.computed, missing, pen), left_unlogged(shown, missing, pen)),
        _ => ("more", more(missing, pen), kept_as_gain()),
    };
    let offers = check::offers(&found, outlook.facts, outlook.actions, pen);
    Ok(CheckPreview {
        shown: Some(pen.amount(shown)),
        refusal: None,
        words: spans(&words),
        side: Some(side.to_owned()),
        question: (!offers.is_empty()).then(|| "What was it, most likely?".to_owned()),
        offers,
        outcome: spans(&outcome),
        narrows: narrows(outlook, shown),
    })
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
    Text::plain("I do not know yet.").then(
        Mark::Quiet,
        " It is kept as it is, and does not outlive the renewal. Log a refund or a grant when you know, and the balance stays.",
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
