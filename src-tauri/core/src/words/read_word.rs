//! One typed day or time, out of the words of a line.

use chrono::{Datelike, Days, NaiveTime, Weekday};

use super::Lean;
use crate::Day;

/// A day or a time; none inside where it looks like one that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// A day.
    Day(Option<Day>),
    /// A time of day.
    Time(Option<NaiveTime>),
}

impl Word {
    /// Reads the first one, two or three of these words, and says how many they were; none where they are neither.
    pub(crate) fn read(words: &[&str], today: Day, lean: Lean) -> Option<(Self, usize)> {
        let first = *words.first()?;
        if first.len() > 32 {
            return None;
        }
        if let Some((time, used)) = read_clock(first, words.get(1).copied()) {
            return Some((Self::Time(time), used));
        }
        if let Some(day) = one_word(first, today, lean) {
            return Some((Self::Day(day.filter(known)), 1));
        }
        let (number, month) = numbered_month(first, words.get(1).copied()?)?;
        Some((Self::Day(nearest(number, month, today, lean)), 2))
    }
}

/// Years that a log can have: what lies beyond is a slip of the finger.
fn known(day: &Day) -> bool {
    (1970..=9999).contains(&day.year())
}

fn one_word(word: &str, today: Day, lean: Lean) -> Option<Option<Day>> {
    let lower = word.to_ascii_lowercase();
    match lower.as_str() {
        "today" => return Some(Some(today)),
        "yesterday" => return Some(today.checked_sub_days(Days::new(1))),
        "tomorrow" => return Some(today.checked_add_days(Days::new(1))),
        _ => {}
    }
    weekday(&lower)
        .map(|weekday| nearest_weekday(weekday, today, lean))
        .or_else(|| shifted(&lower, today))
        .or_else(|| iso(&lower))
}

/// `-3d`, `+2w`.
fn shifted(word: &str, today: Day) -> Option<Option<Day>> {
    let back = word.strip_prefix(['-', '\u{2212}']);
    let size = back.or_else(|| word.strip_prefix('+'))?;
    let (number, length) = size.strip_suffix('d').map(|n| (n, 1)).or_else(|| size.strip_suffix('w').map(|n| (n, 7)))?;
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let days = number.parse::<u64>().ok().and_then(|number| number.checked_mul(length)).map(Days::new);
    Some(days.and_then(|days| if back.is_some() { today.checked_sub_days(days) } else { today.checked_add_days(days) }))
}

/// `2026-11-12`.
fn iso(word: &str) -> Option<Option<Day>> {
    let mut parts = word.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shape = [(year, 4..=4), (month, 1..=2), (day, 1..=2)];
    let fits = shape.iter().all(|(part, size)| size.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    if !fits || parts.next().is_some() {
        return None;
    }
    Some(Day::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

fn weekday(word: &str) -> Option<Weekday> {
    let known = match word {
        "tues" => "tue",
        "thur" | "thurs" => "thu",
        word if word.len() == 3 || word.ends_with("day") => word,
        _ => return None,
    };
    known.parse().ok()
}

fn nearest_weekday(weekday: Weekday, today: Day, lean: Lean) -> Option<Day> {
    match lean {
        Lean::Past => today.checked_sub_days(Days::new(today.weekday().days_since(weekday).into())),
        Lean::Future => today.checked_add_days(Days::new(weekday.days_since(today.weekday()).into())),
    }
}

/// `12 nov`, `nov 12`, `12th november`.
fn numbered_month(first: &str, second: &str) -> Option<(u32, u32)> {
    let in_order = of_month(first).zip(month(second));
    in_order.or_else(|| of_month(second).zip(month(first)))
}

fn of_month(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th", "."].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

fn month(word: &str) -> Option<u32> {
    let lower = word.to_ascii_lowercase();
    let known = if lower == "sept" { "sep" } else { lower.as_str() };
    known.parse::<chrono::Month>().ok().map(|month| month.number_from_month())
}

/// The year's nearest day in the leaned direction; 29 Feb looks up to 8 years away, over a century's gap.
fn nearest(number: u32, month: u32, today: Day, lean: Lean) -> Option<Day> {
    (0..=8).find_map(|years| match lean {
        Lean::Past => Day::from_ymd_opt(today.year() - years, month, number).filter(|day| *day <= today),
        Lean::Future => Day::from_ymd_opt(today.year() + years, month, number).filter(|day| *day >= today),
    })
}

/// `14:30`, `14:30:15`, `2pm`, `2:30 pm`, and how many words they took.
fn read_clock(word: &str, next: Option<&str>) -> Option<(Option<NaiveTime>, usize)> {
    let lower = word.to_ascii_lowercase();
    if let Some((digits, afternoon)) = half_day(&lower).filter(|(digits, _)| !digits.is_empty()) {
        return clock(digits, Some(afternoon)).map(|time| (time, 1));
    }
    if !lower.contains(':') {
        return None;
    }
    match next.map(str::to_ascii_lowercase).as_deref() {
        Some("am") => clock(&lower, Some(false)).map(|time| (time, 2)),
        Some("pm") => clock(&lower, Some(true)).map(|time| (time, 2)),
        _ => clock(&lower, None).map(|time| (time, 1)),
    }
}

fn half_day(word: &str) -> Option<(&str, bool)> {
    word.strip_suffix("am").map(|digits| (digits, false)).or_else(|| word.strip_suffix("pm").map(|d| (d, true)))
}

fn clock(digits: &str, afternoon: Option<bool>) -> Option<Option<NaiveTime>> {
    let parts: Vec<&str> = digits.split(':').collect();
    let fits = |(place, part): (usize, &&str)| {
        let sizes = if place == 0 { 1..=2 } else { 2..=2 };
        sizes.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.len() > 3 || !parts.iter().enumerate().all(fits) {
        return None;
    }
    let number = |place: usize| parts.get(place).map_or(Some(0), |part| part.parse::<u32>().ok());
    let (hour, minute, second) = (number(0)?, number(1)?, number(2)?);
    let hour = match afternoon {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return Some(None),
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    Some(NaiveTime::from_hms_opt(hour, minute, second))
}
