//! Give a service of the book another name.

use runout_core::Instant;

use super::actions::can_be_a_name;
use crate::book::Book;
use crate::contents::Contents;
use crate::error::{JourneyError, Refused};
use crate::page::ServiceId;
use crate::stored::StoredService;
use crate::tables::documents::DocumentKind;
use crate::transact::Change;

impl Book {
    /// Renames a service, whichever page lies open.
    ///
    /// # Errors
    /// [`Refused::NoSuchService`], [`Refused::ServiceNameTaken`], [`Refused::NameEmpty`], [`Refused::NameSteers`].
    pub fn rename_service(&mut self, id: ServiceId, name: &str, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let name = name.trim();
            let page = work.book.page_of(id).ok_or(Refused::NoSuchService)?;
            name_is_free_for(work.book, name, Some(id))?;
            let mut service = page.facts.service.clone();
            let before = std::mem::replace(&mut service.name, name.to_owned());
            if before != name {
                let document = StoredService::from(&service).with_origin(page.origin.clone());
                let (kind, place) = DocumentKind::SERVICE;
                work.put_of(id, kind, place, &document)?;
            }
            Ok(Change::named(format!("renamed {before} to {name}")))
        })
    }
}

/// Whether no other service of the book is called so, in whatever case.
pub(crate) fn name_is_free_for(contents: &Contents, name: &str, own: Option<ServiceId>) -> Result<(), Refused> {
    let name = name.trim();
    can_be_a_name(name)?;
    let mut others = contents.pages().iter().filter(|page| Some(page.id) != own);
    let taken = others.any(|page| page.facts.service.name.trim().to_lowercase() == name.to_lowercase());
    if taken { Err(Refused::ServiceNameTaken(name.to_owned())) } else { Ok(()) }
}
