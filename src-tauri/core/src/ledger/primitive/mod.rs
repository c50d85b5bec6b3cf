//! The ledger's rules in their plainest form: lots with priorities, ends and refills, resets, spends and refunds.
//!
//! No plan and no entries: a script states each lot by itself, and runs through the same calendar, the same books and
//! the same inner step as a log under its terms. This is the form in which other credit ledgers can be compared.

use super::LedgerError;
mod script;

use super::answers::{Edge, LapseKind};
use super::clock::{Clock, ClockNumber};
use super::course::{ByHand, Course, Happening, LotRule};
use super::limits::NO_ACTION;
use super::log::{Flow, FlowKind, Log, LoggedSpend};
use super::lot::Hold;
use super::replay::{Detail, Replay};
use crate::calendar::anchor_at;
use crate::facts::LotId;
use crate::terms::PotName;
use crate::{Instant, Zone};

pub use script::{Opening, Script, ScriptCycle, ScriptLot, ScriptRefund, ScriptReset, ScriptSpend, Standing};

/// The clock that resets every lot.
const RESETS: ClockNumber = 0;

impl Script {
    /// How it stands at an instant.
    ///
    /// # Errors
    /// [`LedgerError`] where a sum is beyond 10^15.
    pub fn at(&self, at: Instant, edge: Edge) -> Result<Standing, LedgerError> {
        let (log, mut replay) = self.replay();
        replay.run(&log, at, edge, &[])?;
        Ok(self.standing(&replay))
    }

    /// The script that goes on from the opening of `at`, knowing only the state there.
    ///
    /// # Errors
    /// [`LedgerError`] as for [`Script::at`].
    pub fn cut_at(&self, at: Instant) -> Result<Self, LedgerError> {
        let standing = self.at(at, Edge::Opening)?;
        let ids = self.lots.iter().map(|lot| lot.id.clone());
        let opening = Opening {
            left: Some(ids.zip(standing.left).collect()),
            overdrawn: standing.overdrawn,
            used: standing.used,
            covered: standing.covered,
        };
        let keeps_overdrawn = self.cycle.is_some_and(|cycle| cycle.keeps_overdrawn);
        let cycle = standing.schedule.map(|(anchor, every)| ScriptCycle { anchor, every, keeps_overdrawn });
        Ok(Self { start: at, opening, cycle, ..self.clone() })
    }

    /// The lots' names in the order in which they burn, whether they have begun or not.
    pub fn burn_order(&self) -> Vec<&LotId> {
        let mut lots: Vec<&ScriptLot> = self.lots.iter().collect();
        lots.sort_by_key(|lot| (lot.key(), &lot.id));
        lots.into_iter().map(|lot| &lot.id).collect()
    }

    fn replay(&self) -> (Log, Replay) {
        let mut course = Course::new(Zone::UTC, Vec::new(), self.happenings());
        let anchor = self.cycle.map_or_else(|| anchor_at(self.start, Zone::UTC), |cycle| cycle.anchor);
        let clock = Clock::new(anchor, self.cycle.map(|cycle| cycle.every), self.start);
        course.rule_by(clock, self.cycle.is_some_and(|cycle| cycle.keeps_overdrawn));
        for lot in &self.lots {
            let pot = course.intern(&pot_of(lot.priority));
            course.pots[usize::from(pot)].rank = u32::from(lot.priority);
        }
        let log = self.log();
        let mut replay = Replay::new(course, &log, Detail::EachSpend);
        let Opening { overdrawn, used, covered, .. } = self.opening;
        replay.open_with(self.start, overdrawn, used, covered);
        (log, replay)
    }

    fn log(&self) -> Log {
        let spends = self.spends.iter().filter(|spend| spend.at >= self.start).map(|spend| {
            let ScriptSpend { id, at, amount } = *spend;
            LoggedSpend { at, id, amount, action: NO_ACTION }
        });
        let refunds = self.refunds.iter().filter(|refund| refund.at >= self.start).map(|refund| {
            let what = FlowKind::Refund(refund.of, refund.amount);
            Flow { at: refund.at, id: refund.id, what }
        });
        Log::sorted(Zone::UTC, self.start, spends.collect(), refunds.collect())
    }

    fn happenings(&self) -> Vec<(Instant, Happening)> {
        let mut places: Vec<u16> = self.lots.iter().map(|lot| lot.priority).collect();
        let mut seen = Vec::new();
        places.retain(|priority| {
            !seen.contains(priority) && {
                seen.push(*priority);
                true
            }
        });
        let resets = self.resets.iter().filter(|reset| reset.at > self.start).map(|reset| {
            let by_hand = ByHand {
                moves_anchor: reset.moves_anchor,
                anchor: reset.anchor,
                every: reset.every,
                keeps_overdrawn: Some(reset.keeps_overdrawn),
            };
            (reset.at, Happening::Renew(by_hand))
        });
        let mut happenings: Vec<_> = resets.collect();
        for lot in &self.lots {
            if let Some(voided) = lot.voided {
                happenings.push((voided.max(self.start), Happening::Void(lot.id.clone())));
            }
            let pot = places.iter().position(|&priority| priority == lot.priority).unwrap_or(0);
            happenings.push((lot.from.max(self.start), Happening::Begin(Box::new(self.rule(lot, pot)))));
        }
        happenings
    }

    fn rule(&self, lot: &ScriptLot, pot: usize) -> LotRule {
        let left = self.opening.left.as_ref().filter(|_| lot.from <= self.start);
        let carried = left.map(|left| left.iter().find(|(id, _)| *id == lot.id).map_or(0, |&(_, left)| left));
        LotRule {
            id: lot.id.clone(),
            pot: u16::try_from(pot).unwrap_or(u16::MAX),
            amount: lot.amount,
            bought: false,
            seq: lot.seq,
            entry: None,
            starts: lot.from,
            until: lot.until,
            clock: Some((RESETS, Hold::Clamp { min: lot.keeps.0, max: lot.keeps.1 })),
            with_plan: false,
            refill: lot.refill,
            carried,
        }
    }

    fn standing(&self, replay: &Replay) -> Standing {
        let pool = &replay.books.pool;
        let left = |lot: &ScriptLot| replay.course.slot_of(&lot.id).map_or(0, |slot| pool.left(slot));
        let (used, covered) = replay.books.in_cycle();
        let lapsed = |kind: LapseKind| units(replay.books.sums.whole.lapsed[kind as usize]);
        let clock = replay.course.main_clock();
        Standing {
            left: self.lots.iter().map(left).collect(),
            total: pool.total(),
            overdrawn: pool.overdrawn(),
            used: units(used),
            covered: units(covered),
            expired: lapsed(LapseKind::Expired),
            voided: lapsed(LapseKind::Voided),
            forfeited: lapsed(LapseKind::AtReset) + lapsed(LapseKind::ByRefill),
            cycles: replay.cycles.clone(),
            cycle_end: clock.and_then(|clock| clock.next),
            schedule: clock.and_then(|clock| Some((clock.anchor, clock.every?))),
        }
    }
}

fn pot_of(priority: u16) -> PotName {
    PotName(priority.to_string())
}

fn units(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(i64::MAX)
}
