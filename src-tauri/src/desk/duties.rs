//! What is done once a day without being asked: a backup, and the day's forecast for the score.

use runout_book::{Book, KeptForecast, Quantiles};
use runout_core::Day;
use runout_core::forecast::{Bands, Forecast};
use runout_core::grade::KeptLeft;
use runout_core::outlook::Outlook;

use super::{Desk, Open};
use crate::wire::Refusal;

impl Desk {
    /// Does what a day asks for. What fails here is no trouble of the person's: a backup by hand says why.
    pub(super) fn do_the_days_duties(&mut self) {
        let now = self.now();
        let Open::Book(book) = &self.open else { return };
        if book.is_sample() {
            return;
        }
        let _ = book.back_up_if_due(now);
        let Ok(all) = self.each(|outlook, _| Ok(kept(outlook))) else { return };
        for of in all {
            if let (Ok(Some(kept)), Open::Book(book)) = (of.read, &mut self.open) {
                let _ = book.keep_forecast(of.id, &kept);
            }
        }
    }
}

impl Desk {
    /// The forecasts that were kept, as far as they said what would be left at a renewal.
    pub(super) fn kept_to_grade(&self) -> Result<Vec<KeptLeft>, Refusal> {
        let kept = self.read(Book::kept_forecasts)?;
        Ok(kept.iter().filter_map(to_grade).collect())
    }
}

fn to_grade(kept: &KeptForecast) -> Option<KeptLeft> {
    let Quantiles { p10, p50, p90 } = kept.left_at_renewal?;
    Some(KeptLeft { at: kept.at, left: kept.left, renewal: kept.renewal?, said: [p10?, p50?, p90?] })
}

fn kept(outlook: &Outlook<'_>) -> Option<KeptForecast> {
    let forecast = outlook.forecast.as_ref()?;
    let day = |place: Option<usize>| place.map(|place| day_at(forecast, place));
    let before = forecast.renewal.and_then(|renewal| forecast.left.get(renewal.days.checked_sub(1)?));
    Some(KeptForecast {
        day: outlook.today(),
        at: outlook.now,
        left: outlook.ledger.left().units(),
        renewal: forecast.renewal.map(|renewal| renewal.at),
        run_out: Quantiles {
            p10: day(forecast.run_out.p10),
            p50: day(forecast.run_out.p50),
            p90: day(forecast.run_out.p90),
        },
        left_at_renewal: before.map(units),
        chance_before_renewal: forecast.chance_before_renewal,
    })
}

fn day_at(forecast: &Forecast, place: usize) -> Day {
    forecast.from + chrono::Days::new(place as u64)
}

fn units(bands: &Bands) -> Quantiles<i64> {
    Quantiles { p10: Some(bands.p10.units()), p50: Some(bands.p50.units()), p90: Some(bands.p90.units()) }
}
