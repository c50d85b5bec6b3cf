//! The book as a file: export, import, backups, another book. Every path comes from a dialog that is opened here.

use tauri::{AppHandle, Runtime, State};

use super::act;
use super::look::TODAY;
use crate::desk::{Format, Told};
use crate::desktop::{File, Owner, ask_where_to_save, ask_which_to_open};
use crate::wire::{Ask, Done, Refusal, RestorePreview, StatementQuery, View};

const EXPORT_JSON: File = File { title: "Export the book", kind: "JSON document", ending: "json" };
const EXPORT_CSV: File = File { title: "Export the log", kind: "CSV table", ending: "csv" };
const EXPORT_STATEMENT: File = File { title: "Export the statement", kind: "CSV table", ending: "csv" };
const IMPORT: File = File { title: "Import a book", kind: "JSON document", ending: "json" };
const OPEN: File = File { title: "Open another book", kind: "Book of Runout", ending: "runout" };

/// Asks where to, and writes the whole book (`json`) or its log (`csv`) there.
#[tauri::command]
pub(super) async fn export_book<R: Runtime>(
    app: AppHandle<R>,
    owner: State<'_, Owner>,
    format: String,
    ask: Ask,
) -> Result<Done, Refusal> {
    let format = Format::read(&format)?;
    let file = if format == Format::Json { EXPORT_JSON } else { EXPORT_CSV };
    let name = format!("runout.{}", file.ending);
    let to = ask_where_to_save(&app, file, name).await;
    act(owner, ask, move |desk| to.map_or_else(|| Ok(Told::nothing()), |to| desk.export(format, &to))).await
}

/// Asks where to, and writes a statement there, line by line.
#[tauri::command]
pub(super) async fn export_statement<R: Runtime>(
    app: AppHandle<R>,
    owner: State<'_, Owner>,
    query: StatementQuery,
    ask: Ask,
) -> Result<Done, Refusal> {
    let to = ask_where_to_save(&app, EXPORT_STATEMENT, "statement.csv".to_owned()).await;
    act(owner, ask, move |desk| to.map_or_else(|| Ok(Told::nothing()), |to| desk.export_statement(&query, &to))).await
}

/// Asks which, and lets an exported book stand in place of this one.
#[tauri::command]
pub(super) async fn import_book<R: Runtime>(
    app: AppHandle<R>,
    owner: State<'_, Owner>,
    ask: Ask,
) -> Result<Done, Refusal> {
    let from = ask_which_to_open(&app, IMPORT).await;
    act(owner, ask, move |desk| from.map_or_else(|| Ok(Told::nothing()), |from| desk.import(&from))).await
}

/// Makes a checked copy among the backups.
#[tauri::command]
pub(super) async fn back_up(owner: State<'_, Owner>, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, |desk| desk.back_up()).await
}

/// What restoring a backup would change.
#[tauri::command]
pub(super) async fn preview_restore(owner: State<'_, Owner>, name: String) -> Result<RestorePreview, Refusal> {
    owner.ask(move |desk| desk.preview_restore(&name)).await
}

/// Puts a backup in place of this book.
#[tauri::command]
pub(super) async fn restore(owner: State<'_, Owner>, name: String, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.restore(&name)).await
}

/// Asks which, and opens another book.
#[tauri::command]
pub(super) async fn open_another<R: Runtime>(app: AppHandle<R>, owner: State<'_, Owner>) -> Result<View, Refusal> {
    let which = ask_which_to_open(&app, OPEN).await;
    owner
        .ask(move |desk| {
            if let Some(path) = which {
                desk.take_along(path)?;
            }
            desk.view(&TODAY)
        })
        .await
}
