//! Files: export, import, backups.

use std::path::Path;

use runout_book::{Backup, Book, Summary, backups_of, restore_over, write_file};
use runout_core::outlook::Text;
use runout_core::{calendar, words};

use super::start::make_folder;
use super::told::Told;
use super::{Desk, Open};
use crate::refusal::{no_book, of_journey, refusal};
use crate::views::pen::Pen;
use crate::views::settings::{self, Files};
use crate::wire::{self, BeforeAfter, Refusal, RestorePreview};

/// What can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// The spends, for a spreadsheet
    Csv,
    /// The whole book, back in without loss
    Json,
}

impl Format {
    /// `json` or `csv`.
    ///
    /// # Errors
    /// A refusal for anything else.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        match text.to_ascii_lowercase().as_str() {
            "json" => Ok(Self::Json),
            "csv" => Ok(Self::Csv),
            other => Err(refusal("bad_format", format!("A format is json or csv, not “{other}”.")).at("format")),
        }
    }
}

impl Desk {
    /// Writes the whole book or its log to a file.
    ///
    /// # Errors
    /// What the book or the file system says.
    pub fn export(&self, format: Format, to: &Path) -> Result<Told, Refusal> {
        let text = self.exported(format)?;
        write_file(to, &text).map_err(|error| Refusal::from(&error))?;
        let what = match format {
            Format::Json => "the book",
            Format::Csv => "the log",
        };
        Ok(Told::plainly(format!("Exported {what} to {}.", to.display())))
    }

    /// Lets an exported book stand in place of what lies on the desk; where nothing does, it becomes the own one.
    ///
    /// # Errors
    /// What is wrong with the document, or what the file system says.
    pub fn import(&mut self, from: &Path) -> Result<Told, Refusal> {
        let text = read_document(from)?;
        let now = self.now();
        if matches!(self.open, Open::Nothing) {
            make_folder(self.folders.own())?;
            let book = Book::create_from_json(self.folders.own(), &text, now).map_err(|error| Refusal::from(&error))?;
            let entries = book.facts().entries.len();
            self.lay_down(book, None);
            return Ok(Told::plainly(imported(entries)));
        }
        let pen = self.pen()?;
        self.kept.clear();
        let Open::Book(book) = &mut self.open else { return Err(no_book()) };
        let done = book.import_json(&text, now).map_err(|error| of_journey(&error, &pen))?;
        let words = Text::plain(imported(done.entries));
        Ok(Told { words, offers: done.undoable.then_some(wire::Offer::Undo), entry: None })
    }

    /// Makes a checked copy among the backups.
    ///
    /// # Errors
    /// What the book or the file system says.
    pub fn back_up(&self) -> Result<Told, Refusal> {
        let now = self.now();
        self.read(|book| book.back_up(now))?;
        Ok(Told::plainly("Backed up, and checked."))
    }

    /// What restoring a backup would change.
    ///
    /// # Errors
    /// A refusal where the backup is gone or not whole.
    pub fn preview_restore(&self, name: &str) -> Result<RestorePreview, Refusal> {
        let backup = self.backup(name)?;
        let rows = match &self.open {
            Open::Book(book) => {
                let pen = self.pen()?;
                let preview = book.preview_restore(&backup.path, pen.now).map_err(|error| of_journey(&error, &pen))?;
                rows(&preview.now, &preview.then, &pen)
            }
            // What cannot be opened cannot be held against the backup.
            _ => Vec::new(),
        };
        Ok(RestorePreview { name: backup.name, rows })
    }

    /// Puts a backup in place of what lies on the desk; a copy of that is kept first.
    ///
    /// # Errors
    /// A refusal where the backup is gone or not whole; the book is as it was then.
    pub fn restore(&mut self, name: &str) -> Result<Told, Refusal> {
        let backup = self.backup(name)?;
        self.restore_from(&backup.path)
    }

    /// Puts any copy of a book in place of what lies on the desk; a copy of that is kept first.
    ///
    /// # Errors
    /// A refusal where the copy is gone or not whole; the book is as it was then.
    pub fn restore_from(&mut self, copy: &Path) -> Result<Told, Refusal> {
        if !copy.is_file() {
            let words = format!("There is no file at {}. Choose a copy of a book.", copy.display());
            return Err(refusal("no_such_backup", words));
        }
        let now = self.now();
        let path = self.path();
        make_folder(&path)?;
        self.kept.clear();
        if let Open::Book(book) = &mut self.open {
            book.restore(copy, now).map_err(|error| of_journey(&error, &Pen::bare()))?;
            return Ok(Told::plainly("Restored. The book as it was before is among the backups."));
        }
        let failed = matches!(self.open, Open::Failed(..)) && path.exists();
        let book = restore_over(&path, copy, now).map_err(|error| Refusal::from(&error))?;
        self.open = Open::Book(Box::new(book));
        let aside = if failed { " The file that could not be opened lies beside the book." } else { "" };
        Ok(Told::plainly(format!("Restored.{aside}")))
    }

    fn backup(&self, name: &str) -> Result<Backup, Refusal> {
        let backups = backups_of(&self.path()).map_err(|error| Refusal::from(&error))?;
        let gone = || refusal("no_such_backup", format!("There is no backup “{name}” any more. Choose another."));
        backups.into_iter().find(|backup| backup.name == name).ok_or_else(gone)
    }

    /// Where the book lies, and its backups.
    pub(super) fn files(&self) -> Files {
        let path = self.path();
        let bytes = std::fs::metadata(&path).map_or(0, |about| about.len());
        // A folder that cannot be read shows no backups; making one says why.
        let backups = backups_of(&path).unwrap_or_default();
        let last = backups.first().map(|backup| format!("Last: {}{}", self.moment(backup), checked(backup)));
        Files {
            path: path.display().to_string(),
            size: settings::size(bytes),
            last_backup: last.unwrap_or_else(|| "No backup yet".to_owned()),
            backups: backups.iter().map(|backup| self.listed(backup)).collect(),
        }
    }

    fn listed(&self, backup: &Backup) -> wire::Backup {
        wire::Backup {
            name: backup.name.clone(),
            words: self.moment(backup),
            why: backup.why.words().to_owned(),
            size: settings::size(backup.bytes),
            checked: backup.checked,
        }
    }

    /// "today, 09:12", "Fri 4 Dec, 09:12".
    fn moment(&self, backup: &Backup) -> String {
        let zone = self.zone();
        let (day, today) = (calendar::day_of(backup.at, zone), calendar::day_of(self.now(), zone));
        let figures = self.figures().unwrap_or_default();
        format!("{}, {}", words::named_day(day, today), words::time(words::local(backup.at, zone).time(), &figures))
    }
}

/// "Imported the book: 7 entries."
fn imported(entries: usize) -> String {
    let word = if entries == 1 { "entry" } else { "entries" };
    format!("Imported the book: {entries} {word}.")
}

const fn checked(backup: &Backup) -> &'static str {
    if backup.checked { ", checked" } else { ", not whole" }
}

/// The book as it is next to the book as it would be.
fn rows(now: &Summary, then: &Summary, pen: &Pen) -> Vec<BeforeAfter> {
    let row = |what: &str, of: &dyn Fn(&Summary) -> String| BeforeAfter {
        what: what.to_owned(),
        before: of(now),
        after: of(then),
    };
    let dash = || "–".to_owned();
    vec![
        row("Entries", &|one| words::count(one.entries as u64, &pen.figures)),
        row("Spends", &|one| words::count(one.spends as u64, &pen.figures)),
        row("Last entry", &|one| {
            one.last_entry.map_or_else(dash, |at| words::moment(at, pen.zone, pen.today, &pen.figures))
        }),
        row("Plan", &|one| one.plan.clone()),
        row("Left", &|one| one.balance.map_or_else(dash, |balance| pen.exact(balance))),
    ]
}

/// The text of a document that a person exported.
pub(super) fn read_document(from: &Path) -> Result<String, Refusal> {
    std::fs::read_to_string(from).map_err(|reason| not_read(from, &reason))
}

fn not_read(path: &Path, reason: &std::io::Error) -> Refusal {
    let why = if reason.kind() == std::io::ErrorKind::InvalidData {
        "it is not text in UTF-8".to_owned()
    } else {
        reason.to_string()
    };
    refusal("file", format!("{} cannot be read: {why}. Choose another file.", path.display()))
}
