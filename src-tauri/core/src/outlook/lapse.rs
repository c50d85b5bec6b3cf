//! What will lapse next.

use super::Outlook;
use crate::Instant;
use crate::credits::Credits;
use crate::terms::{Cadence, CarryCap, Kept, PotTerms};

/// Credits that will lapse at one instant, over all pots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NextLapse {
    /// When.
    pub(crate) at: Instant,
    /// The mean over the replays.
    pub(crate) mean: Credits,
    /// 10 %.
    pub(crate) low: Credits,
    /// 50 %.
    pub(crate) middle: Credits,
    /// 90 %.
    pub(crate) high: Credits,
}

impl Outlook<'_> {
    /// The first instant ahead at which anything can lapse, and how much.
    pub(crate) fn next_lapse(&self) -> Option<NextLapse> {
        let all = &self.forecast.as_ref()?.will_lapse;
        let first = all.first()?;
        let together = all.iter().filter(|lapse| lapse.at == first.at);
        let none = NextLapse {
            at: first.at,
            mean: Credits::ZERO,
            low: Credits::ZERO,
            middle: Credits::ZERO,
            high: Credits::ZERO,
        };
        Some(together.fold(none, |sum, lapse| NextLapse {
            at: sum.at,
            mean: capped(sum.mean, lapse.mean),
            low: capped(sum.low, lapse.bands.p10),
            middle: capped(sum.middle, lapse.bands.p50),
            high: capped(sum.high, lapse.bands.p90),
        }))
    }

    /// "Nothing rolls over.": what the terms in force say about what is left at the renewal.
    pub(crate) fn carry_words(&self) -> Option<String> {
        let version = self.facts.terms.iter().rev().find(|version| version.from <= self.now)?;
        let recurs = |pot: &&PotTerms| pot.grant.as_ref().is_some_and(|grant| grant.cadence != Cadence::Once);
        let pot = version.terms.pots.iter().find(recurs)?;
        Some(match (pot.carry.kept, &pot.carry.cap) {
            (Kept::UntilRenewal, _) => "Nothing rolls over.".to_owned(),
            (Kept::Cycles(1), _) => "What is left lives one cycle more.".to_owned(),
            (Kept::Cycles(cycles), _) => format!("What is left lives {cycles} cycles more."),
            (_, Some(CarryCap::Carried(cap))) => {
                let allotment = pot.grant.as_ref()?.amount;
                format!("Up to {} rolls over.", self.exact(Credits::new(cap.of(allotment)).ok()?))
            }
            _ => "Everything rolls over.".to_owned(),
        })
    }
}

fn capped(sum: Credits, more: Credits) -> Credits {
    sum.plus(more).unwrap_or(Credits::MAX)
}
