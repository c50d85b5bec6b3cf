//! The services of the book: which one lies open, one more, another name, one less.

use runout_book::{Book, NewBook, ServiceId};
use runout_core::facts::Facts;
use runout_core::ledger::{Edge, replay};
use runout_core::outlook::{Outlook, Text};
use runout_core::words::quoted;

use super::told::Told;
use super::{Desk, Open};
use crate::refusal::{no_book, of_refused, refusal};
use crate::views::pen::Pen;
use crate::wire::{FirstRun, FirstRunView, Refusal, ServiceName};

/// One service, and what was read off it, or why it cannot be reckoned.
#[derive(Debug)]
pub struct OfService<T> {
    /// Which.
    pub id: ServiceId,
    /// What it is called.
    pub name: String,
    /// Whether it lies open.
    pub open: bool,
    /// What was read.
    pub read: Result<T, Refusal>,
}

impl Desk {
    /// Reads something off the outlook of every service; one that cannot be reckoned stands in no other's way.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn each<T>(
        &mut self,
        mut read: impl FnMut(&Outlook<'_>, &Pen) -> Result<T, Refusal>,
    ) -> Result<Vec<OfService<T>>, Refusal> {
        let open = self.book()?.service();
        let services: Vec<_> = self.book()?.services().map(|(id, facts)| (id, facts.service.name.clone())).collect();
        let of = |(id, name)| OfService { id, name, open: id == open, read: self.outlook_of(id, &mut read) };
        Ok(services.into_iter().map(of).collect())
    }

    /// The services by name, with what is left of each.
    pub(super) fn service_names(&self) -> Result<Vec<ServiceName>, Refusal> {
        let (book, now, figures) = (self.book()?, self.now(), self.figures()?);
        let name = |(id, facts): (ServiceId, &Facts)| {
            let service = &facts.service;
            let pen = Pen::new(now, service.zone, service.decimals, figures);
            let left = replay(facts, now, Edge::After).map(|ledger| pen.exact(ledger.left()));
            ServiceName {
                id: id.0,
                name: service.name.clone(),
                left: left.map_or_else(|_| "–".to_owned(), |left| format!("{left} {}", service.unit)),
            }
        };
        Ok(book.services().map(name).collect())
    }

    /// The service that was meant: its name in any case, or the beginning of it where that is one's alone.
    ///
    /// # Errors
    /// A refusal that names the services.
    pub fn service_called(&self, typed: &str) -> Result<ServiceId, Refusal> {
        let (book, typed) = (self.book()?, typed.trim());
        let fold = |text: &str| text.trim().to_lowercase();
        let is = |facts: &Facts| fold(&facts.service.name) == fold(typed);
        let begins = |facts: &Facts| !typed.is_empty() && fold(&facts.service.name).starts_with(&fold(typed));
        if let Some((id, _)) = book.services().find(|(_, facts)| is(facts)) {
            return Ok(id);
        }
        let mut found = book.services().filter(|(_, facts)| begins(facts)).map(|(id, _)| id);
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one),
            (None, _) => {
                let words = format!("This book has no service {}. It has {}.", quoted(typed), names(book));
                Err(refusal("no_such_service", words).at("service"))
            }
            (Some(_), Some(_)) => {
                let words = format!("Several services begin with {}. It has {}.", quoted(typed), names(book));
                Err(refusal("which_service", words).at("service"))
            }
        }
    }

    /// Refuses what concerns one service while it was not said which.
    ///
    /// # Errors
    /// A refusal that names them, where the book has several.
    pub fn has_one_service(&self) -> Result<(), Refusal> {
        match self.book() {
            Ok(book) if book.services().nth(1).is_some() => {
                let words = format!("This book has several services: {}. Say which: --service NAME.", names(book));
                Err(refusal("which_service", words).at("service"))
            }
            // Where no book lies open, each command says so itself, or makes one.
            _ => Ok(()),
        }
    }

    /// Turns to a service. A window opens at it the next time.
    ///
    /// # Errors
    /// A refusal where it is gone.
    pub fn turn_to(&mut self, service: ServiceId) -> Result<(), Refusal> {
        self.csv = None;
        let in_window = self.in_window;
        let Open::Book(book) = &mut self.open else { return Err(no_book()) };
        book.turn_to(service).map_err(|refused| of_refused(&refused, &Pen::bare()))?;
        if in_window {
            // Where it cannot be remembered, the next start opens at the former one: a nuisance, no loss.
            let _ = book.remember_page();
        }
        Ok(())
    }

    /// What another service can begin with.
    ///
    /// # Errors
    /// Why there is no book.
    pub fn new_service(&self) -> Result<FirstRunView, Refusal> {
        let view = self.first_run();
        Ok(FirstRunView { figures: self.wire_figures()?, zone: self.zone().name().to_owned(), ..view })
    }

    /// Adds the service that the fields say, and turns to it.
    ///
    /// # Errors
    /// The first thing that is wrong with the fields, or that its name is taken.
    pub fn start_service(&mut self, typed: &FirstRun) -> Result<Told, Refusal> {
        let new = self.typed_book(typed)?;
        self.add_service(&new)
    }

    /// Adds a service and turns to it.
    ///
    /// # Errors
    /// That its name is taken.
    pub fn add_service(&mut self, new: &NewBook) -> Result<Told, Refusal> {
        let change = self.change(|book, now| book.add_service(new, now))?;
        self.turn_to(self.book()?.service())?;
        let left = self.outlook(|outlook, pen| Ok(pen.exact(outlook.ledger.left())))?;
        let words = Text::plain(format!("{} begins: ", new.service.name)).fact(format!("{left} left")).say(".");
        Ok(Told::change(&change, words))
    }

    /// Gives a service another name.
    ///
    /// # Errors
    /// That the name is taken, or the service gone.
    pub fn rename_service(&mut self, service: ServiceId, name: &str) -> Result<Told, Refusal> {
        Ok(Self::tell(&self.change(|book, now| book.rename_service(service, name, now))?))
    }

    /// Removes a service with its log.
    ///
    /// # Errors
    /// That it is the only one, or gone.
    pub fn remove_service(&mut self, service: ServiceId) -> Result<Told, Refusal> {
        Ok(Self::tell(&self.change(|book, now| book.remove_service(service, now))?))
    }

    /// Refuses to log for another service than the window showed when it was sent: one may have been removed elsewhere,
    /// and another lies open in its place.
    ///
    /// # Errors
    /// A refusal, where another lies open.
    pub fn still_lies_open(&self, service: ServiceId) -> Result<(), Refusal> {
        let book = self.book()?;
        if book.service() == service {
            return Ok(());
        }
        let words = format!("{} lies open now, so this is not logged yet. Look, then press Enter.", here(book));
        Err(refusal("another_service", words))
    }
}

fn here(book: &Book) -> &str {
    &book.facts().service.name
}

/// "LTX Studio, Runway".
fn names(book: &Book) -> String {
    book.services().map(|(_, facts)| facts.service.name.as_str()).collect::<Vec<_>>().join(", ")
}
