//! The replay of a log under its terms.

use super::books::{Books, Payer, Shown, Snapshot, Take};
use super::course::Course;
use super::dated::{corrected, happenings, shifts};
use super::limits::{NO_ACTION, is_limited};
use super::log::{FlowKind, Log};
use super::{Balance, Edge, Ledger, LedgerError, PlanState};
use crate::Instant;
use crate::calendar::Span;
use crate::facts::{EntryId, Facts, TermsVersion};
use crate::terms::Pays;

/// The ledger at `until`, of everything up to there. What is dated later is pending or not there yet.
///
/// # Errors
/// [`LedgerError`] where a sum is beyond 10^15, or there are no terms.
pub fn replay(facts: &Facts, until: Instant, edge: Edge) -> Result<Ledger, LedgerError> {
    let log = Log::of(facts);
    let mut replay = Replay::under(&log, &facts.terms, Detail::EachSpend)?;
    replay.run(&log, until, edge, &[])?;
    Ok(Ledger::standing(replay, facts, until))
}

impl Log {
    /// What is left in each pot at `until`, of everything up to there, under terms that may be others than the book's.
    ///
    /// Between two boundaries the spends enter as one sum. Where restrictions, limits or triggers may be in force, they
    /// are walked one by one.
    ///
    /// # Errors
    /// [`LedgerError`] as for [`replay`].
    pub fn balance(&self, terms: &[TermsVersion], until: Instant, edge: Edge) -> Result<Balance, LedgerError> {
        let before = walked_from(&corrected(terms));
        let mut replay = Replay::under(self, terms, Detail::Sums { before })?;
        replay.run(self, until, edge, &[])?;
        Ok(Balance::standing(&replay))
    }
}

/// How closely the spends are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// One by one, each with its slices.
    EachSpend,
    /// As sums between two boundaries; those that are refunded one by one, and all of them from an instant on.
    Sums {
        /// That instant; none: sums throughout.
        before: Option<Instant>,
    },
}

/// A calendar and a log, on their way to an instant.
#[derive(Clone, Debug)]
pub(super) struct Replay {
    pub(super) course: Course,
    pub(super) books: Books,
    detail: Detail,
    /// The places of the next spend and of the next refund or check in the log.
    spend: usize,
    other: usize,
    /// The spends' ids with their payers, by id; a payer is known once its spend has been taken.
    payers: Vec<(EntryId, Option<Payer>)>,
    /// Where each cycle so far began.
    pub(super) cycles: Vec<Instant>,
    /// Where the plan lapsed.
    pub(super) lapses: Vec<Instant>,
}

impl Replay {
    /// The replay of a log under terms, at its very start.
    pub(super) fn under(log: &Log, terms: &[TermsVersion], detail: Detail) -> Result<Self, LedgerError> {
        if terms.is_empty() {
            return Err(LedgerError::NoTerms);
        }
        let terms = corrected(terms);
        let course = Course::new(log.zone, terms.clone(), happenings(log, &terms)).shifted(shifts(log));
        let mut replay = Self::new(course, log, detail);
        replay.books.know(&log.actions, &terms);
        Ok(replay)
    }

    /// The replay of a log over a course.
    pub(super) fn new(course: Course, log: &Log, detail: Detail) -> Self {
        let each = detail == Detail::EachSpend;
        let payers = log.ids(each).into_iter().map(|id| (id, None)).collect();
        let books = Books::with_room(if each { log.spends.len() } else { 0 });
        Self { course, books, detail, spend: 0, other: 0, payers, cycles: Vec::new(), lapses: Vec::new() }
    }

    /// Opens with a state at the start.
    pub(super) fn open_with(&mut self, start: Instant, overdrawn: i64, used: i64, covered: i64) {
        self.books.open_with(overdrawn, used, covered, &self.course, start);
        self.cycles.push(start);
    }

    /// Runs up to `until`. At each of `marks` (ascending) the sums are noted between losing and gaining.
    pub(super) fn run(
        &mut self,
        log: &Log,
        until: Instant,
        edge: Edge,
        marks: &[Instant],
    ) -> Result<Vec<Snapshot>, LedgerError> {
        let mut noted = Vec::with_capacity(marks.len());
        let mut next = self.course.next();
        loop {
            let boundary = next.filter(|&at| at <= until);
            let due = |at: Instant| at < until || edge == Edge::After && at == until;
            let flow = self.next_flow(log).filter(|&at| due(at));
            match (boundary, flow) {
                (Some(at), flow) if flow.is_none_or(|flow| at <= flow) => {
                    self.note(marks, |mark| mark < at, &mut noted);
                    self.turn(at, marks, &mut noted)?;
                    next = self.course.next();
                }
                (_, Some(at)) => {
                    self.note(marks, |mark| mark <= at, &mut noted);
                    let is_before = |other: Instant| due(other) && boundary.is_none_or(|boundary| other < boundary);
                    if self.flow(log, at, is_before)? {
                        next = self.course.next();
                    }
                }
                (_, None) => {
                    self.note(marks, |_| true, &mut noted);
                    self.books.turn(&self.course, until);
                    return Ok(noted);
                }
            }
        }
    }

    /// When the next spend, refund or check comes.
    fn next_flow(&self, log: &Log) -> Option<Instant> {
        let spend = log.spends.get(self.spend).map(|spend| spend.at);
        let other = log.others.get(self.other).map(|other| other.at);
        [spend, other].into_iter().flatten().min()
    }

    /// What the calendar does at an instant: steps 0 to 4.
    fn turn(&mut self, at: Instant, marks: &[Instant], noted: &mut Vec<Snapshot>) -> Result<(), LedgerError> {
        self.course.advance(at, Some(self.books.pool.lots()));
        self.books.turn(&self.course, at);
        let thawed = self.books.follow(self.course.losing(), &self.course, at)?;
        self.note(marks, |mark| mark == at, noted);
        if self.books.follow(self.course.gaining(), &self.course, at)? || thawed {
            self.books.pay_off(&self.course, at);
        }
        if let Some(main) = self.course.main_clock()
            && (self.cycles.is_empty() || main.last == at)
        {
            self.cycles.push(at);
        }
        if self.course.plan_state() == (PlanState::Lapsed { since: at }) {
            self.lapses.push(at);
        }
        Ok(())
    }

    fn note(&self, marks: &[Instant], is_here: impl Fn(Instant) -> bool, noted: &mut Vec<Snapshot>) {
        while marks.get(noted.len()).is_some_and(|&mark| is_here(mark)) {
            noted.push(self.books.snapshot(&self.course));
        }
    }

    /// Takes the next spends, refund or check: steps 5 and 6. Returns whether the calendar may have changed with it.
    fn flow(&mut self, log: &Log, at: Instant, is_before: impl Fn(Instant) -> bool) -> Result<bool, LedgerError> {
        self.books.turn(&self.course, at);
        let other = log.others.get(self.other).map(|other| other.place());
        match log.spends.get(self.spend).map(|spend| spend.place()) {
            Some(spend) if other.is_none_or(|other| spend < other) => {
                let to = self.stretch(log, |spend| other.is_none_or(|other| spend < other), is_before);
                if to == self.spend + 1 { self.one(log, at) } else { self.many(log, to, at) }
            }
            _ => self.other(log, at),
        }
    }

    /// Where the spends end that enter together with the next one.
    fn stretch(
        &self,
        log: &Log,
        is_due: impl Fn((Instant, bool, EntryId)) -> bool,
        is_before: impl Fn(Instant) -> bool,
    ) -> usize {
        let alone = self.spend + 1;
        let Detail::Sums { before } = self.detail else { return alone };
        let end = log.next_refunded(self.spend);
        if end == self.spend {
            return alone;
        }
        let is_summed = |at: Instant| is_before(at) && before.is_none_or(|before| at < before);
        let stretch = &log.spends[self.spend..end];
        let count = stretch.partition_point(|spend| is_summed(spend.at) && is_due(spend.place()));
        self.spend + count.max(1)
    }

    fn one(&mut self, log: &Log, at: Instant) -> Result<bool, LedgerError> {
        let spend = log.spends[self.spend];
        self.spend += 1;
        let payer = self.books.next_payer();
        if let Ok(place) = self.payers.binary_search_by_key(&spend.id, |&(id, _)| id) {
            self.payers[place].1 = Some(payer);
        }
        let take = Take { entry: spend.id, amount: spend.amount, action: spend.action };
        self.books.spend(take, &mut self.course, at)
    }

    fn many(&mut self, log: &Log, to: usize, at: Instant) -> Result<bool, LedgerError> {
        let entry = log.spends[self.spend].id;
        let amount = log.sum(self.spend, to);
        self.spend = to;
        self.books.spend(Take { entry, amount, action: NO_ACTION }, &mut self.course, at)
    }

    fn other(&mut self, log: &Log, at: Instant) -> Result<bool, LedgerError> {
        let Some(flow) = log.others.get(self.other) else { return Ok(false) };
        self.other += 1;
        match &flow.what {
            FlowKind::Refund(of, amount) => {
                if let Some(payer) = self.payer(*of) {
                    self.books.refund((flow.id, *of), payer, *amount, &self.course, at)?;
                }
                Ok(false)
            }
            FlowKind::Check(shown, pot) => {
                let shown = Shown { entry: flow.id, shown: *shown, pot: pot.as_ref() };
                self.books.check(shown, &mut self.course, at)?;
                Ok(true)
            }
        }
    }

    /// The payer of a spend that has been taken.
    pub(super) fn payer(&self, spend: EntryId) -> Option<Payer> {
        let place = self.payers.binary_search_by_key(&spend, |&(id, _)| id).ok()?;
        self.payers[place].1
    }
}

/// From when on every spend is walked: as long before the first terms with limits as they look back. Restrictions hold
/// for what an earlier spend left uncovered, too: with them it is from the start.
fn walked_from(terms: &[TermsVersion]) -> Option<Instant> {
    let limited = terms.iter().filter(|version| is_limited(&version.terms));
    let from = limited.map(|version| {
        let pots = version.terms.pots.iter();
        if pots.clone().any(|pot| pot.pays != Pays::Everything) {
            return Instant::MIN_UTC;
        }
        let ceilings = pots.filter_map(|pot| pot.grant.as_ref()?.ceiling);
        let longest = ceilings.map(|ceiling| Span::from(ceiling.every).about_seconds()).max().unwrap_or(0);
        let back = chrono::Duration::try_seconds(2 * longest + 3 * 86_400).unwrap_or(chrono::Duration::MAX);
        version.from.checked_sub_signed(back).unwrap_or(Instant::MIN_UTC)
    });
    from.min()
}
