//! One forecast a day, kept to be scored later.

use rusqlite::{Connection, params};

use crate::error::BookError;
use crate::kept::KeptForecast;
use crate::page::ServiceId;
use crate::stored::{self, FORM, StoredError, StoredForecast, from_millis, millis, read_day};

/// A row, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct ForecastRow {
    pub(crate) service: ServiceId,
    pub(crate) day: String,
    pub(crate) at: i64,
    pub(crate) form: i64,
    pub(crate) body: String,
}

impl ForecastRow {
    pub(crate) fn of(service: ServiceId, kept: &KeptForecast) -> Result<Self, BookError> {
        let day = kept.day.to_string();
        let body = stored::write(&StoredForecast::from(kept)).map_err(|reason| unreadable(&day, reason))?;
        Ok(Self { service, day, at: millis(kept.at), form: FORM, body })
    }

    pub(crate) fn read(&self) -> Result<KeptForecast, BookError> {
        self.decode().map_err(|reason| unreadable(&self.day, reason))
    }

    pub(crate) fn decode(&self) -> Result<KeptForecast, StoredError> {
        let forecast: StoredForecast = stored::read(self.form, &self.body)?;
        forecast.kept(read_day(&self.day)?, from_millis(self.at)?)
    }
}

fn unreadable(day: &str, reason: StoredError) -> BookError {
    BookError::Stored { place: format!("the forecast of {day}"), reason }
}

/// Keeps a forecast, unless one of that day and service is kept.
pub(crate) fn keep(conn: &Connection, row: &ForecastRow) -> Result<bool, BookError> {
    let ForecastRow { service, day, at, form, body } = row;
    let mut insert = conn.prepare_cached(
        "INSERT OR IGNORE INTO kept_forecasts (service, day, at, form, body) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    Ok(insert.execute(params![service.0, day, at, form, body])? == 1)
}

/// Every kept forecast, by service, oldest first.
pub(crate) fn all(conn: &Connection) -> Result<Vec<ForecastRow>, BookError> {
    let mut rows =
        conn.prepare_cached("SELECT service, day, at, form, body FROM kept_forecasts ORDER BY service, day")?;
    let read = |row: &rusqlite::Row<'_>| {
        let service = ServiceId(row.get(0)?);
        Ok(ForecastRow { service, day: row.get(1)?, at: row.get(2)?, form: row.get(3)?, body: row.get(4)? })
    };
    Ok(rows.query_map([], read)?.collect::<Result<_, _>>()?)
}
