//! The versions of the terms, with their dates.

use runout_core::Instant;
use runout_core::facts::TermsVersion;
use runout_core::outlook::Outlook;
use runout_core::terms::{Cadence, Interval, Terms};

use super::super::pen::Pen;
use super::{in_force, main_pot};
use crate::wire::TermsVersionView;

/// Every version, oldest first.
pub(super) fn versions(outlook: &Outlook<'_>, pen: &Pen) -> Vec<TermsVersionView> {
    let (before, to_come) = outlook.ledger.other_versions();
    let now = in_force(outlook);
    let all: Vec<_> = before.iter().chain(now).chain(to_come).collect();
    let ends = all.iter().skip(1).map(|next| Some(next.from)).chain([None]);
    let is_now = |version: &TermsVersion| now.is_some_and(|now| now.from == version.from);
    all.iter().zip(ends).map(|(version, end)| one(version, end, is_now(version), pen)).collect()
}

fn one(version: &TermsVersion, end: Option<Instant>, in_force: bool, pen: &Pen) -> TermsVersionView {
    TermsVersionView {
        from: version.from.to_rfc3339(),
        when: when(version.from, end, pen),
        words: format!("{}{}", version.terms.name, grants(&version.terms, pen)),
        in_force,
        pending: version.from > pen.now,
    }
}

/// "Since Thu 15 Oct 2026", "From Tue 15 Dec 2026", "Sun 15 Feb to Wed 14 Oct 2026".
fn when(from: Instant, end: Option<Instant>, pen: &Pen) -> String {
    let first = pen.date_of(from);
    match end.filter(|end| *end <= pen.now) {
        Some(end) => {
            let last = pen.date_of(end).pred_opt().unwrap_or(first).max(first);
            format!("{} to {}", pen.day(first), Pen::day_and_year(last))
        }
        None if from > pen.now => format!("From {}", Pen::day_and_year(first)),
        None => format!("Since {}", Pen::day_and_year(first)),
    }
}

/// ", 8,000 each month".
fn grants(terms: &Terms, pen: &Pen) -> String {
    let Some(grant) = main_pot(terms).and_then(|pot| pot.grant.as_ref()) else { return String::new() };
    let often = match grant.cadence {
        Cadence::Once => "once".to_owned(),
        Cadence::Every { every, .. } => match text(every).strip_prefix("1 ") {
            Some(unit) => format!("each {unit}"),
            None => format!("every {}", text(every)),
        },
        Cadence::FirstUse { window } => format!("with the first spend, for {}", text(window)),
    };
    format!(", {} {often}", pen.exact(grant.amount))
}

fn text(interval: Interval) -> String {
    runout_book::terms_document::phrases::interval_text(interval)
}
