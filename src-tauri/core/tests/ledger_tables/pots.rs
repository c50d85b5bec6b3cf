//! Top-ups, ranks, carry rules, and who pays first.

use runout_core::facts::LotEnd;
use runout_core::terms::{Cap, Carry, IntervalUnit, Life, Overdrawn, Terms};

use super::desk::{Desk, at, cadence, every, line, ltx, pot};

fn november() -> Desk {
    Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00"))
}

/// The same month with another carry rule, of 1,000.
fn carrying(carry: Carry) -> Desk {
    let monthly = cadence(every(1, IntervalUnit::Month), "2026-01-15 00:00");
    let pots = vec![pot("Monthly", 0, Some((1_000, monthly)), carry)];
    Desk::new("2026-01-15 00:00", Terms { pots, top_ups: None, ..ltx("2026-01-15 00:00") })
}

#[test]
fn a_top_up_before_and_after_the_spend_that_needs_it() {
    let before = november().top_up("2026-11-16 10:00", 5_000, None).spend("2026-11-17 10:00", 30_000);
    assert_eq!(before.paid("2026-11-18 00:00", 2), "monthly-2026-11-15 28000, g1 2000");
    let after = november().spend("2026-11-17 10:00", 30_000).top_up("2026-11-18 10:00", 5_000, None);
    assert_eq!(after.paid("2026-11-18 09:59", 1), "monthly-2026-11-15 28000, 2000 not covered");
    assert_eq!(after.paid("2026-11-18 10:00", 1), "monthly-2026-11-15 28000, g2 2000");
    assert_eq!(after.lots("2026-11-18 10:00"), "g2 3000");
    let statement = after.statement("2026-11-18 10:00", "2026-11-19 00:00");
    assert_eq!(line(&statement), "-2000 + granted 5000 = 3000");
}

#[test]
fn the_month_burns_before_a_90_day_pack_of_the_same_rank_unless_the_pack_ends_first() {
    let desk = november().top_up("2026-11-16 10:00", 5_000, None).top_up(
        "2026-11-16 11:00",
        700,
        Some(LotEnd::At(at("2026-11-28 00:00"))),
    );
    assert_eq!(desk.lots("2026-11-16 12:00"), "g2 700, monthly-2026-11-15 28000, g1 5000");
    assert_eq!(desk.lots("2026-11-28 00:00"), "monthly-2026-11-15 28000, g1 5000");
    assert_eq!(desk.lots("2027-02-14 09:59"), "g1 5000, monthly-2027-01-15 28000");
    assert_eq!(desk.lots("2027-02-14 10:00"), "monthly-2027-01-15 28000");
}

#[test]
fn a_pack_until_the_renewal_ends_with_it_and_burns_after_the_free_month() {
    let desk = november().top_up("2026-11-16 10:00", 700, Some(LotEnd::After(Life::UntilRenewal)));
    assert_eq!(desk.lots("2026-12-14 00:00"), "monthly-2026-11-15 28000, g1 700");
    assert_eq!(desk.lots("2026-12-15 00:00"), "monthly-2026-12-15 28000");
}

#[test]
fn rank_comes_before_the_end() {
    let mut terms = ltx("2026-11-15 00:00");
    terms.pots[0].rank = 1;
    let desk = Desk::new("2026-11-15 00:00", terms).top_up("2026-11-16 10:00", 5_000, None);
    assert_eq!(desk.lots("2026-11-16 10:00"), "g1 5000, monthly-2026-11-15 28000");
}

#[test]
fn everything_is_carried() {
    let desk = carrying(Carry::ALL).spend("2026-02-20 10:00", 1_300);
    assert_eq!(desk.lots("2026-03-15 00:00"), "monthly-2026-02-15 700, monthly-2026-03-15 1000");
}

#[test]
fn at_most_1_500_are_carried_and_the_oldest_are_cut_first() {
    let desk = carrying(Carry::up_to(Cap::Credits(super::desk::credits(1_500)))).spend("2026-01-20 10:00", 200);
    assert_eq!(desk.left("2026-02-15 00:00"), 1_800);
    assert_eq!(
        desk.lots("2026-03-15 00:00"),
        "monthly-2026-01-15 500, monthly-2026-02-15 1000, monthly-2026-03-15 1000"
    );
    assert_eq!(
        desk.lots("2026-04-15 00:00"),
        "monthly-2026-02-15 500, monthly-2026-03-15 1000, monthly-2026-04-15 1000"
    );
    let statement = desk.statement("2026-01-15 00:00", "2026-04-15 00:00");
    assert_eq!(line(&statement), "0 + granted 3000 = spent 200 + cut 1300 + 1500");
}

#[test]
fn carried_for_one_cycle_each_lot_keeps_its_own_age() {
    let desk = carrying(Carry::cycles(1)).spend("2026-02-20 10:00", 400);
    assert_eq!(desk.paid("2026-02-21 00:00", 1), "monthly-2026-01-15 400");
    assert_eq!(desk.lots("2026-03-15 00:00"), "monthly-2026-02-15 1000, monthly-2026-03-15 1000");
    let statement = desk.statement("2026-01-15 00:00", "2026-03-15 00:00");
    assert_eq!(line(&statement), "0 + granted 2000 = spent 400 + expired 600 + 1000");
}

#[test]
fn what_is_overdrawn_is_forgiven_at_the_renewal_or_carried_as_the_terms_say() {
    let desk = carrying(Carry::NONE).spend("2026-01-20 10:00", 1_200);
    assert_eq!(desk.left("2026-02-15 00:00"), 1_000);
    let statement = desk.statement("2026-01-15 00:00", "2026-02-15 00:00");
    assert_eq!(line(&statement), "0 + granted 1000 + forgiven 200 = spent 1200 + 0");
    let mut carried = desk;
    carried.facts.terms[0].terms.overdrawn = Overdrawn::Carried;
    assert_eq!(carried.left("2026-02-15 00:00"), 800);
    assert_eq!(carried.paid("2026-02-15 00:00", 1), "monthly-2026-01-15 1000, monthly-2026-02-15 200");
}

#[test]
fn a_void_takes_what_is_left_once_and_an_extended_end_is_another_end() {
    let desk = november().top_up("2026-11-16 10:00", 5_000, Some(LotEnd::At(at("2026-11-20 00:00"))));
    let voided = desk.clone().void("2026-11-17 10:00", "g1").void("2026-11-18 10:00", "g1");
    let statement = voided.statement("2026-11-15 00:00", "2026-11-25 00:00");
    assert_eq!(line(&statement), "0 + granted 33000 = voided 5000 + 28000");
    let late = desk.clone().void("2026-11-21 10:00", "g1");
    assert_eq!(late.statement("2026-11-15 00:00", "2026-11-25 00:00").lapsed_by.expired.units(), 5_000);
    let extended = desk.extend("2026-11-17 10:00", "g1", "2026-11-22 00:00");
    assert_eq!(extended.left("2026-11-21 23:59"), 33_000);
    assert_eq!(extended.left("2026-11-22 00:00"), 28_000);
}

#[test]
fn an_extended_month_is_not_taken_by_the_renewal() {
    let desk = november().extend("2026-12-10 10:00", "monthly-2026-11-15", "2026-12-20 00:00");
    assert_eq!(desk.lots("2026-12-15 00:00"), "monthly-2026-11-15 28000, monthly-2026-12-15 28000");
    assert_eq!(desk.lots("2026-12-20 00:00"), "monthly-2026-12-15 28000");
}

#[test]
fn a_grant_that_is_still_to_come_is_pending_and_not_left() {
    let desk = november().top_up("2026-12-01 10:00", 5_000, None);
    let ledger = desk.ledger("2026-11-20 00:00");
    assert_eq!(ledger.left().units(), 28_000);
    assert_eq!((ledger.pending().len(), ledger.pending()[0].amount.units()), (1, 5_000));
    assert_eq!(desk.left("2026-12-01 10:00"), 33_000);
    assert!(desk.ledger("2026-12-01 10:00").pending().is_empty());
    let extended = desk.extend("2026-11-20 10:00", "g1", "2026-12-03 00:00");
    assert_eq!((extended.left("2026-12-02 23:59"), extended.left("2026-12-03 00:00")), (33_000, 28_000));
}
