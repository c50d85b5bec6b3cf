//! How a book begins.

use tauri::State;

use super::act;
use super::look::TODAY;
use crate::desk::Desk;
use crate::desktop::Owner;
use crate::wire::{Done, FirstRun, FirstRunAnswer, Refusal, View};

/// The answer under the three fields, while they are typed.
#[tauri::command]
pub(super) async fn first_run_answer(owner: State<'_, Owner>, first_run: FirstRun) -> Result<FirstRunAnswer, Refusal> {
    owner.ask(move |desk| Ok(desk.first_run_answer(&first_run))).await
}

/// Makes the book that the fields say.
#[tauri::command]
pub(super) async fn start(owner: State<'_, Owner>, first_run: FirstRun) -> Result<Done, Refusal> {
    act(owner, TODAY, move |desk| desk.start(&first_run)).await
}

/// A book of sample data, beside the person's own.
#[tauri::command]
pub(super) async fn start_sample(owner: State<'_, Owner>) -> Result<Done, Refusal> {
    act(owner, TODAY, Desk::start_sample).await
}

/// Back from the sample to the person's own book, or to the first run.
#[tauri::command]
pub(super) async fn leave_sample(owner: State<'_, Owner>) -> Result<View, Refusal> {
    owner
        .ask(|desk| {
            desk.leave_sample();
            desk.view(&TODAY)
        })
        .await
}
