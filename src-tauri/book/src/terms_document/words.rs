//! The small phrases of a document: "30 days", "1 cycle", "2 x allotment", "90 days from renewal".

use chrono::{NaiveDateTime, NaiveTime, Timelike};
use runout_core::Day;
use runout_core::terms::{Interval, IntervalUnit, Kept, Life, Ratio};

const FROM_RENEWAL: &str = " from renewal";
const OF_ALLOTMENT: &str = " x allotment";

/// "month", "1 month", "30 days".
pub fn read_interval(text: &str) -> Option<Interval> {
    let text = text.trim();
    let (count, unit) = text.split_once(' ').unwrap_or(("1", text));
    let of = match unit.trim().trim_end_matches('s') {
        "hour" => IntervalUnit::Hour,
        "day" => IntervalUnit::Day,
        "week" => IntervalUnit::Week,
        "month" => IntervalUnit::Month,
        "year" => IntervalUnit::Year,
        _ => return None,
    };
    Some(Interval { count: above_nothing(count)?, of })
}

fn above_nothing(count: &str) -> Option<u32> {
    count.parse().ok().filter(|count| (1..=100_000).contains(count))
}

/// "1 month", "30 days".
pub fn interval_text(interval: Interval) -> String {
    let Interval { count, of } = interval;
    let unit = match of {
        IntervalUnit::Hour => "hour",
        IntervalUnit::Day => "day",
        IntervalUnit::Week => "week",
        IntervalUnit::Month => "month",
        IntervalUnit::Year => "year",
    };
    counted(count, unit)
}

fn counted(count: u32, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// "1 cycle", "5 cycles".
fn read_cycles(text: &str) -> Option<u32> {
    let (count, noun) = text.trim().split_once(' ')?;
    if noun.trim().trim_end_matches('s') == "cycle" { above_nothing(count) } else { None }
}

/// "forever", "until_renewal", "1 cycle", "90 days", "90 days from renewal".
pub(super) fn read_life(text: &str) -> Option<Life> {
    match text.trim() {
        "forever" => Some(Life::Forever),
        "until_renewal" => Some(Life::UntilRenewal),
        text => read_cycles(text)
            .map(Life::Cycles)
            .or_else(|| text.strip_suffix(FROM_RENEWAL).and_then(read_interval).map(Life::FromRenewal))
            .or_else(|| read_interval(text).map(Life::For)),
    }
}

pub(super) fn life_text(life: Life) -> String {
    match life {
        Life::Forever => "forever".to_owned(),
        Life::UntilRenewal => "until_renewal".to_owned(),
        Life::Cycles(cycles) => counted(cycles, "cycle"),
        Life::For(interval) => interval_text(interval),
        Life::FromRenewal(interval) => format!("{}{FROM_RENEWAL}", interval_text(interval)),
    }
}

/// "until_renewal", "while_subscribed", "1 cycle", "60 days".
pub(super) fn read_kept(text: &str) -> Option<Kept> {
    match text.trim() {
        "until_renewal" => Some(Kept::UntilRenewal),
        "while_subscribed" => Some(Kept::WhileSubscribed),
        text => read_cycles(text).map(Kept::Cycles).or_else(|| read_interval(text).map(Kept::For)),
    }
}

pub(super) fn kept_text(kept: Kept) -> String {
    match kept {
        Kept::UntilRenewal => "until_renewal".to_owned(),
        Kept::WhileSubscribed => "while_subscribed".to_owned(),
        Kept::Cycles(more) => counted(more, "cycle"),
        Kept::For(interval) => interval_text(interval),
    }
}

/// "1/2", "3".
pub fn read_ratio(text: &str) -> Option<Ratio> {
    let (parts, of) = text.split_once('/').unwrap_or((text, "1"));
    let of = of.trim().parse().ok().filter(|of| *of > 0)?;
    Some(Ratio { parts: parts.trim().parse().ok()?, of })
}

/// "1/2", "3".
pub fn ratio_text(ratio: Ratio) -> String {
    let Ratio { parts, of } = ratio;
    if of == 1 { parts.to_string() } else { format!("{parts}/{of}") }
}

/// "2 x allotment".
pub(super) fn read_allotments(text: &str) -> Option<Ratio> {
    text.trim().strip_suffix(OF_ALLOTMENT).and_then(read_ratio)
}

/// "2 x allotment".
pub fn allotments_text(ratio: Ratio) -> String {
    format!("{}{OF_ALLOTMENT}", ratio_text(ratio))
}

/// "2026-11-15", "2026-11-15 09:30", "2026-11-15T09:30:00".
pub(super) fn read_wall_clock(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    let day = |text: &str| Day::parse_from_str(text, "%Y-%m-%d").ok();
    let Some((date, time)) = text.split_once([' ', 'T']) else { return Some(day(text)?.and_time(NaiveTime::MIN)) };
    let time = ["%H:%M", "%H:%M:%S%.f"].iter().find_map(|form| NaiveTime::parse_from_str(time, form).ok())?;
    // A leap second is no time of day that a schedule can be counted from.
    (time.nanosecond() < 1_000_000_000).then_some(())?;
    Some(day(date)?.and_time(time))
}

/// "2026-11-15 09:30"; seconds only where there are some.
pub(super) fn wall_clock_text(day: Day, time: NaiveTime) -> String {
    let whole = time.second() == 0 && time.nanosecond() == 0;
    format!("{day} {}", time.format(if whole { "%H:%M" } else { "%H:%M:%S%.f" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_read_as_they_are_written() {
        for text in ["forever", "until_renewal", "1 cycle", "5 cycles", "90 days", "90 days from renewal", "1 year"] {
            assert_eq!(read_life(text).map(life_text).as_deref(), Some(text));
        }
        for text in ["until_renewal", "while_subscribed", "1 cycle", "60 days"] {
            assert_eq!(read_kept(text).map(kept_text).as_deref(), Some(text));
        }
        for text in ["2 x allotment", "1/2 x allotment"] {
            assert_eq!(read_allotments(text).map(allotments_text).as_deref(), Some(text));
        }
        assert_eq!(read_interval("month"), read_interval("1 month"));
    }

    #[test]
    fn what_means_nothing_is_not_read() {
        for text in ["0 days", "day 3", "", "-1 days", "5 moons", "0 cycles", "1.5 months"] {
            assert_eq!(read_life(text), None, "{text}");
        }
        assert_eq!((read_ratio("1/0"), read_ratio("half"), read_allotments("2")), (None, None, None));
        assert_eq!((read_wall_clock("2026-02-30"), read_wall_clock("15 Nov")), (None, None));
    }
}
