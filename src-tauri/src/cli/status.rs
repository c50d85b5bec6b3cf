//! `status`, `forecast`: what is left, until when.

use chrono::Days;
use runout_core::forecast::{self, ForecastAsk};
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
    let billed = outlook.ledger.billed();
    if !billed.is_zero() {
        words.push_str(&format!("\n\nOn account in this cycle: {}. It will be billed.", pen.exact(billed)));
    }
    for lot in outlook.ledger.pending() {
        let (amount, pot, at) = (pen.exact(lot.amount), &lot.pot.0, pen.moment(lot.at));
        words.push_str(&format!("\n\nTo come: {amount} in {pot}, on {at}. Not in what is left."));
    }
    format!("{words}\n\n{}", pots(outlook, pen))
}

/// The lots that hold something; what was used up pays nothing any more.
fn pots(outlook: &Outlook<'_>, pen: &Pen) -> String {
    let mut table = Table::new(&["Pot", "Lot", ">Left", "Ends"]);
    for lot in outlook.ledger.lots().filter(|lot| !lot.left.is_zero()) {
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
