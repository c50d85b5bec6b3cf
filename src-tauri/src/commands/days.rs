//! What single days mean for the pace.

use tauri::State;

use super::act;
use crate::desk::DayMark;
use crate::desktop::Owner;
use crate::refusal::refusal;
use crate::wire::{Ask, Done, Refusal};

/// Marks days, given as `YYYY-MM-DD`.
#[tauri::command]
pub(super) async fn mark_days(
    owner: State<'_, Owner>,
    from: String,
    to: String,
    mark: String,
    ask: Ask,
) -> Result<Done, Refusal> {
    let day =
        |text: &str| text.parse().map_err(|_| refusal("bad_day", format!("“{text}” is not a day such as 2026-11-23.")));
    let (from, to, mark) = (day(&from)?, day(&to)?, DayMark::read(&mark)?);
    act(owner, ask, move |desk| desk.mark(from, to, mark)).await
}
