//! The built program, started over a book of its own.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A computer with one book, or none yet.
pub(crate) struct Desk {
    folder: TempDir,
    now: String,
}

/// What a start without a window came to.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    /// Without a book.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), now: "2026-11-15 10:00".to_owned() }
    }

    /// With the book of the tour: LTX Studio's Standard plan, 28,000 a month, renewal on the 15th, Europe/Berlin.
    pub(crate) fn standard() -> Self {
        let mut desk = Self::empty();
        desk.at("2026-11-15T10:00:00+01:00");
        desk.done("init --preset ltx-standard --renews 2026-12-15 --zone Europe/Berlin");
        desk
    }

    /// The instant that all that follows takes for now.
    pub(crate) fn at(&mut self, now: &str) -> &mut Self {
        now.clone_into(&mut self.now);
        self
    }

    /// Where the book lies.
    pub(crate) fn book(&self) -> PathBuf {
        self.folder.path().join("book.runout")
    }

    /// A place beside the book.
    pub(crate) fn beside(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Starts the program with these words.
    pub(crate) fn run<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_runout"));
        command.args(words).arg("--at").arg(&self.now);
        command.env_clear().env("RUNOUT_BOOK", self.book()).env("TZ", "Europe/Berlin");
        ended(&command.output().unwrap())
    }

    /// A command that is carried out; what it prints.
    pub(crate) fn done(&self, words: &str) -> String {
        let ended = self.run(words.split(' '));
        assert_eq!(ended.code, 0, "{words}: {}", ended.err);
        ended.out
    }

    /// The document that a command prints.
    pub(crate) fn json(&self, words: &str) -> Value {
        serde_json::from_str(&self.done(&format!("{words} --json"))).unwrap()
    }

    /// What is left now.
    pub(crate) fn left(&self) -> f64 {
        self.json("status")["left"].as_f64().unwrap()
    }

    /// The code of a refusal; its words must stand on standard error, and nothing else on standard output.
    pub(crate) fn refused<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> String {
        let ended = self.run(words.into_iter().chain(["--json"]));
        assert_eq!(ended.code, 1, "{} {}", ended.out, ended.err);
        let document: Value = serde_json::from_str(&ended.out).unwrap();
        let error = &document["error"];
        assert_eq!(error["message"].as_str().unwrap(), ended.err.trim_end());
        error["code"].as_str().unwrap().to_owned()
    }
}

fn ended(output: &Output) -> Ended {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Ended { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
}
