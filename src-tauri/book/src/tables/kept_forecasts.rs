//! One forecast a day, kept to be scored later.

use rusqlite::{Connection, params};

use crate::error::BookError;
use crate::kept::KeptForecast;
use crate::stored::{self, FORM, StoredError, StoredForecast, from_millis, millis, read_day};

/// A row, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct ForecastRow {
    pub(crate) day: String,
    pub(crate) at: i64,
    pub(crate) form: i64,
    pub(crate) body: String,
}

impl ForecastRow {
    pub(crate) fn of(kept: &KeptForecast) -> Result<Self, BookError> {
        let day = kept.day.to_string();
        let body = stored::write(&StoredForecast::from(kept)).map_err(|reason| unreadable(&day, reason))?;
        Ok(Self { day, at: millis(kept.at), form: FORM, body })
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

/// Keeps a forecast, unless one of that day is kept.
pub(crate) fn keep(conn: &Connection, row: &ForecastRow) -> Result<bool, BookError> {
    let ForecastRow { day, at, form, body } = row;
    let mut insert =
        conn.prepare_cached("INSERT OR IGNORE INTO kept_forecasts (day, at, form, body) VALUES (?1, ?2, ?3, ?4)")?;
    Ok(insert.execute(params![day, at, form, body])? == 1)
}

/// Every kept forecast, oldest first.
pub(crate) fn all(conn: &Connection) -> Result<Vec<ForecastRow>, BookError> {
    let mut rows = conn.prepare_cached("SELECT day, at, form, body FROM kept_forecasts ORDER BY day")?;
    let read = |row: &rusqlite::Row<'_>| {
        Ok(ForecastRow { day: row.get(0)?, at: row.get(1)?, form: row.get(2)?, body: row.get(3)? })
    };
    Ok(rows.query_map([], read)?.collect::<Result<_, _>>()?)
}
