//! The words of the command line: commands, arguments, flags. A promise: they may grow, they do not change.

mod entries;
mod files;
mod looks;
mod plan;
mod plan_events;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::desk::DayMark;

pub(super) use entries::{Check, Edit, Given, Spend, TopUp};
pub(super) use files::{Export, Import};
pub(super) use looks::{Forecast, Log, Range, Statement};
pub(super) use plan::{Init, Price, Services, SetTerms, Terms};
pub(super) use plan_events::{On, Renew, Shift};

/// How many credits are left, when they run out, what the next generation will take.
///
/// Without a command it opens the window.
#[derive(Debug, Parser)]
#[command(name = "runout", version)]
pub(super) struct Words {
    /// The book, instead of the one in the data folder (also RUNOUT_BOOK)
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) book: Option<PathBuf>,
    /// The service, by its name or the beginning of it; needed only where a book has several
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) service: Option<String>,
    /// One JSON document on standard output, nothing else
    #[arg(long, global = true)]
    pub(super) json: bool,
    /// Take this instant for now: RFC 3339, or a date and a time in the service's zone
    #[arg(long, global = true, value_name = "INSTANT")]
    pub(super) at: Option<String>,
    /// The forecast's seed
    #[arg(long, global = true, value_name = "N")]
    pub(super) seed: Option<u64>,
    /// What to do
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What can be done without the window.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a book from a preset
    Init(Init),
    /// List the presets
    Presets,
    /// Make a book with a made-up but plausible history
    Sample,
    /// What is left and how sure, run-out, safe today, what will lapse
    Status,
    /// Log a spend: `runout spend veo3 8s audio 5400 #teaser yesterday 14:30`
    Spend(Spend),
    /// Note that credits came back for a spend; without an amount, all of them
    Refund {
        /// The spend's id
        id: i64,
        /// How many
        #[arg(allow_hyphen_values = true)]
        amount: Option<String>,
    },
    /// Say what a reserved spend took; without an amount, what was reserved
    Settle {
        /// The spend's id
        id: i64,
        /// How many
        #[arg(allow_hyphen_values = true)]
        amount: Option<String>,
    },
    /// Let a spend say something else, as a line; a check, a top-up, a grant or a refund another amount
    Edit(Edit),
    /// Delete an entry
    Delete {
        /// The entry's id
        id: i64,
    },
    /// Take the last change back
    Undo,
    /// Bring back what was undone
    Redo,
    /// The changes, newest first
    History,
    /// Enter a bought lot
    Topup(TopUp),
    /// Enter credits that were given
    Grant(Given),
    /// End a lot now, whatever is left in it
    Void {
        /// The lot's id, as `status --json` names it
        lot: String,
    },
    /// Give a lot another end
    Extend {
        /// The lot's id
        lot: String,
        /// The last day on which it can pay
        #[arg(allow_hyphen_values = true)]
        date: String,
    },
    /// Note what the service's own counter shows
    Check(Check),
    /// The plan's rules
    Terms {
        /// What to do with them
        #[command(subcommand)]
        what: Terms,
    },
    /// Note that a new cycle began before its time
    Renew(Renew),
    /// Note when a renewal came, or that it has not come yet
    Shift(Shift),
    /// Note that the plan was cancelled: it ends with its running cycle
    Cancel(On),
    /// Note that the plan was paused: nothing is granted or reset
    Pause(On),
    /// Note that the plan goes on, or begins anew
    Resume(On),
    /// The spends, newest first
    Log(Log),
    /// Say what a day means for the pace
    Mark {
        /// The day
        #[arg(allow_hyphen_values = true)]
        date: String,
        /// What it means
        mark: DayMark,
    },
    /// Every action: published range, own range, n
    Prices {
        /// Hidden ones too
        #[arg(long)]
        hidden: bool,
    },
    /// Rename or hide an action, or give it another word
    Price {
        /// The action
        name: String,
        /// What to do with it
        #[command(subcommand)]
        what: Price,
    },
    /// What a generation will likely take, and the chance that it is covered
    Estimate {
        /// The quick-entry line
        #[arg(required = true)]
        line: Vec<String>,
    },
    /// Run-out, bands by day, what will lapse
    Forecast(Forecast),
    /// Opening, granted, spent, lapsed, closing, per pot
    Statement(Statement),
    /// The services of the book: what is left of each, until when
    Services {
        /// What to do with them; without it, list them
        #[command(subcommand)]
        what: Option<Services>,
    },
    /// Change a setting: zone, unit, service, figures, theme, certainty, …
    Set {
        /// Which
        key: String,
        /// Its value
        #[arg(allow_hyphen_values = true)]
        value: String,
    },
    /// Read a whole book from JSON
    Import(Import),
    /// Write the whole book as JSON, or the log as CSV
    Export(Export),
    /// Make a checked copy of the book
    Backup {
        /// Where to; without it, among the book's own backups
        file: Option<PathBuf>,
    },
    /// Go back to a backup
    Restore {
        /// The file
        file: PathBuf,
    },
    /// Check the file and the ledger
    Verify,
}
