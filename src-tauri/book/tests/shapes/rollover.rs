//! B. What a renewal keeps.

use runout_core::facts::{ChangeMode, Fact};
use runout_core::ledger::LapseKind::{AtGrant, AtReset, Expired};

use super::story::{MONTHLY, Story};

/// One hundred a month with a rule for what is left.
fn carrying(rule: &str) -> String {
    MONTHLY.replace("carry = \"none\"", &format!("carry = {rule}"))
}

/// What is left on the first of the months from January on, where nothing is spent.
fn firsts(terms: &str, expected: &[i64]) {
    let mut story = Story::of(terms);
    for (month, left) in (1..).zip(expected) {
        story = story.has(&format!("{month:02}-01"), &[("Monthly", *left)]);
    }
}

#[test]
fn shape_19_what_is_left_dies_at_the_renewal() {
    // 100 − 40 = 60 lapse; the month is 100 again, whatever was left.
    let story = Story::of(MONTHLY).spend("01-20", 40).has("01-31 23:59", &[("Monthly", 60)]);
    story.has("02-01", &[("Monthly", 100)]).lapsed("02-01", Expired, 60);
}

#[test]
fn shape_20_carried_for_one_cycle() {
    // January's 60 live until 1 Mar beside February's 100. The 30 of February come from January's, which end first; the
    // other 30 lapse on 1 Mar, and February's untouched 100 on 1 Apr.
    Story::of(&carrying("{ kept = \"1 cycle\" }"))
        .spend("01-20", 40)
        .has("02-01", &[("Monthly", 160)])
        .spend("02-10", 30)
        .has("02-28", &[("Monthly", 130)])
        .has("03-01", &[("Monthly", 200)])
        .lapsed("03-01", Expired, 30)
        .has("04-01", &[("Monthly", 200)])
        .lapsed("04-01", Expired, 100);
}

#[test]
fn shape_21_carried_for_five_cycles() {
    // January's 100 live five renewals longer than to 1 Feb: until 1 Jul. So six months stand together at most.
    firsts(&carrying("{ kept = \"5 cycles\" }"), &[100, 200, 300, 400, 500, 600, 600, 600]);
    Story::of(&carrying("{ kept = \"5 cycles\" }")).lapsed("07-01", Expired, 100);
}

#[test]
fn shape_22_cap_on_the_amount_carried() {
    // 2 x: of the 300 on 1 Apr 200 are carried, 100 lapse, 100 come.
    let two = carrying("{ kept = \"while_subscribed\", at_most = \"2 x allotment\" }");
    firsts(&two, &[100, 200, 300, 300, 300]);
    Story::of(&two).lapsed("03-01", AtReset, 0).lapsed("04-01", AtReset, 100);
    // 1 x: from 1 Mar on 100 of 200 lapse.
    firsts(&carrying("{ kept = \"while_subscribed\", at_most = \"1 x allotment\" }"), &[100, 200, 200, 200]);
    // Half an allotment: 50 of 100, then 50 of 150.
    let half = carrying("{ kept = \"while_subscribed\", at_most = \"1/2 x allotment\" }");
    firsts(&half, &[100, 150, 150]);
    Story::of(&half).lapsed("02-01", AtReset, 50).lapsed("03-01", AtReset, 100);
    // Another rule: half of what is left, rounded down. 41 give 20, and 20 + 100 = 120 give 60.
    Story::of(&carrying("{ kept = \"while_subscribed\", share = \"1/2\" }"))
        .spend("01-10", 59)
        .has("02-01", &[("Monthly", 120)])
        .lapsed("02-01", AtReset, 21)
        .has("03-01", &[("Monthly", 160)]);
}

#[test]
fn shape_23_cap_on_the_total_after_the_grant() {
    // 3 x: on 1 Apr the 300 are kept and the whole new month is lost, though it is paid. After 50 are spent, 250 are kept
    // and the month is cut to 50.
    let terms = carrying("{ kept = \"while_subscribed\", total_at_most = \"3 x allotment\" }");
    firsts(&terms, &[100, 200, 300, 300]);
    Story::of(&terms)
        .lapsed("03-01", AtGrant, 0)
        .lapsed("04-01", AtGrant, 100)
        .spend("04-10", 50)
        .has("04-30", &[("Monthly", 250)])
        .has("05-01", &[("Monthly", 300)])
        .lapsed("05-01", AtGrant, 50)
        .lapsed("05-01", AtReset, 0);
}

/// The month's rest moves into a bank of three months.
const BANK: &str = r#"
    name = "Leonardo.ai Premium"
    [[pots]]
    name = "Monthly"
    rank = 1
    carry = { kept = "until_renewal", bank = "Bank", bank_at_most = "3 x allotment" }
    grant = { amount = 100, every = "1 month", anchor = "2027-01-01 00:00" }
    [[pots]]
    name = "Bank"
    rank = 2
"#;

#[test]
fn shape_24_cap_on_a_separate_bank() {
    // The bank grows by 100 to 300, with the month on top: 400 in all. On 1 May nothing fits: 100 lapse. 150 in May: the
    // month, then 50 of the bank. On 1 Jun the month is empty; 20 in June leave 80, of which 50 fit on 1 Jul.
    Story::of(BANK)
        .has("01-01", &[("Monthly", 100), ("Bank", 0)])
        .has("02-01", &[("Monthly", 100), ("Bank", 100)])
        .has("04-01", &[("Monthly", 100), ("Bank", 300)])
        .has("05-01", &[("Monthly", 100), ("Bank", 300)])
        .spend("05-10", 150)
        .paid(1, &[("Monthly", 100), ("Bank", 50)])
        .has("06-01", &[("Monthly", 100), ("Bank", 250)])
        .spend("06-10", 20)
        .has("07-01", &[("Monthly", 100), ("Bank", 300)]);
}

#[test]
fn shape_25_a_cap_that_differs_with_the_billing_period() {
    // Monthly billing carries one allotment, annual billing two. Who changes on 1 Mar with 200 left keeps them all, and
    // has 300; on 1 Apr 200 of them are carried.
    let monthly = carrying("{ kept = \"while_subscribed\", at_most = \"1 x allotment\" }");
    let annual = carrying("{ kept = \"while_subscribed\", at_most = \"2 x allotment\" }");
    firsts(&monthly, &[100, 200, 200]);
    Story::of(&monthly)
        .change("03-01", ChangeMode::Next, &annual)
        .has("02-28", &[("Monthly", 200)])
        .has("03-01", &[("Monthly", 300)])
        .has("04-01", &[("Monthly", 300)]);
}

#[test]
fn shape_26_carried_credits_keep_their_end_or_get_that_of_the_cycle() {
    // Sixty days from 1 Jan are over on 2 Mar: on 1 Mar January's 60 are still there beside February's and March's 100.
    Story::of(&carrying("{ kept = \"60 days\" }"))
        .spend("01-20", 40)
        .has("02-01", &[("Monthly", 160)])
        .has("03-01", &[("Monthly", 260)])
        .has("03-02", &[("Monthly", 200)])
        .lapsed("03-02", Expired, 60);
    // What is carried ends with the cycle that it is carried into: January's 60 on 1 Mar.
    let story = Story::of(&carrying("{ kept = \"1 cycle\" }")).spend("01-20", 40);
    story.has("03-01", &[("Monthly", 200)]).lapsed("03-01", Expired, 60);
}

#[test]
fn shape_27_carried_without_end_while_subscribed() {
    // 100 more each month; the cancellation ends them all with the cycle.
    let terms = carrying("\"all\"");
    firsts(&terms, &[100, 200, 300, 400, 500, 600]);
    Story::of(&terms)
        .happens("06-10", Fact::Cancel)
        .has("06-30", &[("Monthly", 600)])
        .has("07-01", &[("Monthly", 0)])
        .lapsed("07-01", Expired, 600);
}

#[test]
fn shape_28_a_rule_that_changes_on_a_date() {
    // Until 1 Apr everything is carried; from then on nothing is: 300 lapse. Who was grandfathered has no new version.
    let (old, new) = (carrying("\"all\""), MONTHLY);
    Story::of(&old)
        .change("04-01", ChangeMode::Next, new)
        .has("03-31", &[("Monthly", 300)])
        .has("04-01", &[("Monthly", 100)])
        .has("05-01", &[("Monthly", 100)]);
    firsts(&old, &[100, 200, 300, 400, 500]);
}
