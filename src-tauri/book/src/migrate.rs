//! The steps from an empty file to today's tables: only ever appended, all or nothing.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::BookError;

/// Every step, oldest first. The schema's version is how many were taken.
const STEPS: &[&str] =
    &[include_str!("../migrations/0001_first.sql"), include_str!("../migrations/0002_several_services.sql")];

/// The newest version that this program knows.
pub(crate) const NEWEST: i64 = STEPS.len() as i64;

/// Takes the steps that are missing.
pub(crate) fn migrate(conn: &mut Connection) -> Result<(), BookError> {
    take(conn, STEPS)
}

/// The version is read inside the transaction: another process may have taken the same steps just before.
fn take(conn: &mut Connection, steps: &[&str]) -> Result<(), BookError> {
    let tx = Transaction::new(conn, TransactionBehavior::Immediate)?;
    let version: i64 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let done = usize::try_from(version).unwrap_or(0);
    for step in steps.iter().skip(done) {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", steps.len().max(done) as i64)?;
    foreign_keys_hold(&tx)?;
    Ok(tx.commit()?)
}

/// No row points to one that is not there.
pub(crate) fn foreign_keys_hold(conn: &Connection) -> Result<(), BookError> {
    let mut broken = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = broken.query([])?;
    match rows.next()? {
        None => Ok(()),
        Some(row) => {
            let table: String = row.get(0)?;
            Err(BookError::Damaged(format!("a row of {table} points to one that is not there")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_leaves_the_older_book_as_it_was() {
        let mut conn = Connection::open_in_memory().unwrap();
        take(&mut conn, &["CREATE TABLE a (x INTEGER) STRICT;"]).unwrap();
        let steps = ["", "ALTER TABLE a ADD COLUMN y TEXT;", "CREATE TABLE a (x INTEGER) STRICT;"];
        take(&mut conn, &steps).unwrap_err();
        let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        let columns: i64 = conn.query_row("SELECT count(*) FROM pragma_table_info('a')", [], |r| r.get(0)).unwrap();
        assert_eq!((version, columns), (1, 1), "all or nothing");
    }

    #[test]
    fn later_steps_are_taken_from_where_the_book_stands() {
        let mut conn = Connection::open_in_memory().unwrap();
        take(&mut conn, &["CREATE TABLE a (x INTEGER) STRICT;"]).unwrap();
        take(&mut conn, &["this step was taken long ago", "ALTER TABLE a ADD COLUMN y TEXT;"]).unwrap();
        conn.execute("INSERT INTO a (x, y) VALUES (1, 'one')", []).unwrap();
    }

    #[test]
    fn steps_that_another_process_took_meanwhile_are_not_taken_again() {
        let folder = tempfile::tempdir().unwrap();
        let [mut one, mut other] = [(); 2].map(|()| Connection::open(folder.path().join("book")).unwrap());
        take(&mut one, &["CREATE TABLE a (x INTEGER) STRICT;"]).unwrap();
        take(&mut other, &["CREATE TABLE a (x INTEGER) STRICT;"]).unwrap();
    }
}
