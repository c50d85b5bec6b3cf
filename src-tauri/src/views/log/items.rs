//! What stands in the log, in order, before it is written out.

use std::collections::HashMap;

use runout_core::actions::Action;
use runout_core::calendar::{day_of, start_of};
use runout_core::credits::Credits;
use runout_core::facts::{Entry, EntryId, Fact, Spend};
use runout_core::ledger::{CheckOutcome, What};
use runout_core::outlook::Outlook;
use runout_core::words::generation;
use runout_core::{Day, Instant};

use super::Place;
use super::events::{Event, events};
use super::plan_events;
use crate::views::pen::Pen;

/// A row, newest first. What is left after a spend that the ledger does not know (before the book's start) is none.
pub(super) enum Item<'a> {
    Spend {
        entry: &'a Entry,
        spend: &'a Spend,
        left: Option<Credits>,
    },
    Check {
        outcome: &'a CheckOutcome,
        left: Credits,
    },
    Event(Event<'a>),
    /// Something that was said about the plan, and what was left before it.
    Plan {
        entry: &'a Entry,
        left: Option<Credits>,
    },
}

/// Everything that is shown, newest first, and its sums.
pub(super) struct Items<'a> {
    pub(super) rows: Vec<Item<'a>>,
    pub(super) spends: u64,
    pub(super) spent: Credits,
    pub(super) unlogged: Credits,
    refunds: HashMap<EntryId, i64>,
}

impl Item<'_> {
    pub(super) fn at(&self) -> Instant {
        match self {
            Self::Spend { entry, .. } | Self::Plan { entry, .. } => entry.at,
            Self::Check { outcome, .. } => outcome.at,
            Self::Event(event) => event.at,
        }
    }
}

impl<'a> Items<'a> {
    /// What is shown since an instant; with a text, the spends in which all its words occur.
    pub(super) fn of(outlook: &'a Outlook<'_>, since: Option<Instant>, text: &str) -> Self {
        let search = Search::of(text, outlook.actions);
        let mut rows = moments(outlook, since);
        plan_events::among(&mut rows, outlook, since);
        rows.extend(before_the_book(outlook, since));
        if !search.words.is_empty() {
            rows.retain(|row| matches!(row, Item::Spend { spend, .. } if search.finds(spend)));
        }
        let mut items =
            Self { rows, spends: 0, spent: Credits::ZERO, unlogged: Credits::ZERO, refunds: refunds(outlook) };
        items.sum_up();
        items
    }

    fn sum_up(&mut self) {
        let (mut spends, mut spent, mut unlogged) = (0, 0, 0);
        for row in &self.rows {
            match row {
                Item::Spend { entry, spend, .. } => {
                    spends += 1;
                    spent += self.net(entry, spend);
                }
                Item::Check { outcome, .. } => unlogged += outcome.unlogged.units(),
                Item::Event(_) | Item::Plan { .. } => {}
            }
        }
        self.spends = spends;
        self.spent = Credits::new(spent).unwrap_or(Credits::MAX);
        self.unlogged = Credits::new(unlogged).unwrap_or(Credits::MAX);
    }

    /// What a spend took in the end, in smallest units.
    fn net(&self, entry: &Entry, spend: &Spend) -> i64 {
        spend.credits.units() - self.refunds.get(&entry.id).copied().unwrap_or_default()
    }

    /// All rows with the heads of their days. A day's start is looked up once a day, not once a row.
    pub(super) fn places(&self, pen: &Pen) -> Vec<Place> {
        let mut places = Vec::with_capacity(self.rows.len() + self.rows.len() / 4);
        let mut day_starts: Option<Instant> = None;
        for (at, row) in self.rows.iter().enumerate() {
            if day_starts.is_none_or(|start| row.at() < start) {
                let day = day_of(row.at(), pen.zone);
                day_starts = Some(start_of(day, pen.zone));
                places.push(Place::Head(day));
            }
            places.push(Place::Row(at));
        }
        places
    }

    /// What the shown spends of a day took, without what came back.
    pub(super) fn spent_on(&self, day: Day, pen: &Pen) -> Credits {
        let starts = start_of(day, pen.zone);
        let ends = day.succ_opt().map_or(starts, |next| start_of(next, pen.zone));
        let first = self.rows.partition_point(|row| row.at() >= ends);
        let of_day = self.rows[first..].iter().take_while(|row| row.at() >= starts);
        let sum =
            of_day.map(|row| if let Item::Spend { entry, spend, .. } = row { self.net(entry, spend) } else { 0 }).sum();
        Credits::new(sum).unwrap_or(Credits::MAX)
    }
}

/// What moved credits, newest first.
fn moments<'a>(outlook: &'a Outlook<'_>, since: Option<Instant>) -> Vec<Item<'a>> {
    let moments = outlook.ledger.moments();
    let from = since.map_or(0, |since| moments.partition_point(|moment| moment.at < since));
    let mut rows = Vec::with_capacity(moments.len() - from);
    let mut rest = &moments[from..];
    while let Some(moment) = rest.first() {
        let mut used = 1;
        match moment.what {
            What::Spent(id) => {
                let left = Some(balance(moment.left, moment.overdrawn));
                rows.extend(outlook.entry(id).and_then(|entry| spend_item(entry, left)));
            }
            What::Checked(id) => {
                let left = balance(moment.left, moment.overdrawn);
                rows.extend(outlook.ledger.check(id).map(|outcome| Item::Check { outcome, left }));
            }
            _ => {
                let (event, taken) = events(rest, outlook);
                used = taken;
                rows.push(Item::Event(event));
            }
        }
        rest = &rest[used..];
    }
    rows.reverse();
    rows
}

/// Entries before the book's start count for prices and pace; the ledger does not know them.
fn before_the_book<'a>(outlook: &'a Outlook<'_>, since: Option<Instant>) -> Vec<Item<'a>> {
    let start = outlook.facts.service.start;
    if since.is_some_and(|since| since >= start) {
        return Vec::new();
    }
    let shown = |entry: &&Entry| entry.at < start && since.is_none_or(|since| entry.at >= since);
    let mut older: Vec<&Entry> = outlook.facts.entries.iter().filter(shown).collect();
    older.sort_unstable_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    older.into_iter().filter_map(|entry| spend_item(entry, None)).collect()
}

/// The row of an entry that is a spend.
fn spend_item(entry: &Entry, left: Option<Credits>) -> Option<Item<'_>> {
    if let Fact::Spend(spend) = &entry.fact { Some(Item::Spend { entry, spend, left }) } else { None }
}

/// left − overdrawn.
pub(super) fn balance(left: Credits, overdrawn: Credits) -> Credits {
    left.minus(overdrawn).unwrap_or(left)
}

/// What came back, by spend, in smallest units.
fn refunds(outlook: &Outlook<'_>) -> HashMap<EntryId, i64> {
    let mut refunds = HashMap::new();
    for moment in outlook.ledger.moments() {
        let What::Refunded { entry, of } = moment.what else { continue };
        // Not the moment's change: what a check had found already comes back without moving the balance.
        if let Some(Fact::Refund { amount, .. }) = outlook.entry(entry).map(|entry| &entry.fact) {
            *refunds.entry(of).or_default() += amount.units();
        }
    }
    refunds
}

/// Words that must all occur in a spend.
struct Search<'a> {
    words: Vec<String>,
    actions: &'a [Action],
}

impl<'a> Search<'a> {
    fn of(text: &str, actions: &'a [Action]) -> Self {
        Self {
            words: text.split_whitespace().map(|word| word.trim_start_matches('#').to_lowercase()).collect(),
            actions,
        }
    }

    fn finds(&self, spend: &Spend) -> bool {
        let text = self.text_of(spend);
        self.words.iter().all(|word| text.contains(word))
    }

    fn text_of(&self, spend: &Spend) -> String {
        let mut text = spend.key.as_ref().map(|key| generation::title(self.actions, key)).unwrap_or_default();
        for part in spend.tags.iter().chain([&spend.note]) {
            text.push('\n');
            text.push_str(part);
        }
        text.to_lowercase()
    }
}
