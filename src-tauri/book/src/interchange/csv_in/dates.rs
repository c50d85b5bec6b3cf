//! Dates and times as exports write them, with the day or the month first.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use runout_core::calendar::instant_of;
use runout_core::words::NOON;
use runout_core::{Day, Instant, Zone};

use super::settle::BothWays;

/// Whether 03/04/2026 is in April or in March.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

impl DateOrder {
    /// `day-first` or `month-first`.
    pub fn read(text: &str) -> Option<Self> {
        match text.trim().to_ascii_lowercase().as_str() {
            "day-first" => Some(Self::DayFirst),
            "month-first" => Some(Self::MonthFirst),
            _ => None,
        }
    }
}

/// A cell's instant, and whether only a date stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) at: Instant,
    pub(super) date_only: bool,
}

/// Reads an instant; what names no zone is on the service's wall clock, and a date alone is its noon.
pub(super) fn read(text: &str, order: DateOrder, zone: Zone) -> Option<Stamp> {
    let text = text.trim();
    if text.len() > 64 {
        return None;
    }
    if let Some(at) = unix(text) {
        return Some(Stamp { at, date_only: false });
    }
    let words = Words::of(text)?;
    let day = day(&words.day, order)?;
    let Some(time) = words.time else {
        return Some(Stamp { at: instant_of(zone, day.and_time(NOON)), date_only: true });
    };
    let local = day.and_time(time);
    let at = match words.offset {
        Some(offset) => local.checked_sub_signed(TimeDelta::seconds(offset))?.and_utc(),
        None => instant_of(zone, local),
    };
    Some(Stamp { at, date_only: false })
}

/// A cell with the day first, and with the month first.
pub(super) fn both_ways(place: usize, text: &str, zone: Zone) -> BothWays<Stamp> {
    let by = |order| read(text, order, zone);
    BothWays { place, one: by(DateOrder::DayFirst), other: by(DateOrder::MonthFirst) }
}

/// Seconds or milliseconds since 1970.
fn unix(text: &str) -> Option<Instant> {
    let number: i64 = text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())??;
    match text.len() {
        9 | 10 => Instant::from_timestamp(number, 0),
        12 | 13 => Instant::from_timestamp_millis(number),
        _ => None,
    }
}

/// A text's words, each by what it is.
#[derive(Default)]
struct Words<'a> {
    day: Vec<&'a str>,
    time: Option<NaiveTime>,
    offset: Option<i64>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let mut words = Self::default();
        let (mut afternoon, mut clock) = (None, None);
        for word in text.split(|c: char| c.is_whitespace() || c == ',').flat_map(day_and_time) {
            let word = word.trim_matches(['(', ')']);
            match word.to_ascii_lowercase().as_str() {
                "" => {}
                "am" | "a.m." => afternoon = Some(false),
                "pm" | "p.m." => afternoon = Some(true),
                "utc" | "gmt" | "z" => words.offset = Some(0),
                lower if is_weekday(lower) => {}
                lower if lower.starts_with(['+', '-']) => words.offset = Some(offset(lower)?),
                lower if lower.contains(':') => clock = Some(lower.to_owned()),
                _ => words.day.push(word),
            }
        }
        if let Some(clock) = clock {
            words.time = Some(words.read_clock(&clock, afternoon)?);
        }
        Some(words)
    }

    /// `14:05`, `14:05:12.5`, `2:05pm`, `14:05Z`, `14:05+01:00`.
    fn read_clock(&mut self, clock: &str, afternoon: Option<bool>) -> Option<NaiveTime> {
        let end = clock.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(clock.len());
        let (time, tail) = clock.split_at(end);
        let afternoon = match tail {
            "" => afternoon,
            "am" => Some(false),
            "pm" => Some(true),
            "z" => {
                self.offset = Some(0);
                afternoon
            }
            tail => {
                self.offset = Some(offset(tail)?);
                afternoon
            }
        };
        let read = ["%H:%M:%S%.f", "%H:%M"].iter().find_map(|form| NaiveTime::parse_from_str(time, form).ok())?;
        let Some(afternoon) = afternoon else { return Some(read) };
        let half = chrono::Timelike::hour(&read);
        let hour = (1..=12).contains(&half).then_some(half % 12 + if afternoon { 12 } else { 0 })?;
        chrono::Timelike::with_hour(&read, hour)
    }
}

/// `2026-11-22T14:05` is two words.
fn day_and_time(word: &str) -> impl Iterator<Item = &str> {
    let cut = word.find(['T', 't']).filter(|at| {
        let digit = |at: usize| word.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        *at > 0 && digit(at - 1) && digit(at + 1)
    });
    let (day, time) = cut.map_or((word, ""), |at| (&word[..at], &word[at + 1..]));
    [day, time].into_iter().filter(|word| !word.is_empty())
}

/// `+01:00`, `-0530`, `+1`, in seconds.
fn offset(text: &str) -> Option<i64> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+')?),
    };
    let digits = rest.replace(':', "");
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = digits.parse().ok()?;
    let (hours, minutes) = if digits.len() <= 2 { (number, 0) } else { (number / 100, number % 100) };
    (hours <= 15 && minutes < 60).then_some(sign * (hours * 3_600 + minutes * 60))
}

fn day(words: &[&str], order: DateOrder) -> Option<Day> {
    match words {
        [one] if one.len() == 8 && one.bytes().all(|byte| byte.is_ascii_digit()) => {
            NaiveDate::parse_from_str(one, "%Y%m%d").ok()
        }
        [one] => {
            let mark = one.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
            let parts: Vec<&str> = one.trim_end_matches('.').split(mark).collect();
            // Points stand in dates of countries that put the day first.
            of_parts(&parts, if mark == '.' { DateOrder::DayFirst } else { order })
        }
        words => of_parts(words, order),
    }
}

fn of_parts(parts: &[&str], order: DateOrder) -> Option<Day> {
    let &[one, two, three] = parts else { return None };
    match (month_named(one), month_named(two)) {
        (Some(month), _) => ymd(year(three)?, month, number(two)?),
        (_, Some(month)) if one.len() == 4 => ymd(year(one)?, month, number(three)?),
        (_, Some(month)) => ymd(year(three)?, month, number(one)?),
        _ if one.len() == 4 => ymd(year(one)?, number(two)?, number(three)?),
        _ => match order {
            DateOrder::DayFirst => ymd(year(three)?, number(two)?, number(one)?),
            DateOrder::MonthFirst => ymd(year(three)?, number(one)?, number(two)?),
        },
    }
}

fn ymd(year: i32, month: u32, day: u32) -> Option<Day> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// `2026`, or `26`.
fn year(text: &str) -> Option<i32> {
    let number: i32 = text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())??;
    match text.len() {
        2 => Some(2000 + number),
        4 => Some(number),
        _ => None,
    }
}

/// `22`, `22.`, `22nd`.
fn number(text: &str) -> Option<u32> {
    let digits = text.trim_end_matches('.').trim_end_matches(char::is_alphabetic);
    if (1..=2).contains(&digits.len()) { digits.parse().ok() } else { None }
}

fn month_named(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = text.trim_end_matches('.').to_ascii_lowercase();
    let begins = |month: &&str| name.len() <= 9 && name.starts_with(month);
    let place = MONTHS.iter().position(begins)?;
    u32::try_from(place + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    let plain = word.trim_end_matches('.');
    let letters = plain.bytes().all(|byte| byte.is_ascii_lowercase());
    letters && ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().any(|day| plain.starts_with(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str) -> [Option<String>; 2] {
        let BothWays { one, other, .. } = both_ways(0, text, Zone::Europe__Berlin);
        let written = |stamp: Option<Stamp>| {
            let Stamp { at, date_only } = stamp?;
            let local = at.with_timezone(&Zone::Europe__Berlin);
            Some(local.format(if date_only { "%F" } else { "%F %T" }).to_string())
        };
        [written(one), written(other)]
    }

    #[test]
    fn a_date_that_can_be_only_one_is_that() {
        for (text, read) in [
            ("2026-11-22", "2026-11-22"),
            ("2026/11/2", "2026-11-02"),
            ("20261122", "2026-11-22"),
            ("22.11.2026", "2026-11-22"),
            ("3.4.26", "2026-04-03"),
            ("22 Nov 2026", "2026-11-22"),
            ("Sun, 22 November 2026", "2026-11-22"),
            ("Nov 22nd, 2026", "2026-11-22"),
            ("22-Nov-2026", "2026-11-22"),
            ("2026-11-22 14:05", "2026-11-22 14:05:00"),
            ("2026-11-22T14:05:12", "2026-11-22 14:05:12"),
            ("2026-11-22T14:05:12.345Z", "2026-11-22 15:05:12"),
            ("2026-11-22T14:05:12+05:30", "2026-11-22 09:35:12"),
            ("2026-11-22 14:05:12 UTC", "2026-11-22 15:05:12"),
            ("2026-11-22 14:05 -0500", "2026-11-22 20:05:00"),
            ("Nov 22, 2026, 2:05 PM", "2026-11-22 14:05:00"),
            ("22.11.2026, 12:05am", "2026-11-22 00:05:00"),
            ("1795356312", "2026-11-22 15:05:12"),
            ("1795356312000", "2026-11-22 15:05:12"),
            ("03/03/2026", "2026-03-03"),
        ] {
            assert_eq!(both(text), [Some(read.to_owned()), Some(read.to_owned())], "{text}");
        }
    }

    #[test]
    fn a_date_that_can_be_two_is_both() {
        let cases = [
            ("03/04/2026", Some("2026-04-03"), Some("2026-03-04")),
            ("3-4-26 9:30", Some("2026-04-03 09:30:00"), Some("2026-03-04 09:30:00")),
            ("13/04/2026", Some("2026-04-13"), None),
            ("04/13/2026", None, Some("2026-04-13")),
        ];
        for (text, day_first, month_first) in cases {
            assert_eq!(both(text), [day_first.map(str::to_owned), month_first.map(str::to_owned)], "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "2026",
            "31/31/2026",
            "2026-13-01",
            "29.02.2026",
            "12:30",
            "1/2",
            "1/2/3/4",
            "ⅷ/1/2026",
            "2026-11-22 25:00",
            "22 Nov 2026 13:00 pm",
            "T",
            "é",
            "99999999999",
            "-",
            "+",
            "2026-11-22 +",
        ] {
            assert_eq!(both(text), [None, None], "{text}");
        }
    }
}
