//! A statement as sums: opening, what came and went, closing; of everything and of each pot.

use runout_core::credits::Credits;
use runout_core::ledger;

use super::table::Table;
use crate::views::pen::Pen;

/// A row of the sums: its name, what it reads off the whole, what it reads off a pot.
type Row = (&'static str, fn(&ledger::Statement) -> Credits, fn(&ledger::PotStatement) -> Credits);

const NOTHING_IN_ALL: fn(&ledger::Statement) -> Credits = |_| Credits::ZERO;

/// The lines that are left out where they say nothing.
const SELDOM: &[&str] = &["Forgiven", "Moved in", "Moved out"];

const STATEMENT: &[Row] = &[
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
pub(super) fn sums(found: &ledger::Statement, pen: &Pen) -> String {
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

/// The same of one pot.
pub(super) fn of_pot(found: &ledger::PotStatement, pen: &Pen) -> String {
    let mut table = Table::new(&["", &format!(">{}", found.pot.0)]);
    for (name, _, each) in STATEMENT {
        let figure = each(found);
        if !SELDOM.contains(name) || !figure.is_zero() {
            table.row([(*name).to_owned(), pen.exact(figure)]);
        }
    }
    table.to_string()
}

/// The figures of a line: of the whole, of each pot, and of what no pot has. What moves between pots moves nothing in all.
fn figures((name, all, each): &Row, found: &ledger::Statement) -> Vec<Credits> {
    let pots: Vec<Credits> = found.pots.iter().map(each).collect();
    let sum = if name.starts_with("Moved") { 0 } else { pots.iter().map(|figure| figure.units()).sum() };
    let whole = all(found);
    let rest = Credits::new(whole.units() - sum).unwrap_or_default();
    std::iter::once(whole).chain(pots).chain([rest]).collect()
}
