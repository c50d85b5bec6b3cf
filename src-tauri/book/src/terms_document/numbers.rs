//! Amounts, counts and money, exact.

use runout_core::credits::{Credits, Decimals};
use runout_core::terms::Money;
use toml::de::DeValue;

use super::TermsError;
use super::place::Value;

impl Value<'_> {
    /// An amount in the service's unit, 0 or more.
    pub(super) fn amount(&self, decimals: Decimals) -> Result<Credits, TermsError> {
        let digits = match self.value {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => return Err(self.refuse("Write a number without quotes and separators, such as 28000.")),
        };
        if digits.starts_with('-') {
            return Err(self.refuse("An amount cannot be below 0."));
        }
        let units = units(digits.trim_start_matches('+'), decimals.places())
            .map_err(|problem| self.refuse(problem.sentence(decimals)))?;
        Credits::new(units).map_err(|_| self.refuse(Problem::TooLarge.sentence(decimals)))
    }

    /// An amount above 0.
    pub(super) fn some_amount(&self, decimals: Decimals) -> Result<Credits, TermsError> {
        let amount = self.amount(decimals)?;
        if amount.is_zero() { Err(self.refuse("It must be above 0.")) } else { Ok(amount) }
    }

    /// A whole number of 0 or more.
    pub(super) fn rank(&self) -> Result<u16, TermsError> {
        let number = self.value.as_integer().filter(|number| number.radix() == 10);
        let rank = number.and_then(|number| number.as_str().parse().ok());
        rank.ok_or_else(|| self.refuse("Write a whole number from 0 to 65535; the lowest pays first."))
    }

    /// "USD 35.00".
    pub(super) fn money(&self) -> Result<Money, TermsError> {
        let text = self.text("a currency and an amount, such as \"USD 35.00\"")?;
        read_money(text)
            .ok_or_else(|| self.refuse("Write a currency of three letters and an amount, such as \"USD 35.00\"."))
    }
}

/// What is wrong with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    NoNumber,
    TooFine,
    TooLarge,
}

impl Problem {
    fn sentence(self, decimals: Decimals) -> String {
        match self {
            Self::NoNumber => "Write the number out, such as 28000 or 0.25.".to_owned(),
            Self::TooFine if decimals == Decimals::NONE => "The service counts whole ones.".to_owned(),
            Self::TooFine => format!("The service counts {} decimal places.", decimals.places()),
            Self::TooLarge => "That is more than any service counts.".to_owned(),
        }
    }
}

/// "0.25" as 25 of a unit with two places.
fn units(digits: &str, places: u8) -> Result<i64, Problem> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = part.trim_end_matches('0');
    if whole.is_empty() || !whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::NoNumber);
    }
    if part.len() > usize::from(places) {
        return Err(Problem::TooFine);
    }
    format!("{whole}{part:0<width$}", width = usize::from(places)).parse().map_err(|_| Problem::TooLarge)
}

fn read_money(text: &str) -> Option<Money> {
    let (currency, amount) = text.trim().split_once(' ')?;
    let currency: [u8; 3] = currency.as_bytes().try_into().ok()?;
    let cents = units(amount.trim(), 2).ok()?;
    currency.iter().all(u8::is_ascii_uppercase).then_some(Money { currency, cents })
}

/// "USD 35.00".
pub(super) fn money_text(money: Money) -> String {
    let Money { currency, cents } = money;
    let currency: String = currency.iter().copied().map(char::from).collect();
    format!("{currency} {}.{:02}", cents / 100, cents % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_exact_in_the_units_places() {
        let cases = [
            ("28000", 0, Ok(28_000)),
            ("28000.0", 0, Ok(28_000)),
            ("0.25", 2, Ok(25)),
            ("0.250", 2, Ok(25)),
            ("7.5", 6, Ok(7_500_000)),
            ("0.255", 2, Err(Problem::TooFine)),
            ("1e3", 0, Err(Problem::NoNumber)),
            ("inf", 0, Err(Problem::NoNumber)),
            ("99999999999999999999", 0, Err(Problem::TooLarge)),
        ];
        for (text, places, expected) in cases {
            assert_eq!(units(text, places), expected, "{text}");
        }
    }
}
