//! How figures are written, and exact amounts.

use crate::credits::{Credits, Decimals};

/// What stands between groups of three digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    /// `6,262`
    #[default]
    Comma,
    /// `6.262`
    Dot,
    /// `6 262`, with a thin space (U+2009)
    Space,
    /// `6'262`
    Apostrophe,
    /// `6262`
    None,
}

impl Group {
    /// The mark itself.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Dot => ".",
            Self::Space => "\u{2009}",
            Self::Apostrophe => "'",
            Self::None => "",
        }
    }

    /// The group whose mark this is; any space is the thin one.
    pub fn of_mark(mark: &str) -> Option<Self> {
        match mark {
            "," => Some(Self::Comma),
            "." => Some(Self::Dot),
            " " | "\u{a0}" | "\u{2009}" | "\u{202f}" => Some(Self::Space),
            "'" | "\u{2019}" => Some(Self::Apostrophe),
            "" => Some(Self::None),
            _ => None,
        }
    }
}

/// How figures and times are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// What stands between groups of three digits.
    pub group: Group,
    /// The decimal mark, `.` or `,`.
    pub decimal: char,
    /// From how many digits on figures are grouped, 4 or 5.
    pub group_from: u8,
    /// Whether times have 24 hours.
    pub clock_24: bool,
}

impl Default for Figures {
    fn default() -> Self {
        Self { group: Group::Comma, decimal: '.', group_from: 4, clock_24: true }
    }
}

/// An amount to the unit's last place: "6,262", "0.25", "−312".
pub fn exact(amount: Credits, decimals: Decimals, figures: &Figures) -> String {
    let size = amount.units().unsigned_abs();
    let minus = if amount.is_negative() { "\u{2212}" } else { "" };
    format!("{minus}{}", unsigned(size, decimals, figures))
}

/// A change with its sign: "+1,750", "−312", "0".
pub fn signed(amount: Credits, decimals: Decimals, figures: &Figures) -> String {
    let plus = if amount > Credits::ZERO { "+" } else { "" };
    format!("{plus}{}", exact(amount, decimals, figures))
}

/// A whole number, grouped: "2,000".
pub fn count(number: u64, figures: &Figures) -> String {
    grouped(&number.to_string(), figures)
}

/// An amount without groups, as it can be typed anywhere: "5400", "0.25", "-312".
pub fn plain(amount: Credits, decimals: Decimals) -> String {
    let bare = Figures { group: Group::None, ..Figures::default() };
    exact(amount, decimals, &bare).replace('\u{2212}', "-")
}

fn unsigned(size: u64, decimals: Decimals, figures: &Figures) -> String {
    let scale = decimals.scale().unsigned_abs();
    let whole = grouped(&(size / scale).to_string(), figures);
    if decimals.places() == 0 {
        return whole;
    }
    format!("{whole}{}{:0width$}", figures.decimal, size % scale, width = usize::from(decimals.places()))
}

fn grouped(digits: &str, figures: &Figures) -> String {
    if digits.len() < usize::from(figures.group_from) {
        return digits.to_owned();
    }
    let mut out = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push_str(figures.group.mark());
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credits(units: i64) -> Credits {
        Credits::new(units).unwrap()
    }

    #[test]
    fn figures_are_grouped_as_the_locale_has_it() {
        let comma = Figures::default();
        let dot = Figures { group: Group::Dot, decimal: ',', ..comma };
        let space = Figures { group: Group::Space, decimal: ',', group_from: 5, ..comma };
        assert_eq!(exact(credits(6262), Decimals::NONE, &comma), "6,262");
        assert_eq!(exact(credits(6262), Decimals::NONE, &dot), "6.262");
        assert_eq!(exact(credits(6262), Decimals::NONE, &space), "6262");
        assert_eq!(exact(credits(28_000), Decimals::NONE, &space), "28\u{2009}000");
        assert_eq!(exact(credits(1_204_118_400), Decimals::NONE, &comma), "1,204,118,400");
        assert_eq!(exact(Credits::MAX, Decimals::NONE, &comma), "1,000,000,000,000,000");
    }

    #[test]
    fn decimals_are_always_the_units_own_number_of_places() {
        let two = Decimals::new(2).unwrap();
        assert_eq!(exact(credits(25), two, &Figures::default()), "0.25");
        assert_eq!(exact(credits(300), two, &Figures::default()), "3.00");
        assert_eq!(exact(credits(-123_456), two, &Figures::default()), "\u{2212}1,234.56");
        assert_eq!(plain(credits(-123_456), two), "-1234.56");
    }

    #[test]
    fn changes_carry_their_sign() {
        let of = |units| signed(credits(units), Decimals::NONE, &Figures::default());
        assert_eq!((of(1750), of(-312), of(0)), ("+1,750".into(), "\u{2212}312".into(), "0".into()));
    }
}
