//! The tables, as they are: a change here is a migration.

use insta::assert_snapshot;
use rusqlite::Connection;

use crate::desk::Desk;

#[test]
fn the_tables_are_these() {
    let desk = Desk::new();
    drop(desk.book());
    let conn = Connection::open(desk.path()).unwrap();
    let pragma = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!((pragma("application_id"), pragma("user_version")), (0x5275_6e6f, 2));
    let strict: i64 = conn
        .query_row("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 1", [], |row| row.get(0))
        .unwrap();
    assert_eq!(strict, 5, "every table is STRICT");
    let mut names =
        conn.prepare("SELECT type || ' ' || name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1").unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_snapshot!(names.join("\n"), @r"
    index changes_by_revision
    index changes_by_state
    index documents_by_change
    index documents_by_name
    index documents_that_stand
    index entries_by_change
    index entries_by_entry
    index entries_by_key
    index entries_that_stand
    table about
    table changes
    table documents
    table entries
    table kept_forecasts
    ");
    let mut columns = conn
        .prepare(
            "SELECT tables.name || ': ' || group_concat(columns.name || ' ' || columns.type, ', ')
             FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
             WHERE tables.strict = 1 GROUP BY tables.name ORDER BY 1",
        )
        .unwrap();
    let columns: Vec<String> = columns.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_snapshot!(columns.join("\n"), @r"
    about: id INTEGER, made INTEGER, sample INTEGER, nearest TEXT, lineage INTEGER, revision INTEGER, clock_said INTEGER, looked_at INTEGER
    changes: id INTEGER, at INTEGER, name TEXT, state TEXT, revision INTEGER
    documents: version INTEGER, kind TEXT, name TEXT, change INTEGER, supersedes INTEGER, stands INTEGER, form INTEGER, body TEXT, service INTEGER
    entries: version INTEGER, entry INTEGER, change INTEGER, supersedes INTEGER, stands INTEGER, natural_key TEXT, at INTEGER, date_only INTEGER, form INTEGER, body TEXT, service INTEGER
    kept_forecasts: service INTEGER, day TEXT, at INTEGER, form INTEGER, body TEXT
    ");
}
