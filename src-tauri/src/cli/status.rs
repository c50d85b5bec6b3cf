//! `status`, `forecast`, `statement`: what is left, until when, and how it came to that.

use chrono::{Days, TimeDelta};
use runout_core::credits::Credits;
use runout_core::forecast::{self, ForecastAsk};
use runout_core::ledger;
use runout_core::outlook::Outlook;
use runout_core::words::Lean;

use super::reply::Reply;
use super::table::Table;
use super::typed;
use super::words;
use crate::desk::Desk;
use crate::refusal::refusal;
use crate::views::pen::Pen;
use crate::views::promised;
use crate::wire::Refusal;

/// The outlook as a command asks for it: with its own seed, replays and days.
pub(super) fn outlook<'a>(desk: &'a Desk, ask: &ForecastAsk) -> Result<Outlook<'a>, Refusal> {
    let book = desk.book()?;
    Ok(Outlook::of(book.facts(), book.actions(), desk.now(), desk.figures()?, ask)?)
}

/// `status`.
pub(super) fn status(desk: &Desk, seed: Option<u64>) -> Result<Reply, Refusal> {
    let outlook = outlook(desk, &seeded(desk, seed)?)?;
    let pen = Pen::of(&outlook);
    let document = promised::status(&outlook, &pen);
    Ok(Reply::new(&document, status_words(&outlook, &pen)))
}

/// `forecast`.
pub(super) fn forecast(desk: &Desk, asked: &words::Forecast, seed: Option<u64>) -> Result<Reply, Refusal> {
    let mut ask = seeded(desk, seed)?;
    if let Some(paths) = asked.paths {
        ask.paths = usize::try_from(paths).unwrap_or(ForecastAsk::MOST_PATHS);
    }
    if let Some(until) = &asked.until {
        ask.days = Some(days_until(until, desk)?);
    }
    let outlook = outlook(desk, &ask)?;
    let pen = Pen::of(&outlook);
    let Some(found) = &outlook.forecast else {
        return Err(refusal("nothing_known", "Nothing is known yet: log a spend, then ask again."));
    };
    let document = promised::forecast(found, &pen);
    let words = format!("{}\n\n{}", sentences(&outlook), bands(found, &pen));
    Ok(Reply::new(&document, words))
}

/// `statement`: of the running cycle, or of a range of days; never beyond now.
pub(super) fn statement(desk: &Desk, range: &words::Range) -> Result<Reply, Refusal> {
    let facts = desk.book()?.facts();
    let pen = desk.pen()?;
    let (from, to) = typed::range(range, desk)?;
    let cycle = ledger::cycles(facts, pen.now)?.last().map(|cycle| cycle.start);
    let from = from.or(cycle.filter(|start| to.is_none_or(|to| *start < to))).unwrap_or(facts.service.start);
    // What was logged this very moment counts: a range that goes to now ends just after it.
    let after_now = pen.now + TimeDelta::milliseconds(1);
    let to = to.unwrap_or(after_now).min(after_now).max(from);
    let found = ledger::statement(facts, from, to)?;
    let head = format!("{} to {}", pen.moment(from), pen.moment(to));
    let document = promised::statement(&found, &pen);
    Ok(Reply::new(&document, format!("{head}\n{}", statement_words(&found, &pen))))
}

/// What a forecast is asked, with this seed.
pub(super) fn seeded(desk: &Desk, seed: Option<u64>) -> Result<ForecastAsk, Refusal> {
    let ask = desk.ask()?;
    Ok(ForecastAsk { seed: seed.unwrap_or(ask.seed), ..ask })
}

fn days_until(until: &str, desk: &Desk) -> Result<usize, Refusal> {
    let today = desk.pen()?.today;
    let day = typed::day(until, desk, Lean::Future, "until")?;
    let last = today + Days::new(ForecastAsk::MOST_DAYS as u64 - 1);
    if !(today..=last).contains(&day) {
        let words = format!("A forecast reaches from today to {last}. Choose a day between them.");
        return Err(refusal("until_out_of_reach", words).at("until"));
    }
    Ok(usize::try_from((day - today).num_days()).unwrap_or(0) + 1)
}

fn sentences(outlook: &Outlook<'_>) -> String {
    let sentence = outlook.sentence();
    let lines = [Some(sentence.first.to_string()), Some(sentence.second.to_string()), sentence.learning, sentence.note];
    lines.into_iter().flatten().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn status_words(outlook: &Outlook<'_>, pen: &Pen) -> String {
    let mut words = sentences(outlook);
    let sum: Vec<String> = outlook.provenance().iter().map(|term| term.text.to_string()).collect();
    if !sum.is_empty() {
        words.push_str(&format!("\n{}", sum.join(" ")));
    }
    for cell in outlook.cells() {
        words.push_str(&format!("\n\n{}: {}", cell.head, cell.figure));
        cell.lines.iter().for_each(|line| words.push_str(&format!("\n  {line}")));
    }
    format!("{words}\n\n{}", pots(outlook, pen))
}

fn pots(outlook: &Outlook<'_>, pen: &Pen) -> String {
    let mut table = Table::new(&["Pot", "Lot", ">Left", "Ends"]);
    for lot in outlook.ledger.pots().iter().flat_map(|pot| &pot.lots) {
        let ends = lot.ends.map_or_else(|| "never".to_owned(), |ends| pen.moment(ends));
        table.row([lot.pot.0.clone(), lot.id.0.clone(), pen.exact(lot.left), ends]);
    }
    table.to_string()
}

fn bands(forecast: &forecast::Forecast, pen: &Pen) -> String {
    let mut table = Table::new(&["Day's end", ">10 %", ">25 %", ">50 %", ">75 %", ">90 %"]);
    for (day, bands) in forecast.from.iter_days().zip(&forecast.left) {
        let figures = [bands.p10, bands.p25, bands.p50, bands.p75, bands.p90].map(|left| pen.exact(left));
        table.row(std::iter::once(pen.day(day)).chain(figures));
    }
    table.to_string()
}

/// A line of a statement: its name, what it reads off the whole, what it reads off a pot.
type Line = (&'static str, fn(&ledger::Statement) -> Credits, fn(&ledger::PotStatement) -> Credits);

const NOTHING_IN_ALL: fn(&ledger::Statement) -> Credits = |_| Credits::ZERO;

/// The lines that are left out where they say nothing.
const SELDOM: &[&str] = &["Forgiven", "Moved in", "Moved out"];

const STATEMENT: &[Line] = &[
    ("Opening", |all| all.opening, |pot| pot.opening),
    ("Granted", |all| all.granted, |pot| pot.granted),
    ("Refunded", |all| all.refunded, |pot| pot.refunded),
    ("Gained", |all| all.gained, |pot| pot.gained),
    ("Forgiven", |all| all.forgiven, |_| Credits::ZERO),
    ("Moved in", NOTHING_IN_ALL, |pot| pot.moved_in),
    ("Spent", |all| all.spent, |pot| pot.spent),
    ("Unlogged", |all| all.unlogged, |pot| pot.unlogged),
    ("Lapsed", |all| all.lapsed, |pot| pot.lapsed),
    ("Moved out", NOTHING_IN_ALL, |pot| pot.moved_out),
    ("Closing", |all| all.closing, |pot| pot.closing),
];

/// What is overdrawn belongs to no pot: where the whole is not the sum of its pots, the rest has a column of its own.
fn statement_words(found: &ledger::Statement, pen: &Pen) -> String {
    let rows: Vec<(&str, Vec<Credits>)> = STATEMENT.iter().map(|line| (line.0, figures(line, found))).collect();
    let rest = rows.iter().any(|(_, figures)| figures.last().is_some_and(|rest| !rest.is_zero()));
    let pots: Vec<String> = found.pots.iter().map(|pot| format!(">{}", pot.pot.0)).collect();
    let mut heads: Vec<&str> = ["", ">In all"].into_iter().chain(pots.iter().map(String::as_str)).collect();
    heads.extend(rest.then_some(">Not covered"));
    let mut table = Table::new(&heads);
    for (name, figures) in rows {
        if !SELDOM.contains(&name) || figures.iter().any(|figure| !figure.is_zero()) {
            let figures = figures.into_iter().take(heads.len() - 1).map(|figure| pen.exact(figure));
            table.row(std::iter::once(name.to_owned()).chain(figures));
        }
    }
    table.to_string()
}

/// The figures of a line: of the whole, of each pot, and of what no pot has. What moves between pots moves nothing in all.
fn figures((name, all, each): &Line, found: &ledger::Statement) -> Vec<Credits> {
    let pots: Vec<Credits> = found.pots.iter().map(each).collect();
    let sum = if name.starts_with("Moved") { 0 } else { pots.iter().map(|figure| figure.units()).sum() };
    let whole = all(found);
    let rest = Credits::new(whole.units() - sum).unwrap_or_default();
    std::iter::once(whole).chain(pots).chain([rest]).collect()
}
