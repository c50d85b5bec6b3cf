//! Changes to the actions of the catalogue.

use runout_core::actions::{ActionId, Key, Kind, MovedPrice};

use super::Desk;
use super::told::Told;
use crate::refusal::{nothing_moved, refusal};
use crate::wire::{ActionEdit, Refusal};

impl Desk {
    /// Adds, renames, hides or shows an action, gives it another word, or says what holds for a price that moved.
    ///
    /// # Errors
    /// A refusal at the field, and what the journey refuses.
    pub fn edit_action(&mut self, edit: &ActionEdit) -> Result<Told, Refusal> {
        let id = |action: &String| ActionId(action.clone());
        let change = match edit {
            ActionEdit::Add { name, kind } => {
                let kind = read_kind(kind)?;
                self.change(|book, now| book.add_action(name, kind, now))
            }
            ActionEdit::Rename { action, name } => self.change(|book, now| book.rename_action(&id(action), name, now)),
            ActionEdit::Hide { action } => self.change(|book, now| book.hide_action(&id(action), now)),
            ActionEdit::Show { action } => self.change(|book, now| book.show_action(&id(action), now)),
            ActionEdit::Alias { action, alias } => self.change(|book, now| book.alias_action(&id(action), alias, now)),
            ActionEdit::Moved { action, settings, uses_new } => {
                let key = Key { action: id(action), settings: settings.clone() };
                let change = self.outlook(|outlook, _| outlook.prices.change(&key).ok_or_else(nothing_moved))?;
                let moved = MovedPrice { settings: key.settings, since: change.since, uses_new: *uses_new };
                self.change(|book, now| book.settle_price(&key.action, &moved, now))
            }
        }?;
        Ok(Self::tell(&change))
    }
}

fn read_kind(kind: &str) -> Result<Kind, Refusal> {
    Ok(match kind {
        "video" => Kind::Video,
        "image" => Kind::Image,
        "actor" => Kind::Actor,
        "assist" => Kind::Assist,
        "other" => Kind::Other,
        other => {
            return Err(refusal("bad_kind", format!("A kind is video, image, actor, assist or other, not “{other}”."))
                .at("kind"));
        }
    })
}
