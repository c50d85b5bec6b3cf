//! Runout: how many credits are left, when they run out, what the next generation will take.

use std::process::ExitCode;

use runout::cli::{self, Asked};
use runout::desktop;

fn main() -> ExitCode {
    match cli::asked() {
        Asked::Window(start, as_json) => cli::closed(desktop::run(start), as_json),
        Asked::Done(code) => code,
    }
}
