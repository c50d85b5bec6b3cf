//! What the quick-entry line is read against, made from the outlook.

use std::collections::HashSet;

use runout_core::entry::EntryDesk;
use runout_core::facts::{Entry, Fact, Facts};
use runout_core::outlook::Outlook;

/// How many tags completion offers from.
const TAGS: usize = 200;
/// Among how many of the newest entries they are looked for: with every letter that is typed.
const LOOKED_AT: usize = 2_000;

/// The tags of the log, those that were entered last first.
pub fn recent_tags(facts: &Facts) -> Vec<String> {
    let mut seen = HashSet::new();
    let newest = facts.entries.iter().rev().take(LOOKED_AT);
    let tags = newest.flat_map(|entry| match &entry.fact {
        Fact::Spend(spend) => spend.tags.as_slice(),
        _ => &[],
    });
    tags.filter(|tag| seen.insert(tag.as_str())).take(TAGS).cloned().collect()
}

/// What a line is read against at the outlook's instant.
pub fn entry_desk<'a>(outlook: &'a Outlook<'_>, tags: &'a [String]) -> EntryDesk<'a> {
    let newest = outlook.facts.entries.iter().filter(|entry| entry.at <= outlook.now).max_by_key(|e| (e.at, e.id));
    EntryDesk {
        actions: outlook.actions,
        prices: &outlook.prices,
        tags,
        now: outlook.now,
        zone: outlook.zone(),
        decimals: outlook.decimals(),
        figures: outlook.figures,
        computed: outlook.ledger.balance(),
        last_check: outlook.confirmed().map(|check| check.at),
        just_checked: newest.is_some_and(is_whole_check),
    }
}

fn is_whole_check(entry: &Entry) -> bool {
    matches!(&entry.fact, Fact::Check(check) if check.pot.is_none())
}
