//! What a change of the book answers, and the history of changes.

use runout_book::ChangeState;
use runout_core::ledger::{Edge, replay};
use serde::Serialize;
use serde_json::json;

use super::reply::Reply;
use super::table::Table;
use crate::desk::{Desk, Told};
use crate::wire::{Amount, Refusal};

/// What a change of the book answers.
#[derive(Serialize)]
struct Done {
    /// What was done, in words.
    done: String,
    /// The entry that it is about.
    entry: Option<i64>,
    /// The service that lies open.
    service: String,
    /// What is left of it.
    left: Amount,
}

/// The answer to a change: what was done, and what is left now.
pub(super) fn changed(desk: &Desk, told: &Told) -> Result<Reply, Refusal> {
    let facts = desk.book()?.facts();
    let left = replay(facts, desk.now(), Edge::After)?.left();
    let service = facts.service.name.clone();
    let done = Done { done: told.words.to_string(), entry: told.entry, service, left: desk.pen()?.amount(left) };
    Ok(Reply::new(&done, done.done.clone()))
}

/// `history`.
pub(super) fn history(desk: &Desk) -> Result<Reply, Refusal> {
    let pen = desk.pen()?;
    let rows = desk.read(|book| book.history(1_000))?;
    let mut table = Table::new(&[">Id", "When", "What", "State"]);
    let mut changes = Vec::new();
    for row in &rows {
        let state = state(row.state);
        changes.push(json!({ "entry": row.entry.map(|entry| entry.0), "name": row.name, "at": pen.instant(row.at), "state": state }));
        let shown = if state == "done" { "" } else { state };
        let id = row.entry.map(|entry| entry.0.to_string()).unwrap_or_default();
        table.row([id, pen.moment(row.at), row.name.clone(), shown.to_owned()]);
    }
    Ok(Reply::new(&json!({ "changes": changes }), table.to_string()))
}

const fn state(state: ChangeState) -> &'static str {
    match state {
        ChangeState::First | ChangeState::Done => "done",
        ChangeState::Undone => "undone",
        ChangeState::Dropped => "dropped",
    }
}
