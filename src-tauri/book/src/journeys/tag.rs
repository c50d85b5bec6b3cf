//! Tag spends.

use runout_core::Instant;
use runout_core::facts::{EntryId, Spend};

use crate::book::Book;
use crate::error::JourneyError;
use crate::naming;
use crate::transact::Change;

impl Book {
    /// Adds tags to spends; what a spend has already is not added again, whatever its case.
    ///
    /// # Errors
    /// [`Refused::NoSuchEntry`](crate::Refused::NoSuchEntry), [`Refused::NotASpend`](crate::Refused::NotASpend); then
    /// none is tagged.
    pub fn tag(&mut self, ids: &[EntryId], tags: &[String], now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            let names = work.say_of_spends(ids, |spend| Spend { tags: with(&spend.tags, tags), ..spend.clone() })?;
            let words: Vec<String> = tags.iter().map(|tag| format!("#{tag}")).collect();
            Ok(Change::of_all(format!("tagged {} {}", naming::all(&names, "spends"), words.join(" ")), ids))
        })
    }
}

fn with(tags: &[String], more: &[String]) -> Vec<String> {
    let mut all = tags.to_vec();
    for tag in more {
        let is_there = all.iter().any(|one| one.to_lowercase() == tag.to_lowercase());
        all.extend((!is_there).then(|| tag.clone()));
    }
    all
}
