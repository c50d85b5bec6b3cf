//! Note what happened to the plan itself: renewed early, a renewal that came late, cancelled, paused, resumed.

use runout_core::Instant;
use runout_core::facts::{Fact, Facts};
use runout_core::ledger::{Edge, Ledger, PlanState, replay};

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::naming;
use crate::transact::Change;

/// Something that happened to the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanEvent {
    /// A new cycle began before its time.
    Renew {
        /// Whether the schedule stays where it is.
        keep_anchor: bool,
    },
    /// One renewal of the schedule comes at another instant.
    Shift {
        /// When the schedule says that it comes.
        renewal: Instant,
        /// When it comes; none: it has not come yet.
        to: Option<Instant>,
    },
    /// It ends with its running cycle.
    Cancel,
    /// From now on nothing is granted or reset.
    Pause,
    /// It goes on, or begins anew after it had lapsed.
    Resume,
}

impl PlanEvent {
    /// The entry that says so.
    pub const fn fact(self) -> Fact {
        match self {
            Self::Renew { keep_anchor } => Fact::Renewal { moves_anchor: !keep_anchor },
            Self::Shift { renewal, to } => Fact::Shift { renewal, to },
            Self::Cancel => Fact::Cancel,
            Self::Pause => Fact::Pause,
            Self::Resume => Fact::Resume,
        }
    }
}

impl Book {
    /// Notes what happened to the plan.
    ///
    /// # Errors
    /// As [`Book::with_plan_event`].
    pub fn plan_event(
        &mut self,
        event: PlanEvent,
        at: Instant,
        date_only: bool,
        now: Instant,
    ) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            makes_sense(&work.contents.facts, event, at, now)?;
            let fact = event.fact();
            let id = work.add(at, date_only, &fact)?;
            Ok(Change::of(naming::plan_event(&fact), id))
        })
    }

    /// The facts as they would be after it; nothing is written.
    ///
    /// # Errors
    /// [`Refused::LaterThanNow`], [`Refused::BeforeStart`], [`Refused::PlanIs`], [`Refused::PlanTurnedLater`],
    /// [`Refused::NoCycle`], [`Refused::NotARenewal`], [`Refused::NotDueYet`], [`Refused::ShiftedTooFar`].
    pub fn with_plan_event(&self, event: PlanEvent, at: Instant, now: Instant) -> Result<Facts, Refused> {
        makes_sense(self.facts(), event, at, now)?;
        Ok(self.facts().with(at, event.fact()))
    }

    /// The renewals of the schedule, oldest first: those that were due, and the next two.
    ///
    /// # Errors
    /// [`Refused::TooLarge`] where the ledger cannot be reckoned.
    pub fn scheduled_renewals(&self, now: Instant) -> Result<Vec<Instant>, Refused> {
        scheduled(self.facts(), now)
    }
}

fn makes_sense(facts: &Facts, event: PlanEvent, at: Instant, now: Instant) -> Result<(), Refused> {
    super::spend::not_later(at, now)?;
    let start = facts.service.start;
    if at < start {
        return Err(Refused::BeforeStart { start });
    }
    if let PlanEvent::Shift { renewal, to } = event {
        return shifts_a_renewal(&scheduled(facts, now)?, renewal, to, now);
    }
    if let Some(later) = turned_after(facts, at).filter(|_| !matches!(event, PlanEvent::Renew { .. })) {
        return Err(Refused::PlanTurnedLater { at: later });
    }
    let ledger = ledger(facts, at)?;
    match (event, ledger.plan()) {
        (PlanEvent::Resume, PlanState::Running) => Err(Refused::PlanIs(PlanState::Running)),
        (PlanEvent::Resume, _) | (PlanEvent::Cancel, PlanState::Paused { .. }) => Ok(()),
        (PlanEvent::Renew { .. }, PlanState::Running) if ledger.cycle().is_none() => Err(Refused::NoCycle),
        (_, PlanState::Running) => Ok(()),
        (_, state) => Err(Refused::PlanIs(state)),
    }
}

fn ledger(facts: &Facts, at: Instant) -> Result<Ledger, Refused> {
    replay(facts, at, Edge::After).map_err(|_| Refused::TooLarge)
}

/// When the plan was last paused, cancelled or resumed after an instant: what is entered before it would change what
/// that meant.
fn turned_after(facts: &Facts, at: Instant) -> Option<Instant> {
    let turns = facts.entries.iter().filter(|entry| matches!(entry.fact, Fact::Cancel | Fact::Pause | Fact::Resume));
    turns.map(|entry| entry.at).filter(|turn| *turn > at).max()
}

fn shifts_a_renewal(scheduled: &[Instant], renewal: Instant, to: Option<Instant>, now: Instant) -> Result<(), Refused> {
    let before = scheduled.iter().copied().filter(|one| *one < renewal).max();
    let after = scheduled.iter().copied().filter(|one| *one > renewal).min();
    if !scheduled.contains(&renewal) {
        return Err(Refused::NotARenewal { before, after });
    }
    match to {
        None if renewal > now => Err(Refused::NotDueYet { renewal }),
        Some(to) if before.is_some_and(|before| to <= before) || after.is_some_and(|after| to >= after) => {
            Err(Refused::ShiftedTooFar { before, after })
        }
        _ => Ok(()),
    }
}

/// The renewals by the schedule alone, whatever was said about single ones.
fn scheduled(facts: &Facts, now: Instant) -> Result<Vec<Instant>, Refused> {
    let mut unshifted = facts.clone();
    unshifted.entries.retain(|entry| !matches!(entry.fact, Fact::Shift { .. }));
    let ledger = ledger(&unshifted, now)?;
    let by_hand = |at: &Instant| unshifted.entries.iter().any(|entry| entry.at == *at && begins_a_cycle(&entry.fact));
    let mut renewals: Vec<Instant> =
        ledger.cycles().iter().skip(1).map(|cycle| cycle.start).filter(|at| !by_hand(at)).collect();
    let goes_on = matches!(ledger.plan(), PlanState::Running | PlanState::Paused { .. });
    let next = ledger.renewal_after(now).filter(|_| goes_on);
    let one_more = next.and_then(|next| ledger.renewal_after(next));
    renewals.extend(next.into_iter().chain(one_more));
    Ok(renewals)
}

const fn begins_a_cycle(fact: &Fact) -> bool {
    matches!(fact, Fact::Renewal { .. } | Fact::Resume)
}
