//! The settings, and the folder of the book.

use tauri::State;

use super::act;
use crate::desktop::{self, Owner};
use crate::wire::{Ask, Done, Refusal, Setting};

/// Changes a setting.
#[tauri::command]
pub(super) async fn change_setting(owner: State<'_, Owner>, setting: Setting, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.set(&setting)).await
}

/// Shows the book's folder in the file manager.
#[tauri::command]
pub(super) async fn show_in_folder(owner: State<'_, Owner>) -> Result<(), Refusal> {
    let path = owner.ask(|desk| Ok(desk.path())).await?;
    desktop::show_in_folder(&path)
}
