//! Text that a user typed, made fit to stand in a sentence.

const LONGEST: usize = 24;

/// What was typed, in quotes: cut to 24 characters, without control and direction characters.
pub fn quoted(text: &str) -> String {
    let mut visible = text.chars().filter(|c| !steers(*c));
    let mut shown: String = visible.by_ref().take(LONGEST).collect();
    if visible.next().is_some() {
        shown.push('…');
    }
    format!("“{shown}”")
}

/// Whether a character steers a terminal or turns the writing around, instead of standing for something.
pub fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_shortened_and_cannot_turn_the_sentence_around() {
        assert_eq!(quoted("veo\u{202e}3\u{0}"), "“veo3”");
        assert_eq!(quoted(&"9".repeat(100_000)), format!("“{}…”", "9".repeat(24)));
    }
}
