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

/// The terms in force with other words in them, as a document beside the book.
fn shown_with(desk: &Desk, from: &str, to: &str) -> String {
    let file = shown(desk);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(&file, text.replace(from, to)).unwrap();
    file
}

/// The row of a preview that begins with these words, now and then.
fn row(would: &serde_json::Value, what: &str) -> (String, String) {
    let rows = would["preview"].as_array().unwrap();
    let row = rows.iter().find(|row| row["what"].as_str().unwrap().starts_with(what)).unwrap();
    (row["now"].as_str().unwrap().to_owned(), row["then"].as_str().unwrap().to_owned())
}

fn pair(now: &str, then: &str) -> (String, String) {
    (now.to_owned(), then.to_owned())
}

#[test]
fn a_dry_run_refuses_what_would_be_refused() {
    let desk = Desk::standard();
    let file = shown_with(&desk, "28000", "50000");
    for words in
        [format!("terms set {file} --from 2026-01-01 --mode full"), format!("terms set {file} --from 2026-01-01")]
    {
        assert_eq!(desk.refused(words.split(' ')), "before_start");
        assert_eq!(desk.refused(words.split(' ').chain(["--dry-run"])), "before_start");
    }
}

#[test]
fn from_the_next_renewal_on_nothing_that_happened_is_reckoned_anew() {
    let mut desk = Desk::standard();
    desk.at("2026-11-17 09:00").done("spend veo3 8s 5400");
    let file = shown_with(&desk, "28000", "50000");
    let words = format!("terms set {file} --from 2026-11-16 --mode next");
    let would = desk.json(&format!("{words} --dry-run"));
    assert_eq!(would["rewrites"].as_array().map(Vec::len), Some(0), "{would}");
    assert_eq!(row(&would, "Left on Tue 15 Dec"), pair("28,000", "50,000"));
    assert_eq!(row(&would, "Lapses on Tue 15 Dec"), pair("22,600", "22,600"));
    desk.done(&words);
    assert_eq!(desk.json("terms show")["terms"][1]["from"], "2026-12-15T00:00:00+01:00");
    assert_eq!(desk.left(), 22_600.0);
}

#[test]
fn terms_that_are_to_come_are_replaced_with_a_word_and_taken_back() {
    let desk = Desk::standard();
    let file = shown_with(&desk, "28000", "50000");
    desk.done(&format!("terms set {file} --mode next"));
    let would = desk.json(&format!("terms set {file} --mode next --dry-run"));
    assert!(would["notes"][0].as_str().unwrap().contains("are replaced"), "{would}");
    let ended = desk.run(["terms", "withdraw", "2026-12-20"]);
    assert!(ended.err.contains("Tue 15 Dec"), "{}", ended.err);
    insta::assert_snapshot!(desk.done("terms withdraw 2026-12-15"), @"Took back the terms of LTX Studio Standard: 28,000 left.");
    assert_eq!(desk.json("terms show")["terms"].as_array().map(Vec::len), Some(1));
    assert_eq!(desk.refused(["terms", "withdraw", "2026-12-15"]), "no_such_terms");
    desk.done("undo");
    assert_eq!(desk.json("terms show")["terms"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_preview_names_the_pots_that_go_and_come_and_the_actions_that_nobody_knows() {
    let desk = Desk::standard();
    let name = desk.json("terms show")["terms"][0]["pots"][0]["name"].as_str().unwrap().to_owned();
    let file =
        shown_with(&desk, &format!("name = \"{name}\""), "name = \"Other\"\npays_only = [\"veo-3\", \"veo-99\"]");
    let notes = desk.json(&format!("terms set {file} --dry-run"))["notes"].clone();
    let told: Vec<&str> = notes.as_array().unwrap().iter().map(|note| note.as_str().unwrap()).collect();
    assert_eq!(told[..2], [format!("No longer a pot of the plan: {name}."), "New: Other.".to_owned()]);
    assert_eq!(told[2..], ["No action is called “veo-99”: Other pays for it once there is one."]);
}

#[test]
fn what_the_preset_could_not_say_is_not_said_of_terms_of_ones_own() {
    let desk = Desk::empty();
    desk.done("init --preset lovable-pro --zone Europe/Berlin");
    assert!(desk.json("terms show")["nearest"].is_string());
    let file = shown(&desk);
    desk.done(&format!("terms set {file} --mode replace"));
    assert!(desk.json("terms show")["nearest"].is_null());
    desk.done("undo");
    assert!(desk.json("terms show")["nearest"].is_string());
}
