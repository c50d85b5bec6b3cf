//! Changes of terms.

use runout_core::facts::ChangeMode;
use runout_core::terms::{Carry, IntervalUnit, Terms};

use super::desk::{Desk, cadence, every, ltx, pot};

/// The month of 15 Nov with so many credits.
fn month(amount: i64) -> Terms {
    let monthly = cadence(every(1, IntervalUnit::Month), "2026-11-15 00:00");
    let pots = vec![pot("Monthly", 0, Some((amount, monthly)), Carry::NONE), pot("Top-ups", 0, None, Carry::ALL)];
    Terms { pots, ..ltx("2026-11-15 00:00") }
}

/// 8,000 a month, of which 3,000 are spent when 28,000 begin on the 25th, a third into the cycle.
fn changed(mode: ChangeMode) -> Desk {
    Desk::new("2026-11-15 00:00", month(8_000)).spend("2026-11-20 10:00", 3_000).terms(
        "2026-11-25 00:00",
        mode,
        month(28_000),
    )
}

#[test]
fn each_mode_does_what_its_name_says() {
    let cases = [
        (ChangeMode::Difference, "monthly-2026-11-15 25000", "monthly-2026-12-15 28000"),
        (ChangeMode::UpTo, "monthly-2026-11-15 28000", "monthly-2026-12-15 28000"),
        (ChangeMode::Prorate, "monthly-2026-11-15 18333", "monthly-2026-12-15 28000"),
        (
            ChangeMode::Full,
            "monthly-2026-11-15 5000, monthly-2026-11-25 28000",
            "monthly-2026-11-15 5000, monthly-2026-11-25 28000",
        ),
        (ChangeMode::Both, "monthly-2026-11-15 5000, monthly-2026-11-25 28000", "monthly-2026-11-25 28000"),
        (ChangeMode::Next, "monthly-2026-11-15 5000", "monthly-2026-12-15 28000"),
    ];
    for (mode, now, later) in cases {
        assert_eq!(changed(mode).lots("2026-11-25 00:00"), now, "{mode:?}, when it begins");
        assert_eq!(changed(mode).lots("2026-12-15 00:00"), later, "{mode:?}, at the old renewal");
    }
}

#[test]
fn full_and_both_count_the_cycle_from_their_own_day() {
    for mode in [ChangeMode::Full, ChangeMode::Both] {
        assert_eq!(changed(mode).lots("2026-12-24 23:59").split(", ").last(), Some("monthly-2026-11-25 28000"));
        assert_eq!(changed(mode).lots("2026-12-25 00:00"), "monthly-2026-12-25 28000", "{mode:?}");
    }
}

#[test]
fn a_smaller_allotment_takes_nothing_back() {
    for mode in [ChangeMode::Difference, ChangeMode::UpTo, ChangeMode::Prorate] {
        let desk = Desk::new("2026-11-15 00:00", month(28_000)).terms("2026-11-25 00:00", mode, month(8_000));
        assert_eq!(desk.left("2026-11-25 00:00"), 28_000, "{mode:?}");
        assert_eq!(desk.left("2026-12-15 00:00"), 8_000, "{mode:?}");
    }
}

#[test]
fn a_change_at_the_renewal_is_the_renewal_of_the_new_terms() {
    for mode in [ChangeMode::Difference, ChangeMode::UpTo, ChangeMode::Full, ChangeMode::Both, ChangeMode::Next] {
        let desk = Desk::new("2026-11-15 00:00", month(8_000)).terms("2026-12-15 00:00", mode, month(28_000));
        assert_eq!(desk.lots("2026-12-15 00:00"), "monthly-2026-12-15 28000", "{mode:?}");
    }
}

#[test]
fn the_anchor_that_a_renewal_by_hand_moved_is_kept_by_a_change_of_the_allotment() {
    let desk = Desk::new("2026-11-15 00:00", month(8_000)).renew("2026-12-01 12:00", true).terms(
        "2026-12-05 00:00",
        ChangeMode::Difference,
        month(28_000),
    );
    assert_eq!(desk.lots("2026-12-31 00:00"), "monthly-2026-12-01 28000");
    assert_eq!(desk.lots("2027-01-01 12:00"), "monthly-2027-01-01 28000");
}

#[test]
fn a_pot_that_the_new_terms_drop_gets_nothing_more_and_ends_by_its_own_rule() {
    let weekly = cadence(every(1, IntervalUnit::Week), "2026-11-16 00:00");
    let mut terms = month(8_000);
    terms.pots.push(pot("Weekly", 1, Some((100, weekly)), Carry::NONE));
    let desk = Desk::new("2026-11-16 00:00", terms).terms("2026-11-25 00:00", ChangeMode::Difference, month(8_000));
    assert_eq!(desk.lots("2026-11-25 00:00"), "monthly-2026-11-16 8000, weekly-2026-11-23 100");
    assert_eq!(desk.lots("2026-11-30 00:00"), "monthly-2026-11-16 8000");
}
