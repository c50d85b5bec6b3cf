//! The presets as terms to start from, under the user's own clock.

use runout_book::terms_document::{read, write};
use runout_book::{Preset, preset};
use runout_core::terms::{Anchor, Cadence, Terms};
use runout_core::words::{Figures, exact};

use super::super::plan::{main_pot, money};
use super::Voice;
use crate::refusal::refusal;
use crate::wire::{Refusal, TermsPreset};

/// Every preset; those of this service first.
pub fn presets(service: &str, figures: &Figures) -> Vec<TermsPreset> {
    let (own, others): (Vec<_>, Vec<_>) =
        runout_book::presets().iter().partition(|preset| preset.service.eq_ignore_ascii_case(service));
    own.into_iter().chain(others).map(|preset| one(preset, figures)).collect()
}

/// "Nov 2026".
pub fn presets_as_of() -> String {
    runout_book::presets_as_of().format("%b %Y").to_string()
}

/// "Standard: 28,000 each month, 35 USD".
fn one(preset: &Preset, figures: &Figures) -> TermsPreset {
    let often = match preset.cadence.word() {
        "daily" => "each day",
        "monthly" => "each month",
        "yearly" => "each year",
        _ => "once",
    };
    let price = preset.price().map(|price| format!(", {}", money(price))).unwrap_or_default();
    let amount = exact(preset.allotment, preset.decimals, figures);
    let words = format!("{}: {amount} {often}{price}", preset.tier);
    TermsPreset { id: preset.id.clone(), service: preset.service.clone(), words }
}

/// The terms of a preset, counted from the anchor of these terms, and what they could not say.
pub(super) fn laid_over(id: &str, terms: &Terms, voice: &Voice<'_>) -> Result<(Terms, Vec<String>), Refusal> {
    let preset = preset(id).ok_or_else(|| refusal("no_such_preset", "There is no such preset.").at("preset"))?;
    let laid = preset.terms_from(anchor_of(terms, voice));
    // The preset's unit may have other decimals than this book's.
    let pen = voice.pen;
    let laid = read(&write(&laid, preset.decimals), pen.decimals, pen.zone).map_err(|_| {
        let words = format!("{} counts finer than this book does. Start a service of its own for it.", preset.service);
        refusal("other_decimals", words).at("preset")
    })?;
    Ok((laid, notes(preset, voice)))
}

fn notes(preset: &Preset, voice: &Voice<'_>) -> Vec<String> {
    let another = (preset.unit != voice.unit)
        .then(|| format!("{} counts {}, this book counts {}.", preset.service, preset.unit, voice.unit));
    let as_of = format!(
        "As found in public pages up to {}. Check the figures against your own plan, and type yours over them.",
        presets_as_of()
    );
    [
        Some(as_of),
        another,
        preset.nearest.clone(),
        preset.note.as_deref().map(|note| format!("Note: {}.", note.trim_end_matches('.'))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn anchor_of(terms: &Terms, voice: &Voice<'_>) -> Anchor {
    let own = main_pot(terms).and_then(|pot| pot.grant.as_ref()).and_then(|grant| match grant.cadence {
        Cadence::Every { anchor, .. } => Some(anchor),
        Cadence::Once | Cadence::FirstUse { .. } => None,
    });
    let today = Anchor { day: voice.pen.today, time: chrono::NaiveTime::MIN, zone: voice.pen.zone };
    own.unwrap_or(today)
}
