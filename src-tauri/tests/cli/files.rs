//! The book as a whole: out and in again without loss, copies, a look at all of it, sample data.

use std::fs;

use crate::program::Desk;
use crate::tour;

#[test]
fn a_book_goes_out_as_json_and_in_again_without_loss() {
    let (from, to) = (tour::checked(), Desk::empty());
    let file = from.beside("book.json");
    from.done(&format!("export {file} --format json"));
    to.done(&format!("import {file}"));
    let again = to.beside("again.json");
    to.done(&format!("export {again} --format json"));
    assert_eq!(fs::read_to_string(&file).unwrap(), fs::read_to_string(&again).unwrap());
    assert_eq!(to.run(["undo"]).code, 0, "its history came with it");
}

#[test]
fn a_trial_import_changes_nothing() {
    let (from, to) = (tour::checked(), Desk::empty());
    let file = from.beside("book.json");
    from.done(&format!("export {file} --format json"));
    let said = to.done(&format!("import {file} --dry-run"));
    assert!(said.contains("7 entries"), "{said}");
    assert_eq!(to.refused(["status"]), "no_book");
}

#[test]
fn a_document_of_a_wrong_shape_is_refused_and_the_book_stays() {
    let desk = tour::checked();
    let file = desk.beside("odd.json");
    for text in ["", "{", "[]", "{}", "null", "{\"runout\": 99}", "{\"entries\": [{}]}"] {
        fs::write(&file, text).unwrap();
        assert!(!desk.refused(["import", &file]).is_empty(), "{text}");
    }
    assert!(!desk.refused(["import", "/no/such/file.json"]).is_empty());
    assert_eq!(desk.left(), 18_451.0 + 2_010.0);
}

#[test]
fn the_log_goes_out_as_a_table() {
    let desk = tour::checked();
    let file = desk.beside("log.csv");
    desk.done(&format!("export {file} --format csv"));
    let table = fs::read_to_string(&file).unwrap();
    assert_eq!(table.lines().count(), 8, "{table}");
    assert!(table.contains("5400"), "{table}");
}

#[test]
fn a_copy_is_checked_and_comes_back() {
    let mut desk = tour::checked();
    let copy = desk.beside("copy.runout");
    desk.done(&format!("backup {copy}"));
    desk.refused(["backup", &copy]);
    desk.at("2026-11-24 10:00").done("spend veo3 900");
    assert_eq!(desk.left(), 19_561.0);
    desk.done(&format!("restore {copy}"));
    assert_eq!(desk.left(), 20_461.0);
    desk.refused(["restore", &desk.beside("nothing.runout")]);
}

#[test]
fn a_damaged_book_is_replaced_by_its_copy() {
    let desk = tour::checked();
    let copy = desk.beside("copy.runout");
    desk.done(&format!("backup {copy}"));
    fs::write(desk.book(), b"").unwrap();
    desk.done(&format!("restore {copy}"));
    assert_eq!(desk.left(), 20_461.0);
}

#[test]
fn a_whole_book_says_so() {
    let said = tour::checked().done("verify");
    insta::assert_snapshot!(said, @"The book is whole: 7 entries in 8 changes, and every statement adds up.");
}

#[test]
fn the_sample_is_a_year_of_somebody() {
    let mut desk = Desk::empty();
    desk.at("2026-11-22 12:00").done("sample");
    assert!(desk.json("log")["spends"].as_array().unwrap().len() > 200);
    assert!(desk.json("status")["forecast"]["run_out"].is_object());
    desk.done("verify");
    assert_eq!(desk.refused(["sample"]), "book_exists");
}

#[test]
fn an_export_over_the_book_is_refused() {
    let desk = tour::checked();
    let book = desk.book().display().to_string();
    assert_eq!(desk.refused(["export", &book, "--format", "csv"]), "is_a_book");
    assert_eq!(desk.left(), 20_461.0);
}

#[test]
fn what_goes_wrong_with_files_is_said_in_sentences() {
    let desk = tour::checked();
    let copy = desk.beside("copy.runout");
    desk.done(&format!("backup {copy}"));
    let said = |words: &[&str]| desk.run(words.iter().copied()).err.replace(&desk.beside(""), "");
    insta::assert_snapshot!(said(&["backup", "/nope/x"]), @"There is no /nope. Choose a folder that is there, then try again.");
    insta::assert_snapshot!(said(&["backup", &copy]), @"There is a file at copy.runout already. It was left as it is. Choose another name.");
    insta::assert_snapshot!(said(&["restore", "/nope/x"]), @"There is no file at /nope/x. Choose a copy of a book.");
}
