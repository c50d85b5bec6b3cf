//! The pots, each with its grant, what it keeps, and what it may pay.

use chrono::NaiveTime;
use runout_core::credits::Credits;
use runout_core::terms::{Anchor, CarryCap, DayLimit, Pays, PotName, PotTerms, Terms, Trigger, WhileLapsed};

use super::clock::{self, Called};
use super::scribe::{Scribe, Word, spot};
use super::values::{self, Voice};
use super::{carry, grant};
use crate::refusal::refusal;

const OF_DAY: Called = Called { day: "", time: "Time at which the day begins", zone: "Time zone of the day" };

/// Every pot.
pub(super) fn pots(scribe: &mut Scribe<'_>, voice: &Voice<'_>, terms: &mut Terms) {
    let mut at = 0;
    // A pot may come or go meanwhile.
    while at < terms.pots.len() {
        pot(scribe, voice, terms, at);
        at += 1;
    }
}

fn pot(scribe: &mut Scribe<'_>, voice: &Voice<'_>, terms: &mut Terms, at: usize) {
    let path = format!("pots[{}]", at + 1);
    let title = (terms.pots.len() > 1).then(|| terms.pots[at].name.0.clone());
    scribe.part(&path, title.as_deref(), about(terms, at));
    grant::grant(scribe, voice, terms, at);
    carry::carry(scribe, voice, terms, at);
    day_limit(scribe, voice, &path, &mut terms.pots[at]);
    pays(scribe, voice, &path, &mut terms.pots[at]);
    while_lapsed(scribe, &path, &mut terms.pots[at]);
    named(scribe, &path, terms, at);
    if terms.pots.len() > 1 && scribe.deed(&format!("{path}.remove"), "Take this pot away") {
        remove(scribe, &path, terms, at);
    }
}

/// What lies in a pot that the plan does not fill.
fn about(terms: &Terms, at: usize) -> String {
    let PotTerms { name, grant, .. } = &terms.pots[at];
    if grant.is_some() {
        return String::new();
    }
    let users = users(terms, name);
    match users.as_slice() {
        [] => "Nothing fills it by itself.".to_owned(),
        users => format!("{}.", users.join(". ")),
    }
}

fn named(scribe: &mut Scribe<'_>, path: &str, terms: &mut Terms, at: usize) {
    scribe.sentence(&format!("{path}.name"), true);
    scribe.say("The pot is called ");
    if let Some(name) = values::name(scribe, spot(path, "name", "Name of the pot"), &terms.pots[at].name.0) {
        rename(terms, at, PotName(name));
    }
    scribe.say(" and pays at place ");
    values::rank(scribe, spot(path, "rank", "Place in the burn order"), &mut terms.pots[at].rank);
    scribe.say("; the lowest pays first.");
}

const EVERYTHING: &str = "everything";

fn pays(scribe: &mut Scribe<'_>, voice: &Voice<'_>, path: &str, pot: &mut PotTerms) {
    let mut only = match &pot.pays {
        Pays::Everything => Vec::new(),
        Pays::Only(actions) => actions.clone(),
    };
    scribe.sentence(&format!("{path}.pays_only"), only.is_empty());
    scribe.say(if only.is_empty() { "It pays for " } else { "It pays only for " });
    values::actions(scribe, voice, spot(path, "pays_only", "What it pays for"), EVERYTHING, &mut only);
    scribe.say(".");
    pot.pays = if only.is_empty() { Pays::Everything } else { Pays::Only(only) };
}

const WHILE_LAPSED: &[Word<WhileLapsed>] = &[
    (WhileLapsed::Usable, "usable", "stays usable"),
    (WhileLapsed::Frozen, "frozen", "is frozen, and its ends come all the same"),
    (WhileLapsed::FrozenAndHeld, "frozen_and_held", "is frozen, and its clocks stand still"),
];

fn while_lapsed(scribe: &mut Scribe<'_>, path: &str, pot: &mut PotTerms) {
    scribe.sentence(&format!("{path}.while_lapsed"), pot.while_lapsed == WhileLapsed::Usable);
    scribe.say("Once the plan has ended, it ");
    scribe.chosen(spot(path, "while_lapsed", "Once the plan has ended"), &mut pot.while_lapsed, WHILE_LAPSED);
    scribe.say(".");
}

const DAY_LIMITS: &[Word<bool>] = &[(false, "none", "as much as there is"), (true, "limit", "at most …")];

fn day_limit(scribe: &mut Scribe<'_>, voice: &Voice<'_>, path: &str, pot: &mut PotTerms) {
    let path = format!("{path}.day_limit");
    scribe.sentence(&path, pot.day_limit.is_none());
    scribe.say("A day can take ");
    let mut limited = pot.day_limit.is_some();
    if scribe.chosen(spot("", &path, "What a day can take"), &mut limited, DAY_LIMITS) {
        let from = Anchor { day: voice.pen.today, time: NaiveTime::MIN, zone: voice.pen.zone };
        pot.day_limit = limited.then_some(DayLimit { amount: Credits::ZERO, from });
        if limited {
            scribe.then(format!("{path}.amount"));
        }
    }
    if let Some(limit) = &mut pot.day_limit {
        scribe.say(" ");
        values::amount(scribe, voice, spot(&path, "amount", "Most that a day can take"), &mut limit.amount);
        scribe.say("; the day begins at ");
        clock::time_of_day(scribe, &path, &mut limit.from, OF_DAY);
    }
    scribe.say(".");
}

/// A pot that nothing fills yet and that pays last; its name is free.
pub(super) fn new_pot(terms: &mut Terms, wanted: &str) -> PotName {
    let is_taken = |name: &str| terms.pots.iter().any(|pot| pot.name.0 == name);
    let numbered = (2..).map(|number| format!("{wanted} {number}"));
    let name = std::iter::once(wanted.to_owned()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default();
    let rank = terms.pots.iter().map(|pot| pot.rank).max().unwrap_or_default().saturating_add(1);
    terms.pots.push(PotTerms::holding(name.clone(), rank));
    PotName(name)
}

/// Everything that names the pot follows.
fn rename(terms: &mut Terms, at: usize, name: PotName) {
    let former = std::mem::replace(&mut terms.pots[at].name, name.clone());
    for named in names(terms).into_iter().filter(|named| **named == former) {
        named.clone_from(&name);
    }
}

fn remove(scribe: &mut Scribe<'_>, path: &str, terms: &mut Terms, at: usize) {
    let users = users(terms, &terms.pots[at].name);
    if users.is_empty() {
        terms.pots.remove(at);
        return;
    }
    let words = format!("{}. Change that first, then take the pot away.", users.join(". "));
    scribe.refuse(refusal("pot_is_named", words).at(&format!("{path}.remove")));
}

/// "Bought credits go into it": what names a pot, in words.
fn users(terms: &Terms, name: &PotName) -> Vec<String> {
    let mut users = Vec::new();
    for pot in &terms.pots {
        if matches!(&pot.carry.cap, Some(CarryCap::Bank { pot, .. }) if pot == name) {
            users.push(format!("What is left of {} moves into it", pot.name.0));
        }
        let trigger = pot.grant.as_ref().map(|grant| &grant.trigger);
        if matches!(trigger, Some(Trigger::WhenEmpty(pots)) if pots.contains(name)) {
            users.push(format!("{} comes when it cannot pay", pot.name.0));
        }
    }
    if let Some(top_ups) = &terms.top_ups {
        if top_ups.pot == *name {
            users.push("Bought credits lie in it".to_owned());
        }
        if top_ups.packs.iter().flat_map(|pack| &pack.parts).any(|part| part.pot.as_ref() == Some(name)) {
            users.push("A part of a pack goes into it".to_owned());
        }
    }
    if terms.auto_refill.as_ref().is_some_and(|refill| refill.pot == *name || refill.counts.contains(name)) {
        users.push("What the service buys by itself counts it".to_owned());
    }
    users
}

/// Every place that names a pot.
fn names(terms: &mut Terms) -> Vec<&mut PotName> {
    let mut names = Vec::new();
    for pot in &mut terms.pots {
        if let Some(CarryCap::Bank { pot, .. }) = &mut pot.carry.cap {
            names.push(pot);
        }
        if let Some(Trigger::WhenEmpty(pots)) = pot.grant.as_mut().map(|grant| &mut grant.trigger) {
            names.extend(pots);
        }
    }
    if let Some(top_ups) = &mut terms.top_ups {
        names.push(&mut top_ups.pot);
        names.extend(top_ups.packs.iter_mut().flat_map(|pack| &mut pack.parts).filter_map(|part| part.pot.as_mut()));
    }
    if let Some(refill) = &mut terms.auto_refill {
        names.extend(&mut refill.counts);
        names.push(&mut refill.pot);
    }
    names
}
