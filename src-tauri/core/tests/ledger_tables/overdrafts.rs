//! What no lot covers where it is never paid off, or billed.

use runout_core::terms::{Carry, IntervalUnit, Overdrawn, PotTerms, Terms};

use super::desk::{Desk, cadence, credits, every, line, pot};

/// 10 a month.
fn desk(overdrawn: Overdrawn) -> Desk {
    let month = Some((10, cadence(every(1, IntervalUnit::Month), "2026-11-15 00:00")));
    let pots = vec![pot("Monthly", 0, month, Carry::NONE), PotTerms::holding("Top-ups", 1)];
    Desk::new("2026-11-15 00:00", Terms { overdrawn, ..Terms::new("Overdrawn", pots) })
}

/// 5 stay open beside a top-up of 20 and over the renewal; a refund takes 3 of them; a check pays the 2 from the month.
#[test]
fn what_is_never_paid_off_stays_until_a_refund_or_a_check() {
    let desk = desk(Overdrawn::Kept)
        .spend("2026-11-16 10:00", 15)
        .bonus("2026-11-17 10:00", 20, "Top-ups")
        .refund("2026-12-16 10:00", 1, 3)
        .check("2026-12-17 10:00", 28);
    assert_eq!(desk.figures("2026-11-17 10:00"), "20 + 0 withheld - 5");
    assert_eq!(desk.figures("2026-12-15 00:00"), "30 + 0 withheld - 5");
    assert_eq!(desk.figures("2026-12-16 10:00"), "30 + 0 withheld - 2");
    assert_eq!(desk.lots("2026-12-17 10:00"), "monthly-2026-12-15 8, g2 20");
    assert_eq!(desk.ledger("2026-12-17 10:00").overdrawn().units(), 0);
}

/// 15 of 10: 5 on account. 4 more: 1 on account, the 6 of the cycle are used up, 3 are open until the renewal. The refund
/// of 5 takes 5 off the bill, which makes room for 2 of the next spend.
#[test]
fn shape_37_what_no_lot_covers_is_billed_up_to_the_limit_of_the_cycle() {
    let desk = desk(Overdrawn::Billed { limit: Some(credits(6)) })
        .spend("2026-11-16 10:00", 15)
        .spend("2026-11-17 10:00", 4)
        .refund("2026-11-18 10:00", 1, 5)
        .spend("2026-11-19 10:00", 2);
    let billed = |now: &str| (desk.ledger(now).billed().units(), desk.ledger(now).overdrawn().units());
    assert_eq!(billed("2026-11-16 10:00"), (5, 0));
    assert_eq!(billed("2026-11-17 10:00"), (6, 3));
    assert_eq!(billed("2026-11-18 10:00"), (1, 3));
    assert_eq!(billed("2026-11-19 10:00"), (3, 3));
    assert_eq!(billed("2026-12-15 00:00"), (0, 0));
    let statement = desk.statement("2026-11-15 00:00", "2026-12-15 00:00");
    assert_eq!(line(&statement), "0 + granted 13 + refunded 5 + forgiven 3 = spent 21 + 0");
    assert_eq!(statement.billed.units(), 3);
}

/// 10 spent, 4 back: the next 4 come from them, where nothing pays off what is overdrawn, too.
#[test]
fn what_comes_back_pays_the_next_spend_also_where_nothing_is_paid_off() {
    let desk = desk(Overdrawn::Kept)
        .spend("2026-11-16 10:00", 10)
        .refund("2026-11-17 10:00", 1, 4)
        .spend("2026-11-17 11:00", 4);
    assert_eq!(desk.figures("2026-11-17 10:00"), "4 + 0 withheld - 0");
    assert_eq!(desk.figures("2026-11-17 11:00"), "0 + 0 withheld - 0");
}
