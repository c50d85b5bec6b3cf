//! `statement`: opening, what came and went, closing; as a sum or line by line.

use std::path::Path;

use chrono::TimeDelta;

use runout_book::write_file;
use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::ledger::{self, Statement};
use runout_core::terms::PotName;
use serde_json::json;

use super::reply::Reply;
use super::sums;
use super::table::Table;
use super::typed;
use super::words;
use crate::desk::Desk;
use crate::views::pen::Pen;
use crate::views::promised;
use crate::views::statement::{Line, csv, lines};
use crate::wire::Refusal;

/// `statement`: of the running cycle, or of a range of days; never beyond now.
pub(super) fn statement(desk: &Desk, typed: &words::Statement) -> Result<Reply, Refusal> {
    let book = desk.book()?;
    let (facts, pen) = (book.facts(), desk.pen()?);
    let pot = typed.pot.as_deref().map(|name| desk.pot_called(name, &pen)).transpose()?;
    let (from, to) = range(desk, &typed.range, &pen)?;
    let mut found = ledger::statement(facts, from, to)?;
    let account = match typed.lines || typed.csv.is_some() {
        true => Some(lines((facts, book.actions()), (from, to), pot.as_ref())?),
        false => None,
    };
    let edges = edges(&found, pot.as_ref());
    if let Some(pot) = &pot {
        found.pots.retain(|one| one.pot == *pot);
    }
    let mut words = vec![format!("{} to {}", pen.moment(from), pen.moment(to))];
    let answer = Reply::new(&promised::statement(&found, &pen), "");
    let Some(account) = account else {
        words.push(match (&pot, found.pots.first()) {
            (Some(_), Some(one)) => sums::of_pot(one, &pen),
            (Some(_), None) => "Nothing came or went in it.".to_owned(),
            (None, _) => sums::sums(&found, &pen),
        });
        return Ok(answer.under(&words.join("\n")));
    };
    words.push(table(&account, &edges, &pen));
    if let Some(file) = &typed.csv {
        let text = csv(&account, (&edges.0, &edges.1), &pen);
        if file == Path::new("-") {
            return Ok(Reply::text(text));
        }
        write_file(file, &text).map_err(|error| Refusal::from(&error))?;
        words.push(format!("Written to {}.", file.display()));
    }
    let document: Vec<_> = account.iter().map(|line| document(line, &pen)).collect();
    Ok(answer.with("lines", &document).under(&words.join("\n")))
}

fn range(desk: &Desk, typed: &words::Range, pen: &Pen) -> Result<(Instant, Instant), Refusal> {
    let facts = desk.book()?.facts();
    let (from, to) = typed::range(typed, desk)?;
    let cycle = ledger::cycles(facts, pen.now)?.last().map(|cycle| cycle.start);
    let from = from.or(cycle.filter(|start| to.is_none_or(|to| *start < to))).unwrap_or(facts.service.start);
    // What was logged this very moment counts: a range that goes to now ends just after it.
    let after_now = pen.now + TimeDelta::milliseconds(1);
    Ok((from, to.unwrap_or(after_now).min(after_now).max(from)))
}

/// The first line and the last.
fn edges(found: &Statement, pot: Option<&PotName>) -> (Line, Line) {
    let of_pot = |pot: &PotName| {
        let one = found.pots.iter().find(|one| one.pot == *pot);
        one.map_or((Credits::ZERO, Credits::ZERO), |one| (one.opening, one.closing))
    };
    let (opening, closing) = pot.map_or((found.opening, found.closing), of_pot);
    let edge = |at, what: &str, balance| Line { at, what: what.to_owned(), credits: Credits::ZERO, balance };
    (edge(found.from, "Opening", opening), edge(found.to, "Closing", closing))
}

fn table(lines: &[Line], (opening, closing): &(Line, Line), pen: &Pen) -> String {
    let mut table = Table::new(&["When", "What", ">Credits", ">Balance"]);
    let edge = |line: &Line| [pen.moment(line.at), line.what.clone(), String::new(), pen.exact(line.balance)];
    table.row(edge(opening));
    for line in lines {
        table.row([pen.moment(line.at), line.what.clone(), pen.signed(line.credits), pen.exact(line.balance)]);
    }
    table.row(edge(closing));
    table.to_string().trim_end().to_owned()
}

fn document(line: &Line, pen: &Pen) -> serde_json::Value {
    json!({
        "at": pen.instant(line.at),
        "what": line.what,
        "credits": pen.amount(line.credits),
        "balance": pen.amount(line.balance),
    })
}
