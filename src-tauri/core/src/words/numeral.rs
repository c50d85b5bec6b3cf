//! A figure as typed, in any grouping, before the unit's decimals are known to hold it.

/// A typed figure: `digits × 10^-places`, exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    pub(super) digits: u128,
    pub(super) places: u32,
}

/// What a typed figure can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// One thing.
    One(Numeral),
    /// A single mark stands before exactly three digits: it groups, or it is the decimal mark.
    Either { grouped: Numeral, decimal: Numeral },
}

/// Longer than any amount; what is longer is absurd, whatever its marks.
pub(super) const LONGEST: usize = 64;

impl Numeral {
    const fn new(digits: u128, places: u32) -> Self {
        Self { digits, places }
    }

    /// The product; none where it is beyond 128 bits.
    pub(super) fn times(self, other: Self) -> Option<Self> {
        Some(Self::new(self.digits.checked_mul(other.digits)?, self.places.checked_add(other.places)?))
    }

    pub(super) fn thousands(self) -> Option<Self> {
        self.times(Self::new(1000, 0))
    }
}

/// Reads digits with grouping marks and at most one decimal mark; none where it is no figure.
pub(super) fn read(text: &str) -> Option<Reading> {
    let text = text.trim();
    if text.len() > LONGEST || !text.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',') {
        return None;
    }
    let marks: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    match marks.as_slice() {
        [] => whole(&parts).map(Reading::One),
        [mark] if is_point(*mark) => one_point(parts[0], parts[1]),
        [first, rest @ ..] if rest.iter().all(|mark| same(*mark, *first)) => grouped(*first, &parts).map(Reading::One),
        [first, middle @ .., last] if is_point(*last) && !same(*first, *last) => {
            let kind = middle.iter().all(|mark| same(*mark, *first));
            let whole = kind.then(|| grouped(*first, &parts[..parts.len() - 1])).flatten()?;
            fraction(whole, parts[parts.len() - 1]).map(Reading::One)
        }
        _ => None,
    }
}

/// A single point or comma: the decimal mark, unless three digits follow one to three others.
fn one_point(before: &str, after: &str) -> Option<Reading> {
    let decimal = fraction(whole(&[before])?, after)?;
    let may_group = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    if !may_group {
        return (!(before.is_empty() && after.is_empty())).then_some(Reading::One(decimal));
    }
    Some(Reading::Either { grouped: whole(&[before, after])?, decimal })
}

fn grouped(mark: char, parts: &[&str]) -> Option<Numeral> {
    let (last, others) = parts.split_last()?;
    let (first, middle) = others.split_first()?;
    let fits = |sizes: std::ops::RangeInclusive<usize>, size: usize| {
        last.len() == 3 && sizes.contains(&first.len()) && middle.iter().all(|part| part.len() == size)
    };
    // Groups of three; or, as in India, of two above the last three.
    let regular = is_group(mark) && (fits(1..=3, 3) || fits(1..=2, 2));
    regular.then(|| whole(parts)).flatten()
}

fn whole(parts: &[&str]) -> Option<Numeral> {
    let digits = parts.concat();
    if digits.is_empty() { Some(Numeral::new(0, 0)) } else { digits.parse().ok().map(|digits| Numeral::new(digits, 0)) }
}

fn fraction(whole: Numeral, after: &str) -> Option<Numeral> {
    let after = after.trim_end_matches('0');
    let places = u32::try_from(after.len()).ok()?;
    let below: u128 = if after.is_empty() { 0 } else { after.parse().ok()? };
    let above = whole.digits.checked_mul(10_u128.checked_pow(places)?)?;
    Some(Numeral::new(above.checked_add(below)?, places))
}

const fn is_point(mark: char) -> bool {
    matches!(mark, '.' | ',')
}

const fn is_group(mark: char) -> bool {
    is_point(mark) || is_space(mark) || is_apostrophe(mark) || mark == '_'
}

const fn is_space(mark: char) -> bool {
    matches!(mark, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

const fn is_apostrophe(mark: char) -> bool {
    matches!(mark, '\'' | '\u{2019}')
}

const fn same(one: char, other: char) -> bool {
    one == other || (is_space(one) && is_space(other)) || (is_apostrophe(one) && is_apostrophe(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(digits: u128, places: u32) -> Option<Reading> {
        Some(Reading::One(Numeral::new(digits, places)))
    }

    #[test]
    fn every_grouping_is_read() {
        for text in
            ["1234567", "1,234,567", "1.234.567", "1 234 567", "1'234’567", "1\u{2009}234\u{202f}567", "12,34,567"]
        {
            assert_eq!(read(text), one(1_234_567, 0), "{text}");
        }
        for text in ["1,234.5", "1.234,5", "1 234,50", "1'234.5", "1234.5", "1234,500"] {
            assert_eq!(read(text), one(12_345, 1), "{text}");
        }
    }

    #[test]
    fn one_mark_before_three_digits_has_two_readings() {
        let either = Reading::Either { grouped: Numeral::new(5400, 0), decimal: Numeral::new(54, 1) };
        assert_eq!(read("5,400"), Some(either));
        assert_eq!(read("5.400"), Some(either));
        assert_eq!(read("5'400"), one(5400, 0));
        assert_eq!(read("0.125"), one(125, 3));
        assert_eq!(read(".125"), one(125, 3));
    }

    #[test]
    fn crooked_groups_are_no_figures() {
        for text in ["", ".", ",", "1,23,4", "1,,234", "1.234,567.8", "1 23", "'123", "12345,678,901", "½", "١٢"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
