//! The spends of a file into the log, as one step.

use std::collections::BTreeMap;

use runout_core::Instant;
use runout_core::actions::{Action, ActionId, Key, Kind};
use runout_core::facts::{Fact, Spend};

use super::mapping::fold;
use super::reading::{names, reading};
use super::{CsvChoices, CsvReading, CsvRefused, CsvSpend, CsvTable};
use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::journeys::free_id;
use crate::stored::StoredAction;
use crate::tables::documents::DocumentKind;
use crate::tables::entries;
use crate::transact::{Change, Work};

/// What an import did.
#[derive(Clone, Debug, PartialEq)]
pub struct CsvImported {
    /// The step.
    pub change: Change,
    /// What was read, and what of it was logged.
    pub reading: CsvReading,
}

impl Book {
    /// What an import of this file would do. Nothing is written.
    ///
    /// # Errors
    /// [`CsvRefused::Unmapped`]; [`crate::BookError`].
    pub fn read_csv(&self, table: &CsvTable, choices: &CsvChoices, now: Instant) -> Result<CsvReading, JourneyError> {
        let page = self.contents.page();
        let known = |key: &str| Ok(entries::by_key(&self.conn, page.id, key)?.is_some());
        reading(table, choices, page, known, now)
    }

    /// Logs the spends of a file that are new, as one step. `name` is what the step calls the file.
    ///
    /// # Errors
    /// [`CsvRefused`]: a question that was not answered, or nothing new; [`crate::BookError`].
    pub fn import_csv(
        &mut self,
        table: &CsvTable,
        name: &str,
        choices: &CsvChoices,
        now: Instant,
    ) -> Result<CsvImported, JourneyError> {
        let mut read = CsvReading::default();
        let change = self.transact(now, |work| {
            read = reading(table, choices, work.contents, |key| Ok(work.by_key(key)?.is_some()), now)?;
            if let Some(question) = read.questions.first() {
                return Err(Refused::from(CsvRefused::Asks(question.clone())).into());
            }
            if read.spends.is_empty() {
                return Err(Refused::from(CsvRefused::Nothing(nothing(&read))).into());
            }
            log(work, &read)?;
            Ok(Change::named(format!("imported {} from {name}", spends(read.spends.len()))))
        })?;
        Ok(CsvImported { change, reading: read })
    }
}

/// Why there is nothing to log.
fn nothing(read: &CsvReading) -> String {
    match (read.problems.first(), read.known + read.near.len()) {
        (Some(problem), 0) => {
            format!("No line can be read. Line {}: {} Look at which column says what.", problem.line, problem.words)
        }
        _ => "Every line of this file is logged already. Nothing was changed.".to_owned(),
    }
}

/// "412 spends", "1 spend".
fn spends(number: usize) -> String {
    if number == 1 { "1 spend".to_owned() } else { format!("{number} spends") }
}

fn log(work: &mut Work<'_>, read: &CsvReading) -> Result<(), JourneyError> {
    let mut actions = work.contents.actions.clone();
    for name in &read.new_actions {
        let id = free_id(&actions, name);
        let new = Action::named(id, name.clone(), Kind::Other);
        work.put(DocumentKind::Action, &new.id.0, &StoredAction::from(&new))?;
        actions.push(new);
    }
    let names = names(&actions);
    for (spend, key) in &read.spends {
        let id = work.add_keyed(spend.at, spend.date_only, &Fact::Spend(logged(spend, &names)), Some(key))?;
        if !spend.refunded.is_zero() {
            work.add(spend.at, spend.date_only, &Fact::Refund { of: id, amount: spend.refunded })?;
        }
    }
    Ok(())
}

fn logged(spend: &CsvSpend, names: &BTreeMap<String, &ActionId>) -> Spend {
    let CsvSpend { action, settings, count, credits, estimated, state, verdict, tags, note, .. } = spend;
    let action = action.as_deref().and_then(|name| names.get(&fold(name)));
    let key = action.map(|action| Key { action: (*action).clone(), settings: settings.clone() });
    Spend {
        key,
        count: *count,
        credits: *credits,
        estimated: *estimated,
        derived: false,
        tags: tags.clone(),
        note: note.clone(),
        state: *state,
        verdict: *verdict,
    }
}
