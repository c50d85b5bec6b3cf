//! How much of what is spent the log has, by what past checks found.

use super::log::Log;
use crate::calendar::day_of;
use crate::facts::Facts;
use crate::ledger::Ledger;
use crate::{Day, Instant};

/// Half of a check's weight is gone after so many days: a log is kept as it was kept of late.
const HALF_LIFE_DAYS: f64 = 90.0;
/// The pace is raised to three times what was logged at the most, however little the log has.
const LEAST_SHARE: f64 = 1.0 / 3.0;

/// How much of what was spent the log had when checks looked. Amounts are in smallest units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coverage {
    /// Logged, as a share of all that was spent between checks, 0 to 1; the newer stretches weigh more.
    pub share: f64,
    /// What checks found unlogged, per day.
    pub unlogged_per_day: f64,
    /// The last check of everything: what was spent since then is known from the log alone.
    pub checked_at: Instant,
    /// The day of that check, in the service's zone.
    pub checked_on: Day,
    /// What the log has since then.
    pub logged_since: f64,
}

/// What one check of everything says of the time since the one before it.
#[derive(Clone, Copy, Debug, Default)]
struct Stretch {
    logged: f64,
    found: f64,
    days: f64,
    weight: f64,
}

impl Coverage {
    /// The coverage up to `now`; none before a check has looked at a stretch in which something was spent.
    pub(super) fn of(facts: &Facts, ledger: &Ledger, log: &Log, now: Instant) -> Option<Self> {
        let stretches = stretches(facts, ledger, log, now);
        let sum = |part: fn(&Stretch) -> f64| stretches.iter().map(|one| one.weight * part(one)).sum::<f64>();
        let (logged, found, days) = (sum(|one| one.logged), sum(|one| one.found), sum(|one| one.days));
        let checked_at = ledger.checks().iter().rev().find(|check| check.pot.is_none())?.at;
        (logged + found > 0.0).then(|| Self {
            share: logged / (logged + found),
            unlogged_per_day: if days > 0.0 { found / days } else { 0.0 },
            checked_at,
            checked_on: day_of(checked_at, facts.service.zone),
            logged_since: log.logged_between(checked_at, now),
        })
    }

    /// What was probably spent since the last check and is not in the log: by the share of what is logged, or by the
    /// days that went by, whichever is more. The longer ago the check, the more.
    pub fn hidden(&self, now: Instant) -> f64 {
        let by_share = self.logged_since * (self.factor() - 1.0);
        by_share.max(self.unlogged_per_day * days(self.checked_at, now))
    }

    /// How many times what is logged was probably spent.
    pub(crate) fn factor(&self) -> f64 {
        self.share.max(LEAST_SHARE).recip()
    }
}

fn stretches(facts: &Facts, ledger: &Ledger, log: &Log, now: Instant) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let (mut since, mut found) = (facts.service.start, 0.0);
    for check in ledger.checks() {
        found += check.unlogged.units() as f64;
        if check.pot.is_some() {
            continue;
        }
        let guessed = log.guessed_at(check.at);
        let logged = (log.logged_between(since, check.at) - guessed).max(0.0);
        let weight = libm::exp2(-days(check.at, now) / HALF_LIFE_DAYS);
        // A first check before which nothing was logged found what went before the log: that says nothing of how it is kept.
        if since > facts.service.start || logged > 0.0 {
            stretches.push(Stretch { logged, found: found + guessed, days: days(since, check.at), weight });
        }
        (since, found) = (check.at, 0.0);
    }
    stretches
}

fn days(from: Instant, to: Instant) -> f64 {
    (to - from).num_seconds().max(0) as f64 / 86_400.0
}
