//! Which backups are kept: the newest of each of 7 days, 4 weeks and 12 months.

use chrono::{Datelike, NaiveDate};

/// Of backups made on these days, newest first: which are kept.
///
/// Days, weeks and months are those that have a backup, not those of the calendar: who comes back after a year finds
/// the old ones still there.
pub(super) fn keeps(days: &[NaiveDate]) -> Vec<bool> {
    let daily = newest_of(days, 7, |day| (day.year(), day.ordinal()));
    let weekly = newest_of(days, 4, |day| (day.iso_week().year(), day.iso_week().week()));
    let monthly = newest_of(days, 12, |day| (day.year(), day.month()));
    (0..days.len()).map(|place| [&daily, &weekly, &monthly].iter().any(|kept| kept.contains(&place))).collect()
}

/// The places of the newest backup in each of the `count` newest spans.
fn newest_of<Span: PartialEq>(days: &[NaiveDate], count: usize, span: impl Fn(NaiveDate) -> Span) -> Vec<usize> {
    let first = |place: &usize| *place == 0 || span(days[*place]) != span(days[place - 1]);
    (0..days.len()).filter(first).take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(days: &[&str]) -> Vec<String> {
        let days: Vec<NaiveDate> = days.iter().map(|day| day.parse().unwrap()).collect();
        let keeps = keeps(&days);
        days.iter().zip(keeps).filter(|(_, keep)| *keep).map(|(day, _)| day.to_string()).collect()
    }

    #[test]
    fn a_year_of_days_is_thinned_to_seven_days_four_weeks_and_twelve_months() {
        let last: NaiveDate = "2026-11-22".parse().unwrap();
        let days: Vec<String> = last.iter_days().rev().take(400).map(|day| day.to_string()).collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        let expected = [
            // Seven days; the newest of them is also the newest of its week and month.
            "2026-11-22",
            "2026-11-21",
            "2026-11-20",
            "2026-11-19",
            "2026-11-18",
            "2026-11-17",
            "2026-11-16",
            // The Sundays that end the three weeks before.
            "2026-11-15",
            "2026-11-08",
            "2026-11-01",
            // The last days of the eleven months before.
            "2026-10-31",
            "2026-09-30",
            "2026-08-31",
            "2026-07-31",
            "2026-06-30",
            "2026-05-31",
            "2026-04-30",
            "2026-03-31",
            "2026-02-28",
            "2026-01-31",
            "2025-12-31",
        ];
        assert_eq!(kept(&days), expected);
        assert_eq!(kept(&expected), expected, "thinning twice is thinning once");
    }

    #[test]
    fn who_was_away_for_a_year_keeps_what_there_was() {
        let days = ["2026-11-22", "2025-11-20", "2025-11-19", "2025-11-18"];
        assert_eq!(kept(&days), days);
        assert_eq!(kept(&[]), Vec::<String>::new());
    }

    #[test]
    fn of_two_on_one_day_the_newer_one_is_kept() {
        assert_eq!(keeps(&["2026-11-22".parse().unwrap(); 2]), [true, false]);
    }
}
