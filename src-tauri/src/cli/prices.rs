//! `prices`, `price`: every action, what is published and what one's own log says.

use runout_core::actions::{Action, ActionId};
use runout_core::price_book::PriceRow;
use runout_core::words::{generation, quoted};
use serde_json::{Value, json};

use super::changes::changed;
use super::reply::Reply;
use super::status::outlook;
use super::table::Table;
use super::words::Price;
use crate::desk::Desk;
use crate::plain::nearest;
use crate::refusal::{nothing_moved, refusal};
use crate::views::pen::Pen;
use crate::views::prices::{moved_words, published, sorted, usually};
use crate::wire::{ActionEdit, Refusal};

/// `prices`.
pub(super) fn prices(desk: &Desk, hidden: bool) -> Result<Reply, Refusal> {
    let outlook = outlook(desk, &desk.ask()?)?;
    let pen = Pen::of(&outlook);
    let mut table = Table::new(&["Action", "Published", ">Usually", ">n"]);
    let (mut documents, mut moved) = (Vec::new(), String::new());
    for (action, row) in sorted(&outlook, hidden) {
        let estimate = row.estimate.as_ref();
        documents.push(document(action, &row, &pen));
        moved.extend(moved_line(action, &row, &pen));
        let n = estimate.map_or(0, |found| found.n);
        let title = generation::title(outlook.actions, &row.key);
        table.row([title, published(action, &pen), usually(estimate, &pen).text, n.to_string()]);
    }
    Ok(Reply::new(&json!({ "prices": documents }), format!("{table}{moved}")))
}

/// "Nano Banana rose from 49 to 65 since Thu 12 Nov (3 of 3). `runout price "Nano Banana" use-new` …"
fn moved_line(action: &Action, row: &PriceRow, pen: &Pen) -> Option<String> {
    let words = moved_words(action, row, &row.change?, pen).to_string();
    let price = format!("runout price {}", quoted(&action.name));
    Some(format!("\n{words} `{price} use-new` takes only what was paid since; `{price} keep-range` keeps all."))
}

/// What holds for every key of an action whose price moved.
fn settle(desk: &mut Desk, action: &str, uses_new: bool) -> Result<Reply, Refusal> {
    let rows = desk.outlook(|outlook, _| Ok(outlook.prices.rows()))?;
    let moved = rows.into_iter().filter(|row| row.key.action.0 == action && row.change.is_some());
    let mut told = Err(nothing_moved());
    for settings in moved.map(|row| row.key.settings) {
        told = Ok(desk.edit_action(&ActionEdit::Moved { action: action.to_owned(), settings, uses_new })?);
    }
    changed(desk, &told?)
}

/// `price`.
pub(super) fn price(desk: &mut Desk, name: &str, what: &Price) -> Result<Reply, Refusal> {
    let action = action_called(desk.book()?.actions(), name)?.0;
    let edit = match what {
        Price::UseNew => return settle(desk, &action, true),
        Price::KeepRange => return settle(desk, &action, false),
        Price::Rename { name } => ActionEdit::Rename { action, name: name.clone() },
        Price::Hide => ActionEdit::Hide { action },
        Price::Show => ActionEdit::Show { action },
        Price::Alias { word } => ActionEdit::Alias { action, alias: word.clone() },
    };
    let told = desk.edit_action(&edit)?;
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

fn document(action: &Action, row: &PriceRow, pen: &Pen) -> Value {
    let found = row.estimate.as_ref();
    json!({
        "action": action.name,
        "settings": row.key.settings,
        "hidden": action.hidden,
        "published": action.published.map(|it| json!({ "low": it.low, "high": it.high, "open_ended": it.open_ended })),
        "low": found.map(|it| it.low),
        "mid": found.map(|it| it.mid),
        "high": found.map(|it| it.high),
        "n": found.map_or(0, |it| it.n),
        "change": row.change.map(|it| json!({
            "since": pen.instant(it.since), "from": it.from, "to": it.to, "agreeing": it.agreeing,
        })),
    })
}
