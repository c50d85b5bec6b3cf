//! The file dialogs. They are opened here, so that no path ever comes from the screen.

use std::path::PathBuf;

use rfd::AsyncFileDialog;
use tauri::{AppHandle, Runtime};
use tokio::sync::oneshot;

/// What kind of file is meant.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// The dialog's title: "Export the log".
    pub title: &'static str,
    /// What such files are called: "CSV table".
    pub kind: &'static str,
    /// Their ending, without the dot.
    pub ending: &'static str,
}

/// Asks where to save a file; none when the dialog was closed.
pub async fn ask_where_to_save<R: Runtime>(app: &AppHandle<R>, file: File, name: String) -> Option<PathBuf> {
    if let Some(named) = named_by_a_journey() {
        return Some(named);
    }
    let (opened, dialog) = oneshot::channel();
    // GTK belongs to the main thread: the dialog is opened there, and waited for here.
    app.run_on_main_thread(move || {
        let _ = opened.send(about(file).set_file_name(name).save_file());
    })
    .ok()?;
    Some(dialog.await.ok()?.await?.path().to_path_buf())
}

/// Asks which file to open; none when the dialog was closed.
pub async fn ask_which_to_open<R: Runtime>(app: &AppHandle<R>, file: File) -> Option<PathBuf> {
    if let Some(named) = named_by_a_journey() {
        return Some(named);
    }
    let (opened, dialog) = oneshot::channel();
    app.run_on_main_thread(move || {
        let _ = opened.send(about(file).pick_file());
    })
    .ok()?;
    Some(dialog.await.ok()?.await?.path().to_path_buf())
}

/// The file that a journey names: no driver reaches the desktop's own dialog. Release builds do not know the variable.
#[cfg(debug_assertions)]
fn named_by_a_journey() -> Option<PathBuf> {
    std::env::var_os("RUNOUT_CHOSEN_FILE").map(PathBuf::from)
}

#[cfg(not(debug_assertions))]
const fn named_by_a_journey() -> Option<PathBuf> {
    None
}

fn about(file: File) -> AsyncFileDialog {
    AsyncFileDialog::new().set_title(file.title).add_filter(file.kind, &[file.ending])
}
