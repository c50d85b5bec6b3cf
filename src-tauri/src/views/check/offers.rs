//! What is offered about a check, a line each.

use runout_core::actions::Action;
use runout_core::credits::Credits;
use runout_core::facts::{Fact, Facts};
use runout_core::reconcile::{Explanation, Finding, Gain, Guess};
use runout_core::words::{chance, generation};

use super::one;
use crate::views::pen::Pen;
use crate::wire::{CheckOffer, CheckReason, CheckSpend};

/// At most so many: each has a key, and all have room.
const OFFERED: usize = 5;

/// What a check may have been: an entry that was not made, or spends that were not logged.
pub fn offers(found: &Finding, facts: &Facts, actions: &[Action], pen: &Pen) -> Vec<CheckOffer> {
    let explained = found.explanations.iter().map(|one| {
        let (words, meaning) = spends_words(one, actions, pen);
        CheckOffer { words, meaning, chance: Some(chance(one.weight)), reason: spends(one, pen) }
    });
    let gained = found.gains.iter().map(|one| {
        let (words, meaning) = gain_words(one, facts, actions, pen);
        CheckOffer { words, meaning, chance: None, reason: reason(one) }
    });
    // Where a renewal has not come, what is missing is the allotment, not somebody's spends.
    let mut offers: Vec<CheckOffer> = gained.chain(explained).collect();
    offers.truncate(OFFERED);
    offers
}

fn spends(explanation: &Explanation, pen: &Pen) -> CheckReason {
    let spend = |guess: &Guess| CheckSpend {
        action: guess.key.action.0.clone(),
        settings: guess.key.settings.clone(),
        count: guess.count,
        credits: pen.amount(guess.credits),
    };
    CheckReason::Spends { spends: explanation.spends.iter().map(spend).collect() }
}

const fn reason(gain: &Gain) -> CheckReason {
    match gain {
        Gain::NotComeYet(_) => CheckReason::NotComeYet,
        Gain::CameLate { .. } => CheckReason::CameLate,
        Gain::CameEarly(_) => CheckReason::CameEarly,
        Gain::Refund { of, .. } => CheckReason::Refund { of: of.0 },
        Gain::Grant(_) => CheckReason::Grant,
    }
}

/// "1 Veo 3 Fast, 8 s, and 3 LTXV Turbo, 5 s", and under it "1,750 + 255, 5 stay unlogged".
fn spends_words(explanation: &Explanation, actions: &[Action], pen: &Pen) -> (String, String) {
    let named = |guess: &Guess| format!("{} {}", guess.count, generation::title(actions, &guess.key));
    let names: Vec<String> = explanation.spends.iter().map(named).collect();
    let figures: Vec<String> = explanation.spends.iter().map(|guess| pen.exact(guess.credits)).collect();
    let figures = figures.join(" + ");
    let rest = explanation.rest;
    let stays = if rest == one(pen) { "stays" } else { "stay" };
    let rest = if rest == Credits::ZERO { String::new() } else { format!(", {} {stays} unlogged", pen.exact(rest)) };
    (listed(&names), format!("{figures}{rest}"))
}

/// "A refund of Veo 3 Fast, 8 s of Thu 3 Dec, 14:05", "A grant", "The renewal came early".
fn gain_words(gain: &Gain, facts: &Facts, actions: &[Action], pen: &Pen) -> (String, String) {
    match *gain {
        Gain::NotComeYet(renewal) => (
            "It has not come yet".to_owned(),
            format!("The renewal of {} would be taken back until you say that it has come.", pen.day_of(renewal)),
        ),
        Gain::CameLate { renewal, .. } => (
            "It has come by now".to_owned(),
            format!("The renewal of {}, late; the next ones keep their day.", pen.day_of(renewal)),
        ),
        Gain::CameEarly(renewal) => (
            "The renewal came early".to_owned(),
            format!("It was due on {}. The new cycle counts from now.", pen.day_of(renewal)),
        ),
        Gain::Refund { of, amount } => {
            let spend = facts.entries.iter().find(|entry| entry.id == of);
            let key =
                spend.and_then(|entry| if let Fact::Spend(spend) = &entry.fact { spend.key.as_ref() } else { None });
            let name = key.map_or_else(|| "a spend".to_owned(), |key| generation::title(actions, key));
            let on = spend.map(|entry| format!(" of {}", pen.moment(entry.at))).unwrap_or_default();
            (format!("A refund of {name}{on}"), format!("{} came back, to the lot that paid", pen.exact(amount)))
        }
        Gain::Grant(amount) => ("A grant".to_owned(), format!("{}, as a lot of its own", pen.exact(amount))),
    }
}

/// "a, b, and c".
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
    }
}
