//! The file manager of the desktop.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::refusal::refusal;
use crate::wire::Refusal;

/// Shows the folder that a file lies in.
///
/// # Errors
/// A refusal that names the folder, where no file manager answers.
pub fn show_in_folder(file: &Path) -> Result<(), Refusal> {
    let folder = file.parent().unwrap_or(file);
    let opened =
        Command::new(OPENER).arg(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    match opened {
        Ok(mut opener) => {
            // It ends by itself; somebody must take note of that.
            std::thread::spawn(move || opener.wait());
            Ok(())
        }
        Err(_) => {
            Err(refusal("no_file_manager", format!("No file manager answers. The book lies in {}.", folder.display())))
        }
    }
}

/// The desktop's own program for opening a folder.
const OPENER: &str = if cfg!(target_os = "windows") {
    "explorer"
} else if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};
