//! Remove a service with all that was logged for it.

use runout_core::Instant;

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::page::ServiceId;
use crate::tables::documents::DocumentKind;
use crate::transact::Change;

impl Book {
    /// Removes a service, its plan and its log; undo brings all of it back. Where its page lay open, the first does.
    ///
    /// # Errors
    /// [`Refused::NoSuchService`], [`Refused::OnlyService`].
    pub fn remove_service(&mut self, id: ServiceId, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let name = work.book.page_of(id).ok_or(Refused::NoSuchService)?.facts.service.name.clone();
            if work.book.pages().len() == 1 {
                return Err(Refused::OnlyService(name).into());
            }
            let (kind, place) = DocumentKind::SERVICE;
            work.put_body(id, kind, place, None)?;
            Ok(Change::named(format!("removed {name}")))
        })
    }
}
