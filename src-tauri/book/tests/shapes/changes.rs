//! E. Changes of plan.

use runout_core::facts::{ChangeMode, Fact};
use runout_core::ledger::LapseKind::{AtReset, Expired};

use super::story::{MONTHLY, Story};

/// A larger tier: 225 a month.
fn larger() -> String {
    MONTHLY.replace("amount = 100", "amount = 225")
}

/// 30 of 100 are spent when the larger tier begins on 11 Jan.
fn upgraded(mode: ChangeMode) -> Story {
    Story::of(MONTHLY).spend("01-05", 30).change("01-11", mode, &larger()).has("01-10 23:59", &[("Monthly", 70)])
}

#[test]
fn shape_47_an_upgrade_adds_the_difference() {
    // 70 + (225 − 100) = 195; the anchor stays, so all of it lapses on 1 Feb.
    upgraded(ChangeMode::Difference)
        .has("01-11", &[("Monthly", 195)])
        .has("01-31", &[("Monthly", 195)])
        .has("02-01", &[("Monthly", 225)])
        .lapsed("02-01", Expired, 195);
}

#[test]
fn shape_48_an_upgrade_fills_up_to_the_new_allotment() {
    // 70 become 225; the anchor stays.
    upgraded(ChangeMode::UpTo)
        .has("01-11", &[("Monthly", 225)])
        .spend("01-15", 25)
        .has("01-31", &[("Monthly", 200)])
        .has("02-01", &[("Monthly", 225)]);
}

#[test]
fn shape_49_an_upgrade_grants_in_full_and_starts_a_new_cycle() {
    // 70 + 225 = 295, and the next renewal is on 11 Feb: 1 Feb changes nothing.
    upgraded(ChangeMode::Full)
        .has("01-11", &[("Monthly", 295)])
        .has("02-01", &[("Monthly", 295)])
        .has("02-10 23:59", &[("Monthly", 295)])
        .has("02-11", &[("Monthly", 225)])
        .lapsed("02-11", Expired, 295);
}

#[test]
fn shape_50_an_upgrade_in_proportion_to_what_is_left_of_the_cycle() {
    // 21 of 31 days are left: 125 x 21 / 31 = 84.67…, which is 85; 70 + 85 = 155.
    upgraded(ChangeMode::Prorate)
        .has("01-11", &[("Monthly", 155)])
        .has("01-31", &[("Monthly", 155)])
        .has("02-01", &[("Monthly", 225)]);
}

#[test]
fn shape_51_both_lots_live_to_their_own_ends() {
    // 70 until 1 Feb beside 225 until 11 Feb.
    upgraded(ChangeMode::Both)
        .has("01-11", &[("Monthly", 295)])
        .has("02-01", &[("Monthly", 225)])
        .lapsed("02-01", Expired, 70)
        .has("02-10 23:59", &[("Monthly", 225)])
        .has("02-11", &[("Monthly", 225)])
        .lapsed("02-11", Expired, 225);
}

#[test]
fn shape_52_the_user_picks_the_way() {
    // The way belongs to the change, not to the plan: in full from today, or the share of the cycle that is left.
    upgraded(ChangeMode::Full).has("01-11", &[("Monthly", 295)]).has("02-01", &[("Monthly", 295)]);
    upgraded(ChangeMode::Prorate).has("01-11", &[("Monthly", 155)]).has("02-01", &[("Monthly", 225)]);
}

#[test]
fn shape_53_a_downgrade_at_the_renewal() {
    // What is left is lost with the old month: 100 − 30 = 70.
    let smaller = MONTHLY.replace("amount = 100", "amount = 50");
    Story::of(MONTHLY)
        .spend("01-05", 30)
        .change("02-01", ChangeMode::Next, &smaller)
        .has("01-31", &[("Monthly", 70)])
        .has("02-01", &[("Monthly", 50)])
        .lapsed("02-01", Expired, 70);
    // Or cut to the new cap: 300 on 1 Apr, of which 2 x 50 are kept; 50 come.
    let rule = |terms: &str| {
        terms.replace("carry = \"none\"", "carry = { kept = \"while_subscribed\", at_most = \"2 x allotment\" }")
    };
    Story::of(&rule(MONTHLY))
        .change("04-01", ChangeMode::Next, &rule(&smaller))
        .has("03-31", &[("Monthly", 300)])
        .has("04-01", &[("Monthly", 150)])
        .lapsed("04-01", AtReset, 200);
}

#[test]
fn shape_54_a_cancellation_ends_the_plans_credits_with_the_cycle() {
    // In February: 100, a bank of 100, 50 bought. On 1 Mar the month and the bank are lost; the bought 50 are frozen, or
    // stay usable, as the terms say.
    let terms = |lapsed: &str| {
        format!(
            r#"
            name = "Leonardo.ai Premium"
            [[pots]]
            name = "Monthly"
            rank = 1
            carry = {{ kept = "until_renewal", bank = "Bank", bank_at_most = "3 x allotment" }}
            grant = {{ amount = 100, every = "1 month", anchor = "2027-01-01 00:00" }}
            [[pots]]
            name = "Bank"
            rank = 2
            [[pots]]
            name = "Top-ups"
            rank = 3
            while_lapsed = "{lapsed}"
            [top_ups]
            pot = "Top-ups"
            life = "forever"
            "#
        )
    };
    let cancelled = |lapsed: &str| {
        Story::of(&terms(lapsed))
            .top_up("01-10", 50)
            .happens("02-10", Fact::Cancel)
            .has("02-28", &[("Monthly", 100), ("Bank", 100), ("Top-ups", 50)])
            .lapsed("03-01", Expired, 200)
            .holds("03-01", "Bank", 0)
            .holds("06-01", "Top-ups", 50)
    };
    cancelled("frozen_and_held").has("03-01", &[("Monthly", 0), ("Bank", 0), ("Top-ups", 0)]);
    cancelled("usable").has("03-01", &[("Monthly", 0), ("Bank", 0), ("Top-ups", 50)]);
}

#[test]
fn shape_55_an_early_renewal() {
    // 10 are left on 20 Jan; they lapse, 100 are there, and the next renewal is on 20 Feb.
    Story::of(MONTHLY)
        .spend("01-10", 90)
        .happens("01-20", Fact::Renewal { moves_anchor: true })
        .has("01-19", &[("Monthly", 10)])
        .has("01-20", &[("Monthly", 100)])
        .lapsed("01-20", Expired, 10)
        .spend("02-05", 10)
        .has("02-19", &[("Monthly", 90)])
        .has("02-20", &[("Monthly", 100)]);
}

#[test]
fn shape_56_a_pause() {
    // Ten days from 11 Jan: the renewal of 1 Feb comes on 11 Feb, and so do the ones after it; what is left stays and pays.
    let paused = |terms: &str, until: &str| {
        Story::of(terms).spend("01-05", 30).happens("01-11", Fact::Pause).happens(until, Fact::Resume)
    };
    paused(MONTHLY, "01-21")
        .spend("01-15", 5)
        .has("02-01", &[("Monthly", 65)])
        .has("02-11", &[("Monthly", 100)])
        .spend("02-20", 1)
        .has("03-10", &[("Monthly", 99)])
        .has("03-11", &[("Monthly", 100)]);
    // Two months, 59 days from 11 Jan to 11 Mar: nothing comes on 1 Feb and 1 Mar; 1 Feb + 59 days = 1 Apr.
    paused(MONTHLY, "03-11")
        .has("03-10", &[("Monthly", 70)])
        .has("03-31", &[("Monthly", 70)])
        .has("04-01", &[("Monthly", 100)]);
    // Where the renewals stand, the ten days change nothing.
    let stands = MONTHLY.replace("\"Plan\"", "\"Plan\"\npause = \"anchor_stands\"");
    paused(&stands, "01-21").has("01-31", &[("Monthly", 70)]).has("02-01", &[("Monthly", 100)]);
    // And of the two months the renewals that fell into the pause are left out.
    paused(&stands, "03-11").has("03-31", &[("Monthly", 70)]).has("04-01", &[("Monthly", 100)]);
}
