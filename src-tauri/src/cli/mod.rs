//! The command line. It is parsed before anything of the window is touched, so that no command needs a display.

mod book;
mod changes;
mod estimate;
mod files;
mod log;
mod prices;
mod reply;
mod status;
mod table;
mod terms;
mod typed;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use runout_core::words::Lean;

use crate::clock::{Clock, Given};
use crate::desk::{Desk, Told};
use crate::folders::Folders;
use crate::refusal::{broken, refusal};
use crate::wire::{Refusal, Setting};
use reply::{Reply, print, print_usage_error};
use words::{Command, DayMark, Terms, Words};

/// What the command line asked for.
#[derive(Debug)]
pub enum Asked {
    /// The window.
    Window(Start),
    /// Something that is done by now.
    Done(ExitCode),
}

/// Where the books lie, and what the time is.
#[derive(Clone, Debug)]
pub struct Start {
    /// Where the books lie.
    pub folders: Folders,
    /// What the time is.
    pub clock: Clock,
}

/// Reads the command line and does what it asks for, all but opening the window.
pub fn asked() -> Asked {
    let words = match Words::try_parse_from(std::env::args_os().map(with_minus)) {
        Ok(words) => words,
        Err(error) => return Asked::Done(wrong_usage(&error)),
    };
    match (start(&words), &words.command) {
        (Ok(start), None) => Asked::Window(start),
        (Ok(start), Some(command)) => {
            let mut desk = Desk::open(start.folders, start.clock);
            Asked::Done(print(carry_out(&mut desk, command, &words), words.json))
        }
        (Err(refusal), _) => Asked::Done(print(Err(refusal), words.json)),
    }
}

/// `-3d` and `-5` are words of a line, not flags: their hyphen becomes the minus that it stands for.
fn with_minus(word: OsString) -> OsString {
    match word.to_str().and_then(|text| text.strip_prefix('-')) {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => format!("\u{2212}{rest}").into(),
        _ => word,
    }
}

fn start(words: &Words) -> Result<Start, Refusal> {
    let clock = match &words.at {
        Some(text) => Given::read(text).map(Clock::given),
        None => Clock::from_environment(),
    };
    let clock = clock.map_err(|error| refusal("not_an_instant", error.to_string()).at("at"))?;
    let folders = Folders::find(words.book.as_deref()).map_err(|error| refusal("no_data_folder", error.to_string()))?;
    Ok(Start { folders, clock })
}

fn carry_out(desk: &mut Desk, command: &Command, words: &Words) -> Result<Reply, Refusal> {
    match command {
        Command::Init(typed) => return book::init(desk, typed),
        Command::Presets => return Ok(book::list()),
        Command::Sample => return book::sample(desk),
        Command::Restore { file } => return files::restore(desk, file),
        Command::Import(typed) => return files::import(desk, typed),
        _ => {}
    }
    is_the_service(desk, words.service.as_deref())?;
    look(desk, command, words.seed).unwrap_or_else(|| write(desk, command))
}

/// The commands that only read.
fn look(desk: &Desk, command: &Command, seed: Option<u64>) -> Option<Result<Reply, Refusal>> {
    Some(match command {
        Command::Status => status::status(desk, seed),
        Command::Forecast(typed) => status::forecast(desk, typed, seed),
        Command::Statement(range) => status::statement(desk, range),
        Command::Estimate { line } => estimate::estimate(desk, &line.join(" "), seed),
        Command::Log(typed) => log::log(desk, typed),
        Command::History => changes::history(desk),
        Command::Prices { hidden } => prices::prices(desk, *hidden),
        Command::Terms { what: Terms::Show } => terms::show(desk),
        Command::Export(typed) => files::export(desk, typed),
        Command::Verify => files::verify(desk),
        Command::Backup { file } => files::backup(desk, file.as_deref()),
        _ => return None,
    })
}

/// The commands that change the book.
fn write(desk: &mut Desk, command: &Command) -> Result<Reply, Refusal> {
    let told = match command {
        Command::Check(typed) => return check(desk, typed),
        Command::Terms { what: Terms::Set(typed) } => return terms::set(desk, typed),
        Command::Price { name, what } => return prices::price(desk, name, what),
        Command::Spend(typed) => desk.log_line(&typed.line.join(" "), typed.new_action),
        Command::Edit { id, line } => desk.edit_line(*id, &line.join(" ")),
        Command::Refund { id, amount } => desk.refund(*id, amount.as_deref()),
        Command::Delete { id } => desk.delete(*id),
        Command::Undo => desk.undo(),
        Command::Redo => desk.redo(),
        Command::Topup(typed) => desk.top_up(&typed.lot.lot(true, typed.cost.clone()), typed.lot.pot.as_deref()),
        Command::Grant(typed) => desk.top_up(&typed.lot(false, None), typed.pot.as_deref()),
        Command::Void { lot } => desk.void(lot),
        Command::Extend { lot, date } => desk.extend(lot, date),
        Command::Mark { date, mark } => mark_day(desk, date, *mark),
        Command::Set { key, value } => desk.set(&Setting { key: key.clone(), value: value.clone() }),
        // The other commands were carried out before this.
        _ => Err(broken()),
    }?;
    changes::changed(desk, &told)
}

fn check(desk: &mut Desk, typed: &words::Check) -> Result<Reply, Refusal> {
    let (told, found) = desk.check(&typed.amount, typed.on.as_deref(), typed.pot.as_deref())?;
    Ok(Reply::new(&found, told.words.to_string()))
}

fn mark_day(desk: &mut Desk, date: &str, mark: DayMark) -> Result<Told, Refusal> {
    let day = typed::day(date, desk, Lean::Past, "date")?;
    desk.mark(day, day, mark.word())
}

/// A book has one service so far: another name is a mistake, not a reason to answer about this one.
fn is_the_service(desk: &Desk, named: Option<&str>) -> Result<(), Refusal> {
    let own = &desk.book()?.facts().service.name;
    match named {
        Some(name) if !name.trim().eq_ignore_ascii_case(own) => {
            let words = format!("This book has no service “{}”. It has {own}.", name.trim());
            Err(refusal("no_such_service", words).at("service"))
        }
        _ => Ok(()),
    }
}

/// Help and version are answers; everything else that cannot be parsed is a wrong usage.
fn wrong_usage(error: &clap::Error) -> ExitCode {
    let asks_for_json = std::env::args_os().any(|word| word == "--json");
    let is_answer = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if asks_for_json && !is_answer {
        print_usage_error(error.render().to_string().trim_end());
    }
    // A closed terminal is no reason to do anything else.
    let _ = error.print();
    if is_answer { ExitCode::SUCCESS } else { ExitCode::from(2) }
}
