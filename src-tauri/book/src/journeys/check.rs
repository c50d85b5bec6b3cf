//! Note what the service's own counter shows.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{Check, Fact, Grant, Spend, SpendState};
use runout_core::reconcile::{Gain, Guess};
use runout_core::terms::PotName;

use super::refund::{at_most, refunded_of, take_back};
use super::spend::{can_be, not_later};
use super::top_up::{can_be_granted, has_pot};
use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::naming;
use crate::transact::{Change, Work};

/// A balance check to be noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCheck {
    /// When; not after now.
    pub at: Instant,
    /// Whether only a date was typed.
    pub date_only: bool,
    /// What it showed; it may be below 0.
    pub shown: Credits,
    /// One pot, or everything.
    pub pot: Option<PotName>,
}

/// What the user says that a check's difference was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// These spends were not logged.
    Spends(Vec<Guess>),
    /// This one entry was not made.
    Entry(Gain),
}

impl Book {
    /// Notes a balance check: it re-anchors the ledger. What it found is the ledger's to say, by the change's entry.
    ///
    /// With a reason it makes the reason's entries too, just before the check, in the same step. Spends among them are
    /// guesses: their figures are marked as estimates, so that they teach no prices.
    ///
    /// # Errors
    /// [`Refused::LaterThanNow`], [`Refused::NoSuchPot`]; what the reason's own journey refuses.
    pub fn check(&mut self, new: &NewCheck, because: Option<&Because>, now: Instant) -> Result<Change, JourneyError> {
        let NewCheck { at, date_only, shown, pot } = new;
        self.transact(now, |work| {
            let check = Check { shown: *shown, pot: pot.clone(), of_spend: None };
            can_be_noted(work, &check, *at, now)?;
            let mut named = vec![naming::check(&check, work.contents)];
            for fact in because.map(facts).unwrap_or_default() {
                named.push(naming::fact(&fact, work.contents));
                explain(work, fact, *at)?;
            }
            let id = work.add(*at, *date_only, &Fact::Check(check))?;
            Ok(Change::of(format!("noted {}", named.join(" and ")), id))
        })
    }
}

/// Whether a check can be stored as it is.
pub(super) fn can_be_noted(work: &Work<'_>, check: &Check, at: Instant, now: Instant) -> Result<(), Refused> {
    not_later(at, now)?;
    check.pot.as_ref().map_or(Ok(()), |pot| has_pot(work, pot, at))
}

/// The entries that a reason makes.
fn facts(because: &Because) -> Vec<Fact> {
    match because {
        Because::Spends(guesses) => guesses.iter().map(|guess| Fact::Spend(guessed(guess))).collect(),
        Because::Entry(gain) => vec![entry(gain)],
    }
}

fn guessed(guess: &Guess) -> Spend {
    Spend {
        key: Some(guess.key.clone()),
        count: guess.count,
        credits: guess.credits,
        estimated: true,
        derived: false,
        tags: Vec::new(),
        note: String::new(),
        state: SpendState::Charged,
        verdict: None,
    }
}

fn entry(gain: &Gain) -> Fact {
    match *gain {
        Gain::NotComeYet(renewal) => Fact::Shift { renewal, to: None },
        // When exactly is not known: by the check it was there.
        Gain::CameLate { renewal, by } => Fact::Shift { renewal, to: Some(by) },
        Gain::CameEarly(_) => Fact::Renewal { moves_anchor: true },
        Gain::Refund { of, amount } => Fact::Refund { of, amount },
        Gain::Grant(amount) => {
            let (pot, until, cost) = (None, None, None);
            Fact::Grant(Grant { amount, pot, until, bought: false, cost, note: String::new() })
        }
    }
}

/// Makes an entry at the check's instant: whatever moves credits comes before a check there. Of a guessed spend only
/// the day is told.
fn explain(work: &mut Work<'_>, fact: Fact, at: Instant) -> Result<(), JourneyError> {
    match &fact {
        Fact::Spend(spend) => can_be(work, spend, None)?,
        Fact::Grant(grant) => can_be_granted(work, grant, at)?,
        Fact::Refund { of, amount } => {
            let already = refunded_of(work.contents, *of);
            at_most(work.contents, *of, already, *amount)?;
            return take_back(work, *of, *amount, at);
        }
        _ => {}
    }
    work.add(at, matches!(fact, Fact::Spend(_)), &fact)?;
    Ok(())
}
