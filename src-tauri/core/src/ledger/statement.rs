//! What went in and what went out between two instants.

use super::books::{Snapshot, Sum};
use super::course::Course;
use super::log::Log;
use super::replay::{Detail, Replay};
use super::{Cycle, Edge, LapseKind, LedgerError};
use crate::Instant;
use crate::credits::{Credits, TooLarge};
use crate::facts::Facts;
use crate::terms::PotName;

/// What lapsed, by its kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lapsed {
    /// Lots that came to their end, at a renewal too.
    pub expired: Credits,
    /// Lots that were ended by hand.
    pub voided: Credits,
    /// What resets did not keep.
    pub at_reset: Credits,
    /// What a cap on the total cut from a grant.
    pub at_grant: Credits,
    /// What refills forfeited.
    pub by_refill: Credits,
}

/// opening + granted + refunded + gained + forgiven = spent + unlogged + lapsed + closing, to the unit.
///
/// The edge of a range lies between losing and gaining: what ends, is reset or is forfeited at T closes the older
/// range; what is granted at T, and what it pays off, opens the newer one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Where it begins.
    pub from: Instant,
    /// Where it ends, exclusive.
    pub to: Instant,
    /// left − overdrawn where it begins.
    pub opening: Credits,
    /// What the plan and the entries granted, and what resets added to reach a minimum.
    pub granted: Credits,
    /// What of that was granted on account, and billed; below 0 where a refund took an earlier range's off the bill.
    pub billed: Credits,
    /// What came back for spends.
    pub refunded: Credits,
    /// What checks found beyond the ledger; below 0 where a refund explained an earlier range's gain.
    pub gained: Credits,
    /// What renewals forgave; below 0 where a refund took back what an earlier range forgave.
    pub forgiven: Credits,
    /// Spent.
    pub spent: Credits,
    /// What checks found missing.
    pub unlogged: Credits,
    /// What lapsed, all kinds together.
    pub lapsed: Credits,
    /// What lapsed, by kind.
    pub lapsed_by: Lapsed,
    /// left − overdrawn where it ends.
    pub closing: Credits,
    /// The same per pot, without what nothing covered.
    pub pots: Vec<PotStatement>,
}

/// A pot's statement:
/// opening + granted + refunded + gained + moved in = spent + unlogged + lapsed + moved out + closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PotStatement {
    /// The pot.
    pub pot: PotName,
    /// Left where the range begins.
    pub opening: Credits,
    /// Granted.
    pub granted: Credits,
    /// Refunded.
    pub refunded: Credits,
    /// Gained.
    pub gained: Credits,
    /// Moved in from another pot.
    pub moved_in: Credits,
    /// Spent: dated where its lots paid, so the payment of what was overdrawn counts when it is paid.
    pub spent: Credits,
    /// Unlogged.
    pub unlogged: Credits,
    /// Lapsed, all kinds together.
    pub lapsed: Credits,
    /// Moved out to another pot.
    pub moved_out: Credits,
    /// Left where the range ends.
    pub closing: Credits,
}

/// The statement of `[from, to)`.
///
/// # Errors
/// [`LedgerError`] as for a replay.
pub fn statement(facts: &Facts, from: Instant, to: Instant) -> Result<Statement, LedgerError> {
    let log = Log::of(facts);
    let mut replay = Replay::under(&log, &facts.terms, Detail::EachSpend)?;
    let edges = [from, to.max(from)];
    let noted = replay.run(&log, edges[1], Edge::Opening, &edges)?;
    between(&replay.course, (from, &noted[0]), (edges[1], &noted[1]))
}

/// The statements between each two neighbours of `edges` (ascending), in one replay.
///
/// # Errors
/// [`LedgerError`] as for a replay.
pub fn statements(facts: &Facts, edges: &[Instant]) -> Result<Vec<Statement>, LedgerError> {
    let Some(&last) = edges.last() else { return Ok(Vec::new()) };
    let log = Log::of(facts);
    let mut replay = Replay::under(&log, &facts.terms, Detail::EachSpend)?;
    let noted = replay.run(&log, last, Edge::Opening, edges)?;
    let marks: Vec<_> = edges.iter().copied().zip(&noted).collect();
    marks.windows(2).map(|pair| between(&replay.course, pair[0], pair[1])).collect()
}

/// The cycles from the book's start to the running one, oldest first; empty without a schedule.
///
/// # Errors
/// [`LedgerError`] as for a replay.
pub fn cycles(facts: &Facts, now: Instant) -> Result<Vec<Cycle>, LedgerError> {
    Ok(super::replay(facts, now, Edge::After)?.cycles().to_vec())
}

type Mark<'a> = (Instant, &'a Snapshot);

fn between(course: &Course, from: Mark<'_>, to: Mark<'_>) -> Result<Statement, LedgerError> {
    let moved = sum_between(&from.1.sums.whole, &to.1.sums.whole);
    let names = course.pots.iter().enumerate();
    let pots = names.map(|(place, pot)| pot_between(place, &pot.name, from.1, to.1)).collect::<Result<Vec<_>, _>>()?;
    Ok(Statement {
        from: from.0,
        to: to.0,
        opening: Credits::new(from.1.balance)?,
        granted: credits(moved.granted)?,
        billed: credits(moved.billed)?,
        refunded: credits(moved.refunded)?,
        gained: credits(moved.gained)?,
        forgiven: credits(moved.forgiven)?,
        spent: credits(moved.spent)?,
        unlogged: credits(moved.unlogged)?,
        lapsed: credits(moved.lapsed.iter().sum())?,
        lapsed_by: lapsed_by(&moved)?,
        closing: Credits::new(to.1.balance)?,
        pots: pots.into_iter().flatten().collect(),
    })
}

/// A pot's own; none where it had nothing and nothing happened in it.
fn pot_between(
    place: usize,
    name: &PotName,
    from: &Snapshot,
    to: &Snapshot,
) -> Result<Option<PotStatement>, LedgerError> {
    let none = Sum::default();
    let moved = sum_between(from.sums.pots.get(place).unwrap_or(&none), to.sums.pots.get(place).unwrap_or(&none));
    let left = |snapshot: &Snapshot| Credits::new(snapshot.left.get(place).copied().unwrap_or(0));
    let (opening, closing) = (left(from)?, left(to)?);
    if moved == none && opening.is_zero() && closing.is_zero() {
        return Ok(None);
    }
    Ok(Some(PotStatement {
        pot: name.clone(),
        opening,
        granted: credits(moved.granted)?,
        refunded: credits(moved.refunded)?,
        gained: credits(moved.gained)?,
        moved_in: credits(moved.moved_in)?,
        spent: credits(moved.spent)?,
        unlogged: credits(moved.unlogged)?,
        lapsed: credits(moved.lapsed.iter().sum())?,
        moved_out: credits(moved.moved_out)?,
        closing,
    }))
}

fn sum_between(from: &Sum, to: &Sum) -> Sum {
    Sum {
        granted: to.granted - from.granted,
        billed: to.billed - from.billed,
        refunded: to.refunded - from.refunded,
        gained: to.gained - from.gained,
        forgiven: to.forgiven - from.forgiven,
        spent: to.spent - from.spent,
        unlogged: to.unlogged - from.unlogged,
        lapsed: std::array::from_fn(|kind| to.lapsed[kind] - from.lapsed[kind]),
        moved_in: to.moved_in - from.moved_in,
        moved_out: to.moved_out - from.moved_out,
    }
}

fn lapsed_by(moved: &Sum) -> Result<Lapsed, LedgerError> {
    let kind = |kind: LapseKind| credits(moved.lapsed[kind as usize]);
    Ok(Lapsed {
        expired: kind(LapseKind::Expired)?,
        voided: kind(LapseKind::Voided)?,
        at_reset: kind(LapseKind::AtReset)?,
        at_grant: kind(LapseKind::AtGrant)?,
        by_refill: kind(LapseKind::ByRefill)?,
    })
}

fn credits(units: i128) -> Result<Credits, LedgerError> {
    Ok(Credits::new(i64::try_from(units).map_err(|_| TooLarge)?)?)
}
