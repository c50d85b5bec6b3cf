//! How the forecasts of the past did: each against what was left in the end, and against the plain burn rate.

use chrono::TimeDelta;

use crate::Instant;
use crate::facts::{Fact, Facts};
use crate::ledger::{Ledger, What};

/// Forecasts are graded when they lie so far apart, and so far before their renewal: what was said yesterday and today
/// is one forecast, and what is said on the last evening is none.
const APART: TimeDelta = TimeDelta::days(7);
/// How many of the newest are graded.
const GRADED: usize = 6;
/// The shares of the three figures.
const SHARES: [f64; 3] = [0.1, 0.5, 0.9];

/// What a forecast said would be left directly before a renewal, as it was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptLeft {
    /// When it was made.
    pub at: Instant,
    /// What was left then, in the smallest unit.
    pub left: i64,
    /// The renewal.
    pub renewal: Instant,
    /// What would be left directly before it, in the smallest unit: 10, 50, 90 %.
    pub said: [i64; 3],
}

/// How the newest forecasts did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grade {
    /// How many were graded, at most 6.
    pub of: u32,
    /// How many held what was left within their 8-in-10 range.
    pub inside: u32,
    /// How many came nearer than the plain burn rate, by the mean pinball loss of their three figures.
    pub nearer: u32,
}

impl Grade {
    /// Whether the plain burn rate does better on this log, and has done so for long.
    pub const fn plain_is_better(&self) -> bool {
        self.of as usize == GRADED && self.nearer * 2 < self.of
    }
}

/// Grades what was kept, newest first, against the ledger as it stands.
///
/// A forecast that could not know better is left out: where the plan changed or a lot was added, moved or ended after it
/// was made, or where its renewal did not come when it was expected.
pub fn grade(kept: &[KeptLeft], facts: &Facts, ledger: &Ledger) -> Grade {
    let mut newest_first: Vec<&KeptLeft> = kept.iter().collect();
    newest_first.sort_unstable_by_key(|kept| std::cmp::Reverse(kept.at));
    let (mut grade, mut after) = (Grade::default(), None);
    for kept in newest_first {
        let apart = after.is_none_or(|after| kept.at + APART <= after) && kept.at + APART <= kept.renewal;
        let Some(came) = came(kept, ledger).filter(|_| apart && !was_overtaken(kept, facts)) else { continue };
        after = Some(kept.at);
        grade = grade.and(kept, came, plain_left(kept, facts));
        if grade.of as usize == GRADED {
            break;
        }
    }
    grade
}

/// What a plain burn rate takes a day: all that was spent so far over all the days so far, in smallest units.
#[expect(clippy::cast_precision_loss, reason = "10^15 and below is exact in an f64")]
pub fn plain_rate(facts: &Facts, at: Instant) -> f64 {
    let spends = facts.entries.iter().filter(|entry| entry.at < at);
    let taken = spends.clone().map(|entry| match &entry.fact {
        Fact::Spend(spend) => spend.credits.units(),
        Fact::Refund { amount, .. } => -amount.units(),
        _ => 0,
    });
    let first = spends.filter(|entry| matches!(entry.fact, Fact::Spend(_))).map(|entry| entry.at).min();
    let since = first.map_or(facts.service.start, |first| first.min(facts.service.start));
    taken.sum::<i64>().max(0) as f64 / days(since, at).max(1.0)
}

impl Grade {
    fn and(self, kept: &KeptLeft, came: i64, plain: f64) -> Self {
        let [low, _, high] = kept.said;
        let loss = pinball(kept.said.map(as_f64), as_f64(came));
        Self {
            of: self.of + 1,
            inside: self.inside + u32::from((low..=high).contains(&came)),
            nearer: self.nearer + u32::from(loss < pinball([plain; 3], as_f64(came))),
        }
    }
}

/// What was left directly before the renewal, if it came then.
fn came(kept: &KeptLeft, ledger: &Ledger) -> Option<i64> {
    let moments = ledger.moments();
    let place = moments.partition_point(|moment| moment.at < kept.renewal);
    let mut there = moments[place..].iter().take_while(|moment| moment.at == kept.renewal);
    there
        .any(|moment| moment.what == What::Renewed)
        .then(|| moments[..place].last().map(|moment| moment.left.units()))?
}

fn was_overtaken(kept: &KeptLeft, facts: &Facts) -> bool {
    let later = |at: Instant| kept.at < at && at < kept.renewal;
    let by_entry = facts
        .entries
        .iter()
        .filter(|entry| later(entry.at))
        .any(|entry| !matches!(entry.fact, Fact::Spend(_) | Fact::Refund { .. } | Fact::Check(_)));
    by_entry || facts.terms.iter().any(|version| later(version.from))
}

fn plain_left(kept: &KeptLeft, facts: &Facts) -> f64 {
    (as_f64(kept.left) - plain_rate(facts, kept.at) * days(kept.at, kept.renewal)).max(0.0)
}

fn pinball(said: [f64; 3], came: f64) -> f64 {
    let loss = |(said, share): (f64, f64)| {
        let miss = came - said;
        if miss >= 0.0 { share * miss } else { (share - 1.0) * miss }
    };
    said.into_iter().zip(SHARES).map(loss).sum::<f64>() / 3.0
}

fn days(from: Instant, to: Instant) -> f64 {
    (to - from).as_seconds_f64() / 86_400.0
}

#[expect(clippy::cast_precision_loss, reason = "10^15 and below is exact in an f64")]
const fn as_f64(amount: i64) -> f64 {
    amount as f64
}
