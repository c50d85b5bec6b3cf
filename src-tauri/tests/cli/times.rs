//! Times that the wall clock skips or shows twice, clocks that go back, and days to come.

use crate::program::Desk;

fn logged_at(desk: &Desk) -> String {
    desk.json("log")["spends"][0]["at"].as_str().unwrap().to_owned()
}

#[test]
fn a_skipped_time_is_the_first_instant_after_the_gap() {
    let mut desk = Desk::standard();
    desk.at("2027-03-28 12:00").done("spend veo3 1 2027-03-28 02:30");
    assert_eq!(logged_at(&desk), "2027-03-28T03:00:00+02:00");
}

#[test]
fn a_doubled_time_is_the_first_of_the_two() {
    let mut desk = Desk::standard();
    desk.at("2027-10-31 12:00").done("spend veo3 1 2027-10-31 02:30");
    assert_eq!(logged_at(&desk), "2027-10-31T02:30:00+02:00");
}

#[test]
fn a_clock_that_was_set_back_keeps_what_is_there() {
    let mut desk = Desk::standard();
    desk.at("2026-11-20 12:00").done("spend veo3 5400");
    let left = desk.at("2026-11-19 12:00").left();
    assert_eq!(left, 28_000.0, "a later spend is not in the view yet");
    desk.done("spend veo2 900");
    assert_eq!(desk.at("2026-11-21 12:00").left(), 21_700.0);
}

#[test]
fn a_day_to_come_is_refused_for_a_spend_and_a_check() {
    let mut desk = Desk::standard();
    desk.at("2026-11-20 12:00");
    desk.refused(["spend", "veo3 5400 2026-11-21"]);
    desk.refused(["check", "5", "--on", "2026-11-21"]);
    assert_eq!(desk.left(), 28_000.0);
}

#[test]
fn now_is_taken_from_the_flag_in_either_form_or_refused() {
    let desk = Desk::standard();
    for now in ["2026-11-20T12:00:00+01:00", "2026-11-20T11:00:00Z", "2026-11-20 12:00", "2026-11-20T12:00"] {
        let mut desk = Desk::standard();
        assert_eq!(desk.at(now).json("status")["at"], "2026-11-20T12:00:00+01:00", "{now}");
    }
    let ended = std::process::Command::new(env!("CARGO_BIN_EXE_runout"))
        .args(["status", "--at", "soon"])
        .env("RUNOUT_BOOK", desk.book())
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(1));
}
