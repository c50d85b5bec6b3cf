//! `import`, `export`, `backup`, `restore`, `verify`: the book as a whole.

use std::path::Path;

use serde_json::json;

use super::reply::Reply;
use super::words::{Export, Import};
use crate::desk::{Desk, Told};
use crate::wire::Refusal;

/// `export`.
pub(super) fn export(desk: &Desk, typed: &Export) -> Result<Reply, Refusal> {
    if typed.file == Path::new("-") {
        return Ok(Reply::text(desk.exported(typed.format)?));
    }
    said(&desk.export(typed.format, &typed.file)?)
}

/// `import`.
pub(super) fn import(desk: &mut Desk, typed: &Import) -> Result<Reply, Refusal> {
    said(&if typed.dry_run { desk.try_import(&typed.file)? } else { desk.import(&typed.file)? })
}

/// `backup`.
pub(super) fn backup(desk: &Desk, file: Option<&Path>) -> Result<Reply, Refusal> {
    said(&match file {
        Some(file) => desk.back_up_to(file)?,
        None => desk.back_up()?,
    })
}

/// `restore`.
pub(super) fn restore(desk: &mut Desk, file: &Path) -> Result<Reply, Refusal> {
    said(&desk.restore_from(file)?)
}

/// `verify`.
pub(super) fn verify(desk: &Desk) -> Result<Reply, Refusal> {
    said(&desk.verify()?)
}

fn said(told: &Told) -> Result<Reply, Refusal> {
    let words = told.words.to_string();
    Ok(Reply::new(&json!({ "done": words }), words))
}
