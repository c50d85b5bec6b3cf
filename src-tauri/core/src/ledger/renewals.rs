//! Renewals that came by the terms, and which of them a balance check has confirmed.

use super::{CheckOutcome, GrantedBy, Ledger, What};
use crate::Instant;
use crate::facts::EntryId;
use crate::terms::PotName;

/// A renewal that has come, as far as the terms and the entries say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastRenewal {
    /// When.
    pub at: Instant,
    /// The check that confirmed it; none: it is expected to have come, and nothing has shown it yet.
    pub confirmed_by: Option<EntryId>,
}

impl Ledger {
    /// The renewals up to the ledger's instant, oldest first.
    pub fn renewals(&self) -> Vec<PastRenewal> {
        let renewed = self.moments().iter().filter(|moment| moment.what == What::Renewed).map(|moment| moment.at);
        renewed.map(|at| PastRenewal { at, confirmed_by: self.confirmed_by(at) }).collect()
    }

    /// The first check that confirms a renewal: one of everything, or of a pot that the renewal filled.
    pub fn confirmed_by(&self, renewal: Instant) -> Option<EntryId> {
        let first = self.checks().partition_point(|check| check.at < renewal);
        let covers = |check: &&CheckOutcome| check.pot.as_ref().is_none_or(|pot| self.fills(renewal, pot));
        self.checks()[first..].iter().find(covers).map(|check| check.entry)
    }

    /// Whether the plan put credits into a pot at this instant.
    fn fills(&self, at: Instant, pot: &PotName) -> bool {
        let first = self.moments().partition_point(|moment| moment.at < at);
        let mut then = self.moments()[first..].iter().take_while(|moment| moment.at == at);
        then.any(|moment| match moment.what {
            What::Granted { lot, by: GrantedBy::Plan | GrantedBy::Reset | GrantedBy::Bank } => {
                self.lot(lot).is_some_and(|lot| lot.pot == *pot)
            }
            _ => false,
        })
    }
}
