//! F. Spending and failures. What is about prices, accounts and display is told where it lives: `src-tauri/docs/shapes.md`.

use chrono_tz::UTC;
use runout_core::facts::SpendState;
use runout_core::ledger::LapseKind::Expired;

use super::story::{MONTHLY, Story, WITH_TOP_UPS};

#[test]
fn shape_58_prices_in_steps_of_a_half() {
    // 0.5 for each begun half minute: 30 s, 31 s and 75 s take 0.5 + 1.0 + 1.5 = 3.0 of 10.0 (in tenths).
    let terms = MONTHLY.replace("amount = 100", "amount = 10");
    let story = Story::in_zone(&terms, UTC, "01-01", 1);
    story.spend("01-05", 5).spend("01-06", 10).spend("01-07", 15).has("01-08", &[("Monthly", 70)]);
}

#[test]
fn shape_59_a_mode_that_takes_nothing() {
    // It is an entry like any other and moves nothing.
    let story = Story::of(MONTHLY).spend("01-05", 0).spend("01-06", 40).paid(1, &[]);
    story.has("01-05 13:00", &[("Monthly", 100)]).has("01-07", &[("Monthly", 60)]).overdrawn("01-07", 0);
}

#[test]
fn shape_60_reserved_then_settled() {
    // 50 are held at once: 50 are left. It took 32: 68.
    let held = || Story::of(MONTHLY).spent("01-05", None, 50, SpendState::Reserved);
    held().has("01-05 13:00", &[("Monthly", 50)]);
    held().settle(1, 32).has("01-05 13:00", &[("Monthly", 68)]).has("02-01", &[("Monthly", 100)]);
}

#[test]
fn shape_61_a_refund_at_once_later_or_in_part() {
    let spent = || Story::of(MONTHLY).spend("01-10", 40);
    spent().refund("01-10 12:00", 1, 40).has("01-10 12:00", &[("Monthly", 100)]);
    spent().refund("01-12", 1, 40).has("01-11", &[("Monthly", 60)]).has("01-12", &[("Monthly", 100)]);
    spent().refund("01-12", 1, 15).has("01-12", &[("Monthly", 75)]);
    // Expected and not there yet: it is still taken.
    let expected = Story::of(MONTHLY).spent("01-10", None, 40, SpendState::RefundExpected);
    expected.has("01-20", &[("Monthly", 60)]);
}

#[test]
fn shape_62_a_refund_to_the_lot_that_it_came_from() {
    // 120 = 100 of the month + 20 bought. 50 come back: the 20 that were burned last, then 30 of the month. The last 70 come
    // after the month's end: they are there and lapse at once.
    Story::of(WITH_TOP_UPS)
        .top_up("01-02", 200)
        .spend("01-10", 120)
        .refund("01-15", 2, 50)
        .has("01-14", &[("Monthly", 0), ("Top-ups", 180)])
        .has("01-15", &[("Monthly", 30), ("Top-ups", 200)])
        .refund("02-03", 2, 70)
        .has("02-03", &[("Monthly", 100), ("Top-ups", 200)])
        .lapsed("02-03", Expired, 70);
}

#[test]
fn shape_63_a_balance_below_nothing() {
    // 120 of 100: 20 are overdrawn. Carried, they come off the next month; forgiven, they do not; kept, no credits pay them.
    let terms = |rule: &str| MONTHLY.replace("\"Plan\"", &format!("\"Plan\"\noverdrawn = \"{rule}\""));
    let story = |rule: &str| Story::of(&terms(rule)).spend("01-10", 120).overdrawn("01-11", 20);
    story("carried").has("02-01", &[("Monthly", 80)]).overdrawn("02-01", 0);
    story("forgiven_at_renewal").has("02-01", &[("Monthly", 100)]).overdrawn("02-01", 0);
    story("kept").has("02-01", &[("Monthly", 100)]).overdrawn("02-01", 20);
}

#[test]
fn shape_64_what_others_took_from_a_shared_pool() {
    // A pool is one account: what a colleague took is not logged here. The check finds it: 100 − 10 = 90, shown 60.
    let story = Story::of(MONTHLY).spend("01-10", 10).check("01-15", 60);
    let found = story.ledger("01-15").checks()[0].unlogged;
    assert_eq!(found.units(), 30);
    story.has("01-15", &[("Monthly", 60)]).has("02-01", &[("Monthly", 100)]);
}

#[test]
fn shape_65_two_meters_on_one_plan() {
    // Two pools, each for its own models: 30 and 50 leave 70 and 150, and neither pays for the other's.
    let terms = r#"
        name = "Cursor Pro"
        [[pots]]
        name = "Own models"
        rank = 1
        pays_only = ["composer"]
        carry = "none"
        grant = { amount = 100, every = "1 month", anchor = "2027-01-01 00:00" }
        [[pots]]
        name = "Other models"
        rank = 1
        pays_only = ["opus", "gpt"]
        carry = "none"
        grant = { amount = 200, every = "1 month", anchor = "2027-01-01 00:00" }
    "#;
    Story::of(terms)
        .spend_on("01-05", "composer", 30)
        .paid(1, &[("Own models", 30)])
        .spend_on("01-06", "gpt", 50)
        .paid(2, &[("Other models", 50)])
        .has("01-07", &[("Own models", 70), ("Other models", 150)])
        .spend_on("01-08", "composer", 90)
        .paid(3, &[("Own models", 70)])
        .overdrawn("01-08 13:00", 20);
}
