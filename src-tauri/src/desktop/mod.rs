//! The desktop: one window, its thread for the book, and what happens without being asked.

mod dialogs;
mod folder;
mod owner;
mod watch;
mod window;

use std::io::Write;
use std::process::ExitCode;

use tauri::{App, Manager, RunEvent};

pub use dialogs::{File, ask_where_to_save, ask_which_to_open};
pub use folder::show_in_folder;
pub use owner::Owner;
pub use window::{LABEL, come_to_front, show};

use crate::cli::Start;
use crate::commands;
use crate::desk::Desk;
use crate::lock::{Locked, WindowLock};

/// Opens the window and stays until it is closed. Where another window shows the book already, that one is asked to come
/// to the front, and this start ends.
pub fn run(start: Start) -> ExitCode {
    if let Some(folder) = start.folders.own().parent() {
        // What fails here is said by the book, in a trouble bar.
        let _ = std::fs::create_dir_all(folder);
    }
    let lock = match WindowLock::take(start.folders.own()) {
        Locked::Here(lock) => Some(lock),
        Locked::Nowhere => None,
        Locked::Elsewhere => {
            let _ = writeln!(std::io::stdout(), "Runout shows this book already; its window comes to the front.");
            return ExitCode::SUCCESS;
        }
    };
    match open(start, lock) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            let _ = writeln!(std::io::stderr(), "The window cannot be opened: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn open(start: Start, lock: Option<WindowLock>) -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .invoke_handler(commands::handler())
        .setup(move |app| set_up(app, start, lock).map_err(Into::into))
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Owner>().finish();
        }
    });
    Ok(())
}

fn set_up(app: &mut App, start: Start, lock: Option<WindowLock>) -> tauri::Result<()> {
    let desk = Desk::open(start.folders, start.clock.that_runs()).with_lock(lock);
    let look = desk.look();
    app.manage(Owner::start(desk, watch::look_around(app.handle().clone()))?);
    window::open(app, &look)
}
