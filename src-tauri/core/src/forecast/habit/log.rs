//! The log by days: what was spent on each, refunds on the day of their spend, what checks found spread over its days.

use std::collections::BTreeMap;

use chrono::Days;

use super::{Coverage, LeftOut};
use crate::calendar::{day_of, start_of};
use crate::credits::Credits;
use crate::facts::{EntryId, Fact, Facts, Mark};
use crate::ledger::{CheckOutcome, Ledger};
use crate::{Day, Instant, Zone};

/// How many calendar days are looked at: ten years.
const LOOK_BACK: u64 = 3_650;

/// The days from the log's first to today.
pub(super) struct Log {
    first: Day,
    /// What was spent a day; today is the last.
    totals: Vec<f64>,
    /// The spends, oldest first.
    pub(super) spends: Vec<Logged>,
}

/// A spend up to now.
pub(super) struct Logged {
    pub(super) at: Instant,
    pub(super) day: Day,
    /// What it took, in smallest units, before anything came back.
    pub(super) credits: i64,
    /// What did not come back.
    kept: i64,
    /// Whether it stands with an estimate of which only the day is known.
    vague: bool,
}

impl Log {
    pub(super) fn of(facts: &Facts, ledger: &Ledger, now: Instant) -> Self {
        let zone = facts.service.zone;
        let spends = spends(facts, now);
        let today = day_of(now, zone);
        let book = day_of(facts.service.start, zone);
        let first = spends.first().map_or(book, |spend| spend.day.min(book)).clamp(today - Days::new(LOOK_BACK), today);
        let totals = vec![0.0; (today - first).num_days() as usize + 1];
        let mut log = Self { first, totals, spends };
        log.book_spends();
        log.spread_unlogged(facts, ledger);
        log
    }

    /// Today.
    pub(super) fn today(&self) -> Day {
        self.first + Days::new(self.totals.len() as u64 - 1)
    }

    /// The days before today with their places.
    pub(super) fn past(&self) -> impl Iterator<Item = (usize, Day)> + Clone {
        (0..self.totals.len() - 1).zip(self.first.iter_days())
    }

    /// What was spent on the day at a place.
    pub(super) fn spent(&self, place: usize) -> f64 {
        self.totals[place]
    }

    /// What was spent today so far.
    pub(super) fn spent_today(&self) -> f64 {
        self.totals.last().copied().unwrap_or(0.0)
    }

    /// What today's spends took, before anything came back.
    pub(super) fn logged_today(&self) -> Credits {
        let today = self.today();
        let spends = self.spends.iter().rev().take_while(|spend| spend.day == today);
        Credits::new(spends.map(|spend| spend.credits).fold(0, i64::saturating_add)).unwrap_or(Credits::MAX)
    }

    /// The place of a day of the log.
    pub(super) fn place(&self, day: Day) -> Option<usize> {
        usize::try_from((day - self.first).num_days()).ok().filter(|place| *place < self.totals.len())
    }

    /// How many spends were logged on the days that count, from a day on.
    pub(super) fn spends_from(&self, first: Day, reasons: &[Option<LeftOut>]) -> u32 {
        let counts = |day| self.place(day).is_some_and(|place| reasons.get(place).is_some_and(Option::is_none));
        self.spends.iter().filter(|spend| spend.day >= first && counts(spend.day)).count() as u32
    }

    /// What was logged after an instant, up to another one, and did not come back.
    pub(super) fn logged_between(&self, after: Instant, until: Instant) -> f64 {
        let kept = self.within(after, until).iter().map(|spend| spend.kept).fold(0, i64::saturating_add);
        kept as f64
    }

    /// What was made up with the check of this instant: the log did not have it, the check found it.
    pub(super) fn guessed_at(&self, check: Instant) -> f64 {
        let spends = self.spends.iter().rev().skip_while(|spend| spend.at > check);
        let guessed = spends.take_while(|spend| spend.at == check).filter(|spend| spend.vague);
        guessed.map(|spend| spend.kept as f64).sum()
    }

    /// Past days hold only what was logged since the last check: they are raised to what was probably spent. Today is
    /// not, since nothing of what is missing was taken from the balance yet.
    pub(super) fn raise(&mut self, coverage: &Coverage) {
        let today = self.today();
        let first = self.spends.partition_point(|spend| spend.at <= coverage.checked_at);
        for i in first..self.spends.len() {
            let spend = &self.spends[i];
            if let Some(place) = self.place(spend.day).filter(|_| spend.day < today) {
                self.totals[place] += spend.kept as f64 * (coverage.factor() - 1.0);
            }
        }
    }

    fn within(&self, after: Instant, until: Instant) -> &[Logged] {
        let from = self.spends.partition_point(|spend| spend.at <= after);
        let to = self.spends.partition_point(|spend| spend.at <= until);
        &self.spends[from.min(to)..to]
    }

    fn book_spends(&mut self) {
        for i in 0..self.spends.len() {
            if let Some(place) = self.place(self.spends[i].day) {
                self.totals[place] += self.spends[i].kept as f64;
            }
        }
    }

    /// What a check found missing belongs to all the time since the check before it, never to its own day alone.
    fn spread_unlogged(&mut self, facts: &Facts, ledger: &Ledger) {
        let quiet: Vec<Day> =
            facts.marks.iter().filter(|(_, mark)| *mark == Mark::Nothing).map(|(day, _)| *day).collect();
        for (i, check) in ledger.checks().iter().enumerate().filter(|(_, check)| !check.unlogged.is_zero()) {
            let before = ledger.checks()[..i].iter().rev().find(|before| covers(before, check));
            let since = before.map_or(facts.service.start, |before| before.at);
            self.spread(check.unlogged.units() as f64, (since, check.at), facts.service.zone, &quiet);
        }
    }

    fn spread(&mut self, amount: f64, (since, until): (Instant, Instant), zone: Zone, quiet: &[Day]) {
        let days = day_of(since, zone).max(self.first).iter_days().take_while(|day| *day <= day_of(until, zone));
        let mut shares: Vec<(Day, f64)> = days.map(|day| (day, seconds_within(day, zone, since, until))).collect();
        let loud = |(day, seconds): &(Day, f64)| *seconds > 0.0 && !quiet.contains(day);
        if shares.iter().any(loud) {
            shares.retain(loud);
        }
        let whole: f64 = shares.iter().map(|(_, seconds)| seconds).sum();
        let alone = shares.len() as f64;
        for (day, seconds) in shares {
            let share = if whole > 0.0 { seconds / whole } else { 1.0 / alone };
            if let Some(place) = self.place(day) {
                self.totals[place] += amount * share;
            }
        }
    }
}

/// Whether an earlier check already accounts for what a later one could find.
fn covers(before: &CheckOutcome, check: &CheckOutcome) -> bool {
    before.pot.is_none() || before.pot == check.pot
}

fn seconds_within(day: Day, zone: Zone, since: Instant, until: Instant) -> f64 {
    let (start, end) = (start_of(day, zone).max(since), start_of(day + Days::new(1), zone).min(until));
    (end - start).num_seconds().max(0) as f64
}

fn spends(facts: &Facts, now: Instant) -> Vec<Logged> {
    let refunds = refunds(facts, now);
    let mut spends: Vec<Logged> = facts
        .entries
        .iter()
        .filter(|entry| entry.at <= now)
        .filter_map(|entry| {
            let Fact::Spend(spend) = &entry.fact else { return None };
            let credits = spend.credits.units();
            let back = refunds.get(&entry.id).copied().unwrap_or(0);
            let day = day_of(entry.at, facts.service.zone);
            let vague = spend.estimated && entry.date_only;
            Some(Logged { at: entry.at, day, credits, kept: (credits - back).max(0), vague })
        })
        .collect();
    spends.sort_by_key(|spend| spend.at);
    spends
}

/// What came back, by spend: it counts on the spend's own day.
fn refunds(facts: &Facts, now: Instant) -> BTreeMap<EntryId, i64> {
    let mut refunds = BTreeMap::new();
    for entry in facts.entries.iter().filter(|entry| entry.at <= now) {
        if let Fact::Refund { of, amount } = &entry.fact {
            *refunds.entry(*of).or_insert(0) += amount.units();
        }
    }
    refunds
}
