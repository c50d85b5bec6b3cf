//! Log a spend.

use runout_core::Instant;
use runout_core::actions::Action;
use runout_core::credits::Credits;
use runout_core::facts::{Check, Fact, Spend};

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::naming;
use crate::stored::StoredAction;
use crate::tables::documents::DocumentKind;
use crate::transact::{Change, Work};

/// A spend to be logged.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSpend {
    /// When; not after now.
    pub at: Instant,
    /// Whether only a date was typed.
    pub date_only: bool,
    /// What.
    pub spend: Spend,
    /// The balance that the service showed after it (`=22600`): a check of its own, undone with it.
    pub shown: Option<Credits>,
    /// Whether all of it came back already (`!refunded`).
    pub refunded: bool,
    /// An action that the line named first; see [`Book::new_action`].
    pub new_action: Option<Action>,
}

impl Book {
    /// Logs a spend; one of 0 is valid.
    ///
    /// # Errors
    /// [`Refused::LaterThanNow`], [`Refused::SpendBelowNothing`], [`Refused::CountOfNothing`],
    /// [`Refused::NoSuchAction`], [`Refused::NameTaken`].
    pub fn spend(&mut self, new: &NewSpend, now: Instant) -> Result<Change, JourneyError> {
        let NewSpend { at, date_only, spend, shown, refunded, new_action } = new;
        self.transact(now, |work| {
            if let Some(action) = new_action {
                super::actions::name_is_free(work.contents, &action.name, None)?;
                work.put(DocumentKind::Action, &action.id.0, &StoredAction::from(action))?;
            }
            not_later(*at, now)?;
            can_be(work, spend, new_action.as_ref())?;
            let id = work.add(*at, *date_only, &Fact::Spend(spend.clone()))?;
            if *refunded && !spend.credits.is_zero() {
                work.add(*at, *date_only, &Fact::Refund { of: id, amount: spend.credits })?;
            }
            if let Some(shown) = *shown {
                let check = Check { shown, pot: None, of_spend: Some(id) };
                work.add(*at, *date_only, &Fact::Check(check))?;
            }
            let name = naming::spend(spend, work.contents.actions.iter().chain(new_action));
            Ok(Change::of(format!("logged {name}"), id))
        })
    }
}

/// A spend or a check lies in the past.
pub(super) fn not_later(at: Instant, now: Instant) -> Result<(), Refused> {
    if at > now { Err(Refused::LaterThanNow { at }) } else { Ok(()) }
}

/// Whether a spend can be stored as it is.
pub(super) fn can_be(work: &Work<'_>, spend: &Spend, new_action: Option<&Action>) -> Result<(), Refused> {
    if spend.credits.is_negative() {
        return Err(Refused::SpendBelowNothing);
    }
    if spend.count == 0 {
        return Err(Refused::CountOfNothing);
    }
    let Some(key) = &spend.key else { return Ok(()) };
    let known = work.contents.actions.iter().chain(new_action).any(|action| action.id == key.action);
    if known { Ok(()) } else { Err(Refused::NoSuchAction(key.action.0.clone())) }
}
