//! The sample's plan: LTX Lite, later Standard, renewed on the 15th, with top-ups that live a year.

use chrono::{Datelike, Months, NaiveDate, NaiveTime};
use runout_core::calendar::{day_of, last_at_or_before, nth};
use runout_core::facts::{ChangeMode, Service, TermsVersion};
use runout_core::terms::{Anchor, Interval, IntervalUnit, Life, PotTerms, Terms, TopUpTerms};
use runout_core::{Instant, Zone};

use crate::journeys::NewBook;
use crate::presets::{Preset, ltx_actions, preset};

/// The plan, before and after its change.
pub(super) struct Plan {
    pub(super) new: NewBook,
    /// The terms from the third renewal on.
    pub(super) later: TermsVersion,
    anchor: Anchor,
}

const MONTH: Interval = Interval { count: 1, of: IntervalUnit::Month };
const YEAR: Interval = Interval { count: 1, of: IntervalUnit::Year };

impl Plan {
    /// The plan of a year that ends at `now`.
    pub(super) fn until(now: Instant, zone: Zone) -> Self {
        let year_ago = day_of(now, zone).checked_sub_months(Months::new(12)).unwrap_or_default();
        let fifteenth = NaiveDate::from_ymd_opt(year_ago.year(), year_ago.month(), 15).unwrap_or(year_ago);
        let anchor = Anchor { day: fifteenth, time: NaiveTime::MIN, zone };
        let (lite, standard) = (tier("ltx-lite"), tier("ltx-standard"));
        let service = Service {
            name: lite.service.clone(),
            unit: lite.unit.clone(),
            decimals: lite.decimals,
            zone,
            start: nth(&anchor, MONTH, 0),
        };
        let (actions, terms) = (ltx_actions(), sold(lite.terms(anchor, lite.allotment)));
        let terms_later = sold(standard.terms(anchor, standard.allotment));
        let later = TermsVersion { from: nth(&anchor, MONTH, 3), terms: terms_later, mode: ChangeMode::Next };
        Self { new: NewBook { service, terms, actions, left: None, nearest: None }, later, anchor }
    }

    /// The renewal that began the cycle of this instant.
    pub(super) fn renewal_before(&self, at: Instant) -> Instant {
        last_at_or_before(&self.anchor, MONTH, at)
    }

    /// What the cycle that holds this instant was granted.
    pub(super) fn allotment(&self, at: Instant) -> i64 {
        let terms = if at < self.later.from { &self.new.terms } else { &self.later.terms };
        terms.pots.iter().filter_map(|pot| pot.grant.as_ref()).map(|grant| grant.amount.units()).sum()
    }
}

fn tier(id: &str) -> Preset {
    preset(id).cloned().unwrap_or_else(|| Preset::own("LTX Studio"))
}

/// LTX Studio's own pages are silent on top-ups; the sample has some, to show what they do.
fn sold(mut terms: Terms) -> Terms {
    terms.pots.push(PotTerms::holding("Top-ups", 2));
    terms.top_ups = Some(TopUpTerms::new("Top-ups", Life::For(YEAR)));
    terms
}
