//! `terms show` and `terms set`: a document out of the book and into it.

use std::fs;

use crate::program::Desk;
use crate::tour;

/// The terms in force as a document beside the book.
fn shown(desk: &Desk) -> String {
    let file = desk.beside("terms.toml");
    fs::write(&file, desk.done("terms show")).unwrap();
    file
}

#[test]
fn what_is_shown_can_be_set_and_changes_nothing() {
    let mut desk = tour::checked();
    desk.done("check 18451");
    let (file, before) = (shown(&desk), desk.json("terms show"));
    desk.at("2026-11-24 10:00").done(&format!("terms set {file} --mode replace"));
    assert_eq!(desk.json("terms show"), before);
    assert_eq!(desk.left(), 18_451.0);
}

#[test]
fn a_dry_run_says_what_would_be_and_leaves_the_book() {
    let mut desk = Desk::standard();
    desk.at("2026-11-16 09:00").done("spend veo3 8s 5400");
    desk.at("2026-11-17 09:00");
    let file = shown(&desk);
    let larger = fs::read_to_string(&file).unwrap().replace("28000", "110000");
    fs::write(&file, larger).unwrap();
    let would = desk.json(&format!("terms set {file} --dry-run"));
    assert_eq!((&would["preview"][0]["now"], &would["preview"][0]["then"]), (&"22,600".into(), &"104,600".into()));
    assert_eq!(would["rewrites"].as_array().map(Vec::len), Some(0));
    assert_eq!(desk.left(), 22_600.0);

    let corrected = desk.json(&format!("terms set {file} --mode replace --dry-run"));
    assert!(corrected["rewrites"][0].as_str().unwrap().contains("1 spend"), "{corrected}");

    desk.done(&format!("terms set {file} --mode up-to"));
    assert_eq!(desk.left(), 110_000.0);
    desk.done("undo");
    assert_eq!(desk.left(), 22_600.0);
}

#[test]
fn a_document_that_contradicts_itself_is_refused_at_its_line() {
    let desk = Desk::standard();
    let file = shown(&desk);
    let text = fs::read_to_string(&file).unwrap();
    let line = text.lines().position(|line| line.starts_with("every")).unwrap() + 1;
    fs::write(&file, text.replace("1 month", "0 months")).unwrap();
    let ended = desk.run(["terms", "set", &file]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains(&format!("Line {line}, pots[1].grant.every")), "{}", ended.err);
    assert_eq!(desk.left(), 28_000.0);
}
