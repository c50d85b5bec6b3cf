//! Renewed early, shifted, cancelled, paused, resumed: what happened to the plan, and what it does.

use std::fs;

use crate::program::Desk;

/// A pot of top-ups that cannot pay while the plan is lapsed.
const FROZEN: &str = r#"
[[pots]]
name = "Top-ups"
rank = 2
while_lapsed = "frozen"

[top_ups]
pot = "Top-ups"
life = "forever"
"#;

/// The tour's plan, whose top-ups freeze while the plan is lapsed.
fn freezing() -> Desk {
    let desk = Desk::standard();
    let file = desk.beside("terms.toml");
    fs::write(&file, desk.done("terms show") + FROZEN).unwrap();
    desk.done(&format!("terms set {file} --mode replace"));
    desk
}

/// The row of a preview, now and then.
fn row(would: &serde_json::Value, what: &str) -> (String, String) {
    let rows = would["preview"].as_array().unwrap();
    let row = rows.iter().find(|row| row["what"] == what).unwrap();
    (row["now"].as_str().unwrap().to_owned(), row["then"].as_str().unwrap().to_owned())
}

fn pair(now: &str, then: &str) -> (String, String) {
    (now.to_owned(), then.to_owned())
}

#[test]
fn a_plan_is_cancelled_lapses_and_begins_anew() {
    let mut desk = freezing();
    desk.at("2026-11-16 10:00").done("topup 5000");
    desk.at("2026-11-20 10:00").done("spend veo3 5400");
    let would = desk.json("cancel --dry-run");
    assert_eq!(row(&would, "Next renewal"), pair("Tue 15 Dec", "–"));
    assert_eq!(row(&would, "Plan"), pair("running", "ends on Tue 15 Dec"));
    assert_eq!(row(&would, "Will freeze"), pair("0", "5,000"));
    assert_eq!(desk.json("status")["left"], 27_600.0, "a dry run changes nothing");
    desk.done("cancel");
    assert_eq!(desk.left(), 27_600.0);
    assert_eq!(desk.refused(["cancel"]), "plan_cancelled");

    // The month of 28,000 ends with its cycle; the 5,000 freeze.
    assert_eq!(desk.at("2026-12-16 10:00").left(), 0.0);
    assert!(desk.json("status")["cycle"].is_null());
    assert_eq!(desk.refused(["pause"]), "plan_lapsed");
    assert_eq!(row(&desk.json("resume --dry-run"), "Left"), pair("0", "33,000"));
    let resumed = desk.json("resume");
    assert_eq!((&resumed["done"], &resumed["left"]), (&"Resumed the plan: 33,000 left.".into(), &33_000.0.into()));
    insta::assert_snapshot!(desk.done("undo"), @"Undone: resumed the plan.");
    assert_eq!(desk.left(), 0.0);
}

#[test]
fn what_means_nothing_is_refused_with_a_sentence() {
    let mut desk = Desk::standard();
    assert_eq!(desk.refused(["resume"]), "plan_runs");
    assert_eq!(desk.refused(["pause", "--on", "2026-12-01"]), "later_than_now");
    assert_eq!(desk.refused(["cancel", "--on", "2026-01-01"]), "before_start");
    desk.at("2026-11-20 10:00").done("pause --on 2026-11-18");
    desk.at("2026-11-21 10:00");
    for words in ["pause", "renew"] {
        assert_eq!(desk.refused([words]), "plan_paused", "{words}");
    }
    assert_eq!(desk.refused(["cancel", "--on", "2026-11-17"]), "plan_turned_later");
    assert_eq!(desk.refused(["shift"]), "shift_whereto");
}

#[test]
fn a_pause_moves_the_renewals_by_its_length() {
    let mut desk = Desk::standard();
    desk.at("2026-11-20 00:00").done("pause");
    desk.at("2026-11-25 00:00");
    let would = desk.json("resume --dry-run");
    assert_eq!(row(&would, "Plan").1, "running");
    desk.done("resume");
    let cycle = desk.json("status")["cycle"]["end"].as_str().unwrap().to_owned();
    assert_eq!(cycle, "2026-12-20T00:00:00+01:00");
}

#[test]
fn an_early_renewal_begins_a_cycle_and_may_keep_the_day() {
    let mut desk = Desk::standard();
    desk.at("2026-11-20 10:00").done("spend veo3 5400");
    desk.at("2026-11-20 11:00");
    let would = desk.json("renew --dry-run");
    assert_eq!(row(&would, "Left"), pair("22,600", "28,000"));
    assert_eq!(row(&would, "Lapses now"), pair("0", "22,600"));
    assert_eq!(row(&would, "Next renewal"), pair("Tue 15 Dec", "Sun 20 Dec"));
    assert_eq!(row(&desk.json("renew --keep-anchor --dry-run"), "Next renewal").1, "Tue 15 Dec");
    let said = desk.done("renew");
    assert!(said.ends_with("Renewed the plan: 28,000 left.\n"), "{said}");
    insta::assert_snapshot!(desk.done("undo"), @"Undone: renewed the plan.");
}

#[test]
fn a_renewal_comes_late_and_then_it_comes() {
    let mut desk = Desk::standard();
    desk.at("2026-11-20 10:00").done("spend veo3 5400");
    desk.at("2026-12-15 09:00");
    assert_eq!(row(&desk.json("shift --not-yet --dry-run"), "Left"), pair("28,000", "22,600"));
    desk.done("shift --not-yet");
    assert_eq!(desk.left(), 22_600.0);
    desk.at("2026-12-17 09:00");
    let came = desk.run(["shift", "2026-12-15", "2026-12-16 18:00"]);
    assert_eq!(came.code, 0, "{}", came.err);
    assert_eq!(desk.left(), 28_000.0);
    let ended = desk.run(["shift", "2026-12-10", "2026-12-16"]);
    assert!(ended.err.contains("Tue 15 Dec"), "{}", ended.err);
    assert_eq!(desk.refused(["shift", "2027-01-15", "--not-yet"]), "not_due_yet");
    assert_eq!(desk.refused(["shift", "2026-12-15", "2027-01-20"]), "shifted_too_far");
}

/// A month of 25,000 whose rest moves into a bank.
const BANKED: &str = r#"
name = "Banked"

[[pots]]
name = "Month"
rank = 1
grant = { amount = 25000, every = "1 month", anchor = "2026-11-15 00:00" }
carry = { kept = "until_renewal", bank = "Bank", bank_at_most = 75000 }

[[pots]]
name = "Bank"
rank = 2
"#;

#[test]
fn what_will_lapse_with_a_cancelled_plan_is_told_of_every_pot() {
    let mut desk = Desk::standard();
    let file = desk.beside("terms.toml");
    fs::write(&file, BANKED).unwrap();
    desk.done(&format!("terms set {file} --mode replace"));
    desk.at("2027-01-16 10:00");
    assert_eq!(desk.left(), 75_000.0);
    assert_eq!(row(&desk.json("cancel --dry-run"), "Will lapse").1, "≈ 75,000");
}
