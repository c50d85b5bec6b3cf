//! The days ahead of the burn-down: bands, lapses, ends, the first empty day.

use super::{Flag, RunOutBar};
use crate::credits::Credits;
use crate::forecast::Bands;
use crate::outlook::Outlook;
use crate::{Day, Instant};

/// The chance below which no first empty day is drawn.
const WORTH_A_BAR: f64 = 0.2;

impl Outlook<'_> {
    pub(super) fn days_until(&self, to: Instant) -> Vec<(Day, Bands, f64)> {
        let Some(forecast) = &self.forecast else { return Vec::new() };
        let days = forecast.from.iter_days().zip(forecast.left.iter().zip(&forecast.empty));
        let days = days.take_while(|(day, _)| self.start_of(*day) < to);
        days.map(|(day, (bands, empty))| (day, *bands, *empty)).collect()
    }

    pub(super) fn will_lapse_flags(&self, seen: &impl Fn(Instant) -> bool) -> Vec<Flag> {
        let ahead = self.forecast.as_ref().map_or(&[][..], |forecast| &forecast.will_lapse);
        let ahead = ahead.iter().filter(|lapse| lapse.bands.p50 > Credits::ZERO && seen(lapse.at));
        ahead
            .map(|lapse| Flag {
                at: self.local(lapse.at),
                amount: lapse.mean,
                words: format!("{} lapse", self.estimate(lapse.mean)),
            })
            .collect()
    }

    pub(super) fn ends(&self, seen: &impl Fn(Instant) -> bool) -> Vec<Flag> {
        let own = self.future.renewals();
        let lots = self.ledger.lots().filter(|lot| lot.left > Credits::ZERO);
        let ends = lots.filter_map(|lot| lot.ends.map(|end| (end, lot.left)));
        let ends = ends.filter(|(end, _)| seen(*end) && own.iter().all(|renewal| renewal.at != *end));
        ends.map(|(end, left)| self.flag(end, left, "end")).collect()
    }

    pub(super) fn run_out_bar(&self) -> Option<RunOutBar> {
        let forecast = self.forecast.as_ref().filter(|_| !self.is_unlogged())?;
        let renewal = self.renewal().map(|at| self.day_of(at));
        let end = renewal.unwrap_or_else(|| self.horizon(forecast));
        let worth = forecast.chance_before_renewal.is_none_or(|chance| chance >= WORTH_A_BAR);
        let day = |place: Option<usize>| place.map(|place| self.forecast_day(place)).filter(|day| *day < end);
        let early = day(forecast.run_out.p10).filter(|_| worth && !self.ledger.left().is_zero())?;
        let middle = day(forecast.run_out.p50).filter(|_| !self.is_learning());
        Some(RunOutBar { early, middle, until: day(forecast.run_out.p90).unwrap_or(end) })
    }
}
