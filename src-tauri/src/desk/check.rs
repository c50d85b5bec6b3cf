//! Balance checks.

use runout_book::{Because, NewCheck, Refused};
use runout_core::actions::{ActionId, Key};
use runout_core::credits::Credits;
use runout_core::facts::EntryId;
use runout_core::reconcile::{Finding, Gain, Guess, find};
use runout_core::terms::PotName;
use runout_core::words;

use super::Desk;
use super::told::Told;
use crate::refusal::{of_refused, refusal};
use crate::views::check::{self, preview};
use crate::views::pen::Pen;
use crate::wire::{CheckPreview, CheckReason, CheckSpend, Counter, Refusal};

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
    pub fn check(&mut self, counter: &Counter) -> Result<(Told, Found), Refusal> {
        let pen = self.pen()?;
        let new = read(counter, &pen)?;
        let (at, shown) = (new.at, new.shown);
        let book = self.book()?;
        let finding = find(book.facts(), &preview::shown_by(&new))?;
        let start = book.facts().service.start;
        let change = self.change(|book, now| book.check(&new, None, now))?;
        let words = if at < start { check::before_the_book(shown, &pen) } else { check::found(shown, &finding, &pen) };
        let finding = (at >= start).then_some(finding);
        Ok((Told::change(&change, words), Found { entry: change.entry, shown, finding }))
    }

    /// Notes what the service shows, and what the difference was, in one step.
    ///
    /// # Errors
    /// A refusal at the field that cannot be read, where the reason holds no longer, and what the journey refuses.
    pub fn check_because(&mut self, counter: &Counter, reason: &CheckReason) -> Result<Told, Refusal> {
        let pen = self.pen()?;
        let new = read(counter, &pen)?;
        let finding = find(self.book()?.facts(), &preview::shown_by(&new))?;
        let because = because(reason, &finding, &pen).ok_or_else(moved_on)?;
        let change = self.change(|book, now| book.check(&new, Some(&because), now))?;
        self.tell_with_left(&change)
    }

    /// What a balance would mean, while it is typed.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn preview_check(&mut self, counter: &Counter) -> Result<CheckPreview, Refusal> {
        self.outlook(|outlook, pen| {
            let nothing = preview::nothing_yet(outlook, counter.pot.as_deref(), pen);
            match read(counter, pen) {
                Ok(new) => preview::preview(outlook, &new, nothing, pen),
                Err(refusal) => {
                    let untyped = counter.amount.trim().is_empty() && refusal.field.as_deref() == Some("amount");
                    Ok(CheckPreview { refusal: (!untyped).then_some(refusal), ..nothing })
                }
            }
        })
    }
}

/// Reads what was typed: as of now where nothing else is said.
fn read(counter: &Counter, pen: &Pen) -> Result<NewCheck, Refusal> {
    let on = counter.on.trim();
    let (at, date_only) = if on.is_empty() || on.eq_ignore_ascii_case("now") {
        (pen.now, false)
    } else {
        let when = words::read_when(on, pen.now, pen.zone).map_err(|error| Refusal::from(error).at("on"))?;
        (when.at, when.date_only)
    };
    if at > pen.now {
        return Err(of_refused(&Refused::LaterThanNow { at }, pen).at("on"));
    }
    let shown = words::read_balance(&counter.amount, pen.decimals, &pen.figures);
    let shown = shown.map_err(|error| Refusal::from(error).at("amount"))?;
    Ok(NewCheck { at, date_only, shown, pot: counter.pot.clone().map(PotName) })
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
