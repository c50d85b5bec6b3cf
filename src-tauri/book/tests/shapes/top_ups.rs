//! C. Top-ups.

use runout_core::facts::{ChangeMode, Fact};
use runout_core::ledger::LapseKind::Expired;

use super::story::{MONTHLY, Story, WITH_TOP_UPS};

/// The month with bought credits of another life.
fn living(life: &str) -> String {
    WITH_TOP_UPS.replace("\"forever\"", &format!("\"{life}\""))
}

#[test]
fn shape_29_bought_credits_that_never_end() {
    // 500 bought, 120 spent: the month's 100 and 20 of them. Five years later 480 are there.
    Story::of(WITH_TOP_UPS)
        .top_up("01-10", 500)
        .spend("01-20", 120)
        .has("01-21", &[("Monthly", 0), ("Top-ups", 480)])
        .has("2032-01-15", &[("Monthly", 100), ("Top-ups", 480)]);
}

#[test]
fn shape_30_a_fixed_life_from_the_purchase() {
    // 10 Jan, 15:00 + 90 days: 21 days to 31 Jan, 28 to 28 Feb, 31 to 31 Mar, 10 more: 10 Apr, 15:00. Months and years keep
    // the day and the time; 31 Jan + 1 month is 28 Feb.
    let lives = [
        ("90 days", "01-10 15:00", "04-10 14:59", "04-10 15:00"),
        ("30 days", "01-10 15:00", "02-09 14:59", "02-09 15:00"),
        ("1 month", "01-31 15:00", "02-28 14:59", "02-28 15:00"),
        ("12 months", "01-10 15:00", "2028-01-10 14:59", "2028-01-10 15:00"),
        ("2 years", "01-10 15:00", "2029-01-10 14:59", "2029-01-10 15:00"),
        ("5 years", "01-10 15:00", "2032-01-10 14:59", "2032-01-10 15:00"),
    ];
    for (life, bought, still, over) in lives {
        let story = Story::of(&living(life)).top_up(bought, 500);
        story
            .has(still, &[("Monthly", 100), ("Top-ups", 500)])
            .has(over, &[("Monthly", 100), ("Top-ups", 0)])
            .lapsed(over, Expired, 500);
    }
}

#[test]
fn shape_31_a_life_by_the_size_of_the_pack() {
    // The small pack ends on 31 Jan at noon, the large one on 1 Apr (30 + 28 + 31 + 1 days later). The small one pays.
    let terms = r#"
        name = "KreadoAI"
        [[pots]]
        name = "Top-ups"
        rank = 1
        [top_ups]
        pot = "Top-ups"
        life = "60 days"
        [[top_ups.packs]]
        name = "small"
        parts = [{ amount = 100, life = "30 days" }]
        [[top_ups.packs]]
        name = "large"
        parts = [{ amount = 1000, life = "90 days" }]
    "#;
    Story::of(terms)
        .buy("01-01 12:00", "large")
        .buy("01-01 12:00", "small")
        .spend("01-05", 50)
        .has("01-31 11:59", &[("Top-ups", 1_050)])
        .has("01-31 12:00", &[("Top-ups", 1_000)])
        .lapsed("01-31 12:00", Expired, 50)
        .has("04-01 11:59", &[("Top-ups", 1_000)])
        .has("04-01 12:00", &[("Top-ups", 0)]);
}

#[test]
fn shape_32_a_life_from_the_renewal() {
    // Bought on 20 Jan, counted from 1 Jan, when its cycle began: over on 1 Apr, together with March's 100.
    Story::of(&living("90 days from renewal"))
        .top_up("01-20 15:00", 300)
        .has("03-31 23:59", &[("Monthly", 100), ("Top-ups", 300)])
        .has("04-01", &[("Monthly", 100), ("Top-ups", 0)])
        .lapsed("04-01", Expired, 400);
}

#[test]
fn shape_33_frozen_while_the_plan_is_lapsed() {
    let frozen = |how: &str| living("12 months").replace("rank = 2", &format!("rank = 2\nwhile_lapsed = \"{how}\""));
    let story = |how: &str| {
        Story::of(&frozen(how))
            .top_up("01-10 12:00", 500)
            .happens("01-15", Fact::Cancel)
            .has("01-31", &[("Monthly", 100), ("Top-ups", 500)])
            // The cycle that was paid is over: the month ends, the bought credits are listed and cannot pay.
            .has("02-01", &[("Monthly", 0), ("Top-ups", 0)])
            .holds("02-01", "Top-ups", 500)
            .happens("06-01", Fact::Resume)
            .has("06-01", &[("Monthly", 100), ("Top-ups", 500)])
    };
    // The clock ran on: 10 Jan of the next year.
    story("frozen").holds("2028-01-10 11:59", "Top-ups", 500).holds("2028-01-10 12:00", "Top-ups", 0);
    // The clock stood still from 1 Feb to 1 Jun, 28 + 31 + 30 + 31 = 120 days: 21 to 31 Jan, 29 to 29 Feb, 31 to 31 Mar,
    // 30 to 30 Apr, 9 more: 9 May.
    story("frozen_and_held").holds("2028-05-09 11:59", "Top-ups", 500).holds("2028-05-09 12:00", "Top-ups", 0);
}

#[test]
fn shape_34_sold_only_on_some_tiers() {
    // The tier that sells none says so by having no top-ups; the one above it has them from the change on.
    let (free, paid) = (Story::of(MONTHLY), Story::of(WITH_TOP_UPS));
    assert!(free.terms().top_ups.is_none() && paid.terms().top_ups.is_some());
    free.change("01-10", ChangeMode::Difference, WITH_TOP_UPS)
        .top_up("01-11", 50)
        .has("01-11", &[("Monthly", 100), ("Top-ups", 50)])
        .has("02-01", &[("Monthly", 100), ("Top-ups", 50)]);
}

#[test]
fn shape_35_not_sold_at_all() {
    let ltx = Story::from("2026-11-15", include_str!("../../../docs/terms/ltx.toml"));
    assert!(ltx.terms().top_ups.is_none() && ltx.terms().auto_refill.is_none());
    ltx.has("01-01", &[("Monthly", 28_000)]);
}

/// Three hundred a month; less than a hundred left buys more.
fn refilling(rule: &str) -> String {
    let terms = r#"
        name = "Runway"
        [[pots]]
        name = "Monthly"
        rank = 1
        carry = "none"
        grant = { amount = 300, every = "1 month", anchor = "2027-01-01 00:00" }
        [[pots]]
        name = "Top-ups"
        rank = 2
        [auto_refill]
        below = 100
        pot = "Top-ups"
        life = "forever"
    "#;
    [terms, rule].concat()
}

#[test]
fn shape_36_a_refill_below_a_threshold() {
    // 300 − 150 = 150: enough. 60 would leave 90: 500 are bought before it. 600 of 590 would leave less than nothing: 500
    // more, once a spend, so 490 are left. 450 would leave 40, but two purchases are what 20 dollars buy. In February
    // 300 + 40 − 250 = 90 would be left: a new cycle, so 500 come again.
    Story::of(&refilling("buys = 500\nprice = \"USD 10.00\"\nat_most = \"USD 20.00\""))
        .spend("01-05", 150)
        .has("01-05 13:00", &[("Monthly", 150), ("Top-ups", 0)])
        .spend("01-06", 60)
        .has("01-06 13:00", &[("Monthly", 90), ("Top-ups", 500)])
        .spend("01-10", 600)
        .has("01-10 13:00", &[("Monthly", 0), ("Top-ups", 490)])
        .spend("01-11", 450)
        .has("01-11 13:00", &[("Monthly", 0), ("Top-ups", 40)])
        .spend("02-05", 250)
        .has("02-05 13:00", &[("Monthly", 50), ("Top-ups", 540)]);
    // To a target: 250 would leave 50; 950 are bought, so that 1,000 are there after it.
    Story::of(&refilling("up_to = 1000")).spend("01-05", 250).has("01-05 13:00", &[("Monthly", 50), ("Top-ups", 950)]);
}

#[test]
fn shape_37_pay_as_you_go_up_to_a_limit() {
    // 120 of 100: 20 are billed, nothing is overdrawn. Of 30 more the limit of 40 lets 20 through; 10 are overdrawn.
    let billed = |limit: &str| MONTHLY.replace("\"Plan\"", &format!("\"Plan\"\noverdrawn = \"billed\"\n{limit}"));
    Story::of(&billed("billed_at_most = 40"))
        .spend("01-10", 120)
        .has("01-10 13:00", &[("Monthly", 0)])
        .overdrawn("01-10 13:00", 0)
        .spend("01-11", 30)
        .overdrawn("01-11 13:00", 10);
    // Without a limit all of it is billed.
    Story::of(&billed("")).spend("01-10", 1_000).overdrawn("01-10 13:00", 0).has("02-01", &[("Monthly", 100)]);
}
