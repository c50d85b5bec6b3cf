//! Where the books lie.

use std::io;
use std::path::{Path, PathBuf};

/// The file in the data folder that holds the path of the book that was opened last.
const LAST_OPENED: &str = "opened";

/// The places of one start of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    own: PathBuf,
    remembers: Option<PathBuf>,
}

/// This computer names no folder for data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this computer names no folder for data. Say where the book lies with --book FILE.")]
pub struct NoDataFolder;

impl Folders {
    /// The book that was named, else the one in `RUNOUT_BOOK`, else the one that was opened last, else the data folder's.
    ///
    /// # Errors
    /// [`NoDataFolder`] where none was named and the platform has no data folder.
    pub fn find(named: Option<&Path>) -> Result<Self, NoDataFolder> {
        let named = named.map(Path::to_path_buf).or_else(|| std::env::var_os("RUNOUT_BOOK").map(PathBuf::from));
        match named {
            Some(own) => Ok(Self { own, remembers: None }),
            None => {
                let data = directories::ProjectDirs::from("", "", "runout").ok_or(NoDataFolder)?;
                Ok(Self::in_data_folder(data.data_dir()))
            }
        }
    }

    /// The places in a data folder.
    pub fn in_data_folder(folder: &Path) -> Self {
        let last = std::fs::read_to_string(folder.join(LAST_OPENED)).ok().map(|text| PathBuf::from(text.trim_end()));
        let own = last.filter(|path| path.is_file()).unwrap_or_else(|| folder.join("book.runout"));
        Self { own, remembers: Some(folder.join(LAST_OPENED)) }
    }

    /// The person's own book.
    pub fn own(&self) -> &Path {
        &self.own
    }

    /// Whether the book was named at this start.
    pub const fn is_named(&self) -> bool {
        self.remembers.is_none()
    }

    /// The book with sample data: beside the own one, never the same file.
    pub fn sample(&self) -> PathBuf {
        let stem = self.own.file_stem().unwrap_or_default().to_string_lossy();
        self.own.with_file_name(format!("{stem}-sample.runout"))
    }

    /// Takes another book as the own one, also at the next start, unless a book was named at this one.
    ///
    /// # Errors
    /// The file system's, when it cannot be remembered; the book is taken all the same.
    pub fn take(&mut self, own: PathBuf) -> io::Result<()> {
        self.own = own;
        match (&self.remembers, self.own.to_str()) {
            (Some(note), Some(path)) => std::fs::write(note, path),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_book_is_remembered_for_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let other = folder.path().join("client.runout");
        std::fs::write(&other, "a book").unwrap();
        let mut first = Folders::in_data_folder(folder.path());
        assert_eq!(first.own(), folder.path().join("book.runout"));
        first.take(other.clone()).unwrap();
        assert_eq!(Folders::in_data_folder(folder.path()).own(), other);
    }

    #[test]
    fn a_remembered_book_that_is_gone_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        Folders::in_data_folder(folder.path()).take(folder.path().join("gone.runout")).unwrap();
        assert_eq!(Folders::in_data_folder(folder.path()).own(), folder.path().join("book.runout"));
    }

    #[test]
    fn the_sample_lies_beside_the_own_book() {
        let named = Folders::find(Some(Path::new("/films/ltx.runout"))).unwrap();
        assert_eq!(named.sample(), Path::new("/films/ltx-sample.runout"));
    }
}
