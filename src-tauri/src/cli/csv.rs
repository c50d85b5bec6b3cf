//! `import` of a CSV: the spends of a file, mapped by words.

use runout_book::{CsvChoices, CsvReading};
use runout_core::ledger::{Edge, replay};
use runout_core::words;
use serde_json::{Value, json};

use super::reply::Reply;
use super::table::Table;
use super::words::Import;
use crate::desk::{Chosen, Desk};
use crate::views::csv;
use crate::views::pen::Pen;
use crate::wire::Refusal;

/// So many lines are said; `--json` says all.
const SAID: usize = 20;

/// Whether the words, or the file's name, say that it is a CSV.
pub(super) fn is_meant(typed: &Import) -> bool {
    let ending = typed.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let asks = [&typed.map, &typed.decimal, &typed.dates, &typed.duplicates].into_iter().any(Option::is_some);
    asks || matches!(ending.as_str(), "csv" | "tsv" | "tab" | "txt")
}

/// `import usage.csv --map …`.
pub(super) fn import(desk: &mut Desk, typed: &Import) -> Result<Reply, Refusal> {
    desk.book()?;
    let file = Chosen::read(&typed.file)?;
    let Import { map, decimal, dates, duplicates, dry_run, .. } = typed;
    let choices = file.choices(map.as_deref(), decimal.as_deref(), dates.as_deref(), duplicates.as_deref())?;
    let pen = desk.pen()?;
    if *dry_run {
        let reading = desk.read_csv(&file, &choices)?;
        let spends = csv::counted(reading.spends.len(), "spend", &pen);
        let said = format!("It would import {spends}. Nothing was changed.");
        let table = first_rows(&reading, &pen);
        return Ok(answer(desk, &reading, 0, &said, &table));
    }
    let done = desk.log_csv(&file, &choices).map_err(|refusal| with_near(desk, &file, &choices, refusal))?;
    let left = replay(desk.book()?.facts(), desk.now(), Edge::After)?.left();
    let said = format!("{}: {} left.", words::capital(&done.change.name), pen.exact(left));
    Ok(answer(desk, &done.reading, done.reading.spends.len(), &said, ""))
}

/// What was done or would be, what was left out and why, and what has to be asked.
fn answer(desk: &Desk, reading: &CsvReading, imported: usize, said: &str, table: &str) -> Reply {
    let pen = desk.pen().unwrap_or_else(|_| Pen::bare());
    let questions: Vec<_> = reading.questions.iter().map(|question| csv::question(question, None)).collect();
    let document = json!({
        "done": said,
        "imported": imported,
        "spends": reading.spends.len(),
        "known": reading.known,
        "before_start": reading.before_start,
        "new_actions": reading.new_actions,
        "problems": reading.problems.iter().map(|one| json!({ "line": one.line, "message": one.words })).collect::<Value>(),
        "near_duplicates": reading.near.iter().map(|one| json!({ "line": one.line, "entry": one.entry.0 })).collect::<Value>(),
        "questions": questions,
    });
    let notes = csv::notes(reading, &pen).into_iter();
    let asked = reading.questions.iter().map(|question| format!("{question} Say --{}.", question.field()));
    let near = near(desk, reading, &pen);
    let all = std::iter::once(said.to_owned()).chain(notes).chain(asked).chain(near).chain(left_out(reading));
    let words = all.chain([table.to_owned()]).filter(|words| !words.is_empty());
    Reply::new(&document, words.collect::<Vec<_>>().join("\n"))
}

/// The refusal that asks about lines that are logged already, with each of them.
fn with_near(desk: &Desk, file: &Chosen, choices: &CsvChoices, refusal: Refusal) -> Refusal {
    if refusal.code != "csv_duplicates" {
        return refusal;
    }
    let (Ok(reading), Ok(pen)) = (desk.read_csv(file, choices), desk.pen()) else { return refusal };
    near(desk, &reading, &pen).iter().fold(refusal, |refusal, line| refusal.and(&format!("\n{line}")))
}

/// "Line 4, entry 12: Veo 3, 8 s: 500 is logged already, on Mon 16 Nov, 11:00."
fn near(desk: &Desk, reading: &CsvReading, pen: &Pen) -> Vec<String> {
    let Ok(book) = desk.book() else { return Vec::new() };
    let said = reading
        .near
        .iter()
        .take(SAID)
        .map(|one| format!("Line {}, entry {}: {}", one.line, one.entry.0, csv::looks_like(one.entry, book, pen)));
    let rest = reading.near.len().saturating_sub(SAID);
    said.chain((rest > 0).then(|| format!("And {rest} more; --dry-run --json lists them all."))).collect()
}

/// "Left out, line 4: “abc” is not an amount in whole units."
fn left_out(reading: &CsvReading) -> impl Iterator<Item = String> {
    let said = reading.problems.iter().take(SAID).map(|one| format!("Left out, line {}: {}", one.line, one.words));
    let rest = reading.problems.len().saturating_sub(SAID);
    said.chain((rest > 0).then(|| format!("Left out, and {rest} more; --json lists them all.")))
}

fn first_rows(reading: &CsvReading, pen: &Pen) -> String {
    let mut table = Table::new(&[">Line", "When", "Action", ">×", ">Credits"]);
    for (spend, _) in reading.spends.iter().take(SAID) {
        let row = csv::row(spend, pen);
        table.row([row.line.to_string(), row.at, row.action, row.count.to_string(), row.credits]);
    }
    if reading.spends.is_empty() { String::new() } else { table.to_string() }
}
