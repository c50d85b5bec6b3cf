//! `terms show`: the plan's rules as sentences.

use runout_core::facts::TermsVersion;
use serde_json::json;

use super::reply::Reply;
use crate::desk::Desk;
use crate::views::pen::Pen;
use crate::views::plan;
use crate::wire::Refusal;

/// `terms show`.
pub(super) fn show(desk: &Desk) -> Result<Reply, Refusal> {
    let facts = desk.book()?.facts();
    let pen = desk.pen()?;
    let shown: Vec<(&TermsVersion, String)> = facts
        .terms
        .iter()
        .map(|version| (version, plan::sentences(&facts.service.name, &facts.service.unit, &version.terms, &pen)))
        .collect();
    let documents: Vec<_> = shown
        .iter()
        .map(
            |(version, words)| json!({ "from": pen.instant(version.from), "name": version.terms.name, "words": words }),
        )
        .collect();
    let words = shown.iter().map(|(version, words)| paragraph(version, words, &pen)).collect::<Vec<_>>().join("\n\n");
    Ok(Reply::new(&json!({ "terms": documents }), words))
}

fn paragraph(version: &TermsVersion, words: &str, pen: &Pen) -> String {
    format!("{}, from {}:\n{words}", version.terms.name, Pen::day_and_year(pen.date_of(version.from)))
}
