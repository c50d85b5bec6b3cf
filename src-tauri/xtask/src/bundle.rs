//! `cargo xtask bundle`: what is handed out.

use std::path::{Path, PathBuf};

use crate::house::House;
use crate::program::Program;
use crate::{Trouble, machine, say, ui};

/// Builds the release and packs it as .deb and .rpm, and says where they lie.
pub(crate) fn bundle(house: &House) -> Result<(), Trouble> {
    machine::prepare(house, machine::TO_BUILD)?;
    ui::install(house)?;
    ui::build(house)?;
    // From the root: inside ui the Tauri CLI does not find its configuration.
    let tauri = ["--prefix", "ui", "exec", "--", "tauri", "build", "--bundles", "deb,rpm"];
    Program::new(house, "npm").args(tauri).go()?;
    for kind in ["deb", "rpm"] {
        packages(&house.target().join("release/bundle").join(kind), kind).iter().for_each(|package| announce(package));
    }
    Ok(())
}

fn packages(folder: &Path, kind: &str) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|end| end == kind)).collect()
}

fn announce(package: &Path) {
    let bytes = package.metadata().map_or(0, |data| data.len());
    say(&format!("{} ({:.1} MB)", package.display(), bytes as f64 / 1e6));
}
