//! Keep the day's forecast, to be scored after the renewal. Outside undo.

use crate::book::Book;
use crate::error::BookError;
use crate::kept::KeptForecast;
use crate::page::ServiceId;
use crate::tables::kept_forecasts::{self, ForecastRow};

impl Book {
    /// Keeps a forecast of a service; the first of each day stands. Whether this one was kept.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn keep_forecast(&mut self, service: ServiceId, kept: &KeptForecast) -> Result<bool, BookError> {
        kept_forecasts::keep(&self.conn, &ForecastRow::of(service, kept)?)
    }

    /// The kept forecasts of the open service, oldest first.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn kept_forecasts(&self) -> Result<Vec<KeptForecast>, BookError> {
        let own = self.service();
        let rows = kept_forecasts::all(&self.conn)?;
        rows.iter().filter(|row| row.service == own).map(ForecastRow::read).collect()
    }
}
