//! Undo and redo.

use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{Ask, Done, Refusal};

/// Takes back what was done last.
#[tauri::command]
pub(super) async fn undo(owner: State<'_, Owner>, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, |desk| desk.undo()).await
}

/// Does again what was undone last.
#[tauri::command]
pub(super) async fn redo(owner: State<'_, Owner>, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, |desk| desk.redo()).await
}
