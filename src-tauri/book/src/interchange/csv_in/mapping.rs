//! Which column says what.

use std::collections::BTreeMap;

use super::{CsvField, CsvRefused, CsvTable};

/// Which column says what; each column says one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CsvMapping {
    columns: BTreeMap<CsvField, usize>,
}

impl CsvMapping {
    /// What the names of the columns suggest; the app's own file maps itself.
    pub fn guess(table: &CsvTable) -> Self {
        let folded: Vec<String> = table.columns().iter().map(|name| fold(name)).collect();
        let mut columns: BTreeMap<CsvField, usize> = BTreeMap::new();
        for field in CsvField::ALL {
            let place = |usual: &&str| folded.iter().position(|name| name == usual);
            let free = |place: &usize| !columns.values().any(|taken| taken == place);
            if let Some(place) = field.usual_names().iter().filter_map(place).find(free) {
                columns.insert(field, place);
            }
        }
        Self { columns }
    }

    /// Reads `credits=Cost,at=Date,action=Model`. A comma within a column's name stays a part of it.
    ///
    /// # Errors
    /// [`CsvRefused::NoSuchField`], [`CsvRefused::NoSuchColumn`], [`CsvRefused::BadMapping`].
    pub fn read(text: &str, table: &CsvTable) -> Result<Self, CsvRefused> {
        let mut parts: Vec<String> = Vec::new();
        for part in text.split(',') {
            match parts.last_mut() {
                Some(before) if !part.contains('=') => *before = format!("{before},{part}"),
                _ => parts.push(part.to_owned()),
            }
        }
        let mut mapping = Self::default();
        for part in &parts {
            let (word, column) = part.split_once('=').ok_or_else(|| CsvRefused::BadMapping { part: part.clone() })?;
            mapping.set(word, column, table)?;
        }
        Ok(mapping)
    }

    /// Lets the column of this name say what the word says.
    ///
    /// # Errors
    /// [`CsvRefused::NoSuchField`], [`CsvRefused::NoSuchColumn`].
    pub fn set(&mut self, word: &str, column: &str, table: &CsvTable) -> Result<(), CsvRefused> {
        let no_field = || CsvRefused::NoSuchField { word: word.trim().to_owned(), known: CsvField::words() };
        let no_column = || CsvRefused::NoSuchColumn { column: column.trim().to_owned(), known: table.known() };
        let field = CsvField::read(word).ok_or_else(no_field)?;
        self.columns.insert(field, table.column(column).ok_or_else(no_column)?);
        Ok(())
    }

    /// The column that says this.
    pub fn column(&self, field: CsvField) -> Option<usize> {
        self.columns.get(&field).copied()
    }

    /// The columns without which nothing can be logged.
    pub(super) fn needed(&self, table: &CsvTable) -> Result<(usize, usize), CsvRefused> {
        let need = |field: CsvField, what| {
            let unmapped = || CsvRefused::Unmapped { what, word: field.word(), known: table.known() };
            self.column(field).ok_or_else(unmapped)
        };
        Ok((need(CsvField::At, "when it was")?, need(CsvField::Credits, "how many credits it took")?))
    }
}

/// Letters and digits alone, in lower case: `Credits_used` is `creditsused`.
pub(super) fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_names_map_themselves() {
        let table = CsvTable::read(b"Created At,Model,Credits used,Prompt,Project\n,,,,x").unwrap();
        let mapping = CsvMapping::guess(&table);
        let found = CsvField::ALL.map(|field| (field.word(), mapping.column(field)));
        let found: Vec<_> = found.into_iter().filter_map(|(word, column)| Some((word, column?))).collect();
        assert_eq!(found, [("at", 0), ("credits", 2), ("action", 1), ("note", 3), ("tags", 4)]);
    }

    #[test]
    fn a_typed_mapping_names_columns_in_any_case() {
        let table = CsvTable::read(b"Date,\"Cost, net\",Model\n1,2,3").unwrap();
        let mapping = CsvMapping::read("credits=cost, net,at=Date,ACTION=model", &table).unwrap();
        assert_eq!(CsvField::ALL.map(|field| mapping.column(field))[..3], [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn a_mapping_that_cannot_be_says_what_there_is() {
        let table = CsvTable::read(b"Date,Cost\n1,2").unwrap();
        let said = |text: &str| CsvMapping::read(text, &table).unwrap_err().to_string();
        insta::assert_snapshot!(said("credits=Price"), @"This file has no column “Price”. It has: Date, Cost.");
        insta::assert_snapshot!(said("when=Date"), @"“when” is nothing that a column can say. There are: at, credits, action, settings, count, note, tags, state, verdict, refunded, estimated, date_only, id.");
        insta::assert_snapshot!(said("credits"), @"“credits” names no column. Write credits=Cost, the word first and then the column.");
        let without = CsvMapping::read("credits=Cost", &table).unwrap().needed(&table).unwrap_err();
        insta::assert_snapshot!(without, @"No column says when it was. Choose one of: Date, Cost.");
    }
}
