//! The import of a CSV: the file is chosen, looked at as often as wanted, and logged as one step.

use std::io::Read;
use std::path::Path;

use runout_book::{
    CsvChoices, CsvImported, CsvMapping, CsvQuestion, CsvReading, CsvTable, DateOrder, DecimalMark, Duplicates, Refused,
};

use super::told::Told;
use super::{Desk, Open};
use crate::refusal::{no_book, of_journey, of_refused, refusal};
use crate::views::csv::{self, File};
use crate::views::pen::Pen;
use crate::wire::{CsvPreview, CsvWish, Refusal};

/// A CSV file that was chosen.
#[derive(Debug)]
pub struct Chosen {
    name: String,
    table: CsvTable,
}

impl Chosen {
    /// Reads a file.
    ///
    /// # Errors
    /// Why it cannot be read: it is gone, too large, or no table.
    pub fn read(path: &Path) -> Result<Self, Refusal> {
        let not_read = |reason: &std::io::Error| {
            refusal("file", format!("{} cannot be read: {reason}. Choose another.", path.display()))
        };
        let file = std::fs::File::open(path).map_err(|reason| not_read(&reason))?;
        let mut bytes = Vec::new();
        // One byte more than is read at most, so that a longer file shows without being held whole.
        let most = CsvTable::MOST_BYTES as u64 + 1;
        file.take(most).read_to_end(&mut bytes).map_err(|reason| not_read(&reason))?;
        let table = CsvTable::read(&bytes).map_err(|wrong| of_refused(&Refused::from(wrong), &Pen::bare()))?;
        let name = path.file_name().map_or_else(|| "a file".to_owned(), |name| name.to_string_lossy().into_owned());
        Ok(Self { name, table })
    }

    /// What was chosen or typed about the file, with which column says what as `credits=Cost,at=Date`.
    ///
    /// # Errors
    /// A refusal at the first word that cannot be.
    pub fn choices(
        &self,
        map: Option<&str>,
        decimal: Option<&str>,
        dates: Option<&str>,
        duplicates: Option<&str>,
    ) -> Result<CsvChoices, Refusal> {
        let mapping = match map {
            Some(map) => CsvMapping::read(map, &self.table),
            None => Ok(CsvMapping::guess(&self.table)),
        };
        Ok(CsvChoices {
            mapping: mapping.map_err(|wrong| of_refused(&Refused::from(wrong), &Pen::bare()))?,
            decimal: chosen(decimal, DecimalMark::read, "decimal", "comma or point")?,
            dates: chosen(dates, DateOrder::read, "dates", "day-first or month-first")?,
            duplicates: chosen(duplicates, Duplicates::read, "duplicates", "skip or keep")?,
        })
    }

    fn wished(&self, wish: &CsvWish) -> Result<CsvChoices, Refusal> {
        let CsvWish { columns, decimal, dates, duplicates } = wish;
        let mut choices = self.choices(None, decimal.as_deref(), dates.as_deref(), duplicates.as_deref())?;
        choices.mapping = CsvMapping::default();
        for one in columns {
            let set = choices.mapping.set(&one.field, &one.column, &self.table);
            set.map_err(|wrong| of_refused(&Refused::from(wrong), &Pen::bare()))?;
        }
        Ok(choices)
    }
}

fn chosen<T>(
    text: Option<&str>,
    read: impl Fn(&str) -> Option<T>,
    field: &str,
    allowed: &str,
) -> Result<Option<T>, Refusal> {
    let wrong = |text: &str| refusal("bad_choice", format!("It is {allowed}, not “{text}”.")).at(field);
    text.map(|text| read(text).ok_or_else(|| wrong(text))).transpose()
}

impl Desk {
    /// Lays a CSV file beside the book, and says how it would be imported.
    ///
    /// # Errors
    /// Why the file cannot be read.
    pub fn choose_csv(&mut self, path: &Path) -> Result<CsvPreview, Refusal> {
        self.book()?;
        let file = Chosen::read(path)?;
        let choices = file.choices(None, None, None, None)?;
        let preview = self.csv_preview(&file, &choices, &CsvWish::default());
        self.csv = Some(file);
        preview
    }

    /// How the file that was chosen would be imported.
    ///
    /// # Errors
    /// A refusal where none was chosen, or a column is not there.
    pub fn preview_import(&self, wish: &CsvWish) -> Result<CsvPreview, Refusal> {
        let file = self.csv.as_ref().ok_or_else(none_chosen)?;
        self.csv_preview(file, &file.wished(wish)?, wish)
    }

    /// Imports the file that was chosen.
    ///
    /// # Errors
    /// A question that was not answered, and what the journey refuses; the file stays chosen.
    pub fn import_csv(&mut self, wish: &CsvWish) -> Result<Told, Refusal> {
        let file = self.csv.take().ok_or_else(none_chosen)?;
        let done = file.wished(wish).and_then(|choices| self.log_csv(&file, &choices));
        if done.is_err() {
            self.csv = Some(file);
        }
        self.tell_with_left(&done?.change)
    }

    /// Imports a file.
    ///
    /// # Errors
    /// A question that was not answered, and what the journey refuses.
    pub fn log_csv(&mut self, file: &Chosen, choices: &CsvChoices) -> Result<CsvImported, Refusal> {
        let (now, pen) = (self.now(), self.pen()?);
        self.kept.clear();
        let Open::Book(book) = &mut self.open else { return Err(no_book()) };
        book.import_csv(&file.table, &file.name, choices, now).map_err(|error| of_journey(&error, &pen))
    }

    /// How a file would be imported.
    ///
    /// # Errors
    /// A refusal where no column says when or how many credits.
    pub fn read_csv(&self, file: &Chosen, choices: &CsvChoices) -> Result<CsvReading, Refusal> {
        let (now, pen) = (self.now(), self.pen()?);
        self.book()?.read_csv(&file.table, choices, now).map_err(|error| of_journey(&error, &pen))
    }

    fn csv_preview(&self, file: &Chosen, choices: &CsvChoices, wish: &CsvWish) -> Result<CsvPreview, Refusal> {
        let pen = self.pen()?;
        let shown = File { name: &file.name, table: &file.table, mapping: &choices.mapping };
        let reading = match self.read_csv(file, choices) {
            Ok(reading) => reading,
            Err(refusal) => return Ok(csv::unread(&shown, refusal, &pen)),
        };
        let unanswered = CsvChoices { mapping: choices.mapping.clone(), ..CsvChoices::default() };
        let mut asked = self.read_csv(file, &unanswered)?.questions;
        asked.retain(|question| !matches!(question, CsvQuestion::Duplicates { .. }));
        if !reading.near.is_empty() {
            asked.push(CsvQuestion::Duplicates { number: reading.near.len() });
        }
        let answer = |question: &CsvQuestion| match question {
            CsvQuestion::Decimal { .. } => wish.decimal.clone(),
            CsvQuestion::Dates { .. } => wish.dates.clone(),
            CsvQuestion::Duplicates { .. } => wish.duplicates.clone(),
        };
        let asked: Vec<_> = asked.into_iter().map(|question| (question.clone(), answer(&question))).collect();
        Ok(csv::preview(&shown, &reading, &asked, self.book()?, &pen))
    }
}

fn none_chosen() -> Refusal {
    refusal("no_csv", "No file is chosen. Choose a CSV file first.")
}
