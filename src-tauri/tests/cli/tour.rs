//! The tour of the README: LTX Studio's published figures, typed as lines, from the first day to the renewal.

use crate::program::Desk;

/// Every published action once, both worked examples among them: when, the line, what is left after it.
const SPENDS: &[(&str, &str, f64)] = &[
    ("2026-11-16 14:30", "spend veo3 8s audio 5400 #teaser", 22_600.0),
    ("2026-11-16 14:40", "spend ltxv turbo 3s silent 50 #teaser", 22_550.0),
    ("2026-11-17 09:00", "spend veo2 8s 900", 21_650.0),
    ("2026-11-17 09:10", "spend actor 1100", 20_550.0),
    ("2026-11-18 09:10", "spend flux kontext refs 28", 20_522.0),
    ("2026-11-18 09:20", "spend nano banana 49", 20_473.0),
    ("2026-11-18 09:30", "spend image style 12", 20_461.0),
];

/// The tour up to the check.
pub(crate) fn checked() -> Desk {
    let mut desk = Desk::standard();
    for (now, line, left) in SPENDS {
        desk.at(now).done(line);
        assert_eq!(desk.left(), *left, "{line}");
    }
    desk.at("2026-11-23 18:00");
    desk
}

#[test]
fn the_tour_holds_to_the_unit() {
    let mut desk = checked();
    let check = desk.json("check 18451");
    assert_eq!((check["computed"].as_f64(), check["difference"].as_f64()), (Some(20_461.0), Some(-2_010.0)));
    assert_eq!(desk.json("status")["unlogged"], 2_010.0);

    desk.at("2026-11-24 10:00").done("spend veo3 fast 8s silent 1500 2026-11-20");
    let status = desk.json("status");
    assert_eq!((status["left"].as_f64(), status["unlogged"].as_f64()), (Some(18_451.0), Some(510.0)));

    let statement = desk.at("2026-12-16 10:00").json("statement --from 2026-11-15 --to 2026-12-15");
    let of = |field: &str| statement[field].as_f64().unwrap();
    assert_eq!((of("opening"), of("granted"), of("spent"), of("unlogged")), (0.0, 28_000.0, 9_039.0, 510.0));
    assert_eq!((of("lapsed"), of("closing")), (18_451.0, 0.0));
    assert_eq!(desk.left(), 28_000.0);
}

#[test]
fn a_cost_far_above_the_published_range_is_taken_without_fuss() {
    let mut desk = Desk::standard();
    let said = desk.at("2026-11-16 14:30").done("spend veo3 8s audio 5400");
    insta::assert_snapshot!(said, @"Logged Veo 3, 8 s, audio: −5,400 → 22,600 left.");
}

#[test]
fn what_is_logged_is_undone_and_done_again_by_name() {
    let mut desk = Desk::standard();
    desk.at("2026-11-16 14:30").done("spend veo3 8s audio 5400");
    insta::assert_snapshot!(desk.done("undo"), @"Undone: logged Veo 3, 8 s, audio.");
    assert_eq!(desk.left(), 28_000.0);
    insta::assert_snapshot!(desk.done("redo"), @"Done again: logged Veo 3, 8 s, audio.");
    assert_eq!(desk.left(), 22_600.0);
}

#[test]
fn an_entry_is_edited_refunded_and_deleted_by_its_id() {
    let mut desk = Desk::standard();
    desk.at("2026-11-16 14:30").done("spend veo3 8s audio 5400 #teaser");
    let id = desk.json("log")["spends"][0]["id"].as_i64().unwrap();
    desk.done(&format!("edit {id} veo3 8s audio 4400 #trailer"));
    let spend = &desk.json("log --tag trailer")["spends"][0];
    assert_eq!((spend["id"].as_i64(), spend["credits"].as_f64()), (Some(id), Some(4_400.0)));
    desk.done(&format!("refund {id}"));
    assert_eq!(desk.json("log")["spends"][0]["state"], "refunded");
    assert_eq!(desk.left(), 28_000.0);
    desk.done("undo");
    desk.done(&format!("delete {id}"));
    assert!(desk.json("log")["spends"].as_array().unwrap().is_empty());
}

#[test]
fn a_top_up_pays_after_the_month_and_outlives_it() {
    let mut desk = Desk::standard();
    let top_up = ["topup", "5000", "--cost", "EUR 12.00", "--expires", "2027-11-20"];
    let said = desk.at("2026-11-20 12:00").run(top_up);
    assert!(said.out.contains("33,000 left"), "{}{}", said.out, said.err);
    let lots = desk.at("2026-12-16 12:00").json("status");
    assert_eq!(lots["left"], 33_000.0);
}

#[test]
fn the_certainty_that_is_set_is_what_counts_as_safe() {
    let mut desk = Desk::standard();
    for day in 16..=28 {
        desk.at(&format!("2026-11-{day} 10:00")).done(&format!("spend veo3 {}", 300 + day * 20));
    }
    let before = desk.json("status")["safe_today"].as_f64();
    assert!(desk.done("status").contains("for a 90 % chance to reach"), "{}", desk.done("status"));
    desk.done("set certainty 60");
    assert!(desk.done("status").contains("for a 60 % chance to reach"));
    assert!(desk.json("status")["safe_today"].as_f64() > before);
}
