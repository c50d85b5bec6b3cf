//! Days in words.

use chrono::{Datelike, Months};

use crate::Day;

/// "Tue 15 Dec"; with the year where it is not within 6 months of today.
pub fn day(day: Day, today: Day) -> String {
    format!("{} {}", day.weekday(), day_short(day, today))
}

/// "15 Dec", for a narrow column; with the year where it is not within 6 months of today.
pub fn day_short(day: Day, today: Day) -> String {
    let short = day.format("%-d %b");
    if within_six_months(day, today) { short.to_string() } else { format!("{short} {}", day.year()) }
}

/// "today", "yesterday", "tomorrow", else the date.
pub fn named_day(date: Day, today: Day) -> String {
    name(date, today).map_or_else(|| day(date, today), str::to_owned)
}

/// A day's head in the log: "Today, Fri 4 Dec", "Wed 2 Dec".
pub fn day_head(date: Day, today: Day) -> String {
    match (date - today).num_days() {
        0 => format!("Today, {}", day(date, today)),
        -1 => format!("Yesterday, {}", day(date, today)),
        1 => format!("Tomorrow, {}", day(date, today)),
        _ => day(date, today),
    }
}

/// "in 11 days", "3 days ago", "today"; beyond 30 days the date.
pub fn distance(date: Day, today: Day) -> String {
    match (date - today).num_days() {
        -1..=1 => named_day(date, today),
        days @ 2..=30 => format!("in {days} days"),
        days @ -30..=-2 => format!("{} days ago", -days),
        _ => day(date, today),
    }
}

fn name(date: Day, today: Day) -> Option<&'static str> {
    match (date - today).num_days() {
        0 => Some("today"),
        -1 => Some("yesterday"),
        1 => Some("tomorrow"),
        _ => None,
    }
}

fn within_six_months(day: Day, today: Day) -> bool {
    let half_a_year = Months::new(6);
    today.checked_sub_months(half_a_year).is_none_or(|from| from <= day)
        && today.checked_add_months(half_a_year).is_none_or(|to| day <= to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u32, of_month: u32) -> Day {
        Day::from_ymd_opt(year, month, of_month).unwrap()
    }

    #[test]
    fn a_date_names_its_year_when_it_is_not_within_six_months() {
        let today = on(2026, 12, 4);
        assert_eq!(day(on(2026, 12, 15), today), "Tue 15 Dec");
        assert_eq!(day(on(2027, 6, 4), today), "Fri 4 Jun");
        assert_eq!(day(on(2027, 6, 5), today), "Sat 5 Jun 2027");
        assert_eq!(day(on(2026, 6, 3), today), "Wed 3 Jun 2026");
        assert_eq!(day_short(on(2026, 11, 27), today), "27 Nov");
    }

    #[test]
    fn near_days_have_names_and_distances() {
        let today = on(2026, 12, 4);
        assert_eq!(named_day(on(2026, 12, 3), today), "yesterday");
        assert_eq!(distance(on(2026, 12, 15), today), "in 11 days");
        assert_eq!(distance(on(2026, 12, 1), today), "3 days ago");
        assert_eq!(distance(on(2026, 11, 4), today), "30 days ago");
        assert_eq!(distance(on(2026, 11, 3), today), "Tue 3 Nov");
        assert_eq!(distance(on(2026, 12, 5), today), "tomorrow");
        assert_eq!(day_head(today, today), "Today, Fri 4 Dec");
        assert_eq!(day_head(on(2026, 12, 2), today), "Wed 2 Dec");
    }
}
