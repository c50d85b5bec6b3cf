//! `data/ltx-actions.json` as a catalogue: one action for each model, with what its publisher says that it takes.

use runout_core::actions::{Action, ActionId, Kind, Published};
use serde::Deserialize;

const ACTIONS: &str = include_str!("../../data/ltx-actions.json");

#[derive(Deserialize)]
struct Catalogue {
    source: String,
    actions: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    kind: String,
    models: Vec<String>,
    seconds: Option<f64>,
    low: f64,
    high: f64,
    open_ended: bool,
}

/// Other words for the actions, as people type them.
const ALIASES: &[(&str, &[&str])] = &[
    ("LTXV", &["ltx"]),
    ("LTXV Turbo", &["turbo", "ltxturbo", "ltxvturbo"]),
    ("Veo 3", &["veo3"]),
    ("Veo 3 Fast", &["veo3fast", "veo3 fast", "veofast"]),
    ("Veo 2", &["veo2"]),
    ("Actor", &["actors"]),
    ("Flux Kontext", &["flux", "kontext", "flux kontent"]),
    ("Flux Premium", &["premium", "fluxpremium"]),
    ("Nano Banana", &["banana", "nano", "nanobanana"]),
    ("Image style", &["style"]),
    ("Storyline", &["story", "storyline suggestion"]),
];

/// LTX Studio's actions, by model. A test reads the built-in file: a program cannot be built around a broken one.
pub fn ltx_actions() -> Vec<Action> {
    let Ok(catalogue) = serde_json::from_str::<Catalogue>(ACTIONS) else { return Vec::new() };
    catalogue.actions.iter().flat_map(|row| names(row).into_iter().map(|name| action(row, &name))).collect()
}

/// Where the published figures come from.
pub fn price_source() -> String {
    serde_json::from_str::<Catalogue>(ACTIONS).map_or_else(|_| String::new(), |catalogue| catalogue.source)
}

/// Models have names of their own; actions without one have theirs from the article.
fn names(row: &Row) -> Vec<String> {
    match row.id.as_str() {
        "actor" => vec!["Actor".to_owned()],
        "small-action" => vec!["Image style".to_owned(), "Storyline".to_owned()],
        _ => row.models.clone(),
    }
}

fn action(row: &Row, name: &str) -> Action {
    let aliases = ALIASES.iter().find(|(one, _)| *one == name).map_or(&[][..], |(_, words)| words);
    let Row { low, high, open_ended, seconds, .. } = *row;
    let kind = match row.kind.as_str() {
        "video" => Kind::Video,
        "image" => Kind::Image,
        "actor" => Kind::Actor,
        "assist" => Kind::Assist,
        _ => Kind::Other,
    };
    Action {
        aliases: aliases.iter().map(|word| (*word).to_owned()).collect(),
        published: Some(Published { low, high, open_ended, seconds }),
        ..Action::named(ActionId(name.to_lowercase().replace(' ', "-")), name.to_owned(), kind)
    }
}
