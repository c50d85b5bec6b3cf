//! `renew`, `shift`, `cancel`, `pause`, `resume`: what happened to the plan.

use runout_book::PlanEvent;

use super::reply::Reply;
use super::words::{On, Renew, Shift};
use super::{changes, preview};
use crate::desk::{Desk, Happened};
use crate::refusal::refusal;
use crate::wire::Refusal;

/// `cancel`, `pause`, `resume`.
pub(super) fn turn(desk: &mut Desk, event: PlanEvent, typed: &On) -> Result<Reply, Refusal> {
    let happened = desk.happened(event, typed.on.as_deref())?;
    note(desk, &happened, typed.dry_run)
}

/// `renew`.
pub(super) fn renew(desk: &mut Desk, typed: &Renew) -> Result<Reply, Refusal> {
    turn(desk, PlanEvent::Renew { keep_anchor: typed.keep_anchor }, &typed.on)
}

/// `shift`.
pub(super) fn shift(desk: &mut Desk, typed: &Shift) -> Result<Reply, Refusal> {
    let happened = match (typed.when.as_slice(), typed.not_yet) {
        ([], true) => desk.shifted(None, None),
        ([renewal], true) => desk.shifted(Some(renewal), None),
        ([to], false) => desk.shifted(None, Some(to)),
        ([renewal, to], false) => desk.shifted(Some(renewal), Some(to)),
        _ => Err(refusal("shift_whereto", "Type when the renewal came, or --not-yet.").at("to")),
    }?;
    note(desk, &happened, typed.dry_run)
}

/// What it does next to today's; then it is noted, unless it was only to be said.
fn note(desk: &mut Desk, happened: &Happened, dry_run: bool) -> Result<Reply, Refusal> {
    let would = desk.preview_event(happened)?;
    if dry_run {
        return Ok(Reply::new(&preview::document(&would), preview::in_words(&would)));
    }
    let told = desk.note_event(happened)?;
    Ok(changes::changed(desk, &told)?.under(&preview::in_words(&would)))
}
