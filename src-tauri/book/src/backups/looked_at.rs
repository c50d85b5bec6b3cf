//! Whether a backup is whole. To look at every page of a large one takes a while, so the answer is kept for as long as
//! the program runs, and holds for as long as the file stays what it was.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use crate::connect;

/// A file as it was when it was looked at: its place, its size, and when it was written.
type Seen = (PathBuf, u64, Option<SystemTime>);

static LOOKED_AT: Mutex<BTreeMap<Seen, bool>> = Mutex::new(BTreeMap::new());

/// Whether SQLite finds every page whole.
pub(super) fn is_whole(path: &Path, about: &Metadata) -> bool {
    let seen = (path.to_owned(), about.len(), about.modified().ok());
    let kept = || LOOKED_AT.lock().unwrap_or_else(PoisonError::into_inner);
    let known = kept().get(&seen).copied();
    known.unwrap_or_else(|| {
        let whole = look(path);
        kept().insert(seen, whole);
        whole
    })
}

fn look(path: &Path) -> bool {
    let conn = || connect::connect_reading(path).and_then(|conn| connect::quick_check(&conn));
    connect::look_at_header(path).is_ok() && conn().is_ok()
}
