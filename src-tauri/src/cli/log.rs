//! `log`: the spends, newest first.

use std::cmp::Reverse;

use runout_core::actions::{Action, ActionId};
use runout_core::facts::{Entry, Fact, Spend};
use runout_core::ledger::{Edge, replay};
use runout_core::words::generation;

use super::prices::action_called;
use super::reply::Reply;
use super::table::Table;
use super::typed;
use super::words;
use crate::desk::Desk;
use crate::views::pen::Pen;
use crate::views::promised;
use crate::wire::{LogOfSpends, Refusal};

/// `log`.
pub(super) fn log(desk: &Desk, typed: &words::Log) -> Result<Reply, Refusal> {
    let book = desk.book()?;
    let (facts, actions, pen) = (book.facts(), book.actions(), desk.pen()?);
    let (from, to) = typed::range(&typed.range, desk)?;
    let only = typed.action.as_deref().map(|name| action_called(actions, name)).transpose()?;
    let within = |entry: &&Entry| {
        entry.at <= pen.now && from.is_none_or(|from| entry.at >= from) && to.is_none_or(|to| entry.at < to)
    };
    let title = |spend: &Spend| spend.key.as_ref().map(|key| generation::title(actions, key)).unwrap_or_default();
    let wanted = |entry: &&Entry| match &entry.fact {
        Fact::Spend(spend) => fits(spend, typed, only.as_ref(), &title(spend)),
        _ => false,
    };
    let mut found: Vec<&Entry> = facts.entries.iter().filter(within).filter(wanted).collect();
    // The order that the document has, so that row and spend stand side by side.
    found.sort_by_key(|entry| Reverse((entry.at, entry.id)));
    let ledger = replay(facts, pen.now, Edge::After)?;
    let document = promised::log(found.iter().copied(), actions, &ledger, &pen);
    let words = table(&found, &document, actions, &pen);
    Ok(Reply::new(&document, words))
}

fn fits(spend: &Spend, typed: &words::Log, action: Option<&ActionId>, title: &str) -> bool {
    let has_action = action.is_none_or(|action| spend.key.as_ref().is_some_and(|key| key.action == *action));
    let wanted_tag = typed.tag.as_deref().map(|tag| tag.trim_start_matches('#').to_lowercase());
    let has_tag = wanted_tag.is_none_or(|wanted| spend.tags.iter().any(|tag| tag.to_lowercase() == wanted));
    let has_text = typed.text.as_deref().is_none_or(|text| {
        let all = format!("{title} {} {}", spend.tags.join(" "), spend.note).to_lowercase();
        text.to_lowercase().split_whitespace().all(|word| all.contains(word))
    });
    has_action && has_tag && has_text
}

fn table(found: &[&Entry], document: &LogOfSpends, actions: &[Action], pen: &Pen) -> String {
    let mut table = Table::new(&[">Id", "When", "Action", ">×", ">Credits", "Tags", "State", "Note"]);
    for (entry, logged) in found.iter().zip(&document.spends) {
        let Fact::Spend(spend) = &entry.fact else { continue };
        let action = spend.key.as_ref().map_or_else(|| "–".to_owned(), |key| generation::title(actions, key));
        let credits = format!("{}{}", if spend.estimated { "≈ " } else { "" }, pen.exact(spend.credits));
        let tags = spend.tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ");
        let state = if logged.state == "charged" { String::new() } else { logged.state.replace('_', " ") };
        table.row([
            entry.id.0.to_string(),
            when(entry, pen),
            action,
            spend.count.to_string(),
            credits,
            tags,
            state,
            spend.note.clone(),
        ]);
    }
    if found.is_empty() { "No spend matches.".to_owned() } else { table.to_string() }
}

fn when(entry: &Entry, pen: &Pen) -> String {
    if entry.date_only { pen.day_of(entry.at) } else { pen.moment(entry.at) }
}
