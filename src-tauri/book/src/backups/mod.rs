//! Copies of the book: made whole or not at all, checked, thinned, and brought back.

mod copy;
mod list;
mod looked_at;
mod make;
mod names;
mod preview;
mod restore;
mod stage;
mod thin;

use std::path::{Path, PathBuf};

use runout_core::Instant;
use rusqlite::Connection;

use crate::error::BookError;

pub use list::{Backup, backups_of};
pub use names::{BackupName, Why};
pub use preview::{RestorePreview, Summary};
pub use restore::{Restored, restore_over};

/// A checked copy before the first step of an update.
pub(crate) fn before_update(conn: &Connection, book: &Path, now: Instant) -> Result<PathBuf, BookError> {
    let target = names::free(book, now, Why::BeforeUpdate)?;
    copy::copy(conn, &target)?;
    Ok(target)
}
