//! The log as CSV (RFC 4180), for a spreadsheet; and files that are written whole or not at all.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use runout_core::credits::Credits;
use runout_core::facts::{Entry, EntryId, Fact, Facts, Spend, SpendState, Verdict};
use runout_core::words::generation;
use runout_core::words::plain;

use crate::book::Book;
use crate::connect;
use crate::error::BookError;
use crate::files::{beside, canonical, remove, sync, sync_folder};

pub(super) const COLUMNS: [&str; 14] = [
    "id",
    "at",
    "date_only",
    "action",
    "settings",
    "count",
    "credits",
    "refunded",
    "estimated",
    "state",
    "verdict",
    "tags",
    "note",
    "unit",
];

impl Book {
    /// The spends, oldest first. Amounts are exact; text that a spreadsheet would reckon with is made text by a `'`.
    ///
    /// # Errors
    /// [`BookError`].
    pub fn export_csv(&self) -> Result<String, BookError> {
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let refunded = refunded(self.facts());
        let mut spends: Vec<&Entry> = self.facts().entries.iter().collect();
        spends.sort_by_key(|entry| (entry.at, entry.id));
        out.write_record(COLUMNS).map_err(not_written)?;
        for entry in spends {
            if let Fact::Spend(spend) = &entry.fact {
                let back = refunded.get(&entry.id).copied().unwrap_or_default();
                out.write_record(self.cells(entry, spend, back)).map_err(not_written)?;
            }
        }
        let bytes =
            out.into_inner().map_err(|error| BookError::file("csv", std::io::Error::other(error.to_string())))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn cells(&self, entry: &Entry, spend: &Spend, back: Credits) -> [String; 14] {
        let Spend { key, count, credits, estimated, derived: _, tags, note, state, verdict } = spend;
        let service = &self.facts().service;
        let name = key.as_ref().map_or("", |key| generation::name(self.actions(), key));
        [
            entry.id.0.to_string(),
            entry.at.with_timezone(&service.zone).to_rfc3339(),
            yes_no(entry.date_only),
            text(name),
            text(&key.as_ref().map_or_else(String::new, generation::settings)),
            count.to_string(),
            plain(*credits, service.decimals),
            plain(back, service.decimals),
            yes_no(*estimated),
            state_word(*state, *credits, back).to_owned(),
            verdict.map_or("", verdict_word).to_owned(),
            text(&tags.iter().map(|tag| one_tag(tag)).collect::<Vec<_>>().join(" ")),
            text(note),
            text(&service.unit),
        ]
    }
}

fn refunded(facts: &Facts) -> BTreeMap<EntryId, Credits> {
    let mut sums = BTreeMap::new();
    for entry in &facts.entries {
        if let Fact::Refund { of, amount } = entry.fact {
            let sum: &mut Credits = sums.entry(of).or_default();
            *sum = sum.plus(amount).unwrap_or(Credits::MAX);
        }
    }
    sums
}

/// Guards a text that a spreadsheet would take for a formula by a `'`; one that looks guarded already gets another.
fn text(words: &str) -> String {
    if is_taken_for_a_formula(words.trim_start_matches('\'')) { format!("'{words}") } else { words.to_owned() }
}

/// The text that was guarded so.
pub(super) fn untext(cell: &str) -> Cow<'_, str> {
    let guarded = cell.strip_prefix('\'').filter(|rest| is_taken_for_a_formula(rest.trim_start_matches('\'')));
    guarded.unwrap_or(cell).into()
}

/// A spreadsheet takes a cell that begins so for a formula.
fn is_taken_for_a_formula(words: &str) -> bool {
    let reckons = words.trim_start().starts_with(['=', '+', '-', '@', '|', '%', '\u{2212}']);
    let breaks = words.starts_with(['\t', '\r', '\n']);
    reckons || breaks
}

/// A tag as the quick-entry line takes it: quoted where it would fall apart.
fn one_tag(tag: &str) -> String {
    let whole = !tag.contains(|c: char| c.is_whitespace() || c == '"');
    if whole { tag.to_owned() } else { format!("\"{}\"", tag.replace('"', "\"\"")) }
}

fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

fn state_word(state: SpendState, credits: Credits, back: Credits) -> &'static str {
    match state {
        _ if !back.is_zero() && back >= credits => "refunded",
        SpendState::Charged => "charged",
        SpendState::RefundExpected => "refund_expected",
        SpendState::Reserved => "reserved",
    }
}

fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Keeper => "keeper",
        Verdict::Reject => "reject",
        Verdict::Failed => "failed",
    }
}

fn not_written(error: csv::Error) -> BookError {
    BookError::file("csv", std::io::Error::other(error))
}

/// The files that lie beside a book and are a part of it.
const PARTS: [&str; 5] = ["-wal", "-shm", "-journal", ".lock", ".knock"];

/// Whether a file is a book, by any name, or one of those that lie beside it.
fn is_of_a_book(path: &Path) -> bool {
    let is_book = |path: &Path| connect::look_at_header(path).is_ok();
    let path = canonical(path);
    is_book(&path)
        || path.to_str().is_some_and(|text| {
            PARTS.iter().filter_map(|part| text.strip_suffix(part)).any(|book| is_book(Path::new(book)))
        })
}

/// Writes an exported text to a file, whole or not at all; one that lies there is replaced, but never a book.
///
/// # Errors
/// [`BookError::IsABook`], [`BookError::DiskFull`], [`BookError::ReadOnly`], [`BookError::File`].
pub fn write_file(path: &Path, text: &str) -> Result<(), BookError> {
    if is_of_a_book(path) {
        return Err(BookError::IsABook(path.to_owned()));
    }
    let unfinished = beside(path, "unfinished");
    let written = fs::write(&unfinished, text).map_err(|error| BookError::file(path, error));
    let done = written.and_then(|()| sync(&unfinished)).and_then(|()| {
        fs::rename(&unfinished, path).map_err(|error| BookError::file(path, error))?;
        sync_folder(path)
    });
    if done.is_err() {
        remove(&unfinished)?;
    }
    done
}
