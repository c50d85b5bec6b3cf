//! An entry of which only the day is known, on a day with a balance check: which of the two came first?

use chrono::TimeDelta;

use crate::Instant;
use crate::calendar::day_of;
use crate::facts::{Fact, Facts};

/// The last check of an entry's day, where the entry has no time of its own. Today's entries are at now, after it.
pub fn check_beside(facts: &Facts, at: Instant, date_only: bool, now: Instant) -> Option<Instant> {
    let day = |at| day_of(at, facts.service.zone);
    if !date_only || day(at) >= day(now) {
        return None;
    }
    let checks = facts.entries.iter().filter(|entry| matches!(entry.fact, Fact::Check(_)));
    checks.map(|entry| entry.at).filter(|check| day(*check) == day(at)).max()
}

/// The instant of an entry that came before a check: at the same instant a check comes last.
pub fn before_check(at: Instant, check: Instant) -> Instant {
    at.min(check)
}

/// The instant of an entry that came after a check.
pub fn after_check(at: Instant, check: Instant) -> Instant {
    at.max(check + TimeDelta::seconds(1))
}
