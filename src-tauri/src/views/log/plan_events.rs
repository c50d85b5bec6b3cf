//! What was said about the plan: cancelled, paused, resumed, a renewal that did not come or came at another time. It
//! moves no credits itself.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{Entry, Fact};
use runout_core::outlook::Outlook;
use runout_core::words;

use super::items::{Item, balance};
use crate::views::pen::Pen;
use crate::wire::{LogRow, Span, SpanMark};

/// Puts what was said about the plan among the rows, which stand newest first: what follows from it comes after it.
pub(super) fn among<'a>(rows: &mut Vec<Item<'a>>, outlook: &'a Outlook<'_>, since: Option<Instant>) {
    let shown = |entry: &&Entry| is_said(&entry.fact) && since.is_none_or(|since| entry.at >= since);
    for entry in outlook.facts.entries.iter().filter(shown) {
        let place = rows.partition_point(|row| row.at() >= entry.at);
        rows.insert(place, Item::Plan { entry, left: left_before(entry.at, outlook) });
    }
}

/// A renewal by hand is told by the cycle that it begins.
const fn is_said(fact: &Fact) -> bool {
    matches!(fact, Fact::Cancel | Fact::Pause | Fact::Resume | Fact::Shift { .. })
}

fn left_before(at: Instant, outlook: &Outlook<'_>) -> Option<Credits> {
    let moments = outlook.ledger.moments();
    let before = moments.partition_point(|moment| moment.at < at).checked_sub(1)?;
    moments.get(before).map(|moment| balance(moment.left, moment.overdrawn))
}

/// Its row.
pub(super) fn row(entry: &Entry, left: Option<Credits>, pen: &Pen) -> LogRow {
    let time = if entry.date_only {
        String::new()
    } else {
        words::time(words::local(entry.at, pen.zone).time(), &pen.figures)
    };
    let renewal = if let Fact::Shift { renewal, .. } = entry.fact { Some(renewal) } else { None };
    LogRow::Event {
        id: Some(entry.id.0),
        time,
        words: vec![Span { text: said(&entry.fact, pen), mark: SpanMark::Plain }],
        credits: String::new(),
        left: left.map(|left| pen.exact(left)).unwrap_or_default(),
        state: String::new(),
        renewal: renewal.map(|at| pen.typed(at)),
        not_come: matches!(entry.fact, Fact::Shift { to: None, .. }),
    }
}

fn said(fact: &Fact, pen: &Pen) -> String {
    match fact {
        Fact::Cancel => "The plan was cancelled".to_owned(),
        Fact::Pause => "The plan was paused".to_owned(),
        Fact::Resume => "The plan goes on".to_owned(),
        Fact::Shift { renewal, to: None } => format!("The renewal of {} did not come", pen.day_of(*renewal)),
        Fact::Shift { renewal, to: Some(to) } => {
            format!("The renewal of {} came on {}", pen.day_of(*renewal), pen.moment(*to))
        }
        _ => String::new(),
    }
}
