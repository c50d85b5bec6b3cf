//! How long the desk takes with a hundred thousand spends in the book: `cargo bench -p runout --bench desk`.
//!
//! What a person waits for: the start to the first forecast, a letter in the line, and Enter to the whole view after it.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant as Stopwatch};

use runout::clock::{Clock, Given};
use runout::desk::Desk;
use runout::folders::Folders;
use runout::wire::{Ask, ChartSpan, FirstRun, LogQuery};
use runout_book::{Book, CsvChoices, CsvMapping, CsvTable};
use runout_core::Instant;

const SPENDS: i64 = 100_000;
const TODAY: Ask = Ask::Today { span: ChartSpan::Cycle };

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("book.runout");
    fill(&path)?;
    let mut out = std::io::stdout().lock();
    let (mut desk, opened) = timed(|| Ok(desk_over(&path)))?;
    writeln!(out, "open the book: {opened:?}")?;
    let (_, first) = timed(|| Ok(desk.view(&TODAY).map_err(|refusal| refusal.message)?))?;
    writeln!(out, "first forecast: {first:?}, {:?} with opening", first + opened)?;
    for text in ["veo3", "veo3 8s audio", "veo3 8s audio 5400 #teaser"] {
        let (_, took) = timed(|| Ok(desk.read_line(text, 4).map_err(|refusal| refusal.message)?))?;
        writeln!(out, "read the line “{text}”: {took:?}")?;
    }
    let (_, saved) = timed(|| {
        let told = desk.log_line("veo3 8s audio 5400 #teaser", true).map_err(|refusal| refusal.message)?;
        Ok(desk.done(&told, &TODAY).map_err(|refusal| refusal.message)?)
    })?;
    writeln!(out, "Enter to the whole view: {saved:?}")?;
    let query = LogQuery { text: String::new(), range: "all".to_owned(), offset: 50_000, limit: 200 };
    let (_, log) = timed(|| Ok(desk.view(&Ask::Log { query }).map_err(|refusal| refusal.message)?))?;
    writeln!(out, "a page of the whole log: {log:?}")?;
    let (_, undone) = timed(|| {
        let told = desk.undo().map_err(|refusal| refusal.message)?;
        Ok(desk.done(&told, &TODAY).map_err(|refusal| refusal.message)?)
    })?;
    writeln!(out, "undo to the whole view: {undone:?}")?;
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<(T, Duration), Failure> {
    let began = Stopwatch::now();
    let done = work()?;
    Ok((done, began.elapsed()))
}

fn desk_over(path: &Path) -> Desk {
    let clock = Clock::given(Given::Instant(now()));
    Folders::find(Some(path)).map(|folders| Desk::open(folders, clock)).unwrap_or_else(|_| std::process::exit(1))
}

/// 2026-11-22, noon UTC.
fn now() -> Instant {
    Instant::from_timestamp(1_795_348_800, 0).unwrap_or_default()
}

/// A book with a hundred thousand spends over three years.
fn fill(path: &Path) -> Result<(), Failure> {
    let typed = FirstRun {
        preset: Some("ltx-pro".to_owned()),
        service: None,
        left: "90,000".to_owned(),
        allotment: "110,000".to_owned(),
        day: "15".to_owned(),
        zone: "Europe/Berlin".to_owned(),
    };
    let mut new = runout::views::first_run::new_book(&typed, now()).map_err(|_| "the fields make no book")?;
    new.service.start = now() - chrono::TimeDelta::days(3 * 365);
    let mut book = Book::create(path, &new, now())?;
    let lines: Vec<String> = (0..SPENDS).map(line).collect();
    let table = CsvTable::read(format!("date,model,settings,tags,cost\n{}", lines.join("\n")).as_bytes())?;
    let choices = CsvChoices { mapping: CsvMapping::guess(&table), ..CsvChoices::default() };
    book.import_csv(&table, "bench.csv", &choices, now())?;
    Ok(())
}

fn line(number: i64) -> String {
    let actions = ["Veo 3", "Veo 3 Fast", "LTXV", "LTXV Turbo", "Nano Banana"];
    let action = actions[usize::try_from(number * 7 % 5).unwrap_or_default()];
    let at = now() - chrono::TimeDelta::minutes((SPENDS - number) * 15);
    format!("{},{action},8 s,shot{},{}", at.to_rfc3339(), number % 40, 10 + number * 37 % 90)
}
