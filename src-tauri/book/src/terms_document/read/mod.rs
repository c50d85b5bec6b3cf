//! Reading a document of terms.

mod carry;
mod grant;
mod pots;
mod top_ups;

use runout_core::Zone;
use runout_core::credits::Decimals;
use runout_core::terms::{Overdrawn, PausedAnchor, PotName, PotTerms, Terms, WithinRank};
use toml::de::DeTable;

use super::TermsError;
use super::place::{Fields, Place, Value};

/// What all parts of a document are read with, and the pots that they name: those are looked for at the end.
struct Reader<'a> {
    decimals: Decimals,
    zone: Zone,
    named: Vec<(Place<'a>, PotName)>,
}

impl<'a> Reader<'a> {
    /// The name of a pot, which must be one of the terms'.
    fn pot_of_the_terms(&mut self, value: &Value<'a>) -> Result<PotName, TermsError> {
        let name = PotName(value.name("the name of a pot")?);
        self.named.push((value.place.clone(), name.clone()));
        Ok(name)
    }

    fn pots_of_the_terms(&mut self, value: &Value<'a>) -> Result<Vec<PotName>, TermsError> {
        let items = value.items("a list of pots, such as [\"Monthly\"]")?;
        items.iter().map(|item| self.pot_of_the_terms(item)).collect()
    }

    fn every_named_pot_is_there(&self, pots: &[PotTerms]) -> Result<(), TermsError> {
        let missing = self.named.iter().find(|(_, name)| pots.iter().all(|pot| pot.name != *name));
        missing.map_or(Ok(()), |(place, name)| {
            let all: Vec<_> = pots.iter().map(|pot| pot.name.0.as_str()).collect();
            Err(place.refuse(format!("There is no pot “{}” in these terms. There are: {}.", name.0, all.join(", "))))
        })
    }
}

pub(super) fn terms(text: &str, decimals: Decimals, zone: Zone) -> Result<Terms, TermsError> {
    let parsed = DeTable::parse(text).map_err(|error| no_document(text, &error))?;
    let mut reader = Reader { decimals, zone, named: Vec::new() };
    let mut fields = Fields::new(Place::document(text), parsed.get_ref());
    let name = fields.need("name", "what the plan is called.")?.name("what the plan is called")?;
    let price = fields.maybe("price").map(|value| value.money()).transpose()?;
    let overdrawn = overdrawn(&mut fields, decimals)?;
    let within_rank = fields.maybe("within_rank").map(|value| value.one_of(WITHIN_RANK)).transpose()?;
    let pause = fields.maybe("pause").map(|value| value.one_of(PAUSE)).transpose()?;
    let pots = pots::pots(&mut reader, &fields.need("pots", "a plan has one pot or more.")?)?;
    let top_ups = fields.maybe("top_ups").map(|value| top_ups::top_ups(&mut reader, &value)).transpose()?;
    let auto_refill = fields.maybe("auto_refill").map(|value| top_ups::auto_refill(&mut reader, &value)).transpose()?;
    fields.done()?;
    reader.every_named_pot_is_there(&pots)?;
    Ok(Terms {
        name,
        pots,
        within_rank: within_rank.unwrap_or_default(),
        overdrawn,
        top_ups,
        auto_refill,
        pause: pause.unwrap_or_default(),
        price,
    })
}

const WITHIN_RANK: &[(&str, WithinRank)] = &[("soonest_end", WithinRank::SoonestEnd), ("oldest", WithinRank::Oldest)];
const PAUSE: &[(&str, PausedAnchor)] =
    &[("anchor_moves", PausedAnchor::Moves), ("anchor_stands", PausedAnchor::Stands)];

const OVERDRAWN: &[(&str, Overdrawn)] = &[
    ("forgiven_at_renewal", Overdrawn::ForgivenAtRenewal),
    ("carried", Overdrawn::Carried),
    ("kept", Overdrawn::Kept),
    ("billed", Overdrawn::Billed { limit: None }),
];

fn overdrawn(fields: &mut Fields<'_>, decimals: Decimals) -> Result<Overdrawn, TermsError> {
    let rule = fields.maybe("overdrawn").map(|value| value.one_of(OVERDRAWN)).transpose()?.unwrap_or_default();
    let Some(limit) = fields.maybe("billed_at_most") else { return Ok(rule) };
    match rule {
        Overdrawn::Billed { .. } => Ok(Overdrawn::Billed { limit: Some(limit.amount(decimals)?) }),
        _ => Err(limit.refuse("Nothing is billed unless overdrawn = \"billed\".")),
    }
}

/// TOML that cannot be parsed: its own reason, at its line.
fn no_document(text: &str, error: &toml::de::Error) -> TermsError {
    let at = error.span().map_or(0, |span| span.start);
    let line = text.get(..at).unwrap_or(text).matches('\n').count() + 1;
    let reason = error.message().trim().trim_end_matches('.').replace('\n', ", ");
    TermsError { line, field: "the document".to_owned(), sentence: format!("This is not TOML: {reason}.") }
}
