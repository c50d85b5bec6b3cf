//! The plan: its terms and its lots.

use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{Ask, Done, Refusal, TermsAnswer, TermsWish, TopUp};

/// Edits a draft of the terms, and says what it would do.
#[tauri::command]
pub(super) async fn edit_terms(owner: State<'_, Owner>, wish: TermsWish) -> Result<TermsAnswer, Refusal> {
    owner.ask(move |desk| desk.edit_terms(&wish)).await
}

/// Saves a draft of the terms.
#[tauri::command]
pub(super) async fn change_terms(owner: State<'_, Owner>, wish: TermsWish, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.change_terms(&wish)).await
}

/// Takes back terms that are still to come.
#[tauri::command]
pub(super) async fn withdraw_terms(owner: State<'_, Owner>, from: String, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.withdraw_terms(&from)).await
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
