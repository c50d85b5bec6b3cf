//! Files that are no book, or cannot be written: each says so, and is left as it was.

use std::fs;
use std::path::Path;

use runout_book::{Book, BookError, OpenError, Why, WindowLock, backups_of, sqlite_version};
use rusqlite::Connection;

use crate::desk::{Desk, ltx, new_spend, now};

fn fails(path: &Path) -> OpenError {
    let before = fs::read(path).ok();
    let error = Book::open(path, now()).unwrap_err();
    assert_eq!(fs::read(path).ok(), before, "the file was left as it was");
    error
}

/// A whole book in one file, its journal written back.
fn one_file(desk: &Desk) -> Vec<u8> {
    let mut book = desk.book();
    for units in 0..300 {
        book.spend(&new_spend(units), now()).unwrap();
    }
    drop(book);
    fs::read(desk.path()).unwrap()
}

#[test]
fn the_built_in_sqlite_has_the_write_ahead_logs_mended() {
    let version: Vec<u32> = sqlite_version().split('.').map(|part| part.parse().unwrap()).collect();
    assert!(version >= vec![3, 51, 3], "{version:?}: older ones can corrupt a book with two writers");
}

#[test]
fn what_is_not_there_or_empty_or_foreign_is_said() {
    let desk = Desk::new();
    assert!(matches!(fails(&desk.path()), OpenError::Missing(_)));
    fs::write(desk.path(), []).unwrap();
    assert!(matches!(fails(&desk.path()), OpenError::Empty(_)));
    fs::write(desk.path(), "just a text, and a rather long one, ".repeat(99)).unwrap();
    assert!(matches!(fails(&desk.path()), OpenError::Foreign(_)));
    assert!(matches!(Book::open(desk.folder.path(), now()).unwrap_err(), OpenError::Foreign(_)));
    fs::remove_file(desk.path()).unwrap();
    Connection::open(desk.path()).unwrap().execute_batch("CREATE TABLE photos (id INTEGER)").unwrap();
    assert!(matches!(fails(&desk.path()), OpenError::Foreign(_)), "another program's SQLite file");
}

type Damage = fn(&mut Vec<u8>);

#[test]
fn a_damaged_book_is_never_opened() {
    let desk = Desk::new();
    let whole = one_file(&desk);
    let damages: [(&str, Damage); 4] = [
        ("cut off in its first line", |bytes| bytes.truncate(50)),
        ("cut in half", |bytes| bytes.truncate(bytes.len() / 2)),
        ("first bytes overwritten", |bytes| bytes[..16].fill(0)),
        ("pages overwritten", |bytes| bytes[4_096..].fill(0xAB)),
    ];
    for (what, damage) in damages {
        let mut bytes = whole.clone();
        damage(&mut bytes);
        fs::write(desk.path(), &bytes).unwrap();
        let error = fails(&desk.path());
        let damaged = matches!(error, OpenError::Damaged(_) | OpenError::Book(BookError::Damaged(_)));
        assert!(damaged, "{what}: {error:?}");
    }
}

#[test]
fn a_newer_book_is_left_alone() {
    let desk = Desk::new();
    drop(desk.book());
    Connection::open(desk.path()).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(fails(&desk.path()), OpenError::Newer { found: 99, .. }));
}

#[test]
fn an_update_that_fails_leaves_the_book_and_a_backup_of_it() {
    let desk = Desk::new();
    drop(desk.book());
    let raw = || Connection::open(desk.path()).unwrap();
    raw().pragma_update(None, "user_version", 0).unwrap();
    Book::open(&desk.path(), now()).unwrap_err();
    let version: i64 = raw().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 0);
    let backups = backups_of(&desk.path()).unwrap();
    assert_eq!(backups[0].why, Why::BeforeUpdate);
    raw().pragma_update(None, "user_version", 2).unwrap();
    desk.open();
}

#[cfg(unix)]
#[test]
fn a_file_or_folder_that_can_only_be_read_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    drop(desk.book());
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(&desk.path(), 0o444);
    assert!(matches!(fails(&desk.path()), OpenError::ReadOnly(_)));
    set(&desk.path(), 0o644);
    set(desk.folder.path(), 0o555);
    assert!(matches!(fails(&desk.path()), OpenError::FolderReadOnly(_)));
    set(desk.folder.path(), 0o755);
    desk.open();
}

#[test]
fn a_book_is_never_made_over_a_file() {
    let desk = Desk::new();
    fs::write(desk.path(), "mine").unwrap();
    assert!(matches!(Book::create(&desk.path(), &ltx(), now()), Err(OpenError::Exists(_))));
    assert_eq!(fs::read(desk.path()).unwrap(), b"mine");
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 1, "nothing unfinished is left");
}

#[test]
fn two_windows_cannot_hold_one_book() {
    let desk = Desk::new();
    let first = WindowLock::take(&desk.path()).unwrap().unwrap();
    assert!(WindowLock::take(&desk.path()).unwrap().is_none());
    drop(first);
    assert!(WindowLock::take(&desk.path()).unwrap().is_some());
}
