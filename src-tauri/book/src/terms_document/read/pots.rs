//! The pots of a document.

use runout_core::terms::{Carry, CarryCap, DayLimit, GrantMode, Pays, PotName, PotTerms, WhileLapsed};

use super::super::place::{Place, Value};
use super::super::{MOST_POTS, TermsError};
use super::{Reader, carry, grant};

pub(super) fn pots<'a>(reader: &mut Reader<'a>, value: &Value<'a>) -> Result<Vec<PotTerms>, TermsError> {
    let items = value.items("the pots as [[pots]]")?;
    if items.is_empty() {
        return Err(value.refuse("A plan has one pot or more."));
    }
    if let Some(beyond) = items.get(MOST_POTS) {
        return Err(beyond.refuse(format!("A plan has at most {MOST_POTS} pots.")));
    }
    let mut pots: Vec<(Place<'a>, PotTerms)> = Vec::new();
    for item in items {
        let (place, pot) = pot(reader, &item)?;
        if pots.iter().any(|(_, other)| other.name == pot.name) {
            return Err(place.refuse(format!("There is another pot called “{}”.", pot.name.0)));
        }
        pots.push((place, pot));
    }
    Ok(pots.into_iter().map(|(_, pot)| pot).collect())
}

/// A pot, and where its name stands.
fn pot<'a>(reader: &mut Reader<'a>, value: &Value<'a>) -> Result<(Place<'a>, PotTerms), TermsError> {
    let mut fields = value.fields("a pot as [[pots]]")?;
    let named = fields.need("name", "what the pot is called.")?;
    let name = PotName(named.name("what the pot is called")?);
    let rank = fields.need("rank", "its place in the burn order, the lowest pays first.")?.rank()?;
    let pays = fields.maybe("pays_only").map(|value| pays(&value)).transpose()?.unwrap_or_default();
    let lapsed = fields.maybe("while_lapsed").map(|value| value.one_of(WHILE_LAPSED)).transpose()?;
    let granted = fields.maybe("grant").map(|value| grant::grant(reader, &name, &value)).transpose()?;
    let kept = match fields.maybe("carry") {
        Some(value) => {
            let kept = carry::carry(reader, &name, granted.as_ref(), &value)?;
            if kept == Carry::ALL && granted.as_ref().is_some_and(|grant| grant.mode == GrantMode::RefillTo) {
                return Err(value.refuse(
                    "Its grant refills, so what is left is forfeited: write carry = \"none\", or mode = \"add\".",
                ));
            }
            kept
        }
        None if granted.is_some() => {
            return Err(fields
                .place
                .refuse("Say what becomes of what is left: carry = \"none\", \"all\", or its parts."));
        }
        None => Carry::ALL,
    };
    let day_limit = fields.maybe("day_limit").map(|value| day_limit(reader, &value)).transpose()?;
    fields.done()?;
    let while_lapsed = lapsed.unwrap_or_default();
    Ok((named.place, PotTerms { name, rank, grant: granted, carry: kept, pays, day_limit, while_lapsed }))
}

const WHILE_LAPSED: &[(&str, WhileLapsed)] = &[
    ("usable", WhileLapsed::Usable),
    ("frozen", WhileLapsed::Frozen),
    ("frozen_and_held", WhileLapsed::FrozenAndHeld),
];

fn pays(value: &Value<'_>) -> Result<Pays, TermsError> {
    let items = value.items("a list of actions, such as [\"veo-3\"]")?;
    if items.is_empty() {
        return Err(value.refuse("Name one action or more, or leave the field out: then the pot pays for everything."));
    }
    let names: Result<_, _> = items.iter().map(|item| item.name("the name of an action")).collect();
    Ok(Pays::Only(names?))
}

fn day_limit<'a>(reader: &mut Reader<'a>, value: &Value<'a>) -> Result<DayLimit, TermsError> {
    let mut fields = value.fields("the limit as a table with amount and anchor")?;
    let amount = fields.need("amount", "what a day can take.")?.amount(reader.decimals)?;
    let from = grant::anchor(reader, &mut fields)?;
    fields.done()?;
    Ok(DayLimit { amount, from })
}

/// Whether a cap is a bank of this pot itself.
pub(super) fn is_own_bank(cap: Option<&CarryCap>, own: &PotName) -> bool {
    matches!(cap, Some(CarryCap::Bank { pot, .. }) if pot == own)
}
