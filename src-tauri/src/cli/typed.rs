//! Typed days as values, in the words of the open book.

use runout_core::calendar::start_of;
use runout_core::words::{self, Lean};
use runout_core::{Day, Instant};

use super::words::Range;
use crate::desk::Desk;
use crate::refusal::refusal;
use crate::wire::Refusal;

/// A day.
pub(super) fn day(text: &str, desk: &Desk, lean: Lean, field: &str) -> Result<Day, Refusal> {
    words::read_day(text, desk.pen()?.today, lean).map_err(|error| Refusal::from(error).at(field))
}

/// The instants between which a range of days lies: a date is its first instant, and the range ends before it.
pub(super) fn range(typed: &Range, desk: &Desk) -> Result<(Option<Instant>, Option<Instant>), Refusal> {
    let read =
        |text: &Option<String>, field| text.as_deref().map(|text| day(text, desk, Lean::Past, field)).transpose();
    let (from, to) = (read(&typed.from, "from")?, read(&typed.to, "to")?);
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        return Err(refusal("range_backwards", "The range ends before it begins. Exchange --from and --to.").at("to"));
    }
    let zone = desk.zone();
    Ok((from.map(|day| start_of(day, zone)), to.map(|day| start_of(day, zone))))
}
