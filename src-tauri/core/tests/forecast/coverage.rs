//! How much of what is spent the log has, and what follows for the pace and for the balance.

use runout_core::facts::Fact;
use runout_core::forecast::Habit;
use runout_core::pace::Pace;

use crate::books::{Book, at, nov};

/// Ten days of 100 logged, of which a check at their end finds as much more.
fn checked(missing: i64) -> Book {
    let book = Book::monthly(28_000).spend_daily(nov(1), &[100; 10]);
    book.check(at(nov(11), 0), 27_000 - missing)
}

fn share(habit: &Habit) -> Option<f64> {
    habit.coverage.map(|coverage| (coverage.share * 1_000.0).round() / 1_000.0)
}

#[test]
fn coverage_is_what_was_logged_of_all_that_was_spent_by_past_checks() {
    let cases = [(0, Some(1.0)), (250, Some(0.8)), (1_000, Some(0.5)), (9_000, Some(0.1))];
    for (missing, expected) in cases {
        assert_eq!(share(&checked(missing).habit(at(nov(11), 9))), expected, "{missing} missing");
    }
    assert_eq!(share(&Book::monthly(28_000).spend_daily(nov(1), &[100; 10]).habit(at(nov(11), 9))), None);
}

#[test]
fn what_was_there_before_the_log_says_nothing_of_how_it_is_kept() {
    let first = Book::monthly(28_000).check(at(nov(5), 9), 20_000);
    assert_eq!(share(&first.habit(at(nov(6), 9))), None);
    let then = first.spend(at(nov(6), 12), 900).check(at(nov(7), 9), 19_000);
    assert_eq!(share(&then.habit(at(nov(8), 9))), Some(0.9));
}

#[test]
fn a_newer_check_weighs_more_than_an_old_one() {
    let book = checked(1_000).spend_daily(nov(11), &[100; 10]).check(at(nov(21), 0), 25_000);
    let share = share(&book.habit(at(nov(21), 9))).unwrap();
    assert!(share > 2_000.0 / 3_000.0 && share < 0.7, "{share}");
}

#[test]
fn what_was_guessed_with_a_check_was_found_and_not_logged() {
    let mut book = Book::monthly(28_000).spend_daily(nov(1), &[100; 10]).spend(at(nov(11), 0), 200);
    let guess = book.facts.entries.last_mut().unwrap();
    guess.date_only = true;
    if let Fact::Spend(spend) = &mut guess.fact {
        spend.estimated = true;
    }
    let guessed = book.check(at(nov(11), 0), 26_750);
    assert_eq!(share(&guessed.habit(at(nov(12), 9))), Some(0.8), "50 stay unlogged, and 200 were guessed");
}

#[test]
fn a_spend_that_is_logged_late_makes_the_log_more_complete() {
    let late = checked(1_000).spend(at(nov(9), 15), 500);
    assert_eq!(share(&late.habit(at(nov(11), 9))), Some(0.75));
}

#[test]
fn only_the_days_since_the_last_check_are_raised_and_never_today() {
    let habit = checked(250).spend_daily(nov(11), &[80, 40]).spend(at(nov(13), 8), 80).habit(at(nov(13), 9));
    let spent: Vec<f64> = habit.days.iter().map(|day| day.spent.round()).collect();
    assert_eq!(spent[..10], [125.0; 10], "they hold their share of what the check found already");
    assert_eq!(spent[10..], [100.0, 50.0]);
    assert_eq!(habit.spent_today, 80.0);
}

#[test]
fn a_log_of_next_to_nothing_is_raised_three_times_at_the_most() {
    let habit = checked(9_000).spend_daily(nov(11), &[100]).habit(at(nov(12), 9));
    assert_eq!(habit.days.last().unwrap().spent.round(), 300.0);
}

#[test]
fn a_complete_log_is_left_as_it_is() {
    let plain = Book::monthly(28_000).spend_daily(nov(1), &[100; 12]);
    let checked = Book::monthly(28_000).spend_daily(nov(1), &[100; 12]).check(at(nov(11), 0), 27_000);
    let (plain, checked) = (plain.habit(at(nov(13), 9)), checked.habit(at(nov(13), 9)));
    assert_eq!(plain.days, checked.days);
    assert_eq!(Pace::of(&plain), Pace::of(&checked));
}

#[test]
fn what_is_not_logged_makes_the_pace_less_sure() {
    let spread = |missing| Pace::of(&checked(missing).spend_daily(nov(11), &[100; 5]).habit(at(nov(16), 9))).spread;
    assert!(spread(0) < spread(250) && spread(250) < spread(1_000), "{} {}", spread(0), spread(1_000));
}

#[test]
fn the_longer_ago_the_check_the_farther_the_balance_may_be_off() {
    let book = checked(250).spend_daily(nov(11), &[80, 0, 0, 0]);
    let hidden = |day, hour| {
        let now = at(nov(day), hour);
        book.habit(now).coverage.unwrap().hidden(now).round()
    };
    assert_eq!(hidden(11, 0), 0.0, "just checked");
    assert_eq!(hidden(11, 13), 20.0, "80 were logged, so 100 were spent");
    assert_eq!([hidden(13, 0), hidden(15, 0)], [50.0, 100.0], "25 a day were not logged before");
}
