//! What only the command line asks for: a copy at a place of its own, a look at the whole file, a trial.

use std::path::Path;

use runout_book::{Book, Problem};

use super::Desk;
use super::files::Format;
use super::start::make_folder;
use super::told::Told;
use crate::clock;
use crate::refusal::refusal;
use crate::wire::Refusal;

impl Desk {
    /// The whole book, or its log, as text.
    ///
    /// # Errors
    /// What the book says.
    pub fn exported(&self, format: Format) -> Result<String, Refusal> {
        self.read(|book| match format {
            Format::Json => book.export_json(),
            Format::Csv => book.export_csv(),
        })
    }

    /// Makes a checked copy at a place where nothing lies yet.
    ///
    /// # Errors
    /// What the book or the file system says.
    pub fn back_up_to(&self, to: &Path) -> Result<Told, Refusal> {
        self.read(|book| book.back_up_to(to))?;
        Ok(Told::plainly(format!("Backed up to {}, and checked.", to.display())))
    }

    /// Looks at every page, every row and every statement of the book.
    ///
    /// # Errors
    /// A refusal that names what was found.
    pub fn verify(&self) -> Result<Told, Refusal> {
        let now = self.now();
        let found = self.read(|book| book.verify(now))?;
        if !found.problems.is_empty() {
            let problems: Vec<String> = found.problems.iter().map(Problem::to_string).collect();
            let words = format!("The book is damaged: {}. Restore a backup.", problems.join("; "));
            return Err(refusal("book_damaged", words));
        }
        let words = format!(
            "The book is whole: {} entries in {} changes, and every statement adds up.",
            found.entries, found.changes
        );
        Ok(Told::plainly(words))
    }

    /// What an import would bring: it is tried beside the book and taken away again.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn try_import(&self, from: &Path) -> Result<Told, Refusal> {
        let text = super::files::read_document(from)?;
        let trial = self.folders.own().with_extension(format!("{}.trial", std::process::id()));
        make_folder(&trial)?;
        let tried = Book::create_from_json(&trial, &text, self.now()).map(|book| book.facts().entries.len());
        super::start::remove_book(&trial)?;
        let entries = tried.map_err(|error| Refusal::from(&error))?;
        Ok(Told::plainly(format!("It would bring a book of {entries} entries. Nothing was changed.")))
    }

    /// Makes the sample: at the place that was named, never over a file, else beside the own book.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn make_sample(&mut self) -> Result<Told, Refusal> {
        if !self.folders.is_named() {
            self.start_sample()?;
            let words = format!("Sample data in {}. Name it with --book to look at it.", self.path().display());
            return Ok(Told::plainly(words));
        }
        let path = self.folders.own().to_path_buf();
        make_folder(&path)?;
        let book = Book::create_sample(&path, clock::zone(), self.now()).map_err(|error| Refusal::from(&error))?;
        self.lay_down(book, None);
        Ok(Told::plainly(format!("Sample data in {}.", path.display())))
    }
}
