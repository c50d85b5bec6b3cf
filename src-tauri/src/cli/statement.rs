//! `statement`: opening, what came and went, closing; as a sum or line by line.

use std::path::Path;

use runout_book::write_file;
use runout_core::ledger;
use serde_json::json;

use super::reply::Reply;
use super::sums;
use super::table::Table;
use super::typed;
use super::words;
use crate::desk::Desk;
use crate::views::pen::Pen;
use crate::views::promised;
use crate::views::statement::{Account, Line, csv};
use crate::wire::Refusal;

/// `statement`: of the running cycle, or of a range of days; never beyond now.
pub(super) fn statement(desk: &Desk, typed: &words::Statement) -> Result<Reply, Refusal> {
    let pen = desk.pen()?;
    let pot = typed.pot.as_deref().map(|name| desk.pot_called(name, &pen)).transpose()?;
    let (from, to) = typed::range(&typed.range, desk)?;
    let (from, to) = desk.statement_range(from, to, &pen)?;
    let mut found = ledger::statement(desk.book()?.facts(), from, to)?;
    let account = match typed.lines || typed.csv.is_some() {
        true => Some(desk.account(&found, pot.as_ref())?),
        false => None,
    };
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
    words.push(table(&account, &pen));
    if let Some(file) = &typed.csv {
        let text = csv(&account, &pen);
        if file == Path::new("-") {
            return Ok(Reply::text(text));
        }
        write_file(file, &text).map_err(|error| Refusal::from(&error))?;
        words.push(format!("Written to {}.", file.display()));
    }
    let document: Vec<_> = account.lines.iter().map(|line| document(line, &pen)).collect();
    Ok(answer.with("lines", &document).under(&words.join("\n")))
}

fn table(account: &Account, pen: &Pen) -> String {
    let mut table = Table::new(&["When", "What", ">Credits", ">Balance"]);
    let edge = |line: &Line| [pen.moment(line.at), line.what.clone(), String::new(), pen.exact(line.balance)];
    table.row(edge(&account.opening));
    for line in &account.lines {
        table.row([pen.moment(line.at), line.what.clone(), pen.signed(line.credits), pen.exact(line.balance)]);
    }
    table.row(edge(&account.closing));
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
