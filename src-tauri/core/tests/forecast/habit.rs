//! Which days count, and what was spent on them.

use runout_core::facts::Mark;
use runout_core::forecast::{Gap, Habit, LeftOut};
use runout_core::pace::Pace;

use crate::books::{Book, at, nov};

fn spent(habit: &Habit) -> Vec<f64> {
    habit.days.iter().map(|day| day.spent.round()).collect()
}

#[test]
fn history_runs_from_the_books_first_day_to_yesterday() {
    let habit = Book::monthly(28_000).spend(at(nov(3), 12), 500).spend(at(nov(5), 9), 70).habit(at(nov(5), 15));
    assert_eq!(spent(&habit), [0.0, 0.0, 500.0, 0.0]);
    assert_eq!((habit.today, habit.spent_today, habit.spends), (nov(5), 70.0, 1));
}

#[test]
fn a_spend_before_the_books_start_counts_for_the_pace() {
    let before = at(nov(1), 12) - chrono::Duration::days(2);
    let habit = Book::monthly(28_000).spend(before, 400).habit(at(nov(2), 8));
    assert_eq!(spent(&habit), [400.0, 0.0, 0.0]);
}

#[test]
fn a_day_is_that_of_the_services_zone() {
    let just_past_midnight = at(nov(3), 0) + chrono::Duration::minutes(30);
    let habit = Book::monthly(28_000).spend(just_past_midnight, 100).habit(at(nov(4), 8));
    assert_eq!(spent(&habit), [0.0, 0.0, 100.0]);
}

#[test]
fn a_refund_counts_on_the_day_of_its_spend() {
    let book =
        Book::monthly(28_000).spend(at(nov(2), 12), 900).spend(at(nov(4), 12), 50).refund(at(nov(4), 13), 1, 900);
    assert_eq!(spent(&book.habit(at(nov(5), 9))), [0.0, 0.0, 0.0, 50.0]);
}

#[test]
fn what_a_check_finds_is_spread_over_the_days_since_the_last_one() {
    let book = Book::monthly(28_000).spend(at(nov(2), 12), 1_000).check(at(nov(3), 0), 27_000);
    let habit = book.check(at(nov(7), 0), 25_000).habit(at(nov(8), 9));
    assert_eq!(spent(&habit), [0.0, 1_000.0, 500.0, 500.0, 500.0, 500.0, 0.0]);
}

#[test]
fn the_first_check_is_spread_from_the_books_start_and_todays_share_is_todays() {
    let habit = Book::monthly(28_000).check(at(nov(4), 12), 21_000).habit(at(nov(4), 12));
    assert_eq!(spent(&habit), [2_000.0, 2_000.0, 2_000.0]);
    assert_eq!(habit.spent_today.round(), 1_000.0);
}

#[test]
fn days_without_credits_are_blocked_not_idle() {
    let book = Book::monthly(4_000).spend_daily(nov(1), &[1_000, 1_000, 1_000, 900]);
    let habit = book.habit(at(nov(12), 9));
    assert_eq!(spent(&habit), [1_000.0, 1_000.0, 1_000.0, 900.0]);
    assert_eq!(habit.left_out.len(), 7);
    assert!(habit.left_out.iter().all(|(_, reason)| *reason == LeftOut::Blocked));
    assert_eq!(habit.gap, None, "nothing is missing from the log of somebody without credits");
}

#[test]
fn a_replay_does_not_run_on_over_blocked_days() {
    let book = Book::monthly(4_000).spend_daily(nov(1), &[1_000, 1_000, 1_000, 900]).top_up(at(nov(8), 0), 5_000);
    let habit = book.spend(at(nov(8), 12), 1_000).habit(at(nov(10), 9));
    let follows: Vec<bool> = habit.days.iter().map(|day| day.follows).collect();
    assert_eq!(follows, [false, true, true, true, false, true]);
}

#[test]
fn nothing_is_blocked_while_nothing_was_spent() {
    assert_eq!(Book::monthly(0).habit(at(nov(6), 9)).days.len(), 5);
}

#[test]
fn marked_days_are_left_out_and_quiet_days_are_not() {
    let book = Book::monthly(28_000).spend_daily(nov(1), &[100; 12]);
    let book = book.mark(2..=3, Mark::Unlogged).mark(5..=5, Mark::OneOff).mark(7..=7, Mark::Nothing);
    let habit = book.habit(at(nov(13), 9));
    assert_eq!(habit.days.len(), 9);
    let out: Vec<_> = habit.left_out.clone();
    assert_eq!(out, [(nov(2), LeftOut::Unlogged), (nov(3), LeftOut::Unlogged), (nov(5), LeftOut::OneOff)]);
}

#[test]
fn a_gap_longer_than_a_week_is_asked_about_until_it_is_answered() {
    let book = Book::monthly(28_000).spend_daily(nov(1), &[100, 100]);
    assert_eq!(book.habit(at(nov(10), 9)).gap, None);
    let gap = Some(Gap { from: nov(3), to: nov(10) });
    assert_eq!(book.habit(at(nov(11), 9)).gap, gap);
    let book = book.spend(at(nov(11), 10), 100);
    assert_eq!(book.habit(at(nov(14), 9)).gap, gap, "it is still a question when the log goes on");
    assert_eq!(book.mark(3..=10, Mark::Nothing).habit(at(nov(14), 9)).gap, None);
}

#[test]
fn a_gap_of_three_times_the_usual_is_not_unusual() {
    let weekly = Book::monthly(28_000).spend(at(nov(1), 12), 100).spend(at(nov(6), 12), 100);
    assert_eq!(weekly.habit(at(nov(19), 9)).gap, None, "twelve days, where four are usual");
    assert_eq!(weekly.habit(at(nov(20), 9)).gap, Some(Gap { from: nov(7), to: nov(19) }));
}

#[test]
fn a_balance_check_answers_for_the_days_before_it() {
    let book = Book::monthly(28_000).spend_daily(nov(1), &[100, 100]).check(at(nov(12), 9), 27_800);
    assert_eq!(book.habit(at(nov(13), 9)).gap, None);
}

#[test]
fn the_plan_is_what_it_grants_a_day_of_its_running_cycle() {
    let per_day = |day| Book::monthly(28_000).habit(at(nov(day), 9)).allotment_per_day;
    assert!((per_day(10).unwrap() - 28_000.0 / 30.0).abs() < 0.01, "November");
    assert!((per_day(40).unwrap() - 28_000.0 / 31.0).abs() < 0.01, "December");
    assert_eq!(Book::packs().habit(at(nov(10), 9)).allotment_per_day, None);
}

#[test]
fn without_a_plan_the_pace_is_the_logs_own() {
    let book = Book::packs().top_up(at(nov(1), 0), 50_000).spend_daily(nov(1), &[300; 20]);
    let pace = Pace::of(&book.habit(at(nov(21), 9)));
    assert!((pace.per_day - 300.0).abs() < 1.0, "{}", pace.per_day);
}

#[test]
fn with_nothing_spent_and_no_plan_nothing_is_known() {
    assert!(!Pace::of(&Book::packs().habit(at(nov(9), 9))).is_known());
    assert!(Pace::of(&Book::monthly(28_000).habit(at(nov(1), 9))).is_known());
}
