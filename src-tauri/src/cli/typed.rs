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
    let today = desk.pen()?.today;
    let (from, to) = (read(&typed.from, "from")?, read(&typed.to, "to")?);
    if from.zip(to).is_some_and(|(from, to)| to <= from) {
        let words = "No day lies in this range: it ends before the day that --to names. Choose a later --to.";
        return Err(refusal("range_backwards", words).at("to"));
    }
    if from.is_some_and(|from| from > today) {
        return Err(
            refusal("range_ahead", "This range has not begun yet. Choose a --from that is not after today.").at("from")
        );
    }
    let zone = desk.zone();
    Ok((from.map(|day| start_of(day, zone)), to.map(|day| start_of(day, zone))))
}
