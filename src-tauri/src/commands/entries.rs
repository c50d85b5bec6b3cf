//! Entries that stand.

use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{Ask, Done, Refusal};

/// Deletes an entry.
#[tauri::command]
pub(super) async fn delete_entry(owner: State<'_, Owner>, id: i64, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.delete(id)).await
}

/// Notes a verdict on a spend's result: `keeper`, `reject`, `failed`, `none`.
#[tauri::command]
pub(super) async fn judge(owner: State<'_, Owner>, id: i64, verdict: String, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.judge(id, &verdict)).await
}

/// Notes that all of a spend came back.
#[tauri::command]
pub(super) async fn refund(owner: State<'_, Owner>, id: i64, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.refund(id, None)).await
}

/// Logs the same again, now.
#[tauri::command]
pub(super) async fn repeat(owner: State<'_, Owner>, id: i64, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.repeat(id)).await
}
