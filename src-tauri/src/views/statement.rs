//! A statement line by line, as a bank prints it: what came and went when, and the balance after it.

mod page;

use std::collections::HashMap;

use chrono::TimeDelta;
use runout_core::Instant;
use runout_core::actions::Action;
use runout_core::credits::Credits;
use runout_core::facts::{Entry, EntryId, Fact, Facts};
use runout_core::ledger::{self, Edge, GrantedBy, LedgerError, Moment, Statement, What};
use runout_core::terms::PotName;

pub use page::{Choice, page};

use super::pen::Pen;
use super::titles;

/// A line of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When.
    pub at: Instant,
    /// "Spend: Veo 3, 8 s", "Renewal", "Lapsed".
    pub what: String,
    /// What came, or went where it is below 0.
    pub credits: Credits,
    /// The balance after it.
    pub balance: Credits,
}

/// A statement line by line, between the balance that it begins with and the one that it ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The first line.
    pub opening: Line,
    /// What came and went, the oldest first.
    pub lines: Vec<Line>,
    /// The last line.
    pub closing: Line,
}

impl Account {
    /// The lines between the balances that this statement of the same range begins and ends with.
    pub fn of(found: &Statement, lines: Vec<Line>, pot: Option<&PotName>) -> Self {
        let of_pot = |pot: &PotName| {
            let one = found.pots.iter().find(|one| one.pot == *pot);
            one.map_or((Credits::ZERO, Credits::ZERO), |one| (one.opening, one.closing))
        };
        let (opening, closing) = pot.map_or((found.opening, found.closing), of_pot);
        let edge = |at, what: &str, balance| Line { at, what: what.to_owned(), credits: Credits::ZERO, balance };
        Self { opening: edge(found.from, "Opening", opening), lines, closing: edge(found.to, "Closing", closing) }
    }

    /// Whether the lines lead from the opening balance to the closing one.
    pub fn adds_up(&self) -> bool {
        let came = self.lines.iter().try_fold(self.opening.balance, |sum, line| sum.plus(line.credits).ok());
        came == Some(self.closing.balance)
    }
}

/// Where the words of the lines come from; a long statement asks for an entry at each of its lines.
struct Book<'a> {
    entries: HashMap<EntryId, &'a Entry>,
    actions: &'a [Action],
}

/// The lines of `[from, to)`, of everything or of one pot; with the opening balance they lead to the closing one.
///
/// # Errors
/// [`LedgerError`] as for a replay.
pub fn lines(
    book: (&Facts, &[Action]),
    (from, to): (Instant, Instant),
    pot: Option<&PotName>,
) -> Result<Vec<Line>, LedgerError> {
    let ledger = ledger::replay(book.0, to, Edge::After)?;
    let mut moments: Vec<Moment> =
        ledger.moments().iter().filter(|moment| (from..=to).contains(&moment.at)).copied().collect();
    moments.sort_by_key(|moment| moment.at);
    let entries = book.0.entries.iter().map(|entry| (entry.id, entry)).collect();
    let named = Book { entries, actions: book.1 };
    let edges = edges(&moments, from, to);
    let parts = ledger::statements(book.0, &edges)?;
    let mut balance = parts.first().map_or(Credits::ZERO, |first| opening(first, pot));
    let mut lines = Vec::new();
    for part in &parts {
        let at = dated(part, &moments);
        let there = those_at(&moments, at);
        for (kind, credits) in moved(part, pot) {
            balance = balance.plus(credits)?;
            lines.push(Line { at, what: words(kind, there, &named), credits, balance });
        }
    }
    Ok(lines)
}

/// Around each instant at which something moved: what was lost there lies before it, all else until just after it.
fn edges(moments: &[Moment], from: Instant, to: Instant) -> Vec<Instant> {
    let around = moments.iter().flat_map(|moment| [moment.at, just_after(moment.at)]);
    let mut edges: Vec<Instant> = around.filter(|at| (from..to).contains(at)).chain([from, to]).collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

fn just_after(at: Instant) -> Instant {
    at + TimeDelta::milliseconds(1)
}

/// When what a part of the range tells happened.
fn dated(part: &Statement, moments: &[Moment]) -> Instant {
    let begins = part.to <= just_after(part.from) && !those_at(moments, part.from).is_empty();
    if begins { part.from } else { part.to }
}

/// What happened at an instant, out of moments in order.
fn those_at(moments: &[Moment], at: Instant) -> &[Moment] {
    let before = moments.partition_point(|moment| moment.at < at);
    let until = moments.partition_point(|moment| moment.at <= at);
    &moments[before..until]
}

fn opening(part: &Statement, pot: Option<&PotName>) -> Credits {
    let Some(pot) = pot else { return part.opening };
    part.pots.iter().find(|one| one.pot == *pot).map_or(Credits::ZERO, |one| one.opening)
}

/// What a line can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Forgiven,
    Granted,
    MovedIn,
    Spent,
    Refunded,
    Unlogged,
    Gained,
    Lapsed,
    MovedOut,
}

/// What came and went in a part, with its sign; what is nothing is left out.
fn moved(part: &Statement, pot: Option<&PotName>) -> Vec<(Kind, Credits)> {
    let none = Credits::ZERO;
    let figures = match pot {
        None => [
            (Kind::Forgiven, 1, part.forgiven),
            (Kind::Granted, 1, part.granted),
            (Kind::MovedIn, 1, none),
            (Kind::Spent, -1, part.spent),
            (Kind::Refunded, 1, part.refunded),
            (Kind::Unlogged, -1, part.unlogged),
            (Kind::Gained, 1, part.gained),
            (Kind::Lapsed, -1, part.lapsed),
            (Kind::MovedOut, -1, none),
        ],
        Some(pot) => {
            let Some(one) = part.pots.iter().find(|one| one.pot == *pot) else { return Vec::new() };
            [
                (Kind::Forgiven, 1, none),
                (Kind::Granted, 1, one.granted),
                (Kind::MovedIn, 1, one.moved_in),
                (Kind::Spent, -1, one.spent),
                (Kind::Refunded, 1, one.refunded),
                (Kind::Unlogged, -1, one.unlogged),
                (Kind::Gained, 1, one.gained),
                (Kind::Lapsed, -1, one.lapsed),
                (Kind::MovedOut, -1, one.moved_out),
            ]
        }
    };
    let some = figures.into_iter().filter(|(_, _, credits)| !credits.is_zero());
    some.map(|(kind, sign, credits)| (kind, Credits::new(sign * credits.units()).unwrap_or_default())).collect()
}

fn words(kind: Kind, there: &[Moment], book: &Book<'_>) -> String {
    match kind {
        Kind::Forgiven => "Overdrawn, forgiven".to_owned(),
        Kind::Granted => granted(there, book).to_owned(),
        Kind::MovedIn => "Moved in".to_owned(),
        Kind::Spent => named("Spend", there, book, |what| if let What::Spent(of) = what { Some(of) } else { None }),
        Kind::Refunded => {
            named("Refund", there, book, |what| if let What::Refunded { of, .. } = what { Some(of) } else { None })
        }
        Kind::Unlogged => "Not logged, by a balance check".to_owned(),
        Kind::Gained => "More than was logged, by a balance check".to_owned(),
        Kind::Lapsed => lapsed(there),
        Kind::MovedOut => "Moved out".to_owned(),
    }
}

fn granted(there: &[Moment], book: &Book<'_>) -> &'static str {
    let has = |wanted: fn(&What) -> bool| there.iter().any(|moment| wanted(&moment.what));
    let bought = there.iter().find_map(|moment| match moment.what {
        What::Granted { by: GrantedBy::Entry(id), .. } => {
            let entry = book.entries.get(&id)?;
            if let Fact::Grant(grant) = &entry.fact { Some(grant.bought) } else { None }
        }
        _ => None,
    });
    match () {
        () if has(|what| matches!(what, What::Renewed)) => "Renewal",
        () if has(|what| matches!(what, What::Granted { by: GrantedBy::Change, .. })) => "New terms",
        () if has(|what| matches!(what, What::Billed(_))) => "On account, billed",
        () if has(|what| matches!(what, What::Granted { by: GrantedBy::AutoRefill(_), .. })) => "Bought by the service",
        () if bought == Some(true) => "Top-up",
        () if bought == Some(false) => "Grant",
        () => "Granted by the plan",
    }
}

fn lapsed(there: &[Moment]) -> String {
    let kind = there.iter().find_map(|moment| match moment.what {
        What::Lapsed { kind, .. } => Some(kind),
        _ => None,
    });
    kind.map_or_else(|| "Lapsed".to_owned(), |kind| format!("Lapsed: {}", titles::lapse(kind)))
}

/// "Spend: Veo 3, 8 s", "Spend: Veo 3, 8 s and 2 more"; where an older one is paid now, "Spend".
fn named(word: &str, there: &[Moment], book: &Book<'_>, of: fn(What) -> Option<EntryId>) -> String {
    let titles: Vec<String> = there.iter().filter_map(|moment| of(moment.what)).map(|id| title(id, book)).collect();
    match titles.as_slice() {
        [] => word.to_owned(),
        [one] => format!("{word}: {one}"),
        [one, more @ ..] => format!("{word}: {one} and {} more", more.len()),
    }
}

fn title(id: EntryId, book: &Book<'_>) -> String {
    let spend = book.entries.get(&id);
    spend.and_then(|entry| titles::of_spend(entry, book.actions)).unwrap_or_else(|| "no action".to_owned())
}

/// The lines as CSV (RFC 4180), the opening and the closing balance among them.
pub fn csv(account: &Account, pen: &Pen) -> String {
    let plain = |credits| runout_core::words::plain(credits, pen.decimals);
    let row = |line: &Line| {
        let what = line.what.replace('"', "\"\"");
        format!("{},\"{what}\",{},{}\r\n", pen.instant(line.at), plain(line.credits), plain(line.balance))
    };
    let rows = std::iter::once(&account.opening).chain(&account.lines).chain([&account.closing]).map(row);
    std::iter::once("at,what,credits,balance\r\n".to_owned()).chain(rows).collect()
}
