//! Books that are none: each is left as it was, with a sentence and exit code 3.

use std::fs;

use crate::program::Desk;

fn left_alone(bytes: &[u8], code: &str) {
    let desk = Desk::empty();
    fs::write(desk.book(), bytes).unwrap();
    for words in ["status", "spend veo3 5400", "check 0", "undo", "log", "forecast"] {
        let ended = desk.run(words.split(' ').chain(["--json"]));
        assert_eq!(ended.code, 3, "{words}: {}", ended.err);
        assert!(ended.out.contains(&format!("\"code\": \"{code}\"")), "{words}: {}", ended.out);
        assert!(!ended.err.is_empty());
    }
    assert_eq!(fs::read(desk.book()).unwrap(), bytes);
}

#[test]
fn an_empty_file_is_no_book() {
    left_alone(b"", "book_empty");
}

#[test]
fn a_foreign_file_is_no_book() {
    left_alone(b"a diary, not a book of Runout, but long enough to be looked at\n", "book_foreign");
}

#[test]
fn a_damaged_book_is_left_alone() {
    let desk = Desk::standard();
    let mut bytes = fs::read(desk.book()).unwrap();
    let end = bytes.len();
    bytes[200..end].fill(0xA5);
    left_alone(&bytes, "book_damaged");
}

#[test]
fn a_newer_book_is_left_alone() {
    let desk = Desk::standard();
    let mut bytes = fs::read(desk.book()).unwrap();
    // The user_version in SQLite's header, big-endian.
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    left_alone(&bytes, "book_newer");
}

#[test]
fn without_a_book_every_command_says_how_to_begin() {
    let desk = Desk::empty();
    for words in ["status", "spend veo3 5400", "check 0", "undo", "statement", "verify"] {
        assert_eq!(desk.refused(words.split(' ')), "no_book", "{words}");
    }
}

#[test]
fn a_second_init_leaves_the_book_alone() {
    let desk = Desk::standard();
    let before = fs::read(desk.book()).unwrap();
    assert_eq!(desk.refused("init --preset ltx-pro --zone Europe/Berlin".split(' ')), "book_exists");
    assert_eq!(fs::read(desk.book()).unwrap(), before);
}

#[test]
fn a_book_whose_journal_cannot_be_written_refuses_and_loses_nothing() {
    let desk = Desk::standard();
    // A folder in the journal's place stops root too, whom no file mode stops.
    for ending in ["-wal", "-shm", "-journal"] {
        let mut beside = desk.book().into_os_string();
        beside.push(ending);
        let _ = fs::remove_file(&beside);
        fs::create_dir(&beside).unwrap();
    }
    let before = fs::read(desk.book()).unwrap();
    let ended = desk.run("spend veo3 5400 --json".split(' '));
    assert_ne!(ended.code, 0, "{}", ended.out);
    assert!(!ended.err.is_empty());
    assert_eq!(fs::read(desk.book()).unwrap(), before);
}
