//! Bought credits: by hand, in packs, by the service itself.

use runout_core::terms::{AutoRefill, AutoRefillAmount, AutoRefillLimit, Life, Money, Pack, PackPart, TopUpTerms};

use super::super::TermsError;
use super::super::place::{Fields, Value};
use super::super::words::read_life;
use super::Reader;

pub(super) fn top_ups<'a>(reader: &mut Reader<'a>, value: &Value<'a>) -> Result<TopUpTerms, TermsError> {
    let mut fields = value.fields("the top-ups as [top_ups]")?;
    let pot = reader.pot_of_the_terms(&fields.need("pot", "the pot that bought lots go into.")?)?;
    let life = life(&fields.need("life", "how long bought lots live.")?)?;
    let packs = match fields.maybe("packs") {
        None => Vec::new(),
        Some(value) => {
            let items = value.items("the packs as [[top_ups.packs]]")?;
            items.iter().map(|item| pack(reader, item)).collect::<Result<_, _>>()?
        }
    };
    fields.done()?;
    Ok(TopUpTerms { pot, life, packs })
}

fn life(value: &Value<'_>) -> Result<Life, TermsError> {
    value.value.as_str().and_then(read_life).ok_or_else(|| {
        value.refuse(
            "Write \"forever\", \"until_renewal\", a time or a number of cycles: \"90 days\", \"1 cycle\", \
             \"90 days from renewal\".",
        )
    })
}

fn pack<'a>(reader: &mut Reader<'a>, value: &Value<'a>) -> Result<Pack, TermsError> {
    let mut fields = value.fields("a pack as [[top_ups.packs]]")?;
    let name = fields.need("name", "what the pack is called.")?.name("what the pack is called")?;
    let price = fields.maybe("price").map(|value| value.money()).transpose()?;
    let parts = fields.need("parts", "what the pack holds.")?;
    let items = parts.items("what the pack holds, as [[top_ups.packs.parts]]")?;
    if items.is_empty() {
        return Err(parts.refuse("A pack holds one part or more."));
    }
    let parts = items.iter().map(|item| part(reader, item)).collect::<Result<_, _>>()?;
    fields.done()?;
    Ok(Pack { name, price, parts })
}

fn part<'a>(reader: &mut Reader<'a>, value: &Value<'a>) -> Result<PackPart, TermsError> {
    let mut fields = value.fields("a part of a pack as a table")?;
    let amount = fields.need("amount", "how much it is.")?.some_amount(reader.decimals)?;
    let pot = fields.maybe("pot").map(|value| reader.pot_of_the_terms(&value)).transpose()?;
    let life = fields.maybe("life").map(|value| life(&value)).transpose()?;
    let bonus = fields.maybe("bonus").map(|value| value.flag()).transpose()?.unwrap_or_default();
    fields.done()?;
    Ok(PackPart { amount, pot, life, bonus })
}

pub(super) fn auto_refill<'a>(reader: &mut Reader<'a>, value: &Value<'a>) -> Result<AutoRefill, TermsError> {
    let mut fields = value.fields("the refill as [auto_refill]")?;
    let below = fields.need("below", "the total below which it buys.")?.some_amount(reader.decimals)?;
    let counts = fields.maybe("counts").map(|value| reader.pots_of_the_terms(&value)).transpose()?;
    let pot = reader.pot_of_the_terms(&fields.need("pot", "the pot that the lots go into.")?)?;
    let life = life(&fields.need("life", "how long the lots live.")?)?;
    let price = fields.maybe("price").map(|value| value.money()).transpose()?;
    let limit = fields.maybe("at_most");
    let at_most = limit.as_ref().map(|value| at_most(reader, price, value)).transpose()?;
    let buys = buys(reader, &mut fields)?;
    if let (AutoRefillAmount::Fixed(amount), Some(AutoRefillLimit::Credits(most)), Some(limit)) = (buys, at_most, limit)
        && most < amount
    {
        return Err(limit.refuse("One purchase is more than that: it would never buy."));
    }
    if let AutoRefillAmount::UpTo(target) = buys
        && target < below
    {
        return Err(fields.place.refuse("The target is below the threshold: it would buy at every spend."));
    }
    fields.done()?;
    Ok(AutoRefill { below, counts: counts.unwrap_or_default(), buys, at_most, price, pot, life })
}

fn buys(reader: &Reader<'_>, fields: &mut Fields<'_>) -> Result<AutoRefillAmount, TermsError> {
    match (fields.maybe("buys"), fields.maybe("up_to")) {
        (Some(fixed), None) => fixed.some_amount(reader.decimals).map(AutoRefillAmount::Fixed),
        (None, Some(target)) => target.some_amount(reader.decimals).map(AutoRefillAmount::UpTo),
        (Some(_), Some(target)) => Err(target.refuse("It buys a fixed amount or up to a target, not both.")),
        (None, None) => Err(fields.place.refuse("Say how much it buys: buys, or up_to.")),
    }
}

fn at_most(reader: &Reader<'_>, price: Option<Money>, value: &Value<'_>) -> Result<AutoRefillLimit, TermsError> {
    if !value.value.is_str() {
        return value.amount(reader.decimals).map(AutoRefillLimit::Credits);
    }
    let money = value.money()?;
    match price {
        Some(price) if price.currency == money.currency => Ok(AutoRefillLimit::Money(money)),
        Some(_) => Err(value.refuse("The price is in another currency.")),
        None => Err(value.refuse("A limit in money needs a price.")),
    }
}
