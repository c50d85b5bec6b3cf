//! What can go wrong at the door, in sentences that say what to do.

use std::path::PathBuf;

/// Why a command of the door stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// There is no such command.
    #[error("There is no command “{0}”. `cargo xtask help` lists them.")]
    UnknownCommand(String),
    /// Started without cargo.
    #[error("Start this as `cargo xtask …`, from inside the clone.")]
    NotThroughCargo,
    /// A program could not be started.
    #[error("`{program}` could not be started: {source}.")]
    NotStarted {
        /// The program.
        program: String,
        /// Why.
        source: std::io::Error,
    },
    /// A program ended with a failure.
    #[error("`{program}` ended with {ending}; what it says stands above.")]
    Failed {
        /// The program and its arguments.
        program: String,
        /// How it ended.
        ending: String,
    },
    /// Programs that no package of this door brings.
    #[error("{0} is missing. Install it, then start again.")]
    Missing(String),
    /// Node is too old.
    #[error("Node {found} is too old: 20 or newer is needed.")]
    OldNode {
        /// Its version.
        found: String,
    },
    /// Packages are missing and cannot be installed.
    #[error("As root or with sudo these packages could be installed; do it by hand: apt-get install {0}")]
    CannotInstall(String),
    /// A file could not be read or written.
    #[error("{path}: {source}.")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The virtual display did not come up.
    #[error("Xvfb ended before it had a display.")]
    NoDisplay,
    /// Tests failed.
    #[error("{failed} failed.")]
    TestsFailed {
        /// How many.
        failed: usize,
    },
    /// There is no such flag.
    #[error("There is no flag “{0}”. `cargo xtask help` lists them.")]
    UnknownFlag(String),
    /// A table of cases could not be read.
    #[error("{path}: {source}.")]
    Table {
        /// The table.
        path: PathBuf,
        /// Why.
        source: csv::Error,
    },
    /// A case of which the log knows nothing.
    #[error("{path}: day {day} of “{series}” is not in synth_daily.csv.")]
    Case {
        /// The table of the cases.
        path: PathBuf,
        /// The user.
        series: String,
        /// The last known day.
        day: usize,
    },
    /// The figures could not be written.
    #[error("The figures could not be written: {0}.")]
    Document(serde_json::Error),
    /// The forecast does not reach what it must.
    #[error("{missed} gates are missed.")]
    GatesMissed {
        /// How many.
        missed: usize,
    },
}
