//! Reading amounts, in every grouping that people type.

use super::figures::{Figures, exact, plain};
use super::numeral::{self, Numeral, Reading};
use super::{AmountError, quoted};
use crate::credits::{Credits, Decimals};

/// Reads an amount of 0 or more: `5,400`, `5.400`, `5 400`, `5'400`, `5400`, `5.4k`, `3*1800`.
///
/// In a unit with decimals a single mark before exactly three digits is ambiguous, and refused.
///
/// # Errors
/// [`AmountError`], which says what to type instead.
pub fn read_amount(text: &str, decimals: Decimals, figures: &Figures) -> Result<Credits, AmountError> {
    let amount = read_balance(text, decimals, figures)?;
    if amount.is_negative() { Err(AmountError::Negative { text: quoted(text.trim()) }) } else { Ok(amount) }
}

/// Reads a balance, which may be below 0.
///
/// # Errors
/// [`AmountError`], which says what to type instead.
pub fn read_balance(text: &str, decimals: Decimals, figures: &Figures) -> Result<Credits, AmountError> {
    let typed = text.trim();
    let (negative, size) = split_sign(typed);
    if size.is_empty() {
        return Err(if typed.is_empty() { AmountError::Empty } else { not_a_figure(typed) });
    }
    let reader = Reader { typed, decimals, figures };
    let amount = reader.product(size)?;
    if negative { Credits::new(-amount.units()).map_err(|_| reader.too_large()) } else { Ok(amount) }
}

fn split_sign(text: &str) -> (bool, &str) {
    let unsigned = text.strip_prefix(['-', '\u{2212}']);
    (unsigned.is_some(), unsigned.or_else(|| text.strip_prefix('+')).unwrap_or(text).trim_start())
}

fn not_a_figure(text: &str) -> AmountError {
    AmountError::NotAFigure { text: quoted(text) }
}

struct Reader<'a> {
    typed: &'a str,
    decimals: Decimals,
    figures: &'a Figures,
}

impl Reader<'_> {
    fn product(&self, text: &str) -> Result<Credits, AmountError> {
        let mut product = Numeral { digits: 1, places: 0 };
        for factor in text.split(['*', '×']) {
            product = product.times(self.factor(factor)?).ok_or_else(|| self.too_large())?;
        }
        self.in_units(product)
    }

    fn factor(&self, text: &str) -> Result<Numeral, AmountError> {
        let text = text.trim();
        let thousands = text.strip_suffix(['k', 'K']).map(str::trim_end);
        let reading = match numeral::read(thousands.unwrap_or(text)) {
            Some(reading) => reading,
            None if is_all_digits(text) => return Err(self.too_large()),
            None => return Err(not_a_figure(self.typed)),
        };
        let scale = |n: Numeral| if thousands.is_some() { n.thousands() } else { Some(n) };
        let numeral = match reading {
            Reading::One(numeral) => scale(numeral),
            Reading::Either { grouped, .. } if self.decimals.places() == 0 && thousands.is_none() => Some(grouped),
            Reading::Either { grouped, decimal } => return Err(self.ambiguous(scale(grouped), scale(decimal))),
        };
        numeral.ok_or_else(|| self.too_large())
    }

    fn in_units(&self, numeral: Numeral) -> Result<Credits, AmountError> {
        let scaled = numeral.digits.checked_mul(self.decimals.scale().unsigned_abs().into());
        let divisor = 10_u128.checked_pow(numeral.places);
        let (Some(scaled), Some(divisor)) = (scaled, divisor) else { return Err(self.too_large()) };
        let units = i64::try_from(scaled / divisor).ok().and_then(|units| Credits::new(units).ok());
        let below = units.ok_or_else(|| self.too_large())?;
        if scaled % divisor == 0 { Ok(below) } else { Err(self.too_fine(below)) }
    }

    fn too_fine(&self, below: Credits) -> AmountError {
        let text = quoted(self.typed);
        let next = Credits::new(below.units() + 1).unwrap_or(below);
        let (below, above) = (plain(below, self.decimals), plain(next, self.decimals));
        match self.decimals.places() {
            0 => AmountError::NotWhole { text, below, above },
            places => AmountError::TooFine { text, places, below, above },
        }
    }

    fn ambiguous(&self, grouped: Option<Numeral>, decimal: Option<Numeral>) -> AmountError {
        let (Some(grouped), Some(decimal)) = (grouped, decimal) else { return self.too_large() };
        let shown = |numeral| spelled(self.on_grid(numeral), self.figures);
        AmountError::Ambiguous { text: quoted(self.typed), grouped: shown(grouped), decimal: shown(decimal) }
    }

    /// Cut to the unit's places, so that what is suggested can be typed.
    fn on_grid(&self, numeral: Numeral) -> Numeral {
        let places = numeral.places.min(self.decimals.places().into());
        Numeral { digits: numeral.digits / 10_u128.pow(numeral.places - places), places }
    }

    fn too_large(&self) -> AmountError {
        AmountError::TooLarge { text: quoted(self.typed), most: exact(Credits::MAX, self.decimals, self.figures) }
    }
}

fn is_all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A figure that reads in one way only: no groups, and never exactly three digits after the mark.
fn spelled(numeral: Numeral, figures: &Figures) -> String {
    let places = numeral.places as usize;
    if places == 0 {
        return numeral.digits.to_string();
    }
    let digits = format!("{:0>width$}", numeral.digits, width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let extra = if places == 3 { "0" } else { "" };
    format!("{whole}{}{fraction}{extra}", figures.decimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Result<i64, AmountError> {
        read_amount(text, Decimals::NONE, &Figures::default()).map(Credits::units)
    }

    fn hundredths(text: &str) -> Result<i64, AmountError> {
        read_amount(text, Decimals::new(2).unwrap(), &Figures::default()).map(Credits::units)
    }

    #[test]
    fn an_amount_is_read_in_every_grouping() {
        for text in ["5,400", "5.400", "5 400", "5'400", "5400", "5.4k", "5,4k", "3*1800", "3×1,800", " +5400.00 "] {
            assert_eq!(whole(text), Ok(5400), "{text}");
        }
        assert_eq!(whole("0"), Ok(0));
        assert_eq!(whole("2.5*2"), Ok(5));
    }

    #[test]
    fn a_unit_with_decimals_refuses_what_can_be_read_in_two_ways() {
        assert_eq!(hundredths("0.25"), Ok(25));
        assert_eq!(hundredths("5,40"), Ok(540));
        assert_eq!(hundredths("1,234.50"), Ok(123_450));
        assert_eq!(hundredths("5'400"), Ok(540_000));
        insta::assert_snapshot!(hundredths("5,400").unwrap_err(), @"“5,400” can be read in two ways: type 5400 or 5.4.");
        insta::assert_snapshot!(hundredths("1.234").unwrap_err(), @"“1.234” can be read in two ways: type 1234 or 1.23.");
    }

    #[test]
    fn what_is_no_amount_says_what_to_type() {
        let sentence = |text| whole(text).unwrap_err().to_string();
        insta::assert_snapshot!(sentence(""), @"Type an amount.");
        insta::assert_snapshot!(sentence("many"), @"“many” is not an amount: type a figure such as 5400, 5.4k or 3*1800.");
        insta::assert_snapshot!(sentence("-5"), @"“-5” is below 0: an amount is 0 or more.");
        insta::assert_snapshot!(sentence("5.5"), @"“5.5” is not whole, and this unit is counted in whole ones: type 5 or 6.");
        insta::assert_snapshot!(sentence("5.4k*0.001k*1e9"), @"“5.4k*0.001k*1e9” is not an amount: type a figure such as 5400, 5.4k or 3*1800.");
        insta::assert_snapshot!(sentence(&"9".repeat(100_000)), @"“999999999999999999999999…” is more than any service counts: at most 1,000,000,000,000,000 can be kept.");
        insta::assert_snapshot!(hundredths("0.255").unwrap_err(), @"“0.255” is finer than this unit, which has 2 decimal places: type 0.25 or 0.26.");
    }

    #[test]
    fn a_balance_may_be_below_nothing() {
        let read = |text| read_balance(text, Decimals::NONE, &Figures::default()).map(Credits::units);
        assert_eq!(read("\u{2212}888"), Ok(-888));
        assert_eq!(read("-0"), Ok(0));
        assert!(read("-").is_err());
    }
}
