//! A line's words, with their places.

use super::quotes::unquote;

/// A word of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// As typed, without a comma or semicolon behind it; for a quoted one only what stands before its quote.
    pub(super) text: &'a str,
    /// What stood between quotes, if it is a quoted one: `"…"`, `#"…"`, `key="…"`.
    pub(super) quoted: Option<String>,
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Word<'_> {
    /// Whether it can be part of a name: no sigil in front, nothing quoted, no `key=value`.
    pub(super) fn is_plain(&self) -> bool {
        self.quoted.is_none() && !self.text.starts_with(['#', '!', '@', '=', '~', '≈', '+']) && !self.text.contains('=')
    }
}

/// Splits a line at white space and control characters.
pub(super) fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some((word, behind)) = next_word(text, at) {
        at = behind;
        words.push(word);
    }
    words
}

/// The next word, and where the text goes on behind it.
fn next_word(text: &str, at: usize) -> Option<(Word<'_>, usize)> {
    let rest = text.get(at..)?;
    let from = at + rest.char_indices().find(|(_, c)| !is_gap(*c)).map(|(skip, _)| skip)?;
    let word = &text[from..];
    if let Some(head) = opening_quote(word) {
        let (content, taken) = unquote(&word[head + 1..]);
        let to = from + head + 1 + taken;
        return Some((Word { text: &word[..head], quoted: Some(content), from, to }, to));
    }
    let length = length_of(word);
    let trimmed = word[..length].trim_end_matches([',', ';']);
    let text = if trimmed.is_empty() { &word[..length] } else { trimmed };
    Some((Word { text, quoted: None, from, to: from + text.len() }, from + length))
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Where a quote opens in the word that begins here: at its start, after `#`, or after `key=`.
fn opening_quote(word: &str) -> Option<usize> {
    let head = word.find(|c: char| c == '"' || is_gap(c))?;
    let before = &word[..head];
    let opens = before.is_empty() || before == "#" || before.strip_suffix('=').is_some_and(is_name);
    (word[head..].starts_with('"') && opens).then_some(head)
}

/// Whether this can be a setting's name.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

/// How long the word is; a thin or fixed space between two digits groups them.
fn length_of(word: &str) -> usize {
    let mut before = ' ';
    let mut chars = word.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let groups = matches!(c, '\u{a0}' | '\u{2009}' | '\u{202f}') && before.is_ascii_digit() && next_is_digit;
        if is_gap(c) && !groups {
            return at;
        }
        before = c;
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(line: &str) -> Vec<(String, Option<String>)> {
        split(line).into_iter().map(|word| (word.text.to_owned(), word.quoted)).collect()
    }

    fn plain(text: &str) -> (String, Option<String>) {
        (text.to_owned(), None)
    }

    #[test]
    fn words_are_parted_by_space_and_quotes_hold_them_together() {
        assert_eq!(texts(" veo3,\t8s\u{0}audio "), [plain("veo3"), plain("8s"), plain("audio")]);
        assert_eq!(texts("28\u{2009}000 x"), [plain("28\u{2009}000"), plain("x")]);
        let quoted = |head: &str, text: &str| (head.to_owned(), Some(text.to_owned()));
        assert_eq!(
            texts(r##""a ""b""" #"two words" style="x y" 5" ","##),
            [quoted("", "a \"b\""), quoted("#", "two words"), quoted("style=", "x y"), plain("5\""), quoted("", ",")]
        );
        assert_eq!(texts("\"open end"), [quoted("", "open end")]);
        assert_eq!(texts(", ;"), [plain(","), plain(";")]);
    }
}
