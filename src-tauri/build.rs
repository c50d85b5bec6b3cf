//! Tells the Tauri build which commands there are: none is allowed that is not in the one list.

use std::path::Path;

#[path = "src/commands/names.rs"]
pub mod names;

/// Where the screen is built to.
const SCREEN: &str = "ui/dist";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed={SCREEN}");
    // Checking the Rust alone needs no screen, but the folder that is embedded must be there.
    if !Path::new(SCREEN).exists() {
        std::fs::create_dir_all(SCREEN)?;
    }
    let commands = tauri_build::AppManifest::new().commands(names::COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}
