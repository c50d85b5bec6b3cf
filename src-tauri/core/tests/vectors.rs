//! Balances that another, mature credit ledger is known to compute, restated as plain data: all of them must hold.
//!
//! The repository's copy is read, and every `*.json` of the folder that `RUNOUT_VECTORS` names.

#![expect(clippy::expect_used, clippy::panic, reason = "a test may stop where it cannot go on")]

#[path = "vectors/read.rs"]
mod read;
#[path = "vectors/run.rs"]
mod run;

use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let mut files = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/ledger.json")];
    if let Some(folder) = std::env::var_os("RUNOUT_VECTORS") {
        let entries = std::fs::read_dir(folder).expect("RUNOUT_VECTORS names a folder");
        let mut more: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        more.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
        more.sort();
        files.extend(more);
    }
    files
}

#[test]
fn every_vector_holds() {
    let (mut ran, mut held) = (0, 0);
    for file in files() {
        for vector in read::vectors(&file) {
            ran += 1;
            match run::misses(&vector) {
                misses if misses.is_empty() => held += 1,
                misses => println!("{} in {}:\n  {}", vector.id(), file.display(), misses.join("\n  ")),
            }
        }
    }
    println!("vectors: {held} of {ran}");
    assert_eq!(held, ran, "each vector holds");
}

#[test]
fn a_wrong_vector_is_told() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/ledger.json");
    let mut told = 0;
    for mut vector in read::vectors(&file) {
        if vector.spoil() {
            assert!(!run::misses(&vector).is_empty(), "{} would pass with a wrong figure", vector.id());
            told += 1;
        }
    }
    assert!(told > 60, "{told} vectors were spoiled");
}
