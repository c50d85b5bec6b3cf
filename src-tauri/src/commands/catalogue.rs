//! The actions of the catalogue.

use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{ActionEdit, Ask, Done, Refusal};

/// Adds, renames, hides or shows an action, or gives it another word.
#[tauri::command]
pub(super) async fn edit_action(owner: State<'_, Owner>, edit: ActionEdit, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.edit_action(&edit)).await
}
