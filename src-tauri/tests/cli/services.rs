//! Several services in one book: each command says which, or is refused with their names.

use crate::program::Desk;

/// An instant after Runway was added, in whatever zone.
const NOON: &str = "2026-11-15T12:00:00+01:00";

/// The tour's book, with Runway beside LTX Studio.
fn both() -> Desk {
    let mut desk = Desk::standard();
    let added = desk.json("services add --preset runway-standard --left 500 --renews 2026-12-01 --zone Asia/Tokyo");
    assert_eq!((&added["service"], &added["left"]), (&"Runway".into(), &500.0.into()));
    assert_eq!(added["done"], "Runway begins: 500 left.");
    desk.at(NOON);
    desk
}

fn names(desk: &Desk) -> Vec<String> {
    let rows = desk.json("services")["services"].as_array().unwrap().clone();
    rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn with_one_service_nothing_has_to_be_said() {
    let desk = Desk::standard();
    assert_eq!(names(&desk), ["LTX Studio"]);
    assert_eq!(desk.json("status --service ltx")["left"], 28_000.0);
    assert_eq!(desk.refused(["status", "--service", "Runway"]), "no_such_service");
}

#[test]
fn with_several_each_command_says_which() {
    let desk = both();
    let ended = desk.run(["status"]);
    assert_eq!(ended.code, 1);
    insta::assert_snapshot!(ended.err.trim(), @"This book has several services: LTX Studio, Runway. Say which: --service NAME.");
    for words in
        [&["spend", "veo3", "5400"][..], &["log"], &["set", "zone", "UTC"], &["export", "-", "--format", "csv"]]
    {
        assert_eq!(desk.refused(words.iter().copied()), "which_service", "{words:?}");
    }
    assert_eq!(desk.json("status --service RUNWAY")["left"], 500.0);
    desk.done("--service ltx spend veo3 5400");
    desk.done("spend gen4 12 --new-action --service run");
    assert_eq!(desk.json("status --service ltx")["left"], 22_600.0);
    assert_eq!(desk.json("log --service run")["spends"].as_array().unwrap().len(), 1);
    for words in ["history", "verify", "set theme dark", "export - --format json"] {
        desk.done(words);
    }
}

#[test]
fn the_services_stand_in_one_table() {
    let desk = both();
    let rows = desk.json("services");
    let runway = &rows["services"][1];
    assert_eq!(
        (&runway["name"], &runway["left"], &runway["zone"]),
        (&"Runway".into(), &500.0.into(), &"Asia/Tokyo".into())
    );
    assert!(runway["renewal"].as_str().unwrap().starts_with("2026-12-01T00:00:00"));
    assert!(runway["chance_before_renewal"].is_null() || runway["chance_before_renewal"].is_number());
    let table = desk.done("services");
    let first: Vec<&str> = table.lines().map(|line| line.split("  ").next().unwrap()).collect();
    assert_eq!(first, ["Service", "LTX Studio", "Runway"]);
    assert!(table.contains("Tue 1 Dec"), "{table}");
}

#[test]
fn a_service_is_renamed_removed_and_comes_back() {
    let desk = both();
    desk.done("spend gen4 12 --new-action --service runway");
    assert_eq!(desk.refused(["services", "rename", "runway", "ltx studio"]), "service_name_taken");
    assert_eq!(desk.refused(["services", "add", "--preset", "runway-standard"]), "service_name_taken");
    desk.done("services rename runway Gen");
    insta::assert_snapshot!(desk.done("services remove gen"), @"Removed Gen.");
    assert_eq!(names(&desk), ["LTX Studio"]);
    assert_eq!(desk.refused(["services", "remove", "ltx"]), "only_service");
    insta::assert_snapshot!(desk.done("undo"), @"Undone: removed Gen.");
    assert_eq!(desk.json("status --service gen")["left"], 488.0);
    desk.done("undo");
    insta::assert_snapshot!(desk.done("undo --service ltx"), @"Undone: logged Gen4, in Runway.");
    desk.done("services add --preset runway-standard --name Second");
    assert_eq!(names(&desk), ["LTX Studio", "Runway", "Second"]);
    assert_eq!(desk.refused(["services", "add", "--preset", "runway-pro", "--name", " "]), "name_empty");
}

#[test]
fn a_name_that_several_begin_with_is_asked_about() {
    let desk = both();
    desk.done("services add --preset runway-pro --name Runner");
    assert_eq!(desk.refused(["status", "--service", "run"]), "which_service");
    desk.done("status --service runn");
}

#[test]
fn a_document_of_several_services_goes_out_and_in() {
    let desk = both();
    desk.done("spend gen4 12 --new-action --service runway");
    let file = desk.beside("book.json");
    desk.done(&format!("export {file} --format json"));
    let mut other = Desk::empty();
    other.at(NOON);
    other.done(&format!("import {file}"));
    assert_eq!(names(&other), ["LTX Studio", "Runway"]);
    assert_eq!(other.json("status --service runway")["left"], 488.0);
}
