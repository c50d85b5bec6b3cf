//! The book as a whole.

use std::path::PathBuf;

use clap::Args;

use crate::desk::Format;

/// `import`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Import {
    /// A JSON document that `export` wrote, or a CSV
    pub(in crate::cli) file: PathBuf,
    /// Of a CSV, which column says what: credits=Cost,at=Date,action=Model
    #[arg(long, value_name = "WORD=COLUMN,…")]
    pub(in crate::cli) map: Option<String>,
    /// What to do with lines that look like spends that are logged already: skip or keep
    #[arg(long, value_name = "WHAT")]
    pub(in crate::cli) duplicates: Option<String>,
    /// The decimal mark of its amounts: comma or point
    #[arg(long, value_name = "MARK")]
    pub(in crate::cli) decimal: Option<String>,
    /// What its dates begin with: day-first or month-first
    #[arg(long, value_name = "ORDER")]
    pub(in crate::cli) dates: Option<String>,
    /// Only say what it would do
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

/// `export`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Export {
    /// Where to; `-` is standard output
    pub(in crate::cli) file: PathBuf,
    /// The whole book as JSON, or the log as CSV
    #[arg(long)]
    pub(in crate::cli) format: Format,
}
