//! Entries that stand. What is done to several is one step.

use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{Ask, Done, Refusal};

/// Deletes entries.
#[tauri::command]
pub(super) async fn delete_entries(owner: State<'_, Owner>, ids: Vec<i64>, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.delete(&ids)).await
}

/// Notes a verdict on the results of spends: `keeper`, `reject`, `failed`, `none`.
#[tauri::command]
pub(super) async fn judge_entries(
    owner: State<'_, Owner>,
    ids: Vec<i64>,
    verdict: String,
    ask: Ask,
) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.judge(&ids, &verdict)).await
}

/// Tags spends, with the words that were typed.
#[tauri::command]
pub(super) async fn tag_entries(
    owner: State<'_, Owner>,
    ids: Vec<i64>,
    tags: String,
    ask: Ask,
) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.tag(&ids, &tags)).await
}

/// Notes that credits came back for a spend: this many, or all that have not yet.
#[tauri::command]
pub(super) async fn refund(
    owner: State<'_, Owner>,
    id: i64,
    amount: Option<String>,
    ask: Ask,
) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.refund(id, amount.as_deref())).await
}

/// Notes that a refund is expected for a spend, or that it will not come.
#[tauri::command]
pub(super) async fn expect_refund(owner: State<'_, Owner>, id: i64, expected: bool, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.expect_refund(id, expected)).await
}

/// Settles a reserved spend at what it took.
#[tauri::command]
pub(super) async fn settle(owner: State<'_, Owner>, id: i64, amount: String, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.settle(id, Some(&amount))).await
}

/// Logs the same again, now.
#[tauri::command]
pub(super) async fn repeat(owner: State<'_, Owner>, id: i64, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.repeat(id)).await
}
