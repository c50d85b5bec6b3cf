//! The past of the burn-down: steps, checks, lots that were entered.

use chrono::TimeDelta;

use super::thin::thinned;
use super::{Flag, Step};
use crate::Instant;
use crate::credits::Credits;
use crate::facts::{Entry, Fact};
use crate::ledger::{GrantedBy, Moment, What};
use crate::outlook::Outlook;
use crate::words;

/// Charts know seconds.
const JUST: TimeDelta = TimeDelta::seconds(1);

impl Outlook<'_> {
    pub(super) fn past(&self, from: Instant) -> Vec<Step> {
        let moments = self.ledger.moments();
        let seen = moments.partition_point(|moment| moment.at < from);
        let before = seen.checked_sub(1).map(|place| balance(&moments[place])).unwrap_or_default();
        let opening = Step { at: self.local(from), balance: before, what: String::new() };
        let shown = |moment: &&Moment| !moment.change.is_zero() || matches!(moment.what, What::Checked(_));
        let moved = moments[seen..].iter().filter(shown);
        let first = self.first_entry().map(|entry| entry.id);
        let steps = moved.flat_map(|moment| {
            let step = Step { at: self.local(moment.at), balance: balance(moment), what: self.what_words(moment) };
            let is_first = matches!(moment.what, What::Spent(entry) if Some(entry) == first);
            is_first.then(|| self.just_before(moment, from)).into_iter().chain([step])
        });
        thinned(std::iter::once(opening).chain(steps).collect())
    }

    /// From when on the past is known: from the first entry; where that is a spend, from just before it, so that its own
    /// step is seen.
    pub(super) fn known_from(&self) -> Option<Instant> {
        let first = self.first_entry()?;
        let is_spend = matches!(first.fact, Fact::Spend(_)) && first.at >= self.facts.service.start;
        Some(if is_spend { first.at - JUST } else { first.at })
    }

    fn first_entry(&self) -> Option<&Entry> {
        self.facts.entries.iter().min_by_key(|entry| (entry.at, entry.id))
    }

    /// What there was just before a spend.
    fn just_before(&self, moment: &Moment, from: Instant) -> Step {
        let before = balance(moment).minus(moment.change).unwrap_or_default();
        Step { at: self.local((moment.at - JUST).max(from)), balance: before, what: String::new() }
    }

    /// "−5,400 Veo 3, 8 s, audio", "+28,000 granted".
    fn what_words(&self, moment: &Moment) -> String {
        let change = words::signed(moment.change, self.decimals(), &self.figures);
        let what = match moment.what {
            What::Spent(entry) => match self.spend(entry).and_then(|spend| spend.key.as_ref()) {
                Some(key) => words::generation::title(self.actions, key),
                None => "spent".to_owned(),
            },
            What::Refunded { .. } => "refunded".to_owned(),
            What::Granted { .. } => "granted".to_owned(),
            What::Billed(_) => "on account".to_owned(),
            What::Lapsed { .. } => "lapsed".to_owned(),
            What::Forgiven => "forgiven".to_owned(),
            What::Renewed => "renewed".to_owned(),
            What::Moved { .. } => "moved".to_owned(),
            What::Frozen(_) => "frozen".to_owned(),
            What::Thawed(_) => "usable again".to_owned(),
            What::Checked(_) if moment.change.is_zero() => return "checked".to_owned(),
            What::Checked(_) if moment.change.is_negative() => "unlogged".to_owned(),
            What::Checked(_) => "found by a check".to_owned(),
        };
        format!("{change} {what}")
    }

    pub(super) fn checks(&self, seen: &impl Fn(Instant) -> bool) -> Vec<Flag> {
        let checks = self.ledger.checks().iter().filter(|check| check.pot.is_none() && seen(check.at));
        checks
            .map(|check| Flag { at: self.local(check.at), amount: check.shown, words: "checked".to_owned() })
            .collect()
    }

    pub(super) fn top_ups(&self, seen: &impl Fn(Instant) -> bool) -> Vec<Flag> {
        let entered = |what: &What| matches!(what, What::Granted { by: GrantedBy::Entry(_), .. });
        let moments = self.ledger.moments().iter().filter(|moment| entered(&moment.what) && seen(moment.at));
        moments
            .map(|moment| Flag {
                at: self.local(moment.at),
                amount: moment.change,
                words: format!(
                    "{} {}",
                    words::signed(moment.change, self.decimals(), &self.figures),
                    self.lot_words(moment)
                ),
            })
            .collect()
    }

    fn lot_words(&self, moment: &Moment) -> &'static str {
        let What::Granted { by: GrantedBy::Entry(id), .. } = moment.what else { return "granted" };
        let entry = self.places.get(&id).map(|place| &self.facts.entries[*place].fact);
        if matches!(entry, Some(Fact::Grant(grant)) if grant.bought) { "top-up" } else { "granted" }
    }
}

fn balance(moment: &Moment) -> Credits {
    moment.left.minus(moment.overdrawn).unwrap_or_default()
}
