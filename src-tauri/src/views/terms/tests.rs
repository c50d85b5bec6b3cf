//! Every document of the sixty-five shapes and every preset, through the editor and back.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::{NaiveDate, NaiveTime};
use runout_book::presets;
use runout_book::terms_document::read;
use runout_core::credits::Decimals;
use runout_core::terms::{Anchor, Terms};
use runout_core::words::Figures;
use runout_core::{Instant, Zone};

use super::{Edited, Scribe, Voice, edited, go_through, parts, sentences, view};
use crate::views::pen::Pen;
use crate::wire::{TermsEdit, TermsField, TermsKind, TermsPart, TermsPiece};

fn pen(decimals: u8) -> Pen {
    let now: Instant = "2026-12-04T15:40:00Z".parse().unwrap();
    Pen::new(now, Zone::Europe__Berlin, Decimals::new(decimals).unwrap(), Figures::default())
}

fn voice(pen: &Pen) -> Voice<'_> {
    Voice { service: "LTX Studio", unit: "credits", actions: &[], pen }
}

/// The documents of the stories that tell the shapes, with the places of decimals that each is written in.
fn documents() -> Vec<(String, Terms, u8)> {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/book/tests/shapes/documents");
    let files = fs::read_dir(kept).unwrap().map(|file| file.unwrap().path());
    files.map(|file| document(&file)).collect()
}

fn document(file: &Path) -> (String, Terms, u8) {
    let name = file.file_stem().unwrap().to_string_lossy().into_owned();
    let text = fs::read_to_string(file).unwrap();
    let places = text.lines().next().and_then(|line| line.strip_prefix("# decimals: ")).unwrap().parse().unwrap();
    let terms = read_as(&text, places).unwrap_or_else(|| panic!("{name}"));
    (name, terms, places)
}

fn read_as(text: &str, places: u8) -> Option<Terms> {
    read(text, Decimals::new(places).unwrap(), Zone::UTC).ok()
}

/// Every document and every preset.
fn all() -> Vec<(String, Terms, u8)> {
    let anchor = Anchor {
        day: NaiveDate::from_ymd_opt(2026, 11, 15).unwrap(),
        time: NaiveTime::MIN,
        zone: Zone::Europe__Berlin,
    };
    let presets = presets().iter().map(|one| (one.id.clone(), one.terms_from(anchor), one.decimals.places()));
    documents().into_iter().chain(presets).collect()
}

fn fields(parts: &[TermsPart]) -> Vec<TermsField> {
    let sentences = parts.iter().flat_map(|part| &part.sentences);
    let pieces = sentences.flat_map(|sentence| &sentence.pieces);
    pieces.filter_map(|piece| if let TermsPiece::Field(field) = piece { Some(field.clone()) } else { None }).collect()
}

fn typed(terms: &Terms, path: &str, typed: &str, voice: &Voice<'_>) -> Edited {
    edited(terms, &TermsEdit { path: path.to_owned(), typed: typed.to_owned() }, voice)
}

#[test]
fn the_stories_keep_a_document_of_every_shape_that_has_terms() {
    let documents = documents();
    let is_told = |shape: &u32| documents.iter().any(|(name, ..)| name.starts_with(&format!("shape_{shape:02}_")));
    let untold: Vec<u32> = (1..=65).filter(|shape| !is_told(shape)).collect();
    // Prices are no rule of the terms.
    assert_eq!(untold, [57]);
    assert_eq!(presets().len(), 40);
}

#[test]
fn a_document_that_nobody_edits_comes_back_as_it_was() {
    for (name, terms, places) in all() {
        let pen = pen(places);
        let shown = view(&terms, &voice(&pen));
        assert_eq!(read_as(&shown.document, places).as_ref(), Some(&terms), "{name}");
        let mut told = terms.clone();
        go_through(&mut Scribe::default(), &voice(&pen), &mut told);
        assert_eq!(told, terms, "{name}");
    }
}

#[test]
fn every_field_has_a_place_and_a_label_of_its_own_and_takes_back_what_stands_in_it() {
    for (name, terms, places) in all() {
        let pen = pen(places);
        let fields = fields(&parts(&terms, &voice(&pen)));
        for field in &fields {
            assert_eq!(fields.iter().filter(|other| other.path == field.path).count(), 1, "{name}: {}", field.path);
            let again = typed(&terms, &field.path, &field.value, &voice(&pen));
            assert_eq!((again.refusal, again.terms), (None, terms.clone()), "{name}: {}", field.path);
        }
    }
}

/// What can be typed into any field of its kind, and is no value of it; nothing where anything is.
fn invalid(field: &TermsField) -> Option<&'static str> {
    match field.kind {
        TermsKind::Names if field.path.ends_with("pays_only") => None,
        TermsKind::Typed if field.path.ends_with("name") => Some(" "),
        _ => Some("~?!"),
    }
}

#[test]
fn what_no_field_can_be_is_refused_at_the_field_and_loses_nothing() {
    for (name, terms, places) in all() {
        let pen = pen(places);
        for field in fields(&parts(&terms, &voice(&pen))) {
            let Some(wrong) = invalid(&field) else { continue };
            let refused = typed(&terms, &field.path, wrong, &voice(&pen));
            let at = refused.refusal.and_then(|refusal| refusal.field);
            assert_eq!(at.as_deref(), Some(field.path.as_str()), "{name}");
            assert_eq!(refused.terms, terms, "{name}: {}", field.path);
        }
    }
}

/// Another value of a field.
fn valid(field: &TermsField) -> &'static str {
    match field.path.rsplit('.').next().unwrap() {
        "name" => "Another",
        "price" => "77 USD",
        "rank" | "cycles" => "7",
        "day" if field.value.len() <= 2 => "7",
        "day" => "2026-03-07",
        "time" => "09:30",
        "zone" => "Asia/Tokyo",
        "distance" | "for" | "life_for" | "first_use" => {
            if field.value.contains(' ') {
                "77 days"
            } else {
                "7"
            }
        }
        "share" => "1/7",
        "pays_only" => "veo-9",
        "scale" => "",
        "at_most" if field.value.contains("USD") => "77 USD",
        "up_to" => "99,999",
        _ => "77",
    }
}

/// What stands in the fields, the names of pots left out: they follow where a pot is renamed.
fn values(terms: &Terms, voice: &Voice<'_>) -> BTreeMap<String, String> {
    let names: Vec<_> = terms.pots.iter().map(|pot| pot.name.0.clone()).collect();
    let fields = fields(&parts(terms, voice)).into_iter();
    fields
        .filter(|field| !names.iter().any(|name| field.value.contains(name)))
        .map(|field| (field.path, field.value))
        .collect()
}

#[test]
fn another_value_is_taken_and_no_other_field_changes() {
    for (name, terms, places) in all() {
        let pen = pen(places);
        for field in fields(&parts(&terms, &voice(&pen))).iter().filter(|field| field.kind != TermsKind::Chosen) {
            let is_list_of_pots = field.path.ends_with("counts") || field.path.ends_with("when_empty");
            let is_on_scale =
                terms.pots.iter().any(|pot| pot.grant.as_ref().is_some_and(|grant| !grant.scale.is_empty()));
            if is_list_of_pots || (is_on_scale && field.path.ends_with("grant.amount")) {
                continue;
            }
            let other = typed(&terms, &field.path, valid(field), &voice(&pen));
            let place = format!("{name}: {} = {}", field.path, valid(field));
            assert_eq!(other.refusal, None, "{place}");
            let is_no_change = field.path.ends_with("scale") && field.value.is_empty();
            assert!(other.terms != terms || is_no_change, "{place}");
            let (was, mut is) = (values(&terms, &voice(&pen)), values(&other.terms, &voice(&pen)));
            is.retain(|path, value| was.get(path) != Some(value) && *path != field.path);
            assert!(is.is_empty(), "{place}: {is:?}");
        }
    }
}

#[test]
fn every_word_can_be_chosen_everywhere_or_says_why_not_and_the_rest_stays_whole() {
    for (name, terms, places) in all() {
        let pen = pen(places);
        for field in fields(&parts(&terms, &voice(&pen))).iter().filter(|field| field.kind == TermsKind::Chosen) {
            for word in &field.choices {
                let chosen = typed(&terms, &field.path, &word.value, &voice(&pen));
                let place = format!("{name}: {} = {}", field.path, word.value);
                if let Some(refusal) = chosen.refusal {
                    assert_eq!(refusal.field.as_deref(), Some(field.path.as_str()), "{place}");
                    assert_eq!(chosen.terms, terms, "{place}");
                    continue;
                }
                let after = fields(&parts(&chosen.terms, &voice(&pen)));
                let next = chosen.next.filter(|next| !after.iter().any(|field| field.path == *next));
                assert_eq!(next, None, "the next field is there: {place}");
            }
        }
    }
}

#[test]
fn every_deed_is_done_or_says_why_not() {
    for (name, terms, places) in all() {
        let pen = pen(places);
        let parts = parts(&terms, &voice(&pen));
        let within = parts.iter().flat_map(|part| &part.sentences).flat_map(|sentence| &sentence.deeds);
        for deed in parts.iter().flat_map(|part| &part.deeds).chain(within) {
            let done = typed(&terms, &deed.path, "", &voice(&pen));
            match done.refusal {
                None => assert_ne!(done.terms, terms, "{name}: {}", deed.path),
                Some(refusal) => assert_eq!(refusal.field.as_deref(), Some(deed.path.as_str()), "{name}"),
            }
        }
    }
}

#[test]
fn every_preset_is_laid_over_a_plan_and_keeps_its_clock() {
    let pen = pen(0);
    let (_, own, _) = all().into_iter().find(|(name, ..)| name == "ltx-standard").unwrap();
    for preset in presets() {
        let laid = typed(&own, "preset", &preset.id, &voice(&pen));
        assert_eq!(laid.refusal, None, "{}", preset.id);
        assert_eq!(laid.terms.name, format!("{} {}", preset.service, preset.tier));
        let fields = fields(&parts(&laid.terms, &voice(&pen)));
        let other = fields.iter().find(|field| field.label.starts_with("Day of the month") && field.value != "15");
        assert_eq!(other, None, "{}", preset.id);
    }
    assert_eq!(typed(&own, "preset", "none", &voice(&pen)).refusal.unwrap().code, "no_such_preset");
}

fn told(preset: &str) -> String {
    let pen = pen(0);
    let found = runout_book::preset(preset).unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 11, 15).unwrap();
    let terms = found.terms_from(Anchor { day, time: NaiveTime::MIN, zone: Zone::Europe__Berlin });
    sentences(&terms, &voice(&pen))
}

#[test]
fn terms_read_as_the_drawing_says() {
    insta::assert_snapshot!(told("ltx-standard"), @"LTX Studio grants 28,000 credits each month on the 15th at 00:00, Europe/Berlin time. What is left at the renewal lapses. Top-ups are not offered. What is overdrawn is forgiven at the renewal. The month costs 35 USD.");
    insta::assert_snapshot!(told("leonardo-premium"), @"Monthly: LTX Studio grants 25,000 credits each month on the 15th at 00:00, Europe/Berlin time. What is left at the renewal moves into the pot Bank, up to 3 × the allotment in there; the rest lapses. Bank: What is left of Monthly moves into it. Top-ups: Bought credits lie in it. Once the plan has ended, it is frozen, and its clocks stand still. Top-ups are offered, and do not end. They go into the pot Top-ups. What is overdrawn is forgiven at the renewal.");
}
