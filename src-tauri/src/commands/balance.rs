//! Balance checks.

use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{Ask, CheckPreview, CheckReason, Counter, Done, Refusal};

/// What a balance would mean, while it is typed.
#[tauri::command]
pub(super) async fn preview_check(owner: State<'_, Owner>, counter: Counter) -> Result<CheckPreview, Refusal> {
    owner.ask(move |desk| desk.preview_check(&counter)).await
}

/// Notes what the service shows, and what the difference was, where that is said.
#[tauri::command]
pub(super) async fn save_check(
    owner: State<'_, Owner>,
    counter: Counter,
    reason: Option<CheckReason>,
    ask: Ask,
) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| match reason {
        Some(reason) => desk.check_because(&counter, &reason),
        None => Ok(desk.check(&counter)?.0),
    })
    .await
}
