//! What the window shows.

use runout_book::Settings;
use runout_core::forecast::ForecastAsk;
use runout_core::outlook::Outlook;

use super::told::Told;
use super::{Desk, Open};
use crate::refusal;
use crate::views::frame::{self, Around, frame};
use crate::views::pen::{Pen, spans};
use crate::views::{line, log, plan, pot, prices, services, today};
use crate::wire::{Ask, ChartSpan, Done, LineView, Look, Refusal, Remedy, Screen, Trouble, View};

/// The year's view is seldom looked at, and farther away: more replays, more days.
fn over_a_year(ask: ForecastAsk) -> ForecastAsk {
    ForecastAsk { paths: 4_000, days: Some(366), ..ask }
}

impl Desk {
    /// The whole view that was asked for, whatever lies on the desk.
    ///
    /// # Errors
    /// What the book says when it cannot be read.
    pub fn view(&mut self, ask: &Ask) -> Result<View, Refusal> {
        match &self.open {
            Open::Nothing => Ok(self.apart(Screen::FirstRun(self.first_run()))),
            Open::Failed(..) => Ok(self.closed(ask)),
            Open::Book(_) => match self.shown(ask) {
                Ok(view) => Ok(view),
                Err(refusal) if matches!(refusal.code.as_str(), "too_large" | "no_terms") => {
                    Ok(self.unreckonable(refusal))
                }
                Err(refusal) => Err(refusal),
            },
        }
    }

    /// How the window looks; as it comes while there is no book.
    pub fn look(&self) -> Look {
        self.book().map_or_else(|_| frame::look(&Settings::default()), |book| frame::look(book.settings()))
    }

    /// The quick-entry line while it is typed; the caret counts UTF-16 units.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn read_line(&mut self, text: &str, caret: u32) -> Result<LineView, Refusal> {
        self.outlook(|outlook, pen| Ok(line::line(text, caret, outlook, pen)))
    }

    /// What was done, with the view after it.
    ///
    /// # Errors
    /// As [`Desk::view`].
    pub fn done(&mut self, told: &Told, ask: &Ask) -> Result<Done, Refusal> {
        Ok(Done { toast: spans(&told.words), offers: told.offers, entry: told.entry, view: self.view(ask)? })
    }

    /// A file that cannot be opened; its backups can be reached through the settings.
    fn closed(&self, ask: &Ask) -> View {
        match ask {
            Ask::Settings => self.apart(Screen::Settings(Box::new(self.settings()))),
            _ => self.apart(Screen::Closed),
        }
    }

    fn apart(&self, screen: Screen) -> View {
        View { frame: None, screen, troubles: self.troubles() }
    }

    /// A book that opens and cannot be summed up: its trouble is said, and its backups can be reached.
    fn unreckonable(&self, refusal: Refusal) -> View {
        let mut view = self.apart(Screen::Closed);
        let remedies = vec![Remedy::RestoreBackup, Remedy::OpenAnother];
        view.troubles.push(Trouble { code: refusal.code, words: refusal.message, remedies });
        view
    }

    fn shown(&mut self, ask: &Ask) -> Result<View, Refusal> {
        let around = self.around()?;
        let screen = self.screen(ask)?;
        let frame = self.outlook(|outlook, pen| Ok(frame(outlook, around, pen)))?;
        Ok(View { frame: Some(frame), screen, troubles: self.troubles() })
    }

    fn around(&self) -> Result<Around, Refusal> {
        let book = self.book()?;
        Ok(Around {
            service: book.service().0,
            services: self.service_names()?,
            sample: book.is_sample(),
            steps: self.read(|book| book.undo_redo())?,
            figures: self.wire_figures()?,
            look: frame::look(book.settings()),
        })
    }

    fn screen(&mut self, ask: &Ask) -> Result<Screen, Refusal> {
        match ask {
            Ask::Today { span: ChartSpan::Year } => self.today_over_a_year(),
            Ask::Today { span } => {
                let kept = self.kept_to_grade()?;
                self.outlook(|outlook, pen| Ok(Screen::Today(Box::new(today::today(outlook, pen, *span, &kept)))))
            }
            Ask::Plan { cycle } => self.plan(*cycle),
            Ask::Pot { pot } => match self.outlook(|outlook, pen| Ok(pot::pot(outlook, pot, pen)))? {
                Some(page) => Ok(Screen::Pot(Box::new(page))),
                None => self.plan(0),
            },
            Ask::Statement { query } => Ok(Screen::Statement(Box::new(self.statement_page(query)?))),
            Ask::Log { query } => self.outlook(|outlook, pen| Ok(Screen::Log(log::log(query, outlook, pen)))),
            Ask::Prices { hidden } => self.outlook(|outlook, pen| {
                Ok(Screen::Prices(prices::prices(*hidden, &runout_book::price_source(), outlook, pen)))
            }),
            Ask::Services => {
                Ok(Screen::Services(services::overview(self.each(|outlook, pen| Ok(services::row(outlook, pen)))?)))
            }
            Ask::Settings => Ok(Screen::Settings(Box::new(self.settings()))),
        }
    }

    fn plan(&mut self, cycle: u32) -> Result<Screen, Refusal> {
        let nearest = self.book()?.nearest().map(str::to_owned);
        self.outlook(|outlook, pen| Ok(Screen::Plan(Box::new(plan::plan(outlook, pen, nearest, cycle)?))))
    }

    fn today_over_a_year(&mut self) -> Result<Screen, Refusal> {
        let (now, figures, ask) = (self.now(), self.figures()?, over_a_year(self.ask()?));
        let Open::Book(book) = &self.open else { return Err(refusal::no_book()) };
        let outlook = Outlook::of(book.facts(), book.actions(), now, figures, &ask)?;
        Ok(Screen::Today(Box::new(today::today(&outlook, &Pen::of(&outlook), ChartSpan::Year, &self.kept_to_grade()?))))
    }
}
