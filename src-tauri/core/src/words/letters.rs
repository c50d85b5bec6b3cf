//! The first letter of a text.

/// With a capital at the front: a sentence begins so.
pub fn capital(text: &str) -> String {
    with_first(text, |first| first.to_uppercase().collect())
}

/// With a small letter at the front: the text goes on a sentence.
pub fn uncapital(text: &str) -> String {
    with_first(text, |first| first.to_lowercase().collect())
}

fn with_first(text: &str, change: impl FnOnce(char) -> String) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| change(first) + letters.as_str()).unwrap_or_default()
}
