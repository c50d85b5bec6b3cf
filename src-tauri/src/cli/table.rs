//! Tables of plain text: figures to the right, words to the left.

use std::fmt;

use crate::plain::one_line;

/// A table; a head that begins with `>` puts its column to the right.
#[derive(Debug)]
pub(super) struct Table {
    right: Vec<bool>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these heads.
    pub(super) fn new(heads: &[&str]) -> Self {
        let right = heads.iter().map(|head| head.starts_with('>')).collect();
        let heads = heads.iter().map(|head| head.trim_start_matches('>').to_owned()).collect();
        Self { right, rows: vec![heads] }
    }

    /// One more row; each cell is one line of at most sixty letters.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| one_line(&cell)).collect());
    }

    fn width(&self, column: usize) -> usize {
        self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths: Vec<usize> = (0..self.right.len()).map(|column| self.width(column)).collect();
        for row in &self.rows {
            let cells = row.iter().zip(&widths).zip(&self.right).map(|((cell, width), right)| {
                let room = " ".repeat(width - cell.chars().count());
                if *right { room + cell } else { format!("{cell}{room}") }
            });
            writeln!(f, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_end_where_their_column_ends() {
        let mut table = Table::new(&["Pot", ">Left", "Ends"]);
        table.row(["Monthly".to_owned(), "6,262".to_owned(), "Tue 15 Dec".to_owned()]);
        table.row(["Top-ups".to_owned(), "≈ 12".to_owned(), "never".to_owned()]);
        insta::assert_snapshot!(table.to_string(), @r"
        Pot       Left  Ends
        Monthly  6,262  Tue 15 Dec
        Top-ups   ≈ 12  never
        ");
    }
}
