//! The import of a CSV. The file comes from a dialog that is opened here, and stays with the desk.

use tauri::{AppHandle, Runtime, State};

use super::act;
use crate::desktop::{File, Owner, ask_which_to_open};
use crate::wire::{Ask, CsvPreview, CsvWish, Done, Refusal};

const CSV: File = File { title: "Import spends", kind: "CSV table", ending: "csv" };

/// Asks which, and says how it would be imported; nothing when the dialog was closed.
#[tauri::command]
pub(super) async fn choose_csv<R: Runtime>(
    app: AppHandle<R>,
    owner: State<'_, Owner>,
) -> Result<Option<CsvPreview>, Refusal> {
    let from = ask_which_to_open(&app, CSV).await;
    owner.ask(move |desk| from.map(|from| desk.choose_csv(&from)).transpose()).await
}

/// How the chosen file would be imported.
#[tauri::command]
pub(super) async fn preview_import(owner: State<'_, Owner>, wish: CsvWish) -> Result<CsvPreview, Refusal> {
    owner.ask(move |desk| desk.preview_import(&wish)).await
}

/// Imports the chosen file.
#[tauri::command]
pub(super) async fn import_csv(owner: State<'_, Owner>, wish: CsvWish, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.import_csv(&wish)).await
}
