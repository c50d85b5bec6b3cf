//! New terms.

use runout_core::facts::ChangeMode;
use runout_core::terms::{Cadence, GrantMode, GrantTerms, PotTerms, Terms, Trigger};

use super::calendar::{anchor, length};
use super::model::{How, Late, Model, Schedule, State};

/// Whether a grant comes by the calendar, and not by a spend.
pub(crate) fn by_calendar(grant: &GrantTerms) -> bool {
    grant.trigger == Trigger::Calendar && !matches!(grant.cadence, Cadence::FirstUse { .. })
}

impl<'a> Model<'a> {
    /// The schedule of the plan's own cycle: the largest allotment; of equal ones the longest, then the first of the terms.
    pub(crate) fn main(&self) -> Option<usize> {
        let granting = (0..self.schedules.len())
            .filter(|&one| self.schedules[one].granting && self.schedules[one].cadence != Cadence::Once);
        granting.min_by_key(|&one| {
            let schedule = &self.schedules[one];
            (-schedule.amount, std::cmp::Reverse(length(schedule.cadence)), self.place(&schedule.pot))
        })
    }

    /// Whether a schedule runs with the main one.
    pub(crate) fn with_main(&self, one: usize) -> bool {
        self.main().is_some_and(|main| one == main || same_beat(&self.schedules[one], &self.schedules[main]))
    }

    pub(crate) fn new_terms(&mut self, ticking: &[bool], renews: bool, late: &mut Vec<Late>) {
        let start = self.facts.service.start;
        if self.now == start {
            let first = self.versions.iter().rev().find(|version| version.0 <= start).unwrap_or(&self.versions[0]);
            self.apply(first.1, ChangeMode::Full, ticking, late);
            return;
        }
        if let Some(&(_, terms, mode)) = self.versions.iter().rev().find(|version| version.0 == self.now) {
            self.deferred.retain(|other| mode == ChangeMode::Next && other.1 != ChangeMode::Next);
            self.deferred.push((terms, mode));
        }
        if matches!(self.state, State::Paused(_)) {
            return;
        }
        for (terms, mode) in std::mem::take(&mut self.deferred) {
            self.begin(terms, mode, ticking, late);
        }
        if renews && let Some(terms) = self.waiting.take() {
            if self.state == State::Lapsed {
                self.terms = Some(terms);
                return;
            }
            self.apply(terms, ChangeMode::Next, ticking, late);
        }
    }

    fn begin(&mut self, terms: &'a Terms, mode: ChangeMode, ticking: &[bool], late: &mut Vec<Late>) {
        self.waiting = None;
        if self.state == State::Lapsed {
            self.terms = Some(terms);
        } else if mode == ChangeMode::Next && self.main().is_some() {
            self.waiting = Some(terms);
        } else {
            self.apply(terms, mode, ticking, late);
        }
    }

    fn apply(&mut self, terms: &'a Terms, mode: ChangeMode, ticking: &[bool], late: &mut Vec<Late>) {
        let first = self.terms.is_none();
        let moved: Vec<bool> = (0..self.schedules.len()).map(|one| self.with_main(one)).collect();
        self.rename(terms);
        self.terms = Some(terms);
        let was: Vec<bool> = self.schedules.iter().map(|schedule| schedule.granting).collect();
        for schedule in &mut self.schedules {
            schedule.granting = false;
        }
        for pot in &terms.pots {
            let Some(grant) = pot.grant.as_ref().filter(|grant| by_calendar(grant)) else { continue };
            let old = (0..was.len()).find(|&one| was[one] && self.schedules[one].pot == pot.name.0);
            let amount = grant.amount.units();
            let with_main = old.is_some_and(|old| moved[old]) || Some(grant.cadence) == largest_cadence(terms);
            let mode = match mode {
                ChangeMode::Full | ChangeMode::Both if !with_main => ChangeMode::Difference,
                _ => mode,
            };
            let refills = grant.mode == GrantMode::RefillTo;
            let Some(old) = old else {
                let mut schedule = self.fresh(pot, grant);
                if !first && matches!(mode, ChangeMode::Full | ChangeMode::Both) {
                    schedule.anchor = anchor(self.now);
                } else {
                    schedule.last = self.latest_tick(schedule.cadence, schedule.anchor);
                }
                self.schedules.push(schedule);
                let schedule = self.schedules.len() - 1;
                let prorated = mode == ChangeMode::Prorate && !first;
                let amount = if prorated { self.share(schedule, amount, false) } else { amount };
                late.push(Late { schedule, amount, how: How::Lot });
                continue;
            };
            let more = (amount - self.schedules[old].amount).max(0);
            let share = self.share(old, more, moved[old]);
            let both_once = grant.cadence == Cadence::Once && self.schedules[old].cadence == Cadence::Once;
            if mode == ChangeMode::Both && !both_once && !refills {
                let schedule = Schedule { anchor: anchor(self.now), ..self.fresh(pot, grant) };
                self.schedules.push(schedule);
                late.push(Late { schedule: self.schedules.len() - 1, amount, how: How::Lot });
                continue;
            }
            self.renew_schedule(old, pot, grant);
            let now_ticking = ticking.get(old) == Some(&true);
            if matches!(mode, ChangeMode::Full | ChangeMode::Both) && !both_once {
                self.schedules[old].anchor = anchor(self.now);
                self.schedules[old].resumes = None;
                self.schedules[old].last = self.now;
            }
            let (amount, how) = match mode {
                _ if both_once => (more, How::Add),
                _ if now_ticking => continue,
                ChangeMode::Full | ChangeMode::Both if refills => (amount, How::Fill),
                ChangeMode::Full => (amount, How::Lot),
                ChangeMode::Difference => (more, How::Add),
                ChangeMode::UpTo => (amount, How::Fill),
                ChangeMode::Prorate => (share, How::Add),
                ChangeMode::Next | ChangeMode::Both | ChangeMode::Replace => continue,
            };
            late.push(Late { schedule: old, amount, how });
        }
    }

    /// One pot of the plan's cycle is gone and another is there: it has another name.
    fn rename(&mut self, terms: &Terms) {
        let Some(old) = self.terms else { return };
        let named = |terms: &Terms, name: &str| terms.pots.iter().any(|pot| pot.name.0 == name);
        let main = (0..self.schedules.len()).filter(|&one| self.schedules[one].granting && self.with_main(one));
        let gone = main.map(|one| self.schedules[one].pot.clone()).filter(|pot| !named(terms, pot));
        let gone: Vec<String> = gone.collect();
        let cadence = largest_cadence(terms);
        let came =
            terms.pots.iter().filter(|pot| pot.grant.as_ref().is_some_and(|grant| Some(grant.cadence) == cadence));
        let came = came.map(|pot| pot.name.0.clone()).filter(|pot| !named(old, pot));
        let came: Vec<String> = came.filter(|pot| !self.lots.iter().any(|lot| lot.pot == *pot)).collect();
        if let ([gone], [came]) = (gone.as_slice(), came.as_slice()) {
            let lots = self.lots.iter_mut().map(|lot| &mut lot.pot);
            let gained = self.gained.iter_mut().filter_map(|(_, pot)| pot.as_mut());
            let schedules = self.schedules.iter_mut().map(|schedule| &mut schedule.pot);
            lots.chain(gained).chain(schedules).filter(|pot| *pot == gone).for_each(|pot| pot.clone_from(came));
            if let Some(sums) = self.pots.remove(gone) {
                self.pots.insert(came.clone(), sums);
            }
        }
    }

    fn fresh(&self, pot: &PotTerms, grant: &GrantTerms) -> Schedule {
        Schedule {
            pot: pot.name.0.clone(),
            amount: grant.amount.units(),
            granting: true,
            asleep: false,
            cadence: grant.cadence,
            anchor: match grant.cadence {
                Cadence::Every { anchor, .. } => anchor,
                Cadence::Once | Cadence::FirstUse { .. } => anchor(self.now),
            },
            resumes: None,
            carry: pot.carry.clone(),
            refill: grant.mode == GrantMode::RefillTo,
            current: None,
            last: self.now,
        }
    }

    /// New rules for a schedule; the anchor stands where the cadence does.
    fn renew_schedule(&mut self, one: usize, pot: &PotTerms, grant: &GrantTerms) {
        let kept = self.schedules[one].clone();
        self.schedules[one] = Schedule { current: kept.current, last: kept.last, ..self.fresh(pot, grant) };
        if kept.cadence == grant.cadence {
            self.schedules[one].anchor = kept.anchor;
            self.schedules[one].resumes = kept.resumes;
        }
    }

    /// After a lapse the terms in force grant anew; answers which schedules do. What came once does not come again.
    pub(crate) fn wake(&mut self) -> Vec<bool> {
        if let Some(terms) = self.waiting.take() {
            self.terms = Some(terms);
        }
        let Some(terms) = self.terms else { return Vec::new() };
        let slept: Vec<usize> = (0..self.schedules.len()).filter(|&one| self.schedules[one].asleep).collect();
        let mut revived = Vec::new();
        for pot in &terms.pots {
            let Some(grant) = pot.grant.as_ref().filter(|grant| by_calendar(grant)) else { continue };
            let old = slept.iter().copied().find(|&one| self.schedules[one].pot == pot.name.0);
            let had = old.is_some_and(|one| self.schedules[one].cadence == Cadence::Once);
            let one = match old {
                Some(one) => {
                    self.renew_schedule(one, pot, grant);
                    self.schedules[one].last = self.latest_tick(grant.cadence, self.schedules[one].anchor);
                    one
                }
                None => {
                    let fresh = self.fresh(pot, grant);
                    self.schedules.push(fresh);
                    self.schedules.len() - 1
                }
            };
            if grant.cadence != Cadence::Once || !had {
                revived.push(one);
            }
        }
        for schedule in &mut self.schedules {
            schedule.asleep = false;
        }
        let moved: Vec<usize> = revived.iter().copied().filter(|&one| self.with_main(one)).collect();
        for one in moved {
            self.schedules[one].anchor = anchor(self.now);
            self.schedules[one].resumes = None;
            self.schedules[one].last = self.now;
        }
        (0..self.schedules.len()).map(|one| revived.contains(&one)).collect()
    }

    fn share(&self, one: usize, amount: i64, with_main: bool) -> i64 {
        let Some(next) = self.tick_beside(one, 1, with_main) else { return amount };
        let cycle = (next - self.schedules[one].last).num_hours();
        let left = (next - self.now).num_hours();
        (2 * amount * left + cycle) / (2 * cycle)
    }
}

fn same_beat(one: &Schedule, other: &Schedule) -> bool {
    let every = |schedule: &Schedule| match schedule.cadence {
        Cadence::Every { every, .. } => Some(every),
        Cadence::Once | Cadence::FirstUse { .. } => None,
    };
    every(one).is_some() && every(one) == every(other) && one.anchor == other.anchor
}

/// The cadence of the largest allotment; of equal ones the longest, then the first of the terms.
fn largest_cadence(terms: &Terms) -> Option<Cadence> {
    let grants = terms.pots.iter().filter_map(|pot| pot.grant.as_ref()).filter(|grant| by_calendar(grant));
    let cycles = grants.filter(|grant| grant.cadence != Cadence::Once);
    let first = cycles.min_by_key(|grant| (-grant.amount.units(), std::cmp::Reverse(length(grant.cadence))));
    first.map(|grant| grant.cadence)
}
