//! Edit an entry: a new version of it stands, its id stays.

use runout_core::Instant;
use runout_core::facts::{Check, Entry, EntryId, Fact, Facts, Spend, SpendState};

use super::check::can_be_noted;
use super::lots::{can_be_moved, can_end};
use super::refund::{at_most, refunded_of};
use super::spend::{can_be, not_later};
use super::top_up::can_be_granted;
use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::naming;
use crate::transact::{Change, Work};

/// What an entry says now.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    /// When.
    pub at: Instant,
    /// Whether only a date was typed.
    pub date_only: bool,
    /// What; of the same kind as before.
    pub fact: Fact,
    /// Whether all of the spend came back by now (`!refunded`); of no meaning elsewhere.
    pub refunded: bool,
}

impl Book {
    /// Lets an entry say something else. What hangs on a spend goes with it, so that it stays behind it.
    ///
    /// # Errors
    /// [`Refused::NoSuchEntry`], [`Refused::AnotherKind`], [`Refused::AboutAnother`], [`Refused::BeforeItsSpend`],
    /// [`Refused::RefundTooLarge`] where a spend would become smaller than what came back for it, and what the journey
    /// of its kind refuses.
    pub fn edit(&mut self, id: EntryId, edited: &Edited, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let before = work.contents.entry(id).ok_or(Refused::NoSuchEntry(id))?;
            if std::mem::discriminant(&before.fact) != std::mem::discriminant(&edited.fact) {
                return Err(Refused::AnotherKind(id).into());
            }
            let name = format!("edited {}", naming::fact(&before.fact, work.contents));
            let same = before.fact == edited.fact && before.at == edited.at && before.date_only == edited.date_only;
            if !same {
                can_become(work, before, edited, now)?;
            }
            match &edited.fact {
                Fact::Spend(spend) if edited.refunded => replace_refunded(work, before, edited, spend, now)?,
                _ if same => {}
                fact => work.replace(id, edited.at, edited.date_only, fact)?,
            }
            take_along(work, before, edited)?;
            Ok(Change::of(name, id))
        })
    }
}

fn can_become(work: &Work<'_>, before: &Entry, edited: &Edited, now: Instant) -> Result<(), Refused> {
    match (&before.fact, &edited.fact) {
        (_, Fact::Spend(spend)) => {
            not_later(edited.at, now)?;
            can_be(work, spend, None)?;
            let back = refunded_of(work.contents, before.id);
            if back > spend.credits { Err(Refused::RefundTooLarge { left: back }) } else { Ok(()) }
        }
        (_, Fact::Refund { .. }) => refund_can_become(work, before, edited),
        (Fact::Check(Check { of_spend, .. }), Fact::Check(check)) => {
            if *of_spend != check.of_spend {
                return Err(Refused::AboutAnother(before.id));
            }
            of_spend.map_or(Ok(()), |spend| not_before_its_spend(work, spend, edited.at))?;
            can_be_noted(work, check, edited.at, now)
        }
        (_, Fact::Grant(grant)) => can_be_granted(work, grant, edited.at),
        (_, Fact::Void { lot }) => can_end(&without(work, before.id), lot, edited.at),
        (_, Fact::Extend { lot, until }) => can_be_moved(&without(work, before.id), lot, *until, edited.at),
        (_, Fact::Check(_) | Fact::Renewal { .. }) => not_later(edited.at, now),
        (_, Fact::Shift { .. } | Fact::Cancel | Fact::Pause | Fact::Resume) => not_later(edited.at, now),
    }
}

/// The facts as if this entry had not been made: an end does not stand in its own way.
fn without(work: &Work<'_>, id: EntryId) -> Facts {
    let mut facts = work.contents.facts.clone();
    facts.entries.retain(|entry| entry.id != id);
    facts
}

fn refund_can_become(work: &Work<'_>, before: &Entry, edited: &Edited) -> Result<(), Refused> {
    let (Fact::Refund { of, amount: this }, Fact::Refund { of: after, amount }) = (&before.fact, &edited.fact) else {
        return Err(Refused::AnotherKind(before.id));
    };
    if of != after {
        return Err(Refused::AboutAnother(before.id));
    }
    not_before_its_spend(work, *of, edited.at)?;
    let others = refunded_of(work.contents, *of).minus(*this).unwrap_or_default();
    at_most(work.contents, *of, others, *amount).map(drop)
}

/// The ledger knows nothing to give back before the spend itself.
fn not_before_its_spend(work: &Work<'_>, spend: EntryId, at: Instant) -> Result<(), Refused> {
    match work.contents.entry(spend) {
        Some(spend) if at < spend.at => Err(Refused::BeforeItsSpend { spend: spend.at }),
        _ => Ok(()),
    }
}

/// Writes the spend, and a refund at now of whatever has not come back yet.
fn replace_refunded(
    work: &mut Work<'_>,
    before: &Entry,
    edited: &Edited,
    spend: &Spend,
    now: Instant,
) -> Result<(), JourneyError> {
    let (id, at, date_only) = (before.id, edited.at, edited.date_only);
    let fact = Fact::Spend(Spend { state: SpendState::Charged, ..spend.clone() });
    let amount = spend.credits.minus(refunded_of(work.contents, id)).unwrap_or_default();
    if *before != (Entry { id, at, date_only, fact: fact.clone() }) {
        work.replace(id, at, date_only, &fact)?;
    }
    if !amount.is_zero() {
        work.add(now.max(at), false, &Fact::Refund { of: id, amount })?;
    }
    Ok(())
}

/// A spend that moves takes its typed balance along, and pushes the refunds before it that it would leave behind.
fn take_along(work: &mut Work<'_>, before: &Entry, edited: &Edited) -> Result<(), JourneyError> {
    for entry in &work.contents.facts.entries {
        let left_behind = entry.at < edited.at;
        let moves = match &entry.fact {
            Fact::Refund { of, .. } => *of == before.id && left_behind,
            Fact::Check(check) => check.of_spend == Some(before.id) && (left_behind || entry.at == before.at),
            _ => false,
        };
        if moves && (entry.at, entry.date_only) != (edited.at, edited.date_only) {
            work.replace(entry.id, edited.at, edited.date_only, &entry.fact)?;
        }
    }
    Ok(())
}
