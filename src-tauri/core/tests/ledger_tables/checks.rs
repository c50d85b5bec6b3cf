//! Balance checks.

use runout_core::facts::{EntryId, Fact};

use super::desk::{Desk, ZONE, at, line, ltx};

fn november() -> Desk {
    Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00"))
}

#[test]
fn a_check_finds_2_010_unlogged_and_a_late_entry_turns_1_500_of_them_into_logged() {
    let desk = november().spend("2026-11-20 10:00", 5_400).check("2026-12-04 15:40", 20_590);
    let before = desk.ledger("2026-12-05 00:00");
    let outcome = before.check(EntryId(2)).expect("an outcome");
    assert_eq!((outcome.computed.units(), outcome.unlogged.units()), (22_600, 2_010));
    assert_eq!(before.left().units(), 20_590);

    let late = desk.spend("2026-12-02 20:00", 1_500);
    let after = late.ledger("2026-12-05 00:00");
    let outcome = after.check(EntryId(2)).expect("an outcome");
    assert_eq!((outcome.computed.units(), outcome.unlogged.units()), (21_100, 510));
    assert_eq!(after.left().units(), 20_590);
    let statement = late.statement("2026-11-15 00:00", "2026-12-15 00:00");
    assert_eq!(line(&statement), "0 + granted 28000 = spent 6900 + unlogged 510 + expired 20590 + 0");
}

#[test]
fn an_equal_check_confirms_and_moves_nothing() {
    let desk = november().spend("2026-11-20 10:00", 5_400).check("2026-11-21 10:00", 22_600);
    let ledger = desk.ledger("2026-11-22 00:00");
    let outcome = &ledger.checks()[0];
    assert_eq!((outcome.unlogged.units(), outcome.gained.units()), (0, 0));
    assert_eq!(ledger.left().units(), 22_600);
}

#[test]
fn a_gain_undoes_what_is_overdrawn_then_the_last_slice_then_makes_a_lot() {
    let desk = november()
        .spend("2026-11-16 10:00", 27_000)
        .check("2026-11-17 10:00", 1_000)
        .spend("2026-11-18 10:00", 600)
        .spend("2026-11-19 10:00", 900)
        .check("2026-11-20 10:00", 1_700);
    let ledger = desk.ledger("2026-11-20 10:00");
    let outcome = &ledger.checks()[1];
    assert_eq!((outcome.computed.units(), outcome.gained.units()), (-500, 2_200));
    assert_eq!(desk.lots("2026-11-20 10:00"), "monthly-2026-11-15 1000, c5 700");
    assert_eq!(desk.paid("2026-11-20 10:00", 4), "");
    assert_eq!(desk.paid("2026-11-20 10:00", 1), "monthly-2026-11-15 27000");
    assert_eq!(desk.lots("2026-12-15 00:00"), "monthly-2026-12-15 28000");
}

#[test]
fn a_refund_of_what_a_gain_has_put_back_adds_nothing() {
    let desk = november().spend("2026-11-16 10:00", 5_400).check("2026-11-17 10:00", 28_000);
    let refunded = desk.refund("2026-11-18 10:00", 1, 5_400);
    let ledger = refunded.ledger("2026-11-18 10:00");
    assert_eq!(ledger.left().units(), 28_000);
    assert_eq!(ledger.checks()[0].explained.units(), 5_400);
    assert_eq!(ledger.refunded(EntryId(1)).units(), 5_400);
    let statement = refunded.statement("2026-11-15 00:00", "2026-12-15 00:00");
    assert_eq!(line(&statement), "0 + granted 28000 + refunded 5400 = spent 5400 + expired 28000 + 0");
}

#[test]
fn what_is_shown_below_nothing_stays_overdrawn_to_the_unit() {
    let desk = november().spend("2026-11-16 10:00", 28_000).check("2026-11-17 10:00", -120);
    let ledger = desk.ledger("2026-11-17 10:00");
    assert_eq!((ledger.left().units(), ledger.overdrawn().units()), (0, 120));
    let paid = desk.top_up("2026-11-18 10:00", 1_000, None).ledger("2026-11-18 10:00");
    assert_eq!((paid.left().units(), paid.overdrawn().units()), (880, 0));
}

#[test]
fn a_check_of_one_pot_leaves_the_others_alone() {
    let desk = november().top_up("2026-11-16 10:00", 5_000, None);
    let less = desk.clone().check_pot("2026-11-17 10:00", "Top-ups", 4_200);
    assert_eq!(less.lots("2026-11-17 10:00"), "monthly-2026-11-15 28000, g1 4200");
    let more = desk.check_pot("2026-11-17 10:00", "Top-ups", 5_600);
    assert_eq!(more.lots("2026-11-17 10:00"), "monthly-2026-11-15 28000, g1 5000, c2 600");
}

#[test]
fn it_ran_out_just_now_is_a_check_of_nothing() {
    let desk = november().check("2026-12-02 09:00", 0);
    let ledger = desk.ledger("2026-12-02 09:00");
    assert_eq!((ledger.left().units(), ledger.checks()[0].unlogged.units()), (0, 28_000));
}

/// The renewals of a ledger: the day of each, and the check that confirmed it.
fn renewals(desk: &Desk, when: &str) -> Vec<(String, Option<i64>)> {
    let renewals = desk.ledger(when).renewals();
    let day = |at: runout_core::Instant| at.with_timezone(&ZONE).format("%F").to_string();
    renewals.into_iter().map(|one| (day(one.at), one.confirmed_by.map(|entry| entry.0))).collect()
}

#[test]
fn a_renewal_is_expected_until_a_check_confirms_it() {
    let desk = november().check("2026-11-20 10:00", 28_000);
    let day = |day: &str, check| (day.to_owned(), check);
    assert_eq!(renewals(&desk, "2026-12-14 12:00"), [], "the book's own first cycle is no renewal");
    assert_eq!(renewals(&desk, "2026-12-15 00:00"), [day("2026-12-15", None)], "a check before it says nothing of it");
    let checked = desk.clone().check("2026-12-16 09:00", 28_000);
    assert_eq!(renewals(&checked, "2026-12-16 08:00"), [day("2026-12-15", None)]);
    assert_eq!(renewals(&checked, "2026-12-16 09:00"), [day("2026-12-15", Some(2))]);
    let then = [day("2026-12-15", Some(2)), day("2027-01-15", None)];
    assert_eq!(renewals(&checked, "2027-01-20 09:00"), then);
    assert_eq!(renewals(&desk.check("2026-12-15 00:00", 28_000), "2026-12-15 00:00"), [day("2026-12-15", Some(2))]);
}

#[test]
fn a_renewal_that_did_not_come_is_none_until_it_came() {
    let not_come = Fact::Shift { renewal: at("2026-12-15 00:00"), to: None };
    let desk = november().log("2026-12-15 08:00", not_come);
    assert_eq!(renewals(&desk, "2026-12-15 09:00"), []);
    let came = Fact::Shift { renewal: at("2026-12-15 00:00"), to: Some(at("2026-12-16 12:00")) };
    let came = desk.log("2026-12-16 12:30", came);
    assert_eq!(renewals(&came, "2026-12-16 13:00"), [("2026-12-16".to_owned(), None)]);
    let checked = came.check("2026-12-16 13:00", 28_000);
    assert_eq!(renewals(&checked, "2026-12-16 13:00"), [("2026-12-16".to_owned(), Some(3))]);
}

#[test]
fn a_check_of_one_pot_confirms_a_renewal_that_fills_it() {
    let desk = november().top_up("2026-11-20 10:00", 5_000, None);
    let of = |pot: &str, shown| desk.clone().check_pot("2026-12-16 09:00", pot, shown);
    let confirmed = |desk: &Desk| desk.ledger("2026-12-16 09:00").confirmed_by(at("2026-12-15 00:00"));
    assert_eq!(confirmed(&of("Top-ups", 5_000)), None);
    assert_eq!(confirmed(&of("Monthly", 28_000)), Some(EntryId(2)));
}
