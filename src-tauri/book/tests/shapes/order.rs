//! D. Who pays first.

use super::story::{Story, WITH_TOP_UPS};

/// Three kinds of credits, in an order of their own: the month, what rolled over from it, and bought ones.
fn ordered(monthly: u8, bank: u8, top_ups: u8) -> Story {
    let terms = format!(
        r#"
        name = "Plan"
        [[pots]]
        name = "Monthly"
        rank = {monthly}
        carry = {{ kept = "until_renewal", bank = "Bank", bank_at_most = "3 x allotment" }}
        grant = {{ amount = 100, every = "1 month", anchor = "2027-01-01 00:00" }}
        [[pots]]
        name = "Bank"
        rank = {bank}
        [[pots]]
        name = "Top-ups"
        rank = {top_ups}
        [top_ups]
        pot = "Top-ups"
        life = "forever"
        "#
    );
    // In February each holds 100, 100 and 50.
    let all = [("Monthly", 100), ("Bank", 100), ("Top-ups", 50)];
    Story::of(&terms).top_up("01-10", 50).has("02-01", &all)
}

#[test]
fn shape_38_what_ends_before_what_does_not() {
    // The same rank: the month ends on 1 Feb, bought credits do not.
    Story::of(&WITH_TOP_UPS.replace("rank = 2", "rank = 1"))
        .top_up("01-02", 500)
        .burns("01-03", &["Monthly", "Top-ups"])
        .spend("01-10", 130)
        .paid(2, &[("Monthly", 100), ("Top-ups", 30)])
        .has("01-11", &[("Monthly", 0), ("Top-ups", 470)]);
}

#[test]
fn shape_39_the_soonest_end_whatever_the_kind() {
    // Bought on 1 Jan for a year, given on 5 Jan until 5 Feb: the gift pays its 100, then 20 bought ones. A later gift ends
    // on 20 Jan of the next year, after the bought ones: now these pay.
    let terms = r#"
        name = "OpenAI API"
        [[pots]]
        name = "Top-ups"
        rank = 1
        [[pots]]
        name = "Gifts"
        rank = 1
        [top_ups]
        pot = "Top-ups"
        life = "1 year"
    "#;
    Story::of(terms)
        .top_up("01-01 12:00", 500)
        .give("01-05", 100, "Gifts", "02-05")
        .spend("01-10", 120)
        .paid(3, &[("Gifts", 100), ("Top-ups", 20)])
        .give("12-20", 50, "Gifts", "2028-01-20")
        .burns("12-20", &["Top-ups", "Gifts"])
        .spend("12-21", 30)
        .paid(5, &[("Top-ups", 30)])
        .has("12-22", &[("Top-ups", 450), ("Gifts", 50)]);
}

#[test]
fn shape_40_the_month_before_what_was_bought() {
    // The rank decides, though the bought credits end on 20 Jan, before the month does.
    Story::of(&WITH_TOP_UPS.replace("\"forever\"", "\"10 days\""))
        .top_up("01-10", 500)
        .spend("01-12", 50)
        .paid(2, &[("Monthly", 50)])
        .has("01-19", &[("Monthly", 50), ("Top-ups", 500)])
        .has("01-20", &[("Monthly", 50), ("Top-ups", 0)]);
}

#[test]
fn shape_41_the_plan_then_what_rolled_over_then_the_rest() {
    // 220 = 100 + 100 + 20.
    ordered(1, 2, 3)
        .spend("02-10", 220)
        .paid(2, &[("Monthly", 100), ("Bank", 100), ("Top-ups", 20)])
        .has("02-11", &[("Monthly", 0), ("Bank", 0), ("Top-ups", 30)]);
}

#[test]
fn shape_42_what_rolled_over_then_the_plan_then_the_rest() {
    // 120 = 100 + 20, then 90 = 80 + 10.
    ordered(2, 1, 3)
        .spend("02-10", 120)
        .paid(2, &[("Bank", 100), ("Monthly", 20)])
        .spend("02-11", 90)
        .paid(3, &[("Monthly", 80), ("Top-ups", 10)]);
}

#[test]
fn shape_43_what_was_bought_before_the_plan() {
    // 60 = 50 + 10.
    ordered(2, 3, 1)
        .spend("02-10", 60)
        .paid(2, &[("Top-ups", 50), ("Monthly", 10)])
        .has("02-11", &[("Monthly", 90), ("Bank", 100), ("Top-ups", 0)]);
}

#[test]
fn shape_44_the_free_kind_last() {
    // 210 = 100 of the month + 100 bought + 10 free ones.
    let terms = [
        WITH_TOP_UPS,
        "[[pots]]\nname = \"Free\"\nrank = 3\ncarry = \"all\"\n[pots.grant]\namount = 30\nevery = \"once\"",
    ];
    Story::of(&terms.concat())
        .top_up("01-02", 100)
        .spend("01-10", 210)
        .paid(2, &[("Monthly", 100), ("Top-ups", 100), ("Free", 10)])
        .has("01-11", &[("Monthly", 0), ("Top-ups", 0), ("Free", 20)]);
}

#[test]
fn shape_45_credits_for_some_actions_only() {
    // The day's 5 pay for building alone: of 8 built the day pays 5 and the month 3. Of 4 asked on the next day the month
    // pays all, and the day's 5 are still there; a spend without an action is paid by the month too.
    let terms = r#"
        name = "Lovable Pro"
        [[pots]]
        name = "Daily"
        rank = 1
        pays_only = ["build"]
        carry = "none"
        grant = { amount = 5, every = "1 day", anchor = "2027-01-01 00:00", mode = "refill_to" }
        [[pots]]
        name = "Monthly"
        rank = 2
        carry = "none"
        grant = { amount = 100, every = "1 month", anchor = "2027-01-01 00:00" }
    "#;
    Story::of(terms)
        .spend_on("01-05", "build", 8)
        .paid(1, &[("Daily", 5), ("Monthly", 3)])
        .spend_on("01-06", "chat", 4)
        .paid(2, &[("Monthly", 4)])
        .spend("01-06 13:00", 3)
        .paid(3, &[("Monthly", 3)])
        .has("01-06 14:00", &[("Daily", 5), ("Monthly", 90)]);
}

#[test]
fn shape_46_first_in_first_out_within_a_rank() {
    // The older gift pays 100 of 120, though the younger one ends sooner; by the soonest end it would be the other way.
    let terms = |first: &str| {
        format!(
            "name = \"UnitPay\"\nwithin_rank = \"{first}\"\n[[pots]]\nname = \"A\"\nrank = 1\n[[pots]]\nname = \"B\"\nrank = 1"
        )
    };
    let story = |first: &str| {
        Story::of(&terms(first)).give("01-05", 100, "A", "12-31").give("01-10", 100, "B", "02-28").spend("01-12", 120)
    };
    story("oldest").paid(3, &[("A", 100), ("B", 20)]).has("03-01", &[("A", 0), ("B", 0)]);
    story("soonest_end").paid(3, &[("B", 100), ("A", 20)]).has("03-01", &[("A", 80), ("B", 0)]);
}
