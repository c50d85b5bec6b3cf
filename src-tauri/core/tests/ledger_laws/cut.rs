//! A history that is cut anywhere and resumed from its state alone goes on as if it had not been cut.

use chrono_tz::UTC;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use runout_core::calendar::{Span, anchor_at};
use runout_core::facts::{EntryId, LotId};
use runout_core::ledger::Edge;
use runout_core::ledger::primitive::{Opening, Script, ScriptCycle, ScriptLot, ScriptReset, ScriptSpend};

use super::worlds::{at, seed};

const HOURS: i64 = 24 * 20;

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        Just(Span { months: 1, ..Span::default() }),
        (1..5_i64).prop_map(|days| Span { days, ..Span::default() }),
        (5..60_i64).prop_map(|hours| Span { seconds: 3_600 * hours, ..Span::default() }),
    ]
}

fn lot() -> impl Strategy<Value = ScriptLot> {
    let keeps =
        prop_oneof![Just((0, Some(0))), Just((0, None)), (0..30_i64, 0..30_i64).prop_map(|(a, b)| (a, Some(b)))];
    let times = (0..HOURS, option::of(0..HOURS), option::weighted(0.2, 0..HOURS));
    let refill = option::weighted(0.3, (0..HOURS, span()));
    (0..40_i64, 0..3_u16, 0..3_i64, times, keeps, refill).prop_map(|(amount, priority, seq, times, keeps, refill)| {
        let (from, until, voided) = times;
        ScriptLot {
            id: LotId(String::new()),
            amount,
            priority,
            seq,
            from: at(from),
            until: until.map(at),
            voided: voided.map(at),
            keeps,
            refill: refill.map(|(anchor, every)| (anchor_at(at(anchor), UTC), every)),
        }
    })
}

fn reset() -> impl Strategy<Value = ScriptReset> {
    (0..HOURS, any::<bool>(), any::<bool>(), option::weighted(0.3, span())).prop_map(
        |(hour, keeps_overdrawn, moves_anchor, every)| ScriptReset {
            at: at(hour),
            keeps_overdrawn,
            moves_anchor,
            anchor: None,
            every,
        },
    )
}

fn script() -> impl Strategy<Value = Script> {
    let cycle = option::of((0..HOURS, span(), any::<bool>()));
    let spends = vec((0..HOURS, 0..30_i64), 0..20);
    (vec(lot(), 0..6), cycle, vec(reset(), 0..3), spends).prop_map(|(mut lots, cycle, resets, spends)| {
        for (place, lot) in lots.iter_mut().enumerate() {
            lot.id = LotId(format!("lot {place}"));
        }
        let cycle = cycle.map(|(anchor, every, keeps_overdrawn)| ScriptCycle {
            anchor: anchor_at(at(anchor), UTC),
            every,
            keeps_overdrawn,
        });
        let spends =
            (0..).zip(spends).map(|(id, (hour, amount))| ScriptSpend { id: EntryId(id), at: at(hour), amount });
        let (spends, opening) = (spends.collect(), Opening::default());
        Script { start: at(0), lots, cycle, resets, spends, refunds: Vec::new(), opening }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, max_shrink_iters: 400, failure_persistence: None, rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn a_cut_changes_nothing(script in script(), cuts in vec(0..HOURS, 1..4), look in 0..HOURS) {
        let look = at(look);
        let mut resumed = script.clone();
        let mut lost = (0, 0, 0);
        let mut cuts: Vec<_> = cuts.into_iter().map(at).filter(|&cut| cut <= look && cut > script.start).collect();
        cuts.sort();
        cuts.dedup();
        for cut in cuts {
            let standing = resumed.at(cut, Edge::Opening).expect("a standing");
            lost = (lost.0 + standing.expired, lost.1 + standing.voided, lost.2 + standing.forfeited);
            resumed = resumed.cut_at(cut).expect("a cut");
        }
        let whole = script.at(look, Edge::After).expect("a standing");
        let resumed = resumed.at(look, Edge::After).expect("a standing");
        prop_assert_eq!(&resumed.left, &whole.left);
        prop_assert_eq!(resumed.overdrawn, whole.overdrawn);
        prop_assert_eq!((resumed.used, resumed.covered), (whole.used, whole.covered));
        prop_assert_eq!(resumed.cycle_end, whole.cycle_end);
        let resumed = (resumed.expired + lost.0, resumed.voided + lost.1, resumed.forfeited + lost.2);
        prop_assert_eq!(resumed, (whole.expired, whole.voided, whole.forfeited));
    }
}
