//! The terms in sentences, for the reader and for `terms show`.

use runout_core::terms::{Terms, TopUpTerms};

use super::super::pen::Pen;
use super::fields::fields;
use crate::wire::TermsFields;

/// "LTX Studio grants 28,000 credits each month on the 15th at 00:00, Europe/Berlin time. …"
pub fn sentences(service: &str, unit: &str, terms: &Terms, pen: &Pen) -> String {
    let fields = fields(terms, pen);
    let mut sentences = vec![
        format!("{service} grants {} {unit} {}{}.", fields.allotment, fields.cadence_words, when(&fields)),
        carry(&fields),
        top_ups(terms.top_ups.as_ref(), &fields),
        overdrawn(&fields).to_owned(),
    ];
    if !fields.price.is_empty() {
        sentences.push(format!("{} costs {}.", cycle_name(&fields), fields.price));
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

fn when(fields: &TermsFields) -> String {
    let clock = format!("at {}, {} time", fields.time, fields.zone);
    match fields.cadence.as_str() {
        "once" | "first_use" => String::new(),
        "monthly" | "yearly" => format!(" on the {} {clock}", ordinal(&fields.day)),
        _ => format!(" {clock}"),
    }
}

fn carry(fields: &TermsFields) -> String {
    match fields.carry.as_str() {
        _ if fields.cadence == "once" => String::new(),
        "all" => "What is left at the renewal rolls over.".to_owned(),
        "up_to" => format!("What is left at the renewal rolls over, up to {}.", fields.carry_amount),
        "other" => "What is left at the renewal rolls over in part.".to_owned(),
        "cycles" if fields.carry_amount == "1" => "What is left at the renewal rolls over for 1 cycle.".to_owned(),
        "cycles" => format!("What is left at the renewal rolls over for {} cycles.", fields.carry_amount),
        _ => "What is left at the renewal lapses.".to_owned(),
    }
}

fn top_ups(top_ups: Option<&TopUpTerms>, fields: &TermsFields) -> String {
    match (top_ups, fields.life.as_str()) {
        (None, _) => "Top-ups are not offered.".to_owned(),
        (Some(_), "forever") => "Top-ups are offered, and do not end.".to_owned(),
        (Some(_), "renewal") => "Top-ups are offered, and last until the renewal.".to_owned(),
        (Some(_), "other") => "Top-ups are offered, and last by the plan's renewals.".to_owned(),
        (Some(_), unit) => {
            let unit = if fields.life_count == "1" { unit.trim_end_matches('s') } else { unit };
            format!("Top-ups are offered, and last {} {unit}.", fields.life_count)
        }
    }
}

fn overdrawn(fields: &TermsFields) -> &'static str {
    match fields.overdrawn.as_str() {
        "carried" => "What is overdrawn is carried over the renewal.",
        "kept" => "What is overdrawn stays.",
        "billed" => "What is overdrawn is billed.",
        _ if fields.cadence == "once" => "",
        _ => "What is overdrawn is forgiven at the renewal.",
    }
}

fn cycle_name(fields: &TermsFields) -> &'static str {
    match fields.cadence.as_str() {
        "daily" => "The day",
        "weekly" => "The week",
        "monthly" => "The month",
        "yearly" => "The year",
        "once" => "It",
        _ => "The cycle",
    }
}

/// "15th" of "15".
pub fn ordinal(day: &str) -> String {
    let ending = match day {
        "1" | "21" | "31" => "st",
        "2" | "22" => "nd",
        "3" | "23" => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}
