//! Where a lot goes and how long it lives, where the entry that makes it does not say.

use super::{Course, LAST, LotRule, Pot, Window};
use crate::Instant;
use crate::calendar::moved;
use crate::facts::{EntryId, LotEnd, LotId, TermsVersion};
use crate::ledger::clock::{ClockNumber, Gives};
use crate::ledger::lot::Hold;
use crate::ledger::pool::Slot;
use crate::terms::{Life, PotName, Terms};

/// A lot's own end, and the clock that it hangs on.
pub(super) type LotLife = (Option<Instant>, Option<(ClockNumber, Hold)>);

impl Window {
    /// Credits in it end with it.
    fn life(&self) -> LotLife {
        (Some(self.until).filter(|&until| until < Instant::MAX_UTC), None)
    }
}

impl Course {
    /// The terms in force.
    pub(crate) fn terms(&self) -> Option<&Terms> {
        self.versions.get(self.in_force?).map(|version| &version.terms)
    }

    /// The versions of the terms, corrections included, and the place of the one in force.
    pub(crate) fn versions(&self) -> (&[TermsVersion], Option<usize>) {
        (&self.versions, self.in_force)
    }

    /// A pot's place, if it has one.
    pub(crate) fn place_of(&self, name: &PotName) -> Option<u16> {
        let place = self.pots.iter().position(|pot| pot.name == *name)?;
        u16::try_from(place).ok()
    }

    /// A pot's place; one that the terms do not name is added, and burns last.
    pub(crate) fn intern(&mut self, name: &PotName) -> u16 {
        if let Some(place) = self.place_of(name) {
            return place;
        }
        self.pots.push(Pot { name: name.clone(), rank: LAST, place: u16::MAX });
        u16::try_from(self.pots.len() - 1).unwrap_or(u16::MAX)
    }

    /// The pot that an entry names, or that of the top-ups.
    pub(super) fn pot_of(&mut self, named: Option<&PotName>) -> u16 {
        let name = named.cloned().unwrap_or_else(|| top_up_pot(self.terms()));
        self.intern(&name)
    }

    /// The clock on which the plan fills a pot.
    pub(crate) fn clock_of(&self, pot: u16) -> Option<ClockNumber> {
        self.clocks.iter().position(|clock| matches!(clock.gives, Gives::Lot { pot: filled, .. } if filled == pot))
    }

    /// The life of a lot that begins at `at`: as its entry says, or its pot's own.
    pub(super) fn life_of(&self, end: Option<LotEnd>, pot: u16, at: Instant) -> LotLife {
        match end {
            Some(LotEnd::At(until)) => (Some(until), None),
            Some(LotEnd::After(life)) => self.lives(life, at),
            None => self.own_life(pot, at),
        }
    }

    /// The life of the lots that the terms put into a pot.
    fn own_life(&self, pot: u16, at: Instant) -> LotLife {
        let top_ups = self.terms().and_then(|terms| terms.top_ups.as_ref());
        if let Some(top_ups) = top_ups.filter(|top_ups| self.pots[usize::from(pot)].name == top_ups.pot) {
            return self.lives(top_ups.life, at);
        }
        let Some(number) = self.clock_of(pot) else { return (None, None) };
        let clock = &self.clocks[number];
        let until = clock.cut.lives.map(|lives| moved(at, clock.anchor.zone, lives));
        (until, Some((number, Hold::Plan { born: clock.ticks })))
    }

    pub(super) fn lives(&self, life: Life, at: Instant) -> LotLife {
        match life {
            Life::Forever => (None, None),
            Life::For(interval) => (Some(moved(at, self.zone, interval)), None),
            Life::UntilRenewal => self.until_renewal(1),
            Life::Cycles(cycles) => self.until_renewal(cycles.max(1)),
            Life::FromRenewal(interval) => {
                let begun = self.main_clock().map_or(at, |main| main.last);
                (Some(moved(begun, self.zone, interval)), None)
            }
        }
    }

    fn until_renewal(&self, cycles: u32) -> LotLife {
        let until = |number: ClockNumber| (number, Hold::UntilTick(self.clocks[number].ticks + cycles));
        (None, self.main.map(until))
    }

    /// Begins the empty lot that takes what a check found beyond the ledger: in the pot that it names, or else in the
    /// one whose credits end soonest, with that pot's own life, or to the end of the period in which a spend calls for them;
    /// where that would be over already, until the renewal.
    pub(crate) fn begin_adjustment(
        &mut self,
        check: EntryId,
        named: Option<&PotName>,
        windows: &[Window],
        at: Instant,
    ) -> Slot {
        let pot = match named {
            Some(name) => self.intern(name),
            None => self.soonest_pot(windows, at),
        };
        let window = windows.iter().find(|window| window.pot == pot);
        let own = window.map_or_else(|| self.own_life(pot, at), Window::life);
        let (until, clock) = if own.0.is_some_and(|until| until <= at) { self.until_renewal(1) } else { own };
        let id = LotId(format!("c{}", check.0));
        let (amount, bought, refill, carried) = (0, false, None, None);
        let rule = LotRule {
            id,
            pot,
            amount,
            bought,
            seq: check.0,
            entry: Some(check),
            starts: at,
            until,
            clock,
            with_plan: false,
            refill,
            carried,
        };
        self.begin(&rule)
    }

    fn soonest_pot(&mut self, windows: &[Window], at: Instant) -> u16 {
        let names: Vec<PotName> =
            self.terms().map(|terms| terms.pots.iter().map(|pot| pot.name.clone()).collect()).unwrap_or_default();
        let places: Vec<u16> = names.iter().map(|name| self.intern(name)).collect();
        let soonest = places.iter().copied().min_by_key(|&pot| {
            let window = windows.iter().find(|window| window.pot == pot && window.is_open);
            let (until, clock) = window.map_or_else(|| self.own_life(pot, at), Window::life);
            let by_clock = clock.and_then(|(number, hold)| self.takes_at(number, hold));
            let end = [until, by_clock].into_iter().flatten().min();
            (end.unwrap_or(Instant::MAX_UTC), self.pots[usize::from(pot)].rank)
        });
        match soonest {
            Some(pot) => pot,
            None => self.pot_of(None),
        }
    }

    fn takes_at(&self, number: ClockNumber, hold: Hold) -> Option<Instant> {
        let clock = &self.clocks[number];
        match hold {
            Hold::Plan { .. } if clock.cut.clips() => clock.next,
            Hold::Plan { .. } => clock.ahead(clock.cut.age?),
            Hold::UntilTick(tick) => clock.ahead(tick.saturating_sub(clock.ticks)),
            Hold::Clamp { .. } => None,
        }
    }
}

/// The pot that bought lots go into.
pub(crate) fn top_up_pot(terms: Option<&Terms>) -> PotName {
    let named = terms.and_then(|terms| terms.top_ups.as_ref()).map(|top_ups| top_ups.pot.clone());
    named.unwrap_or_else(|| PotName("Top-ups".to_owned()))
}
