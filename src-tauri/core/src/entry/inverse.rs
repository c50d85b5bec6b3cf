//! The line that would log a spend: what editing a row, and logging the same again, start from.

use chrono::{NaiveTime, Timelike};

use super::desk::EntryDesk;
use super::quotes::quote;
use super::settings::{is_bare, spelled};
use crate::actions::Key;
use crate::facts::{Spend, SpendState, Verdict};
use crate::words::{generation, local, plain};
use crate::{Day, Instant, Zone};

/// A day and a time as a line shows them: to the second, and no time where only a date was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineWhen {
    /// The day.
    pub day: Day,
    /// The time.
    pub time: Option<NaiveTime>,
}

impl LineWhen {
    /// How a line shows an instant.
    pub fn of(at: Instant, date_only: bool, zone: Zone) -> Self {
        let local = local(at, zone);
        let time = local.time().with_nanosecond(0).unwrap_or_default();
        Self { day: local.date(), time: (!date_only).then_some(time) }
    }

    fn words(self) -> String {
        let day = self.day.format("%Y-%m-%d").to_string();
        match self.time {
            Some(time) if time.second() == 0 => format!("{day} {}", time.format("%H:%M")),
            Some(time) => format!("{day} {}", time.format("%H:%M:%S")),
            None => day,
        }
    }
}

/// The line that reads back to this spend (by [`super::read_edit`], where it was at `when`); without `when`, at now.
pub fn line_of(spend: &Spend, when: Option<LineWhen>, desk: &EntryDesk<'_>) -> String {
    let by_name =
        spelled_out(spend, when, desk, spend.key.as_ref().map(|key| generation::name(desk.actions, key).to_owned()));
    let read_back = super::read(&by_name, desk);
    let same =
        read_back.reading.is_ok_and(|reading| reading.spend.key == spend.key && reading.spend.note == spend.note);
    if same || spend.key.is_none() {
        return by_name;
    }
    // The name alone would be read as something else: its id is not.
    spelled_out(spend, when, desk, spend.key.as_ref().map(|key| format!("action={}", quote(&key.action.0))))
}

fn spelled_out(spend: &Spend, when: Option<LineWhen>, desk: &EntryDesk<'_>, action: Option<String>) -> String {
    let mut words: Vec<String> = action.into_iter().chain(spend.key.iter().flat_map(settings)).collect();
    words.extend((spend.count > 1).then(|| format!("x{}", spend.count)));
    let sign = if spend.estimated { "~" } else { "" };
    words.push(format!("{sign}{}", plain(spend.credits, desk.decimals)));
    words.extend(spend.tags.iter().map(|tag| tagged(tag)));
    words.extend(spend.verdict.map(|verdict| state(verdict).to_owned()));
    words.extend(became(spend.state).map(str::to_owned));
    words.extend(when.map(LineWhen::words));
    words.extend((!spend.note.is_empty()).then(|| quote(&spend.note)));
    words.join(" ")
}

/// The settings as words, the length first.
fn settings(key: &Key) -> Vec<String> {
    let first = |name: &&String| name.as_str() != "seconds";
    let mut names: Vec<&String> = key.settings.keys().collect();
    names.sort_by_key(first);
    names.iter().filter_map(|name| key.settings.get(*name).map(|value| spelled(name, value))).collect()
}

fn tagged(tag: &str) -> String {
    if is_bare(tag) { format!("#{tag}") } else { format!("#{}", quote(tag)) }
}

const fn state(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Keeper => "!keeper",
        Verdict::Reject => "!reject",
        Verdict::Failed => "!failed",
    }
}

const fn became(state: SpendState) -> Option<&'static str> {
    match state {
        SpendState::Charged => None,
        SpendState::RefundExpected => Some("!expected"),
        SpendState::Reserved => Some("!reserved"),
    }
}
