//! A ledger that is slow and obvious: hour by hour, credit by credit. It shares no code with the engine.
//!
//! Everything happens on whole hours, in UTC. A schedule is no formula but a question: does it tick at this hour?

use std::collections::BTreeMap;

use chrono::Duration;
use runout_core::Instant;
use runout_core::facts::{ChangeMode, Entry, EntryId, Fact, Facts, TermsVersion};
use runout_core::ledger::{Edge, LapseKind};
use runout_core::terms::{Anchor, Cadence, Carry, CarryCap, Terms};

/// A lot.
#[derive(Clone, Debug)]
pub(crate) struct Lot {
    pub(crate) id: String,
    pub(crate) pot: String,
    pub(crate) left: i64,
    pub(crate) bought: bool,
    pub(crate) seq: i64,
    pub(crate) born: Instant,
    pub(crate) own_end: Option<Instant>,
    pub(crate) schedule: Option<usize>,
    pub(crate) lived: u32,
    /// Its own life ends at this tick of its schedule, which otherwise leaves it alone.
    pub(crate) ticks: Option<u32>,
    /// It is the cycle's own: it ends with the plan.
    pub(crate) of_cycle: bool,
    /// The bank of the schedule that fills it.
    pub(crate) bank: bool,
    pub(crate) frozen: Option<Instant>,
    pub(crate) held: bool,
    pub(crate) filled: i64,
    pub(crate) gone: Option<LapseKind>,
}

/// Something that ticks, and what a tick does.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    pub(crate) pot: String,
    pub(crate) amount: i64,
    pub(crate) granting: bool,
    /// It granted until the plan lapsed.
    pub(crate) asleep: bool,
    pub(crate) cadence: Cadence,
    pub(crate) anchor: Anchor,
    /// The first tick after a pause, where the anchor moved.
    pub(crate) resumes: Option<Instant>,
    pub(crate) carry: Carry,
    pub(crate) refill: bool,
    pub(crate) current: Option<usize>,
    pub(crate) last: Instant,
}

impl Schedule {
    /// Whether what is left moves into a bank.
    pub(crate) const fn banks(&self) -> bool {
        matches!(self.carry.cap, Some(CarryCap::Bank { .. }))
    }
}

/// One credit that a lot paid.
#[derive(Clone, Debug)]
pub(crate) struct Burned {
    pub(crate) payer: EntryId,
    pub(crate) lot: usize,
    pub(crate) at: Instant,
    pub(crate) back: bool,
    pub(crate) stale: Option<LapseKind>,
    pub(crate) checked: bool,
}

/// How the plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Running,
    Paused(Instant),
    Cancelled,
    Lapsed,
}

/// What a change of terms grants, after the resets of its hour.
pub(crate) struct Late {
    pub(crate) schedule: usize,
    pub(crate) amount: i64,
    pub(crate) how: How,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
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

/// What went in and out of a pot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PotSums {
    pub(crate) granted: i64,
    /// Refunded and gained.
    pub(crate) back: i64,
    pub(crate) moved_in: i64,
    pub(crate) spent: i64,
    pub(crate) unlogged: i64,
    pub(crate) lapsed: i64,
    pub(crate) moved_out: i64,
    pub(crate) closing: i64,
}

/// The slow ledger.
#[derive(Clone)]
pub(crate) struct Model<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) versions: Vec<(Instant, &'a Terms, ChangeMode)>,
    pub(crate) now: Instant,
    pub(crate) state: State,
    pub(crate) terms: Option<&'a Terms>,
    pub(crate) waiting: Option<&'a Terms>,
    /// Terms that began in a pause.
    pub(crate) deferred: Vec<(&'a Terms, ChangeMode)>,
    pub(crate) schedules: Vec<Schedule>,
    pub(crate) lots: Vec<Lot>,
    pub(crate) burned: Vec<Burned>,
    pub(crate) open: Vec<EntryId>,
    pub(crate) forgiven: Vec<EntryId>,
    /// When the plan's running cycle began.
    pub(crate) cycle: Option<Instant>,
    /// The credits that were granted on account, and whether in the running cycle.
    pub(crate) billed: Vec<(EntryId, bool)>,
    pub(crate) gained: Vec<(EntryId, Option<String>)>,
    pub(crate) refunded: Vec<EntryId>,
    pub(crate) amounts: Vec<(EntryId, i64)>,
    pub(crate) doomed: Vec<String>,
    pub(crate) extended: Vec<(String, Instant)>,
    /// Until when a pot's trigger has been used; none: for ever.
    pub(crate) triggered: BTreeMap<String, Option<Instant>>,
    /// What the service bought in the running cycle, in credits and hundredths.
    pub(crate) bought: Vec<(i64, i64)>,
    /// Whether credits have appeared that can pay what is overdrawn.
    pub(crate) appeared: bool,
    pub(crate) sums: Sums,
    pub(crate) pots: BTreeMap<String, PotSums>,
    pub(crate) computed: Vec<(EntryId, i64)>,
}

/// The slow ledger of the facts at an instant.
pub(crate) fn slow(facts: &Facts, until: Instant, edge: Edge) -> Model<'_> {
    let mut model = Model {
        facts,
        versions: versions(&facts.terms),
        now: facts.service.start,
        state: State::Running,
        terms: None,
        waiting: None,
        deferred: Vec::new(),
        schedules: Vec::new(),
        lots: Vec::new(),
        burned: Vec::new(),
        open: Vec::new(),
        forgiven: Vec::new(),
        cycle: None,
        billed: Vec::new(),
        gained: Vec::new(),
        refunded: Vec::new(),
        amounts: Vec::new(),
        doomed: Vec::new(),
        extended: Vec::new(),
        triggered: BTreeMap::new(),
        bought: Vec::new(),
        appeared: false,
        sums: Sums::default(),
        pots: BTreeMap::new(),
        computed: Vec::new(),
    };
    while model.now <= until {
        model.calendar();
        if model.now < until || edge == Edge::After {
            model.log();
        }
        model.now += Duration::hours(1);
    }
    model.now = until;
    model
}

/// The versions by date; a correction stands in the place of the one before it.
fn versions(terms: &[TermsVersion]) -> Vec<(Instant, &Terms, ChangeMode)> {
    let mut sorted: Vec<_> = terms.iter().collect();
    sorted.sort_by_key(|version| version.from);
    let mut versions: Vec<(Instant, &Terms, ChangeMode)> = Vec::new();
    for version in sorted {
        match versions.last_mut() {
            Some(before) if version.mode == ChangeMode::Replace => before.1 = &version.terms,
            _ => versions.push((version.from, &version.terms, version.mode)),
        }
    }
    versions
}

impl<'a> Model<'a> {
    /// What lies in lots that are not frozen.
    pub(crate) fn there(&self) -> i64 {
        self.lots.iter().filter(|lot| lot.frozen.is_none()).map(|lot| lot.left).sum()
    }

    /// What is left: without what is frozen, or withheld today.
    pub(crate) fn left(&self) -> i64 {
        let mut pots: BTreeMap<&str, i64> = BTreeMap::new();
        for lot in self.lots.iter().filter(|lot| lot.frozen.is_none()) {
            *pots.entry(&lot.pot).or_default() += lot.left;
        }
        pots.into_iter().map(|(pot, left)| left.min(self.room(pot))).sum()
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

    pub(crate) fn entries(&self) -> Vec<&'a Entry> {
        let mut entries: Vec<&Entry> = self.facts.entries.iter().filter(|entry| entry.at == self.now).collect();
        entries.sort_by_key(|entry| entry.id);
        entries
    }

    pub(crate) fn fact(&self, id: EntryId) -> Option<&'a Fact> {
        self.facts.entries.iter().find(|entry| entry.id == id).map(|entry| &entry.fact)
    }

    /// The sums of a pot, to be changed.
    pub(crate) fn of_pot(&mut self, pot: &str) -> &mut PotSums {
        self.pots.entry(pot.to_owned()).or_default()
    }

    /// The sums of the pots, with what is in them now.
    pub(crate) fn pot_sums(&self) -> BTreeMap<String, PotSums> {
        let mut pots = self.pots.clone();
        for lot in &self.lots {
            pots.entry(lot.pot.clone()).or_default().closing += lot.left;
        }
        pots.retain(|_, sums| *sums != PotSums::default());
        pots
    }
}
