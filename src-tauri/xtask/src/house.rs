//! Where things lie in the clone.

use std::path::{Path, PathBuf};

use crate::Trouble;

/// The clone and what was built from it.
#[derive(Debug)]
pub(crate) struct House {
    root: PathBuf,
    built: PathBuf,
}

impl House {
    /// The clone that this door belongs to: cargo says where its package lies and runs it from the target folder.
    pub(crate) fn of_this_clone() -> Result<Self, Trouble> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).ok_or(Trouble::NotThroughCargo)?;
        let root = package.ancestors().nth(2).ok_or(Trouble::NotThroughCargo)?.to_owned();
        let door = std::env::current_exe().map_err(|source| Trouble::File { path: root.clone(), source })?;
        let built = door.parent().ok_or(Trouble::NotThroughCargo)?.to_owned();
        Ok(Self { root, built })
    }

    /// The root of the clone.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The screen's sources.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The built program.
    pub(crate) fn app(&self) -> PathBuf {
        self.built.join("runout")
    }

    /// The target folder, with the bundles of a release.
    pub(crate) fn target(&self) -> &Path {
        self.built.parent().unwrap_or(&self.built)
    }

    /// Where pictures and reports of this door go; made when it is not there.
    pub(crate) fn findings(&self) -> Result<PathBuf, Trouble> {
        let path = self.target().join("door");
        std::fs::create_dir_all(&path).map_err(|source| Trouble::File { path: path.clone(), source })?;
        Ok(path)
    }
}
