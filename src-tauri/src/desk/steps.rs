//! Undo and redo, by name.

use runout_core::outlook::Text;

use super::Desk;
use super::told::Told;
use crate::wire::{Offer, Refusal};

impl Desk {
    /// Takes back what was done last.
    ///
    /// # Errors
    /// A refusal where nothing is left to undo.
    pub fn undo(&mut self) -> Result<Told, Refusal> {
        let change = self.change(|book, _| book.undo())?;
        Ok(Told { words: Text::plain(format!("Undone: {}.", change.name)), offers: Some(Offer::Redo), entry: None })
    }

    /// Does again what was undone last.
    ///
    /// # Errors
    /// A refusal where nothing is left to redo.
    pub fn redo(&mut self) -> Result<Told, Refusal> {
        let change = self.change(|book, _| book.redo())?;
        Ok(Told::change(&change, Text::plain(format!("Done again: {}.", change.name))))
    }
}
