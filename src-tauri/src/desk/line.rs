//! Logging and editing by the quick-entry line.

use runout_book::{Edited, NewSpend, Refused};
use runout_core::actions::{Action, Key};
use runout_core::entry::{self, EntryDesk, Line, Logged, NewAction, Reading};
use runout_core::facts::{Entry, EntryId, Fact, Spend};

use super::Desk;
use super::told::Told;
use crate::refusal::{self, refusal};
use crate::views::entry_desk::{entry_desk, recent_tags};
use crate::views::pen::Pen;
use crate::wire::Refusal;

impl Desk {
    /// Logs what a line says. A new action that it names is added with it, where that is allowed.
    ///
    /// # Errors
    /// Why the line cannot be saved as it is, and what the journey refuses.
    pub fn log_line(&mut self, text: &str, may_add_action: bool) -> Result<Told, Refusal> {
        let reading = self.reading(|desk| entry::read(text, desk))?;
        if let Some(new) = reading.new_action.as_ref().filter(|_| !may_add_action) {
            return Err(self.unknown_action(&new.name)?);
        }
        let added = reading.new_action.as_ref().map(|new| self.new_action(new)).transpose()?;
        let or_each = reading.or_each;
        let new = to_be_logged(reading, added);
        let usual = self.usual(&new.spend)?;
        let change = self.change(|book, now| book.spend(&new, now))?;
        let told = self.tell_spend(&change, usual)?;
        Ok(if or_each { told.in_all(&new.spend, &self.pen()?) } else { told })
    }

    /// Lets a spend say what a changed line says.
    ///
    /// # Errors
    /// Why the line cannot be saved as it is, and what the journey refuses.
    pub fn edit_line(&mut self, id: i64, text: &str) -> Result<Told, Refusal> {
        let logged = self.entry(EntryId(id))?.clone();
        let Fact::Spend(spend) = &logged.fact else {
            return Err(refusal::of_refused(&Refused::NotASpend(EntryId(id)), &self.pen()?));
        };
        let was = Logged { spend, at: logged.at, date_only: logged.date_only };
        let Reading { spend, new_action, at, date_only, refunded, .. } =
            self.reading(|desk| entry::read_edit(text, desk, &was))?;
        if let Some(new) = new_action {
            return Err(self.unknown_action(&new.name)?);
        }
        let edited = Edited { at, date_only, fact: Fact::Spend(spend), refunded };
        let change = self.change(|book, now| book.edit(EntryId(id), &edited, now))?;
        self.tell_with_left(&change)
    }

    /// Reads a line; a refusal where it could not be saved as it is.
    fn reading(&mut self, read: impl FnOnce(&EntryDesk<'_>) -> Line) -> Result<Reading, Refusal> {
        let tags = recent_tags(self.book()?.facts());
        self.outlook(|outlook, _: &Pen| Ok(read(&entry_desk(outlook, &tags)).reading?))
    }

    fn entry(&self, id: EntryId) -> Result<&Entry, Refusal> {
        let found = self.book()?.facts().entries.iter().find(|entry| entry.id == id);
        found.ok_or(self.pen()?).map_err(|pen| refusal::of_refused(&Refused::NoSuchEntry(id), &pen))
    }

    fn new_action(&self, new: &NewAction) -> Result<(Action, Key), Refusal> {
        let action = self.book()?.new_action(&new.name, new.kind);
        let action = action.map_err(|refused| Ok(refusal::of_refused(&refused, &self.pen()?))).map_err(either)?;
        let key = Key { action: action.id.clone(), settings: new.settings.clone() };
        Ok((action, key))
    }

    fn unknown_action(&self, name: &str) -> Result<Refusal, Refusal> {
        let known = self.book()?.actions().iter().filter(|action| !action.hidden).map(|action| action.name.as_str());
        let known = known.collect::<Vec<_>>().join(", ");
        let words = format!("There is no action “{name}” yet. There are: {known}. To add it, use --new-action.");
        Ok(refusal("no_such_action", words))
    }
}

fn either(refusal: Result<Refusal, Refusal>) -> Refusal {
    refusal.unwrap_or_else(|other| other)
}

fn to_be_logged(reading: Reading, added: Option<(Action, Key)>) -> NewSpend {
    let Reading { spend, at, date_only, refunded, check, .. } = reading;
    let (new_action, key) = added.unzip();
    let spend = Spend { key: key.or_else(|| spend.key.clone()), ..spend };
    NewSpend { at, date_only, spend, shown: check, refunded, new_action }
}
