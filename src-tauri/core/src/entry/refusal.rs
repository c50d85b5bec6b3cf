//! Why a line cannot be saved as it is.

use crate::words::{AmountError, WhenError};

/// Why a line cannot be saved as it is: what is wrong, and what to type instead. Texts are quoted as typed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryRefusal {
    /// Nothing was typed.
    #[error("Type what you made, such as veo3 8s audio 5400.")]
    Empty,
    /// Neither an action nor an amount was typed.
    #[error("Type what you made or what it took, such as veo3 8s audio 5400.")]
    NothingSpent,
    /// Nothing is known about its price.
    #[error("{name} has no price yet: type what it took, such as 500.")]
    NoPrice {
        /// The action.
        name: String,
    },
    /// An amount that is none.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// Two amounts.
    #[error("{0} and {1} are two amounts: keep one. What it took in all is 5400, each one @1800, what is left =22600.")]
    TwoAmounts(String, String),
    /// Two counts.
    #[error("{0} and {1} are two counts: keep one.")]
    TwoCounts(String, String),
    /// No count.
    #[error("{0} is not a count: type x1 to x1000000.")]
    Count(String),
    /// A date or time that is none, or two of them.
    #[error(transparent)]
    When(#[from] WhenError),
    /// It has not come yet.
    #[error("{0} has not come yet: plan it as a shot, or log it when it is made.")]
    Future(String),
    /// A number behind a day could be its year.
    #[error("{date} {year}: the year, or credits? Type {iso} for the day, or @{year} for the credits.")]
    YearOrCredits {
        /// The day, as typed.
        date: String,
        /// The number.
        year: String,
        /// The day in that year.
        iso: String,
    },
    /// A time that is also the format of a clip.
    #[error("{0} could be a time or a clip's format: type 09:16 or ratio=9:16.")]
    TimeOrFormat(String),
    /// Two verdicts.
    #[error("{0} and {1} are two verdicts: keep one.")]
    TwoVerdicts(String, String),
    /// A setting with two values.
    #[error("{0} and {1} set the same thing: keep one.")]
    TwoSettings(String, String),
    /// A setting, and nothing that it could be of.
    #[error("{0} is a setting of nothing yet: type what you made, too, such as veo3.")]
    SettingOfNothing(String),
    /// An amount with a plus.
    #[error("{0} would add credits, and this line logs what was taken: enter a top-up on the plan.")]
    Adds(String),
    /// A balance above the computed one.
    #[error("{shown} is more than the {computed} that Runout has, so nothing was taken: check {typed}?")]
    BalanceAbove {
        /// What the service shows.
        shown: String,
        /// What the ledger has.
        computed: String,
        /// What was typed, without its `=`.
        typed: String,
    },
    /// A balance where more was logged than there was.
    #[error(
        "Runout has 0 left and {beyond} logged beyond it, so a balance cannot tell what this took: check {typed}, or type \
         what it took."
    )]
    BalanceOverdrawn {
        /// How much was logged beyond what there was.
        beyond: String,
        /// What was typed, without its `=`.
        typed: String,
    },
    /// A balance with a date.
    #[error("{0} is what the service shows now: leave the date out, or type what it took.")]
    BalanceDated(String),
    /// An id that the catalogue does not know.
    #[error("There is no action {0}: type its name.")]
    UnknownAction(String),
}

impl EntryRefusal {
    /// A stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "line_empty",
            Self::NothingSpent => "line_nothing_spent",
            Self::NoPrice { .. } => "line_no_price",
            Self::Amount(error) => error.code(),
            Self::TwoAmounts(..) => "line_two_amounts",
            Self::TwoCounts(..) => "line_two_counts",
            Self::Count(_) => "line_count",
            Self::When(error) => error.code(),
            Self::Future(_) => "line_future",
            Self::YearOrCredits { .. } => "line_year_or_credits",
            Self::TimeOrFormat(_) => "line_time_or_format",
            Self::TwoVerdicts(..) => "line_two_verdicts",
            Self::TwoSettings(..) => "line_two_settings",
            Self::SettingOfNothing(_) => "line_setting_of_nothing",
            Self::Adds(_) => "line_adds",
            Self::BalanceAbove { .. } => "line_balance_above",
            Self::BalanceOverdrawn { .. } => "line_balance_overdrawn",
            Self::BalanceDated(_) => "line_balance_dated",
            Self::UnknownAction(_) => "line_unknown_action",
        }
    }
}
