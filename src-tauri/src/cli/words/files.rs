//! The book as a whole.

use std::path::PathBuf;

use clap::Args;

use crate::desk::Format;

/// `import`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Import {
    /// A JSON document that `export` wrote
    pub(in crate::cli) file: PathBuf,
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
