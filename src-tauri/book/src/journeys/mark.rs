//! Say what days mean for the pace.

use runout_core::calendar::day_of;
use runout_core::facts::Mark;
use runout_core::words;
use runout_core::{Day, Instant};

use crate::book::Book;
use crate::error::{JourneyError, Refused};
use crate::stored::StoredMark;
use crate::tables::documents::DocumentKind;
use crate::transact::Change;

/// A range of days longer than ten years is a slip of the fingers.
const DAYS_AT_MOST: i64 = 3_660;

impl Book {
    /// Marks the days from `from` to `to`, both included; no mark takes theirs away.
    ///
    /// # Errors
    /// [`Refused::BadDays`].
    pub fn mark(&mut self, from: Day, to: Day, mark: Option<Mark>, now: Instant) -> Result<Change, JourneyError> {
        self.transact(now, |work| {
            if !(0..DAYS_AT_MOST).contains(&(to - from).num_days()) {
                return Err(Refused::BadDays.into());
            }
            for day in from.iter_days().take_while(|day| *day <= to) {
                let before = work.contents.facts.marks.iter().find(|(one, _)| *one == day).map(|(_, mark)| *mark);
                let name = day.to_string();
                match mark {
                    _ if mark == before => {}
                    Some(mark) => work.put(DocumentKind::Mark, &name, &StoredMark::from(mark))?,
                    None => work.take_away(DocumentKind::Mark, &name)?,
                }
            }
            Ok(Change::named(name(from, to, day_of(now, work.contents.facts.service.zone), mark)))
        })
    }
}

fn name(from: Day, to: Day, today: Day, mark: Option<Mark>) -> String {
    let day = |day| words::day(day, today);
    let days = if from == to { day(from) } else { format!("{} to {}", day(from), day(to)) };
    match mark {
        Some(Mark::Nothing) => format!("marked {days} as quiet"),
        Some(Mark::Unlogged) => format!("marked {days} as not logged"),
        Some(Mark::OneOff) => format!("marked {days} as one-off"),
        None => format!("took the mark from {days}"),
    }
}
