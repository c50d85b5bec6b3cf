//! What holds for every habit.

use chrono::NaiveDate;
use proptest::prelude::*;
use runout_core::forecast::{Bands, Forecast, ForecastAsk, Habit, Replays, SpendAhead};
use runout_core::pace::Pace;

use crate::books::{Book, at, credits, nov};

fn ask() -> ForecastAsk {
    ForecastAsk { paths: 200, ..ForecastAsk::default() }
}

fn days() -> impl Strategy<Value = Vec<i64>> {
    let amount = prop_oneof![3 => Just(0), 3 => 1..6_000_i64, 1 => 1..2_000_000_i64];
    prop::collection::vec(amount, 0..29)
}

fn is_ordered(bands: &Bands) -> bool {
    [bands.p10, bands.p25, bands.p50, bands.p75, bands.p90].is_sorted()
}

/// A day that does not come is later than any that does.
fn day(day: Option<usize>) -> usize {
    day.unwrap_or(usize::MAX)
}

/// A log, and a pack that was bought just now.
fn said(pack: i64, spends: &[i64]) -> Option<Forecast> {
    let now = at(nov(spends.len() as u64 + 1), 9);
    Book::monthly(30_000).spend_daily(nov(1), spends).top_up(now, pack).forecast(now, &ask())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_forecast_is_in_order_and_its_chances_are_chances(spends in days()) {
        let said = said(1, &spends).unwrap();
        prop_assert!(said.left.iter().all(is_ordered));
        prop_assert!(said.will_lapse.iter().all(|lapse| is_ordered(&lapse.bands)));
        prop_assert!(said.opens.iter().all(|opens| is_ordered(&opens.bands)));
        let chances = said.empty.iter().copied().chain(said.chance_before_renewal);
        prop_assert!(chances.into_iter().all(|chance| (0.0..=1.0).contains(&chance)));
        prop_assert!(day(said.run_out.p10) <= day(said.run_out.p50));
        prop_assert!(day(said.run_out.p50) <= day(said.run_out.p90));
        prop_assert!(said.safe_today.unwrap() >= credits(0));
        prop_assert!(said.safe_today.unwrap() <= said.safe_per_day.unwrap());
    }

    #[test]
    fn the_same_question_has_the_same_answer(spends in days()) {
        prop_assert_eq!(said(5_000, &spends), said(5_000, &spends));
    }

    #[test]
    fn more_credits_never_run_out_earlier(spends in days(), pack in 1..100_000_i64, more in 1..50_000_i64) {
        let (less, more) = (said(pack, &spends).unwrap(), said(pack + more, &spends).unwrap());
        prop_assert!(day(less.run_out.p10) <= day(more.run_out.p10));
        prop_assert!(day(less.run_out.p50) <= day(more.run_out.p50));
        prop_assert!(less.chance_before_renewal >= more.chance_before_renewal);
        prop_assert!(less.left.iter().zip(&more.left).all(|(less, more)| less.p50 <= more.p50));
    }

    #[test]
    fn no_habit_makes_it_panic(
        spends in prop::collection::vec(prop_oneof![Just(0.0), 0.0..1e15], 0..800),
        plan in prop::option::of(0.0..1e15),
        horizon in 0..70_usize,
    ) {
        let habit = Habit::of_days(&spends, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(), plan);
        let pace = Pace::of(&habit);
        prop_assert!(pace.per_day.is_finite() && pace.spread.is_finite() && pace.unevenness.is_finite());
        prop_assert!((0.0..=1.0).contains(&pace.typical_share));
        for replays in [
            Replays::of(&habit, &pace, 1),
            Replays::of_independent_days(&habit, &pace, 1),
            Replays::of_plain_days(&habit, 1),
        ] {
            let ahead = SpendAhead::of(&replays, 20, horizon);
            prop_assert!(ahead.sorted(horizon).iter().all(|spent| spent.is_finite() && *spent >= 0.0));
            prop_assert!(ahead.sorted_run_outs(1_000.0).iter().all(|day| (1..=horizon + 1).contains(day)));
        }
    }
}

#[test]
fn a_path_is_the_same_however_many_there_are_and_however_long_they_are() {
    let habit = Habit::of_days(&[5.0, 0.0, 80.0, 0.0, 12.0], nov(22), Some(30.0));
    let replays = Replays::of(&habit, &Pace::of(&habit), 7);
    let (mut short, mut long) = ([0.0; 9], [0.0; 40]);
    for path in [0, 1, 17, 1_999] {
        replays.fill(path, &mut short);
        replays.fill(path, &mut long);
        assert_eq!(short, long[..9]);
    }
}
