//! What can be bought, in sentences: top-ups, and packs with their parts.

use runout_core::credits::Credits;
use runout_core::terms::{Life, Pack, PackPart, PotName, Terms, TopUpTerms};

use super::life;
use super::scribe::{Scribe, Word, spot};
use super::values::{self, Voice};
use crate::refusal::refusal;

const OFFERED: &[Word<bool>] = &[(false, "no", "not offered"), (true, "yes", "offered")];

/// "Top-ups are offered, and last 12 months."
pub(super) fn top_ups(scribe: &mut Scribe<'_>, voice: &Voice<'_>, terms: &mut Terms) {
    scribe.sentence("top_ups", false);
    scribe.say("Top-ups are ");
    let mut offered = terms.top_ups.is_some();
    if scribe.chosen(spot("", "top_ups", "Top-ups"), &mut offered, OFFERED) {
        terms.top_ups = None;
        if offered {
            terms.top_ups = Some(TopUpTerms { pot: pot_for_bought(terms), life: Life::Forever, packs: Vec::new() });
        }
    }
    let pots: Vec<_> = terms.pots.iter().map(|pot| pot.name.clone()).collect();
    let Some(top_ups) = &mut terms.top_ups else { return scribe.say(".") };
    scribe.say(", and ");
    life::life(scribe, "top_ups", "How long top-ups last", &mut top_ups.life);
    scribe.say(".");
    scribe.sentence("top_ups.pot", pots.len() == 1);
    scribe.say("They go into the pot ");
    values::pot(scribe, spot("top_ups", "pot", "Pot of the top-ups"), &pots, &mut top_ups.pot);
    scribe.say(".");
    packs(scribe, voice, &pots, &mut top_ups.packs);
}

/// The pot in which bought credits lie: one by that name, or a new one.
pub(super) fn pot_for_bought(terms: &mut Terms) -> PotName {
    let named = terms.top_ups.as_ref().map(|top_ups| top_ups.pot.clone());
    let found = named.or_else(|| terms.pots.iter().map(|pot| pot.name.clone()).find(|name| name.0 == "Top-ups"));
    found.unwrap_or_else(|| super::pots::new_pot(terms, "Top-ups"))
}

fn packs(scribe: &mut Scribe<'_>, voice: &Voice<'_>, pots: &[PotName], packs: &mut Vec<Pack>) {
    if !packs.is_empty() {
        scribe.sentence("top_ups.packs", false);
        scribe.say(&if packs.len() == 1 {
            "One pack is sold.".to_owned()
        } else {
            format!("{} packs are sold.", packs.len())
        });
    }
    let mut at = 0;
    while at < packs.len() {
        let path = format!("top_ups.packs[{}]", at + 1);
        pack(scribe, &path, &mut packs[at]);
        if scribe.deed_here(&format!("{path}.remove"), "Take this pack away") {
            packs.remove(at);
            continue;
        }
        if scribe.deed_here(&format!("{path}.add"), "Add a part") {
            packs[at].parts.push(PackPart { bonus: true, ..a_part(voice) });
            scribe.then(format!("{path}.parts[{}].amount", packs[at].parts.len()));
        }
        parts(scribe, voice, &path, pots, &mut packs[at].parts);
        at += 1;
    }
    if scribe.deed("top_ups.add", "Add a pack") {
        packs.push(Pack { name: format!("Pack {}", at + 1), price: None, parts: vec![a_part(voice)] });
        scribe.then(format!("top_ups.packs[{}].name", packs.len()));
    }
}

fn pack(scribe: &mut Scribe<'_>, path: &str, pack: &mut Pack) {
    scribe.sentence(path, true);
    scribe.say("The pack ");
    if let Some(name) = values::name(scribe, spot(path, "name", "Name of the pack"), &pack.name) {
        pack.name = name;
    }
    scribe.say(if pack.price.is_some() { " costs " } else { " has a price that is " });
    values::price(scribe, spot(path, "price", "Price of the pack"), &mut pack.price);
    scribe.say(".");
}

fn parts(scribe: &mut Scribe<'_>, voice: &Voice<'_>, path: &str, pots: &[PotName], parts: &mut Vec<PackPart>) {
    let mut at = 0;
    while at < parts.len() {
        let path = format!("{path}.parts[{}]", at + 1);
        scribe.sentence(&path, true);
        part(scribe, voice, &path, pots, &mut parts[at]);
        if parts.len() > 1 && scribe.deed_here(&format!("{path}.remove"), "Take this part away") {
            parts.remove(at);
        } else {
            at += 1;
        }
    }
}

const BONUS: &[Word<bool>] = &[(false, "no", "paid for"), (true, "yes", "a bonus")];
const AS_TOP_UPS: &[Word<bool>] =
    &[(true, "usual", "last as top-ups do"), (false, "own", "have an end of their own …")];

fn part(scribe: &mut Scribe<'_>, voice: &Voice<'_>, path: &str, pots: &[PotName], part: &mut PackPart) {
    scribe.say("It holds ");
    values::amount(scribe, voice, spot(path, "amount", "How much the pack holds"), &mut part.amount);
    scribe.say(&format!(" {}, ", voice.unit));
    scribe.chosen(spot(path, "bonus", "Paid for, or a bonus"), &mut part.bonus, BONUS);
    scribe.say("; they go into ");
    own_pot(scribe, path, pots, &mut part.pot);
    scribe.say(" and ");
    let mut usual = part.life.is_none();
    if scribe.chosen(spot(path, "own_life", "How long they last"), &mut usual, AS_TOP_UPS) {
        part.life = (!usual).then_some(Life::Forever);
    }
    if let Some(own) = &mut part.life {
        scribe.say(": they ");
        life::life(scribe, path, "How long the part lasts", own);
    }
    scribe.say(".");
}

const POT_OF_TOP_UPS: &str = "the pot of the top-ups";

/// A pot, or that of the top-ups.
fn own_pot(scribe: &mut Scribe<'_>, path: &str, pots: &[PotName], value: &mut Option<PotName>) {
    let usual = PotName(POT_OF_TOP_UPS.to_owned());
    let with_usual: Vec<_> = [usual.clone()].into_iter().chain(pots.iter().cloned()).collect();
    let mut named = value.clone().unwrap_or_else(|| usual.clone());
    values::pot(scribe, spot(path, "pot", "Pot of the part"), &with_usual, &mut named);
    *value = (named != usual).then_some(named);
}

fn a_part(voice: &Voice<'_>) -> PackPart {
    PackPart { amount: hundreds(voice, 10), pot: None, life: None, bonus: false }
}

/// A round amount to begin with, typed over at once.
pub(super) fn hundreds(voice: &Voice<'_>, count: i64) -> Credits {
    Credits::new(count * 100 * voice.pen.decimals.scale()).unwrap_or(Credits::MAX)
}

/// A plan that is sold is never sold for less than nothing: a limit in money needs a price of the same currency.
pub(super) fn no_price() -> crate::wire::Refusal {
    refusal("no_price", "A limit in money needs a price in the same currency. Give the price first.")
}
