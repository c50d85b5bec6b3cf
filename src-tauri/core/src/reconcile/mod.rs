//! What a balance check's difference was, most likely.
//!
//! A gap of credits since the check before is held against the user's own kinds of line: how often each is logged,
//! what each takes (design: "Balance checks: what was not logged?"). Whatever is offered stays a guess until the user
//! takes it; the rest is unlogged.
//!
//! * [`find`]: what a check finds, and what that was most likely.
//! * [`explain`]: the likeliest sets of spends that were not logged.
//! * [`gains`]: which one entry was not made.
//! * [`check_beside`]: the check on the day of an entry without a time.

mod finding;
mod gain;
mod same_day;
mod score;
mod search;
mod usual;

#[cfg(test)]
mod tests;

pub use finding::{Finding, Shown, find};
pub use gain::{Gain, gains};
pub use same_day::{after_check, before_check, check_beside};

use crate::Instant;
use crate::actions::Key;
use crate::credits::Credits;
use crate::facts::Facts;

/// How many explanations are offered.
const OFFERED: usize = 3;

/// Credits that a check found missing, and the stretch in which they went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// How much is missing, more than 0.
    pub missing: Credits,
    /// The check before, or the book's start.
    pub from: Instant,
    /// The check that found it.
    pub to: Instant,
}

/// A spend that was perhaps not logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// What was generated.
    pub key: Key,
    /// How many pieces.
    pub count: u32,
    /// What they took, all together.
    pub credits: Credits,
}

/// A set of spends that explains a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The spends; those of one key are one.
    pub spends: Vec<Guess>,
    /// What they leave unexplained: it stays unlogged.
    pub rest: Credits,
    /// How likely it is among all that were looked at, 0 to 1.
    pub weight: f64,
}

/// The likeliest explanations of a gap, at most three, the likeliest first; none where nothing was logged yet.
pub fn explain(facts: &Facts, gap: &Gap) -> Vec<Explanation> {
    let usual = usual::lines(facts, gap);
    let picks = usual::picks(&usual, gap);
    let found = search::search(&picks, gap.missing.units());
    let mut offered: Vec<Explanation> = Vec::new();
    for one in found.iter().map(|found| found.explanation(&usual, &picks, gap)) {
        if offered.len() < OFFERED && !offered.iter().any(|other| is_one_idea(&one, other)) {
            offered.push(one);
        }
    }
    offered
}

/// Whether two explanations say the same credits of the same actions, and differ only in how many pieces that was.
fn is_one_idea(one: &Explanation, other: &Explanation) -> bool {
    let takes_the_same = |spend: &Guess, other: &Guess| spend.key == other.key && spend.credits == other.credits;
    one.spends.len() == other.spends.len()
        && one.spends.iter().all(|spend| other.spends.iter().any(|also| takes_the_same(spend, also)))
}
