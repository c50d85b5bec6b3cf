//! Quoted text in a line: `"a ""word"" or two"`. A line has no line breaks, so one in a note is typed as `⏎`.

const LINE_BREAK: char = '⏎';

/// The text between quotes, from behind the opening one, and how many bytes it took with its closing quote.
pub(super) fn unquote(text: &str) -> (String, usize) {
    let mut content = String::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' if chars.next_if(|(_, next)| *next == '"').is_some() => content.push('"'),
            '"' => return (content, at + 1),
            LINE_BREAK => content.push('\n'),
            c => content.push(c),
        }
    }
    (content, text.len())
}

/// A text in quotes, which [`unquote`] reads back.
pub(super) fn quote(text: &str) -> String {
    let one_line = text.replace("\r\n", "\n").replace(['\n', '\r'], &LINE_BREAK.to_string());
    format!("\"{}\"", one_line.replace('"', "\"\""))
}
