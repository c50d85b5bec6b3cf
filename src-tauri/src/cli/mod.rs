//! The command line. It is parsed before anything of the window is touched, so that no command needs a display.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use crate::clock::{Clock, Given};
use crate::folders::Folders;

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

/// How many credits are left, when they run out, what the next generation will take.
#[derive(Debug, Parser)]
#[command(name = "runout", version)]
struct Flags {
    /// The book to open
    #[arg(long, value_name = "FILE")]
    book: Option<PathBuf>,
    /// Take this instant for now
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
}

/// Reads the command line and does what it asks for, all but opening the window.
pub fn asked() -> Asked {
    let flags = Flags::parse();
    match start(&flags) {
        Ok(start) => Asked::Window(start),
        Err(sentence) => {
            let _ = writeln!(std::io::stderr(), "{sentence}");
            Asked::Done(ExitCode::from(1))
        }
    }
}

fn start(flags: &Flags) -> Result<Start, Box<dyn std::error::Error>> {
    let clock = match &flags.at {
        Some(text) => Clock::given(Given::read(text)?),
        None => Clock::from_environment()?,
    };
    Ok(Start { folders: Folders::find(flags.book.as_deref())?, clock })
}
