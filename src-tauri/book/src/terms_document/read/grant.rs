//! What fills a pot, and when.

use runout_core::Zone;
use runout_core::terms::{Anchor, Cadence, Ceiling, GrantMode, GrantTerms, Interval, PotName, Trigger};
use toml::de::DeValue;

use super::super::TermsError;
use super::super::place::{Fields, Value};
use super::super::words::{read_interval, read_wall_clock};
use super::Reader;

pub(super) fn grant<'a>(reader: &mut Reader<'a>, own: &PotName, value: &Value<'a>) -> Result<GrantTerms, TermsError> {
    let mut fields = value.fields("the grant as [pots.grant]")?;
    let amount = fields.need("amount", "the allotment.")?.amount(reader.decimals)?;
    let cadence = cadence(reader, &mut fields)?;
    let mode = fields.maybe("mode").map(|value| value.one_of(MODE)).transpose()?.unwrap_or(GrantMode::Add);
    let when_empty = fields.maybe("when_empty").map(|value| when_empty(reader, own, &value)).transpose()?;
    let scale = match fields.maybe("scale") {
        None => Vec::new(),
        Some(value) => {
            let steps = value.items("the allotments to choose from, such as [100, 200]")?;
            let steps: Vec<_> = steps.iter().map(|step| step.amount(reader.decimals)).collect::<Result<_, _>>()?;
            if steps.is_empty() {
                return Err(value.refuse("Name the allotments to choose from, or leave the field out."));
            }
            if !steps.contains(&amount) {
                return Err(value.refuse("The amount of the grant is none of these."));
            }
            steps
        }
    };
    let ceiling = fields.maybe("ceiling").map(|value| ceiling(reader, &value)).transpose()?;
    fields.done()?;
    Ok(GrantTerms { amount, cadence, mode, ceiling, trigger: when_empty.unwrap_or_default(), scale })
}

const MODE: &[(&str, GrantMode)] = &[("add", GrantMode::Add), ("refill_to", GrantMode::RefillTo)];

fn cadence(reader: &Reader<'_>, fields: &mut Fields<'_>) -> Result<Cadence, TermsError> {
    let (every, window) = (fields.maybe("every"), fields.maybe("first_use"));
    let (every, window) = match (every, window) {
        (Some(_), Some(window)) => return Err(window.refuse("It comes by the calendar or with a first use, not both.")),
        (None, None) => {
            return Err(fields.place.refuse("Say how often: every = \"1 month\", every = \"once\", or first_use."));
        }
        pair => pair,
    };
    if let Some(window) = window {
        return Ok(Cadence::FirstUse { window: interval(&window)? });
    }
    let Some(every) = every.filter(|every| every.value.as_str() != Some("once")) else { return Ok(Cadence::Once) };
    Ok(Cadence::Every { every: interval(&every)?, anchor: anchor(reader, fields)? })
}

pub(super) fn interval(value: &Value<'_>) -> Result<Interval, TermsError> {
    let text = value.text("a distance, such as \"1 month\" or \"30 days\"")?;
    read_interval(text).ok_or_else(|| {
        value.refuse("Write a count of 1 or more and hours, days, weeks, months or years: \"1 month\", \"30 days\".")
    })
}

/// `anchor` and `zone` of a rule's clock.
pub(super) fn anchor(reader: &Reader<'_>, fields: &mut Fields<'_>) -> Result<Anchor, TermsError> {
    let value = fields.need("anchor", "the day and time that it is counted from: \"2026-11-15 00:00\".")?;
    let local = match value.value {
        DeValue::Datetime(moment) if moment.offset.is_none() => read_wall_clock(&moment.to_string()),
        DeValue::String(text) => read_wall_clock(text),
        _ => None,
    };
    let local = local.ok_or_else(|| {
        value.refuse("Write a date and a time on the clock of the zone, such as \"2026-11-15 00:00\".")
    })?;
    let zone = fields.maybe("zone").map(|value| zone(&value)).transpose()?.unwrap_or(reader.zone);
    Ok(Anchor { day: local.date(), time: local.time(), zone })
}

fn zone(value: &Value<'_>) -> Result<Zone, TermsError> {
    let text = value.text("a time zone, such as \"Europe/Berlin\"")?;
    text.parse()
        .map_err(|_| value.refuse("There is no such time zone. Write one such as \"Europe/Berlin\" or \"UTC\"."))
}

fn when_empty<'a>(reader: &mut Reader<'a>, own: &PotName, value: &Value<'a>) -> Result<Trigger, TermsError> {
    let pots = reader.pots_of_the_terms(value)?;
    if pots.is_empty() {
        return Err(value.refuse("Name the pots that must be empty, or leave the field out."));
    }
    if pots.contains(own) {
        return Err(value.refuse("A pot cannot wait for itself to be empty."));
    }
    Ok(Trigger::WhenEmpty(pots))
}

fn ceiling<'a>(reader: &Reader<'a>, value: &Value<'a>) -> Result<Ceiling, TermsError> {
    let mut fields = value.fields("the ceiling as a table with amount, every and anchor")?;
    let amount = fields.need("amount", "what can be taken within its cycle.")?.amount(reader.decimals)?;
    let every = interval(&fields.need("every", "how long its cycle is.")?)?;
    let anchor = anchor(reader, &mut fields)?;
    fields.done()?;
    Ok(Ceiling { amount, every, anchor })
}
