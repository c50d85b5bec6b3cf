//! The calendar's rules as tables.

use chrono::NaiveDateTime;
use chrono_tz::Europe::Berlin;
use chrono_tz::UTC;

use super::*;

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a local time")
}

fn utc(text: &str) -> Instant {
    local(text).and_utc()
}

fn anchor(text: &str, zone: Zone) -> Anchor {
    Anchor { day: local(text).date(), time: local(text).time(), zone }
}

fn every(count: u32, of: IntervalUnit) -> Interval {
    Interval { count, of }
}

#[test]
fn a_skipped_time_is_the_first_instant_after_the_gap() {
    assert_eq!(instant_of(Berlin, local("2026-03-29 02:30")), utc("2026-03-29 01:00"));
    assert_eq!(instant_of(Berlin, local("2026-03-29 02:00")), utc("2026-03-29 01:00"));
    assert_eq!(instant_of(Berlin, local("2026-03-29 03:00")), utc("2026-03-29 01:00"));
    assert_eq!(instant_of(chrono_tz::Australia::Lord_Howe, local("2026-10-04 02:15")), utc("2026-10-03 15:30"));
}

#[test]
fn a_doubled_time_is_the_first_of_the_two() {
    assert_eq!(instant_of(Berlin, local("2026-10-25 02:30")), utc("2026-10-25 00:30"));
    assert_eq!(instant_of(Berlin, local("2026-10-25 03:00")), utc("2026-10-25 02:00"));
}

#[test]
fn a_day_that_does_not_exist_begins_where_the_clock_goes_on() {
    let skipped = Day::from_ymd_opt(2011, 12, 30).expect("a day");
    assert_eq!(start_of(skipped, chrono_tz::Pacific::Apia), utc("2011-12-30 10:00"));
}

#[test]
fn a_day_begins_at_its_first_instant_even_where_midnight_is_skipped() {
    let day = Day::from_ymd_opt(2018, 11, 4).expect("a day");
    assert_eq!(start_of(day, chrono_tz::America::Sao_Paulo), utc("2018-11-04 03:00"));
    assert_eq!(day_of(utc("2018-11-04 03:00"), chrono_tz::America::Sao_Paulo), day);
}

#[test]
fn the_31st_is_counted_from_the_anchor_and_clamped() {
    let anchor = anchor("2026-01-31 09:00", UTC);
    let month = every(1, IntervalUnit::Month);
    for (n, expected) in [
        (-2, "2025-11-30 09:00"),
        (-1, "2025-12-31 09:00"),
        (0, "2026-01-31 09:00"),
        (1, "2026-02-28 09:00"),
        (2, "2026-03-31 09:00"),
        (3, "2026-04-30 09:00"),
        (25, "2028-02-29 09:00"),
    ] {
        assert_eq!(nth(&anchor, month, n), utc(expected), "the {n}th");
    }
}

#[test]
fn a_renewal_keeps_its_wall_clock_time_over_a_change_of_clocks() {
    let anchor = anchor("2026-03-15 00:00", Berlin);
    let month = every(1, IntervalUnit::Month);
    assert_eq!(nth(&anchor, month, 0), utc("2026-03-14 23:00"));
    assert_eq!(nth(&anchor, month, 1), utc("2026-04-14 22:00"));
    assert_eq!(nth(&anchor, month, 8), utc("2026-11-14 23:00"));
}

#[test]
fn hours_are_elapsed_and_days_are_calendar_days() {
    let anchor = anchor("2026-03-28 12:00", Berlin);
    assert_eq!(nth(&anchor, every(24, IntervalUnit::Hour), 1), utc("2026-03-29 11:00"));
    assert_eq!(nth(&anchor, every(1, IntervalUnit::Day), 1), utc("2026-03-29 10:00"));
    assert_eq!(nth(&anchor, every(2, IntervalUnit::Week), 1), utc("2026-04-11 10:00"));
    assert_eq!(nth(&anchor, every(1, IntervalUnit::Year), -1), utc("2025-03-28 11:00"));
}

#[test]
fn neighbours_of_an_instant_hold_it_between_them() {
    let anchor = anchor("2026-01-31 09:00", Berlin);
    let month = every(1, IntervalUnit::Month);
    let on = nth(&anchor, month, 5);
    assert_eq!(last_at_or_before(&anchor, month, on), on);
    assert_eq!(first_after(&anchor, month, on), nth(&anchor, month, 6));
    let before = on - Duration::seconds(1);
    assert_eq!(last_at_or_before(&anchor, month, before), nth(&anchor, month, 4));
    assert_eq!(first_after(&anchor, month, before), on);
}

#[test]
fn no_instant_and_no_distance_makes_it_hang() {
    let far = [Instant::MIN_UTC, Instant::MAX_UTC, utc("1900-01-01 00:00"), utc("9998-12-31 23:59")];
    for at in far {
        for of in [IntervalUnit::Hour, IntervalUnit::Day, IntervalUnit::Month, IntervalUnit::Year] {
            for count in [1, 7, u32::MAX] {
                first_after(&anchor("2026-01-31 09:00", Berlin), every(count, of), at);
            }
        }
    }
}
