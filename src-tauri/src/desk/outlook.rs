//! What is reckoned from the book, kept until the book or the minute changes.

use chrono::TimeDelta;
use runout_book::ServiceId;
use runout_core::forecast::ForecastAsk;
use runout_core::outlook::Outlook;
use runout_core::words::Figures;

use super::{Desk, Open};
use crate::locale;
use crate::refusal;
use crate::views::pen::Pen;
use crate::wire::{self, Refusal};

/// How long a reckoning holds while nothing is written: what the calendar does meanwhile is seen a minute late at most.
const HOLDS: TimeDelta = TimeDelta::seconds(60);

impl Desk {
    /// Reads something off the outlook of the service that lies open, at now.
    ///
    /// # Errors
    /// Why there is no book, or why its ledger cannot be reckoned; and what `read` refuses.
    pub fn outlook<T>(&mut self, read: impl FnOnce(&Outlook<'_>, &Pen) -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.outlook_of(self.book()?.service(), read)
    }

    /// The same of any service. What was reckoned is kept for each, so that turning back to one costs nothing.
    pub(super) fn outlook_of<T>(
        &mut self,
        service: ServiceId,
        read: impl FnOnce(&Outlook<'_>, &Pen) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let now = self.now();
        let figures = self.figures()?;
        let Open::Book(book) = &self.open else { return Err(refusal::no_book()) };
        let page = book.page(service).map_err(|refused| refusal::of_refused(&refused, &Pen::bare()))?;
        let (facts, actions) = page;
        let fresh = self.kept.remove(&service).filter(|kept| kept.now() <= now && now - kept.now() < HOLDS);
        let outlook = match fresh {
            Some(kept) => kept.over(facts, actions),
            None => Outlook::of(facts, actions, now, figures, &self.ask()?)?,
        };
        let answer = read(&outlook, &Pen::of(&outlook));
        self.kept.insert(service, outlook.keep());
        answer
    }

    /// What a forecast is asked by default, with the certainty that was chosen.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn ask(&self) -> Result<ForecastAsk, Refusal> {
        Ok(ForecastAsk { certainty: self.book()?.settings().certainty, ..ForecastAsk::default() })
    }

    /// How figures are written, for core.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn figures(&self) -> Result<Figures, Refusal> {
        Ok(locale::for_core(&self.wire_figures()?))
    }

    /// How figures are written, for the screen.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn wire_figures(&self) -> Result<wire::Figures, Refusal> {
        Ok(locale::chosen(self.book()?.settings()))
    }

    /// What is written with while no outlook is at hand.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn pen(&self) -> Result<Pen, Refusal> {
        let service = &self.book()?.facts().service;
        Ok(Pen::new(self.now(), service.zone, service.decimals, self.figures()?))
    }
}
