//! What is worth knowing about new terms before they are saved.

use runout_core::Instant;
use runout_core::outlook::Outlook;
use runout_core::terms::{Pays, Terms};

use super::super::pen::Pen;

/// Which pots go and come, which actions nobody knows, and whose place new terms take; none where there is nothing.
pub fn notes(outlook: &Outlook<'_>, now: &Terms, then: &Terms, begins: Option<Instant>, pen: &Pen) -> Vec<String> {
    let mut notes = Vec::new();
    let gone = absent(now, then);
    if !gone.is_empty() {
        notes.push(format!("No longer a pot of the plan: {}.", gone.join(", ")));
    }
    let new = absent(then, now);
    if !new.is_empty() {
        notes.push(format!("New: {}.", new.join(", ")));
    }
    notes.extend(then.pots.iter().flat_map(|pot| match &pot.pays {
        Pays::Only(named) => unknown(outlook, named, &pot.name.0),
        Pays::Everything => Vec::new(),
    }));
    let takes_the_place = |from| {
        let other = outlook.facts.terms.iter().find(|version| version.from == from)?;
        Some(format!("The terms {} that begin on {} are replaced.", other.terms.name, pen.moment(from)))
    };
    notes.extend(begins.and_then(takes_the_place));
    notes
}

/// The pots that are in the first terms and not in the second.
fn absent<'a>(first: &'a Terms, second: &Terms) -> Vec<&'a str> {
    let is_absent = |name: &&str| second.pots.iter().all(|other| other.name.0 != *name);
    first.pots.iter().map(|pot| pot.name.0.as_str()).filter(is_absent).collect()
}

/// "No action is called “veo-9”: Extra pays for it once there is one."
fn unknown(outlook: &Outlook<'_>, named: &[String], pot: &str) -> Vec<String> {
    let is_unknown = |id: &&String| outlook.actions.iter().all(|action| !action.id.0.eq_ignore_ascii_case(id));
    let sentence = |id: &String| format!("No action is called “{id}”: {pot} pays for it once there is one.");
    named.iter().filter(is_unknown).map(sentence).collect()
}
