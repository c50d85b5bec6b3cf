//! The quick-entry line.

use runout_book::ServiceId;
use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{Ask, Done, LineView, Refusal};

/// What is understood of the line while it is typed; `caret` in UTF-16 units.
#[tauri::command]
pub(super) async fn read_line(owner: State<'_, Owner>, text: String, caret: u32) -> Result<LineView, Refusal> {
    owner.ask(move |desk| desk.read_line(&text, caret)).await
}

/// Logs what the line says for the service that the window showed; a new action in it is added, for the chip has asked.
#[tauri::command]
pub(super) async fn save_line(owner: State<'_, Owner>, text: String, service: i64, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| {
        desk.still_lies_open(ServiceId(service))?;
        desk.ask_before_or_after(&text, None)?;
        desk.log_line(&text, true)
    })
    .await
}

/// Lets a spend say what a changed line says.
#[tauri::command]
pub(super) async fn edit_line(owner: State<'_, Owner>, id: i64, text: String, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| {
        desk.ask_before_or_after(&text, Some(id))?;
        desk.edit_line(id, &text, false).map_err(|refusal| match refusal.code.as_str() {
            "new_action" => refusal.and(" Add it among the prices first."),
            _ => refusal,
        })
    })
    .await
}
