//! The days ahead from the ledger as it stands: the calendar walked once, without amounts that depend on spends.

use chrono::{Duration, NaiveTime};

use super::offers::Drafted;
use super::{Act, Bank, Future, Lapse, Limits, Renewal, Stretch, place};
use crate::calendar::{day_of, instant_of, start_of};
use crate::facts::Facts;
use crate::ledger::answers::GrantedBy;

use crate::ledger::course::{Course, Step};
use crate::ledger::pool::{Pool, Slot};
use crate::ledger::{Ledger, LedgerError, PlanState};
use crate::{Day, Instant, Zone};

impl Future {
    /// The `days` days from today (the day of `now` in the service's zone) on. `ledger` stands at `now`.
    ///
    /// # Errors
    /// [`LedgerError`] as for a replay.
    pub fn compile(facts: &Facts, ledger: &Ledger, now: Instant, days: usize) -> Result<Self, LedgerError> {
        let today = day_of(now, facts.service.zone);
        let mut course = ledger.course().clone();
        let mut draft = Draft::new(&course, &ledger.books().pool, today, facts.service.zone, days);
        draft.time_spends(now);
        draft.limit(&course, ledger.books(), now);
        for day in 0..days {
            draft.advance(&mut course, draft.drafted.spends[day]);
            draft.offer(day, &mut course);
        }
        let end = start_of(draft.day_after_last(), facts.service.zone);
        draft.advance(&mut course, end - Duration::nanoseconds(1));
        Ok(draft.finish(&course))
    }
}

/// A future while it is written.
pub(super) struct Draft {
    pub(super) future: Future,
    pub(super) drafted: Drafted,
    zone: Zone,
    today: Day,
    /// Which lots hold credits now, or are given some ahead: the others need not stand in an order.
    pub(super) filled: Vec<bool>,
    /// The acts of each half day, by place.
    halves: Vec<(usize, Act)>,
}

impl Draft {
    fn new(course: &Course, pool: &Pool, today: Day, zone: Zone, days: usize) -> Self {
        let future = Future {
            days: today.iter_days().take(days).collect(),
            lapses: Vec::new(),
            renewals: Vec::new(),
            ahead: [None; 2],
            pool: pool.clone(),
            order: Stretch::default(),
            acts: Vec::new(),
            plan: Vec::new(),
            slots: Vec::new(),
            limits: Limits::default(),
        };
        let filled = pool.lots().iter().map(|&left| left > 0).collect();
        let mut draft = Self { future, drafted: Drafted::default(), zone, today, filled, halves: Vec::new() };
        draft.future.order = draft.order_of(course);
        draft
    }

    fn day_after_last(&self) -> Day {
        self.future.days.last().and_then(Day::succ_opt).unwrap_or(self.today)
    }

    /// A day's spend comes at its noon, today's not before now.
    fn time_spends(&mut self, now: Instant) {
        let noon = |day: &Day| instant_of(self.zone, day.and_time(noon()));
        self.drafted.spends = self.future.days.iter().map(|day| noon(day).max(now)).collect();
    }

    /// Goes on to an instant, with all that the calendar does at it.
    fn advance(&mut self, course: &mut Course, until: Instant) {
        while let Some(at) = [course.next(), self.next_turn()].into_iter().flatten().min().filter(|&at| at <= until) {
            self.turn(at);
            if course.next() == Some(at) {
                course.advance(at, None);
                self.relimit(course, at);
                self.follow(course, at);
            }
        }
    }

    /// Writes down what the calendar has done at an instant.
    fn follow(&mut self, course: &Course, at: Instant) {
        self.filled.resize(course.lots.len(), false);
        for step in course.losing().iter().chain(course.gaining()) {
            let filled = match *step {
                Step::Raise(slot, _)
                | Step::Grant(slot, ..)
                | Step::FillTo(slot, ..)
                | Step::Bank { into: slot, .. }
                | Step::Thaw(slot) => Some(slot),
                _ => None,
            };
            if let Some(slot) = filled {
                self.filled[slot as usize] = true;
            }
            if let Some(act) = self.act_of(step, course, at) {
                self.push(at, act);
            }
        }
        let order = self.order_of(course);
        self.push(at, Act::Order(order));
        if !course.gaining().is_empty() || course.losing().iter().any(|step| matches!(step, Step::Thaw(_))) {
            self.push(at, Act::PayOff);
        }
        if course.main_clock().is_some_and(|clock| clock.every.is_some() && clock.last == at) {
            let place = self.future.renewals.len();
            self.future.renewals.push(self.renewal(at));
            self.push(at, Act::Open(u32::try_from(place).unwrap_or(u32::MAX)));
        }
    }

    fn act_of(&mut self, step: &Step, course: &Course, at: Instant) -> Option<Act> {
        let act = match *step {
            Step::End(slot, _) | Step::Forfeit(slot) => Act::End(slot, self.lapse(slot, course, at)),
            Step::Cut(slot, max) => Act::Cut(slot, max, self.lapse(slot, course, at)),
            Step::Keep(ref slots, share, cap) => {
                let &first = slots.first()?;
                let stretch = self.stretch(slots.iter().copied());
                Act::Keep(stretch, share, cap, self.lapse(first, course, at))
            }
            Step::Bank { ref from, share, into, ref bank, cap } => {
                let own = self.lapse(into, course, at);
                let other = from.first().map_or(own, |&first| self.lapse(first, course, at));
                let (from, bank) = (self.stretch(from.iter().copied()), self.stretch(bank.iter().copied()));
                Act::Bank(Bank { from, share, into, bank, cap, lapses: [own, other] })
            }
            Step::CutGrant(slot, ref slots, cap) => {
                let stretch = self.stretch(slots.iter().copied());
                Act::CutGrant(slot, stretch, cap, self.lapse(slot, course, at))
            }
            Step::Freeze(slot) => Act::Freeze(slot),
            Step::Thaw(slot) => Act::Thaw(slot),
            Step::Forgive => Act::Forgive,
            Step::Renew => return None,
            Step::FillTo(slot, min, by) if self.is_capped(slot, by, course) => Act::RaiseWithin(slot, min),
            Step::Grant(slot, amount, by) if self.is_capped(slot, by, course) => Act::GrantWithin(slot, amount),
            Step::Raise(slot, min) | Step::FillTo(slot, min, _) => Act::Raise(slot, min),
            Step::Grant(slot, amount, _) => Act::Grant(slot, amount),
        };
        Some(act)
    }

    fn is_capped(&self, slot: Slot, by: GrantedBy, course: &Course) -> bool {
        let pot = course.lots[slot as usize].pot;
        let rules = self.future.limits.rules.last();
        !matches!(by, GrantedBy::Entry(_)) && rules.is_some_and(|rules| rules.has_ceiling(pot))
    }

    /// The place of what can lapse from a lot's pot at an instant.
    fn lapse(&mut self, slot: Slot, course: &Course, at: Instant) -> u32 {
        let pot = &course.pots[usize::from(course.lots[slot as usize].pot)].name;
        let known = self.future.lapses.iter().rposition(|lapse| lapse.at == at && lapse.pot == *pot);
        let place = known.unwrap_or_else(|| {
            let Renewal { day, spends_before, .. } = self.renewal(at);
            self.future.lapses.push(Lapse { at, day, spends_before, pot: pot.clone() });
            self.future.lapses.len() - 1
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    pub(super) fn order_of(&mut self, course: &Course) -> Stretch {
        let filled = std::mem::take(&mut self.filled);
        let order = course.order().iter().copied().filter(|&slot| filled[slot as usize]);
        let stretch = self.stretch(order);
        self.filled = filled;
        stretch
    }

    fn stretch(&mut self, slots: impl Iterator<Item = Slot>) -> Stretch {
        let from = place(self.future.slots.len());
        self.future.slots.extend(slots);
        Stretch { from, to: place(self.future.slots.len()) }
    }

    /// Writes down an act that comes right before a day's spend.
    pub(super) fn push_before(&mut self, day: usize, act: Act) {
        self.halves.push((2 * day, act));
    }

    pub(super) fn push(&mut self, at: Instant, act: Act) {
        let renewal = self.renewal(at);
        self.halves.push((renewal.day + renewal.spends_before, act));
    }

    /// An instant's place among the days: up to 12:00 it comes before its day's spend.
    fn renewal(&self, at: Instant) -> Renewal {
        let local = at.with_timezone(&self.zone);
        let day = usize::try_from((local.date_naive() - self.today).num_days()).unwrap_or(0);
        let before = local.time() <= noon();
        Renewal { day, spends_before: if before { day } else { day + 1 }, at }
    }

    fn finish(mut self, course: &Course) -> Future {
        let mut halves = std::mem::take(&mut self.halves).into_iter().peekable();
        for day in 0..self.future.days.len() {
            let halves_of_day = [2 * day, 2 * day + 1].map(|half| {
                let from = place(self.future.acts.len());
                while let Some((_, act)) = halves.next_if(|&(place, _)| place <= half) {
                    self.future.acts.push(act);
                }
                Stretch { from, to: place(self.future.acts.len()) }
            });
            self.future.plan.push(halves_of_day);
        }
        self.future.pool.make_room(course.lots.len());
        self.future.limits.pots = course.lots.iter().map(|lot| lot.pot).collect();
        self.future.ahead = self.ahead(course);
        self.future
    }

    /// The next two renewals; those beyond the days come from the schedule.
    fn ahead(&self, course: &Course) -> [Option<Renewal>; 2] {
        let mut within = self.future.renewals.iter().copied();
        let running = course.plan_state() == PlanState::Running;
        let mut beyond =
            (1..=2).filter_map(|tick| course.main_clock().filter(|_| running)?.ahead(tick)).map(|at| self.renewal(at));
        std::array::from_fn(|_| within.next().or_else(|| beyond.next()))
    }
}

/// When a day's spend comes, on the wall clock.
fn noon() -> NaiveTime {
    NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(NaiveTime::MIN)
}
