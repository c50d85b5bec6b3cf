//! Balance checks.

use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{Ask, CheckPreview, CheckReason, Done, Refusal};

/// What a balance would mean, while it is typed.
#[tauri::command]
pub(super) async fn preview_check(owner: State<'_, Owner>, amount: String) -> Result<CheckPreview, Refusal> {
    owner.ask(move |desk| desk.preview_check(&amount)).await
}

/// Notes what the service shows now, and what the difference was, where that is said.
#[tauri::command]
pub(super) async fn save_check(
    owner: State<'_, Owner>,
    amount: String,
    reason: Option<CheckReason>,
    ask: Ask,
) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| match reason {
        Some(reason) => desk.check_because(&amount, &reason),
        None => Ok(desk.check(&amount, None, None)?.0),
    })
    .await
}
