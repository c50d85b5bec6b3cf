//! Amounts as exports write them, by either decimal mark.

use runout_core::credits::{Credits, Decimals};

use super::settle::BothWays;

/// Which mark stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1.250,5`.
    Comma,
    /// `1,250.5`.
    Point,
}

impl DecimalMark {
    /// `comma` or `point`.
    pub fn read(text: &str) -> Option<Self> {
        match text.trim().to_ascii_lowercase().as_str() {
            "comma" => Some(Self::Comma),
            "point" => Some(Self::Point),
            _ => None,
        }
    }

    const fn mark(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

/// Reads an amount, below 0 or above; none where it is none by this mark, or finer than the unit.
pub(super) fn read(text: &str, mark: DecimalMark, decimals: Decimals) -> Option<Credits> {
    let (negative, text) = split_sign(without_unit(text.trim()));
    if text.len() > 40 {
        return None;
    }
    let (whole, fraction) = text.rsplit_once(mark.mark()).unwrap_or((text, ""));
    let whole = ungrouped(whole, mark)?;
    let fraction = fraction.trim_end_matches('0');
    if whole.is_empty() && fraction.is_empty() && !text.contains('0') {
        return None;
    }
    let places = usize::from(decimals.places());
    if fraction.len() > places || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let units: i64 = format!("0{whole}{fraction:0<places$}").parse().ok()?;
    Credits::new(if negative { -units } else { units }).ok()
}

/// A cell by the comma, and by the point.
pub(super) fn both_ways(place: usize, text: &str, decimals: Decimals) -> BothWays<Credits> {
    let by = |mark| read(text, mark, decimals);
    BothWays { place, one: by(DecimalMark::Point), other: by(DecimalMark::Comma) }
}

/// `5400 credits` is 5400; a single letter, as in `5.4k`, is something else.
fn without_unit(text: &str) -> &str {
    let bare = text.trim_end_matches(char::is_alphabetic);
    if text[bare.len()..].chars().count() == 1 { text } else { bare.trim_end() }
}

/// `-5`, `−5` and `(5)` are below nothing.
fn split_sign(text: &str) -> (bool, &str) {
    if let Some(inside) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        return (true, inside.trim());
    }
    let unsigned = text.strip_prefix(['-', '\u{2212}']);
    (unsigned.is_some(), unsigned.or_else(|| text.strip_prefix('+')).unwrap_or(text).trim_start())
}

/// The digits before the decimal mark, in groups of three by one mark or in none.
fn ungrouped(whole: &str, mark: DecimalMark) -> Option<String> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(|c: char| !c.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    if rest.is_empty() {
        return digits(whole).then(|| whole.to_owned());
    }
    let mut marks = whole.chars().filter(|c| !c.is_ascii_digit());
    let group = marks.next()?;
    let regular =
        (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3);
    let one_mark = group != mark.mark() && is_group(group) && marks.all(|other| other == group);
    (regular && one_mark).then(|| format!("{first}{}", rest.concat()))
}

const fn is_group(mark: char) -> bool {
    matches!(mark, '.' | ',' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '\u{2019}' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_by_either_mark() {
        // What is written, and its hundredths by the point and by the comma.
        for (text, point, comma) in [
            ("5400", Some(540_000), Some(540_000)),
            ("1,250", Some(125_000), Some(125)),
            ("1.250", Some(125), Some(125_000)),
            ("1,255", Some(125_500), None),
            ("1.234,5", None, Some(123_450)),
            ("1,234.5", Some(123_450), None),
            ("1 234,50", None, Some(123_450)),
            ("1'234.5", Some(123_450), None),
            ("12,5", None, Some(1_250)),
            ("0.5", Some(50), None),
            (".5", Some(50), None),
            ("-5", Some(-500), Some(-500)),
            ("\u{2212}1,250", Some(-125_000), Some(-125)),
            ("(12)", Some(-1_200), Some(-1_200)),
            ("+7 credits", Some(700), Some(700)),
            ("0", Some(0), Some(0)),
            ("0.00", Some(0), None),
        ] {
            let both = both_ways(0, text, Decimals::new(2).unwrap());
            let units = |credits: Option<Credits>| credits.map(Credits::units);
            assert_eq!((units(both.one), units(both.other)), (point, comma), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_none() {
        let hostile =
            ["", " ", ".", "-", "many", "5.4k", "1,,2", "12,34", "1e5", "½", "١٢", "=1+1", "€ 5", "5 5", "1.2.3"];
        for text in hostile.iter().copied().chain(["9".repeat(99).as_str(), "9999999999999999"]) {
            assert_eq!(read(text, DecimalMark::Point, Decimals::NONE), None, "{text}");
        }
    }
}
