//! `cargo xtask bindings`: the wire's types, written for the screen.

use crate::house::House;
use crate::program::Program;
use crate::{Trouble, say, ui};

/// Writes `ui/src/bindings` anew. The same test, without the variable, fails when they are not fresh.
pub(crate) fn write(house: &House) -> Result<(), Trouble> {
    ui::install(house)?;
    ui::build(house)?;
    Program::cargo(house)
        .args(["test", "--package", "runout", "--test", "bindings"])
        .env("RUNOUT_WRITE_BINDINGS", "1")
        .go()?;
    say("ui/src/bindings is fresh.");
    Ok(())
}
