//! What moved credits besides spends and checks: renewals, top-ups, refunds, ends.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{Entry, EntryId, Fact};
use runout_core::ledger::{GrantedBy, LapseKind, LotNumber, Moment, What};
use runout_core::outlook::{Mark, Outlook, Text};
use runout_core::words;

use super::items::balance;
use crate::views::pen::{Pen, spans};
use crate::views::titles;
use crate::wire::LogRow;

/// Moments that belong together: all that the calendar did at an instant, or one entry's doing.
pub(super) struct Event<'a> {
    pub(super) at: Instant,
    moments: &'a [Moment],
}

/// The event that begins with the first of these moments, and how many of them it is.
pub(super) fn events<'a>(moments: &'a [Moment], outlook: &Outlook<'_>) -> (Event<'a>, usize) {
    let first = moments[0];
    let together = moments.iter().take_while(|moment| moment.at == first.at && is_of_the_plan(moment)).count();
    let count = together.max(1);
    debug_assert!(outlook.ledger.at() >= first.at);
    (Event { at: first.at, moments: &moments[..count] }, count)
}

/// Whether the calendar or the terms did it, not an entry.
fn is_of_the_plan(moment: &Moment) -> bool {
    match moment.what {
        What::Granted { by, .. } => !matches!(by, GrantedBy::Entry(_)),
        What::Lapsed { kind, .. } => kind != LapseKind::Voided,
        What::Renewed | What::Forgiven | What::Moved { .. } | What::Billed(_) => true,
        What::Frozen(_) | What::Thawed(_) => true,
        What::Spent(_) | What::Checked(_) | What::Refunded { .. } => false,
    }
}

/// An event's row.
pub(super) fn row(event: &Event<'_>, outlook: &Outlook<'_>, pen: &Pen) -> LogRow {
    let entry = event.entry(outlook);
    let last = event.moments.last();
    let renewed = event.moments.iter().any(|moment| moment.what == What::Renewed);
    let expected = renewed && outlook.ledger.confirmed_by(event.at).is_none();
    let renewal = scheduled(event.at, outlook).filter(|_| renewed && entry.is_none());
    LogRow::Event {
        id: entry.map(|entry| entry.id.0),
        time: words::time(words::local(event.at, pen.zone).time(), &pen.figures),
        words: spans(&event.words(outlook, pen)),
        credits: event.granted().map(|granted| pen.signed(granted)).unwrap_or_default(),
        left: last.map(|moment| pen.exact(balance(moment.left, moment.overdrawn))).unwrap_or_default(),
        state: if expected { "expected, not confirmed".to_owned() } else { String::new() },
        renewal: renewal.map(|at| pen.typed(at)),
        not_come: false,
    }
}

/// The renewal of the schedule that came at this instant: another one's where it was said to have come then.
fn scheduled(at: Instant, outlook: &Outlook<'_>) -> Option<Instant> {
    let shifts = outlook.facts.entries.iter().rev();
    let shifted = shifts.into_iter().find_map(|entry| match entry.fact {
        Fact::Shift { renewal, to } if to == Some(at) => Some(renewal),
        _ => None,
    });
    Some(shifted.unwrap_or(at))
}

impl Event<'_> {
    /// The entry that did it, where one did.
    fn entry<'o>(&self, outlook: &'o Outlook<'_>) -> Option<&'o Entry> {
        match self.moments.first()?.what {
            What::Refunded { entry, .. } | What::Granted { by: GrantedBy::Entry(entry), .. } => outlook.entry(entry),
            What::Lapsed { lot, kind: LapseKind::Voided } => voided(lot, self.at, outlook),
            _ => self.renewed_by_hand(outlook),
        }
    }

    /// The entry that began a cycle here, where one did.
    fn renewed_by_hand<'o>(&self, outlook: &'o Outlook<'_>) -> Option<&'o Entry> {
        self.moments.iter().find(|moment| moment.what == What::Renewed)?;
        let began = |entry: &&Entry| entry.at == self.at && matches!(entry.fact, Fact::Renewal { .. });
        outlook.facts.entries.iter().rev().find(began)
    }

    /// What it added; for what only took, what it took.
    fn granted(&self) -> Option<Credits> {
        let sum = |wanted: fn(&What) -> bool| {
            let chosen = self.moments.iter().filter(|moment| wanted(&moment.what));
            Credits::new(chosen.map(|moment| moment.change.units()).sum()).ok().filter(|sum| !sum.is_zero())
        };
        sum(|what| matches!(what, What::Granted { .. } | What::Refunded { .. } | What::Billed(_)))
            .or_else(|| sum(|what| matches!(what, What::Lapsed { .. })))
    }

    fn words(&self, outlook: &Outlook<'_>, pen: &Pen) -> Text {
        let Some(first) = self.moments.first() else { return Text::default() };
        match first.what {
            What::Refunded { of, .. } => Text::plain(format!("Refund of {}", title(of, outlook))),
            What::Granted { by: GrantedBy::Entry(entry), lot } => grant(entry, lot, outlook, pen),
            What::Lapsed { lot, kind: LapseKind::Voided } => Text::plain(format!("{} was ended", pot(lot, outlook))),
            _ => self.of_the_plan(outlook, pen),
        }
    }

    /// What a renewal put into a bank, and its pot.
    fn moved(&self, outlook: &Outlook<'_>) -> Option<(Credits, String)> {
        let moved = self.moments.iter().filter_map(|moment| match moment.what {
            What::Moved { into, amount, .. } => Some((amount, into)),
            _ => None,
        });
        let (sum, into) = moved.fold((0, None), |sum, (amount, into)| (sum.0 + amount.units(), Some(into)));
        Some((Credits::new(sum).ok()?, outlook.ledger.lot(into?)?.pot.0))
    }

    /// "Renewal, 2,058 lapsed", "Granted", "Credits ended".
    fn of_the_plan(&self, outlook: &Outlook<'_>, pen: &Pen) -> Text {
        let has = |wanted: fn(&What) -> bool| self.moments.iter().any(|moment| wanted(&moment.what));
        let taken = |wanted: fn(&What) -> bool| {
            let chosen = self.moments.iter().filter(|moment| wanted(&moment.what));
            let units: i64 = chosen.map(|moment| moment.change.units().abs()).sum();
            Credits::new(units).ok().filter(|sum| !sum.is_zero()).map(|sum| pen.exact(sum))
        };
        let is_start = self.at == outlook.facts.service.start;
        let lead = match () {
            () if is_start => "The book begins",
            () if has(|what| matches!(what, What::Granted { by: GrantedBy::Change, .. })) => "New terms",
            () if has(|what| matches!(what, What::Renewed)) => "Renewal",
            () if has(|what| matches!(what, What::Granted { by: GrantedBy::AutoRefill(_), .. })) => {
                "Bought by the service"
            }
            () if has(|what| matches!(what, What::Granted { .. })) => "Granted by the plan",
            () if has(|what| matches!(what, What::Billed(_))) => "On account",
            () if has(|what| matches!(what, What::Frozen(_))) => "The plan has lapsed: credits frozen",
            () if has(|what| matches!(what, What::Thawed(_))) => "Frozen credits can pay again",
            () => "Credits ended",
        };
        let lapsed = taken(|what| matches!(what, What::Lapsed { .. }));
        let forgiven = taken(|what| matches!(what, What::Forgiven));
        let mut text = Text::plain(lead);
        if let Some(lapsed) = lapsed {
            text = text.say(", ").then(Mark::Lapse, format!("{lapsed} lapsed"));
        }
        if let Some((moved, into)) = self.moved(outlook) {
            text = text.say(format!(", {} moved into {into}", pen.exact(moved)));
        }
        match forgiven {
            Some(forgiven) => text.say(format!(", {forgiven} overdrawn forgiven")),
            None => text,
        }
    }
}

/// "Top-up of 5,000, ends Wed 3 Feb"; a bonus is a grant.
fn grant(entry: EntryId, lot: LotNumber, outlook: &Outlook<'_>, pen: &Pen) -> Text {
    let Some(Fact::Grant(grant)) = outlook.entry(entry).map(|entry| &entry.fact) else { return Text::default() };
    let name = if grant.bought { "Top-up" } else { "Grant" };
    let ends = outlook.ledger.lot(lot).and_then(|lot| lot.ends);
    let ends = ends.map(|ends| format!(", {}", words::ends_with(ends, pen.zone, pen.today, &pen.figures)));
    let note = if grant.note.is_empty() { String::new() } else { format!(", {}", grant.note) };
    Text::plain(format!("{name} of {}{}{note}", pen.exact(grant.amount), ends.unwrap_or_default()))
}

fn title(of: EntryId, outlook: &Outlook<'_>) -> String {
    let title = outlook.entry(of).and_then(|entry| titles::of_spend(entry, outlook.actions));
    title.unwrap_or_else(|| "a spend".to_owned())
}

fn pot(lot: LotNumber, outlook: &Outlook<'_>) -> String {
    outlook.ledger.lot(lot).map_or_else(|| "A lot".to_owned(), |lot| format!("A lot of {}", lot.pot.0))
}

/// The entry that ended a lot by hand.
fn voided<'o>(lot: LotNumber, at: Instant, outlook: &'o Outlook<'_>) -> Option<&'o Entry> {
    let id = outlook.ledger.lot(lot)?.id;
    let ends = |entry: &&Entry| entry.at == at && matches!(&entry.fact, Fact::Void { lot } if *lot == id);
    outlook.facts.entries.iter().rev().find(ends)
}
