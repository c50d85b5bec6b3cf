//! Balance checks.

use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{Ask, CheckPreview, Done, Refusal};

/// What a balance would mean, while it is typed.
#[tauri::command]
pub(super) async fn preview_check(owner: State<'_, Owner>, amount: String) -> Result<CheckPreview, Refusal> {
    owner.ask(move |desk| desk.preview_check(&amount)).await
}

/// Notes what the service shows now.
#[tauri::command]
pub(super) async fn save_check(owner: State<'_, Owner>, amount: String, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| Ok(desk.check(&amount, None, None)?.0)).await
}
