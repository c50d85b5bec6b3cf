//! What fills a pot, in sentences.

use chrono::NaiveTime;
use runout_core::credits::Credits;
use runout_core::terms::{
    Anchor, Cadence, Ceiling, GrantMode, GrantTerms, Interval, IntervalUnit, PotName, Terms, Trigger,
};

use super::clock::{self, Called, Often};
use super::scribe::{Scribe, Word, spot};
use super::values::{self, Voice, each};
use crate::refusal::refusal;
use crate::wire::Refusal;

const RENEWAL: Called =
    Called { day: "Day of the renewal", time: "Time of the renewal", zone: "Time zone of the renewal" };
const OF_CEILING: Called =
    Called { day: "Day of the ceiling", time: "Time of the ceiling", zone: "Time zone of the ceiling" };

/// How a pot is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comes {
    By(Often),
    Once,
    FirstUse,
    Never,
}

const COMES: &[Word<Comes>] = &[
    (Comes::By(Often::Each(IntervalUnit::Day)), "day", "each day"),
    (Comes::By(Often::Each(IntervalUnit::Week)), "week", "each week"),
    (Comes::By(Often::Each(IntervalUnit::Month)), "month", "each month"),
    (Comes::By(Often::Each(IntervalUnit::Year)), "year", "each year"),
    (Comes::By(Often::Every), "every", "every …"),
    (Comes::Once, "once", "once"),
    (Comes::FirstUse, "first_use", "with the first spend, for …"),
    (Comes::Never, "never", "nothing"),
];

impl Comes {
    fn of(grant: Option<&GrantTerms>) -> Self {
        match grant.map(|grant| grant.cadence) {
            None => Self::Never,
            Some(Cadence::Once) => Self::Once,
            Some(Cadence::FirstUse { .. }) => Self::FirstUse,
            Some(Cadence::Every { every, .. }) => Self::By(Often::of(every)),
        }
    }
}

/// The sentences of a pot's grant.
pub(super) fn grant(scribe: &mut Scribe<'_>, voice: &Voice<'_>, terms: &mut Terms, at: usize) {
    let path = format!("pots[{}].grant", at + 1);
    let (anchor, pots) = (anchor_of(terms, at, voice), others(terms, at));
    let grant = &mut terms.pots[at].grant;
    scribe.sentence(&path, grant.is_none());
    let before = Comes::of(grant.as_ref());
    let mut comes = before;
    match grant {
        Some(grant) => {
            scribe.say(&format!("{} grants ", voice.service));
            allotment(scribe, voice, &path, grant);
            scribe.say(&format!(" {} ", voice.unit));
        }
        None => scribe.say("By itself, it gets "),
    }
    if scribe.chosen(spot(&path, "every", "How often it comes"), &mut comes, COMES) {
        comes_otherwise(scribe, &path, grant, comes, anchor);
    }
    let Some(grant) = grant else { return scribe.say(".") };
    when(scribe, voice, &path, &mut grant.cadence);
    scribe.say(".");
    mode(scribe, &path, grant);
    trigger(scribe, &path, &pots, grant);
    ceiling(scribe, voice, &path, grant, anchor);
    scale(scribe, voice, &path, grant);
}

fn allotment(scribe: &mut Scribe<'_>, voice: &Voice<'_>, path: &str, grant: &mut GrantTerms) {
    let now = voice.pen.exact(grant.amount);
    let read = |text: &str| {
        let amount = voice.read_amount(text)?;
        if grant.scale.is_empty() || grant.scale.contains(&amount) { Ok(amount) } else { Err(off_scale(voice, grant)) }
    };
    if let Some(typed) = scribe.typed(spot(path, "amount", "Allotment"), (now.clone(), now), read) {
        grant.amount = typed;
    }
}

fn off_scale(voice: &Voice<'_>, grant: &GrantTerms) -> Refusal {
    let steps: Vec<_> = grant.scale.iter().map(|step| voice.pen.exact(*step)).collect();
    refusal("off_scale", format!("The plan offers {}. Type one of these, or change the scale first.", steps.join(", ")))
}

fn comes_otherwise(scribe: &mut Scribe<'_>, path: &str, grant: &mut Option<GrantTerms>, comes: Comes, anchor: Anchor) {
    let cadence = match comes {
        Comes::Never => return *grant = None,
        Comes::Once => Cadence::Once,
        Comes::FirstUse => Cadence::FirstUse { window: Interval { count: 24, of: IntervalUnit::Hour } },
        Comes::By(often) => Cadence::Every { every: often.interval(), anchor },
    };
    match grant {
        Some(grant) => grant.cadence = cadence,
        None => *grant = Some(GrantTerms::new(Credits::ZERO, cadence)),
    }
    match comes {
        Comes::FirstUse => scribe.then(format!("{path}.first_use")),
        Comes::By(Often::Every) => scribe.then(format!("{path}.distance")),
        _ if grant.as_ref().is_some_and(|grant| grant.amount.is_zero()) => scribe.then(format!("{path}.amount")),
        _ => {}
    }
}

fn when(scribe: &mut Scribe<'_>, voice: &Voice<'_>, path: &str, cadence: &mut Cadence) {
    match cadence {
        Cadence::Once => {}
        Cadence::Every { every, anchor } => {
            clock::typed_distance(scribe, path, every);
            let called = match Often::of(*every) {
                Often::Each(IntervalUnit::Month) => Called { day: "Day of the month", ..RENEWAL },
                _ => RENEWAL,
            };
            clock::clock(scribe, voice, path, *every, anchor, called);
        }
        Cadence::FirstUse { window } => {
            scribe.say(" ");
            values::interval(scribe, spot(path, "first_use", "How long it is open"), window);
        }
    }
}

const MODES: &[Word<GrantMode>] = &[
    (GrantMode::Add, "add", "comes on top of what is left"),
    (GrantMode::RefillTo, "refill_to", "fills up to that; what was left is forfeited"),
];

fn mode(scribe: &mut Scribe<'_>, path: &str, grant: &mut GrantTerms) {
    scribe.sentence(&format!("{path}.mode"), grant.mode == GrantMode::Add);
    scribe.say("A grant ");
    scribe.chosen(spot(path, "mode", "What a grant does"), &mut grant.mode, MODES);
    scribe.say(".");
}

const TRIGGERS: &[Word<bool>] = &[
    (false, "calendar", "comes by the calendar alone"),
    (true, "when_empty", "comes only with a spend that … cannot pay"),
];

fn trigger(scribe: &mut Scribe<'_>, path: &str, pots: &[PotName], grant: &mut GrantTerms) {
    let mut waits = matches!(grant.trigger, Trigger::WhenEmpty(_));
    if pots.is_empty() && !waits {
        return;
    }
    scribe.sentence(&format!("{path}.when"), !waits);
    scribe.say("It ");
    if scribe.chosen(spot(path, "when", "What lets it come"), &mut waits, TRIGGERS) {
        grant.trigger =
            if waits { Trigger::WhenEmpty(pots.iter().take(1).cloned().collect()) } else { Trigger::Calendar };
    }
    if let Trigger::WhenEmpty(named) = &mut grant.trigger {
        scribe.say(" ");
        values::several_pots(scribe, spot(path, "when_empty", "Pots that must be empty"), pots, "no pot", named);
        scribe.say(" cannot pay in full, once a period, and ends with the period");
    }
    scribe.say(".");
}

const CEILINGS: &[Word<bool>] = &[(false, "none", "as much as there is"), (true, "ceiling", "at most …")];

fn ceiling(scribe: &mut Scribe<'_>, voice: &Voice<'_>, path: &str, grant: &mut GrantTerms, anchor: Anchor) {
    let path = format!("{path}.ceiling");
    scribe.sentence(&path, grant.ceiling.is_none());
    scribe.say("Over several grants, ");
    let mut capped = grant.ceiling.is_some();
    if scribe.chosen(spot("", &path, "Ceiling"), &mut capped, CEILINGS) {
        let amount = grant.amount;
        grant.ceiling = capped.then_some(Ceiling { amount, every: each(IntervalUnit::Month), anchor });
        if capped {
            scribe.then(format!("{path}.amount"));
        }
    }
    let Some(ceiling) = &mut grant.ceiling else { return scribe.say(" can be taken.") };
    scribe.say(" ");
    values::amount(scribe, voice, spot(&path, "amount", "Most that can be taken"), &mut ceiling.amount);
    scribe.say(" can be taken ");
    clock::distance(scribe, &path, "How often the ceiling begins anew", &mut ceiling.every);
    clock::clock(scribe, voice, &path, ceiling.every, &mut ceiling.anchor, OF_CEILING);
    scribe.say(".");
}

fn scale(scribe: &mut Scribe<'_>, voice: &Voice<'_>, path: &str, grant: &mut GrantTerms) {
    scribe.sentence(&format!("{path}.scale"), grant.scale.is_empty());
    scribe.say("The tier offers ");
    values::amounts(
        scribe,
        voice,
        spot(path, "scale", "Allotments to choose from"),
        "just this allotment",
        &mut grant.scale,
    );
    scribe.say(".");
}

/// What a new clock is counted from: the pot's own anchor, another pot's, or today.
fn anchor_of(terms: &Terms, at: usize, voice: &Voice<'_>) -> Anchor {
    let own_first = [&terms.pots[at]].into_iter().chain(&terms.pots);
    let mut anchors = own_first.filter_map(|pot| match pot.grant.as_ref()?.cadence {
        Cadence::Every { anchor, .. } => Some(anchor),
        Cadence::Once | Cadence::FirstUse { .. } => None,
    });
    anchors.next().unwrap_or(Anchor { day: voice.pen.today, time: NaiveTime::MIN, zone: voice.pen.zone })
}

/// The names of the other pots.
pub(super) fn others(terms: &Terms, at: usize) -> Vec<PotName> {
    let others = terms.pots.iter().enumerate().filter(|(place, _)| *place != at);
    others.map(|(_, pot)| pot.name.clone()).collect()
}
