//! What an entry was about, and the few words that several views share.

use runout_core::actions::Action;
use runout_core::facts::{Entry, Fact};
use runout_core::ledger::LapseKind;
use runout_core::words::generation;

/// "Veo 3, 8 s": what a spend was for; none where only an amount was typed, or where it is no spend.
pub fn of_spend(entry: &Entry, actions: &[Action]) -> Option<String> {
    let Fact::Spend(spend) = &entry.fact else { return None };
    spend.key.as_ref().map(|key| generation::title(actions, key))
}

/// Why credits lapsed.
pub const fn lapse(kind: LapseKind) -> &'static str {
    match kind {
        LapseKind::Expired => "came to its end",
        LapseKind::Voided => "ended by hand",
        LapseKind::AtReset => "not carried over",
        LapseKind::AtGrant => "beyond the cap",
        LapseKind::ByRefill => "forfeited at the refill",
    }
}

/// "Monthly", "Monthly and Daily", "Monthly, Daily and Top-ups".
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

/// "1 lot", "3 lots".
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
