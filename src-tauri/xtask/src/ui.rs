//! The screen: its packages from the lock file, its build.

use std::path::Path;
use std::time::SystemTime;

use crate::house::House;
use crate::program::Program;
use crate::{Trouble, say};

/// Installs the screen's packages when they are missing or older than the lock file.
pub(crate) fn install(house: &House) -> Result<(), Trouble> {
    let lock = house.ui().join("package-lock.json");
    let installed = house.ui().join("node_modules/.package-lock.json");
    if changed(&installed) >= changed(&lock) {
        return Ok(());
    }
    say("Installing the screen's packages from ui/package-lock.json.");
    Program::npm(house).args(["ci", "--no-audit", "--no-fund"]).go()
}

/// Builds the screen when it is older than its sources: the program holds it, so it comes first.
pub(crate) fn build(house: &House) -> Result<(), Trouble> {
    let built = changed(&house.ui().join("dist/index.html"));
    if built.is_some() && built >= newest_source(house) {
        return Ok(());
    }
    Program::npm(house).args(["run", "build"]).go()
}

/// What the screen is built from; everything else in its folder may change without a build.
const SOURCES: &[&str] =
    &["src", "public", "index.html", "package-lock.json", "vite.config.ts", "svelte.config.js", "tsconfig.json"];

fn newest_source(house: &House) -> Option<SystemTime> {
    SOURCES.iter().filter_map(|source| newest(&house.ui().join(source))).max()
}

fn newest(path: &Path) -> Option<SystemTime> {
    let inside = std::fs::read_dir(path).into_iter().flatten().flatten();
    inside.filter_map(|entry| newest(&entry.path())).chain(changed(path)).max()
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().ok()?.modified().ok()
}
