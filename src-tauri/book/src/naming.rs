//! What changes are called: the words of undo, redo and the history.

use runout_core::actions::Action;
use runout_core::credits::{Credits, Decimals};
use runout_core::facts::{Check, Fact, Grant, Spend};
use runout_core::words::generation::settings;
use runout_core::words::{Figures, exact};

use crate::page::Page;

/// "Veo 3, 8 s, audio"; where only an amount was typed, "a spend".
pub(crate) fn spend<'a>(spend: &Spend, actions: impl IntoIterator<Item = &'a Action>) -> String {
    let Some(key) = &spend.key else { return "a spend".to_owned() };
    let name = actions.into_iter().find(|action| action.id == key.action).map_or(&key.action.0, |action| &action.name);
    let settings = Some(settings(key)).filter(|words| !words.is_empty());
    let pieces = (spend.count > 1).then(|| format!("× {}", spend.count));
    std::iter::once(name.clone()).chain(settings).chain(pieces).collect::<Vec<_>>().join(", ")
}

/// "a top-up of 5,000", "a grant of 800".
pub(crate) fn grant(grant: &Grant, contents: &Page) -> String {
    let what = if grant.bought { "top-up" } else { "grant" };
    format!("a {what} of {}", amount(grant.amount, contents.facts.service.decimals))
}

/// "a balance of 4,252".
pub(crate) fn check(check: &Check, contents: &Page) -> String {
    format!("a balance of {}", amount(check.shown, contents.facts.service.decimals))
}

/// An entry of any kind.
pub(crate) fn fact(fact: &Fact, contents: &Page) -> String {
    match fact {
        Fact::Spend(one) => spend(one, &contents.actions),
        Fact::Refund { amount: back, .. } => format!("a refund of {}", amount(*back, contents.facts.service.decimals)),
        Fact::Grant(one) => grant(one, contents),
        Fact::Void { lot } => format!("the end of the lot {}", lot.0),
        Fact::Extend { lot, .. } => format!("the new end of the lot {}", lot.0),
        Fact::Check(one) => check(one, contents),
        Fact::Renewal { .. } => "a renewal".to_owned(),
        Fact::Shift { to: Some(_), .. } => "a renewal that came at another time".to_owned(),
        Fact::Shift { to: None, .. } => "a renewal that did not come".to_owned(),
        Fact::Cancel => "a cancellation".to_owned(),
        Fact::Pause => "a pause".to_owned(),
        Fact::Resume => "the plan's resumption".to_owned(),
    }
}

/// One by its name, several by their number: "Veo 3, 8 s", "3 spends".
pub(crate) fn all(names: &[String], noun: &str) -> String {
    if let [one] = names { one.clone() } else { format!("{} {noun}", names.len()) }
}

/// What happened to the plan, as undo says it.
pub(crate) fn plan_event(fact: &Fact) -> &'static str {
    match fact {
        Fact::Shift { to: Some(_), .. } => "moved a renewal",
        Fact::Shift { to: None, .. } => "noted that a renewal has not come",
        Fact::Cancel => "cancelled the plan",
        Fact::Pause => "paused the plan",
        Fact::Resume => "resumed the plan",
        _ => "renewed the plan",
    }
}

/// Names are stored, so they are written one way whatever the settings are: "5,400", "−0.25".
fn amount(credits: Credits, decimals: Decimals) -> String {
    exact(credits, decimals, &Figures::default())
}
