//! The real window, driven: its engine's own driver, a virtual display, a session bus of its own.

use crate::Trouble;
use crate::display::Display;
use crate::house::House;
use crate::program::Program;

/// A script of ui/package.json that drives the window, ready to go; the display must outlive it.
pub(crate) fn script(house: &House, display: &Display, name: &str) -> Result<Program, Trouble> {
    let program = Program::new(house, "dbus-run-session")
        .from(&house.ui())
        .args(["--", "npm", "run", "--silent", name])
        .env("DISPLAY", display.name())
        .env("LANG", "C.UTF-8")
        .env("NO_AT_BRIDGE", "1")
        .env("GDK_BACKEND", "x11")
        .env("RUNOUT_APP", house.app())
        .env("RUNOUT_FINDINGS", house.findings()?);
    Ok(program)
}
