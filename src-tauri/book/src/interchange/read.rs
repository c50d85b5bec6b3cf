//! A document that comes from elsewhere, read row by row: a refusal names the place.

use runout_core::Instant;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::document::{ChangeLine, Document, DocumentLine, EntryLine, FORMAT, ForecastLine, VERSION};
use super::rows::read_time;
use crate::error::Refused;
use crate::stored::StoredError;
use crate::tables::about::About;
use crate::tables::changes::ChangeRow;
use crate::tables::documents::DocumentRow;
use crate::tables::entries::EntryRow;
use crate::tables::kept_forecasts::ForecastRow;

/// Everything that a document holds.
pub(super) struct Whole {
    pub(super) about: About,
    pub(super) changes: Vec<ChangeRow>,
    pub(super) entries: Vec<EntryRow>,
    pub(super) documents: Vec<DocumentRow>,
    pub(super) kept_forecasts: Vec<ForecastRow>,
}

/// Only the mark, to tell another document from a newer one.
#[derive(serde::Deserialize)]
struct Mark {
    format: String,
    version: u32,
}

/// Reads a document.
pub(super) fn read(text: &str) -> Result<Whole, Refused> {
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str::<serde::de::IgnoredAny>(text).map_err(|error| refuse("the file", &not_json(&error)))?;
    let mark: Mark = serde_json::from_str(text)
        .map_err(|_| refuse("the file", &"it is JSON, but not an exported book of Runout"))?;
    if mark.format != FORMAT {
        return Err(refuse("format", &format!("it says {:?} where an exported book says {FORMAT:?}", mark.format)));
    }
    if mark.version > VERSION {
        return Err(refuse("version", &"a newer Runout wrote it"));
    }
    let document: Document<Box<RawValue>> = serde_json::from_str(text).map_err(|error| refuse("the file", &error))?;
    let made = read_time(&document.about.made).map_err(|error| refuse("about.made", &error))?;
    Ok(Whole {
        about: About { made, sample: document.about.sample, nearest: document.about.nearest },
        changes: rows::<ChangeLine, _>("changes", &document.changes)?,
        entries: rows::<EntryLine, _>("entries", &document.entries)?,
        documents: rows::<DocumentLine, _>("documents", &document.documents)?,
        kept_forecasts: rows::<ForecastLine, _>("kept_forecasts", &document.kept_forecasts)?,
    })
}

fn not_json(error: &serde_json::Error) -> String {
    format!("it is not JSON from line {}, column {} on", error.line(), error.column())
}

/// Reads the lines of one list.
fn rows<Line, Row>(list: &str, lines: &[Box<RawValue>]) -> Result<Vec<Row>, Refused>
where
    Line: DeserializeOwned,
    Row: TryFrom<Line, Error = StoredError>,
{
    let read = |(place, line): (usize, &RawValue)| {
        let line: Line = serde_json::from_str(line.get()).map_err(|error| refuse(&at(list, place), &error))?;
        Row::try_from(line).map_err(|error| refuse(&at(list, place), &error))
    };
    lines.iter().map(AsRef::as_ref).enumerate().map(read).collect()
}

/// "entries[12]".
pub(super) fn at(list: &str, place: usize) -> String {
    format!("{list}[{place}]")
}

pub(super) fn refuse(place: &str, reason: &impl ToString) -> Refused {
    Refused::BadImport { place: place.to_owned(), reason: reason.to_string() }
}

/// The rule of the journeys, in a document.
pub(super) fn in_our_time(place: &str, at: Instant) -> Result<(), Refused> {
    crate::transact::in_our_time(at).map_err(|refused| refuse(place, &refused))
}
