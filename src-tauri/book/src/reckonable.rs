//! Whether the ledger can reckon what a change would leave.

use runout_core::credits::Credits;
use runout_core::facts::{Entry, Fact, Facts};
use runout_core::ledger::{Edge, LedgerError, replay};
use runout_core::{Instant, calendar};

use crate::contents::{Contents, News};
use crate::error::Refused;
use crate::page::Page;

/// No schedule ticks more often than once an hour.
const TICKS_A_DAY: i128 = 24;
/// A check may count what stood before and what it showed, both ways: no sum grows beyond this many times the amounts.
const SUMS: i128 = 4;

/// Refuses a change after which no view could be reckoned. Where that was so before, the change may be what mends it.
pub(crate) fn stays_reckonable(before: &Contents, news: &News, now: Instant) -> Result<(), Refused> {
    match news {
        News::None => return Ok(()),
        News::Some { entries, documents: None, .. } => {
            let coming: i128 =
                entries.iter().filter_map(|(_, stands)| stands.as_ref()).map(|(_, one)| amount_of(one)).sum();
            if before.pages().iter().all(|page| can_be_summed(most(&page.facts, now) + coming)) {
                return Ok(());
            }
        }
        News::Some { .. } | News::All(_) => {}
    }
    let mut after = before.clone();
    after.take(news.clone());
    after.pages().iter().try_for_each(|page| page_stays_reckonable(before.page_of(page.id), page, now))
}

fn page_stays_reckonable(before: Option<&Page>, after: &Page, now: Instant) -> Result<(), Refused> {
    if can_be_summed(most(&after.facts, now)) || reckoned(&after.facts, now).is_ok() {
        return Ok(());
    }
    if before.is_some_and(|page| reckoned(&page.facts, now).is_err()) { Ok(()) } else { Err(Refused::TooLarge) }
}

/// Whether amounts that are no more than this can be added up in any way.
fn can_be_summed(most: i128) -> bool {
    SUMS * most <= i128::from(Credits::MAX.units())
}

/// Refuses facts that the ledger cannot reckon up to the last of them.
pub(crate) fn is_reckonable(facts: &Facts, now: Instant) -> Result<(), Refused> {
    reckoned(facts, now).map_err(|_| Refused::TooLarge)
}

fn reckoned(facts: &Facts, now: Instant) -> Result<(), LedgerError> {
    replay(facts, last(facts, now), Edge::After).map(drop)
}

fn last(facts: &Facts, now: Instant) -> Instant {
    facts.entries.iter().map(|entry| entry.at).max().unwrap_or(now).max(now)
}

/// More than all amounts together, the plan's own grants included; cheap enough to be asked at every change.
fn most(facts: &Facts, now: Instant) -> i128 {
    let zone = facts.service.zone;
    let days = calendar::day_of(last(facts, now), zone) - calendar::day_of(facts.service.start, zone);
    let ticks = (i128::from(days.num_days()) + 2) * TICKS_A_DAY;
    let pots = facts.terms.iter().flat_map(|version| &version.terms.pots);
    let plan: i128 = pots.filter_map(|pot| pot.grant.as_ref()).map(|grant| i128::from(grant.amount.units())).sum();
    plan * ticks.max(TICKS_A_DAY) + facts.entries.iter().map(amount_of).sum::<i128>()
}

fn amount_of(entry: &Entry) -> i128 {
    let amount = match &entry.fact {
        Fact::Spend(spend) => spend.credits,
        Fact::Refund { amount, .. } => *amount,
        Fact::Grant(grant) => grant.amount,
        Fact::Check(check) => check.shown,
        Fact::Void { .. } | Fact::Extend { .. } | Fact::Renewal { .. } | Fact::Shift { .. } => Credits::ZERO,
        Fact::Cancel | Fact::Pause | Fact::Resume => Credits::ZERO,
    };
    i128::from(amount.units().unsigned_abs())
}
