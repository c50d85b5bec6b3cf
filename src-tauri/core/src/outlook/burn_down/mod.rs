//! What the burn-down draws: the past as it was, the future as a range, and what happens when.

mod ahead;
mod past;
mod thin;

use chrono::{Days, NaiveDateTime, TimeDelta};

use super::Outlook;
use crate::credits::Credits;
use crate::forecast::Bands;
use crate::ledger::{Moment, What};
use crate::words;
use crate::{Day, Instant};

/// How much time is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChartSpan {
    /// From the last renewal to 9 days past the next.
    #[default]
    Cycle,
    /// Three months: two back, one ahead.
    Months,
    /// From the last renewal to a year ahead.
    Year,
    /// Everything since the book began.
    All,
}

/// The burn-down. Times are on the wall clock of the service's zone.
#[derive(Clone, Debug, PartialEq)]
pub struct BurnDown {
    /// The left edge.
    pub from: NaiveDateTime,
    /// The right edge.
    pub to: NaiveDateTime,
    /// Now.
    pub now: NaiveDateTime,
    /// What the plan grants each cycle into its largest pot.
    pub allotment: Option<Credits>,
    /// Where the past begins to be known: at the first entry, or just before it where that is a spend.
    pub known_from: Option<NaiveDateTime>,
    /// The balance (left − overdrawn) from each instant on, oldest first.
    pub past: Vec<Step>,
    /// The balance checks in view.
    pub checks: Vec<Flag>,
    /// What is left at the end of each day ahead, and the share of the replays that are empty then.
    pub days: Vec<(Day, Bands, f64)>,
    /// Renewals in view; ahead with what is there right after them.
    pub renewals: Vec<Fan>,
    /// Ends of lots other than the cycle's own.
    pub ends: Vec<Flag>,
    /// Lots that were entered.
    pub top_ups: Vec<Flag>,
    /// What lapsed.
    pub lapsed: Vec<PastLapse>,
    /// What will lapse in the middle case.
    pub will_lapse: Vec<Flag>,
    /// The even pace of the running cycle.
    pub even: Option<Even>,
    /// The first empty day.
    pub run_out: Option<RunOutBar>,
    /// Days that do not count for the pace.
    pub dotted: Vec<Day>,
}

/// The balance from an instant on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: NaiveDateTime,
    /// left − overdrawn after it.
    pub balance: Credits,
    /// What moved it: "−5,400 Veo 3, 8 s, audio".
    pub what: String,
}

/// Something at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// When.
    pub at: NaiveDateTime,
    /// How much.
    pub amount: Credits,
    /// Its caption.
    pub words: String,
}

/// A renewal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fan {
    /// When.
    pub at: NaiveDateTime,
    /// Its caption.
    pub words: String,
    /// What is there right after it; none in the past.
    pub opens: Option<Bands>,
}

/// What lapsed at an instant.
pub type PastLapse = Flag;

/// The even pace: a straight line from a grant to its renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Even {
    /// The grant.
    pub from: NaiveDateTime,
    /// The renewal.
    pub to: NaiveDateTime,
    /// What there was at the grant.
    pub amount: Credits,
}

/// The first empty day as a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunOutBar {
    /// The early end.
    pub early: Day,
    /// The middle; none while learning or where it lies beyond the renewal.
    pub middle: Option<Day>,
    /// The late end, or the renewal.
    pub until: Day,
}

impl Outlook<'_> {
    /// The burn-down over a span.
    pub fn burn_down(&self, span: ChartSpan) -> BurnDown {
        let (from, to) = self.edges(span);
        let seen = |at: Instant| from <= at && at < to;
        let moments = self.ledger.moments();
        let lapsed = lapsed_at(moments.iter().filter(|moment| seen(moment.at)));
        BurnDown {
            from: self.local(from),
            to: self.local(to),
            now: self.local(self.now),
            allotment: self.allotment(),
            known_from: self.known_from().map(|at| self.local(at)),
            past: self.past(from),
            checks: self.checks(&seen),
            days: self.days_until(to),
            renewals: self.renewals(&seen),
            ends: self.ends(&seen),
            top_ups: self.top_ups(&seen),
            lapsed: lapsed.into_iter().map(|(at, amount)| self.flag(at, amount, "lapsed")).collect(),
            will_lapse: self.will_lapse_flags(&seen),
            even: self.even(),
            run_out: self.run_out_bar(),
            dotted: self.habit.left_out.iter().map(|(day, _)| *day).filter(|day| seen(self.start_of(*day))).collect(),
        }
    }

    pub(super) fn local(&self, at: Instant) -> NaiveDateTime {
        words::local(at, self.zone())
    }

    fn edges(&self, span: ChartSpan) -> (Instant, Instant) {
        let start = self.facts.service.start;
        let days = |days: u64| self.start_of(self.today() + Days::new(days));
        let ago = |days: u64| self.start_of(self.today() - Days::new(days)).max(start.min(self.now));
        let cycle = self.ledger.cycle();
        let cycle_start = cycle.map_or_else(|| ago(30), |cycle| cycle.start);
        let past_renewal = cycle.map_or_else(|| days(31), |cycle| cycle.end + TimeDelta::days(9));
        match span {
            ChartSpan::Cycle => (cycle_start, past_renewal),
            ChartSpan::Months => (ago(61), days(31)),
            ChartSpan::Year => (cycle_start, days(365)),
            ChartSpan::All => (start.min(self.now), past_renewal),
        }
    }

    /// What the plan in force grants each cycle into the pot with the largest grant.
    pub fn allotment(&self) -> Option<Credits> {
        self.ledger.terms()?.pots.iter().filter_map(|pot| pot.grant.as_ref().map(|grant| grant.amount)).max()
    }

    pub(super) fn flag(&self, at: Instant, amount: Credits, words: &str) -> Flag {
        Flag { at: self.local(at), amount, words: format!("{} {words}", self.exact(amount)) }
    }

    fn renewals(&self, seen: &impl Fn(Instant) -> bool) -> Vec<Fan> {
        let renewed = self.ledger.moments().iter().filter(|m| m.what == What::Renewed && seen(m.at));
        let past = renewed.map(|moment| Fan {
            at: self.local(moment.at),
            words: format!("Renewed {}", self.day(self.day_of(moment.at))),
            opens: None,
        });
        let opens = |at| self.forecast.as_ref().and_then(|f| f.opens.iter().find(|opens| opens.at == at));
        let ahead = self.future.renewals().iter().filter(|renewal| renewal.at > self.now && seen(renewal.at));
        let ahead = ahead.map(|renewal| Fan {
            at: self.local(renewal.at),
            words: format!("Renews {}", self.day(self.day_of(renewal.at))),
            opens: opens(renewal.at).map(|opens| opens.bands),
        });
        past.chain(ahead).collect()
    }

    fn even(&self) -> Option<Even> {
        let cycle = self.ledger.cycle()?;
        let at_start = self.ledger.moments().iter().rev().find(|moment| moment.at == cycle.start);
        let amount = at_start.map(|moment| moment.left).or(self.allotment())?;
        Some(Even { from: self.local(cycle.start), to: self.local(cycle.end), amount })
    }
}

/// Lapses of one instant are one.
fn lapsed_at<'a>(moments: impl Iterator<Item = &'a Moment>) -> Vec<(Instant, Credits)> {
    let mut lapsed: Vec<(Instant, Credits)> = Vec::new();
    for moment in moments.filter(|moment| matches!(moment.what, What::Lapsed { .. })) {
        let amount = Credits::new(moment.change.units().abs()).unwrap_or_default();
        match lapsed.last_mut().filter(|last| last.0 == moment.at) {
            Some(last) => last.1 = last.1.plus(amount).unwrap_or(Credits::MAX),
            None => lapsed.push((moment.at, amount)),
        }
    }
    lapsed
}
