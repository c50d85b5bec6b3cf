//! Changes to the actions of the catalogue.

use runout_core::actions::{ActionId, Kind};

use super::Desk;
use super::told::Told;
use crate::refusal::refusal;
use crate::wire::{ActionEdit, Refusal};

impl Desk {
    /// Adds, renames, hides or shows an action, or gives it another word.
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
