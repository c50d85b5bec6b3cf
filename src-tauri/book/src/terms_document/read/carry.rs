//! What a renewal keeps.

use runout_core::terms::{Cap, Carry, CarryCap, GrantTerms, Kept, PotName, Ratio};

use super::super::TermsError;
use super::super::place::{Fields, Value};
use super::super::words::{read_allotments, read_kept, read_ratio};
use super::Reader;
use super::pots::is_own_bank;

const WHOLE_RULES: &[(&str, Kept)] = &[("none", Kept::UntilRenewal), ("all", Kept::WhileSubscribed)];

pub(super) fn carry<'a>(
    reader: &mut Reader<'a>,
    own: &PotName,
    grant: Option<&GrantTerms>,
    value: &Value<'a>,
) -> Result<Carry, TermsError> {
    if value.value.is_str() {
        return Ok(Carry { kept: value.one_of(WHOLE_RULES)?, share: Ratio::WHOLE, cap: None });
    }
    let mut fields = value.fields("\"none\", \"all\", or the rule as [pots.carry]")?;
    let kept = fields.need("kept", "how long a grant lives, such as \"while_subscribed\" or \"1 cycle\".")?;
    let kept = kept.text("how long a grant lives").ok().and_then(read_kept).ok_or_else(|| {
        kept.refuse(
            "Write \"until_renewal\", \"while_subscribed\", a number of cycles or a time: \"1 cycle\", \"60 days\".",
        )
    })?;
    let share = fields.maybe("share").map(|value| share(&value)).transpose()?.unwrap_or(Ratio::WHOLE);
    let granted = grant.is_some();
    let capped = fields.maybe("at_most");
    let cap = cap(reader, granted, capped.as_ref(), &mut fields)?;
    if let (Kept::UntilRenewal, Some(CarryCap::Carried(_)), Some(capped)) = (kept, &cap, capped) {
        return Err(capped.refuse("Nothing is carried until_renewal, so there is nothing to cut: leave it out."));
    }
    if is_own_bank(cap.as_ref(), own) {
        return Err(fields.place.refuse("A pot cannot be its own bank: name another one."));
    }
    fields.done()?;
    Ok(Carry { kept, share, cap })
}

fn share(value: &Value<'_>) -> Result<Ratio, TermsError> {
    let ratio = value.value.as_str().and_then(read_ratio);
    ratio
        .filter(|ratio| ratio.parts <= ratio.of)
        .ok_or_else(|| value.refuse("Write a part of a whole in quotes, such as \"1/2\"."))
}

fn cap<'a>(
    reader: &mut Reader<'a>,
    granted: bool,
    carried: Option<&Value<'a>>,
    fields: &mut Fields<'a>,
) -> Result<Option<CarryCap>, TermsError> {
    let total = fields.maybe("total_at_most");
    let (bank, banked) = (fields.maybe("bank"), fields.maybe("bank_at_most"));
    match (carried, total, bank, banked) {
        (None, None, None, None) => Ok(None),
        (Some(cap), None, None, None) => Ok(Some(CarryCap::Carried(amount(reader, granted, cap)?))),
        (None, Some(cap), None, None) => Ok(Some(CarryCap::Total(amount(reader, granted, &cap)?))),
        (None, None, Some(pot), Some(cap)) => {
            let cap = amount(reader, granted, &cap)?;
            Ok(Some(CarryCap::Bank { pot: reader.pot_of_the_terms(&pot)?, cap }))
        }
        (None, None, Some(bank), None) => Err(bank.refuse("Say what fits into it: bank_at_most.")),
        (None, None, None, Some(cap)) => Err(cap.refuse("Say which pot it is: bank.")),
        (_, Some(cap), ..) => Err(cap.refuse("A rule has one cap: at_most, total_at_most, or a bank.")),
        (_, None, Some(bank), _) => Err(bank.refuse("A rule has one cap: at_most, total_at_most, or a bank.")),
        (Some(_), None, None, Some(cap)) => Err(cap.refuse("A rule has one cap: at_most, total_at_most, or a bank.")),
    }
}

fn amount(reader: &Reader<'_>, granted: bool, value: &Value<'_>) -> Result<Cap, TermsError> {
    let Some(text) = value.value.as_str() else { return value.amount(reader.decimals).map(Cap::Credits) };
    let ratio = read_allotments(text).ok_or_else(|| {
        value.refuse("Write a number, or a multiple in quotes: \"2 x allotment\", \"1/2 x allotment\".")
    })?;
    if !granted {
        return Err(value.refuse("This pot has no allotment: write a number."));
    }
    Ok(Cap::Allotments(ratio))
}
