//! A. Grants: when they come.

use chrono_tz::Europe::Berlin;
use runout_core::facts::Fact;
use runout_core::ledger::LapseKind::{ByRefill, Expired};

use super::story::{MONTHLY, Story};

#[test]
fn shape_01_a_grant_that_comes_once() {
    // 800 on 1 Jan, 300 spent: 500 stay for good, nothing comes again.
    let terms = r#"
        name = "Free"
        [[pots]]
        name = "Welcome"
        rank = 1
        carry = "all"
        grant = { amount = 800, every = "once" }
    "#;
    let story = Story::of(terms).has("01-01", &[("Welcome", 800)]).spend("01-10", 300);
    let story = story.has("01-11", &[("Welcome", 500)]).has("2028-01-01", &[("Welcome", 500)]);
    assert_eq!(story.ledger("06-01").cycle(), None);
}

#[test]
fn shape_02_each_month_on_the_day_of_signing_up() {
    // 28,000 on the 15th; 5,000 spent leave 23,000, which lapse on 15 Feb.
    let terms = r#"
        name = "LTX Studio Standard"
        [[pots]]
        name = "Monthly"
        rank = 1
        carry = "none"
        grant = { amount = 28000, every = "1 month", anchor = "2027-01-15 00:00" }
    "#;
    Story::from("01-15", terms)
        .spend("01-20", 5_000)
        .has("02-14 23:59", &[("Monthly", 23_000)])
        .has("02-15", &[("Monthly", 28_000)])
        .lapsed("02-15", Expired, 23_000)
        .has("03-15", &[("Monthly", 28_000)]);
}

#[test]
fn shape_03_at_a_time_of_day_and_once_a_day_late() {
    let terms = r#"
        name = "Cursor Pro"
        [[pots]]
        name = "Monthly"
        rank = 1
        carry = "none"
        grant = { amount = 100, every = "1 month", anchor = "2027-01-15 12:00" }
    "#;
    // On time: 100 − 40 = 60 until 11:59, 100 from 12:00 on.
    let on_time = Story::from("01-15 12:00", terms).spend("01-20", 40);
    let on_time = on_time.has("02-15 11:59", &[("Monthly", 60)]).has("02-15 12:00", &[("Monthly", 100)]);
    // Late: the 60 pay 10 more on the evening of the 15th; 50 lapse when it comes. The one after is on time again.
    let shift = Fact::Shift { renewal: on_time.at("02-15 12:00"), to: Some(on_time.at("02-16 09:00")) };
    Story::from("01-15 12:00", terms)
        .spend("01-20", 40)
        .happens("02-15 12:00", shift)
        .spend("02-15 18:00", 10)
        .has("02-16 08:59", &[("Monthly", 50)])
        .has("02-16 10:00", &[("Monthly", 100)])
        .spend("02-20", 30)
        .has("03-15 11:59", &[("Monthly", 70)])
        .has("03-15 12:00", &[("Monthly", 100)]);
}

#[test]
fn shape_04_the_calendar_month_of_a_fixed_zone() {
    // The month turns at 00:00 UTC, which is 01:00 in Berlin: at 00:30 there it is still January that pays.
    let terms = r#"
        name = "s&box"
        [[pots]]
        name = "Monthly"
        rank = 1
        carry = "none"
        grant = { amount = 100, every = "1 month", anchor = "2027-01-01 00:00", zone = "UTC" }
    "#;
    Story::in_zone(terms, Berlin, "01-01 01:00", 0)
        .spend("02-01 00:30", 10)
        .has("02-01 00:59", &[("Monthly", 90)])
        .has("02-01 01:00", &[("Monthly", 100)])
        .lapsed("02-01 01:00", Expired, 90);
}

#[test]
fn shape_05_every_thirty_days_against_the_calendar() {
    // 1 Jan + 30 days = 31 Jan, then 2 Mar, then 1 Apr.
    let terms = r#"
        name = "Moyna"
        [[pots]]
        name = "Monthly"
        rank = 1
        carry = "none"
        grant = { amount = 100, every = "30 days", anchor = "2027-01-01 00:00" }
    "#;
    Story::of(terms)
        .spend("01-10", 30)
        .has("01-30 23:59", &[("Monthly", 70)])
        .has("01-31", &[("Monthly", 100)])
        .spend("02-10", 20)
        .has("03-01 23:59", &[("Monthly", 80)])
        .has("03-02", &[("Monthly", 100)])
        .spend("03-10", 5)
        .has("03-31 23:59", &[("Monthly", 95)])
        .has("04-01", &[("Monthly", 100)]);
}

#[test]
fn shape_06_the_last_day_of_shorter_months() {
    // Counted from the 31st: 28 Feb, 31 Mar, 30 Apr, and 29 Feb in a leap year; never from the last renewal.
    let terms = r#"
        name = "Suno Pro"
        [[pots]]
        name = "Monthly"
        rank = 1
        carry = "none"
        grant = { amount = 100, every = "1 month", anchor = "2027-01-31 17:20" }
    "#;
    Story::from("01-31 17:20", terms)
        .spend("02-10", 10)
        .has("02-28 17:19", &[("Monthly", 90)])
        .has("02-28 17:20", &[("Monthly", 100)])
        .spend("03-10", 20)
        .has("03-28 18:00", &[("Monthly", 80)])
        .has("03-31 17:20", &[("Monthly", 100)])
        .spend("04-10", 30)
        .has("04-30 17:19", &[("Monthly", 70)])
        .has("04-30 17:20", &[("Monthly", 100)])
        .spend("2028-02-10", 40)
        .has("2028-02-28 18:00", &[("Monthly", 60)])
        .has("2028-02-29 17:20", &[("Monthly", 100)]);
}

#[test]
fn shape_07_an_anchor_that_is_not_the_billing_date() {
    // Billed on the 1st, first used on the 3rd at 14:00: that is what is counted from, so 1 Feb changes nothing.
    let terms = r#"
        name = "LTX Studio Lite"
        price = "USD 15.00"
        [[pots]]
        name = "Monthly"
        rank = 1
        carry = "none"
        grant = { amount = 100, every = "1 month", anchor = "2027-01-03 14:00" }
    "#;
    Story::from("01-03 14:00", terms)
        .spend("01-20", 40)
        .has("02-01", &[("Monthly", 60)])
        .has("02-03 13:59", &[("Monthly", 60)])
        .has("02-03 14:00", &[("Monthly", 100)]);
}

#[test]
fn shape_08_daily_at_midnight_of_a_zone_filled_up_and_never_stacked() {
    // 50 − 20 = 30 until 01:00 in Berlin, which is midnight in UTC: the 30 are forfeited and 50 are there. Days on
    // which nothing is spent change nothing: 50, not 250.
    let terms = r#"
        name = "Suno Basic"
        [[pots]]
        name = "Daily"
        rank = 1
        carry = "none"
        grant = { amount = 50, every = "1 day", anchor = "2027-01-01 00:00", zone = "UTC", mode = "refill_to" }
    "#;
    Story::in_zone(terms, Berlin, "01-01 01:00", 0)
        .spend("01-01 10:00", 20)
        .has("01-02 00:59", &[("Daily", 30)])
        .has("01-02 01:00", &[("Daily", 50)])
        .lapsed("01-02 01:00", ByRefill, 30)
        .has("01-06 12:00", &[("Daily", 50)]);
}

#[test]
fn shape_09_a_window_that_the_first_use_opens() {
    // Nothing is there before a spend, and a spend of 0 is no use. The spend of 10 on 2 Jan at 9:00 opens 50: 40 are left
    // until 9:00 of the next day, when they lapse. The next spend opens the next window.
    let day = r#"
        name = "Carat"
        [[pots]]
        name = "Window"
        rank = 1
        carry = "none"
        grant = { amount = 50, first_use = "24 hours" }
    "#;
    Story::of(day)
        .spend("01-01 12:00", 0)
        .has("01-02 08:59", &[("Window", 0)])
        .spend("01-02 09:00", 10)
        .has("01-03 08:59", &[("Window", 40)])
        .has("01-03 09:00", &[("Window", 0)])
        .lapsed("01-03 09:00", Expired, 40)
        .spend("01-04 15:00", 5)
        .has("01-05 14:59", &[("Window", 45)])
        .overdrawn("01-05 14:59", 0);
    // A month from the first use: 10 Jan to 10 Feb, and again from 20 Feb on.
    Story::of(&day.replace("24 hours", "1 month").replace("50", "25"))
        .spend("01-10 08:00", 5)
        .has("02-10 07:59", &[("Window", 20)])
        .has("02-10 08:00", &[("Window", 0)])
        .spend("02-20 08:00", 1)
        .has("03-20 07:59", &[("Window", 24)])
        .has("03-20 08:00", &[("Window", 0)]);
}

#[test]
fn shape_13_a_price_for_the_year_with_months_or_with_the_whole_year_at_once() {
    // The price says nothing about the grants: 100 a month.
    let months = MONTHLY.replace("\"Plan\"", "\"Plan\"\nprice = \"USD 120.00\"");
    Story::of(&months).spend("01-10", 30).has("01-31", &[("Monthly", 70)]).has("02-01", &[("Monthly", 100)]);
    // 120 at once: 120 − 50 = 70 until the year is over, then they lapse.
    let year = r#"
        name = "Synthesia Personal"
        price = "USD 216.00"
        [[pots]]
        name = "Yearly"
        rank = 1
        carry = "none"
        grant = { amount = 120, every = "1 year", anchor = "2027-01-01 00:00" }
    "#;
    Story::of(year)
        .spend("06-01", 50)
        .has("12-31 23:59", &[("Yearly", 70)])
        .has("2028-01-01", &[("Yearly", 120)])
        .lapsed("2028-01-01", Expired, 70);
}
