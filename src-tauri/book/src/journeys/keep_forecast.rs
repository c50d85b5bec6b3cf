//! Keep the day's forecast, to be scored after the renewal. Outside undo.

use crate::book::Book;
use crate::error::BookError;
use crate::kept::KeptForecast;
use crate::tables::kept_forecasts::{self, ForecastRow};

impl Book {
    /// Keeps a forecast; the first of each day stands. Whether this one was kept.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn keep_forecast(&mut self, kept: &KeptForecast) -> Result<bool, BookError> {
        kept_forecasts::keep(&self.conn, &ForecastRow::of(kept)?)
    }

    /// The kept forecasts, oldest first.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn kept_forecasts(&self) -> Result<Vec<KeptForecast>, BookError> {
        kept_forecasts::all(&self.conn)?.iter().map(ForecastRow::read).collect()
    }
}
