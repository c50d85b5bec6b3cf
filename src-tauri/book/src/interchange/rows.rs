//! A line of the document is a row of a table, there and back.

use serde_json::value::RawValue;

use super::document::{ChangeLine, DocumentLine, EntryLine, ForecastLine};
use crate::page::ServiceId;
use crate::stored::{
    self, StoredAction, StoredError, StoredFact, StoredForecast, StoredMark, StoredService, StoredTermsVersion,
    from_millis, instant_text, millis, read_instant,
};
use crate::tables::changes::{ChangeRow, ChangeState};
use crate::tables::documents::{DocumentKind, DocumentRow};
use crate::tables::entries::{self, EntryRow};
use crate::tables::kept_forecasts::ForecastRow;

fn raw(body: String) -> Result<Box<RawValue>, StoredError> {
    RawValue::from_string(body).map_err(|error| StoredError::Shape(error.to_string()))
}

pub(super) fn time_text(at: i64) -> Result<String, StoredError> {
    from_millis(at).map(instant_text)
}

pub(super) fn read_time(text: &str) -> Result<i64, StoredError> {
    read_instant(text).map(millis)
}

/// Reads a body and writes it as the book would, so that spaces and the order of keys are the book's.
fn rewrite<T>(form: i64, body: Option<Box<RawValue>>) -> Result<Option<String>, StoredError>
where
    T: serde::de::DeserializeOwned + serde::Serialize,
{
    body.map(|body| stored::write(&stored::read::<T>(form, body.get())?)).transpose()
}

/// Every number is one that a JSON reader keeps exactly, and that leaves room above it.
fn number(number: i64) -> Result<i64, StoredError> {
    let fits = (0..1 << 52).contains(&number);
    if fits { Ok(number) } else { Err(StoredError::value(number, "a number from 0 to 2^52")) }
}

/// The service of a line; in a document of version 1, the only one.
fn read_service(service: Option<i64>) -> Result<ServiceId, StoredError> {
    let service = number(service.unwrap_or(ServiceId::FIRST.0))?;
    if service > 0 { Ok(ServiceId(service)) } else { Err(StoredError::value(service, "a service's number")) }
}

impl TryFrom<ChangeRow> for ChangeLine {
    type Error = StoredError;

    fn try_from(row: ChangeRow) -> Result<Self, StoredError> {
        let ChangeRow { id, at, name, state } = row;
        Ok(Self { id, at: time_text(at)?, name, state: state.text().to_owned() })
    }
}

impl TryFrom<ChangeLine> for ChangeRow {
    type Error = StoredError;

    fn try_from(line: ChangeLine) -> Result<Self, StoredError> {
        let ChangeLine { id, at, name, state } = line;
        let wanted = "first, done, undone or dropped";
        let state = ChangeState::read(&state).ok_or_else(|| StoredError::value(&state, wanted))?;
        Ok(Self { id: number(id)?, at: read_time(&at)?, name, state })
    }
}

impl TryFrom<EntryRow> for EntryLine {
    type Error = StoredError;

    fn try_from(row: EntryRow) -> Result<Self, StoredError> {
        let EntryRow { version, entry, service, change, supersedes, stands, natural_key, at, date_only, form, body } =
            row;
        let (at, body) = (time_text(at)?, body.map(raw).transpose()?);
        let service = Some(service.0);
        Ok(Self { version, entry, service, change, supersedes, stands, key: natural_key, at, date_only, form, body })
    }
}

impl TryFrom<EntryLine> for EntryRow {
    type Error = StoredError;

    fn try_from(line: EntryLine) -> Result<Self, StoredError> {
        let EntryLine { version, entry, service, change, supersedes, stands, key, at, date_only, form, body } = line;
        let row = Self {
            version: number(version)?,
            entry: number(entry)?,
            service: read_service(service)?,
            change,
            supersedes,
            stands,
            natural_key: key,
            at: read_time(&at)?,
            date_only,
            form,
            body: rewrite::<StoredFact>(form, body)?,
        };
        if let Some(body) = &row.body {
            entries::decode(runout_core::facts::EntryId(entry), row.at, date_only, form, body)?;
        }
        Ok(row)
    }
}

impl TryFrom<DocumentRow> for DocumentLine {
    type Error = StoredError;

    fn try_from(row: DocumentRow) -> Result<Self, StoredError> {
        let DocumentRow { version, kind, name, service, change, supersedes, stands, form, body } = row;
        let (kind, body) = (kind.text().to_owned(), body.map(raw).transpose()?);
        Ok(Self { version, kind, name, service: Some(service.0), change, supersedes, stands, form, body })
    }
}

impl TryFrom<DocumentLine> for DocumentRow {
    type Error = StoredError;

    fn try_from(line: DocumentLine) -> Result<Self, StoredError> {
        let DocumentLine { version, kind, name, service, change, supersedes, stands, form, body } = line;
        let wanted = "service, terms, mark, action or setting";
        let kind = DocumentKind::read(&kind).ok_or_else(|| StoredError::value(&kind, wanted))?;
        let body = match kind {
            DocumentKind::Service => rewrite::<StoredService>(form, body)?,
            DocumentKind::Terms => rewrite::<StoredTermsVersion>(form, body)?,
            DocumentKind::Mark => rewrite::<StoredMark>(form, body)?,
            DocumentKind::Action => rewrite::<StoredAction>(form, body)?,
            DocumentKind::Setting => rewrite::<String>(form, body)?,
        };
        let service = match kind {
            DocumentKind::Setting => ServiceId::BOOK,
            _ => read_service(service)?,
        };
        let row = Self { version: number(version)?, kind, name, service, change, supersedes, stands, form, body };
        crate::contents::look_at(&row)?;
        Ok(row)
    }
}

impl TryFrom<ForecastRow> for ForecastLine {
    type Error = StoredError;

    fn try_from(row: ForecastRow) -> Result<Self, StoredError> {
        let ForecastRow { service, day, at, form, body } = row;
        Ok(Self { service: Some(service.0), day, at: time_text(at)?, form, body: raw(body)? })
    }
}

impl TryFrom<ForecastLine> for ForecastRow {
    type Error = StoredError;

    fn try_from(line: ForecastLine) -> Result<Self, StoredError> {
        let ForecastLine { service, day, at, form, body } = line;
        let body = stored::write(&stored::read::<StoredForecast>(form, body.get())?)?;
        let row = Self { service: read_service(service)?, day, at: read_time(&at)?, form, body };
        row.decode()?;
        Ok(row)
    }
}
