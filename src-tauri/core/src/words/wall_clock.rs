//! A time on the wall clock of a zone, as an instant, and what the clock did there.

use chrono::{LocalResult, NaiveDateTime, TimeZone};

use super::ClockNote;
use crate::calendar::instant_of;
use crate::{Instant, Zone};

/// The instant of a local time: the first after a gap, the first of two.
pub(super) fn resolve(typed: NaiveDateTime, zone: Zone) -> (Instant, ClockNote) {
    let note = match zone.from_local_datetime(&typed) {
        LocalResult::Single(_) => ClockNote::Plain,
        LocalResult::Ambiguous(..) => ClockNote::Twice,
        LocalResult::None => ClockNote::Skipped,
    };
    (instant_of(zone, typed), note)
}
