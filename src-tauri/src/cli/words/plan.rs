//! What stands around the entries: the book's beginning, the terms, the prices.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `init`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Init {
    /// The preset's id, as `runout presets` lists it
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) preset: String,
    /// What the service shows now; without it the full allotment is expected, not confirmed
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub(in crate::cli) left: Option<String>,
    /// The next renewal after now, a date or a date and a time
    #[arg(long, value_name = "WHEN")]
    pub(in crate::cli) renews: Option<String>,
    /// The day of the month that renewals keep to, where a short month hides it
    #[arg(long, value_name = "D", value_parser = clap::value_parser!(u32).range(1..=31))]
    pub(in crate::cli) anchor_day: Option<u32>,
    /// The time zone; without it, this computer's
    #[arg(long)]
    pub(in crate::cli) zone: Option<String>,
    /// What the service is called, where that is not the preset's word
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
}

/// `services`.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Services {
    /// Add another service from a preset
    Add(Init),
    /// Give a service another name
    Rename {
        /// What it is called
        old: String,
        /// What it will be called
        new: String,
    },
    /// Remove a service with its log; undo brings it back
    Remove {
        /// What it is called
        name: String,
    },
}

/// `terms`.
#[derive(Clone, Debug, Subcommand)]
pub(in crate::cli) enum Terms {
    /// Print the terms in force as a document, under their sentences
    Show,
    /// Let a document be the terms: a new version, or a correction of the one in force
    Set(SetTerms),
    /// Take back terms that are still to come
    Withdraw {
        /// When they would begin: their day, or their instant
        #[arg(allow_hyphen_values = true)]
        when: String,
    },
}

/// `terms set`.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct SetTerms {
    /// The document, as `terms show` prints it
    pub(in crate::cli) file: PathBuf,
    /// From when on they hold; without it, now
    #[arg(long, value_name = "INSTANT")]
    pub(in crate::cli) from: Option<String>,
    /// How they begin: difference, up-to, full, prorate, both, next, or replace for a correction
    #[arg(long, value_name = "MODE")]
    pub(in crate::cli) mode: Option<String>,
    /// Say what it would do and leave the book as it is
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

/// `price`.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Price {
    /// Give it another name; its old entries follow
    Rename {
        /// The name
        name: String,
    },
    /// Leave it out of lists and completion
    Hide,
    /// Put it back into lists and completion
    Show,
    /// Give it another word
    Alias {
        /// The word
        word: String,
    },
    /// Take only what was paid since its price moved; the log stays as it is
    UseNew,
    /// Keep all that was paid, though its price seems to have moved
    KeepRange,
}
