//! An outlook laid aside: what was reckoned, without the facts that it was reckoned from.

use std::collections::HashMap;

use super::Outlook;
use crate::Instant;
use crate::actions::Action;
use crate::facts::{EntryId, Facts};
use crate::forecast::{Forecast, ForecastAsk, Habit};
use crate::ledger::{Future, Ledger};
use crate::price_book::PriceBook;
use crate::words::Figures;

/// What an [`Outlook`] owns. Only good for the facts that it was reckoned from.
#[derive(Debug)]
pub struct Kept {
    now: Instant,
    figures: Figures,
    ask: ForecastAsk,
    ledger: Ledger,
    habit: Habit,
    future: Future,
    forecast: Option<Forecast>,
    places: HashMap<EntryId, usize>,
    prices: PriceBook,
}

impl Outlook<'_> {
    /// Lays the outlook aside, so that the book may change hands; nothing is copied.
    pub fn keep(self) -> Kept {
        let Self { now, figures, ask, ledger, habit, future, forecast, places, prices, .. } = self;
        Kept { now, figures, ask, ledger, habit, future, forecast, places, prices }
    }
}

impl Kept {
    /// The instant that it was reckoned at.
    pub const fn now(&self) -> Instant {
        self.now
    }

    /// The outlook again, over the same facts.
    pub fn over<'a>(self, facts: &'a Facts, actions: &'a [Action]) -> Outlook<'a> {
        let Self { now, figures, ask, ledger, habit, future, forecast, places, prices } = self;
        Outlook { facts, actions, now, figures, ask, ledger, habit, future, forecast, places, prices }
    }
}
