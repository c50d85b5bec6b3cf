//! The words of the command line: commands, arguments, flags. A promise: they may grow, they do not change.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::desk;
use crate::wire;

/// How many credits are left, when they run out, what the next generation will take.
///
/// Without a command it opens the window.
#[derive(Debug, Parser)]
#[command(name = "runout", version)]
pub(super) struct Words {
    /// The book, instead of the one in the data folder (also RUNOUT_BOOK)
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) book: Option<PathBuf>,
    /// The service; needed only where a book has several
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
        amount: Option<String>,
    },
    /// Let a spend say something else, as a line
    Edit {
        /// The spend's id
        id: i64,
        /// The line that it says from now on
        #[arg(required = true)]
        line: Vec<String>,
    },
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
    /// The spends, newest first
    Log(Log),
    /// Say what a day means for the pace
    Mark {
        /// The day
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
    Statement(Range),
    /// Change a setting: zone, unit, service, figures, theme, certainty, …
    Set {
        /// Which
        key: String,
        /// Its value
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

/// `init`.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// The preset's id, as `runout presets` lists it
    #[arg(long, value_name = "NAME")]
    pub(super) preset: String,
    /// What the service shows now; without it the full allotment is expected, not confirmed
    #[arg(long, value_name = "N")]
    pub(super) left: Option<String>,
    /// The next renewal after now, a date or a date and a time
    #[arg(long, value_name = "WHEN")]
    pub(super) renews: Option<String>,
    /// The day of the month that renewals keep to, where a short month hides it
    #[arg(long, value_name = "D", value_parser = clap::value_parser!(u32).range(1..=31))]
    pub(super) anchor_day: Option<u32>,
    /// The time zone; without it, this computer's
    #[arg(long)]
    pub(super) zone: Option<String>,
}

/// `spend`.
#[derive(Debug, Args)]
pub(super) struct Spend {
    /// The quick-entry line, quoted or as several arguments
    #[arg(required = true)]
    pub(super) line: Vec<String>,
    /// Let unknown words before the first setting, count or amount name a new action
    #[arg(long)]
    pub(super) new_action: bool,
}

/// `topup`.
#[derive(Debug, Args)]
pub(super) struct TopUp {
    /// The lot
    #[command(flatten)]
    pub(super) lot: Given,
    /// What it cost: "EUR 12.00"
    #[arg(long, value_name = "MONEY")]
    pub(super) cost: Option<String>,
}

/// `grant`, and what `topup` shares with it.
#[derive(Debug, Args)]
pub(super) struct Given {
    /// How many credits
    pub(super) amount: String,
    /// Into which pot
    #[arg(long)]
    pub(super) pot: Option<String>,
    /// The last day on which it can pay, or `never`; without it, as the plan says
    #[arg(long, value_name = "DATE")]
    pub(super) expires: Option<String>,
    /// When it came; without it, now
    #[arg(long, value_name = "WHEN")]
    pub(super) on: Option<String>,
}

impl Given {
    /// As the journey takes it.
    pub(super) fn lot(&self, bought: bool, cost: Option<String>) -> wire::TopUp {
        let typed = |text: &Option<String>| text.clone().unwrap_or_default();
        wire::TopUp {
            amount: self.amount.clone(),
            on: typed(&self.on),
            ends: typed(&self.expires),
            cost: cost.unwrap_or_default(),
            bought,
        }
    }
}

/// `check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// What the service shows; it may be below 0
    pub(super) amount: String,
    /// When it showed that; without it, now
    #[arg(long, value_name = "INSTANT")]
    pub(super) on: Option<String>,
    /// One pot instead of everything
    #[arg(long)]
    pub(super) pot: Option<String>,
}

/// `terms`.
#[derive(Clone, Debug, Subcommand)]
pub(super) enum Terms {
    /// Print the terms in force as a document, under their sentences
    Show,
    /// Let a document be the terms: a new version, or a correction of the one in force
    Set(SetTerms),
}

/// `terms set`.
#[derive(Clone, Debug, Args)]
pub(super) struct SetTerms {
    /// The document, as `terms show` prints it
    pub(super) file: PathBuf,
    /// From when on they hold; without it, now
    #[arg(long, value_name = "INSTANT")]
    pub(super) from: Option<String>,
    /// How they begin: difference, up-to, full, prorate, both, next, or replace for a correction
    #[arg(long, value_name = "MODE")]
    pub(super) mode: Option<String>,
    /// Say what it would do and leave the book as it is
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// `log`.
#[derive(Debug, Args)]
pub(super) struct Log {
    /// From and to
    #[command(flatten)]
    pub(super) range: Range,
    /// Only this action's
    #[arg(long, value_name = "NAME")]
    pub(super) action: Option<String>,
    /// Only with this tag
    #[arg(long)]
    pub(super) tag: Option<String>,
    /// Only where this occurs in the action, settings, tags or note
    #[arg(long)]
    pub(super) text: Option<String>,
}

/// A range of days, both included.
#[derive(Debug, Args)]
pub(super) struct Range {
    /// The first day
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<String>,
    /// The day before which it ends
    #[arg(long, value_name = "DATE")]
    pub(super) to: Option<String>,
}

/// What a day means for the pace.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum DayMark {
    /// Nothing was spent
    None,
    /// Something was spent and not logged: the day does not count
    Unlogged,
    /// What was spent will not come again: the day does not count
    OneOff,
}

impl DayMark {
    /// As the journey takes it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unlogged => "unlogged",
            Self::OneOff => "one-off",
        }
    }
}

/// `price`.
#[derive(Debug, Subcommand)]
pub(super) enum Price {
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
}

/// `forecast`.
#[derive(Debug, Args)]
pub(super) struct Forecast {
    /// The last day of the bands
    #[arg(long, value_name = "DATE")]
    pub(super) until: Option<String>,
    /// How many replays
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(super) paths: Option<u32>,
}

/// `import`.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// A JSON document that `export` wrote
    pub(super) file: PathBuf,
    /// Only say what it would do
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// `export`.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// Where to; `-` is standard output
    pub(super) file: PathBuf,
    /// The whole book as JSON, or the log as CSV
    #[arg(long)]
    pub(super) format: Format,
}

/// What `export` writes.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Format {
    /// The log
    Csv,
    /// The whole book
    Json,
}

impl From<Format> for desk::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Csv => Self::Csv,
            Format::Json => Self::Json,
        }
    }
}
