//! The one object that every surface reads: what is left, how sure that is, until when it lasts.
//!
//! Window, command line, tray and notices take their figures and their sentence from one [`Outlook`], so that two of
//! them cannot disagree.

mod burn_down;
mod cells;
mod ends;
mod kept;
mod lapse;
mod overview;
mod reckoned;
mod sentence;
mod span;
mod standing;
mod still_make;
mod trust;

pub use burn_down::{BurnDown, ChartSpan, Even, Fan, Flag, PastLapse, RunOutBar, Step};
pub use cells::Cell;
pub use kept::Kept;
pub use sentence::Sentence;
pub use span::{Mark, Span, Text};
pub use standing::{Confirmed, Standing, Term};
pub use trust::Trust;

use std::collections::HashMap;

use crate::actions::Action;
use crate::calendar::{day_of, start_of};
use crate::credits::{Credits, Decimals};
use crate::facts::{Entry, EntryId, Fact, Facts};
use crate::forecast::{self, Forecast, ForecastAsk, Habit};
use crate::ledger::{Edge, Future, Ledger, LedgerError, replay};
use crate::price_book::PriceBook;
use crate::words::{self, Figures};
use crate::{Day, Instant, Zone};

/// Below this many usable days of log a date is not shown without its range, and the sentence says that it learns.
pub const LEARNING_DAYS: usize = 7;

/// What is left and what becomes of it, at one instant.
#[derive(Debug)]
pub struct Outlook<'a> {
    /// What happened.
    pub facts: &'a Facts,
    /// The catalogue.
    pub actions: &'a [Action],
    /// The instant.
    pub now: Instant,
    /// How figures are written.
    pub figures: Figures,
    /// What the forecast was asked; the wanted certainty is its, for every answer.
    pub ask: ForecastAsk,
    /// The ledger after the instant.
    pub ledger: Ledger,
    /// What the pace is read from.
    pub habit: Habit,
    /// The days ahead, as the terms have them.
    pub future: Future,
    /// The forecast; none while nothing is known: nothing was spent, and no plan says anything.
    pub forecast: Option<Forecast>,
    /// Where each entry stands among the facts.
    pub(crate) places: HashMap<EntryId, usize>,
    /// What things take.
    pub prices: PriceBook,
}

impl<'a> Outlook<'a> {
    /// The outlook at `now`.
    ///
    /// # Errors
    /// [`LedgerError`] where a sum is beyond what a book can hold.
    pub fn of(
        facts: &'a Facts,
        actions: &'a [Action],
        now: Instant,
        figures: Figures,
        ask: &ForecastAsk,
    ) -> Result<Self, LedgerError> {
        let seen = facts.seen_from(now);
        let ledger = replay(&seen, now, Edge::After)?;
        let habit = Habit::of(facts, &ledger, now);
        let future = forecast::days_ahead(&seen, &ledger, now, ask)?;
        let forecast = forecast::forecast(&habit, &future, ask);
        let prices = PriceBook::of(actions, facts, now);
        let places = facts.entries.iter().enumerate().map(|(place, entry)| (entry.id, place)).collect();
        let ask = ask.clone();
        Ok(Self { facts, actions, now, figures, ask, ledger, habit, future, forecast, places, prices })
    }

    /// The service's zone.
    pub fn zone(&self) -> Zone {
        self.facts.service.zone
    }

    /// The decimals of its unit.
    pub fn decimals(&self) -> Decimals {
        self.facts.service.decimals
    }

    /// Today, in the service's zone.
    pub fn today(&self) -> Day {
        day_of(self.now, self.zone())
    }

    /// The next renewal.
    pub fn renewal(&self) -> Option<Instant> {
        self.future.renewal().map(|renewal| renewal.at)
    }

    /// How many days' spends come before the next renewal, today's included, as the forecast counts them.
    pub fn days_to_renewal(&self) -> Option<usize> {
        self.future.renewal().map(|renewal| renewal.spends_before.max(1))
    }

    /// What is left, spread evenly over the days to the renewal, today included; rounded down.
    pub fn even_pace(&self) -> Option<Credits> {
        Some(forecast::even_pace(self.ledger.left(), self.days_to_renewal()?))
    }

    /// The calendar day of an instant.
    pub(crate) fn day_of(&self, at: Instant) -> Day {
        day_of(at, self.zone())
    }

    /// Midnight of a day of the forecast, 0 for today.
    pub(crate) fn forecast_day(&self, place: usize) -> Day {
        self.today() + chrono::Days::new(place as u64)
    }

    /// The first instant of a day.
    pub(crate) fn start_of(&self, day: Day) -> Instant {
        start_of(day, self.zone())
    }

    /// Whether there is too little log to show a date without its range.
    pub fn is_learning(&self) -> bool {
        self.habit.days.len() < LEARNING_DAYS
    }

    /// Whether no spend was ever logged: what a first check found missing says how much, not how.
    pub fn is_unlogged(&self) -> bool {
        let spent = |entry: &Entry| entry.at <= self.now && matches!(entry.fact, Fact::Spend(_));
        !self.facts.entries.iter().any(spent)
    }

    /// The chance that it runs out before the renewal, where there is one within the forecast.
    pub fn chance(&self) -> Option<f64> {
        self.forecast.as_ref().and_then(|forecast| forecast.chance_before_renewal)
    }

    /// An exact amount in words.
    pub fn exact(&self, amount: Credits) -> String {
        words::exact(amount, self.decimals(), &self.figures)
    }

    /// An estimate in words: "≈ 1,300".
    pub fn estimate(&self, amount: Credits) -> String {
        words::estimate(self.units(amount), self.decimals(), &self.figures)
    }

    /// An amount as a number in the service's unit.
    pub fn units(&self, amount: Credits) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "credits and scales lie below 2^53")]
        let units = amount.units() as f64 / self.decimals().scale() as f64;
        units
    }

    /// A day in words: "Tue 15 Dec".
    pub(crate) fn day(&self, day: Day) -> String {
        words::day(day, self.today())
    }

    /// A day by its name where it is near: "today", "tomorrow", else "Sun 6 Dec".
    pub(crate) fn named(&self, day: Day) -> String {
        words::named_day(day, self.today())
    }
}
