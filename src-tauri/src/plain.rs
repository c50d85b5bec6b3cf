//! Words that others typed, made fit to stand among Runout's own.

use runout_core::words::steers;

/// How many letters of a text stand in a cell of a table.
const CELL: usize = 60;

/// Without what steers terminals or turns the writing around; ends of lines stay.
pub fn harmless(text: &str) -> String {
    text.chars().map(|c| if steers(c) && c != '\n' { ' ' } else { c }).collect()
}

/// For a cell of a table: harmless, in one line, and not longer than a line.
pub fn one_line(text: &str) -> String {
    let mut line: String = text.chars().map(|c| if steers(c) { ' ' } else { c }).take(CELL).collect();
    if text.chars().nth(CELL).is_some() {
        line.push('…');
    }
    line
}

/// The name that a typed one was most likely meant to be; none where there are none.
pub fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = typed.to_lowercase().chars().take(CELL).collect();
    names.into_iter().min_by_key(|name| distance(&typed, &name.to_lowercase()))
}

/// How many letters must be put in, taken out or exchanged; what is a beginning of the other is near.
fn distance(typed: &[char], name: &str) -> usize {
    let name: Vec<char> = name.chars().take(CELL).collect();
    if !typed.is_empty() && name.starts_with(typed) {
        return 0;
    }
    let mut before: Vec<usize> = (0..=name.len()).collect();
    for (row, letter) in typed.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, other) in name.iter().enumerate() {
            let exchanged = before[column] + usize::from(letter != other);
            now.push(exchanged.min(before[column + 1] + 1).min(now[column] + 1));
        }
        before = now;
    }
    before.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_taken_out_and_a_cell_ends() {
        assert_eq!(harmless("a\u{1b}[31m\nb\u{202E}c"), "a [31m\nb c");
        assert_eq!(one_line("a\nb"), "a b");
        assert_eq!(one_line(&"é".repeat(60)), "é".repeat(60));
        assert_eq!(one_line(&"é".repeat(66_000)), format!("{}…", "é".repeat(60)));
    }

    #[test]
    fn the_nearest_name_is_found() {
        let names = ["Veo 3", "LTXV Turbo", "Kling 2"];
        for (typed, found) in [("klingon", "Kling 2"), ("veo", "Veo 3"), ("ltxv trubo", "LTXV Turbo")] {
            assert_eq!(nearest(typed, names), Some(found), "{typed}");
        }
        assert_eq!(nearest("veo", []), None);
    }
}
