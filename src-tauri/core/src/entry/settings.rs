//! Settings, in the one spelling that a price belongs to.

use super::split::is_name;

/// Reads a setting out of a plain word: `8s`, `audio`, `silent`, `refs`, `3refs`, `styled`, `1080p`, `key=value`. Its
/// name and its value, in their one spelling.
pub fn read(word: &str) -> Option<(String, String)> {
    if word.len() > 64 {
        return pair(word);
    }
    let lower = word.to_lowercase();
    let known = match lower.as_str() {
        "audio" => Some(("audio", "yes".to_owned())),
        "silent" => Some(("audio", "no".to_owned())),
        "refs" => Some(("refs", "yes".to_owned())),
        "styled" => Some(("styled", "yes".to_owned())),
        other => measured(other),
    };
    known.map(|(name, value)| (name.to_owned(), value)).or_else(|| pair(word))
}

/// `8s`, `2.5sec`, `3refs`, `1080p`.
fn measured(word: &str) -> Option<(&'static str, String)> {
    let end = word.find(|c: char| c.is_alphabetic())?;
    let (number, unit) = word.split_at(end);
    match unit {
        "s" | "sec" | "secs" | "seconds" => seconds(number).map(|seconds| ("seconds", seconds)),
        "ref" | "refs" => digits(number, 1..=3).map(|number| ("refs", number)),
        "p" => digits(number, 3..=4).map(|lines| ("resolution", format!("{lines}p"))),
        _ => None,
    }
}

/// `key=value`.
fn pair(word: &str) -> Option<(String, String)> {
    let (name, value) = word.split_once('=')?;
    (is_name(name) && !value.is_empty()).then(|| canonical(&name.to_lowercase(), value))
}

/// A setting with a value, in its one spelling.
pub(super) fn canonical(name: &str, value: &str) -> (String, String) {
    let value = value.to_lowercase();
    let value = match (name, value.as_str()) {
        ("seconds", text) => seconds(text.trim_end_matches('s')).unwrap_or(value),
        ("audio" | "refs" | "styled", "on" | "true") => "yes".to_owned(),
        ("audio", "off" | "false") => "no".to_owned(),
        _ => value,
    };
    (name.to_owned(), value)
}

/// A length in seconds: more than nothing, without needless digits.
fn seconds(text: &str) -> Option<String> {
    let text = text.trim().replace(',', ".");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fits = (1..=5).contains(&whole.len()) && fraction.len() <= 3 && text.ends_with(|c: char| c.is_ascii_digit());
    if !fits || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    match (whole, fraction) {
        ("", "") => None,
        (whole, "") => Some(whole.to_owned()),
        ("", fraction) => Some(format!("0.{fraction}")),
        (whole, fraction) => Some(format!("{whole}.{fraction}")),
    }
}

/// A number of this many digits, without zeros in front.
fn digits(text: &str, sizes: std::ops::RangeInclusive<usize>) -> Option<String> {
    let fits = sizes.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.trim_start_matches('0').to_owned()).filter(|digits| !digits.is_empty())
}

/// The word that [`read`] reads as this setting.
pub(super) fn spelled(name: &str, value: &str) -> String {
    match (name, value) {
        ("audio", "yes") => "audio".to_owned(),
        ("audio", "no") => "silent".to_owned(),
        ("refs" | "styled", "yes") => name.to_owned(),
        ("seconds", length) if seconds(length).as_deref() == Some(length) => format!("{length}s"),
        ("resolution", lines) if read(lines).is_some_and(|(name, _)| name == "resolution") => lines.to_owned(),
        _ if is_bare(value) => format!("{name}={value}"),
        _ => format!("{name}={}", super::quotes::quote(value)),
    }
}

/// Whether a text can stand in a line without quotes.
pub(super) fn is_bare(text: &str) -> bool {
    let breaks = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '⏎');
    !text.is_empty() && !text.contains(breaks) && !text.ends_with([',', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_have_one_spelling() {
        for (typed, name, value) in [
            ("8s", "seconds", "8"),
            ("08S", "seconds", "8"),
            ("2,50sec", "seconds", "2.5"),
            ("0.5s", "seconds", "0.5"),
            ("audio", "audio", "yes"),
            ("SILENT", "audio", "no"),
            ("3refs", "refs", "3"),
            ("1080P", "resolution", "1080p"),
            ("audio=off", "audio", "no"),
            ("seconds=8s", "seconds", "8"),
            ("Seed=A7", "seed", "a7"),
        ] {
            assert_eq!(read(typed), Some((name.to_owned(), value.to_owned())), "{typed}");
        }
        for typed in ["0s", "s", "p", "12p", "8.s", "=x", "x=", "4k", "banana", "1.2345s"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_spelled_setting_reads_back() {
        for (name, value) in
            [("seconds", "2.5"), ("audio", "no"), ("refs", "3"), ("resolution", "1080p"), ("resolution", "4k")]
        {
            assert_eq!(read(&spelled(name, value)), Some((name.to_owned(), value.to_owned())));
        }
    }
}
