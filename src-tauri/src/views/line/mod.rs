//! The quick-entry line while it is typed: what was understood, what it usually takes, what it leaves, what then.

mod leaves;
mod question;
mod then;
mod usually;

use runout_core::entry::{self, AmountKind, EntryDesk, Reading};
use runout_core::outlook::Outlook;
use runout_core::words;

use super::entry_desk::{entry_desk, recent_tags};
use super::pen::{Pen, spans};
use crate::wire;

pub use question::before_or_after;
pub use usually::{exact, span_of, strip};

/// The line, read against the outlook; `caret` counts UTF-16 units.
pub fn line(text: &str, caret: u32, outlook: &Outlook<'_>, pen: &Pen) -> wire::LineView {
    let tags = recent_tags(outlook.facts);
    view(text, caret, &entry_desk(outlook, &tags), outlook, pen)
}

fn view(text: &str, caret: u32, desk: &EntryDesk<'_>, outlook: &Outlook<'_>, pen: &Pen) -> wire::LineView {
    let line = entry::read(text, desk);
    let reading = line.reading.as_ref().ok();
    let is_offered = |reading: &&Reading| reading.amount == AmountKind::Offered;
    let completion = |words: String, line: String| wire::Completion { words, line };
    let question = reading.and_then(|reading| question::question(text, reading, outlook, pen));
    let completions = entry::complete(text, caret.try_into().unwrap_or(usize::MAX), desk);
    wire::LineView {
        text: text.to_owned(),
        refusal: line.reading.as_ref().err().filter(|_| !text.trim().is_empty()).cloned().map(Into::into),
        offered: reading.filter(is_offered).map(|reading| words::plain(reading.spend.credits, pen.decimals)),
        usually: reading.and_then(|reading| usually::usually(reading, outlook, pen)),
        leaves: reading.map(|reading| leaves::leaves(reading, outlook, pen)),
        then: reading.map(|reading| spans(&then::then(reading, outlook))).unwrap_or_default(),
        remark: reading.and_then(|reading| leaves::remark(reading, pen)).map(|remark| spans(&remark)),
        completions: completions.into_iter().map(|one| completion(one.words, one.line)).collect(),
        tab: line.swap.map(|swap| completion(swap.words, swap.line)),
        saves: line.reading.is_ok() && question.is_none(),
        question,
        estimated: line.reading.as_ref().is_ok_and(|reading| reading.spend.estimated),
        chips: line.chips.into_iter().map(chip).collect(),
    }
}

fn chip(chip: entry::Chip) -> wire::Chip {
    let unit = |units: usize| u32::try_from(units).unwrap_or(u32::MAX);
    wire::Chip {
        kind: kind(chip.kind),
        words: chip.words,
        rest: chip.rest,
        from: chip.place.map(|place| unit(place.utf16_from)),
        to: chip.place.map(|place| unit(place.utf16_to)),
    }
}

const fn kind(kind: entry::ChipKind) -> wire::ChipKind {
    match kind {
        entry::ChipKind::Action => wire::ChipKind::Action,
        entry::ChipKind::NewAction => wire::ChipKind::NewAction,
        entry::ChipKind::Setting => wire::ChipKind::Setting,
        entry::ChipKind::Count => wire::ChipKind::Count,
        entry::ChipKind::Credits => wire::ChipKind::Credits,
        entry::ChipKind::Offered => wire::ChipKind::Offered,
        entry::ChipKind::Balance => wire::ChipKind::Balance,
        entry::ChipKind::Tag => wire::ChipKind::Tag,
        entry::ChipKind::When => wire::ChipKind::When,
        entry::ChipKind::State => wire::ChipKind::State,
        entry::ChipKind::Note => wire::ChipKind::Note,
    }
}

#[cfg(test)]
mod tests;
