//! Runs a vector through the ledger and says where it misses.

use runout_core::calendar::{Span, anchor_at, nth_span, number_at};
use runout_core::facts::{EntryId, LotId};
use runout_core::ledger::Edge;
use runout_core::ledger::primitive::{
    Opening, Script, ScriptCycle, ScriptLot, ScriptRefund, ScriptReset, ScriptSpend, Standing,
};
use runout_core::terms::Anchor;
use runout_core::{Instant, Zone};

use super::read::{Balance, Boundaries, Expected, Grant, Reset, Schedule, Vector};

/// What a vector expects and the ledger does not say; empty where it holds.
pub(crate) fn misses(vector: &Vector) -> Vec<String> {
    let mut misses = Misses(Vec::new());
    match vector {
        Vector::Balance(vector) => balance(vector, &mut misses),
        Vector::BurnOrder { grants, expected_order, .. } => {
            let script = Script { lots: lots(grants), ..empty("2000-01-01T00:00:00Z") };
            let order: Vec<&str> = script.burn_order().into_iter().map(|id| id.0.as_str()).collect();
            misses.hold("order", order, expected_order.iter().map(String::as_str).collect());
        }
        Vector::Boundaries(vector) => boundaries(vector, &mut misses),
        Vector::Period { anchor, every, at, tz, expected, .. } => {
            let (anchor, every) = (anchored(anchor, tz.as_deref()), span(every));
            let n = number_at(&anchor, every, instant(at));
            let found = [nth_span(&anchor, every, n), nth_span(&anchor, every, n + 1)];
            misses.hold("period", found, expected.each_ref().map(|at| instant(at)));
        }
        Vector::AddInterval { from, interval, tz, expected, .. } => {
            let found = nth_span(&anchored(from, tz.as_deref()), span(interval), 1);
            misses.hold("sum", found, instant(expected));
        }
    }
    misses.0
}

struct Misses(Vec<String>);

impl Misses {
    fn hold<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, found: T, expected: T) {
        if found != expected {
            self.0.push(format!("{what}: {found:?}, expected {expected:?}"));
        }
    }

    fn hold_if<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, found: T, expected: Option<T>) {
        if let Some(expected) = expected {
            self.hold(what, found, expected);
        }
    }
}

/// Each query is asked of the whole run, of a run cut where the vector says, and of one cut at every query before it.
fn balance(vector: &Balance, misses: &mut Misses) {
    let whole = script(vector);
    let mut cuts: Vec<Vec<Instant>> = vec![Vec::new()];
    if !vector.split_at.is_empty() {
        cuts.push(vector.split_at.iter().map(|at| instant(at)).collect());
    }
    if vector.refunds.is_empty() {
        cuts.extend(vector.queries.iter().map(|query| vec![instant(&query.at)]));
    }
    for cuts in cuts {
        for query in &vector.queries {
            let at = instant(&query.at);
            let mut script = whole.clone();
            let mut before = (0, 0, 0);
            for &cut in cuts.iter().filter(|&&cut| cut <= at && cut > whole.start) {
                let standing = script.at(cut, Edge::Opening).expect("a standing");
                before = (before.0 + standing.expired, before.1 + standing.voided, before.2 + standing.forfeited);
                script = script.cut_at(cut).expect("a cut");
            }
            let mut standing = script.at(at, Edge::Opening).expect("a standing");
            standing.expired += before.0;
            standing.voided += before.1;
            standing.forfeited += before.2;
            let label = format!("at {} (cut at {cuts:?})", query.at);
            compare(&label, &script, &standing, &query.expected, cuts.is_empty(), misses);
        }
    }
}

fn compare(label: &str, script: &Script, standing: &Standing, expected: &Expected, uncut: bool, misses: &mut Misses) {
    for (id, &amount) in expected.grants.iter().flatten() {
        let place = script.lots.iter().position(|lot| lot.id.0 == *id).expect("a grant of the vector");
        misses.hold(&format!("{label}: {id}"), standing.left[place], amount);
    }
    misses.hold_if(&format!("{label}: total"), standing.total, expected.total);
    misses.hold_if(&format!("{label}: overage"), standing.overdrawn, expected.overage);
    misses.hold_if(&format!("{label}: usage"), standing.used, expected.usage_in_period);
    misses.hold_if(&format!("{label}: covered"), standing.covered, expected.covered_in_period);
    let available = standing.total + standing.covered;
    misses.hold_if(&format!("{label}: available"), available, expected.available_in_period);
    if uncut {
        let start = standing.cycles.last().copied();
        misses.hold_if(&format!("{label}: start"), start, expected.period_start.as_deref().map(|at| Some(instant(at))));
    }
    let end = expected.period_end.as_deref().map(|at| Some(instant(at)));
    misses.hold_if(&format!("{label}: end"), standing.cycle_end, end);
    for (kind, &amount) in &expected.lost {
        let lost = match kind.as_str() {
            "expired" => standing.expired,
            "voided" => standing.voided,
            "forfeited" => standing.forfeited,
            other => panic!("a loss of an unknown kind: {other}"),
        };
        misses.hold(&format!("{label}: lost, {kind}"), lost, amount);
    }
}

fn boundaries(vector: &Boundaries, misses: &mut Misses) {
    let cycle = vector.reset_schedule.as_ref().map(cycle);
    let script = Script { cycle, resets: resets(&vector.resets, cycle), ..empty(&vector.start) };
    let standing = script.at(instant(&vector.to), Edge::Opening).expect("a standing");
    let from = instant(&vector.from);
    let found: Vec<Instant> = standing.cycles.into_iter().filter(|&at| at >= from).collect();
    misses.hold("boundaries", found, vector.expected.iter().map(|at| instant(at)).collect());
}

fn script(vector: &Balance) -> Script {
    let cycle = vector.reset_schedule.as_ref().map(cycle);
    let spends = vector.usage.iter().enumerate().map(|(place, usage)| ScriptSpend {
        id: number(place),
        at: instant(&usage.at),
        amount: usage.amount,
    });
    let refunds = vector.refunds.iter().enumerate().map(|(place, refund)| {
        let of = vector.usage.iter().position(|usage| usage.id.as_deref() == Some(&refund.of)).expect("a spend");
        let id = number(vector.usage.len() + place);
        ScriptRefund { id, of: number(of), at: instant(&refund.at), amount: refund.amount }
    });
    let left = vector.starting_balances.as_ref();
    let opening = Opening {
        left: left.map(|left| left.iter().map(|(id, &left)| (LotId(id.clone()), left)).collect()),
        overdrawn: vector.starting_overage,
        used: vector.starting_usage_in_period,
        covered: vector.starting_covered_in_period,
    };
    Script {
        lots: lots(&vector.grants),
        cycle,
        resets: resets(&vector.resets, cycle),
        spends: spends.collect(),
        refunds: refunds.collect(),
        opening,
        ..empty(&vector.start)
    }
}

fn empty(start: &str) -> Script {
    Script {
        start: instant(start),
        lots: Vec::new(),
        cycle: None,
        resets: Vec::new(),
        spends: Vec::new(),
        refunds: Vec::new(),
        opening: Opening::default(),
    }
}

fn lots(grants: &[Grant]) -> Vec<ScriptLot> {
    let lot = |(place, grant): (usize, &Grant)| ScriptLot {
        id: LotId(grant.id.clone()),
        amount: grant.amount,
        priority: grant.priority,
        seq: grant.seq.unwrap_or(place as i64),
        from: instant(&grant.effective_at),
        until: grant.expires_at.as_deref().map(instant),
        voided: grant.voided_at.as_deref().map(instant),
        keeps: (grant.rollover.min, grant.rollover.max),
        refill: grant.recurrence.as_ref().map(|schedule| {
            let cycle = cycle(schedule);
            (cycle.anchor, cycle.every)
        }),
    };
    grants.iter().enumerate().map(lot).collect()
}

fn cycle(schedule: &Schedule) -> ScriptCycle {
    let anchor = anchored(&schedule.anchor, schedule.tz.as_deref());
    ScriptCycle { anchor, every: span(&schedule.every), keeps_overdrawn: schedule.preserve_overage }
}

fn resets(resets: &[Reset], cycle: Option<ScriptCycle>) -> Vec<ScriptReset> {
    let zone = cycle.map_or(Zone::UTC, |cycle| cycle.anchor.zone);
    let reset = |reset: &Reset| ScriptReset {
        at: instant(&reset.at),
        keeps_overdrawn: reset.preserve_overage,
        moves_anchor: reset.reanchor,
        anchor: reset.move_anchor_to.as_deref().map(|at| anchor_at(instant(at), zone)),
        every: reset.every.as_deref().map(span),
    };
    resets.iter().map(reset).collect()
}

fn number(place: usize) -> EntryId {
    EntryId(place as i64)
}

fn instant(text: &str) -> Instant {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn anchored(at: &str, tz: Option<&str>) -> Anchor {
    let zone = tz.map_or(Zone::UTC, |tz| tz.parse().unwrap_or_else(|error| panic!("{tz}: {error}")));
    anchor_at(instant(at), zone)
}

/// `P1Y2M10DT5H30M45S`, `P1W`.
fn span(text: &str) -> Span {
    let mut span = Span::default();
    let (mut number, mut time) = (String::new(), false);
    for letter in text.chars().skip(1) {
        let count = number.parse::<i64>().unwrap_or(0);
        match letter {
            '0'..='9' | '-' => number.push(letter),
            'T' => time = true,
            'Y' => span.months += 12 * count,
            'M' if !time => span.months += count,
            'W' => span.days += 7 * count,
            'D' => span.days += count,
            'H' => span.seconds += 3_600 * count,
            'M' => span.seconds += 60 * count,
            'S' => span.seconds += count,
            other => panic!("{text}: {other}"),
        }
        if letter.is_ascii_alphabetic() {
            number.clear();
        }
    }
    span
}
