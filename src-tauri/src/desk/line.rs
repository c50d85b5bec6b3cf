//! Logging and editing by the quick-entry line.

use runout_book::{Edited, NewSpend, Refused};
use runout_core::actions::{Action, Key};
use runout_core::credits::Credits;
use runout_core::entry::{self, EntryDesk, Line, Logged, NewAction, Reading};
use runout_core::facts::{Check, Entry, EntryId, Fact, Grant, Spend};
use runout_core::reconcile::before_check;
use runout_core::words;

use super::Desk;
use super::same_day::Side;
use super::told::Told;
use crate::plain::nearest;
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
        let mut reading = self.reading(|desk| entry::read(text, desk))?;
        if let Some(new) = reading.new_action.as_ref().filter(|_| !may_add_action) {
            return Err(self.unknown_action(&new.name)?);
        }
        let added = reading.new_action.as_ref().map(|new| self.new_action(new)).transpose()?;
        let beside = self.beside(reading.at, reading.date_only)?;
        reading.at = beside.map_or(reading.at, |check| before_check(reading.at, check));
        let or_each = reading.or_each;
        let new = to_be_logged(reading, added);
        let usual = self.usual(&new.spend)?;
        let change = self.change(|book, now| book.spend(&new, now))?;
        let told = self.tell_spend(&change, usual)?;
        let told = self.tell_beside(told, beside, Side::Before)?;
        Ok(if or_each { told.in_all(&new.spend, &self.pen()?) } else { told })
    }

    /// Lets a spend say what a changed line says; a check, a top-up, a grant or a refund another amount.
    ///
    /// # Errors
    /// Why the line cannot be saved as it is, and what the journey refuses.
    pub fn edit_line(&mut self, id: i64, text: &str, may_add_action: bool) -> Result<Told, Refusal> {
        let logged = self.entry(EntryId(id))?.clone();
        match &logged.fact {
            Fact::Spend(spend) => self.edit_spend(&logged, spend, text, may_add_action),
            other => {
                let fact = self.with_amount(&logged, other, text)?;
                let edited = Edited { at: logged.at, date_only: logged.date_only, fact, refunded: false };
                let change = self.change(|book, now| book.edit(EntryId(id), &edited, now))?;
                self.tell_with_left(&change)
            }
        }
    }

    fn edit_spend(&mut self, logged: &Entry, spend: &Spend, text: &str, may_add: bool) -> Result<Told, Refusal> {
        let was = Logged { spend, at: logged.at, date_only: logged.date_only };
        let Reading { spend, new_action, at, date_only, refunded, .. } =
            self.reading(|desk| entry::read_edit(text, desk, &was))?;
        let beside = self.beside(at, date_only)?.filter(|_| at != logged.at);
        let at = beside.map_or(at, |check| before_check(at, check));
        self.covers_what_came_back(logged.id, &spend)?;
        let added = match new_action {
            Some(new) if may_add => Some(self.add(&new)?),
            Some(new) => return Err(self.unknown_action(&new.name)?),
            None => None,
        };
        let is_added = added.is_some();
        let fact = Fact::Spend(Spend { key: added.or_else(|| spend.key.clone()), ..spend });
        let edited = Edited { at, date_only, fact, refunded };
        let edit = self.change(|book, now| book.edit(logged.id, &edited, now));
        if edit.is_err() && is_added {
            self.change(|book, _| book.undo())?;
        }
        let told = self.tell_with_left(&edit?)?;
        self.tell_beside(told, beside, Side::Before)
    }

    /// The same fact with the amount that was typed.
    fn with_amount(&self, logged: &Entry, fact: &Fact, text: &str) -> Result<Fact, Refusal> {
        let pen = self.pen()?;
        let refused = |error| Refusal::from(error).at("line");
        let amount = || words::read_amount(text, pen.decimals, &pen.figures).map_err(refused);
        match fact {
            Fact::Check(check) => {
                let shown = words::read_balance(text, pen.decimals, &pen.figures).map_err(refused)?;
                Ok(Fact::Check(Check { shown, ..check.clone() }))
            }
            Fact::Grant(grant) => Ok(Fact::Grant(Grant { amount: amount()?, ..grant.clone() })),
            Fact::Refund { of, .. } => Ok(Fact::Refund { of: *of, amount: amount()? }),
            _ => Err(refusal(
                "no_amount",
                format!("Entry {} has no amount to change. Delete it, and enter it anew.", logged.id.0),
            )),
        }
    }

    /// A spend cannot become smaller than what came back for it.
    fn covers_what_came_back(&self, id: EntryId, spend: &Spend) -> Result<(), Refusal> {
        let refunds = self.book()?.facts().entries.iter().filter_map(|entry| match &entry.fact {
            Fact::Refund { of, amount } if *of == id => Some(amount.units()),
            _ => None,
        });
        let back = Credits::new(refunds.sum()).unwrap_or(Credits::MAX);
        if spend.credits >= back {
            return Ok(());
        }
        let back = self.pen()?.exact(back);
        let words = format!("{back} of it came back already, so it took at least {back}. Type that or more.");
        Err(refusal("refund_too_large", words).at("line"))
    }

    /// Reads a line; a refusal where it could not be saved as it is.
    pub(super) fn reading(&mut self, read: impl FnOnce(&EntryDesk<'_>) -> Line) -> Result<Reading, Refusal> {
        let tags = recent_tags(self.book()?.facts());
        self.outlook(|outlook, _: &Pen| Ok(read(&entry_desk(outlook, &tags)).reading?))
    }

    pub(super) fn entry(&self, id: EntryId) -> Result<&Entry, Refusal> {
        let found = self.book()?.facts().entries.iter().find(|entry| entry.id == id);
        found.ok_or(self.pen()?).map_err(|pen| refusal::of_refused(&Refused::NoSuchEntry(id), &pen))
    }

    fn new_action(&self, new: &NewAction) -> Result<(Action, Key), Refusal> {
        let action = self.book()?.new_action(&new.name, new.kind);
        let action = action.map_err(|refused| Ok(refusal::of_refused(&refused, &self.pen()?))).map_err(either)?;
        let key = Key { action: action.id.clone(), settings: new.settings.clone() };
        Ok((action, key))
    }

    /// Adds an action on its own, for a spend that is edited into one of it.
    fn add(&mut self, new: &NewAction) -> Result<Key, Refusal> {
        let (_, key) = self.new_action(new)?;
        self.change(|book, now| book.add_action(&new.name, new.kind, now))?;
        Ok(key)
    }

    /// What can be done about it, each surface says in its own words.
    fn unknown_action(&self, name: &str) -> Result<Refusal, Refusal> {
        let shown = self.book()?.actions().iter().filter(|action| !action.hidden).map(|action| action.name.as_str());
        let near = nearest(name, shown).map(|near| format!(" The nearest is {near}.")).unwrap_or_default();
        Ok(refusal("new_action", format!("There is no action {} yet.{near}", words::quoted(name))).at("line"))
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
