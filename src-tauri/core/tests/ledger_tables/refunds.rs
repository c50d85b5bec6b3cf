//! Refunds.

use runout_core::facts::{EntryId, LotEnd};

use super::desk::{Desk, at, line, ltx};

fn with_a_pack_that_ends_first() -> Desk {
    Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00"))
        .top_up("2026-11-16 10:00", 400, Some(LotEnd::At(at("2026-11-20 00:00"))))
        .spend("2026-11-17 10:00", 1_000)
}

#[test]
fn the_slices_burned_last_come_back_first_each_to_its_own_lot() {
    let desk = with_a_pack_that_ends_first().refund("2026-11-18 10:00", 2, 800);
    assert_eq!(desk.lots("2026-11-18 10:00"), "g1 200, monthly-2026-11-15 28000");
    assert_eq!(desk.paid("2026-11-18 10:00", 2), "g1 200");
    assert_eq!(desk.ledger("2026-11-18 10:00").refunded(EntryId(2)).units(), 800);
}

#[test]
fn credits_that_come_back_to_an_ended_lot_lapse_at_once() {
    let desk = with_a_pack_that_ends_first().refund("2026-11-21 10:00", 2, 1_000);
    assert_eq!(desk.left("2026-11-21 10:00"), 28_000);
    let statement = desk.statement("2026-11-15 00:00", "2026-11-22 00:00");
    assert_eq!(line(&statement), "0 + granted 28400 + refunded 1000 = spent 1000 + expired 400 + 28000");
}

#[test]
fn no_more_comes_back_than_was_spent() {
    let desk = with_a_pack_that_ends_first().refund("2026-11-18 10:00", 2, 900).refund("2026-11-18 11:00", 2, 900);
    assert_eq!(desk.left("2026-11-18 11:00"), 28_400);
    assert_eq!(desk.ledger("2026-11-18 11:00").refunded(EntryId(2)).units(), 1_000);
}

#[test]
fn what_was_never_covered_is_taken_back_first_also_when_it_was_forgiven() {
    let desk = Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00")).spend("2026-11-17 10:00", 30_000);
    let open = desk.clone().refund("2026-11-18 10:00", 1, 1_500);
    assert_eq!(open.ledger("2026-11-18 10:00").overdrawn().units(), 500);
    let forgiven = desk.refund("2026-12-16 10:00", 1, 2_500);
    let statement = forgiven.statement("2026-11-15 00:00", "2026-12-17 00:00");
    assert_eq!(line(&statement), "0 + granted 56000 + refunded 2500 = spent 30000 + expired 500 + 28000");
}

#[test]
fn credits_that_come_back_pay_what_is_overdrawn() {
    let desk = Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00"))
        .spend("2026-11-17 10:00", 28_000)
        .spend("2026-11-18 10:00", 300)
        .refund("2026-11-19 10:00", 1, 1_000);
    assert_eq!(desk.lots("2026-11-19 10:00"), "monthly-2026-11-15 700");
    assert_eq!(desk.paid("2026-11-19 10:00", 2), "monthly-2026-11-15 300");
}
