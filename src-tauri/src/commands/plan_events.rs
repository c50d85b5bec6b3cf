//! What happened to the plan.

use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{Ask, Done, PlanEventPreview, PlanEventTyped, Refusal};

/// What it would do, next to today's.
#[tauri::command]
pub(super) async fn preview_event(owner: State<'_, Owner>, event: PlanEventTyped) -> Result<PlanEventPreview, Refusal> {
    owner.ask(move |desk| desk.preview_typed_event(&event)).await
}

/// Notes it.
#[tauri::command]
pub(super) async fn note_event(owner: State<'_, Owner>, event: PlanEventTyped, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.read_event(&event).and_then(|happened| desk.note_event(&happened))).await
}
