//! What is only looked at: the log, statements, the forecast.

use std::path::PathBuf;

use clap::Args;

/// `log`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Log {
    /// From and to
    #[command(flatten)]
    pub(in crate::cli) range: Range,
    /// Only this action's
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) action: Option<String>,
    /// Only with this tag
    #[arg(long)]
    pub(in crate::cli) tag: Option<String>,
    /// Only where this occurs in the action, settings, tags or note
    #[arg(long)]
    pub(in crate::cli) text: Option<String>,
}

/// A range of days: it ends before the day that `--to` names.
#[derive(Debug, Args)]
pub(in crate::cli) struct Range {
    /// The first day
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) from: Option<String>,
    /// The day before which it ends
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) to: Option<String>,
}

/// `statement`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Statement {
    /// From and to; without them, the running cycle
    #[command(flatten)]
    pub(in crate::cli) range: Range,
    /// One pot instead of everything
    #[arg(long)]
    pub(in crate::cli) pot: Option<String>,
    /// Line by line, with the balance after each
    #[arg(long)]
    pub(in crate::cli) lines: bool,
    /// Write the lines to a file, as CSV
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) csv: Option<PathBuf>,
}

/// `forecast`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Forecast {
    /// The last day of the bands
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) until: Option<String>,
    /// How many replays
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=40_000))]
    pub(in crate::cli) paths: Option<u32>,
}
