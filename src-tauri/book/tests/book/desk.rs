//! What every test needs: a folder that goes away, instants, a book to begin with.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::TimeDelta;
use runout_book::{Answers, Book, NewBook, NewSpend, preset};
use runout_core::Instant;
use runout_core::actions::{ActionId, Key};
use runout_core::credits::Credits;
use runout_core::facts::{Entry, Facts, Mark, Spend};
use tempfile::TempDir;

/// A folder of its own, and the place of a book in it.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("runout.book")
    }

    /// An LTX Standard book, 28,000 a month from the 15th, Europe/Berlin.
    pub(crate) fn book(&self) -> Book {
        Book::create(&self.path(), &ltx(), now()).unwrap()
    }

    pub(crate) fn open(&self) -> Book {
        Book::open(&self.path(), now()).unwrap()
    }
}

pub(crate) fn ltx() -> NewBook {
    let answers = Answers {
        left: None,
        allotment: None,
        renews: Some("2026-12-15T00:00:00".parse().unwrap()),
        anchor_day: None,
        zone: chrono_tz::Europe::Berlin,
    };
    preset("ltx-standard").unwrap().book(&answers, now()).unwrap()
}

pub(crate) fn now() -> Instant {
    at("2026-11-22T14:05:12Z")
}

pub(crate) fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(crate) fn minutes_ago(minutes: i64) -> Instant {
    now() - TimeDelta::minutes(minutes)
}

pub(crate) fn credits(units: i64) -> Credits {
    Credits::new(units).unwrap()
}

pub(crate) fn key(action: &str, settings: &[(&str, &str)]) -> Key {
    let settings: BTreeMap<_, _> = settings.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Key { action: ActionId(action.to_owned()), settings }
}

pub(crate) fn spend(units: i64) -> Spend {
    Spend {
        tags: vec!["teaser".to_owned()],
        ..Spend::charged(Some(key("veo-3", &[("audio", "yes"), ("seconds", "8")])), 1, credits(units))
    }
}

pub(crate) fn new_spend(units: i64) -> NewSpend {
    NewSpend { at: now(), date_only: false, spend: spend(units), shown: None, refunded: false, new_action: None }
}

/// All that stands, comparable.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stands {
    service: runout_core::facts::Service,
    terms: Vec<runout_core::facts::TermsVersion>,
    pub(crate) entries: Vec<Entry>,
    marks: Vec<(runout_core::Day, Mark)>,
    actions: Vec<runout_core::actions::Action>,
    settings: runout_book::Settings,
}

pub(crate) fn stands(book: &Book) -> Stands {
    let Facts { service, terms, entries, marks } = book.facts().clone();
    Stands { service, terms, entries, marks, actions: book.actions().to_vec(), settings: *book.settings() }
}
