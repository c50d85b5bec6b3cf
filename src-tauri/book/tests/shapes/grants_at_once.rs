//! A. Grants: several of them, their ceilings, their kinds.

use chrono_tz::UTC;
use runout_core::facts::ChangeMode;
use runout_core::ledger::LapseKind::Expired;

use super::story::{MONTHLY, Story};

#[test]
fn shape_10_daily_with_a_ceiling_for_the_month() {
    let terms = r#"
        name = "Lovable Free"
        [[pots]]
        name = "Daily"
        rank = 1
        carry = "none"
        [pots.grant]
        amount = 5
        every = "1 day"
        anchor = "2027-01-01 00:00"
        mode = "refill_to"
        ceiling = { amount = 30, every = "1 month", anchor = "2027-01-01 00:00" }
    "#;
    // Five a day on six days are 30: nothing more until 1 Feb.
    let mut story = Story::of(terms);
    for day in 1..=6 {
        story = story.spend(&format!("01-0{day}"), 5);
    }
    story
        .has("01-06 11:00", &[("Daily", 5)])
        .has("01-07", &[("Daily", 0)])
        .has("01-31", &[("Daily", 0)])
        .has("02-01", &[("Daily", 5)]);
    // 28 taken on six days: the seventh fills to min(5, 30 − 28) = 2, and so does every day after it.
    let mut story = Story::of(terms);
    for (day, amount) in (1..).zip([5, 5, 5, 5, 5, 3]) {
        story = story.spend(&format!("01-0{day}"), amount);
    }
    story
        .has("01-06 13:00", &[("Daily", 2)])
        .has("01-07", &[("Daily", 2)])
        .spend("01-08", 1)
        .has("01-09", &[("Daily", 1)]);
}

#[test]
fn shape_10_a_month_with_a_limit_for_the_day() {
    // 25.0 a month, 7.5 a day (in tenths: 250 and 75). 5.0 in the morning leave 2.5 for the day and 20.0 in the pot; of
    // 4.0 in the evening the month pays 2.5 and the next pot 1.5. On 2 Jan 7.5 of the 17.5 can be taken again.
    let terms = r#"
        name = "MGX Free"
        [[pots]]
        name = "Monthly"
        rank = 1
        carry = "none"
        grant = { amount = 25, every = "1 month", anchor = "2027-01-01 00:00" }
        day_limit = { amount = 7.5, anchor = "2027-01-01 00:00" }
        [[pots]]
        name = "Gifts"
        rank = 2
        grant = { amount = 10, every = "once" }
        carry = "all"
    "#;
    Story::in_zone(terms, UTC, "01-01", 1)
        .has("01-01", &[("Monthly", 75), ("Gifts", 100)])
        .spend("01-01 09:00", 50)
        .has("01-01 10:00", &[("Monthly", 25), ("Gifts", 100)])
        .holds("01-01 10:00", "Monthly", 200)
        .spend("01-01 18:00", 40)
        .paid(2, &[("Monthly", 25), ("Gifts", 15)])
        .has("01-01 19:00", &[("Monthly", 0), ("Gifts", 85)])
        .has("01-02", &[("Monthly", 75), ("Gifts", 85)])
        .holds("01-02", "Monthly", 175);
}

/// A day, a month and bought credits side by side.
const THREE_KINDS: &str = r#"
    name = "PixVerse"
    [[pots]]
    name = "Daily"
    rank = 1
    carry = "none"
    grant = { amount = 10, every = "1 day", anchor = "2027-01-01 00:00", mode = "refill_to" }
    [[pots]]
    name = "Monthly"
    rank = 2
    carry = "none"
    grant = { amount = 100, every = "1 month", anchor = "2027-01-01 00:00" }
    [[pots]]
    name = "Top-ups"
    rank = 3
    [top_ups]
    pot = "Top-ups"
    life = "forever"
"#;

#[test]
fn shape_11_a_day_a_month_and_bought_credits_at_once() {
    // 30: 10 of the day, 20 of the month. 90: the month's 80, 10 bought. The next day has 10 again.
    Story::of(THREE_KINDS)
        .top_up("01-01", 50)
        .spend("01-02", 30)
        .paid(2, &[("Daily", 10), ("Monthly", 20)])
        .spend("01-02 13:00", 90)
        .paid(3, &[("Monthly", 80), ("Top-ups", 10)])
        .has("01-02 23:59", &[("Daily", 0), ("Monthly", 0), ("Top-ups", 40)])
        .has("01-03", &[("Daily", 10), ("Monthly", 0), ("Top-ups", 40)])
        .has("02-01", &[("Daily", 10), ("Monthly", 100), ("Top-ups", 40)]);
}

#[test]
fn shape_12_a_day_only_when_the_month_is_used_up() {
    let terms = r#"
        name = "Suno Pro"
        [[pots]]
        name = "Monthly"
        rank = 1
        carry = "none"
        grant = { amount = 100, every = "1 month", anchor = "2027-01-01 00:00" }
        [[pots]]
        name = "Daily"
        rank = 2
        carry = "none"
        [pots.grant]
        amount = 50
        every = "1 day"
        anchor = "2027-01-01 00:00"
        mode = "refill_to"
        when_empty = ["Monthly"]
    "#;
    // 100 − 60 = 40. The month cannot pay 50: 50 come for the day, which pays 10 of it; 40 lapse at midnight. Nothing
    // comes by itself on the 7th; the next spend brings 50 again.
    Story::of(terms)
        .spend("01-05", 60)
        .has("01-06 11:00", &[("Monthly", 40), ("Daily", 0)])
        .spend("01-06", 50)
        .paid(2, &[("Monthly", 40), ("Daily", 10)])
        .has("01-06 23:59", &[("Monthly", 0), ("Daily", 40)])
        .has("01-07", &[("Monthly", 0), ("Daily", 0)])
        .lapsed("01-07", Expired, 40)
        .spend("01-07", 20)
        .has("01-07 13:00", &[("Monthly", 0), ("Daily", 30)])
        .has("02-01", &[("Monthly", 100), ("Daily", 0)]);
    // A spend that empties the month exactly brings nothing.
    Story::of(terms).spend("01-05", 100).has("01-06", &[("Monthly", 0), ("Daily", 0)]);
}

#[test]
fn shape_14_an_allotment_chosen_on_a_scale() {
    // One tier, another step: 200 − 50 = 150, the step to 400 adds 200, and 400 come from then on.
    let step = |amount: &str| {
        let steps = format!("amount = {amount}, scale = [100, 200, 400]");
        MONTHLY.replace("amount = 100", &steps)
    };
    let story = Story::of(&step("200")).spend("01-05", 50).has("01-09", &[("Monthly", 150)]);
    assert_eq!(story.terms().pots[0].grant.as_ref().unwrap().scale.len(), 3);
    story
        .change("01-10", ChangeMode::Difference, &step("400"))
        .has("01-10", &[("Monthly", 350)])
        .has("02-01", &[("Monthly", 400)]);
}

#[test]
fn shape_15_an_add_on_that_renews_with_the_plan() {
    // 100 and 300; 150 spent: the month's 100, then 50 of the add-on. On 1 Feb its 250 lapse and both come anew.
    let terms = [
        MONTHLY,
        r#"
        [[pots]]
        name = "Add-on"
        rank = 2
        carry = "none"
        grant = { amount = 300, every = "1 month", anchor = "2027-01-01 00:00" }
        "#,
    ];
    Story::of(&terms.concat())
        .spend("01-10", 150)
        .paid(1, &[("Monthly", 100), ("Add-on", 50)])
        .has("01-31", &[("Monthly", 0), ("Add-on", 250)])
        .has("02-01", &[("Monthly", 100), ("Add-on", 300)])
        .lapsed("02-01", Expired, 250);
}

#[test]
fn shape_16_a_welcome_gift_with_an_end_of_its_own() {
    // 60 for thirty days from 1 Jan, 10:00. It ends before the month does, so it pays first: 60 − 20 = 40, which lapse on
    // 31 Jan at 10:00.
    let terms = [MONTHLY, "[[pots]]\nname = \"Gifts\"\nrank = 1"].concat();
    Story::of(&terms)
        .give("01-01 10:00", 60, "Gifts", "01-31 10:00")
        .spend("01-05", 20)
        .has("01-31 09:59", &[("Monthly", 100), ("Gifts", 40)])
        .has("01-31 10:00", &[("Monthly", 100), ("Gifts", 0)])
        .lapsed("01-31 10:00", Expired, 40);
}

#[test]
fn shape_17_the_bonus_of_a_pack_is_another_kind_of_credits() {
    // The pack fills two pots. The bonus pays only for the app's own model: the API's 100 come from the bought ones; of
    // the app's 250 the bonus pays 200.
    let terms = r#"
        name = "Kling Pro"
        [[pots]]
        name = "Bonus"
        rank = 1
        pays_only = ["kling-3"]
        [[pots]]
        name = "Top-ups"
        rank = 2
        [top_ups]
        pot = "Top-ups"
        life = "2 years"
        [[top_ups.packs]]
        name = "3,300 + 200"
        price = "USD 50.00"
        parts = [{ amount = 3300 }, { amount = 200, pot = "Bonus", bonus = true }]
    "#;
    let story = Story::of(terms)
        .buy("01-05", "3,300 + 200")
        .spend_on("01-06", "kling-api", 100)
        .spend_on("01-07", "Kling-3", 250);
    story
        .paid(3, &[("Top-ups", 100)])
        .paid(4, &[("Bonus", 200), ("Top-ups", 50)])
        .holds("01-08", "Bonus", 0)
        .holds("01-08", "Top-ups", 3_150)
        .holds("2029-01-04 23:59", "Top-ups", 3_150)
        .holds("2029-01-05", "Top-ups", 0);
}

#[test]
fn shape_18_any_unit_with_its_decimals() {
    // 200.00 − 3 × 0.25 = 199.25, in hundredths.
    let terms = MONTHLY.replace("amount = 100", "amount = 200.00");
    let story = Story::in_zone(&terms, UTC, "01-01", 2);
    story.spend("01-05", 25).spend("01-06", 25).spend("01-07", 25).has("01-08", &[("Monthly", 19_925)]);
}
