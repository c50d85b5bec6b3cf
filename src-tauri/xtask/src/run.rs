//! `cargo xtask run`: the app, as a newcomer sees it.

use std::path::PathBuf;

use crate::display::{self, Display};
use crate::house::House;
use crate::program::Program;
use crate::{Trouble, journeys, machine, say, ui};

/// Builds Runout and opens it. Without a display it is opened in a virtual one, pictured and closed again.
pub(crate) fn run(house: &House, flags: &[String]) -> Result<(), Trouble> {
    let has_display = display::is_there();
    let packages =
        if has_display { machine::TO_BUILD.to_vec() } else { [machine::TO_BUILD, machine::TO_LOOK].concat() };
    machine::prepare(house, &packages)?;
    ui::install(house)?;
    ui::build(house)?;
    say("Building Runout.");
    Program::cargo(house).args(["build", "--package", "runout"]).go()?;
    if has_display { Program::new(house, house.app()).args(flags).go() } else { picture(house) }
}

fn picture(house: &House) -> Result<(), Trouble> {
    say("There is no display: opening Runout in a virtual one (Xvfb).");
    let book = book_to_show(house)?;
    let picture = house.findings()?.join("runout.png");
    let display = Display::start(house)?;
    let look = journeys::script(house, &display, "look")?.env("RUNOUT_PICTURE", &picture);
    match book {
        Some(book) => look.env("RUNOUT_BOOK", book).go()?,
        None => look.go()?,
    }
    say(&format!("The forecast stands in the window. Its picture: {}", picture.display()));
    Ok(())
}

/// The user's own book is shown where there is one; else sample data, in a book beside the picture.
fn book_to_show(house: &House) -> Result<Option<PathBuf>, Trouble> {
    if Program::new(house, house.app()).args(["status", "--json"]).quietly()?.status.success() {
        return Ok(None);
    }
    say("There is no book yet, so the window shows sample data: a first run has no forecast.");
    let sample = house.findings()?.join("sample.runout");
    for end in ["", "-wal", "-shm"] {
        let mut old = sample.clone().into_os_string();
        old.push(end);
        // Where there was none, there is nothing to take away.
        let _ = std::fs::remove_file(old);
    }
    let made = Program::new(house, house.app()).args(["sample".as_ref(), "--book".as_ref(), sample.as_os_str()]);
    made.go().map(|()| Some(sample))
}
