//! A CSV as it would be imported, in words.

use runout_book::{Book, CsvField, CsvMapping, CsvQuestion, CsvReading, CsvSpend, CsvTable};
use runout_core::actions::{ActionId, Key};
use runout_core::facts::{EntryId, Fact};
use runout_core::words::{self, generation};

use super::pen::Pen;
use crate::wire;

/// So many spends show whether a file is read as it was meant.
const SHOWN: usize = 8;
/// So many lines can be looked through.
const LISTED: usize = 50;

/// A table and what it is called.
pub struct File<'a> {
    /// "usage.csv".
    pub name: &'a str,
    /// What stands in it.
    pub table: &'a CsvTable,
    /// Which column says what.
    pub mapping: &'a CsvMapping,
}

/// The file before anything can be said about its lines.
pub fn unread(file: &File<'_>, refusal: wire::Refusal, pen: &Pen) -> wire::CsvPreview {
    let none = CsvReading::default();
    wire::CsvPreview { refusal: Some(refusal), ..parts(file, &none, pen) }
}

/// The file as it would be imported; `asked` are the questions with the answers that were given.
pub fn preview(
    file: &File<'_>,
    reading: &CsvReading,
    asked: &[(CsvQuestion, Option<String>)],
    book: &Book,
    pen: &Pen,
) -> wire::CsvPreview {
    let near = reading.near.iter().map(|near| line(near.line, &looks_like(near.entry, book, pen)));
    wire::CsvPreview {
        questions: asked.iter().map(|(question, chosen)| self::question(question, chosen.clone())).collect(),
        near: near.take(LISTED).collect(),
        more_near: more(reading.near.len(), pen),
        ..parts(file, reading, pen)
    }
}

fn parts(file: &File<'_>, reading: &CsvReading, pen: &Pen) -> wire::CsvPreview {
    let problems = reading.problems.iter().map(|problem| line(problem.line, &problem.words));
    wire::CsvPreview {
        file: file.name.to_owned(),
        about: about(file.table, pen),
        columns: file.table.columns().to_vec(),
        fields: CsvField::ALL.into_iter().map(|field| self::field(field, file)).collect(),
        questions: Vec::new(),
        rows: reading.spends.iter().take(SHOWN).map(|(spend, _)| row(spend, pen)).collect(),
        notes: notes(reading, pen),
        problems: problems.take(LISTED).collect(),
        more_problems: more(reading.problems.len(), pen),
        near: Vec::new(),
        more_near: None,
        refusal: None,
        verb: format!("Import {}", counted(reading.spends.len(), "spend", pen)),
    }
}

/// "412 lines, UTF-8, separated by commas".
fn about(table: &CsvTable, pen: &Pen) -> String {
    let separator = match table.separator() {
        ';' => "semicolons",
        '\t' => "tabs",
        '|' => "bars",
        _ => "commas",
    };
    format!("{}, {}, separated by {separator}", counted(table.lines(), "line", pen), table.encoding().name())
}

fn field(field: CsvField, file: &File<'_>) -> wire::CsvField {
    wire::CsvField {
        field: field.word().to_owned(),
        label: field.label().to_owned(),
        column: file.mapping.column(field).and_then(|place| file.table.columns().get(place).cloned()),
        needed: matches!(field, CsvField::At | CsvField::Credits),
    }
}

/// A question for the screen, or for `--json`.
pub fn question(question: &CsvQuestion, chosen: Option<String>) -> wire::CsvQuestion {
    let answers = question.answers().map(|(value, words)| wire::CsvAnswer { value: value.to_owned(), words });
    wire::CsvQuestion { field: question.field().to_owned(), words: question.asked(), answers: answers.into(), chosen }
}

/// A spend as it would be logged.
pub fn row(spend: &CsvSpend, pen: &Pen) -> wire::CsvRow {
    let settings = Key { action: ActionId(String::new()), settings: spend.settings.clone() };
    let named = [spend.action.clone().unwrap_or_default(), generation::settings(&settings)];
    let tags = spend.tags.iter().map(|tag| format!("#{tag}"));
    wire::CsvRow {
        line: number(spend.line),
        at: when(spend.at, spend.date_only, pen),
        action: named.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", "),
        count: spend.count,
        credits: pen.exact(spend.credits),
        note: tags.chain([spend.note.clone()]).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "),
    }
}

/// "Veo 3, 8 s, 500, on Mon 16 Nov, 11:00 is logged already."
pub fn looks_like(entry: EntryId, book: &Book, pen: &Pen) -> String {
    let found = book.facts().entries.iter().find(|one| one.id == entry);
    let Some((entry, spend)) = found.and_then(|one| match &one.fact {
        Fact::Spend(spend) => Some((one, spend)),
        _ => None,
    }) else {
        return "It is logged already.".to_owned();
    };
    let what = spend.key.as_ref().map_or_else(|| "A spend".to_owned(), |key| generation::title(book.actions(), key));
    format!("{what}: {} is logged already, on {}.", pen.exact(spend.credits), when(entry.at, entry.date_only, pen))
}

fn when(at: runout_core::Instant, date_only: bool, pen: &Pen) -> String {
    if date_only { pen.day_of(at) } else { pen.moment(at) }
}

/// What else there is to know about what would be imported.
pub fn notes(reading: &CsvReading, pen: &Pen) -> Vec<String> {
    let mut notes = Vec::new();
    if reading.known > 0 {
        let (lines, were) = (counted(reading.known, "line", pen), if reading.known == 1 { "was" } else { "were" });
        notes.push(format!("{lines} {were} imported before, and {were} left out."));
    }
    if !reading.new_actions.is_empty() {
        let names = reading.new_actions.iter().take(8).cloned().collect::<Vec<_>>().join(", ");
        let more = if reading.new_actions.len() > 8 { ", …" } else { "" };
        notes.push(format!("{}: {names}{more}.", counted(reading.new_actions.len(), "new action", pen)));
    }
    if reading.before_start > 0 {
        let (lies, counts) = if reading.before_start == 1 { ("lies", "it counts") } else { ("lie", "they count") };
        notes.push(format!(
            "{} {lies} before the book's start: {counts} for prices and pace, not for the balance.",
            counted(reading.before_start, "spend", pen)
        ));
    }
    notes
}

/// "412 spends", "1 spend".
pub fn counted(number: usize, what: &str, pen: &Pen) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {what}{plural}", words::count(number as u64, &pen.figures))
}

fn more(number: usize, pen: &Pen) -> Option<String> {
    let rest = number.checked_sub(LISTED).filter(|rest| *rest > 0)?;
    Some(format!("and {} more", words::count(rest as u64, &pen.figures)))
}

fn line(at: u64, words: &str) -> wire::CsvLine {
    wire::CsvLine { line: number(at), words: words.to_owned() }
}

/// No file that is read has more lines than this counts.
fn number(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}
