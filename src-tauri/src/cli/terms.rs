//! `terms show` and `terms set`: the plan's rules as a document.

use runout_book::terms_document::{self, TermsDocument};
use runout_core::facts::{ChangeMode, TermsVersion};
use serde::Serialize;
use serde_json::json;

use super::reply::Reply;
use super::words::SetTerms;
use super::{changes, preview};
use crate::desk::Desk;
use crate::refusal::broken;
use crate::views::pen::Pen;
use crate::views::plan;
use crate::views::terms::{self, Voice};
use crate::wire::Refusal;

/// A version of the terms, for programs.
#[derive(Debug, Serialize)]
struct Version {
    /// From when on they hold.
    from: String,
    /// How they began.
    mode: &'static str,
    /// The rules, with the fields of the document.
    #[serde(flatten)]
    terms: TermsDocument,
}

/// `terms show`: the document of the terms in force under the sentences of every version; for programs all versions,
/// oldest first.
pub(super) fn show(desk: &mut Desk) -> Result<Reply, Refusal> {
    let in_force = desk.outlook(|outlook, _| plan::in_force(outlook).cloned().ok_or_else(broken))?;
    let facts = desk.book()?.facts();
    let pen = desk.pen()?;
    let actions = desk.book()?.actions();
    let voice = Voice { service: &facts.service.name, unit: &facts.service.unit, actions, pen: &pen };
    let mut words: Vec<String> = facts
        .terms
        .iter()
        .map(|version| {
            let sentences = terms::sentences(&version.terms, &voice);
            format!("# Since {}: {sentences}", pen.instant(version.from))
        })
        .collect();
    let nearest = desk.book()?.nearest();
    words.extend(nearest.map(|nearest| format!("# {nearest}")));
    words.push(String::new());
    words.push(terms_document::write(&in_force.terms, pen.decimals));
    let versions: Vec<_> = facts.terms.iter().map(|one| version(one, &pen)).collect();
    let document = match nearest {
        Some(nearest) => json!({ "nearest": nearest, "terms": versions }),
        None => json!({ "terms": versions }),
    };
    Ok(Reply::new(&document, words.join("\n")))
}

fn version(version: &TermsVersion, pen: &Pen) -> Version {
    let terms = TermsDocument::of(&version.terms, pen.decimals);
    Version { from: pen.instant(version.from), mode: mode(version.mode), terms }
}

const fn mode(mode: ChangeMode) -> &'static str {
    match mode {
        ChangeMode::Difference => "difference",
        ChangeMode::UpTo => "up_to",
        ChangeMode::Full => "full",
        ChangeMode::Prorate => "prorate",
        ChangeMode::Both => "both",
        ChangeMode::Next => "next",
        ChangeMode::Replace => "replace",
    }
}

/// `terms set`: what it does next to today's, and what it rewrites; then it is done, unless it was only to be said.
pub(super) fn set(desk: &mut Desk, typed: &SetTerms) -> Result<Reply, Refusal> {
    let edit = desk.read_terms(&typed.file, typed.from.as_deref(), typed.mode.as_deref())?;
    let would = desk.preview_change(&edit)?;
    if typed.dry_run {
        return Ok(Reply::new(&preview::document(&would), preview::in_words(&would)));
    }
    let told = desk.set_terms(&edit)?;
    let done = changes::changed(desk, &told)?;
    Ok(done.under(&preview::in_words(&would)))
}
