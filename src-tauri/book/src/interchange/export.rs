//! The whole book, out.

use serde::Serialize;

use super::document::{AboutRow, ChangeLine, Document, DocumentLine, EntryLine, FORMAT, ForecastLine, VERSION};
use super::rows::time_text;
use crate::book::Book;
use crate::error::BookError;
use crate::stored::StoredError;
use crate::tables::about::About;
use crate::tables::{about, changes, documents, entries, kept_forecasts};

/// One of the four kinds of line.
#[derive(Serialize)]
#[serde(untagged)]
enum Line {
    Change(ChangeLine),
    Entry(EntryLine),
    Document(DocumentLine),
    Forecast(ForecastLine),
}

impl Book {
    /// The whole book as one JSON document: every version of everything, and the history.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn export_json(&self) -> Result<String, BookError> {
        let reading = self.conn.unchecked_transaction()?;
        let About { made, sample, nearest } = about::read(&reading)?;
        let made = time_text(made).map_err(unreadable)?;
        let document = Document {
            format: FORMAT.to_owned(),
            version: VERSION,
            about: AboutRow { made, sample, nearest },
            changes: lines(changes::all(&reading)?, |row| row.try_into().map(Line::Change))?,
            entries: lines(entries::all(&reading)?, |row| row.try_into().map(Line::Entry))?,
            documents: lines(documents::all(&reading)?, |row| row.try_into().map(Line::Document))?,
            kept_forecasts: lines(kept_forecasts::all(&reading)?, |row| row.try_into().map(Line::Forecast))?,
        };
        let mut text = serde_json::to_string_pretty(&document)
            .map_err(|error| unreadable(StoredError::Shape(error.to_string())))?;
        text.push('\n');
        Ok(text)
    }
}

fn lines<Row>(rows: Vec<Row>, line: impl Fn(Row) -> Result<Line, StoredError>) -> Result<Vec<Line>, BookError> {
    rows.into_iter().map(|row| line(row).map_err(unreadable)).collect()
}

fn unreadable(reason: StoredError) -> BookError {
    BookError::Stored { place: "the book".to_owned(), reason }
}
