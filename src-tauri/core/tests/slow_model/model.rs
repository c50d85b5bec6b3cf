//! A ledger that is slow and obvious: hour by hour, credit by credit. It shares no code with the engine.
//!
//! Everything happens on whole hours, in UTC. A schedule is no formula but a question: does it tick at this hour?

use chrono::{Datelike, Duration, Timelike};
use runout_core::Instant;
use runout_core::facts::{ChangeMode, Entry, EntryId, Fact, Facts, Grant, LotEnd};
use runout_core::ledger::{Edge, LapseKind};
use runout_core::terms::{
    Anchor, Cadence, Carry, GrantMode, Interval, IntervalUnit, Life, Overdrawn, PotName, PotTerms, Terms, WithinRank,
};

/// A lot.
#[derive(Clone, Debug)]
pub(crate) struct Lot {
    pub(crate) id: String,
    pub(crate) pot: String,
    pub(crate) left: i64,
    bought: bool,
    seq: i64,
    born: Instant,
    own_end: Option<Instant>,
    schedule: Option<usize>,
    lived: u32,
    until_next_tick: bool,
    filled: i64,
    pub(crate) gone: Option<LapseKind>,
}

/// Something that ticks, and what a tick does.
#[derive(Clone, Debug)]
struct Schedule {
    pot: String,
    amount: i64,
    granting: bool,
    cadence: Cadence,
    anchor: Anchor,
    carry: Carry,
    refill: bool,
    current: Option<usize>,
    last: Instant,
}

/// One credit that a lot paid.
#[derive(Clone, Debug)]
struct Burned {
    payer: EntryId,
    lot: usize,
    back: bool,
    stale: Option<LapseKind>,
    checked: bool,
}

/// What a change of terms grants, after the resets of its hour.
struct Late {
    schedule: usize,
    amount: i64,
    how: How,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Lot,
    Add,
    Fill,
}

/// What went in and out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    pub(crate) granted: i64,
    pub(crate) refunded: i64,
    pub(crate) gained: i64,
    pub(crate) forgiven: i64,
    pub(crate) spent: i64,
    pub(crate) unlogged: i64,
    pub(crate) lapsed: [i64; 5],
}

/// The slow ledger.
pub(crate) struct Model<'a> {
    facts: &'a Facts,
    now: Instant,
    terms: Option<&'a Terms>,
    waiting: Option<&'a Terms>,
    schedules: Vec<Schedule>,
    pub(crate) lots: Vec<Lot>,
    burned: Vec<Burned>,
    open: Vec<EntryId>,
    forgiven: Vec<EntryId>,
    gained: Vec<EntryId>,
    refunded: Vec<EntryId>,
    amounts: Vec<(EntryId, i64)>,
    doomed: Vec<String>,
    pub(crate) sums: Sums,
    pub(crate) computed: Vec<(EntryId, i64)>,
}

/// The slow ledger of the facts at an instant.
pub(crate) fn slow(facts: &Facts, until: Instant, edge: Edge) -> Model<'_> {
    let mut model = Model {
        facts,
        now: facts.service.start,
        terms: None,
        waiting: None,
        schedules: Vec::new(),
        lots: Vec::new(),
        burned: Vec::new(),
        open: Vec::new(),
        forgiven: Vec::new(),
        gained: Vec::new(),
        refunded: Vec::new(),
        amounts: Vec::new(),
        doomed: Vec::new(),
        sums: Sums::default(),
        computed: Vec::new(),
    };
    while model.now <= until {
        model.calendar();
        if model.now < until || edge == Edge::After {
            model.log();
        }
        model.now += Duration::hours(1);
    }
    model
}

impl<'a> Model<'a> {
    pub(crate) fn left(&self) -> i64 {
        self.lots.iter().map(|lot| lot.left).sum()
    }

    pub(crate) fn overdrawn(&self) -> i64 {
        self.open.len() as i64
    }

    /// What each lot still pays of a spend, in the order in which they did.
    pub(crate) fn slices(&self, spend: EntryId) -> Vec<(String, i64)> {
        let mut slices: Vec<(String, i64)> = Vec::new();
        for credit in self.burned.iter().filter(|credit| credit.payer == spend && !credit.back) {
            match slices.last_mut() {
                Some(last) if last.0 == self.lots[credit.lot].id => last.1 += 1,
                _ => slices.push((self.lots[credit.lot].id.clone(), 1)),
            }
        }
        slices
    }

    pub(crate) fn uncovered(&self, spend: EntryId) -> i64 {
        self.open.iter().chain(&self.forgiven).filter(|&&id| id == spend).count() as i64
    }

    fn entries(&self) -> Vec<&'a Entry> {
        let mut entries: Vec<&Entry> = self.facts.entries.iter().filter(|entry| entry.at == self.now).collect();
        entries.sort_by_key(|entry| entry.id);
        entries
    }

    /// Steps 0 to 4.
    fn calendar(&mut self) {
        let entries = self.entries();
        let by_hand = entries.iter().rev().find_map(|entry| match entry.fact {
            Fact::Renewal { moves_anchor } => Some(moves_anchor),
            _ => None,
        });
        let main = self.main();
        let with_main = |model: &Self, one: usize| {
            main.is_some_and(|main| one == main || model.same_beat(&model.schedules[one], &model.schedules[main]))
        };
        let mut ticking: Vec<bool> = (0..self.schedules.len())
            .map(|one| {
                let ticks = ticks_at(&self.schedules[one], self.now) && self.now > self.schedules[one].last;
                ticks || by_hand.is_some() && with_main(self, one)
            })
            .collect();
        let moved: Vec<bool> = (0..self.schedules.len()).map(|one| with_main(self, one)).collect();
        let renews = main.is_some_and(|main| ticking[main]);

        // 0: extensions, then new terms.
        let before = self.left();
        let mut late: Vec<Late> = Vec::new();
        self.new_terms(&ticking, renews, &mut late);
        for entry in &entries {
            if let Fact::Extend { lot, until } = &entry.fact
                && let Some(lot) = self.lots.iter_mut().find(|other| other.id == lot.0 && other.gone.is_none())
            {
                lot.own_end = Some((*until).max(self.now));
                lot.schedule = None;
                lot.until_next_tick = false;
            }
        }
        ticking.resize(self.schedules.len(), false);

        // 1: ends.
        for lot in 0..self.lots.len() {
            if self.lots[lot].own_end.is_some_and(|end| end <= self.now) {
                self.end(lot, LapseKind::Expired);
            }
        }
        for entry in &entries {
            if let Fact::Void { lot } = &entry.fact {
                match self.lots.iter().position(|other| other.id == lot.0) {
                    Some(lot) => self.end(lot, LapseKind::Voided),
                    None => self.doomed.push(lot.0.clone()),
                }
            }
        }
        for one in (0..self.schedules.len()).filter(|&one| ticking[one]) {
            self.age(one);
        }

        // 2: resets.
        for one in (0..self.schedules.len()).filter(|&one| ticking[one]) {
            self.cap(one);
        }
        if renews && self.terms.is_some_and(|terms| terms.overdrawn == Overdrawn::ForgivenAtRenewal) {
            self.sums.forgiven += self.open.len() as i64;
            self.forgiven.append(&mut self.open);
        }

        // 3: grants.
        for one in (0..self.schedules.len()).filter(|&one| ticking[one]) {
            self.schedules[one].last = self.now;
            if by_hand == Some(true) && moved.get(one) == Some(&true) {
                self.schedules[one].anchor = anchor(self.now);
            }
            self.schedules[one].current = None;
            if self.schedules[one].granting {
                self.plan_lot(one, self.schedules[one].amount);
            }
        }
        let mut appeared = self.left() > before;
        for Late { schedule, amount, how } in late {
            let current = self.schedules[schedule].current.filter(|&lot| self.lots[lot].gone.is_none());
            match (how, current) {
                (How::Lot, _) | (_, None) => self.plan_lot(schedule, amount),
                (how, Some(lot)) => {
                    let amount = if how == How::Fill { (amount - self.lots[lot].left).max(0) } else { amount };
                    self.put(lot, amount);
                    self.sums.granted += amount;
                    appeared |= amount > 0;
                }
            }
        }
        for entry in &entries {
            if let Fact::Grant(grant) = &entry.fact {
                self.given(entry.id, grant);
            }
        }
        appeared |= self.lots.iter().any(|lot| lot.born == self.now && lot.left > 0);

        // 4: what is overdrawn is paid.
        if appeared {
            self.pay();
        }
    }

    /// Steps 5 and 6.
    fn log(&mut self) {
        let entries = self.entries();
        for entry in &entries {
            match &entry.fact {
                Fact::Spend(spend) => {
                    self.amounts.push((entry.id, spend.credits.units()));
                    self.sums.spent += spend.credits.units();
                    let order = self.in_order();
                    for _ in 0..spend.credits.units() {
                        self.burn(entry.id, None, &order);
                    }
                }
                Fact::Refund { of, amount } => self.refund(*of, amount.units()),
                _ => {}
            }
        }
        for entry in &entries {
            if let Fact::Check(check) = &entry.fact {
                self.check(entry.id, check.shown.units(), check.pot.as_ref());
            }
        }
    }

    // ---- lots ----

    fn end(&mut self, lot: usize, kind: LapseKind) {
        if self.lots[lot].gone.is_some() {
            return;
        }
        self.sums.lapsed[kind as usize] += self.lots[lot].left;
        self.lots[lot].left = 0;
        self.lots[lot].gone = Some(kind);
        for credit in self.burned.iter_mut().filter(|credit| credit.lot == lot) {
            credit.stale.get_or_insert(kind);
        }
    }

    /// Lots of a schedule grow a cycle older; those whose time has come end.
    fn age(&mut self, one: usize) {
        let schedule = self.schedules[one].clone();
        for lot in 0..self.lots.len() {
            if self.lots[lot].schedule != Some(one) || self.lots[lot].gone.is_some() {
                continue;
            }
            self.lots[lot].lived += 1;
            let lived = self.lots[lot].lived;
            if self.lots[lot].until_next_tick {
                self.end(lot, LapseKind::Expired);
            } else if schedule.refill {
                self.end(lot, LapseKind::ByRefill);
            } else if schedule.carry == Carry::None || matches!(schedule.carry, Carry::Cycles(k) if lived > k) {
                self.end(lot, LapseKind::Expired);
            }
        }
    }

    /// The lots of a schedule are cut to its cap, credit by credit, the lot that ends soonest first.
    fn cap(&mut self, one: usize) {
        let Carry::UpTo(cap) = self.schedules[one].carry else { return };
        if self.schedules[one].refill {
            return;
        }
        let held = |lot: &Lot| lot.schedule == Some(one) && !lot.until_next_tick && lot.gone.is_none();
        let order = self.in_order();
        while self.lots.iter().filter(|lot| held(lot)).map(|lot| lot.left).sum::<i64>() > cap.units() {
            let first = order.iter().copied().find(|&lot| held(&self.lots[lot]) && self.lots[lot].left > 0);
            let first = first.expect("a lot with credits");
            self.lots[first].left -= 1;
            self.sums.lapsed[LapseKind::AtReset as usize] += 1;
        }
        for lot in (0..self.lots.len()).filter(|&lot| held(&self.lots[lot])) {
            for credit in self.burned.iter_mut().filter(|credit| credit.lot == lot) {
                credit.stale.get_or_insert(LapseKind::AtReset);
            }
        }
    }

    fn plan_lot(&mut self, one: usize, amount: i64) {
        if amount <= 0 {
            return;
        }
        let pot = self.schedules[one].pot.clone();
        let base = format!("{}-{}", pot.to_lowercase(), self.now.date_naive());
        let mut id = base.clone();
        let mut number = 1;
        while self.lots.iter().any(|lot| lot.id == id) {
            number += 1;
            id = format!("{base}-{number}");
        }
        let place = self.place(&pot);
        let lot = self.new_lot(id, pot, amount, place - 1_000, None, Some(one), false);
        self.schedules[one].current = Some(lot);
        self.sums.granted += amount;
    }

    /// The plan's own come before every entry, in the order of the terms.
    fn place(&self, pot: &str) -> i64 {
        let pots = self.terms.map(|terms| terms.pots.as_slice()).unwrap_or_default();
        pots.iter().position(|other| other.name.0 == pot).expect("a pot of the terms") as i64
    }

    #[expect(clippy::too_many_arguments, reason = "a model that hides nothing")]
    fn new_lot(
        &mut self,
        id: String,
        pot: String,
        amount: i64,
        seq: i64,
        own_end: Option<Instant>,
        schedule: Option<usize>,
        bought: bool,
    ) -> usize {
        self.lots.push(Lot {
            id,
            pot,
            left: amount,
            bought,
            seq,
            born: self.now,
            own_end,
            schedule,
            lived: 0,
            until_next_tick: false,
            filled: amount,
            gone: None,
        });
        self.lots.len() - 1
    }

    fn put(&mut self, lot: usize, amount: i64) {
        self.lots[lot].left += amount;
        self.lots[lot].filled += amount;
    }

    fn given(&mut self, entry: EntryId, grant: &Grant) {
        let pot = grant.pot.as_ref().map_or_else(|| self.top_up_pot(), |pot| pot.0.clone());
        let (own_end, schedule, until_next_tick) = match grant.until {
            Some(LotEnd::At(end)) => (Some(end), None, false),
            Some(LotEnd::After(life)) => self.life(life),
            None => self.own_life(&pot),
        };
        let id = format!("g{}", entry.0);
        if own_end.is_some_and(|end| end <= self.now) || self.doomed.contains(&id) {
            return;
        }
        let lot = self.new_lot(id, pot, grant.amount.units(), entry.0, own_end, schedule, grant.bought);
        self.lots[lot].until_next_tick = until_next_tick;
        self.sums.granted += grant.amount.units();
    }

    fn top_up_pot(&self) -> String {
        let top_ups = self.terms.and_then(|terms| terms.top_ups.as_ref());
        top_ups.map_or_else(|| "Top-ups".to_owned(), |top_ups| top_ups.pot.0.clone())
    }

    fn own_life(&self, pot: &str) -> (Option<Instant>, Option<usize>, bool) {
        if let Some(top_ups) = self.terms.and_then(|terms| terms.top_ups.as_ref())
            && top_ups.pot.0 == pot
        {
            return self.life(top_ups.life);
        }
        let filling = self.schedules.iter().position(|schedule| schedule.granting && schedule.pot == pot);
        (None, filling, false)
    }

    fn life(&self, life: Life) -> (Option<Instant>, Option<usize>, bool) {
        match life {
            Life::Forever => (None, None, false),
            Life::For(interval) => (Some(after(self.now, interval)), None, false),
            Life::UntilRenewal => (None, self.main(), self.main().is_some()),
        }
    }

    // ---- burning ----

    /// Every lot that can pay, by the rules of the burn order.
    fn in_order(&self) -> Vec<usize> {
        let mut lots: Vec<usize> = (0..self.lots.len()).filter(|&lot| self.lots[lot].gone.is_none()).collect();
        let oldest = self.terms.is_some_and(|terms| terms.within_rank == WithinRank::Oldest);
        let mut asked = Vec::new();
        let risks: Vec<_> = self.lots.iter().map(|lot| self.at_risk(lot, &mut asked)).collect();
        lots.sort_by_key(|&lot| {
            let risk = risks[lot];
            let lot = &self.lots[lot];
            let first = if oldest { Some(lot.born) } else { risk };
            (self.rank(&lot.pot), first.is_none(), first, lot.bought, lot.born, lot.seq, lot.id.clone())
        });
        lots
    }

    fn rank(&self, pot: &str) -> u32 {
        let named = self.terms.and_then(|terms| terms.pots.iter().find(|other| other.name.0 == pot));
        named.map_or(u32::MAX, |pot| u32::from(pot.rank))
    }

    /// `asked` remembers what a schedule has answered at this hour.
    fn at_risk(&self, lot: &Lot, asked: &mut Vec<(usize, u32, Option<Instant>)>) -> Option<Instant> {
        let by_tick = lot.schedule.and_then(|one| {
            let schedule = &self.schedules[one];
            let count = match schedule.carry {
                _ if lot.until_next_tick || schedule.refill => 1,
                Carry::None | Carry::UpTo(_) => 1,
                Carry::Cycles(k) => (k + 1).saturating_sub(lot.lived).max(1),
                Carry::All => return None,
            };
            let known = asked.iter().find(|known| (known.0, known.1) == (one, count)).map(|known| known.2);
            known.unwrap_or_else(|| {
                asked.push((one, count, self.tick_ahead(schedule, count)));
                asked[asked.len() - 1].2
            })
        });
        [lot.own_end, by_tick].into_iter().flatten().min()
    }

    fn tick_ahead(&self, schedule: &Schedule, count: u32) -> Option<Instant> {
        if schedule.cadence == Cadence::Once {
            return None;
        }
        let mut at = self.now;
        for _ in 0..count {
            at += Duration::hours(1);
            while !ticks_at(schedule, at) {
                at += Duration::hours(1);
            }
        }
        Some(at)
    }

    /// One credit.
    fn burn(&mut self, payer: EntryId, pot: Option<&str>, order: &[usize]) {
        let mut order = order.iter().copied();
        let lot = order.find(|&lot| self.lots[lot].left > 0 && pot.is_none_or(|pot| self.lots[lot].pot == pot));
        match lot {
            Some(lot) => {
                self.lots[lot].left -= 1;
                self.burned.push(Burned { payer, lot, back: false, stale: None, checked: false });
            }
            None => self.open.push(payer),
        }
    }

    fn pay(&mut self) {
        let order = self.in_order();
        while !self.open.is_empty() && self.left() > 0 {
            let payer = self.open.remove(0);
            self.burn(payer, None, &order);
        }
    }

    // ---- refunds and checks ----

    fn refund(&mut self, of: EntryId, amount: i64) {
        let Some(&(_, spent)) = self.amounts.iter().find(|(id, _)| *id == of) else { return };
        let mut came_back = false;
        for _ in 0..amount {
            if self.refunded.iter().filter(|&&id| id == of).count() as i64 == spent {
                break;
            }
            self.refunded.push(of);
            self.sums.refunded += 1;
            if let Some(place) = self.gained.iter().position(|&id| id == of) {
                self.gained.remove(place);
                self.sums.gained -= 1;
            } else if let Some(place) = self.open.iter().position(|&id| id == of) {
                self.open.remove(place);
            } else if let Some(place) = self.forgiven.iter().position(|&id| id == of) {
                self.forgiven.remove(place);
                self.sums.forgiven -= 1;
            } else {
                came_back |= self.refund_burned(of);
            }
        }
        if came_back {
            self.pay();
        }
    }

    fn refund_burned(&mut self, of: EntryId) -> bool {
        let credit = self.burned.iter_mut().rev().find(|credit| credit.payer == of && !credit.back);
        let credit = credit.expect("a credit that is not back");
        credit.back = true;
        match credit.stale {
            Some(kind) => self.sums.lapsed[kind as usize] += 1,
            None => self.lots[credit.lot].left += 1,
        }
        credit.stale.is_none()
    }

    fn check(&mut self, id: EntryId, shown: i64, pot: Option<&PotName>) {
        let pot = pot.map(|pot| pot.0.as_str());
        if pot.is_none() {
            self.pay();
        }
        let within = |lot: &Lot| pot.is_none_or(|pot| lot.pot == pot);
        let computed = match pot {
            None => self.left() - self.overdrawn(),
            Some(_) => self.lots.iter().filter(|lot| within(lot)).map(|lot| lot.left).sum(),
        };
        self.computed.push((id, computed));
        let shown = if pot.is_some() { shown.max(0) } else { shown };
        let order = self.in_order();
        for _ in shown..computed {
            self.sums.unlogged += 1;
            self.burn(id, pot, &order);
        }
        let mut rest = (shown - computed).max(0);
        self.sums.gained += rest;
        while rest > 0 && pot.is_none() && !self.open.is_empty() {
            let payer = self.open.pop().expect("an open credit");
            self.gained.push(payer);
            rest -= 1;
        }
        for place in (0..self.burned.len()).rev() {
            let credit = &self.burned[place];
            let lot = &self.lots[credit.lot];
            let can = !credit.back && !credit.checked && credit.stale.is_none() && within(lot) && lot.left < lot.filled;
            if rest > 0 && can {
                self.gained.push(credit.payer);
                self.burned[place].back = true;
                let lot = self.burned[place].lot;
                self.lots[lot].left += 1;
                rest -= 1;
            }
        }
        if rest > 0 {
            let pot = pot.map_or_else(|| self.soonest_pot(), str::to_owned);
            let (own_end, schedule, until_next_tick) = self.own_life(&pot);
            let lot = self.new_lot(format!("c{}", id.0), pot, rest, id.0, own_end, schedule, false);
            self.lots[lot].until_next_tick = until_next_tick;
        }
        for credit in &mut self.burned {
            credit.checked |= pot.is_none_or(|pot| self.lots[credit.lot].pot == pot);
        }
    }

    fn soonest_pot(&self) -> String {
        let ends = |pot: &PotTerms| {
            let (own_end, schedule, until_next_tick) = self.own_life(&pot.name.0);
            let lot = Lot {
                id: String::new(),
                pot: pot.name.0.clone(),
                left: 0,
                bought: false,
                seq: 0,
                born: self.now,
                own_end,
                schedule,
                lived: 0,
                until_next_tick,
                filled: 0,
                gone: None,
            };
            let end = self.at_risk(&lot, &mut Vec::new());
            (end.is_none(), end, pot.rank)
        };
        let soonest = self.terms.and_then(|terms| terms.pots.iter().min_by_key(|pot| ends(pot)));
        soonest.map_or_else(|| self.top_up_pot(), |pot| pot.name.0.clone())
    }

    // ---- terms ----

    /// The schedule of the plan's own cycle: the largest allotment; of equal ones the longest, then the first of the terms.
    fn main(&self) -> Option<usize> {
        let granting = (0..self.schedules.len())
            .filter(|&one| self.schedules[one].granting && self.schedules[one].cadence != Cadence::Once);
        granting.min_by_key(|&one| {
            let schedule = &self.schedules[one];
            (-schedule.amount, std::cmp::Reverse(length(schedule.cadence)), self.place(&schedule.pot))
        })
    }

    fn same_beat(&self, one: &Schedule, other: &Schedule) -> bool {
        let every = |schedule: &Schedule| match schedule.cadence {
            Cadence::Every { every, .. } => Some(every),
            Cadence::Once => None,
        };
        every(one).is_some() && every(one) == every(other) && one.anchor == other.anchor
    }

    fn new_terms(&mut self, ticking: &[bool], renews: bool, late: &mut Vec<Late>) {
        let facts = self.facts;
        let start = facts.service.start;
        let mut versions: Vec<_> = facts.terms.iter().collect();
        versions.sort_by_key(|version| version.from);
        if self.now == start {
            let first = versions.iter().rev().find(|version| version.from <= start).unwrap_or(&versions[0]);
            self.apply(&first.terms, ChangeMode::Full, ticking, late);
            return;
        }
        if let Some(version) = versions.into_iter().rev().find(|version| version.from == self.now) {
            self.waiting = None;
            if version.mode == ChangeMode::Next && self.main().is_some() {
                self.waiting = Some(&version.terms);
            } else {
                self.apply(&version.terms, version.mode, ticking, late);
            }
        }
        if renews && let Some(terms) = self.waiting.take() {
            self.apply(terms, ChangeMode::Next, ticking, late);
        }
    }

    fn apply(&mut self, terms: &'a Terms, mode: ChangeMode, ticking: &[bool], late: &mut Vec<Late>) {
        let first = self.terms.is_none();
        self.terms = Some(terms);
        let was: Vec<bool> = self.schedules.iter().map(|schedule| schedule.granting).collect();
        for schedule in &mut self.schedules {
            schedule.granting = false;
        }
        for pot in &terms.pots {
            let Some(grant) = pot.grant else { continue };
            let old = (0..was.len()).find(|&one| was[one] && self.schedules[one].pot == pot.name.0);
            let amount = grant.amount.units();
            let fresh = |now| Schedule {
                pot: pot.name.0.clone(),
                amount,
                granting: true,
                cadence: grant.cadence,
                anchor: match grant.cadence {
                    Cadence::Every { anchor, .. } => anchor,
                    Cadence::Once => anchor(now),
                },
                carry: pot.carry,
                refill: grant.mode == GrantMode::RefillTo,
                current: None,
                last: now,
            };
            let Some(old) = old else {
                let mut schedule = fresh(self.now);
                if !first && matches!(mode, ChangeMode::Full | ChangeMode::Both) {
                    schedule.anchor = anchor(self.now);
                } else {
                    schedule.last = self.latest_tick(&schedule);
                }
                let share = self.share(&schedule, amount);
                self.schedules.push(schedule);
                let schedule = self.schedules.len() - 1;
                let amount = if mode == ChangeMode::Prorate && !first { share } else { amount };
                late.push(Late { schedule, amount, how: How::Lot });
                continue;
            };
            let more = (amount - self.schedules[old].amount).max(0);
            let share = self.share(&self.schedules[old], more);
            let both_once = grant.cadence == Cadence::Once && self.schedules[old].cadence == Cadence::Once;
            if mode == ChangeMode::Both && !both_once {
                let mut schedule = fresh(self.now);
                schedule.anchor = anchor(self.now);
                self.schedules.push(schedule);
                late.push(Late { schedule: self.schedules.len() - 1, amount, how: How::Lot });
                continue;
            }
            let kept = self.schedules[old].clone();
            self.schedules[old] = fresh(self.now);
            self.schedules[old].current = kept.current;
            self.schedules[old].last = kept.last;
            if kept.cadence == grant.cadence {
                self.schedules[old].anchor = kept.anchor;
            }
            let now_ticking = ticking.get(old) == Some(&true);
            if mode == ChangeMode::Full && !both_once {
                self.schedules[old].anchor = anchor(self.now);
                self.schedules[old].last = self.now;
            }
            let (amount, how) = match mode {
                _ if both_once => (more, How::Add),
                _ if now_ticking => continue,
                ChangeMode::Full => (amount, How::Lot),
                ChangeMode::Difference => (more, How::Add),
                ChangeMode::UpTo => (amount, How::Fill),
                ChangeMode::Prorate => (share, How::Add),
                ChangeMode::Next | ChangeMode::Both => continue,
            };
            late.push(Late { schedule: old, amount, how });
        }
    }

    fn latest_tick(&self, schedule: &Schedule) -> Instant {
        if schedule.cadence == Cadence::Once {
            return self.now;
        }
        let mut at = self.now;
        while !ticks_at(schedule, at) {
            at -= Duration::hours(1);
        }
        at
    }

    fn share(&self, schedule: &Schedule, amount: i64) -> i64 {
        let Some(next) = self.tick_ahead(schedule, 1) else { return amount };
        let cycle = (next - schedule.last).num_hours();
        let left = (next - self.now).num_hours();
        (2 * amount * left + cycle) / (2 * cycle)
    }
}

fn anchor(at: Instant) -> Anchor {
    Anchor { day: at.date_naive(), time: at.time(), zone: runout_core::Zone::UTC }
}

fn length(cadence: Cadence) -> i64 {
    match cadence {
        Cadence::Once => 0,
        Cadence::Every { every, .. } => {
            let hours = match every.of {
                IntervalUnit::Hour => 1,
                IntervalUnit::Day => 1_000,
                IntervalUnit::Week => 7_000,
                IntervalUnit::Month => 1_000_000,
                IntervalUnit::Year => 12_000_000,
            };
            hours * i64::from(every.count)
        }
    }
}

/// Whether a schedule ticks at an hour.
fn ticks_at(schedule: &Schedule, at: Instant) -> bool {
    let Cadence::Every { every, .. } = schedule.cadence else { return false };
    let anchor = schedule.anchor;
    let count = i64::from(every.count);
    let from = anchor.day.and_time(anchor.time).and_utc();
    let (day, same_time) = (at.date_naive(), at.time() == anchor.time);
    let days = (day - anchor.day).num_days();
    match every.of {
        IntervalUnit::Hour => (at - from).num_hours() % count == 0,
        IntervalUnit::Day => same_time && days % count == 0,
        IntervalUnit::Week => same_time && days % (7 * count) == 0,
        IntervalUnit::Month | IntervalUnit::Year => {
            let count = if every.of == IntervalUnit::Year { 12 * count } else { count };
            let months =
                i64::from(day.year() - anchor.day.year()) * 12 + i64::from(day.month()) - i64::from(anchor.day.month());
            let last = (28..=31).rev().find(|&last| day.with_day(last).is_some()).expect("a last day");
            same_time && months % count == 0 && day.day() == anchor.day.day().min(last)
        }
    }
}

/// A wall-clock distance later, in UTC.
fn after(at: Instant, interval: Interval) -> Instant {
    let count = i64::from(interval.count);
    match interval.of {
        IntervalUnit::Hour => at + Duration::hours(count),
        IntervalUnit::Day => at + Duration::days(count),
        IntervalUnit::Week => at + Duration::days(7 * count),
        IntervalUnit::Month | IntervalUnit::Year => {
            let months = if interval.of == IntervalUnit::Year { 12 * count } else { count };
            let month = i64::from(at.month0()) + months;
            let (year, month) = (at.year() + (month / 12) as i32, (month % 12) as u32);
            let first =
                at.date_naive().with_day(1).and_then(|day| day.with_year(year)).and_then(|day| day.with_month0(month));
            let first = first.expect("a first of the month");
            let day = (1..=at.day()).rev().find_map(|day| first.with_day(day)).expect("a day");
            day.and_hms_opt(at.hour(), 0, 0).expect("an hour").and_utc()
        }
    }
}
