//! What the window can ask for: one file a noun. Each command translates, calls, and translates back.

#![expect(clippy::unreachable, reason = "Tauri's macro writes one into every command that waits")]

mod balance;
mod book;
mod catalogue;
mod csv;
mod days;
mod entries;
mod first_run;
mod line;
mod look;
mod names;
mod plan;
mod plan_events;
mod services;
mod settings;
mod steps;

use tauri::ipc::Invoke;
use tauri::{Runtime, State};

pub use names::COMMANDS;

use crate::desk::{Desk, Told};
use crate::desktop::Owner;
use crate::wire::{Ask, Done, Refusal};

/// Answers every command of [`COMMANDS`].
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        balance::preview_check,
        balance::save_check,
        book::back_up,
        book::export_book,
        book::export_statement,
        book::import_book,
        book::open_another,
        book::preview_restore,
        book::restore,
        catalogue::edit_action,
        csv::choose_csv,
        csv::import_csv,
        csv::preview_import,
        days::mark_days,
        entries::delete_entries,
        entries::expect_refund,
        entries::judge_entries,
        entries::refund,
        entries::repeat,
        entries::settle,
        entries::tag_entries,
        first_run::first_run_answer,
        first_run::leave_sample,
        first_run::start,
        first_run::start_sample,
        line::edit_line,
        line::read_line,
        line::save_line,
        look::dismiss,
        look::look,
        look::try_again,
        look::ui_ready,
        plan::change_terms,
        plan::extend_lot,
        plan::edit_terms,
        plan::withdraw_terms,
        plan::top_up,
        plan::void_lot,
        services::add_service,
        services::new_service,
        services::remove_service,
        services::turn_to,
        plan_events::note_event,
        plan_events::preview_event,
        settings::change_setting,
        settings::show_in_folder,
        steps::redo,
        steps::undo,
    ]
}

/// Does something at the desk and answers with what was done and the whole view after it.
async fn act(
    owner: State<'_, Owner>,
    ask: Ask,
    verb: impl FnOnce(&mut Desk) -> Result<Told, Refusal> + Send + 'static,
) -> Result<Done, Refusal> {
    owner.ask(move |desk| verb(desk).and_then(|told| desk.done(&told, &ask))).await
}
