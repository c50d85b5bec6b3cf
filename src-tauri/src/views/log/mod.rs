//! The log: newest first, under the heads of its days, with the balance after each row.

mod events;
mod items;
mod plan_events;
mod rows;

use runout_core::calendar::start_of;
use runout_core::credits::Credits;
use runout_core::outlook::Outlook;
use runout_core::{Day, Instant, words};

use self::items::{Item, Items};
use super::entry_desk::entry_desk;
use super::pen::Pen;
use crate::wire::{LogQuery, LogRow, LogView, MonthStart};

/// The longest window that is answered.
const MOST_ROWS: u32 = 500;

/// A window of the log. The whole log is put in order each time, and only the window is written out.
pub fn log(query: &LogQuery, outlook: &Outlook<'_>, pen: &Pen) -> LogView {
    let items = Items::of(outlook, since(query, outlook), &query.text);
    let places = items.places(pen);
    let from = (query.offset as usize).min(places.len());
    let to = from.saturating_add(query.limit.min(MOST_ROWS) as usize).min(places.len());
    LogView {
        query: query.clone(),
        summary: summary(query, &items, outlook, pen),
        total: u32::try_from(places.len()).unwrap_or(u32::MAX),
        empty: outlook.facts.entries.is_empty(),
        rows: written(&places[from..to], &items, outlook, pen),
        months: months(&places),
    }
}

/// A row of the whole log: a day's head, or one of the items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Head(Day),
    Row(usize),
}

fn written(places: &[Place], items: &Items<'_>, outlook: &Outlook<'_>, pen: &Pen) -> Vec<LogRow> {
    let desk = entry_desk(outlook, &[]);
    let row = |place: &Place| match *place {
        Place::Head(day) => head(day, items, pen),
        Place::Row(at) => match &items.rows[at] {
            Item::Spend { entry, spend, left } => rows::spend((entry, spend), *left, outlook, &desk, pen),
            Item::Check { outcome, left } => rows::check(outcome, *left, outlook, pen),
            Item::Event(event) => events::row(event, outlook, pen),
            Item::Plan { entry, left } => plan_events::row(entry, *left, pen),
        },
    };
    places.iter().map(row).collect()
}

fn head(day: Day, items: &Items<'_>, pen: &Pen) -> LogRow {
    let sum = items.spent_on(day, pen);
    let credits = if sum.is_zero() { String::new() } else { pen.exact(sum) };
    LogRow::Day { date: super::pen::date(day), words: words::day_head(day, pen.today), credits }
}

/// From when on rows are shown; none: all.
fn since(query: &LogQuery, outlook: &Outlook<'_>) -> Option<Instant> {
    match query.range.as_str() {
        "cycle" => outlook.ledger.cycle().map(|cycle| cycle.start),
        day => day.parse().ok().map(|day: Day| start_of(day, outlook.zone())),
    }
}

/// "This cycle: 39 spends, 21,426 credits, and 312 unlogged".
fn summary(query: &LogQuery, items: &Items<'_>, outlook: &Outlook<'_>, pen: &Pen) -> String {
    let spends = match items.spends {
        1 => "1 spend".to_owned(),
        n => format!("{} spends", words::count(n, &pen.figures)),
    };
    let amount = format!("{} {}", pen.exact(items.spent), outlook.facts.service.unit);
    let lead = match query.range.as_str() {
        _ if !query.text.trim().is_empty() => return format!("{spends} found, {amount}"),
        "cycle" if outlook.ledger.cycle().is_some() => "This cycle".to_owned(),
        day => day.parse().map_or_else(|_| "All".to_owned(), |day: Day| format!("Since {}", pen.day(day))),
    };
    let unlogged = if items.unlogged > Credits::ZERO {
        format!(", and {} unlogged", pen.exact(items.unlogged))
    } else {
        String::new()
    };
    format!("{lead}: {spends}, {amount}{unlogged}")
}

/// The first row of each month, for the scrollbar.
fn months(places: &[Place]) -> Vec<MonthStart> {
    let mut months: Vec<MonthStart> = Vec::new();
    for (place, row) in places.iter().zip(0..) {
        let Place::Head(day) = place else { continue };
        let words = day.format("%b %Y").to_string();
        if months.last().is_none_or(|last| last.words != words) {
            months.push(MonthStart { words, row });
        }
    }
    months
}

#[cfg(test)]
mod tests;
