//! Undo and redo, by name, without limit, also after a restart.

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::transact::Change;

impl Book {
    /// Takes back what was done last. The change's name says what.
    ///
    /// # Errors
    /// [`Refused::NothingToUndo`].
    pub fn undo(&mut self) -> Result<Change, JourneyError> {
        self.withdraw()?.ok_or_else(|| Refused::NothingToUndo.into())
    }

    /// Does again what was undone last.
    ///
    /// # Errors
    /// [`Refused::NothingToRedo`].
    pub fn redo(&mut self) -> Result<Change, JourneyError> {
        self.reinstate()?.ok_or_else(|| Refused::NothingToRedo.into())
    }
}
