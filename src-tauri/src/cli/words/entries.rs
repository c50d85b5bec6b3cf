//! What is entered: spends, lots, balance checks.

use clap::Args;

use crate::wire;

/// `spend`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Spend {
    /// The quick-entry line, quoted or as several arguments
    #[arg(required = true)]
    pub(in crate::cli) line: Vec<String>,
    /// Let unknown words before the first setting, count or amount name a new action
    #[arg(long)]
    pub(in crate::cli) new_action: bool,
}

/// `edit`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Edit {
    /// The entry's id
    pub(in crate::cli) id: i64,
    /// The line that it says from now on; a check, a top-up, a grant or a refund: its amount
    #[arg(required = true)]
    pub(in crate::cli) line: Vec<String>,
    /// Let unknown words before the first setting, count or amount name a new action
    #[arg(long)]
    pub(in crate::cli) new_action: bool,
}

/// `topup`.
#[derive(Debug, Args)]
pub(in crate::cli) struct TopUp {
    /// The lot
    #[command(flatten)]
    pub(in crate::cli) lot: Given,
    /// What it cost: "EUR 12.00"
    #[arg(long, value_name = "MONEY")]
    pub(in crate::cli) cost: Option<String>,
}

/// `grant`, and what `topup` shares with it.
#[derive(Debug, Args)]
pub(in crate::cli) struct Given {
    /// How many credits
    #[arg(allow_hyphen_values = true)]
    pub(in crate::cli) amount: String,
    /// Into which pot
    #[arg(long)]
    pub(in crate::cli) pot: Option<String>,
    /// The last day on which it can pay, or `never`; without it, as the plan says
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) expires: Option<String>,
    /// When it came; without it, now
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    pub(in crate::cli) on: Option<String>,
}

impl Given {
    /// As the journey takes it.
    pub(in crate::cli) fn lot(&self, bought: bool, cost: Option<String>) -> wire::TopUp {
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
pub(in crate::cli) struct Check {
    /// What the service shows; it may be below 0
    #[arg(allow_hyphen_values = true)]
    pub(in crate::cli) amount: String,
    /// When it showed that; without it, now
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true)]
    pub(in crate::cli) on: Option<String>,
    /// One pot instead of everything
    #[arg(long)]
    pub(in crate::cli) pot: Option<String>,
    /// What it was: the number that the check prints before it
    #[arg(long, value_name = "K")]
    pub(in crate::cli) because: Option<usize>,
}
