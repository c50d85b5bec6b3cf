//! A file as cells: its separator is found by which of them makes the most regular table.

use csv::{ReaderBuilder, StringRecord};

use super::encoding::{Encoding, decode};
use super::{CsvField, CsvRefused};
use crate::interchange::csv_out;

/// More than any log of spends takes; a million lines have 100 MB.
const MOST_MEGABYTES: usize = 64;
/// More than any export has.
const MOST_COLUMNS: usize = 500;
/// So many lines tell the separator.
const LOOKED_AT: usize = 50;

/// A CSV file, as cells.
#[derive(Clone, Debug, PartialEq)]
pub struct CsvTable {
    columns: Vec<String>,
    pub(super) rows: Vec<Line>,
    encoding: Encoding,
    separator: char,
}

/// A line of the file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its number in the file, the first being 1.
    pub(super) number: u64,
    cells: StringRecord,
}

impl Line {
    /// What stands in a column, without spaces around it; nothing where the line ends before it.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }

    /// How many cells it has; empty ones at its end do not count.
    pub(super) fn width(&self) -> usize {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()).last().map_or(0, |(last, _)| last + 1)
    }
}

impl CsvTable {
    /// The largest file that is read.
    pub const MOST_BYTES: usize = MOST_MEGABYTES * 1_000_000;

    /// Reads a file.
    ///
    /// # Errors
    /// [`CsvRefused::TooLarge`], [`CsvRefused::NotText`], [`CsvRefused::Empty`], [`CsvRefused::TooWide`].
    pub fn read(bytes: &[u8]) -> Result<Self, CsvRefused> {
        if bytes.len() > Self::MOST_BYTES {
            return Err(CsvRefused::TooLarge { most: MOST_MEGABYTES });
        }
        let (text, encoding) = decode(bytes)?;
        let (named, text, skipped) = named_separator(&text);
        let separator = named.unwrap_or_else(|| likeliest_separator(text));
        let mut rows = lines(text, separator, usize::MAX);
        rows.iter_mut().for_each(|row| row.number += skipped);
        if rows.len() < 2 {
            return Err(CsvRefused::Empty);
        }
        let columns = names(&rows.remove(0));
        if columns.len() > MOST_COLUMNS {
            return Err(CsvRefused::TooWide { columns: columns.len() });
        }
        Ok(Self { columns, rows, encoding, separator: separator.into() })
    }

    /// The names of its columns.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// How many lines it has under the names.
    pub fn lines(&self) -> usize {
        self.rows.len()
    }

    /// How its text is encoded.
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// What stands between its cells.
    pub const fn separator(&self) -> char {
        self.separator
    }

    /// Whether Runout wrote it.
    pub fn is_own(&self) -> bool {
        self.columns == csv_out::COLUMNS
    }

    /// The column with this name, in any case.
    pub fn column(&self, name: &str) -> Option<usize> {
        let same = |one: &String| one.to_lowercase() == name.trim().to_lowercase();
        self.columns.iter().position(|one| one == name.trim()).or_else(|| self.columns.iter().position(same))
    }

    /// "Date, Model, Cost".
    pub(super) fn known(&self) -> String {
        let shown = self.columns.iter().take(20).map(String::as_str).collect::<Vec<_>>().join(", ");
        if self.columns.len() > 20 { format!("{shown}, …") } else { shown }
    }

    /// What a line says for a field.
    pub(super) fn cell<'a>(&self, line: &'a Line, column: usize, field: CsvField) -> std::borrow::Cow<'a, str> {
        let cell = line.cell(column);
        // Only Runout's own file is known to hide what a spreadsheet would reckon with behind a mark.
        if self.is_own() && field.is_text() {
            csv_out::untext(line.cells.get(column).unwrap_or_default())
        } else {
            cell.into()
        }
    }
}

/// Spreadsheets write `sep=;` above the names. The separator, what follows, and how many lines that skips.
fn named_separator(text: &str) -> (Option<u8>, &str, u64) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some(&[separator @ (b',' | b';' | b'\t' | b'|')]) => (Some(separator), rest, 1),
        _ => (None, text, 0),
    }
}

/// The separator by which most of the first lines are as wide as the names, and the widest of those.
fn likeliest_separator(text: &str) -> u8 {
    let regular = |separator: u8| {
        let rows = lines(text, separator, LOOKED_AT);
        let width = rows.first().map_or(0, |row| row.cells.len());
        let alike = rows.iter().filter(|row| row.cells.len() == width).count();
        (width > 1, alike * 10 / rows.len().max(1), width)
    };
    // Of equals the last one is taken, and the comma is what the name of the format says.
    [b'\t', b';', b','].into_iter().max_by_key(|separator| regular(*separator)).unwrap_or(b',')
}

/// The lines that are not empty.
fn lines(text: &str, separator: u8, most: usize) -> Vec<Line> {
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut counted = Counted { text: text.as_bytes(), bytes: 0, line: 1 };
    let read = reader.records().filter_map(Result::ok).map(|cells| {
        let begins = cells.position().and_then(|position| usize::try_from(position.byte()).ok());
        Line { number: counted.line_at(begins.unwrap_or_default()), cells }
    });
    read.filter(|line| line.width() > 0).take(most).collect()
}

/// Counts lines as an editor does; the reader of the cells leaves a line's end to the next line.
struct Counted<'a> {
    text: &'a [u8],
    bytes: usize,
    line: u64,
}

impl Counted<'_> {
    /// The number of the first line at or after this byte that holds anything.
    fn line_at(&mut self, begins: usize) -> u64 {
        while let Some(byte) = self.text.get(self.bytes) {
            let ends = *byte == b'\n' || (*byte == b'\r' && self.text.get(self.bytes + 1) != Some(&b'\n'));
            if self.bytes >= begins && !matches!(byte, b'\n' | b'\r') {
                break;
            }
            self.line += u64::from(ends);
            self.bytes += 1;
        }
        self.line
    }
}

/// Each column's name: its own, or its number where it has none or one that stands before it already.
fn names(line: &Line) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for place in 0..line.width() {
        let own = line.cell(place);
        let taken = own.is_empty() || names.iter().any(|name| name == own);
        let numbered = if own.is_empty() { format!("Column {}", place + 1) } else { format!("{own} ({})", place + 1) };
        names.push(if taken { numbered } else { own.to_owned() });
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found_and_lines_keep_their_numbers() {
        for (text, separator, line) in [
            ("Date,Cost\n2026-11-01,5\n", ',', 2),
            ("Date;Cost\r\n\r\n2026-11-01;5,5\r\n", ';', 3),
            ("Date\tCost\n2026-11-01\t1,5\n", '\t', 2),
            ("sep=;\nDate;Cost\n2026-11-01;1,5\n", ';', 3),
            ("Date,Note,Cost\n2026-11-01,\"a;b;c\nd\",5\n", ',', 2),
        ] {
            let table = CsvTable::read(text.as_bytes()).unwrap();
            assert_eq!((table.separator(), table.rows[0].number), (separator, line), "{text:?}");
            assert_eq!(table.columns()[0], "Date");
        }
    }

    #[test]
    fn columns_without_a_name_of_their_own_get_a_number() {
        let table = CsvTable::read(b"Cost,,Cost\n1,2,3").unwrap();
        assert_eq!(table.columns(), ["Cost", "Column 2", "Cost (3)"]);
    }

    #[test]
    fn files_that_hold_no_table_are_refused() {
        for bytes in [&b""[..], b"\n\n", b"Date,Cost", b"\xef\xbb\xbf"] {
            assert_eq!(CsvTable::read(bytes), Err(CsvRefused::Empty), "{bytes:?}");
        }
        let wide = format!("{}\n1\n", "a,".repeat(600));
        assert_eq!(CsvTable::read(wide.as_bytes()), Err(CsvRefused::TooWide { columns: 600 }));
        let large = vec![b'a'; CsvTable::MOST_BYTES + 1];
        assert_eq!(CsvTable::read(&large), Err(CsvRefused::TooLarge { most: 64 }));
    }
}
