//! The services of the book: turning from one to another, one more, one less.

use runout_book::ServiceId;
use tauri::State;

use super::act;
use crate::desktop::Owner;
use crate::wire::{Ask, Done, FirstRun, FirstRunView, Refusal, View};

/// Turns to another service; the same screen shows it.
#[tauri::command]
pub(super) async fn turn_to(owner: State<'_, Owner>, service: i64, ask: Ask) -> Result<View, Refusal> {
    owner.ask(move |desk| desk.turn_to(ServiceId(service)).and_then(|()| desk.view(&ask))).await
}

/// What another service can begin with.
#[tauri::command]
pub(super) async fn new_service(owner: State<'_, Owner>) -> Result<FirstRunView, Refusal> {
    owner.ask(|desk| desk.new_service()).await
}

/// Adds the service that the fields say, and turns to it.
#[tauri::command]
pub(super) async fn add_service(owner: State<'_, Owner>, first_run: FirstRun, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.start_service(&first_run)).await
}

/// Removes a service with its log.
#[tauri::command]
pub(super) async fn remove_service(owner: State<'_, Owner>, service: i64, ask: Ask) -> Result<Done, Refusal> {
    act(owner, ask, move |desk| desk.remove_service(ServiceId(service))).await
}
