//! A service's log in order, with running sums: made once, it answers balances without touching every spend.

use std::collections::HashMap;

use super::limits::{Action, NO_ACTION};
use crate::facts::{Entry, EntryId, Fact, Facts};
use crate::terms::PotName;
use crate::{Instant, Zone};

/// A service's log, sorted, with running sums of its spends. What it costs to make grows with the spends; what a
/// balance costs from it grows with what the calendar does, the checks and the refunds.
#[derive(Clone, Debug)]
pub struct Log {
    pub(super) zone: Zone,
    pub(super) start: Instant,
    /// The spends, by instant and order of entry.
    pub(super) spends: Vec<LoggedSpend>,
    /// The sum of the spends before each place.
    sums: Vec<i128>,
    /// Refunds and checks, in order.
    pub(super) others: Vec<Flow>,
    /// The places of the spends that are refunded, ascending.
    refunded: Vec<usize>,
    /// The actions of the spends, in lower case.
    pub(super) actions: Vec<String>,
    /// The entries that the calendar reads.
    pub(super) dated: Vec<Entry>,
}

/// A spend, as far as the ledger reads it.
#[derive(Clone, Copy, Debug)]
pub(super) struct LoggedSpend {
    pub(super) at: Instant,
    pub(super) id: EntryId,
    pub(super) amount: i64,
    pub(super) action: Action,
}

/// A refund or a check.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    pub(super) at: Instant,
    pub(super) id: EntryId,
    pub(super) what: FlowKind,
}

/// What a flow does.
#[derive(Clone, Debug)]
pub(super) enum FlowKind {
    /// Gives credits back for a spend.
    Refund(EntryId, i64),
    /// States what the service showed, of everything or of one pot.
    Check(i64, Option<PotName>),
}

impl LoggedSpend {
    pub(super) const fn place(&self) -> (Instant, bool, EntryId) {
        (self.at, false, self.id)
    }
}

impl Flow {
    /// Spends and refunds in the order of their entry, then checks.
    pub(super) const fn place(&self) -> (Instant, bool, EntryId) {
        (self.at, matches!(self.what, FlowKind::Check(..)), self.id)
    }
}

impl Log {
    /// The log of a service's facts. What lies before the book's start is left out.
    pub fn of(facts: &Facts) -> Self {
        let (start, zone) = (facts.service.start, facts.service.zone);
        let (mut spends, mut others, mut dated) = (Vec::new(), Vec::new(), Vec::new());
        let mut actions: HashMap<&str, Action> = HashMap::new();
        for entry in facts.entries.iter().filter(|entry| entry.at >= start) {
            let (at, id) = (entry.at, entry.id);
            let what = match &entry.fact {
                Fact::Spend(spend) => {
                    let known = Action::try_from(actions.len()).unwrap_or(NO_ACTION);
                    let named = spend.key.as_ref().map(|key| key.action.0.as_str());
                    let action = named.map_or(NO_ACTION, |name| *actions.entry(name).or_insert(known));
                    spends.push(LoggedSpend { at, id, amount: spend.credits.units().max(0), action });
                    continue;
                }
                Fact::Refund { of, amount } => FlowKind::Refund(*of, amount.units().max(0)),
                Fact::Check(check) => FlowKind::Check(check.shown.units(), check.pot.clone()),
                _ => {
                    dated.push(entry.clone());
                    continue;
                }
            };
            others.push(Flow { at, id, what });
        }
        let mut named: Vec<_> = actions.into_iter().collect();
        named.sort_by_key(|&(_, number)| number);
        let actions = named.into_iter().map(|(name, _)| name.to_lowercase()).collect();
        Self { actions, dated, ..Self::sorted(zone, start, spends, others) }
    }

    /// A log of spends, refunds and checks, in any order; one that stands twice counts once.
    pub(super) fn sorted(zone: Zone, start: Instant, mut spends: Vec<LoggedSpend>, mut others: Vec<Flow>) -> Self {
        spends.sort_by_key(LoggedSpend::place);
        spends.dedup_by_key(|spend| spend.place());
        others.sort_by_key(Flow::place);
        others.dedup_by_key(|flow| flow.place());
        let mut sum = 0;
        let before = spends.iter().map(|spend| {
            sum += i128::from(spend.amount);
            sum
        });
        let sums = std::iter::once(0).chain(before).collect();
        let refunded = refunded(&spends, &others);
        Self { zone, start, spends, sums, others, refunded, actions: Vec::new(), dated: Vec::new() }
    }

    /// The sum of a stretch of spends; beyond what a book can hold it is no longer told exactly.
    pub(super) fn sum(&self, from: usize, to: usize) -> i64 {
        i64::try_from(self.sums[to] - self.sums[from]).unwrap_or(i64::MAX).min(i64::MAX / 4)
    }

    /// The first refunded spend that is not before a place.
    pub(super) fn next_refunded(&self, from: usize) -> usize {
        let next = self.refunded.partition_point(|&place| place < from);
        self.refunded.get(next).copied().unwrap_or(self.spends.len())
    }

    /// The spends' ids, ascending: all of them, or only those that are refunded.
    pub(super) fn ids(&self, all: bool) -> Vec<EntryId> {
        let mut ids: Vec<EntryId> = if all {
            self.spends.iter().map(|spend| spend.id).collect()
        } else {
            self.refunded.iter().map(|&place| self.spends[place].id).collect()
        };
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

fn refunded(spends: &[LoggedSpend], others: &[Flow]) -> Vec<usize> {
    let ids: std::collections::HashSet<EntryId> = others
        .iter()
        .filter_map(|flow| match flow.what {
            FlowKind::Refund(of, _) => Some(of),
            FlowKind::Check(..) => None,
        })
        .collect();
    if ids.is_empty() {
        return Vec::new();
    }
    (0..spends.len()).filter(|&place| ids.contains(&spends[place].id)).collect()
}
