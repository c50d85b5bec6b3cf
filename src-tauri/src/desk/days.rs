//! What single days mean for the pace.

use clap::ValueEnum;
use runout_core::Day;
use runout_core::facts::Mark;

use super::Desk;
use super::told::Told;
use crate::refusal::refusal;
use crate::wire::Refusal;

/// What a day means for the pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DayMark {
    /// Nothing was spent
    None,
    /// Something was spent and not logged: the day does not count
    Unlogged,
    /// What was spent will not come again: the day does not count
    OneOff,
    /// Nothing special: an earlier mark is taken away
    Clear,
}

impl DayMark {
    /// `none`, `unlogged`, `one-off` or `clear`.
    ///
    /// # Errors
    /// A refusal for other words.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        Self::from_str(text, false)
            .map_err(|_| refusal("bad_mark", format!("A day is none, unlogged, one-off or clear, not “{text}”.")))
    }

    /// As the book keeps it.
    const fn mark(self) -> Option<Mark> {
        match self {
            Self::None => Some(Mark::Nothing),
            Self::Unlogged => Some(Mark::Unlogged),
            Self::OneOff => Some(Mark::OneOff),
            Self::Clear => None,
        }
    }
}

impl Desk {
    /// Marks the days from one to another.
    ///
    /// # Errors
    /// What the journey refuses.
    pub fn mark(&mut self, from: Day, to: Day, mark: DayMark) -> Result<Told, Refusal> {
        Ok(Self::tell(&self.change(|book, now| book.mark(from, to, mark.mark(), now))?))
    }
}
