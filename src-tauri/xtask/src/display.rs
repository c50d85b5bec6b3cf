//! A virtual display, for machines without one.

use std::io::{BufRead, BufReader};
use std::process::Child;

use crate::Trouble;
use crate::house::House;
use crate::program::Program;

/// A running Xvfb; it ends with this value.
pub(crate) struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts one on a free number, and waits until it says which.
    pub(crate) fn start(house: &House) -> Result<Self, Trouble> {
        let size = ["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"];
        let mut server = Program::new(house, "Xvfb").args(size).start()?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number).map_err(|_| Trouble::NoDisplay)?;
        }
        let display = Self { server, name: format!(":{}", number.trim()) };
        if number.trim().is_empty() { Err(Trouble::NoDisplay) } else { Ok(display) }
    }

    /// Its name, as `DISPLAY` wants it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Whether this session has a display of its own.
pub(crate) fn is_there() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
