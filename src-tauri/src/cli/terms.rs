//! `terms show`: the plan's rules as a document, each version under its sentences.

use serde::Serialize;

use super::reply::Reply;
use crate::desk::Desk;
use crate::refusal::broken;
use crate::views::plan;
use crate::views::terms_document::TermsDocument;
use crate::wire::Refusal;

/// Every version of the terms, oldest first.
#[derive(Debug, Serialize)]
struct Document {
    /// What the preset could not say about the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<String>,
    terms: Vec<TermsDocument>,
}

/// `terms show`.
pub(super) fn show(desk: &Desk) -> Result<Reply, Refusal> {
    let facts = desk.book()?.facts();
    let pen = desk.pen()?;
    let words = facts.terms.iter().map(|version| {
        format!("# {}", plan::sentences(&facts.service.name, &facts.service.unit, &version.terms, &pen))
    });
    let words: Vec<String> = words.collect();
    let nearest = desk.book()?.nearest().map(str::to_owned);
    let document =
        Document { nearest, terms: facts.terms.iter().map(|version| TermsDocument::of(version, &pen)).collect() };
    let toml = toml::to_string(&document).map_err(|_| broken())?;
    Ok(Reply::new(&document, format!("{}\n\n{}", words.join("\n"), toml.trim_end())))
}
