//! What happens to the plan.

use clap::Args;

/// When something happened to the plan: `cancel`, `pause`, `resume`.
#[derive(Debug, Args)]
pub(in crate::cli) struct On {
    /// When it happened; without it, now
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    pub(in crate::cli) on: Option<String>,
    /// Say what it would do and leave the book as it is
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

/// `renew`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Renew {
    /// When
    #[command(flatten)]
    pub(in crate::cli) on: On,
    /// The renewals to come keep their days
    #[arg(long)]
    pub(in crate::cli) keep_anchor: bool,
}

/// `shift`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Shift {
    /// The renewal by the schedule, if it is not the nearest, and when it came
    #[arg(num_args = 0..=2, value_names = ["RENEWAL", "TO"])]
    pub(in crate::cli) when: Vec<String>,
    /// It has not come yet
    #[arg(long)]
    pub(in crate::cli) not_yet: bool,
    /// Say what it would do and leave the book as it is
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}
