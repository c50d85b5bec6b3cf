//! A price that seems to have moved: "Nano Banana rose from 49 to 65 since Thu 12 Nov (3 of 3)".

use super::PriceBook;
use super::observation::{Observation, Seen};
use super::score::known_before;
use crate::Instant;
use crate::actions::Key;

/// So many of the newest figures must agree.
const AGREEING: usize = 2;
/// So many figures must stand before them: one alone may have been the odd one.
const BEFORE: usize = 2;
/// How far figures that agree lie apart, at most.
const AGREE_WITHIN: f64 = 0.02;

/// A price that seems to have moved, in units of one piece. Nothing is done about it until the user says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceChange {
    /// When the first of the new figures was paid.
    pub since: Instant,
    /// What a piece took before: the figure that repeated, or the middle of the range.
    pub from: f64,
    /// What it takes now: the newest figure.
    pub to: f64,
    /// How many figures agree on it; they are all since then.
    pub agreeing: u32,
}

/// Where the newest figures of a key agree with each other and not with what was known before them.
pub(super) fn of(book: &PriceBook, key: &Key) -> Option<PriceChange> {
    let all = &book.keys().get(key)?.observations;
    let newest = all.last()?.value;
    let agrees = |seen: &Observation| (seen.value - newest).abs() <= AGREE_WITHIN * newest.abs();
    let agreeing = all.iter().rev().take_while(|seen| agrees(seen)).count();
    let (before, since) = all.split_at(all.len() - agreeing);
    // A figure that was paid before is no new price.
    if agreeing < AGREEING || before.len() < BEFORE || before.iter().any(agrees) {
        return None;
    }
    let known = known_before(book.keys(), key, since[0]);
    let range = book.estimate_of(key, 1, &known, since[0].at)?;
    let listed = known.get(key).and_then(repeated);
    let outside =
        since.iter().all(|seen| seen.value < range.wide.0) || since.iter().all(|seen| seen.value > range.wide.1);
    let repeats = listed.is_some() && since.iter().all(|seen| same(seen.value, newest));
    let agreeing = u32::try_from(agreeing).unwrap_or(u32::MAX);
    (outside || repeats).then(|| PriceChange {
        since: since[0].at,
        from: listed.unwrap_or(range.mid),
        to: newest,
        agreeing,
    })
}

/// The figure on which the newest ones agree to the unit.
fn repeated(seen: &Seen) -> Option<f64> {
    let mut newest = seen.observations.iter().rev();
    let value = newest.next()?.value;
    newest.next().filter(|other| same(other.value, value)).map(|_| value)
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * other.abs()
}
