//! `prices`, `price`: every action, what is published and what one's own log says.

use runout_core::actions::{Action, ActionId};
use runout_core::price_book::PriceEstimate;
use runout_core::words::{generation, quoted};
use serde_json::{Value, json};

use super::changes::changed;
use super::reply::Reply;
use super::status::outlook;
use super::table::Table;
use super::words::Price;
use crate::desk::Desk;
use crate::plain::nearest;
use crate::refusal::refusal;
use crate::views::pen::Pen;
use crate::views::prices::{published, sorted, usually};
use crate::wire::{ActionEdit, Refusal};

/// `prices`.
pub(super) fn prices(desk: &Desk, hidden: bool) -> Result<Reply, Refusal> {
    let outlook = outlook(desk, &desk.ask()?)?;
    let pen = Pen::of(&outlook);
    let mut table = Table::new(&["Action", "Published", ">Usually", ">n"]);
    let mut documents = Vec::new();
    for (action, row) in sorted(&outlook, hidden) {
        let estimate = row.estimate.as_ref();
        documents.push(document(action, &row.key.settings, estimate));
        let n = estimate.map_or(0, |found| found.n);
        let title = generation::title(outlook.actions, &row.key);
        table.row([title, published(action, &pen), usually(estimate, &pen).text, n.to_string()]);
    }
    Ok(Reply::new(&json!({ "prices": documents }), table.to_string()))
}

/// `price`.
pub(super) fn price(desk: &mut Desk, name: &str, what: &Price) -> Result<Reply, Refusal> {
    let action = action_called(desk.book()?.actions(), name)?.0;
    let told = desk.edit_action(&match what {
        Price::Rename { name } => ActionEdit::Rename { action, name: name.clone() },
        Price::Hide => ActionEdit::Hide { action },
        Price::Show => ActionEdit::Show { action },
        Price::Alias { word } => ActionEdit::Alias { action, alias: word.clone() },
    })?;
    changed(desk, &told)
}

/// The action of this name, other word or id.
pub(super) fn action_called(actions: &[Action], name: &str) -> Result<ActionId, Refusal> {
    let wanted = name.trim().to_lowercase();
    let names = |action: &Action| {
        let own = [action.id.0.clone(), action.name.clone()];
        own.into_iter().chain(action.aliases.iter().cloned()).any(|one| one.to_lowercase() == wanted)
    };
    let found = actions.iter().find(|action| names(action)).map(|action| action.id.clone());
    found.ok_or_else(|| {
        let near = nearest(name.trim(), actions.iter().map(|action| action.name.as_str()));
        let near = near.map(|near| format!(" The nearest is {near}.")).unwrap_or_default();
        let words = format!("There is no action {}.{near} `runout prices` lists them.", quoted(name.trim()));
        refusal("no_such_action", words).at("name")
    })
}

fn document(
    action: &Action,
    settings: &std::collections::BTreeMap<String, String>,
    found: Option<&PriceEstimate>,
) -> Value {
    json!({
        "action": action.name,
        "settings": settings,
        "hidden": action.hidden,
        "published": action.published.map(|it| json!({ "low": it.low, "high": it.high, "open_ended": it.open_ended })),
        "low": found.map(|it| it.low),
        "mid": found.map(|it| it.mid),
        "high": found.map(|it| it.high),
        "n": found.map_or(0, |it| it.n),
    })
}
