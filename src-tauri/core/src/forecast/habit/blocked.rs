//! Blocked days: with next to nothing left, nothing spent says nothing about demand.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::log::Log;
use crate::Instant;
use crate::calendar::start_of;
use crate::facts::Facts;
use crate::ledger::{Ledger, Moment, What};

/// Per day before today: whether less was left at its start than three quarters of the spends before it took.
pub(super) fn days(log: &Log, ledger: &Ledger, facts: &Facts) -> Vec<bool> {
    let mut moments = ledger.moments().iter().peekable();
    let mut spends = log.spends.iter().peekable();
    let (mut last, mut typical) = (None, LowerQuarter::default());
    let mut blocked = Vec::new();
    for (place, day) in log.past() {
        let start = start_of(day, facts.service.zone);
        while let Some(moment) = moments.next_if(|moment| opens_by(moment, start)) {
            last = Some(moment);
        }
        while let Some(spend) = spends.next_if(|spend| spend.at < start) {
            typical.add(spend.credits);
        }
        let short = |moment: &&Moment| typical.value().is_some_and(|least| moment.left.units() < least);
        blocked.push(last.filter(short).is_some_and(|moment| !is_disproved(moment, log.spent(place))));
    }
    blocked
}

/// Whether a moment belongs to the opening of `start`.
fn opens_by(moment: &Moment, start: Instant) -> bool {
    let by_user = matches!(moment.what, What::Spent(_) | What::Refunded { .. } | What::Checked(_));
    moment.at < start || (moment.at == start && !by_user)
}

/// Whoever goes on spending while the ledger is overdrawn has credits that the ledger does not know.
fn is_disproved(moment: &Moment, spent: f64) -> bool {
    !moment.overdrawn.is_zero() && spent > 0.0
}

/// The 25 % quantile of the spends so far; spends of 0 ask for no credits.
#[derive(Default)]
struct LowerQuarter {
    lower: BinaryHeap<i64>,
    upper: BinaryHeap<Reverse<i64>>,
}

impl LowerQuarter {
    fn add(&mut self, credits: i64) {
        if credits <= 0 {
            return;
        }
        self.upper.push(Reverse(credits));
        if let Some(least) = self.upper.pop() {
            self.lower.push(least.0);
        }
        let wanted = (self.lower.len() + self.upper.len()).div_ceil(4);
        while self.lower.len() > wanted {
            self.upper.extend(self.lower.pop().map(Reverse));
        }
    }

    fn value(&self) -> Option<i64> {
        self.lower.peek().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::LowerQuarter;

    #[test]
    fn the_lower_quarter_is_the_smallest_value_that_a_quarter_does_not_exceed() {
        let mut quarter = LowerQuarter::default();
        let mut seen = Vec::new();
        assert_eq!(quarter.value(), None);
        for credits in [50, 40, 0, 30, 20, 10, 5_400, 4, 4, 60, 70, 80, 90] {
            quarter.add(credits);
            if credits > 0 {
                seen.push(credits);
                seen.sort_unstable();
                assert_eq!(quarter.value(), Some(seen[seen.len().div_ceil(4) - 1]), "{seen:?}");
            }
        }
    }
}
