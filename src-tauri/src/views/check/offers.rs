//! What is offered about a check, a line each.

use runout_core::actions::Action;
use runout_core::credits::Credits;
use runout_core::facts::{Fact, Facts};
use runout_core::reconcile::{Explanation, Gain, Guess};
use runout_core::words::generation;

use super::one;
use crate::views::pen::Pen;

/// "1 Veo 3 Fast, 8 s, and 3 LTXV Turbo, 5 s", and under it "1,750 + 255, 5 stay unlogged".
pub fn spends_words(explanation: &Explanation, actions: &[Action], pen: &Pen) -> (String, String) {
    let named = |guess: &Guess| format!("{} {}", guess.count, generation::title(actions, &guess.key));
    let names: Vec<String> = explanation.spends.iter().map(named).collect();
    let figures: Vec<String> = explanation.spends.iter().map(|guess| pen.exact(guess.credits)).collect();
    let figures = figures.join(" + ");
    let rest = explanation.rest;
    let stays = if rest == one(pen) { "stays" } else { "stay" };
    let rest = if rest == Credits::ZERO { String::new() } else { format!(", {} {stays} unlogged", pen.exact(rest)) };
    (listed(&names), format!("{figures}{rest}"))
}

/// "A refund of Veo 3 Fast, 8 s on Thu 3 Dec", "A grant", "The renewal came early".
pub fn gain_words(gain: &Gain, facts: &Facts, actions: &[Action], pen: &Pen) -> (String, String) {
    match *gain {
        Gain::NotComeYet(renewal) => (
            "It has not come yet".to_owned(),
            format!("The renewal of {} is taken back. Say so again when it has come.", pen.day_of(renewal)),
        ),
        Gain::CameLate(renewal) => (
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
            let on = spend.map(|entry| format!(" on {}", pen.day_of(entry.at))).unwrap_or_default();
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
