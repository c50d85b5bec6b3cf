//! What changes are called: the words of undo, redo and the history.

use runout_core::actions::Action;
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{Check, Fact, Grant, Spend};

use crate::contents::Contents;

/// "Veo 3, 8 s, audio"; where only an amount was typed, "a spend".
pub(crate) fn spend<'a>(spend: &Spend, actions: impl IntoIterator<Item = &'a Action>) -> String {
    let Some(key) = &spend.key else { return "a spend".to_owned() };
    let name = actions.into_iter().find(|action| action.id == key.action).map_or(&key.action.0, |action| &action.name);
    let settings = key.settings.iter().map(|(key, value)| setting(key, value));
    let pieces = (spend.count > 1).then(|| format!("× {}", spend.count));
    std::iter::once(name.clone()).chain(settings).chain(pieces).collect::<Vec<_>>().join(", ")
}

fn setting(key: &str, value: &str) -> String {
    match (key, value) {
        ("seconds", seconds) => format!("{seconds} s"),
        ("audio", "no") => "silent".to_owned(),
        ("resolution", resolution) => resolution.to_owned(),
        ("refs", number) if number != "yes" => format!("{number} refs"),
        (key, "yes") => key.to_owned(),
        (key, value) => format!("{key}={value}"),
    }
}

/// "a top-up of 5,000", "a grant of 800".
pub(crate) fn grant(grant: &Grant, contents: &Contents) -> String {
    let what = if grant.bought { "top-up" } else { "grant" };
    format!("a {what} of {}", amount(grant.amount, contents.facts.service.decimals))
}

/// "a balance of 4,252".
pub(crate) fn check(check: &Check, contents: &Contents) -> String {
    format!("a balance of {}", amount(check.shown, contents.facts.service.decimals))
}

/// An entry of any kind.
pub(crate) fn fact(fact: &Fact, contents: &Contents) -> String {
    match fact {
        Fact::Spend(one) => spend(one, &contents.actions),
        Fact::Refund { amount: back, .. } => format!("a refund of {}", amount(*back, contents.facts.service.decimals)),
        Fact::Grant(one) => grant(one, contents),
        Fact::Void { lot } => format!("the end of the lot {}", lot.0),
        Fact::Extend { lot, .. } => format!("the new end of the lot {}", lot.0),
        Fact::Check(one) => check(one, contents),
        Fact::Renewal { .. } => "a renewal".to_owned(),
    }
}

/// "5,400", "−0.25": grouped by threes, a minus sign, the unit's decimals.
pub(crate) fn amount(credits: Credits, decimals: Decimals) -> String {
    let units = credits.units().unsigned_abs();
    let scale = decimals.scale().unsigned_abs();
    let sign = if credits.is_negative() { "\u{2212}" } else { "" };
    let whole = grouped(&(units / scale).to_string());
    match usize::from(decimals.places()) {
        0 => format!("{sign}{whole}"),
        places => format!("{sign}{whole}.{:0places$}", units % scale),
    }
}

fn grouped(digits: &str) -> String {
    let mut words = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_and_keep_their_decimals() {
        let cases = [
            (0, 0, "0"),
            (5_400, 0, "5,400"),
            (-120, 0, "\u{2212}120"),
            (25, 2, "0.25"),
            (123_456_789, 2, "1,234,567.89"),
        ];
        for (units, places, words) in cases {
            assert_eq!(amount(Credits::new(units).unwrap(), Decimals::new(places).unwrap()), words);
        }
    }
}
