//! The desktop: one window, its thread for the book, and what happens without being asked.

mod dialogs;
mod folder;
mod owner;
mod watch;
mod window;

use std::panic::{AssertUnwindSafe, catch_unwind};

use tauri::{App, Builder, Manager, RunEvent, Wry};

pub use dialogs::{File, ask_where_to_save, ask_which_to_open};
pub use folder::show_in_folder;
pub use owner::Owner;
pub use window::{LABEL, come_to_front, show};

use crate::cli::Start;
use crate::commands;
use crate::desk::Desk;
use crate::lock::{Locked, WindowLock};
use crate::refusal::refusal;
use crate::wire::Refusal;

/// Opens the window and stays until it is closed. Where another window shows the book already, that one is asked to come
/// to the front, and this start ends with words that say so.
///
/// # Errors
/// A refusal where no window can be opened.
pub fn run(start: Start) -> Result<Option<&'static str>, Refusal> {
    if let Some(folder) = start.folders.own().parent() {
        // What fails here is said by the book, in a trouble bar.
        let _ = std::fs::create_dir_all(folder);
    }
    let lock = match WindowLock::take(start.folders.own()) {
        Locked::Here(lock) => Some(lock),
        Locked::Nowhere => None,
        Locked::Elsewhere => return Ok(Some("Runout shows this book already; its window comes to the front.")),
    };
    open(start, lock)?;
    Ok(None)
}

fn open(start: Start, lock: Option<WindowLock>) -> Result<(), Refusal> {
    let builder = Builder::default()
        .invoke_handler(commands::handler())
        .setup(move |app| set_up(app, start, lock).map_err(Into::into));
    built(builder)?.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Owner>().finish();
        }
    });
    Ok(())
}

/// The window's toolkit ends in a panic where it finds no display: that is answered with a sentence, like any refusal.
fn built(builder: Builder<Wry>) -> Result<App, Refusal> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let built = catch_unwind(AssertUnwindSafe(|| builder.build(tauri::generate_context!())));
    std::panic::set_hook(hook);
    match built {
        Ok(Ok(app)) => Ok(app),
        Ok(Err(reason)) => Err(refusal("no_window", format!("The window cannot be opened: {reason}."))),
        Err(_) => Err(refusal(
            "no_display",
            "There is no display to open the window on. Start it where there is one, or use a command: runout --help lists them.",
        )),
    }
}

fn set_up(app: &mut App, start: Start, lock: Option<WindowLock>) -> tauri::Result<()> {
    let desk = Desk::open(start.folders, start.clock.that_runs()).in_window(lock);
    let look = desk.look();
    app.manage(Owner::start(desk, watch::look_around(app.handle().clone()))?);
    window::open(app, &look)
}
