//! What the window shows.

use tauri::{Runtime, State, WebviewWindow};

use crate::desktop::{self, Owner};
use crate::wire::{Ask, ChartSpan, Refusal, View};

/// Today, as the window begins.
pub(super) const TODAY: Ask = Ask::Today { span: ChartSpan::Cycle };

/// The whole view that is asked for.
#[tauri::command]
pub(super) async fn look(owner: State<'_, Owner>, ask: Ask) -> Result<View, Refusal> {
    owner.ask(move |desk| desk.view(&ask)).await
}

/// The screen stands: the window can be shown.
#[tauri::command]
pub(super) async fn ui_ready<R: Runtime>(window: WebviewWindow<R>) -> Result<(), Refusal> {
    // A window that cannot be shown is closed already.
    let _ = desktop::show(&window);
    Ok(())
}

/// Says no more about a trouble.
#[tauri::command]
pub(super) async fn dismiss(owner: State<'_, Owner>, code: String) -> Result<View, Refusal> {
    owner
        .ask(move |desk| {
            desk.dismiss(&code);
            desk.view(&TODAY)
        })
        .await
}

/// Opens the book anew, after its trouble was mended.
#[tauri::command]
pub(super) async fn try_again(owner: State<'_, Owner>) -> Result<View, Refusal> {
    owner
        .ask(|desk| {
            desk.open_anew();
            desk.view(&TODAY)
        })
        .await
}
