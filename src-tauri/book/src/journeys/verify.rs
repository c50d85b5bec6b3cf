//! Look whether everything is whole: the file, its rows, and what the ledger makes of them.

use runout_core::Instant;
use runout_core::facts::{EntryId, Facts};
use runout_core::ledger::{LedgerError, Statement, cycles, statements};
use rusqlite::Connection;

use crate::book::Book;
use crate::error::BookError;
use crate::migrate;
use crate::stored::StoredError;
use crate::tables::{changes, entries};

/// What was looked at, and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Versions of entries, those that stand no longer included.
    pub versions: usize,
    /// Entries that stand.
    pub entries: usize,
    /// Changes in the history.
    pub changes: usize,
    /// What is wrong; nothing where all is well.
    pub problems: Vec<Problem>,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// SQLite finds the file damaged.
    #[error("the file: {0}")]
    File(String),
    /// A version that cannot be read.
    #[error("version {version} of entry {}: {reason}", entry.0)]
    Unreadable {
        /// The entry.
        entry: EntryId,
        /// Its version.
        version: i64,
        /// Why.
        reason: StoredError,
    },
    /// The ledger cannot be reckoned.
    #[error("the ledger: {0}")]
    Ledger(LedgerError),
    /// A statement whose sides differ.
    #[error("the statement from {from} to {to} does not add up")]
    DoesNotAddUp {
        /// Where it begins.
        from: Instant,
        /// Where it ends.
        to: Instant,
    },
}

impl Book {
    /// Looks at every page, every row, and every cycle's statement up to `now`.
    ///
    /// # Errors
    /// [`BookError`] where it could not be looked at; what was found is in the answer.
    pub fn verify(&self, now: Instant) -> Result<Verified, BookError> {
        let mut problems = file_problems(&self.conn)?;
        let versions = entries::all(&self.conn)?;
        problems.extend(versions.iter().filter_map(unreadable));
        for (_, facts) in self.services() {
            match unbalanced(facts, now) {
                Ok(unbalanced) => problems.extend(unbalanced),
                Err(error) => problems.push(Problem::Ledger(error)),
            }
        }
        let changes = changes::all(&self.conn)?.len();
        Ok(Verified { versions: versions.len(), entries: self.entries(), changes, problems })
    }
}

fn file_problems(conn: &Connection) -> Result<Vec<Problem>, BookError> {
    let mut check = conn.prepare("PRAGMA integrity_check")?;
    let words = check.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    let mut problems: Vec<_> = words.into_iter().filter(|words| words != "ok").map(Problem::File).collect();
    match migrate::foreign_keys_hold(conn) {
        Err(BookError::Damaged(reason)) => problems.push(Problem::File(reason)),
        held => held?,
    }
    Ok(problems)
}

fn unreadable(row: &entries::EntryRow) -> Option<Problem> {
    let entry = EntryId(row.entry);
    let read = entries::decode(entry, row.at, row.date_only, row.form, row.body.as_deref()?);
    read.err().map(|reason| Problem::Unreadable { entry, version: row.version, reason })
}

/// The statements of all cycles, and of the time without any, that do not add up.
fn unbalanced(facts: &Facts, now: Instant) -> Result<Vec<Problem>, LedgerError> {
    let mut edges = vec![facts.service.start];
    edges.extend(cycles(facts, now)?.iter().map(|cycle| cycle.start));
    edges.push(now);
    edges.retain(|edge| *edge <= now);
    edges.sort_unstable();
    edges.dedup();
    let wrong = |statement: &Statement| !adds_up(statement);
    let statements = statements(facts, &edges)?;
    Ok(statements
        .iter()
        .filter(|one| wrong(one))
        .map(|one| Problem::DoesNotAddUp { from: one.from, to: one.to })
        .collect())
}

/// opening + granted + refunded + gained + forgiven = spent + unlogged + lapsed + closing.
fn adds_up(statement: &Statement) -> bool {
    let Statement { opening, granted, refunded, gained, forgiven, spent, unlogged, lapsed, closing, .. } = statement;
    let sum =
        |parts: &[&runout_core::credits::Credits]| parts.iter().map(|part| i128::from(part.units())).sum::<i128>();
    sum(&[opening, granted, refunded, gained, forgiven]) == sum(&[spent, unlogged, lapsed, closing])
}
