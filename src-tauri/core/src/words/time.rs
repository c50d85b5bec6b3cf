//! Instants in words.

use chrono::{Days, NaiveDateTime, NaiveTime, Timelike};

use super::Figures;
use super::date::day;
use crate::{Day, Instant, Zone};

/// The wall clock of a zone at an instant.
pub fn local(at: Instant, zone: Zone) -> NaiveDateTime {
    at.with_timezone(&zone).naive_local()
}

/// A time of day: "16:40", or "4:40 pm".
pub fn time(time: NaiveTime, figures: &Figures) -> String {
    if figures.clock_24 {
        return time.format("%H:%M").to_string();
    }
    let (afternoon, hour) = time.hour12();
    format!("{hour}:{:02} {}", time.minute(), if afternoon { "pm" } else { "am" })
}

/// "Tue 1 Dec, 18:20".
pub fn moment(at: Instant, zone: Zone, today: Day, figures: &Figures) -> String {
    let local = local(at, zone);
    format!("{}, {}", day(local.date(), today), time(local.time(), figures))
}

/// An end: "Mon 14 Dec, 24:00" where it falls on a midnight, else "Mon 14 Dec, 18:20".
pub fn end(at: Instant, zone: Zone, today: Day, figures: &Figures) -> String {
    match last_day_before(at, zone) {
        Some(last) => format!("{}, {}", day(last, today), midnight(figures)),
        None => moment(at, zone, today, figures),
    }
}

/// "ends with Mon 14 Dec" where it falls on a midnight, else "ends Mon 14 Dec, 18:20".
pub fn ends_with(at: Instant, zone: Zone, today: Day, figures: &Figures) -> String {
    match last_day_before(at, zone) {
        Some(last) => format!("ends with {}", day(last, today)),
        None => format!("ends {}", moment(at, zone, today, figures)),
    }
}

/// The day that ends at this instant, if one does; a day whose midnight the clock skips begins later.
fn last_day_before(at: Instant, zone: Zone) -> Option<Day> {
    let here = local(at, zone);
    let before = local(at - chrono::TimeDelta::seconds(1), zone);
    (here.date() != before.date()).then(|| here.date().checked_sub_days(Days::new(1))).flatten()
}

fn midnight(figures: &Figures) -> &'static str {
    if figures.clock_24 { "24:00" } else { "midnight" }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERLIN: Zone = Zone::Europe__Berlin;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn an_end_at_midnight_belongs_to_the_day_before() {
        let today = Day::from_ymd_opt(2026, 12, 4).unwrap();
        let midnight = at("2026-12-14T23:00:00Z");
        let figures = Figures::default();
        assert_eq!(end(midnight, BERLIN, today, &figures), "Mon 14 Dec, 24:00");
        assert_eq!(ends_with(midnight, BERLIN, today, &figures), "ends with Mon 14 Dec");
        assert_eq!(ends_with(at("2026-12-14T17:20:00Z"), BERLIN, today, &figures), "ends Mon 14 Dec, 18:20");
        assert_eq!(moment(at("2026-12-01T17:20:00Z"), BERLIN, today, &figures), "Tue 1 Dec, 18:20");
    }

    #[test]
    fn a_day_that_begins_at_one_has_its_end_at_the_midnight_that_was_skipped() {
        let today = Day::from_ymd_opt(2026, 9, 1).unwrap();
        let begins = at("2026-09-06T04:00:00Z");
        assert_eq!(ends_with(begins, Zone::America__Santiago, today, &Figures::default()), "ends with Sat 5 Sep");
    }

    #[test]
    fn times_follow_the_clock_of_the_locale() {
        let twelve = Figures { clock_24: false, ..Figures::default() };
        let of = |h, m| NaiveTime::from_hms_opt(h, m, 0).unwrap();
        assert_eq!(time(of(16, 40), &Figures::default()), "16:40");
        assert_eq!(time(of(16, 40), &twelve), "4:40 pm");
        assert_eq!(time(of(0, 5), &twelve), "12:05 am");
    }
}
