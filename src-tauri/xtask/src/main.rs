//! The developers' door: `cargo xtask run`, `test`, `bench`, `backtest`, `bundle`, `bindings`.
//!
//! On a fresh machine each of them sets up what it needs, and says so first.

mod backtest;
mod bindings;
mod bundle;
mod display;
mod house;
mod journeys;
mod machine;
mod program;
mod report;
mod run;
mod say;
mod test;
mod trouble;
mod ui;

use std::process::ExitCode;

use house::House;
use program::Program;
use say::{say, warn};
use trouble::Trouble;

const USAGE: &str = "cargo xtask COMMAND

  run [FLAGS]              build Runout and open it; without a display: a picture of its window
  test                     everything that must hold, ending with the count
  bench                    the benchmarks of the core and of the desk
  backtest [DIR] [--json]  how good the forecast would have been on real and made-up logs
  bundle                   the .deb and the .rpm
  bindings                 write the wire's types into ui/src/bindings";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match open_door(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            warn(&trouble.to_string());
            ExitCode::FAILURE
        }
    }
}

fn open_door(words: &[String]) -> Result<(), Trouble> {
    let house = House::of_this_clone()?;
    let (command, rest) = words.split_first().map_or(("", words), |(first, rest)| (first.as_str(), rest));
    match command {
        "run" => run::run(&house, rest),
        "test" => test::test(&house),
        "backtest" => backtest::backtest(&house, rest),
        "bench" => Program::cargo(&house)
            .args([
                "bench",
                "--package",
                "runout-core",
                "--package",
                "runout",
                "--bench",
                "forecast",
                "--bench",
                "desk",
            ])
            .args(rest)
            .go(),
        "bundle" => bundle::bundle(&house),
        "bindings" => bindings::write(&house),
        "" | "help" | "--help" | "-h" => {
            say(USAGE);
            Ok(())
        }
        unknown => Err(Trouble::UnknownCommand(unknown.to_owned())),
    }
}
