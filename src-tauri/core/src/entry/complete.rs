//! Completion by substring of the word at the caret.

use super::actions::{fold, ranked_for};
use super::desk::EntryDesk;
use super::settings::is_bare;
use super::split::{Word, split};

/// How many are offered.
const OFFERED: usize = 8;
const SETTINGS: [&str; 4] = ["audio", "silent", "refs", "styled"];
const STATES: [&str; 5] = ["failed", "refunded", "keeper", "reject", "expected"];

/// What the word at the caret may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is shown: "Veo 3 Fast".
    pub words: String,
    /// The whole line with it in place.
    pub line: String,
}

/// Completions of the word that ends at a caret, counted in UTF-16 units; the recent ones first.
pub fn complete(text: &str, caret: usize, desk: &EntryDesk<'_>) -> Vec<Completion> {
    let at = byte_at(text, caret);
    let words = split(&text[..at]);
    let Some(word) = words.last().filter(|word| word.to == at && word.quoted.is_none()) else { return Vec::new() };
    let (from, candidates) = match word.text.chars().next() {
        Some('#') => (word.from, tags(&word.text[1..], desk)),
        Some(sign @ ('!' | '+')) => (word.from, starting(&STATES, &word.text[1..], &sign.to_string())),
        _ => names(&words, desk),
    };
    let behind = text[at..].find(char::is_whitespace).map_or(text.len(), |gap| at + gap);
    let is_name = !word.text.starts_with(['#', '!', '+']);
    let end = |put: &str| if is_name { end_of_name(text, from, behind, put) } else { behind };
    let placed = candidates.into_iter().map(|put| (end(&put), put)).filter(|(end, put)| text[from..*end] != **put);
    let line = |end: usize, put: &str| format!("{}{put}{}", &text[..from], &text[end..]);
    placed.take(OFFERED).map(|(end, put)| Completion { line: line(end, &put), words: put }).collect()
}

/// Where the words end that a name takes the place of: the caret may stand in its midst, "veo| 3 fast".
fn end_of_name(text: &str, from: usize, behind: usize, name: &str) -> usize {
    let (typed, whole) = (fold(&text[from..behind]), fold(name));
    let Some(mut rest) = whole.find(&typed).map(|at| &whole[at + typed.len()..]) else { return behind };
    let mut end = behind;
    for word in split(&text[behind..]) {
        let Some(left) = rest.strip_prefix(&fold(word.text)).filter(|left| word.is_plain() && *left != rest) else {
            break;
        };
        (rest, end) = (left, behind + word.to);
    }
    end
}

fn byte_at(text: &str, caret: usize) -> usize {
    let mut units = 0;
    let mut starts = text.char_indices();
    let past = |(_, c): &(usize, char)| {
        units += c.len_utf16();
        units > caret
    };
    starts.find(past).map_or(text.len(), |(at, _)| at)
}

fn tags(typed: &str, desk: &EntryDesk<'_>) -> Vec<String> {
    let typed = typed.to_lowercase();
    let fits = desk.tags.iter().filter(|tag| is_bare(tag) && tag.to_lowercase().contains(&typed));
    fits.take(OFFERED + 1).map(|tag| format!("#{tag}")).collect()
}

fn starting(known: &[&str], typed: &str, sign: &str) -> Vec<String> {
    let typed = typed.to_lowercase();
    known.iter().filter(|word| word.contains(&typed)).map(|word| format!("{sign}{word}")).collect()
}

/// Actions by the longest run of words before the caret that fits any, then settings.
fn names(words: &[Word<'_>], desk: &EntryDesk<'_>) -> (usize, Vec<String>) {
    for length in (1..=words.len().min(4)).rev() {
        let run = &words[words.len() - length..];
        if !run.iter().all(Word::is_plain) {
            continue;
        }
        let typed: Vec<&str> = run.iter().map(|word| word.text).collect();
        let fits = ranked_for(&typed.concat(), length, desk);
        if !fits.is_empty() {
            return (
                run[0].from,
                fits.iter().filter(|action| !action.hidden).map(|action| action.name.clone()).collect(),
            );
        }
    }
    let Some(word) = words.last() else { return (0, Vec::new()) };
    let known: Vec<&str> =
        SETTINGS.iter().copied().filter(|known| known.starts_with(&word.text.to_lowercase())).collect();
    (word.from, known.into_iter().map(str::to_owned).collect())
}
