//! The page of a statement line by line: its newest lines, between the opening and the closing balance.

use runout_core::words;

use super::{Account, Line};
use crate::views::pen::Pen;
use crate::wire::{StatementLine, StatementPage, StatementQuery, TermsChoice};

/// As many lines as a page holds at most.
const MOST: usize = 20_000;

/// What a statement can be of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The pots, by name.
    pub pots: Vec<String>,
    /// How many cycles there are; without any, the ranges are said otherwise.
    pub cycles: usize,
}

/// The page; of a long statement its newest lines, as many as were asked for.
pub fn page(account: &Account, query: &StatementQuery, choice: Choice, pen: &Pen) -> StatementPage {
    let lines = &account.lines;
    let wanted = usize::try_from(query.limit).unwrap_or(MOST).min(MOST);
    let earlier = lines.len().saturating_sub(wanted);
    StatementPage {
        query: query.clone(),
        words: format!("{} to {}", pen.moment(account.opening.at), pen.moment(account.closing.at)),
        ranges: ranges(choice.cycles),
        pots: choice.pots,
        opening: row(&account.opening, pen),
        lines: lines[earlier..].iter().map(|line| row(line, pen)).collect(),
        earlier: u32::try_from(earlier).unwrap_or(u32::MAX),
        earlier_words: not_shown(earlier, pen),
        closing: row(&account.closing, pen),
        adds_up: account.adds_up(),
    }
}

/// "9,800 earlier lines are not shown; the export has them all."
fn not_shown(earlier: usize, pen: &Pen) -> String {
    let word = if earlier == 1 { "line is" } else { "lines are" };
    let count = words::count(earlier as u64, &pen.figures);
    format!("{count} earlier {word} not shown; the export has them all.")
}

fn ranges(cycles: usize) -> Vec<TermsChoice> {
    let choice = |value: &str, words: &str| TermsChoice { value: value.to_owned(), words: words.to_owned() };
    let mut ranges = vec![choice("cycle", if cycles == 0 { "since the book began" } else { "this cycle" })];
    if cycles > 1 {
        ranges.push(choice("before", "the one before"));
    }
    ranges.push(choice("days", "from a day to a day"));
    ranges
}

/// The first line and the last move nothing: they have a balance alone.
fn row(line: &Line, pen: &Pen) -> StatementLine {
    let credits = if line.credits.is_zero() { String::new() } else { pen.signed(line.credits) };
    StatementLine { when: pen.moment(line.at), what: line.what.clone(), credits, balance: pen.exact(line.balance) }
}
