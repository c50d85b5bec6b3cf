//! Small values as people type them: a day of the month, a zone, money.

use runout_core::Zone;
use runout_core::credits::Decimals;
use runout_core::terms::Money;
use runout_core::words;

use crate::refusal::refusal;
use crate::wire::Refusal;

/// A day of the month, with or without its ending.
pub fn read_day_of_month(text: &str) -> Result<u32, Refusal> {
    let digits = text.trim().trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.');
    let day = digits.parse().ok().filter(|day| (1..=31).contains(day));
    day.ok_or_else(|| refusal("bad_day", "A day from 1 to 31, please.").at("day"))
}

/// A zone by its IANA name, case-free.
pub fn read_zone(text: &str) -> Result<Zone, Refusal> {
    let found = chrono_tz::TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(text.trim()));
    found.copied().ok_or_else(|| {
        refusal("no_such_zone", "There is no such time zone. Type one such as Europe/Berlin.").at("zone")
    })
}

/// "35 USD", "EUR 12.50"; nothing for an empty text.
pub fn read_money(text: &str) -> Result<Option<Money>, Refusal> {
    let bad = || refusal("bad_money", "Type an amount and a currency, such as 35 USD.");
    let words: Vec<&str> = text.split_whitespace().collect();
    let (amount, code) = match words.as_slice() {
        [] => return Ok(None),
        [one, other] if one.starts_with(|letter: char| letter.is_ascii_digit()) => (one, other),
        [one, other] => (other, one),
        _ => return Err(bad()),
    };
    let currency: [u8; 3] = code.to_ascii_uppercase().as_bytes().try_into().map_err(|_| bad())?;
    if !currency.iter().all(u8::is_ascii_uppercase) {
        return Err(bad());
    }
    Ok(Some(Money { currency, cents: cents(amount).ok_or_else(bad)? }))
}

fn cents(amount: &str) -> Option<i64> {
    // Read as an amount of a unit with two decimals, in every grouping that people type.
    let amount = words::read_amount(amount, Decimals::new(2).ok()?, &words::Figures::default()).ok()?;
    Some(amount.units()).filter(|cents| *cents <= 100_000_000_099)
}

/// "35 USD", "12.50 EUR".
pub fn money(money: Money) -> String {
    let code = String::from_utf8_lossy(&money.currency);
    let (whole, cents) = (money.cents / 100, (money.cents % 100).abs());
    if cents == 0 { format!("{whole} {code}") } else { format!("{whole}.{cents:02} {code}") }
}

/// "15th" of "15".
pub fn ordinal(day: &str) -> String {
    let ending = match day {
        "1" | "21" | "31" => "st",
        "2" | "22" => "nd",
        "3" | "23" => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_in_either_order() {
        let usd = |cents| Some(Money { currency: *b"USD", cents });
        assert_eq!(read_money("35 usd").unwrap(), usd(3_500));
        assert_eq!(read_money("USD 12.5").unwrap(), usd(1_250));
        assert_eq!(read_money("USD 12,50").unwrap(), usd(1_250));
        assert_eq!(read_money("EUR 1,200.50").unwrap(), Some(Money { currency: *b"EUR", cents: 120_050 }));
        assert_eq!(read_money("USD 1.200,5").unwrap(), usd(120_050));
        assert_eq!(read_money(" ").unwrap(), None);
        for bad in ["35", "35 dollars", "1.234 USD", "-3 USD", "€ 3"] {
            assert_eq!(read_money(bad).unwrap_err().code, "bad_money", "{bad}");
        }
    }

    #[test]
    fn a_day_of_the_month_is_read_with_its_ending() {
        assert_eq!(read_day_of_month("31st").unwrap(), 31);
        assert_eq!(read_day_of_month("15.").unwrap(), 15);
        for bad in ["0", "32", "", "soon"] {
            assert_eq!(read_day_of_month(bad).unwrap_err().message, "A day from 1 to 31, please.", "{bad}");
        }
    }

    #[test]
    fn a_zone_is_found_whatever_its_case() {
        assert_eq!(read_zone("europe/berlin").unwrap(), Zone::Europe__Berlin);
        assert!(read_zone("Mars/Olympus").is_err());
    }
}
