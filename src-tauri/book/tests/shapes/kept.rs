//! The documents of the stories, kept as files: what else reads documents of terms is tried with all of them.
//!
//! A story that has changed says so; `RUNOUT_WRITE_SHAPES=1` writes its documents anew.

use std::cell::Cell;
use std::fs;
use std::path::Path;

use runout_book::terms_document::write;
use runout_core::credits::Decimals;
use runout_core::terms::Terms;

thread_local! {
    /// How many documents the story of this thread has begun from.
    static BEGUN: Cell<usize> = const { Cell::new(0) };
}

/// Holds a story's document against its file; only the stories of the numbered shapes have one.
pub(super) fn keep(terms: &Terms, decimals: Decimals) {
    let thread = std::thread::current();
    let Some(story) = thread.name().and_then(|name| name.rsplit("::").next()).filter(|name| name.starts_with("shape_"))
    else {
        return;
    };
    let begun = BEGUN.get() + 1;
    BEGUN.set(begun);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shapes/documents");
    let file = folder.join(format!("{story}-{begun}.toml"));
    let text = format!("# decimals: {}\n{}", decimals.places(), write(terms, decimals));
    if std::env::var_os("RUNOUT_WRITE_SHAPES").is_some() {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&file, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), text, "RUNOUT_WRITE_SHAPES=1 writes {}", file.display());
}
