//! What a line has to be asked: before or after the check of its day?

use chrono::{NaiveTime, TimeDelta, Timelike};
use runout_core::Instant;
use runout_core::entry::Reading;
use runout_core::outlook::Outlook;
use runout_core::reconcile::check_beside;
use runout_core::words;

use crate::views::pen::Pen;
use crate::wire::{Completion, LineQuestion};

/// The question, and the lines that answer it: each is the line with a time on that side of the check.
pub(super) fn question(text: &str, reading: &Reading, outlook: &Outlook<'_>, pen: &Pen) -> Option<LineQuestion> {
    let check = check_beside(outlook.facts, reading.at, reading.date_only, outlook.now)?;
    let answer = |words: &str, time: NaiveTime| Completion {
        words: words.to_owned(),
        line: format!("{} {}", text.trim_end(), time.format("%H:%M")),
    };
    let minute = words::local(check, pen.zone).time().with_second(0)?;
    let (next, is_tomorrow) = minute.overflowing_add_signed(TimeDelta::minutes(1));
    let after = (is_tomorrow == 0).then(|| answer("After", next));
    Some(LineQuestion {
        words: before_or_after(check, pen),
        answers: std::iter::once(answer("Before", minute)).chain(after).collect(),
    })
}

/// "Before or after the check of Thu 3 Dec, 09:00?"
pub fn before_or_after(check: Instant, pen: &Pen) -> String {
    format!("Before or after the check of {}?", pen.moment(check))
}
