//! Change a setting, or what the service is called.

use runout_core::Instant;
use runout_core::facts::Service;

use super::actions::can_be_a_name;
use super::rename_service::name_is_free_for;
use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::stored::StoredService;
use crate::tables::documents::DocumentKind;
use crate::transact::{Change, Work};

impl Book {
    /// Sets one of [`crate::Settings::KEYS`], or `service`, `unit`, `zone`.
    ///
    /// # Errors
    /// [`Refused::NoSuchSetting`], [`Refused::BadSetting`], [`Refused::NameEmpty`], [`Refused::NameSteers`],
    /// [`Refused::ServiceNameTaken`].
    pub fn set(&mut self, key: &str, value: &str, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            match with(&work.contents.facts.service, key, value)? {
                Some(service) => {
                    name_is_free_for(work.book, &service.name, Some(work.contents.id))?;
                    put_service(work, &service)?;
                }
                None => put_setting(work, key, value)?,
            }
            Ok(Change::named(format!("set {key} to {}", value.trim())))
        })
    }
}

/// The service with one of its words changed; none where the key is another setting's.
fn with(service: &Service, key: &str, value: &str) -> Result<Option<Service>, Refused> {
    let value = value.trim();
    let mut service = service.clone();
    match key {
        "service" | "unit" => can_be_a_name(value)?,
        _ => {}
    }
    match key {
        "service" => value.clone_into(&mut service.name),
        "unit" => value.clone_into(&mut service.unit),
        "zone" => {
            let allowed = "the name of a time zone, like Europe/Berlin";
            service.zone = value.parse().map_err(|_| Refused::BadSetting { key: "zone", allowed })?;
        }
        _ => return Ok(None),
    }
    Ok(Some(service))
}

fn put_service(work: &mut Work<'_>, service: &Service) -> Result<(), JourneyError> {
    if *service != work.contents.facts.service {
        let (kind, name) = DocumentKind::SERVICE;
        work.put(kind, name, &StoredService::from(service).with_origin(work.contents.origin.clone()))?;
    }
    Ok(())
}

fn put_setting(work: &mut Work<'_>, key: &str, value: &str) -> Result<(), JourneyError> {
    let settings = work.book.settings.with(key, value)?;
    if settings != work.book.settings
        && let Some(text) = settings.text(key)
    {
        work.put(DocumentKind::Setting, key, &text)?;
    }
    Ok(())
}
