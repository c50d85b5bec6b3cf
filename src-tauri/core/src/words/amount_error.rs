//! Why a text is not an amount.

/// Why a text is not an amount; each says what to type instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Nothing was typed.
    #[error("Type an amount.")]
    Empty,
    /// It is not a figure.
    #[error("{text} is not an amount: type a figure such as 5400, 5.4k or 3*1800.")]
    NotAFigure {
        /// What was typed, quoted.
        text: String,
    },
    /// It is below nothing where that cannot be.
    #[error("{text} is below 0: an amount is 0 or more.")]
    Negative {
        /// What was typed, quoted.
        text: String,
    },
    /// It can be read in two ways.
    #[error("{text} can be read in two ways: type {grouped} or {decimal}.")]
    Ambiguous {
        /// What was typed, quoted.
        text: String,
        /// How to type it if its mark groups digits.
        grouped: String,
        /// How to type it if its mark is the decimal one.
        decimal: String,
    },
    /// It has more decimal places than the unit, which has none.
    #[error("{text} is not whole, and this unit is counted in whole ones: type {below} or {above}.")]
    NotWhole {
        /// What was typed, quoted.
        text: String,
        /// The next lower amount.
        below: String,
        /// The next higher amount.
        above: String,
    },
    /// It has more decimal places than the unit.
    #[error("{text} is finer than this unit, which has {places} decimal places: type {below} or {above}.")]
    TooFine {
        /// What was typed, quoted.
        text: String,
        /// The unit's places.
        places: u8,
        /// The next lower amount.
        below: String,
        /// The next higher amount.
        above: String,
    },
    /// It is absurd.
    #[error("{text} is more than any service counts: at most {most} can be kept.")]
    TooLarge {
        /// What was typed, quoted.
        text: String,
        /// The largest amount.
        most: String,
    },
}

impl AmountError {
    /// A stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "amount_empty",
            Self::NotAFigure { .. } => "amount_not_a_figure",
            Self::Negative { .. } => "amount_negative",
            Self::Ambiguous { .. } => "amount_ambiguous",
            Self::NotWhole { .. } => "amount_not_whole",
            Self::TooFine { .. } => "amount_too_fine",
            Self::TooLarge { .. } => "amount_too_large",
        }
    }
}
