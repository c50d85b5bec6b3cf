//! Add another service to the book.

use runout_core::Instant;
use runout_core::facts::{Check, EntryId, Fact};

use super::create::{NewBook, put_service};
use super::rename_service::name_is_free_for;
use crate::book::Book;
use crate::error::JourneyError;
use crate::page::ServiceId;
use crate::stored::{Origin, millis};
use crate::tables::documents;
use crate::tables::entries::{self, Says};
use crate::transact::{Change, in_our_time};

impl Book {
    /// Adds a service and turns to its page.
    ///
    /// # Errors
    /// [`crate::Refused::ServiceNameTaken`], [`crate::Refused::NameEmpty`], [`crate::Refused::NameSteers`],
    /// [`crate::Refused::NotInOurTime`].
    pub fn add_service(&mut self, new: &NewBook, now: Instant) -> Result<Change, JourneyError> {
        let mut id = ServiceId::FIRST;
        let change = self.transact(now, |work| {
            in_our_time(new.service.start)?;
            name_is_free_for(work.book, &new.service.name, None)?;
            id = documents::next_service(work.conn())?;
            let sample = work.book.came_from(work.contents).sample;
            let origin = Origin { sample, nearest: new.nearest.clone() };
            put_service(work.conn(), work.change(), id, new, Some(origin))?;
            if let Some(shown) = new.left {
                let body = entries::body(EntryId(0), &Fact::Check(Check { shown, pot: None, of_spend: None }))?;
                let says = Says { at: millis(now), date_only: false, body: Some(&body), natural_key: None };
                work.add_to(id, None, &says)?;
            }
            Ok(Change::named(format!("added {}", new.service.name)))
        })?;
        self.turn_to(id)?;
        Ok(change)
    }
}
