//! What a forecast says about small logs.

use runout_core::forecast::{ForecastAsk, Method, Planned, Replays, SpendAhead, quantile_of};
use runout_core::pace::Pace;

use crate::books::{Book, at, credits, nov};

fn ask() -> ForecastAsk {
    ForecastAsk::default()
}

/// Three weeks of 700 credits a day on a plan of 28,000.
fn steady() -> Book {
    Book::monthly(28_000).spend_daily(nov(1), &[700; 20])
}

#[test]
fn it_says_when_how_likely_and_what_is_left() {
    let said = steady().forecast(at(nov(21), 9), &ask()).unwrap();
    assert_eq!((said.from, said.days), (nov(21), 41), "to the second renewal, on the 1st of January");
    let renewal = said.renewal.unwrap();
    assert_eq!((renewal.days, renewal.at), (10, at(nov(31), 0)));
    let chance = said.chance_before_renewal.unwrap();
    assert!(chance > 0.02 && chance < 0.5, "{chance}");
    assert!(said.run_out.p10 < said.run_out.p50 || said.run_out.p50.is_none());
    assert_eq!((said.left.len(), said.empty.len()), (41, 41));
    assert!((said.habit_per_day - 700.0).abs() < 200.0, "{}", said.habit_per_day);
    assert!((said.usual_mix_days.unwrap() - 14_000.0 / said.habit_per_day).abs() < 1e-9);
}

#[test]
fn what_is_left_at_the_renewal_lapses_and_the_month_begins_anew() {
    let said = steady().forecast(at(nov(21), 9), &ask()).unwrap();
    let [first, ..] = said.will_lapse.as_slice() else { panic!("nothing lapses") };
    assert_eq!(first.at, at(nov(31), 0));
    assert!(first.bands.p10 <= first.bands.p50 && first.bands.p50 <= first.bands.p90);
    assert!((4_000..=10_000).contains(&first.mean.units()), "{}", first.mean);
    assert_eq!(said.opens.first().map(|opens| opens.bands.p10), Some(credits(28_000)));
}

#[test]
fn the_first_day_shows_the_plan() {
    let said = Book::monthly(28_000).forecast(at(nov(1), 9), &ask()).unwrap();
    assert_eq!((said.basis.days, said.basis.method), (0, Method::Plan));
    assert!((said.basis.typical_share - 1.0).abs() < 1e-12);
    assert!(said.chance_before_renewal.unwrap() < 0.4);
}

#[test]
fn without_a_renewal_what_depends_on_it_is_not_said() {
    let book = Book::packs().top_up(at(nov(1), 0), 9_000).spend_daily(nov(1), &[300; 20]);
    let said = book.forecast(at(nov(21), 9), &ask()).unwrap();
    assert_eq!((said.renewal, said.chance_before_renewal, said.safe_today), (None, None, None));
    assert_eq!(said.days, 62);
    assert!(said.run_out.p50.is_some_and(|day| (5..20).contains(&day)), "{:?}", said.run_out);
}

#[test]
fn with_nothing_spent_and_no_plan_there_is_no_forecast() {
    assert_eq!(Book::packs().top_up(at(nov(1), 0), 9_000).forecast(at(nov(9), 9), &ask()), None);
}

#[test]
fn in_the_first_week_the_safe_spend_is_the_even_share() {
    let book = Book::monthly(28_000).spend_daily(nov(1), &[500; 3]).spend(at(nov(4), 8), 100);
    let said = book.forecast(at(nov(4), 9), &ask()).unwrap();
    // 28,000 - 1,600 over the 27 days from the 4th to the 30th.
    assert_eq!(said.safe_per_day, Some(credits(977)));
    assert_eq!(said.safe_today, Some(credits(877)));
}

#[test]
fn later_the_safe_spend_leaves_nine_of_ten_replays_covered() {
    let book = steady();
    let said = book.forecast(at(nov(21), 9), &ask()).unwrap();
    let safe = said.safe_today.unwrap().units();
    assert!((300..1_400).contains(&safe), "{safe}");
    let spent = book.spend(at(nov(21), 10), 250).forecast(at(nov(21), 11), &ask()).unwrap();
    let (before, after) = (safe as f64, spent.safe_today.unwrap().units() as f64);
    assert!((before - after - 250.0).abs() < 60.0, "{before} then {after}");
}

#[test]
fn with_one_pot_the_safe_factor_is_what_is_left_over_the_ninetieth_percentile() {
    let (book, now) = (steady(), at(nov(21), 9));
    let habit = book.habit(now);
    let replays = Replays::of(&habit, &Pace::of(&habit), ask().seed);
    let spent = SpendAhead::of(&replays, ask().paths, 10).sorted(10);
    let mean = spent.iter().sum::<f64>() / spent.len() as f64 / 10.0;
    let exact = 14_000.0 / quantile_of(&spent, 0.9).unwrap() * mean;
    let said = book.forecast(now, &ask()).unwrap().safe_per_day.unwrap().units() as f64;
    assert!((said - exact).abs() < 3.0, "{said}, not {exact}");
}

#[test]
fn a_spend_today_is_part_of_the_day_not_on_top_of_it() {
    let book = steady();
    let before = book.forecast(at(nov(21), 9), &ask()).unwrap();
    let after = book.spend(at(nov(21), 10), 400).forecast(at(nov(21), 11), &ask()).unwrap();
    let (before, after) = (before.left[9].p50.units(), after.left[9].p50.units());
    assert!((before - after).abs() < 300, "{before} then {after}: it must not jump");
}

#[test]
fn planned_spends_come_on_top_and_disturb_nothing_else() {
    let planned = |amount, exact| vec![Planned { day: nov(25), amount: credits(amount), exact }];
    let said = |planned| steady().forecast(at(nov(21), 9), &ForecastAsk { planned, ..ask() }).unwrap();
    let (without, with) = (said(vec![]), said(planned(3_000, true)));
    assert_eq!(without.left[3], with.left[3], "the days before it stay as they are");
    assert_eq!(without.left[4].p50.units() - 3_000, with.left[4].p50.units());
    assert!(with.chance_before_renewal > without.chance_before_renewal);
    assert!(with.safe_today < without.safe_today);
    let about = said(planned(3_000, false));
    assert!((about.left[4].p50.units() - with.left[4].p50.units()).abs() < 300);
    assert_ne!(about.left[4], with.left[4]);
}

#[test]
fn the_horizon_is_as_asked_and_the_renewal_is_seen_all_the_same() {
    let said = steady().forecast(at(nov(21), 9), &ForecastAsk { days: Some(5), ..ask() }).unwrap();
    assert_eq!((said.days, said.left.len()), (5, 5));
    assert!(said.chance_before_renewal.is_some() && said.safe_today.is_some());
    let long = steady().forecast(at(nov(21), 9), &ForecastAsk { days: Some(10_000), ..ask() }).unwrap();
    assert_eq!(long.days, 400);
}

#[test]
fn the_day_before_the_renewal_is_the_last_one_before_it() {
    let said = steady().forecast(at(nov(30), 9), &ask()).unwrap();
    assert_eq!(said.renewal.map(|renewal| renewal.days), Some(1));
    assert!(said.safe_today.unwrap() <= credits(14_000), "never more than there is");
}
