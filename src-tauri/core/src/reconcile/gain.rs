//! What more than the ledger's can have been.

use crate::Instant;
use crate::credits::Credits;
use crate::facts::{Entry, EntryId, Fact, Facts, SpendState};
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

/// What explains that `shown` stood there at `now`, likeliest first; the ledger is that of `now` without the check.
pub fn gains(facts: &Facts, ledger: &Ledger, now: Instant, shown: Credits) -> Vec<Gain> {
    let computed = ledger.balance();
    let off = |balance: Credits| (shown.units() - balance.units()).abs();
    let mut gains = Vec::new();
    let late = ledger.cycle().map(|cycle| cycle.start).filter(|start| (now - *start).num_hours() < LATE_HOURS);
    if let Some(renewal) = late.filter(|renewal| *renewal > facts.service.start) {
        let without = balance_with(facts, now, renewal, Fact::Shift { renewal, to: None });
        gains.extend(without.filter(|balance| off(*balance) < off(computed)).map(|_| Gain::NotComeYet(renewal)));
    }
    let Ok(gained) = shown.minus(computed) else { return gains };
    if gained <= Credits::ZERO {
        return gains;
    }
    let soon = |renewal: &Instant| (*renewal - now).num_days() < EARLY_DAYS;
    if let Some(renewal) = ledger.renewal_after(now).filter(soon) {
        let early = balance_with(facts, now, now, Fact::Renewal { moves_anchor: false });
        gains.extend(early.filter(|balance| off(*balance) * 10 <= gained.units()).map(|_| Gain::CameEarly(renewal)));
    }
    gains.extend(refunds(facts, ledger, now, gained));
    gains.push(Gain::Grant(gained));
    gains
}

/// The balance if this had happened, too.
fn balance_with(facts: &Facts, now: Instant, at: Instant, fact: Fact) -> Option<Credits> {
    let mut facts = facts.clone();
    let id = EntryId(facts.entries.iter().map(|entry| entry.id.0).max().unwrap_or_default() + 1);
    facts.entries.push(Entry { id, at, date_only: false, fact });
    replay(&facts, now, Edge::After).ok().map(|ledger| ledger.balance())
}

/// The newest spends of which exactly so much has not come back; those for which a refund is expected first.
fn refunds(facts: &Facts, ledger: &Ledger, now: Instant, gained: Credits) -> Vec<Gain> {
    let mut spends: Vec<(bool, Instant, EntryId)> = facts
        .entries
        .iter()
        .filter(|entry| entry.at <= now)
        .filter_map(|entry| {
            let Fact::Spend(spend) = &entry.fact else { return None };
            let open = spend.credits.minus(ledger.refunded(entry.id)).ok()?;
            (open == gained).then_some((spend.state == SpendState::RefundExpected, entry.at, entry.id))
        })
        .collect();
    spends.sort_unstable_by(|one, other| other.cmp(one));
    spends.into_iter().take(REFUNDS).map(|(_, _, of)| Gain::Refund { of, amount: gained }).collect()
}
