//! Edit an entry: a new version of it stands, its id stays.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{EntryId, Fact};

use super::refund::refunded_of;
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
}

impl Book {
    /// Lets an entry say something else.
    ///
    /// # Errors
    /// [`Refused::NoSuchEntry`], [`Refused::AnotherKind`], [`Refused::RefundTooLarge`] where a spend would become
    /// smaller than what came back for it, and what the journey of its kind refuses.
    pub fn edit(&mut self, id: EntryId, edited: &Edited, now: Instant) -> Result<Change, JourneyError> {
        let Edited { at, date_only, fact } = edited;
        self.transact(now, |work| {
            let before = work.contents.entry(id).ok_or(Refused::NoSuchEntry(id))?;
            if std::mem::discriminant(&before.fact) != std::mem::discriminant(fact) {
                return Err(Refused::AnotherKind(id).into());
            }
            let name = format!("edited {}", naming::fact(&before.fact, work.contents));
            if before.fact == *fact && before.at == *at && before.date_only == *date_only {
                return Ok(Change::of(name, id));
            }
            can_become(work, id, edited, now)?;
            work.replace(id, *at, *date_only, fact)?;
            Ok(Change::of(name, id))
        })
    }
}

fn can_become(work: &Work<'_>, id: EntryId, edited: &Edited, now: Instant) -> Result<(), Refused> {
    match &edited.fact {
        Fact::Spend(spend) => {
            not_later(edited.at, now)?;
            can_be(work, spend, None)?;
            let back = refunded_of(work.contents, id);
            if back > spend.credits { Err(Refused::RefundTooLarge { left: back }) } else { Ok(()) }
        }
        Fact::Refund { of, amount } => refund_can_become(work, id, *of, *amount),
        Fact::Check(_) | Fact::Renewal { .. } => not_later(edited.at, now),
        Fact::Grant(grant) => can_be_granted(work, grant, edited.at),
        Fact::Void { .. } | Fact::Extend { .. } | Fact::Shift { .. } | Fact::Cancel | Fact::Pause | Fact::Resume => {
            Ok(())
        }
    }
}

fn refund_can_become(work: &Work<'_>, id: EntryId, of: EntryId, amount: Credits) -> Result<(), Refused> {
    let this = match work.contents.entry(id).map(|entry| &entry.fact) {
        Some(Fact::Refund { amount, .. }) => *amount,
        _ => Credits::ZERO,
    };
    let others = refunded_of(work.contents, of).minus(this).unwrap_or(Credits::ZERO);
    super::refund::at_most(work.contents, of, others, amount).map(drop)
}
