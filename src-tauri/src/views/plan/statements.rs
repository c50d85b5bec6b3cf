//! The statements of two cycles, side by side.

use runout_core::credits::Credits;
use runout_core::ledger::{self, LedgerError, Statement};
use runout_core::outlook::Outlook;
use runout_core::words;
use runout_core::{Day, Instant};

use super::super::pen::Pen;
use super::super::promised;
use crate::wire::{CycleStatement, Span, SpanMark, StatementRow};

/// The statements of the cycle `back` cycles ago and of the one before it, the newer one last; and how many there are.
pub(super) fn statements(
    outlook: &Outlook<'_>,
    pen: &Pen,
    back: u32,
) -> Result<(Vec<CycleStatement>, u32), LedgerError> {
    let edges = edges(outlook)?;
    let count = edges.len().saturating_sub(1);
    let newest = count.saturating_sub(back as usize).max(1);
    let shown = &edges[newest.saturating_sub(2)..=newest.min(count)];
    let statements = ledger::statements(outlook.facts, shown)?;
    let running = newest == count;
    let last = statements.len().saturating_sub(1);
    // Side by side, both have the same rows.
    let forgiven = statements.iter().any(|one| !one.forgiven.is_zero());
    let each = statements.iter().enumerate();
    let views = each.map(|(place, one)| view(one, running && place == last, forgiven, pen)).collect();
    Ok((views, u32::try_from(count).unwrap_or(u32::MAX)))
}

/// Where the cycles begin, and an instant just after now, so that what was logged this moment counts.
fn edges(outlook: &Outlook<'_>) -> Result<Vec<Instant>, LedgerError> {
    let now = outlook.now + chrono::TimeDelta::milliseconds(1);
    let mut edges: Vec<Instant> = ledger::cycles(outlook.facts, outlook.now)?.iter().map(|cycle| cycle.start).collect();
    if edges.is_empty() {
        edges.push(outlook.facts.service.start.min(outlook.now));
    }
    edges.push(now);
    Ok(edges)
}

fn view(statement: &Statement, running: bool, forgiven: bool, pen: &Pen) -> CycleStatement {
    CycleStatement {
        words: range(statement, running, pen),
        rows: rows(statement, running, forgiven, pen),
        statement: promised::statement(statement, pen),
        adds_up: adds_up(statement),
    }
}

/// "15 Oct to 14 Nov", "15 Nov to now".
fn range(statement: &Statement, running: bool, pen: &Pen) -> String {
    let short = |day: Day| words::day_short(day, pen.today);
    let from = short(pen.date_of(statement.from));
    if running {
        return format!("{from} to now");
    }
    let last = pen.date_of(statement.to - chrono::TimeDelta::milliseconds(1));
    format!("{from} to {}", short(last))
}

fn rows(statement: &Statement, running: bool, forgiven: bool, pen: &Pen) -> Vec<StatementRow> {
    let row = |words: &str, figure: String, mark| StatementRow {
        words: words.to_owned(),
        figure: Span { text: figure, mark },
    };
    let gain = |words: &str, credits: Credits| row(words, pen.signed(credits), SpanMark::Plain);
    let loss = |words: &str, credits: Credits| row(words, pen.signed(negative(credits)), SpanMark::Plain);
    let lapsed = match (statement.lapsed.is_zero(), running) {
        // The cycle has not ended: what will lapse at the renewal is not known yet.
        (true, true) => row("Lapsed", "–".to_owned(), SpanMark::Quiet),
        (true, false) => row("Lapsed", "0".to_owned(), SpanMark::Plain),
        (false, _) => row("Lapsed", pen.signed(negative(statement.lapsed)), SpanMark::Lapse),
    };
    let mut rows = vec![
        row("Opening", pen.exact(statement.opening), SpanMark::Plain),
        gain("Granted", statement.granted),
        gain("Refunded", statement.refunded),
        gain("Gained", statement.gained),
        gain("Forgiven", statement.forgiven),
        loss("Spent", statement.spent),
        loss("Unlogged", statement.unlogged),
        lapsed,
        row("Closing", pen.exact(statement.closing), SpanMark::Fact),
    ];
    if !forgiven {
        rows.retain(|row| row.words != "Forgiven");
    }
    rows
}

fn negative(credits: Credits) -> Credits {
    Credits::ZERO.minus(credits).unwrap_or_default()
}

/// opening + granted + refunded + gained + forgiven = spent + unlogged + lapsed + closing.
fn adds_up(one: &Statement) -> bool {
    let came = [one.opening, one.granted, one.refunded, one.gained, one.forgiven];
    let went = [one.spent, one.unlogged, one.lapsed, one.closing];
    let sum = |amounts: &[Credits]| amounts.iter().map(|amount| i128::from(amount.units())).sum::<i128>();
    sum(&came) == sum(&went)
}
