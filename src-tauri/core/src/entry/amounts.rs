//! Words of a line that are figures: amounts and counts.

use super::split::Word;

/// The largest count of one line.
const MOST_PIECES: u32 = 1_000_000;

/// Whether a word is meant as an amount, well formed or not.
pub(super) fn is_amount(text: &str) -> bool {
    let size = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
    let starts = size.trim_start_matches(['.', ',']).starts_with(|c: char| c.is_ascii_digit());
    starts && size.chars().all(is_of_an_amount)
}

fn is_of_an_amount(c: char) -> bool {
    c.is_ascii_digit() || ".,'\u{2019}_kK*×\u{a0}\u{2009}\u{202f}".contains(c)
}

/// Whether a number may be the version in a name: one digit, or one with a place: "2", "2.1".
pub(super) fn is_version(text: &str) -> bool {
    let (whole, place) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(place)
}

/// A count (`x3`, `3x`, `x 3`) and how many words it took; no number inside where it is none from 1 to a million.
pub(super) fn count(words: &[Word<'_>]) -> Option<(Option<u32>, usize)> {
    let text = words.first()?.text;
    if is_times(text) {
        let next = words.get(1).filter(|word| word.is_plain())?;
        return pieces(next.text).map(|pieces| (pieces, 2));
    }
    let number = strip_times_in_front(text).or_else(|| strip_times_behind(text))?;
    pieces(number).map(|pieces| (pieces, 1))
}

fn is_times(text: &str) -> bool {
    matches!(text, "x" | "X" | "×")
}

fn strip_times_in_front(text: &str) -> Option<&str> {
    text.strip_prefix(['x', 'X', '×'])
}

fn strip_times_behind(text: &str) -> Option<&str> {
    text.strip_suffix(['x', 'X', '×'])
}

fn pieces(digits: &str) -> Option<Option<u32>> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok().filter(|pieces| (1..=MOST_PIECES).contains(pieces)))
}

/// Whether a word says that the amount before it is for each piece.
pub(super) fn is_each(word: Option<&Word<'_>>) -> bool {
    word.is_some_and(|word| word.is_plain() && ["each", "ea"].iter().any(|each| word.text.eq_ignore_ascii_case(each)))
}
