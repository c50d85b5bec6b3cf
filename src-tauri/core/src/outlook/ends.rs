//! When what is left ends, and when more comes, whatever the renewal.

use super::Outlook;
use crate::Instant;
use crate::calendar::{first_after, start_of};
use crate::credits::Credits;
use crate::forecast::Forecast;
use crate::ledger::{LotBalance, PlanState};
use crate::terms::{Cadence, GrantTerms};

impl Outlook<'_> {
    /// When the last of what is left ends; none where some of it has no end.
    pub(super) fn their_end(&self) -> Option<Instant> {
        let left = |lot: &&LotBalance| lot.usable && lot.left > Credits::ZERO;
        let ends = self.ledger.pots().iter().flat_map(|pot| &pot.lots).filter(left).map(|lot| lot.ends);
        ends.collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// The same where nothing renews, and they do not run out before it at the recent pace.
    pub(super) fn ends_first(&self, forecast: &Forecast) -> Option<Instant> {
        let out = forecast.run_out.p50.map(|place| self.forecast_day(place));
        let end = self.their_end().filter(|_| self.renewal().is_none())?;
        out.is_none_or(|out| out >= self.day_of(end)).then_some(end)
    }

    /// When the plan next lets more be spent: a grant of any pot, or another day of a daily limit.
    pub(super) fn next_credits_at(&self) -> Option<Instant> {
        let until = match self.ledger.plan() {
            PlanState::Running => None,
            PlanState::Cancelled { until } => Some(until?),
            _ => return None,
        };
        let grants = self.ledger.terms().into_iter().flat_map(|terms| &terms.pots).filter_map(|pot| pot.grant.as_ref());
        let grants = grants.filter_map(|grant| self.next_of(grant));
        let tomorrow = self.today().succ_opt().map(|day| start_of(day, self.zone()));
        let freed = tomorrow.filter(|_| self.ledger.withheld() > Credits::ZERO);
        let next = grants.chain(freed).chain(self.renewal()).min()?;
        Some(next).filter(|next| until.is_none_or(|until| *next < until))
    }

    /// A grant's next period; that of a grant which spends call for begins by the calendar, too.
    fn next_of(&self, grant: &GrantTerms) -> Option<Instant> {
        let Cadence::Every { every, anchor } = &grant.cadence else { return None };
        (grant.amount > Credits::ZERO).then(|| first_after(anchor, *every, self.now))
    }
}
