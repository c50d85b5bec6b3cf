//! How often, and by which clock: "each month on the 15th at 00:00, Europe/Berlin time".

use chrono::{Datelike, Days, Weekday};
use runout_core::terms::{Anchor, Interval, IntervalUnit};

use super::scribe::{Scribe, Spot, Word, spot};
use super::values::{self, Voice, each};

/// What the fields of a clock are called for a reader.
#[derive(Clone, Copy, Debug)]
pub(super) struct Called {
    pub(super) day: &'static str,
    pub(super) time: &'static str,
    pub(super) zone: &'static str,
}

/// A distance, where it is one of the usual ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Often {
    Each(IntervalUnit),
    Every,
}

const OFTEN: &[Word<Often>] = &[
    (Often::Each(IntervalUnit::Day), "day", "each day"),
    (Often::Each(IntervalUnit::Week), "week", "each week"),
    (Often::Each(IntervalUnit::Month), "month", "each month"),
    (Often::Each(IntervalUnit::Year), "year", "each year"),
    (Often::Every, "every", "every …"),
];

impl Often {
    pub(super) const fn of(every: Interval) -> Self {
        match every {
            Interval { count: 1, of: IntervalUnit::Hour } => Self::Every,
            Interval { count: 1, of } => Self::Each(of),
            _ => Self::Every,
        }
    }

    /// The distance that was chosen; one that has to be typed begins with 30 days.
    pub(super) const fn interval(self) -> Interval {
        match self {
            Self::Each(of) => each(of),
            Self::Every => Interval { count: 30, of: IntervalUnit::Day },
        }
    }
}

/// "each month", "every 30 days"; `names` are the fields of the word and of the distance.
pub(super) fn distance(scribe: &mut Scribe<'_>, path: &str, label: &'static str, every: &mut Interval) {
    let mut often = Often::of(*every);
    if scribe.chosen(spot(path, "every", label), &mut often, OFTEN) {
        *every = often.interval();
        if often == Often::Every {
            scribe.then(format!("{path}.distance"));
        }
    }
    typed_distance(scribe, path, every);
}

/// The distance itself, where no word says it.
pub(super) fn typed_distance(scribe: &mut Scribe<'_>, path: &str, every: &mut Interval) {
    if Often::of(*every) == Often::Every {
        scribe.say(" ");
        values::interval(scribe, spot(path, "distance", "How often"), every);
    }
}

/// " on the 15th at 00:00, Europe/Berlin time": as much of the anchor as the distance counts from.
pub(super) fn clock(
    scribe: &mut Scribe<'_>,
    voice: &Voice<'_>,
    path: &str,
    every: Interval,
    anchor: &mut Anchor,
    called: Called,
) {
    let day = spot(path, "anchor.day", called.day);
    match Often::of(every) {
        Often::Each(IntervalUnit::Day) => {}
        Often::Each(IntervalUnit::Week) => weekday(scribe, day, anchor),
        Often::Each(IntervalUnit::Month) => {
            scribe.say(" on the ");
            values::day_of_month(scribe, day, &mut anchor.day);
        }
        _ => {
            scribe.say(", counted from ");
            values::date(scribe, voice, day, &mut anchor.day);
        }
    }
    scribe.say(" at ");
    time_of_day(scribe, path, anchor, called);
}

/// "00:00, Europe/Berlin time".
pub(super) fn time_of_day(scribe: &mut Scribe<'_>, path: &str, anchor: &mut Anchor, called: Called) {
    values::time(scribe, spot(path, "anchor.time", called.time), &mut anchor.time);
    scribe.say(", ");
    values::zone(scribe, spot(path, "zone", called.zone), &mut anchor.zone);
    scribe.say(" time");
}

const WEEKDAYS: &[Word<Weekday>] = &[
    (Weekday::Mon, "monday", "Monday"),
    (Weekday::Tue, "tuesday", "Tuesday"),
    (Weekday::Wed, "wednesday", "Wednesday"),
    (Weekday::Thu, "thursday", "Thursday"),
    (Weekday::Fri, "friday", "Friday"),
    (Weekday::Sat, "saturday", "Saturday"),
    (Weekday::Sun, "sunday", "Sunday"),
];

/// " on Monday", of the same week.
fn weekday(scribe: &mut Scribe<'_>, day: Spot, anchor: &mut Anchor) {
    scribe.say(" on ");
    let mut weekday = anchor.day.weekday();
    if scribe.chosen(day, &mut weekday, WEEKDAYS) {
        let monday = anchor.day - Days::new(anchor.day.weekday().num_days_from_monday().into());
        anchor.day = monday + Days::new(weekday.num_days_from_monday().into());
    }
}
