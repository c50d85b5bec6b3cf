//! The plan: its terms and its lots.

use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{Ask, Done, Refusal, TermsEdit, TermsPreview, TopUp};

/// What a change of the terms would do.
#[tauri::command]
pub(super) async fn preview_terms(owner: State<'_, Owner>, edit: TermsEdit) -> Result<TermsPreview, Refusal> {
    owner.ask(move |desk| desk.preview_terms(&edit)).await
}

/// Changes the terms.
#[tauri::command]
pub(super) async fn change_terms(owner: State<'_, Owner>, edit: TermsEdit, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.change_terms(&edit)).await
}

/// Notes a top-up or a grant.
#[tauri::command]
pub(super) async fn top_up(owner: State<'_, Owner>, top_up: TopUp, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.top_up(&top_up, None)).await
}

/// Ends a lot now.
#[tauri::command]
pub(super) async fn void_lot(owner: State<'_, Owner>, lot: String, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.void(&lot)).await
}

/// Lets a lot end with another day.
#[tauri::command]
pub(super) async fn extend_lot(owner: State<'_, Owner>, lot: String, date: String, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.extend(&lot, &date)).await
}
