//! What was gathered from a line's words, before it is weighed as a whole.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveTime;

use super::actions::Found;
use super::chip::{Chip, ChipKind};
use super::refusal::EntryRefusal;
use crate::Day;
use crate::credits::Credits;
use crate::facts::Verdict;
use crate::words::{WhenError, quoted};

/// An amount, as it was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// What the whole line took.
    InAll(Credits),
    /// What each piece took.
    Each(Credits),
    /// What the service shows after it.
    Balance(Credits),
    /// An estimate that was taken as it was offered.
    Estimated(Credits),
}

/// A value with the words that it was typed as.
#[derive(Clone, Debug)]
pub(super) struct Said<T> {
    pub(super) value: T,
    pub(super) text: String,
    /// The bytes where it was typed.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What was gathered from a line's words.
#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    pub(super) chips: Vec<Chip>,
    /// The first thing that is wrong.
    pub(super) refusal: Option<EntryRefusal>,
    pub(super) found: Option<Found<'a>>,
    /// The bytes of the action's words.
    pub(super) action_at: Option<(usize, usize)>,
    pub(super) action_id: Option<crate::actions::ActionId>,
    pub(super) new_name: Option<String>,
    pub(super) settings: BTreeMap<String, Said<String>>,
    pub(super) count: Option<Said<u32>>,
    pub(super) amount: Option<Said<Typed>>,
    pub(super) tags: Vec<String>,
    seen_tags: BTreeSet<String>,
    pub(super) verdict: Option<Said<Verdict>>,
    pub(super) refunded: bool,
    pub(super) refund_expected: bool,
    pub(super) reserved: bool,
    pub(super) day: Option<Said<Day>>,
    pub(super) time: Option<Said<NaiveTime>>,
    note: Vec<String>,
}

impl Draft<'_> {
    /// Keeps the first thing that is wrong.
    pub(super) fn refuse(&mut self, refusal: impl Into<EntryRefusal>) {
        self.refusal.get_or_insert_with(|| refusal.into());
    }

    /// Whether a setting, a count or an amount was typed: unmatched words behind it go to the note.
    pub(super) fn has_begun(&self) -> bool {
        !self.settings.is_empty() || self.count.is_some() || self.amount.is_some()
    }

    pub(super) fn say_amount(&mut self, said: Said<Typed>) {
        match &self.amount {
            Some(first) => self.refuse(EntryRefusal::TwoAmounts(first.text.clone(), said.text)),
            None => self.amount = Some(said),
        }
    }

    pub(super) fn say_count(&mut self, said: Said<u32>) {
        match &self.count {
            Some(first) => self.refuse(EntryRefusal::TwoCounts(first.text.clone(), said.text)),
            None => self.count = Some(said),
        }
    }

    pub(super) fn say_setting(&mut self, name: String, said: Said<String>) {
        match self.settings.get(&name) {
            Some(first) if first.value != said.value => {
                self.refuse(EntryRefusal::TwoSettings(first.text.clone(), said.text));
            }
            Some(_) => {}
            None => drop(self.settings.insert(name, said)),
        }
    }

    pub(super) fn say_verdict(&mut self, said: Said<Verdict>) {
        match &self.verdict {
            Some(first) if first.value != said.value => {
                self.refuse(EntryRefusal::TwoVerdicts(first.text.clone(), said.text));
            }
            _ => self.verdict = Some(said),
        }
    }

    pub(super) fn say_day(&mut self, said: Said<Option<Day>>) {
        match (said.value, &self.day) {
            (None, _) => self.refuse(WhenError::NoSuchDay(said.text)),
            (Some(_), Some(first)) => self.refuse(WhenError::TwoDays(first.text.clone(), said.text)),
            (Some(value), None) => self.day = Some(said.with(value)),
        }
    }

    pub(super) fn say_time(&mut self, said: Said<Option<NaiveTime>>) {
        match (said.value, &self.time) {
            (None, _) => self.refuse(WhenError::NoSuchTime(said.text)),
            (Some(_), Some(first)) => self.refuse(WhenError::TwoTimes(first.text.clone(), said.text)),
            (Some(value), None) => self.time = Some(said.with(value)),
        }
    }

    pub(super) fn say_tag(&mut self, tag: &str) {
        if self.seen_tags.insert(tag.to_owned()) {
            self.tags.push(tag.to_owned());
        }
    }

    /// Adds to the note; words side by side share a chip.
    pub(super) fn say_note(&mut self, words: String, from: usize, to: usize) {
        match self.chips.last_mut() {
            Some(Chip { kind: ChipKind::Note, words: shown, place: Some(place), .. }) => {
                place.to = to;
                if shown.len() < 80 {
                    shown.push(' ');
                    shown.extend(words.chars().take(80));
                }
            }
            _ => {
                let shown = words.chars().take(80).collect();
                let chip = Chip::typed(ChipKind::Note, shown, from, to);
                self.chips.push(Chip { rest: "goes to the note".to_owned(), ..chip });
            }
        }
        self.note.push(words);
    }

    pub(super) fn note(&self) -> String {
        self.note.join(" ")
    }

    pub(super) fn chip(&mut self, kind: ChipKind, words: String, from: usize, to: usize) {
        self.chips.push(Chip::typed(kind, words, from, to));
    }
}

impl<T> Said<T> {
    pub(super) fn new(value: T, typed: &str, from: usize, to: usize) -> Self {
        Self { value, text: quoted(typed), from, to }
    }

    fn with<U>(self, value: U) -> Said<U> {
        Said { value, text: self.text, from: self.from, to: self.to }
    }
}
