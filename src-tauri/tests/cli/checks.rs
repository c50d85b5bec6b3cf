//! Balance checks that explain themselves.

use crate::program::Desk;
use crate::tour;

/// Ten days of one person's log: Veo 3 Fast at 1,750 and LTXV Turbo at 85, and a check after them.
fn habit() -> Desk {
    let mut desk = Desk::standard();
    for day in 16..26 {
        desk.at(&format!("2026-11-{day} 10:00")).done("spend veo3 fast 8s silent 1750");
        desk.at(&format!("2026-11-{day} 11:00")).done("spend ltxv turbo 5s silent 85");
    }
    desk.at("2026-11-26 09:00").done("check 9650");
    desk.at("2026-11-28 09:00");
    desk
}

#[test]
fn what_was_not_logged_is_guessed_from_the_own_log() {
    let found = habit().json("check 7645");
    assert_eq!(found["difference"], -2_005.0);
    let first = &found["explanations"][0];
    let spends = first["spends"].as_array().unwrap();
    let said: Vec<_> =
        spends.iter().map(|one| (one["action"].as_str().unwrap(), one["count"].as_i64().unwrap())).collect();
    assert_eq!(said, [("LTXV Turbo", 3), ("Veo 3 Fast", 1)]);
    assert_eq!((&first["rest"], spends[0]["credits"].as_f64()), (&0.0.into(), Some(255.0)));
    assert!(found["explanations"].as_array().unwrap().len() <= 3);
    assert!((0.0..=1.0).contains(&first["weight"].as_f64().unwrap()));
    assert_eq!(found["gains"].as_array().unwrap().len(), 0);
}

#[test]
fn eyes_read_the_explanations_too() {
    let said = habit().done("check 7645");
    assert!(said.starts_with("Balance 7,645: 2,005 were not logged, and are kept as unlogged."), "{said}");
    assert!(
        said.contains(
            "What was it, most likely? None of it is done yet.\n  1. 3 LTXV Turbo, 5 s, silent, and 1 Veo 3 Fast"
        ),
        "{said}"
    );
    assert!(said.contains(": 255 + 1,750 ("), "{said}");
}

#[test]
fn more_than_runout_had_is_a_refund_of_that_size_or_a_grant() {
    let found = habit().json("check 11400");
    let gains = found["gains"].as_array().unwrap();
    assert_eq!((&gains[0]["kind"], gains[0]["amount"].as_f64()), (&"refund".into(), Some(1_750.0)));
    assert!(gains[0]["of"].is_i64());
    let last = gains.last().unwrap();
    assert_eq!((&last["kind"], last["amount"].as_f64(), &last["of"]), (&"grant".into(), Some(1_750.0), &().into()));
    assert_eq!(found["explanations"].as_array().unwrap().len(), 0);
}

#[test]
fn a_renewal_that_is_not_on_the_counter_yet_has_not_come() {
    let mut desk = habit();
    let found = desk.at("2026-12-15 07:00").json("check 9500");
    assert_eq!(found["gains"][0]["kind"], "not_come_yet");
    assert_eq!(found["gains"][0]["at"], "2026-12-15T00:00:00+01:00");
}

#[test]
fn how_complete_the_log_is_stands_in_the_status() {
    let mut desk = habit();
    assert_eq!(desk.json("status")["coverage"]["share"], 1.0);
    desk.at("2026-11-30 09:00").done("check 7815");
    desk.at("2026-12-02 09:00").done("spend veo3 fast 8s silent 1750");
    let status = desk.at("2026-12-04 09:00").json("status");
    let share = status["coverage"]["share"].as_f64().unwrap();
    assert!((0.90..0.92).contains(&share), "{share}");
    let said = desk.done("status");
    assert!(said.contains(" · give or take "), "{said}");
    assert!(said.contains(", as you log about 91 %"), "{said}");
}

#[test]
fn the_first_check_without_a_log_has_nothing_to_guess_from() {
    let found = Desk::standard().json("check 20000");
    assert_eq!(found["explanations"].as_array().unwrap().len(), 0);
}

#[test]
fn a_check_of_one_pot_is_about_that_pot() {
    let mut desk = habit();
    desk.done("topup 5000");
    let found = desk.at("2026-11-28 10:00").json("check 4000 --pot Top-ups");
    assert_eq!((found["computed"].as_f64(), found["difference"].as_f64()), (Some(5_000.0), Some(-1_000.0)));
    assert_eq!(desk.json("status")["left"], 13_650.0);
}

#[test]
fn checks_may_be_entered_in_any_order_each_as_of_its_own_instant() {
    let mut desk = tour::checked();
    let late = desk.json("check 18451");
    let early = desk.json("check 20000 --on 2026-11-20T12:00:00+01:00");
    assert_eq!((late["difference"].as_f64(), early["difference"].as_f64()), (Some(-2_010.0), Some(-461.0)));
    assert_eq!(desk.left(), 18_451.0, "the later check anchors, whatever was entered last");
    assert_eq!(desk.json("status")["unlogged"], 2_010.0, "what both found together, counted once");
    let mut other = tour::checked();
    other.done("check 20000 --on 2026-11-20T12:00:00+01:00");
    assert_eq!(other.json("check 18451")["difference"], -1_549.0);
    let (one, two) = (desk.at("2026-11-24 10:00").json("status"), other.at("2026-11-24 10:00").json("status"));
    assert_eq!(one, two);
}

#[test]
fn a_day_with_a_check_and_no_time_is_before_it_for_a_spend_and_after_it_for_a_top_up_and_it_is_said() {
    let mut desk = habit();
    desk.at("2026-11-27 09:00").done("check 9000");
    desk.at("2026-11-28 09:00");
    let said = desk.done("spend veo3 fast 8s silent 1750 2026-11-27");
    assert!(said.contains("It counts as before the check of 09:00; with a time it counts as of then."), "{said}");
    assert_eq!(desk.left(), 9_000.0, "the check showed what it left");
    let said = desk.done("topup 5000 --on 2026-11-27");
    assert!(said.contains("It counts as after the check of 09:00"), "{said}");
    assert_eq!(desk.left(), 14_000.0);
    let timed = desk.done("spend veo3 fast 8s silent 1750 2026-11-27 10:00");
    assert!(!timed.contains("It counts as"), "{timed}");
    assert_eq!(desk.left(), 12_250.0);
}

#[test]
fn a_check_says_what_it_was_by_the_number_it_prints_in_one_step() {
    let desk = habit();
    let said = desk.done("check 7645 --because 1");
    assert!(said.contains("7,645 left"), "{said}");
    let status = desk.json("status");
    assert_eq!((status["unlogged"].as_f64(), status["left"].as_f64()), (Some(0.0), Some(7_645.0)));
    assert_eq!(desk.json("log")["spends"].as_array().unwrap().len(), 22, "both spends are logged");
    desk.done("undo");
    assert_eq!(desk.json("log")["spends"].as_array().unwrap().len(), 20);
    assert_eq!(desk.left(), 9_650.0);
}

#[test]
fn a_gain_has_a_number_too() {
    let desk = habit();
    let grant = desk.json("check 11400")["gains"].as_array().unwrap().len();
    desk.done("undo");
    assert_eq!(desk.json(&format!("check 11400 --because {grant}"))["left"], 11_400.0);
    assert_eq!(desk.json("statement")["granted"], 1_750.0 + 28_000.0);
}

#[test]
fn a_number_that_the_check_does_not_print_is_refused_and_nothing_is_noted() {
    let desk = habit();
    for number in ["0", "99"] {
        assert_eq!(desk.refused(["check", "7645", "--because", number]), "no_such_explanation", "{number}");
    }
    assert_eq!(desk.refused(["check", "9650", "--because", "1"]), "no_such_explanation");
    assert_eq!(desk.left(), 9_650.0);
}

#[test]
fn that_a_renewal_has_not_come_is_offered_first_with_its_command() {
    let mut desk = habit();
    desk.at("2026-12-14 10:00").done("check 8000");
    let said = desk.at("2026-12-15 10:00").done("check 8000");
    let first = "\n  1. It has not come yet: The renewal of Tue 15 Dec would be taken back until you say that it has come. \
                 Now: runout shift --not-yet.\n";
    assert!(said.contains(first), "{said}");
    assert_eq!(desk.json("status")["unlogged"], 20_000.0, "nothing was taken back yet");
    desk.done("shift --not-yet");
    assert_ne!(desk.json("status")["unlogged"], 20_000.0);
}

#[test]
fn explanations_that_differ_only_in_the_count_are_one() {
    let mut desk = Desk::standard();
    desk.at("2026-11-16 10:00").done("spend --new-action foo 1000");
    desk.at("2026-11-17 10:00").done("spend foo 3000");
    desk.at("2026-11-18 10:00").done("spend foo 9000");
    let found = desk.at("2026-11-20 10:00").json("check 12000");
    let figures: Vec<_> =
        found["explanations"].as_array().unwrap().iter().map(|one| one["spends"][0]["credits"].to_string()).collect();
    let mut once = figures.clone();
    once.dedup();
    assert_eq!((figures.first().map(String::as_str), &figures), (Some("3000.0"), &once));
}
