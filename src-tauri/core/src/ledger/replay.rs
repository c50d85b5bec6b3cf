//! The replay of a log under its terms.

use super::books::{Books, Payer, Shown, Snapshot};
use super::course::{ByHand, Course, Happening};
use super::{Edge, Ledger, LedgerError};
use crate::Instant;
use crate::facts::{EntryId, Fact, Facts};
use crate::terms::PotName;

/// The ledger at `until`, of everything up to there. What is dated later is pending or not there yet.
///
/// # Errors
/// [`LedgerError`] where a sum is beyond 10^15, or there are no terms.
pub fn replay(facts: &Facts, until: Instant, edge: Edge) -> Result<Ledger, LedgerError> {
    let mut replay = Replay::of(facts)?;
    replay.run(until, edge, &[])?;
    Ok(Ledger::standing(replay.finish(), facts, until))
}

/// A spend, a refund or a check: what moves credits between two steps of the calendar.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    pub(super) at: Instant,
    pub(super) id: EntryId,
    pub(super) what: FlowKind,
}

/// What a flow does.
#[derive(Clone, Debug)]
pub(super) enum FlowKind {
    /// Takes credits.
    Spend(i64),
    /// Gives credits back for a spend.
    Refund(EntryId, i64),
    /// States what the service showed, of everything or of one pot.
    Check(i64, Option<PotName>),
}

impl Flow {
    /// Spends and refunds in the order of their entry, then checks.
    const fn place(&self) -> (Instant, bool, EntryId) {
        (self.at, matches!(self.what, FlowKind::Check(..)), self.id)
    }
}

/// A calendar and a log, on their way to an instant.
#[derive(Clone, Debug)]
pub(super) struct Replay {
    pub(super) course: Course,
    pub(super) books: Books,
    flows: Vec<Flow>,
    cursor: usize,
    /// The flows' ids with their payers, by id; a payer is known once its spend has been taken.
    payers: Vec<(EntryId, Option<Payer>)>,
    /// Where each cycle so far began.
    pub(super) cycles: Vec<Instant>,
}

impl Replay {
    /// The replay of a service's facts, at its very start.
    pub(super) fn of(facts: &Facts) -> Result<Self, LedgerError> {
        if facts.terms.is_empty() {
            return Err(LedgerError::NoTerms);
        }
        let start = facts.service.start;
        let flows = facts.entries.iter().filter(|entry| entry.at >= start).filter_map(|entry| {
            let what = match &entry.fact {
                Fact::Spend(spend) => FlowKind::Spend(spend.credits.units().max(0)),
                Fact::Refund { of, amount } => FlowKind::Refund(*of, amount.units().max(0)),
                Fact::Check(check) => FlowKind::Check(check.shown.units(), check.pot.clone()),
                _ => return None,
            };
            Some(Flow { at: entry.at, id: entry.id, what })
        });
        let flows = flows.collect();
        let course = Course::new(facts.service.zone, facts.terms.clone(), happenings(facts));
        Ok(Self::new(course, flows))
    }

    /// A replay of flows, in any order; one that stands twice counts once.
    pub(super) fn new(course: Course, mut flows: Vec<Flow>) -> Self {
        flows.sort_by_key(Flow::place);
        flows.dedup_by_key(|flow| flow.place());
        let spends = flows.iter().filter(|flow| matches!(flow.what, FlowKind::Spend(_)));
        let mut payers: Vec<_> = spends.map(|flow| (flow.id, None)).collect();
        payers.sort_by_key(|&(id, _)| id);
        payers.dedup_by_key(|&mut (id, _)| id);
        let books = Books::with_room(flows.len());
        Self { course, books, flows, cursor: 0, payers, cycles: Vec::new() }
    }

    /// Opens with a state at the start.
    pub(super) fn open_with(&mut self, start: Instant, overdrawn: i64, used: i64, covered: i64) {
        self.books.open_with(overdrawn, used, covered, &self.course);
        self.cycles.push(start);
    }

    /// Runs up to `until`. At each of `marks` (ascending) the sums are noted between losing and gaining.
    pub(super) fn run(&mut self, until: Instant, edge: Edge, marks: &[Instant]) -> Result<Vec<Snapshot>, LedgerError> {
        let mut noted = Vec::with_capacity(marks.len());
        let mut next = self.course.next();
        loop {
            let boundary = next.filter(|&at| at <= until);
            let due = |at: Instant| at < until || edge == Edge::After && at == until;
            let flow = self.flows.get(self.cursor).map(|flow| flow.at).filter(|&at| due(at));
            match (boundary, flow) {
                (Some(at), flow) if flow.is_none_or(|flow| at <= flow) => {
                    self.note(marks, |mark| mark < at, &mut noted);
                    self.turn(at, marks, &mut noted)?;
                    next = self.course.next();
                }
                (_, Some(at)) => {
                    self.note(marks, |mark| mark <= at, &mut noted);
                    if self.flow()? {
                        next = self.course.next();
                    }
                }
                (_, None) => {
                    self.note(marks, |_| true, &mut noted);
                    return Ok(noted);
                }
            }
        }
    }

    /// What the calendar does at an instant: steps 0 to 4.
    fn turn(&mut self, at: Instant, marks: &[Instant], noted: &mut Vec<Snapshot>) -> Result<(), LedgerError> {
        self.course.advance(at, Some(self.books.pool.lots()));
        self.books.follow(self.course.losing(), &self.course, at)?;
        self.note(marks, |mark| mark == at, noted);
        if self.books.follow(self.course.gaining(), &self.course, at)? {
            self.books.pay_off(&self.course);
        }
        if let Some(main) = self.course.main_clock()
            && (self.cycles.is_empty() || main.last == at)
        {
            self.cycles.push(at);
        }
        Ok(())
    }

    fn note(&self, marks: &[Instant], is_here: impl Fn(Instant) -> bool, noted: &mut Vec<Snapshot>) {
        while marks.get(noted.len()).is_some_and(|&mark| is_here(mark)) {
            noted.push(self.books.snapshot(&self.course));
        }
    }

    /// Takes the next flow: steps 5 and 6. Returns whether the calendar may have changed with it.
    fn flow(&mut self) -> Result<bool, LedgerError> {
        let flow = &self.flows[self.cursor];
        self.cursor += 1;
        let (at, id) = (flow.at, flow.id);
        match &flow.what {
            FlowKind::Spend(amount) => {
                let payer = self.books.next_payer();
                if let Ok(place) = self.payers.binary_search_by_key(&id, |&(id, _)| id) {
                    self.payers[place].1 = Some(payer);
                }
                self.books.spend(id, *amount, &self.course, at)?;
            }
            FlowKind::Refund(of, amount) => {
                if let Some(payer) = payer_in(&self.payers, *of) {
                    self.books.refund((id, *of), payer, *amount, &self.course, at)?;
                }
            }
            FlowKind::Check(shown, pot) => {
                let shown = Shown { entry: id, shown: *shown, pot: pot.as_ref() };
                self.books.check(shown, &mut self.course, at)?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Drops the flows, once they have been taken.
    pub(super) fn finish(mut self) -> Self {
        (self.flows, self.cursor) = (Vec::new(), 0);
        self
    }

    /// The payer of a spend that has been taken.
    pub(super) fn payer(&self, spend: EntryId) -> Option<Payer> {
        payer_in(&self.payers, spend)
    }
}

fn payer_in(payers: &[(EntryId, Option<Payer>)], spend: EntryId) -> Option<Payer> {
    let place = payers.binary_search_by_key(&spend, |&(id, _)| id).ok()?;
    payers[place].1
}

/// What the calendar reads from the facts. What lies before the book's start is left out, but for the terms in force.
fn happenings(facts: &Facts) -> Vec<(Instant, Happening)> {
    let start = facts.service.start;
    let mut happenings: Vec<_> =
        versions(facts).into_iter().map(|(at, version)| (at, Happening::Terms(version))).collect();
    let mut entries: Vec<_> = facts.entries.iter().filter(|entry| entry.at >= start).collect();
    entries.sort_by_key(|entry| entry.id);
    entries.dedup_by_key(|entry| entry.id);
    happenings.extend(entries.into_iter().filter_map(|entry| {
        let happening = match &entry.fact {
            Fact::Grant(grant) => Happening::Given(entry.id, Box::new(grant.clone())),
            Fact::Void { lot } => Happening::Void(lot.clone()),
            Fact::Extend { lot, until } => Happening::Extend(lot.clone(), *until),
            Fact::Renewal { moves_anchor } => {
                Happening::Renew(ByHand { moves_anchor: *moves_anchor, ..ByHand::default() })
            }
            Fact::Shift { .. } | Fact::Cancel | Fact::Pause | Fact::Resume => return None,
            Fact::Spend(_) | Fact::Refund { .. } | Fact::Check(_) => return None,
        };
        Some((entry.at, happening))
    }));
    happenings
}

/// When each version of the terms begins; of those that begin at one instant only the last does.
fn versions(facts: &Facts) -> Vec<(Instant, usize)> {
    let begins = |version: usize| facts.terms[version].from.max(facts.service.start);
    let mut versions: Vec<(Instant, usize)> =
        (0..facts.terms.len()).map(|version| (begins(version), version)).collect();
    versions.sort_by_key(|&(_, version)| (facts.terms[version].from, version));
    if let Some(first) = versions.first_mut() {
        first.0 = facts.service.start;
    }
    versions.reverse();
    versions.dedup_by_key(|&mut (at, _)| at);
    versions.reverse();
    versions
}
