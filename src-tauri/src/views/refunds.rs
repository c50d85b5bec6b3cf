//! Refunds that are expected and not there yet.

use std::collections::HashMap;

use runout_core::actions::Action;
use runout_core::credits::Credits;
use runout_core::facts::{EntryId, Fact, Facts, SpendState};
use runout_core::words::generation;

use super::pen::Pen;
use crate::wire::RefundExpected;

/// The spends up to now whose refund is expected and has not come, oldest first.
pub fn expected(facts: &Facts, actions: &[Action], pen: &Pen) -> Vec<RefundExpected> {
    let mut back: HashMap<EntryId, Credits> = HashMap::new();
    for entry in &facts.entries {
        if let Fact::Refund { of, amount } = entry.fact {
            let sum = back.entry(of).or_default();
            *sum = sum.plus(amount).unwrap_or(Credits::MAX);
        }
    }
    let mut open: Vec<_> = facts
        .entries
        .iter()
        .filter(|entry| entry.at <= pen.now)
        .filter_map(|entry| match &entry.fact {
            Fact::Spend(spend) if spend.state == SpendState::RefundExpected => {
                let left = spend.credits.minus(back.get(&entry.id).copied().unwrap_or_default()).ok()?;
                (left > Credits::ZERO).then_some((entry, spend, left))
            }
            _ => None,
        })
        .collect();
    open.sort_by_key(|(entry, ..)| (entry.at, entry.id));
    let one = |(entry, spend, left): (&runout_core::facts::Entry, &runout_core::facts::Spend, Credits)| {
        let action = spend.key.as_ref().map(|key| generation::title(actions, key));
        let what = action.clone().unwrap_or_else(|| "a spend".to_owned());
        RefundExpected {
            id: entry.id.0,
            at: pen.instant(entry.at),
            action,
            credits: pen.amount(left),
            words: format!("{} for {what} of {}", pen.exact(left), pen.day_of(entry.at)),
        }
    };
    open.into_iter().map(one).collect()
}
