//! What single days mean for the pace.

use runout_core::Day;
use runout_core::facts::Mark;

use super::Desk;
use super::told::Told;
use crate::refusal::refusal;
use crate::wire::Refusal;

impl Desk {
    /// Marks the days from one to another: `none` (nothing was spent), `unlogged`, `one-off`.
    ///
    /// # Errors
    /// A refusal for other words, and what the journey refuses.
    pub fn mark(&mut self, from: Day, to: Day, mark: &str) -> Result<Told, Refusal> {
        let mark = match mark {
            "none" => Mark::Nothing,
            "unlogged" => Mark::Unlogged,
            "one-off" => Mark::OneOff,
            other => return Err(refusal("bad_mark", format!("A day is none, unlogged or one-off, not “{other}”."))),
        };
        Ok(Self::tell(&self.change(|book, now| book.mark(from, to, Some(mark), now))?))
    }
}
