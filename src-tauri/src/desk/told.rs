//! What was done, in words: the toast of the window, the answer of the command line.

use runout_book::{Book, Change};
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
        let words = Text::plain(format!("{}: ", words::capital(&change.name))).fact(format!("{left} left")).say(".");
        Ok(Told::change(change, words.say(self.before_start(change, "does not count for the balance"))))
    }

    /// "Marked Mon 23 Nov as spent nothing."
    pub(super) fn tell(change: &Change) -> Told {
        Told::change(change, Text::plain(format!("{}.", words::capital(&change.name))))
    }

    /// "Logged LTXV Turbo, 8 s, audio: −165 → 6,262 left. Usual 130 to 210."
    pub(super) fn tell_spend(&mut self, change: &Change, usual: Option<String>) -> Result<Told, Refusal> {
        let Some(credits) = change.entry.and_then(|entry| self.spend(entry)).map(|spend| spend.credits) else {
            return self.tell_with_left(change);
        };
        let minus = if credits.is_zero() { "" } else { "\u{2212}" };
        let (took, left) = self
            .outlook(|outlook, pen| Ok((format!("{minus}{}", pen.exact(credits)), pen.exact(outlook.ledger.left()))))?;
        let words =
            Text::plain(format!("{}: {took} → ", words::capital(&change.name))).fact(format!("{left} left")).say(".");
        let usual = usual.map(|usual| format!(" Usual {usual}.")).unwrap_or_default();
        let early = self.before_start(change, "counts for prices and pace only");
        Ok(Told::change(change, words.say(usual).say(early)))
    }

    /// " It lies before the book’s start, and counts for prices and pace only.", where the entry does.
    fn before_start(&self, change: &Change, counts: &str) -> String {
        let Ok(facts) = self.book().map(Book::facts) else { return String::new() };
        let entry = facts.entries.iter().rev().find(|entry| Some(entry.id) == change.entry);
        let early = entry.is_some_and(|entry| entry.at < facts.service.start);
        if early { format!(" It lies before the book’s start, and {counts}.") } else { String::new() }
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
