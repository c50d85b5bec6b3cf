//! What one entry could have been that was not made: a refund, a grant, a renewal at another time.

use std::collections::HashMap;

use super::Shown;
use crate::Instant;
use crate::credits::Credits;
use crate::facts::{EntryId, Fact, Facts, SpendState};
use crate::ledger::{Edge, Ledger, replay};

/// A check so soon after a renewal may have come before it.
const LATE_HOURS: i64 = 24;
/// A renewal comes early by so many days at most.
const EARLY_DAYS: i64 = 7;
/// How many refunds are offered.
const REFUNDS: usize = 3;

/// Why a check showed something else than the ledger's balance, where one entry would explain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gain {
    /// The renewal of this instant has not come yet.
    NotComeYet(Instant),
    /// A renewal that had not come has come by now.
    CameLate {
        /// When the plan has it.
        renewal: Instant,
        /// By when it was there.
        by: Instant,
    },
    /// The next renewal, due at this instant, has come already.
    CameEarly(Instant),
    /// Credits came back for this spend, as much as is missing of it.
    Refund {
        /// The spend.
        of: EntryId,
        /// How much.
        amount: Credits,
    },
    /// Credits were granted or bought.
    Grant(Credits),
}

/// What explains what is shown, likeliest first; the ledger is that of its instant without the check.
pub fn gains(facts: &Facts, ledger: &Ledger, shown: &Shown<'_>) -> Vec<Gain> {
    let asked = Asked { facts, ledger, shown };
    let mut gains: Vec<Gain> = asked.not_come_yet().into_iter().collect();
    let Ok(gained) = shown.credits.minus(shown.of(ledger)) else { return gains };
    if gained <= Credits::ZERO {
        return gains;
    }
    gains.extend(asked.came_late());
    gains.extend(asked.came_early(gained));
    gains.extend(asked.refunds(gained));
    gains.push(Gain::Grant(gained));
    gains
}

/// A figure that is held against the ledger.
struct Asked<'a> {
    facts: &'a Facts,
    ledger: &'a Ledger,
    shown: &'a Shown<'a>,
}

impl Asked<'_> {
    fn off(&self, balance: Credits) -> i64 {
        (self.shown.credits.units() - balance.units()).abs()
    }

    fn is_nearer(&self, balance: Credits) -> bool {
        self.off(balance) < self.off(self.shown.of(self.ledger))
    }

    /// The renewal just before, where the balance without it fits better.
    fn not_come_yet(&self) -> Option<Gain> {
        let renewal = self.ledger.cycle().map(|cycle| cycle.start)?;
        let is_late = renewal > self.facts.service.start && (self.shown.at - renewal).num_hours() < LATE_HOURS;
        let fits = is_late && self.is_nearer(self.with(renewal, Fact::Shift { renewal, to: None })?);
        fits.then_some(Gain::NotComeYet(renewal))
    }

    /// The last renewal that had not come, where the balance with it fits better.
    fn came_late(&self) -> Option<Gain> {
        let shifts = self.facts.entries.iter().filter(|entry| entry.at <= self.shown.at);
        let shifts = shifts.filter_map(|entry| match entry.fact {
            Fact::Shift { renewal, to } => Some((renewal, entry.id, to)),
            _ => None,
        });
        // The last entry about a renewal is the one that holds.
        let (renewal, _, to) = shifts.max_by_key(|(renewal, id, _)| (*renewal, *id))?;
        let at = self.shown.at;
        let fits = to.is_none() && self.is_nearer(self.with(at, Fact::Shift { renewal, to: Some(at) })?);
        fits.then_some(Gain::CameLate { renewal, by: at })
    }

    /// The next renewal, where the balance with it fits nearly all that is there.
    fn came_early(&self, gained: Credits) -> Option<Gain> {
        let at = self.shown.at;
        let renewal = self.ledger.renewal_after(at).filter(|renewal| (*renewal - at).num_days() < EARLY_DAYS)?;
        let early = self.with(at, Fact::Renewal { moves_anchor: true })?;
        (self.off(early) * 10 <= gained.units()).then_some(Gain::CameEarly(renewal))
    }

    /// What would be there if this had happened, too.
    fn with(&self, at: Instant, fact: Fact) -> Option<Credits> {
        replay(&self.facts.with(at, fact), self.shown.at, Edge::After).ok().map(|ledger| self.shown.of(&ledger))
    }

    /// The newest spends of which exactly so much has not come back; those for which a refund is expected first.
    fn refunds(&self, gained: Credits) -> Vec<Gain> {
        let refunded = self.refunded();
        let mut spends: Vec<(bool, Instant, EntryId)> = self
            .facts
            .entries
            .iter()
            .filter(|entry| entry.at <= self.shown.at)
            .filter_map(|entry| {
                let Fact::Spend(spend) = &entry.fact else { return None };
                let back = refunded.get(&entry.id).copied().unwrap_or_default();
                let open = spend.credits.minus(back).ok()?;
                (open == gained).then_some((spend.state == SpendState::RefundExpected, entry.at, entry.id))
            })
            .collect();
        spends.sort_unstable_by(|one, other| other.cmp(one));
        spends.into_iter().take(REFUNDS).map(|(_, _, of)| Gain::Refund { of, amount: gained }).collect()
    }

    /// What came back for each spend, whenever: what comes back later cannot come back now, too.
    fn refunded(&self) -> HashMap<EntryId, Credits> {
        let mut refunded: HashMap<EntryId, Credits> = HashMap::new();
        for entry in &self.facts.entries {
            if let Fact::Refund { of, amount } = entry.fact {
                let sum = refunded.entry(of).or_default();
                *sum = sum.plus(amount).unwrap_or(Credits::MAX);
            }
        }
        refunded
    }
}
