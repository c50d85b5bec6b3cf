//! The command line. It is parsed before anything of the window is touched, so that no command needs a display.

mod book;
mod changes;
mod chase;
mod check;
mod csv;
mod estimate;
mod fields;
mod files;
mod log;
mod plan_events;
mod preview;
mod prices;
mod reply;
mod services;
mod statement;
mod status;
mod sums;
mod table;
mod terms;
mod typed;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use runout_book::PlanEvent;
use runout_core::words::Lean;
use serde_json::json;

use crate::clock::{Clock, Given};
use crate::desk::{DayMark, Desk, Format, Told};
use crate::folders::Folders;
use crate::refusal::refusal;
use crate::wire::{Refusal, Setting};
use reply::{Reply, ended, print, print_usage_error};
use words::{Command, Terms, Words};

/// What the command line asked for.
#[derive(Debug)]
pub enum Asked {
    /// The window; and whether what is said without it is a document.
    Window(Start, bool),
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
    let words = match Words::try_parse_from(with_minus(std::env::args_os().collect())) {
        Ok(words) => words,
        Err(error) => return Asked::Done(wrong_usage(&error)),
    };
    match (start(&words), &words.command) {
        (Ok(start), None) => Asked::Window(start, words.json),
        (Ok(start), Some(command)) => {
            let mut desk = Desk::open(start.folders, start.clock);
            let answer = carry_out(&mut desk, command, &words);
            Asked::Done(print(answer.map_err(|refusal| of_the_line(command, refusal)), words.json))
        }
        (Err(refusal), _) => Asked::Done(print(Err(refusal), words.json)),
    }
}

/// In a line, `-3d` and `-5` are words, not flags: their hyphen becomes the minus that it stands for.
fn with_minus(mut words: Vec<OsString>) -> Vec<OsString> {
    let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
    let takes_a_line = |word: &OsString| ["spend", "edit", "estimate"].iter().any(|command| word == command);
    let Some(command) = words[..end].iter().position(takes_a_line) else { return words };
    for word in &mut words[command..end] {
        let rest = word.to_str().and_then(|text| text.strip_prefix('-'));
        if let Some(rest) = rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            *word = format!("\u{2212}{rest}").into();
        }
    }
    words
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

/// A refusal in the command line's own words.
fn of_the_line(command: &Command, refusal: Refusal) -> Refusal {
    let refusal = fields::on_the_line(command, refusal);
    if refusal.code == "new_action" { refusal.and(" To add it, use --new-action.") } else { refusal }
}

fn carry_out(desk: &mut Desk, command: &Command, words: &Words) -> Result<Reply, Refusal> {
    turn_to_the_service(desk, command, words.service.as_deref())?;
    let told = match command {
        Command::Init(typed) => return book::init(desk, typed),
        Command::Presets => return Ok(book::list()),
        Command::Sample => return book::sample(desk),
        Command::Restore { file } => return files::restore(desk, file),
        Command::Import(typed) if csv::is_meant(typed) => return csv::import(desk, typed),
        Command::Import(typed) => return files::import(desk, typed),
        Command::Status => return status::status(desk, words.seed),
        Command::Forecast(typed) => return status::forecast(desk, typed, words.seed),
        Command::Statement(typed) => return statement::statement(desk, typed),
        Command::Estimate { line } => return estimate::estimate(desk, &line.join(" "), words.seed),
        Command::Log(typed) => return log::log(desk, typed),
        Command::History => return changes::history(desk),
        Command::Services { what } => return services::services(desk, what.as_ref()),
        Command::Prices { hidden } => return prices::prices(desk, *hidden),
        Command::Terms { what: Terms::Show } => return terms::show(desk),
        Command::Export(typed) => return files::export(desk, typed),
        Command::Verify => return files::verify(desk),
        Command::Backup { file } => return files::backup(desk, file.as_deref()),
        Command::Check(typed) => {
            let answer = check::check(desk, typed)?;
            return chase::chase(desk, answer);
        }
        Command::Terms { what: Terms::Set(typed) } => return terms::set(desk, typed),
        Command::Renew(typed) => return plan_events::renew(desk, typed),
        Command::Shift(typed) => return plan_events::shift(desk, typed),
        Command::Cancel(typed) => return plan_events::turn(desk, PlanEvent::Cancel, typed),
        Command::Pause(typed) => return plan_events::turn(desk, PlanEvent::Pause, typed),
        Command::Resume(typed) => return plan_events::turn(desk, PlanEvent::Resume, typed),
        Command::Price { name, what } => return prices::price(desk, name, what),
        Command::Terms { what: Terms::Withdraw { when } } => desk.withdraw_terms_of(when),
        Command::Spend(typed) => desk.log_line(&typed.line.join(" "), typed.new_action),
        Command::Edit(typed) => desk.edit_line(typed.id, &typed.line.join(" "), typed.new_action),
        Command::Refund { id, amount } => desk.refund(*id, amount.as_deref()),
        Command::Settle { id, amount } => desk.settle(*id, amount.as_deref()),
        Command::Delete { id } => desk.delete(&[*id]),
        Command::Undo => desk.undo(),
        Command::Redo => desk.redo(),
        Command::Topup(typed) => desk.top_up(&typed.lot.lot(true, typed.cost.clone()), typed.lot.pot.as_deref()),
        Command::Grant(typed) => desk.top_up(&typed.lot(false, None), typed.pot.as_deref()),
        Command::Void { lot } => desk.void(lot),
        Command::Extend { lot, date } => desk.extend(lot, date),
        Command::Mark { date, mark } => mark_day(desk, date, *mark),
        Command::Set { key, value } => desk.set(&Setting { key: key.clone(), value: value.clone() }),
    }?;
    changes::changed(desk, &told)
}

fn mark_day(desk: &mut Desk, date: &str, mark: DayMark) -> Result<Told, Refusal> {
    let day = typed::day(date, desk, Lean::Past, "date")?;
    desk.mark(day, day, mark)
}

/// Opens the book at the service that is meant. Where it has several, what concerns one of them says which.
fn turn_to_the_service(desk: &mut Desk, command: &Command, named: Option<&str>) -> Result<(), Refusal> {
    match named {
        // Where no book lies open, each command says so itself, or makes one.
        Some(_) if desk.book().is_err() => Ok(()),
        Some(named) => desk.turn_to(desk.service_called(named)?),
        None if concerns_the_book(command) => Ok(()),
        None => desk.has_one_service(),
    }
}

/// Whether a command is about the book as a whole, whatever services it has.
fn concerns_the_book(command: &Command) -> bool {
    use Command as C;
    match command {
        C::Init(_) | C::Presets | C::Sample | C::Services { .. } | C::Undo | C::Redo | C::History => true,
        C::Backup { .. } | C::Restore { .. } | C::Verify => true,
        C::Import(typed) => !csv::is_meant(typed),
        C::Export(typed) => typed.format == Format::Json,
        C::Set { key, .. } => !matches!(key.as_str(), "service" | "unit" | "zone"),
        _ => false,
    }
}

/// What a start of the window came to: words on standard output, or why there is no window.
pub fn closed(answer: Result<Option<&str>, Refusal>, as_json: bool) -> ExitCode {
    match answer {
        Ok(None) => ExitCode::SUCCESS,
        Ok(Some(words)) => print(Ok(Reply::new(&json!({ "done": words }), words)), as_json),
        Err(refusal) => print(Err(refusal), as_json),
    }
}

/// Help and version are answers; everything else that cannot be parsed is a wrong usage.
fn wrong_usage(error: &clap::Error) -> ExitCode {
    let asks_for_json = std::env::args_os().any(|word| word == "--json");
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return ended(error.print(), ExitCode::SUCCESS);
    }
    let told = if asks_for_json { print_usage_error(error.render().to_string().trim_end()) } else { Ok(()) };
    // A closed standard error is no reason to do anything else.
    let _ = error.print();
    ended(told, ExitCode::from(2))
}
