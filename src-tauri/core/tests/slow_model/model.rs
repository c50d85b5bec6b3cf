//! A ledger that is slow and obvious: hour by hour, credit by credit. It shares no code with the engine.
//!
//! Everything happens on whole hours, in UTC. A schedule is no formula but a question: does it tick at this hour?

use chrono::Duration;
use runout_core::Instant;
use runout_core::facts::{Entry, EntryId, Facts};
use runout_core::ledger::{Edge, LapseKind};
use runout_core::terms::{Anchor, Cadence, Carry, Terms};

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
    pub(crate) until_next_tick: bool,
    pub(crate) filled: i64,
    pub(crate) gone: Option<LapseKind>,
}

/// Something that ticks, and what a tick does.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    pub(crate) pot: String,
    pub(crate) amount: i64,
    pub(crate) granting: bool,
    pub(crate) cadence: Cadence,
    pub(crate) anchor: Anchor,
    pub(crate) carry: Carry,
    pub(crate) refill: bool,
    pub(crate) current: Option<usize>,
    pub(crate) last: Instant,
}

/// One credit that a lot paid.
#[derive(Clone, Debug)]
pub(crate) struct Burned {
    pub(crate) payer: EntryId,
    pub(crate) lot: usize,
    pub(crate) back: bool,
    pub(crate) stale: Option<LapseKind>,
    pub(crate) checked: bool,
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

/// The slow ledger.
pub(crate) struct Model<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) now: Instant,
    pub(crate) terms: Option<&'a Terms>,
    pub(crate) waiting: Option<&'a Terms>,
    pub(crate) schedules: Vec<Schedule>,
    pub(crate) lots: Vec<Lot>,
    pub(crate) burned: Vec<Burned>,
    pub(crate) open: Vec<EntryId>,
    pub(crate) forgiven: Vec<EntryId>,
    pub(crate) gained: Vec<EntryId>,
    pub(crate) refunded: Vec<EntryId>,
    pub(crate) amounts: Vec<(EntryId, i64)>,
    pub(crate) doomed: Vec<String>,
    pub(crate) extended: Vec<(String, Instant)>,
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
        extended: Vec::new(),
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

    pub(crate) fn entries(&self) -> Vec<&'a Entry> {
        let mut entries: Vec<&Entry> = self.facts.entries.iter().filter(|entry| entry.at == self.now).collect();
        entries.sort_by_key(|entry| entry.id);
        entries
    }
}
