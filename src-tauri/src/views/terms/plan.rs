//! What holds for the whole plan, in sentences.

use runout_core::terms::{Cadence, IntervalUnit, Overdrawn, PausedAnchor, Terms, WithinRank};

use super::clock::Often;
use super::scribe::{Scribe, Word, spot};
use super::values::{self, Voice};
use super::{bought, refill};
use crate::views::plan::main_pot;

/// What is bought, what is overdrawn, what it costs.
pub(super) fn plan(scribe: &mut Scribe<'_>, voice: &Voice<'_>, terms: &mut Terms) {
    let title = (terms.pots.len() > 1).then_some("The plan");
    scribe.part("plan", title, String::new());
    bought::top_ups(scribe, voice, terms);
    refill::auto_refill(scribe, voice, terms);
    overdrawn(scribe, voice, terms);
    price(scribe, terms);
    within_rank(scribe, terms);
    pause(scribe, terms);
    name(scribe, terms);
    if scribe.deed("add_pot", "Add a pot") {
        super::pots::new_pot(terms, "Extra");
        scribe.then(format!("pots[{}].name", terms.pots.len()));
    }
}

/// What becomes of what is overdrawn, without its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beyond {
    Forgiven,
    Carried,
    Kept,
    Billed,
}

const BEYOND: &[Word<Beyond>] = &[
    (Beyond::Forgiven, "forgiven_at_renewal", "forgiven at the renewal"),
    (Beyond::Carried, "carried", "carried over renewals until credits pay it"),
    (Beyond::Kept, "kept", "kept until a check or a refund takes it away"),
    (Beyond::Billed, "billed", "billed as you go, …"),
];

fn overdrawn(scribe: &mut Scribe<'_>, voice: &Voice<'_>, terms: &mut Terms) {
    let never_renews = cycle(terms).is_none();
    scribe.sentence("overdrawn", never_renews && terms.overdrawn == Overdrawn::ForgivenAtRenewal);
    scribe.say("What is overdrawn is ");
    let mut beyond = match terms.overdrawn {
        Overdrawn::ForgivenAtRenewal => Beyond::Forgiven,
        Overdrawn::Carried => Beyond::Carried,
        Overdrawn::Kept => Beyond::Kept,
        Overdrawn::Billed { .. } => Beyond::Billed,
    };
    if scribe.chosen(spot("", "overdrawn", "What is overdrawn"), &mut beyond, BEYOND) {
        terms.overdrawn = match beyond {
            Beyond::Forgiven => Overdrawn::ForgivenAtRenewal,
            Beyond::Carried => Overdrawn::Carried,
            Beyond::Kept => Overdrawn::Kept,
            Beyond::Billed => Overdrawn::Billed { limit: None },
        };
        if beyond == Beyond::Billed {
            scribe.then("billed_at_most".to_owned());
        }
    }
    if let Overdrawn::Billed { limit } = &mut terms.overdrawn {
        scribe.say(" with ");
        values::limit(scribe, voice, spot("", "billed_at_most", "Most that is billed in a cycle"), limit);
        scribe.say(" in a cycle");
    }
    scribe.say(".");
}

fn price(scribe: &mut Scribe<'_>, terms: &mut Terms) {
    let cycle = cycle(terms);
    scribe.sentence("price", terms.price.is_none());
    match (terms.price, cycle) {
        (Some(_), Some(cycle)) => scribe.say(&format!("The {cycle} costs ")),
        (Some(_), None) => scribe.say("It costs "),
        (None, Some(cycle)) => scribe.say(&format!("What the {cycle} costs is ")),
        (None, None) => scribe.say("What it costs is "),
    }
    values::price(scribe, spot("", "price", "Price"), &mut terms.price);
    scribe.say(".");
}

/// What one cycle is called.
fn cycle(terms: &Terms) -> Option<&'static str> {
    match main_pot(terms)?.grant.as_ref()?.cadence {
        Cadence::Once => None,
        Cadence::Every { every, .. } => Some(match Often::of(every) {
            Often::Each(IntervalUnit::Day) => "day",
            Often::Each(IntervalUnit::Week) => "week",
            Often::Each(IntervalUnit::Month) => "month",
            Often::Each(IntervalUnit::Year) => "year",
            _ => "cycle",
        }),
        Cadence::FirstUse { .. } => Some("cycle"),
    }
}

const WITHIN_RANK: &[Word<WithinRank>] =
    &[(WithinRank::SoonestEnd, "soonest_end", "ends soonest"), (WithinRank::Oldest, "oldest", "came first")];

fn within_rank(scribe: &mut Scribe<'_>, terms: &mut Terms) {
    scribe.sentence("within_rank", terms.within_rank == WithinRank::SoonestEnd);
    scribe.say("In the same place of the burn order, the lot that ");
    scribe.chosen(spot("", "within_rank", "Which lot pays first"), &mut terms.within_rank, WITHIN_RANK);
    scribe.say(" pays first.");
}

const PAUSE: &[Word<PausedAnchor>] = &[
    (PausedAnchor::Moves, "anchor_moves", "moves the renewals by its length"),
    (PausedAnchor::Stands, "anchor_stands", "leaves the renewals where they are"),
];

fn pause(scribe: &mut Scribe<'_>, terms: &mut Terms) {
    scribe.sentence("pause", terms.pause == PausedAnchor::Moves);
    scribe.say("A pause ");
    scribe.chosen(spot("", "pause", "What a pause does"), &mut terms.pause, PAUSE);
    scribe.say(".");
}

fn name(scribe: &mut Scribe<'_>, terms: &mut Terms) {
    scribe.sentence("name", true);
    scribe.say("The plan is called ");
    if let Some(name) = values::name(scribe, spot("", "name", "Name of the plan"), &terms.name) {
        terms.name = name;
    }
    scribe.say(".");
}
