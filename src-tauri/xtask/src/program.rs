//! Other programs, started one at a time and in the open.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};

use crate::house::House;
use crate::{Trouble, say};

/// A program with its arguments.
pub(crate) struct Program {
    command: Command,
}

impl Program {
    /// Any program, started from the root of the clone.
    pub(crate) fn new(house: &House, program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.current_dir(house.root());
        Self { command }
    }

    /// The cargo that started this door.
    pub(crate) fn cargo(house: &House) -> Self {
        Self::new(house, std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// npm, in the screen's folder.
    pub(crate) fn npm(house: &House) -> Self {
        Self::new(house, "npm").from(&house.ui())
    }

    /// Started from this folder.
    pub(crate) fn from(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// With these arguments.
    pub(crate) fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(args);
        self
    }

    /// With this variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it to its end; what it says goes to the terminal.
    pub(crate) fn go(mut self) -> Result<(), Trouble> {
        let ending = self.command.status().map_err(|source| self.not_started(source))?;
        self.judged(ending)
    }

    /// Runs it to its end, and keeps the lines of its output beside showing them.
    pub(crate) fn heard(mut self) -> (Vec<String>, Result<(), Trouble>) {
        let mut child = match self.command.stdout(Stdio::piped()).spawn() {
            Ok(child) => child,
            Err(source) => return (Vec::new(), Err(self.not_started(source))),
        };
        let lines = child.stdout.take().map(shown).unwrap_or_default();
        let ending = child.wait().map_err(|source| self.not_started(source));
        (lines, ending.and_then(|ending| self.judged(ending)))
    }

    /// Runs it to its end without a word, and hands its output over.
    pub(crate) fn quietly(mut self) -> Result<Output, Trouble> {
        self.command.output().map_err(|source| self.not_started(source))
    }

    /// Starts it and goes on; its output can be read.
    pub(crate) fn start(mut self) -> Result<Child, Trouble> {
        self.command.stdout(Stdio::piped()).stderr(Stdio::null());
        self.command.spawn().map_err(|source| self.not_started(source))
    }

    fn judged(&self, ending: ExitStatus) -> Result<(), Trouble> {
        if ending.success() {
            return Ok(());
        }
        Err(Trouble::Failed { program: self.words(), ending: ending.to_string() })
    }

    fn not_started(&self, source: std::io::Error) -> Trouble {
        Trouble::NotStarted { program: self.words(), source }
    }

    fn words(&self) -> String {
        let program = Path::new(self.command.get_program()).file_name().unwrap_or_default();
        let words = std::iter::once(program).chain(self.command.get_args());
        words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }
}

fn shown(output: impl std::io::Read) -> Vec<String> {
    BufReader::new(output).lines().map_while(Result::ok).inspect(|line| say(line)).collect()
}
