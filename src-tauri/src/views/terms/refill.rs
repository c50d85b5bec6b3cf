//! What the service buys by itself, in sentences.

use runout_core::terms::{AutoRefill, AutoRefillAmount, AutoRefillLimit, PotName, Terms};

use super::bought::{hundreds, no_price, pot_for_bought};
use super::life;
use super::scribe::{Scribe, Word, spot};
use super::values::{self, Voice};
use crate::views::plan::{money, read_money};
use crate::wire::Refusal;

const PATH: &str = "auto_refill";
const BUYS: &[Word<bool>] = &[(false, "no", "buys nothing by itself"), (true, "yes", "buys by itself, below …")];

/// "The service buys nothing by itself.", or what it buys, and when.
pub(super) fn auto_refill(scribe: &mut Scribe<'_>, voice: &Voice<'_>, terms: &mut Terms) {
    scribe.sentence(PATH, terms.auto_refill.is_none());
    scribe.say(voice.service);
    scribe.say(" ");
    let mut buys = terms.auto_refill.is_some();
    if scribe.chosen(spot("", PATH, "What the service buys by itself"), &mut buys, BUYS) {
        terms.auto_refill = None;
        if buys {
            terms.auto_refill = Some(usual(voice, terms));
            scribe.then(format!("{PATH}.below"));
        }
    }
    let pots: Vec<_> = terms.pots.iter().map(|pot| pot.name.clone()).collect();
    let Some(refill) = &mut terms.auto_refill else { return scribe.say(".") };
    scribe.say(" ");
    values::amount(scribe, voice, spot(PATH, "below", "Threshold"), &mut refill.below);
    scribe.say(" left in ");
    values::several_pots(scribe, spot(PATH, "counts", "Pots that are counted"), &pots, "all pots", &mut refill.counts);
    scribe.say(": ");
    how_much(scribe, voice, refill);
    scribe.say(".");
    where_to(scribe, &pots, refill);
    scribe.sentence("auto_refill.at_most", refill.at_most.is_none());
    scribe.say("In a cycle it buys ");
    limit(scribe, voice, refill);
    scribe.say(".");
}

fn usual(voice: &Voice<'_>, terms: &mut Terms) -> AutoRefill {
    AutoRefill {
        below: hundreds(voice, 1),
        counts: Vec::new(),
        buys: AutoRefillAmount::Fixed(hundreds(voice, 10)),
        at_most: None,
        price: None,
        life: terms.top_ups.as_ref().map_or(runout_core::terms::Life::Forever, |top_ups| top_ups.life),
        pot: pot_for_bought(terms),
    }
}

const AMOUNTS: &[Word<bool>] =
    &[(true, "buys", "a fixed amount of …"), (false, "up_to", "as much as makes the total …")];

fn how_much(scribe: &mut Scribe<'_>, voice: &Voice<'_>, refill: &mut AutoRefill) {
    let mut fixed = matches!(refill.buys, AutoRefillAmount::Fixed(_));
    if scribe.chosen(spot(PATH, "buys_how", "How much it buys"), &mut fixed, AMOUNTS) {
        refill.buys = match refill.buys {
            AutoRefillAmount::Fixed(amount) => AutoRefillAmount::UpTo(amount.max(refill.below)),
            AutoRefillAmount::UpTo(target) => AutoRefillAmount::Fixed(target),
        };
        scribe.then(format!("{PATH}.{}", if fixed { "buys" } else { "up_to" }));
    }
    scribe.say(" ");
    let (name, amount) = match &mut refill.buys {
        AutoRefillAmount::Fixed(amount) => ("buys", amount),
        AutoRefillAmount::UpTo(target) => ("up_to", target),
    };
    values::amount(scribe, voice, spot(PATH, name, "Amount that it buys"), amount);
}

fn where_to(scribe: &mut Scribe<'_>, pots: &[PotName], refill: &mut AutoRefill) {
    scribe.sentence("auto_refill.pot", false);
    scribe.say("Its credits go into ");
    values::pot(scribe, spot(PATH, "pot", "Pot of what it buys"), pots, &mut refill.pot);
    scribe.say(" and ");
    life::life(scribe, PATH, "How long what it buys lasts", &mut refill.life);
    scribe.say(match refill.buys {
        AutoRefillAmount::Fixed(_) => "; a purchase costs ",
        AutoRefillAmount::UpTo(_) => "; a thousand of them cost ",
    });
    let limit_in_money = matches!(refill.at_most, Some(AutoRefillLimit::Money(_)));
    values::price(scribe, spot(PATH, "price", "Price of what it buys"), &mut refill.price);
    scribe.say(if limit_in_money && refill.price.is_none() { ", which the limit needs." } else { "." });
}

const NO_LIMIT: &str = "without a limit";

fn limit(scribe: &mut Scribe<'_>, voice: &Voice<'_>, refill: &mut AutoRefill) {
    let shown = match refill.at_most {
        None => String::new(),
        Some(AutoRefillLimit::Credits(credits)) => voice.pen.exact(credits),
        Some(AutoRefillLimit::Money(limit)) => money(limit),
    };
    let words = if shown.is_empty() { NO_LIMIT.to_owned() } else { format!("at most {shown}") };
    let price = refill.price;
    let read = |text: &str| -> Result<Option<AutoRefillLimit>, Refusal> {
        if text.trim().is_empty() || text.trim().eq_ignore_ascii_case(NO_LIMIT) {
            return Ok(None);
        }
        if !text.chars().any(char::is_alphabetic) {
            return Ok(Some(AutoRefillLimit::Credits(voice.read_amount(text)?)));
        }
        let limit = read_money(text)?;
        match (limit, price) {
            (Some(limit), Some(price)) if limit.currency == price.currency => Ok(Some(AutoRefillLimit::Money(limit))),
            _ => Err(no_price()),
        }
    };
    if let Some(typed) = scribe.typed(spot(PATH, "at_most", "Most that it buys in a cycle"), (words, shown), read) {
        refill.at_most = typed;
    }
}
