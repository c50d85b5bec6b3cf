use super::*;

const BERLIN: Zone = Zone::Europe__Berlin;

/// Friday 4 December 2026, 16:40 in Berlin.
fn now() -> Instant {
    at("2026-12-04T15:40:00Z")
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn read(text: &str) -> When {
    read_when(text, now(), BERLIN).unwrap()
}

#[test]
fn days_and_times_are_read_in_any_order() {
    for (text, instant, date_only) in [
        ("today", "2026-12-04T15:40:00Z", true),
        ("yesterday", "2026-12-03T11:00:00Z", true),
        ("yesterday 14:30", "2026-12-03T13:30:00Z", false),
        ("14:30", "2026-12-04T13:30:00Z", false),
        ("2:30pm yesterday", "2026-12-03T13:30:00Z", false),
        ("2:30 pm", "2026-12-04T13:30:00Z", false),
        ("mon", "2026-11-30T11:00:00Z", true),
        ("Friday 9:05", "2026-12-04T08:05:00Z", false),
        ("-3d", "2026-12-01T11:00:00Z", true),
        ("12 nov", "2026-11-12T11:00:00Z", true),
        ("Nov 12", "2026-11-12T11:00:00Z", true),
        ("12 Dec", "2025-12-12T11:00:00Z", true),
        ("29 feb", "2024-02-29T11:00:00Z", true),
        ("2026-11-12", "2026-11-12T11:00:00Z", true),
        ("2026-11-12T14:30", "2026-11-12T13:30:00Z", false),
        ("2026-11-12 14:30:15", "2026-11-12T13:30:15Z", false),
        ("2026-11-12T14:30:00+05:00", "2026-11-12T09:30:00Z", false),
    ] {
        assert_eq!((read(text).at, read(text).date_only), (at(instant), date_only), "{text}");
    }
}

#[test]
fn a_skipped_time_is_the_first_after_the_gap_and_a_doubled_one_the_first() {
    let skipped = read("2026-03-29 02:30");
    assert_eq!((skipped.at, skipped.clock), (at("2026-03-29T01:00:00Z"), ClockNote::Skipped));
    let twice = read("2026-10-25 02:30");
    assert_eq!((twice.at, twice.clock), (at("2026-10-25T00:30:00Z"), ClockNote::Twice));
}

#[test]
fn a_day_that_ends_something_leans_to_the_future() {
    let today = Day::from_ymd_opt(2026, 12, 4).unwrap();
    let day = |text| read_day(text, today, Lean::Future).unwrap().to_string();
    assert_eq!(day("12 nov"), "2027-11-12");
    assert_eq!(day("mon"), "2026-12-07");
    assert_eq!(day("+3d"), "2026-12-07");
    assert_eq!(day("4 dec"), "2026-12-04");
}

#[test]
fn what_is_no_instant_says_what_to_type() {
    let sentence = |text| read_when(text, now(), BERLIN).unwrap_err().to_string();
    insta::assert_snapshot!(sentence(" "), @"Type a date, such as yesterday, 12 nov or 2026-11-12.");
    insta::assert_snapshot!(sentence("soon"), @"“soon” is not a date or a time: type yesterday, mon, 12 nov, 2026-11-12 or 14:30.");
    insta::assert_snapshot!(sentence("2026-02-30"), @"There is no day “2026-02-30”: type one of the calendar, such as 2026-11-12.");
    insta::assert_snapshot!(sentence("31 nov"), @"There is no day “31 nov”: type one of the calendar, such as 2026-11-12.");
    insta::assert_snapshot!(sentence("-99999999999999d"), @"There is no day “-99999999999999d”: type one of the calendar, such as 2026-11-12.");
    insta::assert_snapshot!(sentence("25:00"), @"There is no time “25:00”: type one from 00:00 to 23:59.");
    insta::assert_snapshot!(sentence("mon 12 nov"), @"“mon” and “12 nov” are two dates: keep one.");
    insta::assert_snapshot!(sentence("9:00 10:00"), @"“9:00” and “10:00” are two times: keep one.");
}
