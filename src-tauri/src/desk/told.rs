//! What was done, in words: the toast of the window, the answer of the command line.

use runout_book::Change;
use runout_core::facts::{EntryId, Fact, Spend};
use runout_core::outlook::Text;
use runout_core::words;

use super::Desk;
use crate::views::pen::Pen;
use crate::wire::{Offer, Refusal};

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// "Logged LTXV Turbo, 8 s, audio: −165 → 6,262 left. Usual 130 to 210."
    pub words: Text,
    /// What can be done about it.
    pub offers: Option<Offer>,
    /// The entry that it is about.
    pub entry: Option<i64>,
}

impl Told {
    /// A change of the book, which can be undone.
    pub(super) fn change(change: &Change, words: Text) -> Self {
        Self { words, offers: Some(Offer::Undo), entry: change.entry.map(|entry| entry.0) }
    }

    /// Nothing was done: a dialog was closed.
    pub fn nothing() -> Self {
        Self::plainly("")
    }

    /// Says that the amount was taken for all pieces together, where it would be usual for each.
    pub(super) fn in_all(self, spend: &Spend, pen: &Pen) -> Self {
        let each = words::plain(spend.credits, pen.decimals);
        let words = format!(" {} is taken in all; what each one took is typed @{each}.", pen.exact(spend.credits));
        Self { words: self.words.say(words), ..self }
    }

    /// Something outside the book's history.
    pub(super) fn plainly(words: impl Into<String>) -> Self {
        Self { words: Text::default().say(words), offers: None, entry: None }
    }
}

impl Desk {
    /// "Added a top-up of 5,000: 11,262 left."
    pub(super) fn tell_with_left(&mut self, change: &Change) -> Result<Told, Refusal> {
        let left = self.outlook(|outlook, pen| Ok(pen.exact(outlook.ledger.left())))?;
        let words = Text::plain(format!("{}: ", sentence(&change.name))).fact(format!("{left} left")).say(".");
        Ok(Told::change(change, words))
    }

    /// "Marked Mon 23 Nov as spent nothing."
    pub(super) fn tell(change: &Change) -> Told {
        Told::change(change, Text::plain(format!("{}.", sentence(&change.name))))
    }

    /// "Logged LTXV Turbo, 8 s, audio: −165 → 6,262 left. Usual 130 to 210."
    pub(super) fn tell_spend(&mut self, change: &Change, usual: Option<String>) -> Result<Told, Refusal> {
        let Some(credits) = change.entry.and_then(|entry| self.spend(entry)).map(|spend| spend.credits) else {
            return self.tell_with_left(change);
        };
        let (took, left) = self.outlook(|outlook, pen| {
            Ok((format!("\u{2212}{}", pen.exact(credits)), pen.exact(outlook.ledger.left())))
        })?;
        let words = Text::plain(format!("{}: {took} → ", sentence(&change.name))).fact(format!("{left} left")).say(".");
        let usual = usual.map(|usual| format!(" Usual {usual}.")).unwrap_or_default();
        Ok(Told::change(change, words.say(usual)))
    }

    /// What such a spend usually takes, as far as the log has taught: "130 to 210".
    pub(super) fn usual(&mut self, spend: &Spend) -> Result<Option<String>, Refusal> {
        let Some(key) = &spend.key else { return Ok(None) };
        self.outlook(|outlook, pen| {
            let learned = outlook.prices.estimate(key, spend.count).filter(|estimate| estimate.n > 0);
            Ok(learned.map(|own| words::range(own.low, own.high, pen.decimals, &pen.figures)))
        })
    }

    /// A spend that stands.
    pub(super) fn spend(&self, entry: EntryId) -> Option<&Spend> {
        let facts = self.book().ok()?.facts();
        match &facts.entries.iter().rev().find(|one| one.id == entry)?.fact {
            Fact::Spend(spend) => Some(spend),
            _ => None,
        }
    }
}

/// With a capital at the front.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
