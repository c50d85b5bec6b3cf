//! What becomes of a spend's credits: expected back, reserved and settled, nothing taken, paid by some pots only.

use std::fs;

use crate::program::Desk;

/// The newest spend of the log.
fn newest(desk: &Desk) -> serde_json::Value {
    desk.json("log")["spends"][0].clone()
}

#[test]
fn what_is_reserved_is_settled_at_what_it_took_and_teaches_only_then() {
    let mut desk = Desk::standard();
    desk.at("2026-11-20 10:00").done("spend veo3 8s ~5400 !reserved");
    assert_eq!((newest(&desk)["state"].as_str(), desk.left()), (Some("reserved"), 22_600.0));
    assert!(desk.done("log").contains("reserved"));
    assert_eq!(desk.json("estimate veo3 8s")["n"], 0);
    let id = newest(&desk)["id"].as_i64().unwrap();
    desk.done(&format!("settle {id} 4400"));
    assert_eq!((newest(&desk)["state"].as_str(), desk.left()), (Some("charged"), 23_600.0));
    assert_eq!(desk.json("estimate veo3 8s")["n"], 1);
    assert_eq!(desk.refused(["settle", &id.to_string()]), "not_reserved");
    desk.done("undo");
    assert_eq!((newest(&desk)["state"].as_str(), desk.left()), (Some("reserved"), 22_600.0));
}

#[test]
fn a_refund_that_is_expected_is_asked_for_at_the_next_check_until_it_came() {
    let mut desk = Desk::standard();
    desk.at("2026-11-20 10:00").done("spend veo3 8s 5400 !failed !expected");
    let id = newest(&desk)["id"].as_i64().unwrap();
    desk.at("2026-11-21 10:00");
    let said = desk.done("check 22600");
    assert!(said.contains(&format!("runout refund {id}")), "{said}");
    desk.done(&format!("refund {id} 400"));
    let open = desk.json("check 23000")["refunds_expected"].clone();
    assert_eq!((&open[0]["id"], &open[0]["credits"]), (&id.into(), &5_000.0.into()));
    desk.done(&format!("refund {id}"));
    assert_eq!(desk.json("check 28000")["refunds_expected"].as_array().map(Vec::len), Some(0));
    assert_eq!(newest(&desk)["state"], "refunded");
}

#[test]
fn a_mode_that_costs_nothing_teaches_nothing_about_the_others() {
    let mut desk = Desk::standard();
    desk.at("2026-11-20 10:00").done("spend veo3 8s 5400");
    let before = desk.json("estimate veo3 8s");
    desk.done("spend veo3 8s mode=relaxed 0");
    assert_eq!((newest(&desk)["credits"].as_f64(), desk.left()), (Some(0.0), 22_600.0));
    assert_eq!(desk.json("estimate veo3 8s"), before);
}

#[test]
fn an_action_that_a_pot_may_not_pay_is_paid_by_the_next() {
    let mut desk = Desk::standard();
    let file = desk.beside("terms.toml");
    let daily = "\n[[pots]]\nname = \"Build\"\nrank = 0\npays_only = [\"nano-banana\"]\ncarry = \"none\"\n\n\
                 [pots.grant]\namount = 100\nevery = \"1 day\"\nanchor = \"2026-11-15 00:00\"\n";
    fs::write(&file, desk.done("terms show") + daily).unwrap();
    desk.done(&format!("terms set {file} --mode replace"));
    desk.at("2026-11-16 10:00").done("spend veo3 8s 900");
    assert_eq!(newest(&desk)["slices"][0]["lot"], "monthly-2026-11-15");
    desk.done("spend nano banana 49");
    assert_eq!(newest(&desk)["slices"][0]["lot"], "build-2026-11-16");
}

#[test]
fn what_is_granted_on_account_is_said_as_billed() {
    let desk = Desk::standard();
    let file = desk.beside("terms.toml");
    let terms = desk.done("terms show").replace("overdrawn = \"forgiven_at_renewal\"", "");
    fs::write(&file, format!("overdrawn = \"billed\"\n{terms}")).unwrap();
    desk.done(&format!("terms set {file} --mode replace"));
    assert_eq!(desk.json("status")["billed"], 0.0);
    desk.done("spend veo3 30000");
    assert_eq!(desk.json("status")["billed"], 2_000.0);
    let said = desk.done("status");
    assert!(said.contains("+ 2,000 on account, billed"), "{said}");
    assert!(said.contains("On account in this cycle: 2,000. It will be billed."), "{said}");
}

#[test]
fn a_top_up_to_come_is_listed_and_not_left() {
    let desk = Desk::standard();
    desk.done("topup 500 --on 2026-11-24");
    let status = desk.json("status");
    let pending = &status["pending"][0];
    assert_eq!((pending["amount"].as_f64(), pending["pot"].as_str()), (Some(500.0), Some("Top-ups")));
    assert_eq!(pending["at"], "2026-11-24T00:00:00+01:00");
    assert_eq!(desk.left(), 28_000.0);
    let said = desk.done("status");
    assert!(said.contains("To come: 500 in Top-ups, on Tue 24 Nov"), "{said}");
}

#[test]
fn a_lot_that_is_used_up_is_not_listed() {
    let mut desk = Desk::standard();
    desk.done("topup 500");
    assert!(desk.done("status").contains("\nTop-ups "));
    desk.at("2026-11-16 10:00").done("spend veo3 28500");
    let said = desk.done("status");
    assert!(!said.contains("\nTop-ups ") && !said.contains("\nMonthly "), "{said}");
}
