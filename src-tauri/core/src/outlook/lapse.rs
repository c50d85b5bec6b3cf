//! What will lapse next.

use super::Outlook;
use crate::Instant;
use crate::calendar::Span;
use crate::credits::Credits;
use crate::terms::{Cadence, Cap, CarryCap, Kept, PotName, PotTerms, Ratio};
use crate::words;

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

    /// "Nothing rolls over.": what the terms in force say about what is left of the pot that lapses, else of the main pot.
    ///
    /// Where other pots keep it differently, the pot is named: "Daily: nothing rolls over."
    pub(crate) fn carry_words(&self) -> Option<String> {
        let pots = &self.ledger.terms()?.pots;
        let pot = match self.lapsing_pot() {
            Some(name) => pots.iter().find(|pot| pot.name == *name && a_day(pot).is_some())?,
            None => main_pot(pots)?,
        };
        let words = self.carry_of(pot)?;
        let alone = pots.iter().all(|other| a_day(other).is_none() || other.carry == pot.carry);
        Some(if alone { words } else { format!("{}: {}", pot.name.0, words::uncapital(&words)) })
    }

    /// Of the pots that lapse first, the one that loses most.
    fn lapsing_pot(&self) -> Option<&PotName> {
        let all = &self.forecast.as_ref()?.will_lapse;
        let first = all.first()?;
        let together = all.iter().filter(|lapse| lapse.at == first.at);
        let most = together.reduce(|most, lapse| if lapse.mean > most.mean { lapse } else { most });
        most.map(|lapse| &lapse.pot)
    }

    /// "Nothing rolls over.": what a renewal keeps of a pot; none for one that nothing fills by itself.
    pub fn carry_of(&self, pot: &PotTerms) -> Option<String> {
        let allotment = pot.grant.as_ref()?.amount;
        let cap = |cap: &Cap| Some(self.exact(Credits::new(cap.of(allotment)).ok()?));
        Some(match (pot.carry.kept, &pot.carry.cap) {
            (_, Some(CarryCap::Bank { pot, cap: most })) => {
                format!("What is left moves into {}, up to {}.", pot.0, cap(most)?)
            }
            (Kept::UntilRenewal, _) => "Nothing rolls over.".to_owned(),
            (_, Some(CarryCap::Carried(most))) => format!("Up to {} rolls over.", cap(most)?),
            (_, Some(CarryCap::Total(most))) => format!("It rolls over, up to {} with the new month.", cap(most)?),
            (Kept::Cycles(1), None) => "What is left lives one cycle more.".to_owned(),
            (Kept::Cycles(cycles), None) => format!("What is left lives {cycles} cycles more."),
            (Kept::For(_), None) => "Each grant keeps its own end.".to_owned(),
            (Kept::WhileSubscribed, None) if pot.carry.share != Ratio::WHOLE => "A share of it rolls over.".to_owned(),
            (Kept::WhileSubscribed, None) => "Everything rolls over.".to_owned(),
        })
    }
}

/// The pot that is granted most a day, as the ledger sees it: the renewal is its.
fn main_pot(pots: &[PotTerms]) -> Option<&PotTerms> {
    let granted = pots.iter().filter_map(|pot| Some((pot, a_day(pot)?)));
    granted.reduce(|most, next| if next.1 > most.1 { next } else { most }).map(|(pot, _)| pot)
}

/// What a pot is granted a day, in millionths; none where no grant recurs.
fn a_day(pot: &PotTerms) -> Option<i128> {
    let grant = pot.grant.as_ref()?;
    let Cadence::Every { every, .. } = grant.cadence else { return None };
    Some(i128::from(grant.amount.units()) * 86_400_000_000 / i128::from(Span::from(every).about_seconds()))
}

fn capped(sum: Credits, more: Credits) -> Credits {
    sum.plus(more).unwrap_or(Credits::MAX)
}
