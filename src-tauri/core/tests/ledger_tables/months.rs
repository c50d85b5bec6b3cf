//! Months: anchors at a month's end, changes of clocks, statements from renewal to renewal.

use runout_core::facts::EntryId;
use runout_core::ledger::{Cycle, What};

use super::desk::{Desk, at, line, ltx};

#[test]
fn a_month_on_the_31st_is_counted_from_its_anchor() {
    let desk = Desk::new("2026-01-31 09:00", ltx("2026-01-31 09:00")).spend("2026-02-28 08:59", 1_000);
    assert_eq!(desk.lots("2026-02-28 08:59"), "monthly-2026-01-31 27000");
    assert_eq!(desk.lots("2026-02-28 09:00"), "monthly-2026-02-28 28000");
    assert_eq!(desk.lots("2026-03-30 23:00"), "monthly-2026-02-28 28000");
    assert_eq!(desk.lots("2026-03-31 09:00"), "monthly-2026-03-31 28000");
    let cycle = Cycle { start: at("2026-03-31 09:00"), end: at("2026-04-30 09:00") };
    assert_eq!(desk.ledger("2026-04-02 00:00").cycle(), Some(cycle));
    assert_eq!(desk.ledger("2026-04-02 00:00").renewal_after(at("2026-05-01 00:00")), Some(at("2026-05-31 09:00")));
}

#[test]
fn a_renewal_at_midnight_stays_at_local_midnight_over_a_change_of_clocks() {
    let desk = Desk::new("2026-10-15 00:00", ltx("2026-10-15 00:00"));
    let cycles = desk.ledger("2026-12-01 00:00").cycles().to_vec();
    assert_eq!(cycles.len(), 2);
    assert_eq!(cycles[0].start.to_rfc3339(), "2026-10-14T22:00:00+00:00");
    assert_eq!(cycles[1].start.to_rfc3339(), "2026-11-14T23:00:00+00:00");
}

#[test]
fn a_renewal_in_a_skipped_hour_comes_when_the_clock_goes_on() {
    let desk = Desk::new("2026-03-01 00:00", ltx("2026-01-29 02:30")).spend("2026-03-20 00:00", 5_000);
    assert_eq!(desk.left("2026-03-29 01:59"), 23_000);
    assert_eq!(desk.left("2026-03-29 03:00"), 28_000);
}

#[test]
fn an_ltx_month_reads_nothing_plus_28_000_from_renewal_to_renewal() {
    let desk = Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00"))
        .spend("2026-11-20 10:00", 5_400)
        .spend("2026-11-25 10:00", 294)
        .check("2026-12-01 18:20", 22_000);
    let statement = desk.statement("2026-11-15 00:00", "2026-12-15 00:00");
    assert_eq!(line(&statement), "0 + granted 28000 = spent 5694 + unlogged 306 + expired 22000 + 0");
    let next = desk.statement("2026-12-15 00:00", "2026-12-20 00:00");
    assert_eq!(line(&next), "0 + granted 28000 = 28000");
    assert_eq!(statement.pots.len(), 1);
    assert_eq!(statement.pots[0].spent, statement.spent);
}

#[test]
fn the_cycle_that_holds_when_the_book_starts_grants_in_full() {
    let desk = Desk::new("2026-11-20 13:00", ltx("2026-11-15 00:00"));
    assert_eq!(desk.lots("2026-11-20 13:00"), "monthly-2026-11-20 28000");
    assert_eq!(desk.lots("2026-12-15 00:00"), "monthly-2026-12-15 28000");
}

#[test]
fn what_lies_before_the_start_is_not_in_the_balance() {
    let desk = Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00"))
        .spend("2026-11-14 23:59", 5_000)
        .top_up("2026-11-01 00:00", 900, None)
        .check("2026-11-10 00:00", 1)
        .refund("2026-11-16 00:00", 1, 5_000);
    assert_eq!(desk.left("2026-11-16 00:00"), 28_000);
}

#[test]
fn a_spend_stamped_with_the_renewal_belongs_after_it() {
    let desk = Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00")).spend("2026-12-15 00:00", 600);
    assert_eq!(desk.paid("2026-12-15 00:00", 1), "monthly-2026-12-15 600");
    assert_eq!(desk.statement("2026-11-15 00:00", "2026-12-15 00:00").spent.units(), 0);
}

#[test]
fn a_renewal_by_hand_ends_the_month_and_moves_the_anchor_where_it_says_so() {
    let desk = Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00")).spend("2026-11-20 00:00", 8_000);
    let kept = desk.clone().renew("2026-12-01 12:00", false);
    assert_eq!(kept.lots("2026-12-14 23:59"), "monthly-2026-12-01 28000");
    assert_eq!(kept.lots("2026-12-15 00:00"), "monthly-2026-12-15 28000");
    let moved = desk.renew("2026-12-01 12:00", true);
    assert_eq!(moved.lots("2026-12-31 23:00"), "monthly-2026-12-01 28000");
    assert_eq!(moved.lots("2027-01-01 12:00"), "monthly-2027-01-01 28000");
    let statement = moved.statement("2026-11-15 00:00", "2026-12-01 12:00");
    assert_eq!(line(&statement), "0 + granted 28000 = spent 8000 + expired 20000 + 0");
}

#[test]
fn the_moments_tell_a_renewal_in_its_order() {
    let desk = Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00")).spend("2026-11-20 00:00", 30_000);
    let ledger = desk.ledger("2026-12-15 00:00");
    let told: Vec<_> = ledger.moments().iter().map(|moment| (moment.what, moment.left.units())).collect();
    assert!(matches!(
        told[..],
        [
            (What::Granted { .. }, 28_000),
            (What::Spent(EntryId(1)), 0),
            (What::Forgiven, 0),
            (What::Renewed, 0),
            (What::Granted { .. }, 28_000),
        ]
    ));
}

#[test]
fn no_instant_is_too_far() {
    let desk = Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00"));
    for far in [runout_core::Instant::MAX_UTC, runout_core::Instant::MIN_UTC] {
        let ledger = runout_core::ledger::replay(&desk.facts, far, runout_core::ledger::Edge::After);
        assert!(ledger.is_ok(), "{far}");
    }
}

#[test]
fn a_service_in_another_zone_keeps_the_lots_that_were_ended_by_name() {
    let mut desk =
        Desk::new("2026-11-15 00:00", ltx("2026-11-15 00:00")).void("2026-11-20 12:00", "monthly-2026-11-15");
    assert_eq!(desk.lots("2026-11-22 12:00"), "");
    desk.facts.service.zone = runout_core::Zone::America__Los_Angeles;
    assert_eq!(desk.lots("2026-11-22 12:00"), "");
}
