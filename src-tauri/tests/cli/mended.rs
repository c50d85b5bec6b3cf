//! What is said where little would be understood: early entries, long words, whole statements.

use std::fs::OpenOptions;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::program::Desk;

#[test]
fn words_of_any_length_stand_in_a_table() {
    let desk = Desk::standard();
    let long = "x".repeat(66_000);
    assert_eq!(desk.run(["spend", &format!("veo3 5400 #{long}")]).code, 0);
    desk.done("price veo3 rename Veo");
    for words in ["log", "prices", "history"] {
        assert!(desk.done(words).len() < 20_000, "{words}");
    }
}

#[test]
fn what_lies_before_the_books_start_is_taken_and_said() {
    let desk = Desk::standard();
    for words in ["spend veo3 5400 2026-09-01", "topup 500 --on 2026-09-01", "check 700 --on 2026-09-01"] {
        assert!(desk.done(words).contains("before the book’s start"), "{words}");
    }
    let check = desk.json("check 700 --on 2026-09-01");
    assert!(check["entry"].is_i64() && check["computed"].is_null(), "{check}");
    assert_eq!(desk.left(), 28_000.0);
}

#[test]
fn a_check_and_a_top_up_take_another_amount() {
    let mut desk = Desk::standard();
    desk.done("topup 500");
    desk.at("2026-11-16T10:00:00+01:00");
    let check = desk.json("check 4000")["entry"].as_i64().unwrap();
    desk.done(&format!("edit {check} 4300"));
    assert_eq!(desk.left(), 4_300.0);
    let topup = desk.json("history")["changes"][2]["entry"].as_i64().unwrap();
    desk.done(&format!("edit {topup} 600"));
    assert_eq!(desk.left(), 4_300.0);
}

#[test]
fn an_edit_can_name_a_new_action() {
    let desk = Desk::standard();
    let id = desk.json("spend veo3 5400")["entry"].as_i64().unwrap().to_string();
    assert!(desk.run(["edit", &id, "klingon 8s 700"]).err.contains("--new-action"));
    desk.done(&format!("edit {id} klingon 8s 700 --new-action"));
    assert_eq!(desk.json("log")["spends"][0]["action"], "Klingon");
}

#[test]
fn a_printed_statement_adds_up_where_more_was_spent_than_there_was() {
    let desk = Desk::standard();
    desk.done("spend veo3 30000");
    let table = desk.done("statement");
    assert!(table.contains("Not covered"), "{table}");
    let pot = &desk.json("statement")["pots"][0];
    let mut fields: Vec<&str> = pot.as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    let promised = [
        "closing",
        "forgiven",
        "gained",
        "granted",
        "lapsed",
        "moved_in",
        "moved_out",
        "opening",
        "pot",
        "refunded",
        "spent",
        "unlogged",
    ];
    assert_eq!(fields, promised);
}

#[test]
fn what_a_preset_cannot_say_is_said() {
    let desk = Desk::empty();
    let presets = Desk::standard().json("presets");
    let near = presets["presets"].as_array().unwrap().iter().find(|preset| !preset["nearest"].is_null()).unwrap();
    let said = near["nearest"].as_str().unwrap();
    let made = desk.done(&format!("init --preset {} --zone Europe/Berlin", near["id"].as_str().unwrap()));
    assert!(made.contains(said), "{made}");
    assert_eq!(desk.json("terms show")["nearest"], said);
}

#[test]
fn without_a_display_there_is_a_sentence() {
    let desk = Desk::standard();
    let ended = desk.run(["--json"]);
    assert_eq!(ended.code, 1, "{}", ended.err);
    assert_eq!(ended.err.lines().count(), 1, "{}", ended.err);
    let document: Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(document["error"]["code"], "no_display");
}

#[test]
fn an_answer_that_cannot_be_written_is_no_success() {
    let desk = Desk::standard();
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_runout"));
    command.args(["status", "--json"]).env("RUNOUT_BOOK", desk.book()).stdout(full).stderr(Stdio::piped());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!output.stderr.is_empty());
}

#[test]
fn names_cannot_steer_the_terminal() {
    let desk = Desk::standard();
    for words in [["set", "unit", "a\u{1b}[31m"], ["set", "service", "a\u{202E}b"]] {
        assert_eq!(desk.refused(words), "name_steers", "{words:?}");
    }
    assert_eq!(desk.refused(["price", "veo3", "rename", "a\u{7}"]), "name_steers");
}

#[test]
fn a_refusal_names_the_commands_own_words() {
    let desk = Desk::standard();
    let cases = [
        ("topup 500 --expires 2020-01-01", "expires"),
        ("check 500 --on 2027-01-01", "on"),
        ("void nope", "lot"),
        ("delete 99", "id"),
        ("set colour red", "key"),
        ("price sora hide", "name"),
        ("log --from today --to today", "to"),
        ("log --from 2027-01-01", "from"),
    ];
    for (words, field) in cases {
        let ended = desk.run(words.split(' ').chain(["--json"]));
        let document: Value = serde_json::from_str(&ended.out).unwrap();
        assert_eq!(document["error"]["field"], field, "{words}: {}", ended.err);
    }
    let other = Desk::empty();
    let late = other.run("init --preset ltx-standard --renews yesterday --zone Europe/Berlin --json".split(' '));
    assert!(late.out.contains("\"field\": \"renews\""), "{}", late.out);
}

#[test]
fn sentences_say_what_can_be_done() {
    let desk = Desk::standard();
    let id = desk.json("spend ltx 500")["entry"].as_i64().unwrap().to_string();
    desk.done(&format!("refund {id} 100"));
    assert!(desk.run(["edit", &id, "ltx 50"]).err.contains("at least 100"));
    assert!(desk.done("spend veo3 0").contains(": 0 → "));
    assert!(desk.done("mark 2026-11-13 none").contains("13 Nov"));
    desk.done("mark 2026-11-13 clear");
    desk.done("topup 500 --expires Never");
    assert_eq!(desk.run(["topup", "500", "--cost", "EUR 1,200.50"]).code, 0);
    assert_eq!(desk.run(["forecast", "--paths", "100000"]).code, 2);
    let asked = Desk::empty().run(["init", "--preset", "ltx-standard", "--renews", "15"]).err;
    assert!(asked.contains("2026-12-05"), "{asked}");
}

#[test]
fn a_hyphen_is_a_minus_in_a_line_only() {
    let desk = Desk::standard();
    let place = desk.beside("-5.runout");
    assert_eq!(desk.run(["backup", &place]).code, 0);
    desk.done("check -5");
    assert!(desk.run(["spend", "veo3", "5400", "-1d"]).err.is_empty());
}
