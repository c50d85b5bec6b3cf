//! What renewals keep: shares, caps, banks, ages. 1,000 a month from 15 Jan.

use runout_core::terms::{Cap, Carry, CarryCap, IntervalUnit, Kept, PotName, PotTerms, Ratio, Terms};

use super::desk::{Desk, cadence, credits, every, line, ltx, pot};

const HALF: Ratio = Ratio { parts: 1, of: 2 };

fn times(parts: u32) -> Cap {
    Cap::Allotments(Ratio { parts, of: 1 })
}

/// A month of so many credits with a carry rule, beside a pot that nothing fills.
fn month(amount: i64, carry: Carry) -> Terms {
    let monthly = cadence(every(1, IntervalUnit::Month), "2026-01-15 00:00");
    let pots = vec![pot("Monthly", 0, Some((amount, monthly)), carry), PotTerms::holding("Bank", 1)];
    Terms { pots, top_ups: None, ..ltx("2026-01-15 00:00") }
}

fn carrying(carry: Carry) -> Desk {
    Desk::new("2026-01-15 00:00", month(1_000, carry))
}

fn banked(cap: Cap) -> Carry {
    Carry { cap: Some(CarryCap::Bank { pot: PotName("Bank".to_owned()), cap }), ..Carry::NONE }
}

/// Left at each instant.
fn table(desk: &Desk, rows: &[(&str, &str)]) {
    for (at, lots) in rows {
        assert_eq!(desk.lots(at), *lots, "{at}");
    }
}

#[test]
fn half_of_what_is_left_is_carried_rounded_down() {
    // 999 left: 499 stay. In March 499 + 1,000 = 1,499: 749 stay, the older lot is cut first (all 499, and 251).
    let desk = carrying(Carry { share: HALF, ..Carry::ALL }).spend("2026-01-20 10:00", 1);
    table(
        &desk,
        &[
            ("2026-02-14 23:59", "monthly-2026-01-15 999"),
            ("2026-02-15 00:00", "monthly-2026-01-15 499, monthly-2026-02-15 1000"),
            ("2026-03-15 00:00", "monthly-2026-02-15 749, monthly-2026-03-15 1000"),
        ],
    );
    let statement = desk.statement("2026-01-15 00:00", "2026-03-15 00:00");
    assert_eq!(line(&statement), "0 + granted 2000 = spent 1 + cut 1250 + 749");
}

#[test]
fn half_of_the_allotment_is_carried_at_most() {
    // 900 left, 500 carried; 1,500 left, 500 carried.
    let half = Cap::Allotments(HALF);
    let desk = carrying(Carry::up_to(half)).spend("2026-01-20 10:00", 100);
    table(
        &desk,
        &[
            ("2026-02-15 00:00", "monthly-2026-01-15 500, monthly-2026-02-15 1000"),
            ("2026-03-15 00:00", "monthly-2026-02-15 500, monthly-2026-03-15 1000"),
        ],
    );
}

#[test]
fn a_share_then_a_cap_then_the_age_combine() {
    // Carried for one cycle, half of it, at most 400. February: half of 1,000 = 500, capped 400.
    // March: January's 400 are two cycles old and end; half of February's 1,000, capped: 400.
    let desk = carrying(Carry {
        kept: Kept::Cycles(1),
        share: HALF,
        cap: Some(CarryCap::Carried(Cap::Credits(credits(400)))),
    });
    table(
        &desk,
        &[
            ("2026-02-15 00:00", "monthly-2026-01-15 400, monthly-2026-02-15 1000"),
            ("2026-03-15 00:00", "monthly-2026-02-15 400, monthly-2026-03-15 1000"),
        ],
    );
    let statement = desk.statement("2026-01-15 00:00", "2026-03-15 00:00");
    assert_eq!(line(&statement), "0 + granted 2000 = expired 400 + cut 1200 + 400");
}

#[test]
fn a_cap_on_the_total_keeps_what_was_carried_and_cuts_the_new_grant() {
    // At most 2,500 after the grant: January 1,000, February 2,000, March 2,000 + 500 of 1,000, April 2,500 + 0.
    let total = Carry { cap: Some(CarryCap::Total(Cap::Credits(credits(2_500)))), ..Carry::ALL };
    let desk = carrying(total);
    table(
        &desk,
        &[
            ("2026-02-15 00:00", "monthly-2026-01-15 1000, monthly-2026-02-15 1000"),
            ("2026-03-15 00:00", "monthly-2026-01-15 1000, monthly-2026-02-15 1000, monthly-2026-03-15 500"),
            ("2026-04-15 00:00", "monthly-2026-01-15 1000, monthly-2026-02-15 1000, monthly-2026-03-15 500"),
        ],
    );
    let march = desk.statement("2026-03-15 00:00", "2026-04-15 00:00");
    assert_eq!(line(&march), "2000 + granted 1000 = lapsed at grant 500 + 2500");
    let february = desk.statement("2026-02-15 00:00", "2026-03-15 00:00");
    assert_eq!(line(&february), "1000 + granted 1000 = 2000");
}

#[test]
fn a_cap_in_allotments_goes_by_the_allotment_of_the_cycle_that_ends() {
    // 3 x 1,000. The larger month of 20 Mar counts for April's renewal: 3 x 2,000.
    let total = Carry { cap: Some(CarryCap::Total(times(3))), ..Carry::ALL };
    let desk = carrying(total.clone()).terms(
        "2026-04-20 00:00",
        runout_core::facts::ChangeMode::Difference,
        month(2_000, total),
    );
    assert_eq!(desk.left("2026-04-15 00:00"), 3_000);
    assert_eq!(desk.left("2026-04-20 00:00"), 4_000);
    assert_eq!(desk.left("2026-05-15 00:00"), 6_000);
    assert_eq!(desk.left("2026-06-15 00:00"), 6_000);
}

#[test]
fn a_smaller_plan_from_the_renewal_on_cuts_to_its_own_cap() {
    // 3,000 carried; from 15 Apr 500 a month, at most 3 x 500 in all: 1,500 carried, nothing new fits.
    let total = Carry { cap: Some(CarryCap::Total(times(3))), ..Carry::ALL };
    let desk =
        carrying(total.clone()).terms("2026-04-01 00:00", runout_core::facts::ChangeMode::Next, month(500, total));
    assert_eq!(desk.left("2026-04-14 23:59"), 3_000);
    assert_eq!(desk.left("2026-04-15 00:00"), 1_500);
    let april = desk.statement("2026-04-15 00:00", "2026-05-15 00:00");
    assert_eq!(line(&april), "1500 + granted 500 = lapsed at grant 500 + 1500");
}

#[test]
fn a_bank_takes_what_is_left_up_to_its_cap_and_the_month_comes_on_top() {
    // Bank of 3 x 1,000. Left: 900, then 800, then 1,000, then 1,000: 900, 1,700, 2,700, 3,000 in the bank.
    let desk = carrying(banked(times(3))).spend("2026-01-20 10:00", 100).spend("2026-02-20 10:00", 200);
    table(
        &desk,
        &[
            ("2026-02-15 00:00", "monthly-2026-02-15 1000, bank-2026-02-15 900"),
            ("2026-03-15 00:00", "monthly-2026-03-15 1000, bank-2026-02-15 1700"),
            ("2026-04-15 00:00", "monthly-2026-04-15 1000, bank-2026-02-15 2700"),
            ("2026-05-15 00:00", "monthly-2026-05-15 1000, bank-2026-02-15 3000"),
        ],
    );
    let april = desk.statement("2026-04-15 00:00", "2026-05-15 00:00");
    assert_eq!(line(&april), "2700 + granted 1000 = cut 700 + 3000");
    let (month, bank) = (&april.pots[0], &april.pots[1]);
    assert_eq!((month.moved_out.units(), month.lapsed.units(), month.closing.units()), (300, 700, 0));
    assert_eq!((bank.opening.units(), bank.moved_in.units(), bank.closing.units()), (2_700, 300, 3_000));
}

#[test]
fn a_bank_takes_its_share_and_a_refund_of_its_own_comes_back_only_before_the_renewal() {
    // Half of 1,000 is banked. 1,200 are spent of 1,000 + 500: 200 of the bank. A refund of 300 within the cycle goes
    // 200 to the bank, 100 to the month; after the renewal it lapses.
    let share = Carry { share: HALF, ..banked(times(3)) };
    let desk = carrying(share).spend("2026-02-20 10:00", 1_200);
    assert_eq!(desk.lots("2026-02-20 10:00"), "bank-2026-02-15 300");
    let soon = desk.clone().refund("2026-02-21 10:00", 1, 300);
    assert_eq!(soon.lots("2026-02-21 10:00"), "monthly-2026-02-15 100, bank-2026-02-15 500");
    let late = desk.refund("2026-03-16 10:00", 1, 300);
    assert_eq!(late.lots("2026-03-16 10:00"), "monthly-2026-03-15 1000, bank-2026-02-15 300");
}

#[test]
fn a_grant_that_lives_90_days_keeps_its_end_whatever_the_renewals() {
    // 15 Jan + 90 days = 15 Apr, 15 Feb + 90 days = 16 May.
    let desk = carrying(Carry { kept: Kept::For(every(90, IntervalUnit::Day)), ..Carry::ALL });
    table(
        &desk,
        &[
            ("2026-04-14 23:59", "monthly-2026-01-15 1000, monthly-2026-02-15 1000, monthly-2026-03-15 1000"),
            ("2026-04-15 00:00", "monthly-2026-02-15 1000, monthly-2026-03-15 1000, monthly-2026-04-15 1000"),
            (
                "2026-05-15 00:00",
                "monthly-2026-02-15 1000, monthly-2026-03-15 1000, monthly-2026-04-15 1000, monthly-2026-05-15 1000",
            ),
            ("2026-05-16 00:00", "monthly-2026-03-15 1000, monthly-2026-04-15 1000, monthly-2026-05-15 1000"),
        ],
    );
}

#[test]
fn a_whole_year_at_once_and_a_month_that_coincides_with_it() {
    // 15 Jan: both. The month ends on 15 Feb; the year's 12,000 end on 15 Jan 2027, when both come anew.
    let yearly = cadence(every(1, IntervalUnit::Year), "2026-01-15 00:00");
    let mut terms = month(1_000, Carry::NONE);
    terms.pots.insert(1, pot("Year", 1, Some((12_000, yearly)), Carry::NONE));
    let desk = Desk::new("2026-01-15 00:00", terms).spend("2026-02-01 10:00", 3_000);
    table(
        &desk,
        &[
            ("2026-02-01 10:00", "year-2026-01-15 10000"),
            ("2026-02-15 00:00", "monthly-2026-02-15 1000, year-2026-01-15 10000"),
            ("2027-01-14 23:59", "monthly-2026-12-15 1000, year-2026-01-15 10000"),
            ("2027-01-15 00:00", "monthly-2027-01-15 1000, year-2027-01-15 12000"),
        ],
    );
}
