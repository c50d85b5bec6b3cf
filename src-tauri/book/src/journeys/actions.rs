//! The catalogue: add, rename, hide, show, another word, what holds for a price that moved.

use runout_core::Instant;
use runout_core::actions::{Action, ActionId, Kind, MovedPrice};
use runout_core::words::steers;

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::page::Page;
use crate::stored::StoredAction;
use crate::tables::documents::DocumentKind;
use crate::transact::Change;

impl Book {
    /// An action of this name, with an id of its own, that is not in the book yet.
    ///
    /// # Errors
    /// [`Refused::NameEmpty`], [`Refused::NameSteers`], [`Refused::NameTaken`].
    pub fn new_action(&self, name: &str, kind: Kind) -> Result<Action, Refused> {
        let name = name.trim();
        name_is_free(self.contents.page(), name, None)?;
        let id = free_id(self.actions(), name);
        Ok(Action::named(id, name.to_owned(), kind))
    }

    /// Adds an action.
    ///
    /// # Errors
    /// [`Refused::NameEmpty`], [`Refused::NameSteers`], [`Refused::NameTaken`].
    pub fn add_action(&mut self, name: &str, kind: Kind, now: Instant) -> Result<Change, JourneyError> {
        self.refresh()?;
        let action = self.new_action(name, kind)?;
        self.transact(now, |work| {
            name_is_free(work.contents, &action.name, None)?;
            work.put(DocumentKind::Action, &action.id.0, &StoredAction::from(&action))?;
            Ok(Change::named(format!("added {}", action.name)))
        })
    }

    /// Gives an action another name; its old entries follow.
    ///
    /// # Errors
    /// [`Refused::NoSuchAction`], [`Refused::NameEmpty`], [`Refused::NameSteers`], [`Refused::NameTaken`].
    pub fn rename_action(&mut self, id: &ActionId, name: &str, now: Instant) -> Result<Change, JourneyError> {
        self.alter(id, now, |contents, action| {
            let name = name.trim();
            name_is_free(contents, name, Some(&action.id))?;
            let before = std::mem::replace(&mut action.name, name.to_owned());
            Ok(format!("renamed {before} to {name}"))
        })
    }

    /// Takes an action out of lists and completion.
    ///
    /// # Errors
    /// [`Refused::NoSuchAction`].
    pub fn hide_action(&mut self, id: &ActionId, now: Instant) -> Result<Change, JourneyError> {
        self.alter(id, now, |_, action| {
            action.hidden = true;
            Ok(format!("hid {}", action.name))
        })
    }

    /// Puts an action back into lists and completion.
    ///
    /// # Errors
    /// [`Refused::NoSuchAction`].
    pub fn show_action(&mut self, id: &ActionId, now: Instant) -> Result<Change, JourneyError> {
        self.alter(id, now, |_, action| {
            action.hidden = false;
            Ok(format!("showed {}", action.name))
        })
    }

    /// Adds another word for an action.
    ///
    /// # Errors
    /// [`Refused::NoSuchAction`], [`Refused::NameEmpty`], [`Refused::NameSteers`], [`Refused::NameTaken`].
    pub fn alias_action(&mut self, id: &ActionId, alias: &str, now: Instant) -> Result<Change, JourneyError> {
        self.alter(id, now, |contents, action| {
            let alias = alias.trim();
            name_is_free(contents, alias, Some(&action.id))?;
            if !action.names().any(|name| same(name, alias)) {
                action.aliases.push(alias.to_owned());
            }
            Ok(format!("added {alias} for {}", action.name))
        })
    }

    /// Notes what holds for a price that moved: the new one alone, or all that was paid, as before.
    ///
    /// # Errors
    /// [`Refused::NoSuchAction`].
    pub fn settle_price(&mut self, id: &ActionId, moved: &MovedPrice, now: Instant) -> Result<Change, JourneyError> {
        self.alter(id, now, |_, action| {
            action.moved.retain(|other| other.settings != moved.settings);
            action.moved.push(moved.clone());
            let what = if moved.uses_new { "took the new price of" } else { "kept the range of" };
            Ok(format!("{what} {}", action.name))
        })
    }

    fn alter(
        &mut self,
        id: &ActionId,
        now: Instant,
        how: impl FnOnce(&Page, &mut Action) -> Result<String, Refused>,
    ) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let found = work.contents.actions.iter().find(|action| action.id == *id);
            let before = found.ok_or_else(|| Refused::NoSuchAction(id.0.clone()))?;
            let mut action = before.clone();
            let name = how(work.contents, &mut action)?;
            if action != *before {
                work.put(DocumentKind::Action, &action.id.0, &StoredAction::from(&action))?;
            }
            Ok(Change::named(name))
        })
    }
}

trait Names {
    /// Its name and its other words.
    fn names(&self) -> impl Iterator<Item = &str>;
}

impl Names for Action {
    fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Whether no other action answers to this name.
pub(super) fn name_is_free(contents: &Page, name: &str, own: Option<&ActionId>) -> Result<(), Refused> {
    can_be_a_name(name.trim())?;
    let others = contents.actions.iter().filter(|action| Some(&action.id) != own);
    match others.flat_map(Names::names).any(|one| same(one, name)) {
        true => Err(Refused::NameTaken(name.to_owned())),
        false => Ok(()),
    }
}

/// Whether a trimmed text can name something: it has letters, and none that steers a terminal.
pub(super) fn can_be_a_name(name: &str) -> Result<(), Refused> {
    match name {
        "" => Err(Refused::NameEmpty),
        name if name.chars().any(steers) => Err(Refused::NameSteers),
        _ => Ok(()),
    }
}

/// `veo-3-fast`, with a number behind it where that is taken.
pub(crate) fn free_id(actions: &[Action], name: &str) -> ActionId {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let plain = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
    let taken = |id: &str| actions.iter().any(|action| action.id.0 == id);
    let numbered = (2..).map(|n| format!("{plain}-{n}"));
    let mut ids = std::iter::once(plain.clone()).filter(|id| !id.is_empty()).chain(numbered);
    ActionId(ids.find(|id| !taken(id)).unwrap_or(plain))
}
