//! What a change of the plan would do, next to today's.

use runout_core::Instant;
use runout_core::credits::Credits;
use runout_core::facts::{Entry, Fact, Facts};
use runout_core::forecast::WillLapse;
use runout_core::ledger::{LedgerError, PlanState};
use runout_core::outlook::Outlook;

use super::super::pen::Pen;
use super::super::titles::counted;
use super::then;
use crate::wire::{BeforeAfter, Refusal};

/// What new terms, or something that happened to the plan, would do.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanChange {
    /// Now next to then.
    pub rows: Vec<BeforeAfter>,
    /// What of the past is reckoned anew, in sentences; empty where nothing is.
    pub rewrites: Vec<String>,
    /// What else is worth knowing before it is saved, in sentences.
    pub notes: Vec<String>,
}

/// What these facts would change, where the change begins at an instant: what happened since then is reckoned anew.
///
/// # Errors
/// A refusal where they cannot be reckoned with.
pub fn change(outlook: &Outlook<'_>, then: &Facts, begins: Instant, pen: &Pen) -> Result<PlanChange, Refusal> {
    let after = Outlook::of(then, outlook.actions, outlook.now, outlook.figures, &outlook.ask)?;
    let rewrites = if begins < outlook.now { rewrites(outlook, &after, begins, pen) } else { Vec::new() };
    let mut rows = rows(outlook, &after, pen);
    rows.extend(then::rows(outlook, &after, begins, pen)?);
    rows.extend(frozen(outlook, &after, pen)?);
    Ok(PlanChange { rows, rewrites, notes: Vec::new() })
}

/// What is left, the renewal, what will lapse, each pot where there are several; how the plan stands where it is told.
fn rows(now: &Outlook<'_>, then: &Outlook<'_>, pen: &Pen) -> Vec<BeforeAfter> {
    let row = |what: &str, of: &dyn Fn(&Outlook<'_>) -> String| BeforeAfter {
        what: what.to_owned(),
        before: of(now),
        after: of(then),
    };
    let mut rows = vec![
        row("Left", &|one| pen.exact(one.ledger.left())),
        row("Next renewal", &|one| one.renewal().map_or_else(|| "–".to_owned(), |at| pen.day_of(at))),
        row("Will lapse", &will_lapse),
    ];
    rows.extend(pots(now, then).into_iter().map(|pot| row(&pot, &|one| left_in(one, &pot, pen))));
    if [now, then].iter().any(|one| one.ledger.plan() != PlanState::Running) {
        rows.push(row("Plan", &|one| standing(one.ledger.plan(), pen)));
    }
    rows
}

/// What is frozen now, and what will be once a cancelled plan has ended; only where there is something.
fn frozen(now: &Outlook<'_>, then: &Outlook<'_>, pen: &Pen) -> Result<Vec<BeforeAfter>, LedgerError> {
    let row = |what: &str, before: Credits, after: Credits| {
        let told = !(before.is_zero() && after.is_zero());
        told.then(|| BeforeAfter { what: what.to_owned(), before: pen.exact(before), after: pen.exact(after) })
    };
    let frozen = row("Frozen", now.ledger.frozen(), then.ledger.frozen());
    let ends = [now, then].iter().any(|one| matches!(one.ledger.plan(), PlanState::Cancelled { until: Some(_) }));
    let freezes = if ends { row("Will freeze", then::freezes(now)?, then::freezes(then)?) } else { None };
    Ok(frozen.into_iter().chain(freezes).collect())
}

/// The pots of either, where there are several.
fn pots(now: &Outlook<'_>, then: &Outlook<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for balance in now.ledger.pots().iter().chain(then.ledger.pots()) {
        if !names.contains(&balance.pot.0) {
            names.push(balance.pot.0.clone());
        }
    }
    if names.len() > 1 { names } else { Vec::new() }
}

/// "18,451"; a dash where there is no such pot.
fn left_in(outlook: &Outlook<'_>, pot: &str, pen: &Pen) -> String {
    let balance = outlook.ledger.pots().iter().find(|balance| balance.pot.0 == pot);
    balance.map_or_else(|| "–".to_owned(), |balance| pen.exact(balance.left))
}

/// What will lapse of all pots together, of each at the first instant at which something of it can.
fn will_lapse(outlook: &Outlook<'_>) -> String {
    let ahead = outlook.forecast.as_ref().map_or(&[][..], |forecast| &forecast.will_lapse);
    let is_first = |(place, lapse): &(usize, &WillLapse)| ahead[..*place].iter().all(|other| other.pot != lapse.pot);
    let firsts = ahead.iter().enumerate().filter(is_first).map(|(_, lapse)| lapse.mean);
    let all = firsts.reduce(|sum, mean| sum.plus(mean).unwrap_or(Credits::MAX));
    all.map_or_else(|| "–".to_owned(), |all| outlook.estimate(all))
}

/// "running", "paused since Mon 9 Nov", "ends on Tue 15 Dec", "ended on Tue 15 Dec".
fn standing(plan: PlanState, pen: &Pen) -> String {
    match plan {
        PlanState::Running => "running".to_owned(),
        PlanState::Paused { since } => format!("paused since {}", pen.day_of(since)),
        PlanState::Cancelled { until: Some(until) } => format!("ends on {}", pen.day_of(until)),
        PlanState::Cancelled { until: None } => "cancelled".to_owned(),
        PlanState::Lapsed { since } => format!("ended on {}", pen.day_of(since)),
    }
}

/// "What happened since Sun 15 Nov is reckoned anew: 7 spends." and what each check then finds.
fn rewrites(now: &Outlook<'_>, then: &Outlook<'_>, since: Instant, pen: &Pen) -> Vec<String> {
    let is_anew = |entry: &&Entry| matches!(entry.fact, Fact::Spend(_)) && (since..=now.now).contains(&entry.at);
    let spends = then.facts.entries.iter().filter(is_anew).count();
    let mut sentences =
        vec![format!("What happened since {} is reckoned anew: {}.", pen.day_of(since), counted(spends, "spend"))];
    for check in now.ledger.checks() {
        let Some(after) = then.ledger.check(check.entry).filter(|after| after.computed != check.computed) else {
            continue;
        };
        sentences.push(format!(
            "The check of {} is then held against {} instead of {}.",
            pen.day_of(check.at),
            pen.exact(after.computed),
            pen.exact(check.computed)
        ));
    }
    sentences
}
