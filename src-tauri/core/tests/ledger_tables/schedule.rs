//! Pauses, renewals that came late or early, corrected terms. 1,000 a month from 15 Jan, Berlin.

use runout_core::facts::{ChangeMode, Fact, LotEnd, TermsVersion};
use runout_core::ledger::PlanState;
use runout_core::terms::{Carry, IntervalUnit, Life, PausedAnchor, Terms, TopUpTerms, WhileLapsed};

use super::desk::{Desk, at, cadence, every, ltx, pot};
use super::plan::{desk, month, table};

#[test]
fn a_pause_stops_every_grant_and_moves_the_renewals_by_its_length_on_the_wall_clock() {
    // Paused from 10 Mar 12:00 to 30 Mar 14:00, over the change of clocks: 20 days and 2 hours by the wall clock. The
    // renewal of 15 Mar 00:00 comes on 4 Apr 02:00; the anchor of 15 Jan is 4 Feb 02:00 now.
    let paused = |pause| {
        let terms = Terms { pause, ..month(1_000, Carry::NONE, WhileLapsed::Usable) };
        Desk::new("2026-01-15 00:00", terms).log("2026-03-10 12:00", Fact::Pause).log("2026-03-30 14:00", Fact::Resume)
    };
    let moves = paused(PausedAnchor::Moves);
    table(
        &moves,
        &[
            ("2026-03-15 00:00", "monthly-2026-02-15 1000"),
            ("2026-04-04 01:59", "monthly-2026-02-15 1000"),
            ("2026-04-04 02:00", "monthly-2026-04-04 1000"),
            ("2026-05-04 02:00", "monthly-2026-05-04 1000"),
        ],
    );
    assert_eq!(moves.ledger("2026-03-20 00:00").plan(), PlanState::Paused { since: at("2026-03-10 12:00") });
    assert_eq!(moves.ledger("2026-03-20 00:00").renewal_after(at("2026-03-20 00:00")), None);
    let stands = paused(PausedAnchor::Stands);
    table(
        &stands,
        &[
            ("2026-03-30 14:00", "monthly-2026-02-15 1000"),
            ("2026-04-14 23:59", "monthly-2026-02-15 1000"),
            ("2026-04-15 00:00", "monthly-2026-04-15 1000"),
        ],
    );
}

#[test]
fn a_pause_just_after_a_renewal_does_not_bring_the_next_one_forward() {
    // Anchor 10 Feb + 20 days = 2 Mar. The renewal after 10 Mar was the second from the anchor, and stays it: 2 May.
    let monthly = cadence(every(1, IntervalUnit::Month), "2026-02-10 00:00");
    let terms = Terms { pots: vec![pot("Monthly", 0, Some((1_000, monthly)), Carry::NONE)], ..ltx("2026-02-10 00:00") };
    let desk =
        Desk::new("2026-02-10 00:00", terms).log("2026-03-10 00:01", Fact::Pause).log("2026-03-30 00:01", Fact::Resume);
    assert_eq!(desk.lots("2026-05-01 23:59"), "monthly-2026-03-10 1000");
    assert_eq!(desk.lots("2026-05-02 00:00"), "monthly-2026-05-02 1000");
    assert_eq!(desk.lots("2026-06-02 00:00"), "monthly-2026-06-02 1000");
}

#[test]
fn a_pause_that_begins_or_ends_at_a_renewal_has_it_or_not_half_open() {
    let begins = desk(Carry::NONE, WhileLapsed::Usable).log("2026-02-15 00:00", Fact::Pause);
    assert_eq!(begins.lots("2026-03-20 00:00"), "monthly-2026-01-15 1000");
    let terms = Terms { pause: PausedAnchor::Stands, ..month(1_000, Carry::NONE, WhileLapsed::Usable) };
    let ends =
        Desk::new("2026-01-15 00:00", terms).log("2026-02-10 00:00", Fact::Pause).log("2026-02-15 00:00", Fact::Resume);
    assert_eq!(ends.lots("2026-02-15 00:00"), "monthly-2026-02-15 1000");
}

#[test]
fn new_terms_that_begin_in_a_pause_wait_for_its_end_and_a_cancellation_ends_it() {
    let desk = desk(Carry::NONE, WhileLapsed::Usable).log("2026-02-10 00:00", Fact::Pause);
    let larger = desk
        .clone()
        .terms("2026-02-12 00:00", ChangeMode::Difference, month(1_500, Carry::NONE, WhileLapsed::Usable))
        .log("2026-02-20 00:00", Fact::Resume);
    assert_eq!(larger.left("2026-02-12 00:00"), 1_000);
    assert_eq!(larger.left("2026-02-20 00:00"), 1_500);
    assert_eq!(larger.lots("2026-02-25 00:00"), "monthly-2026-02-25 1500");
    let cancelled = desk.log("2026-02-20 00:00", Fact::Cancel);
    assert_eq!(cancelled.left("2026-02-24 23:59"), 1_000);
    assert_eq!(cancelled.left("2026-02-25 00:00"), 0);
}

fn shift(renewal: &str, to: Option<&str>) -> Fact {
    Fact::Shift { renewal: at(renewal), to: to.map(at) }
}

#[test]
fn a_renewal_that_came_late_leaves_the_anchor_where_it_is() {
    let desk = desk(Carry::NONE, WhileLapsed::Usable)
        .log("2026-02-16 09:00", shift("2026-02-15 00:00", Some("2026-02-15 20:00")));
    table(
        &desk,
        &[
            ("2026-02-15 19:59", "monthly-2026-01-15 1000"),
            ("2026-02-15 20:00", "monthly-2026-02-15 1000"),
            ("2026-03-14 23:59", "monthly-2026-02-15 1000"),
            ("2026-03-15 00:00", "monthly-2026-03-15 1000"),
        ],
    );
}

#[test]
fn a_renewal_that_has_not_come_waits_until_a_later_word_says_when() {
    let waits = desk(Carry::NONE, WhileLapsed::Usable).log("2026-02-16 09:00", shift("2026-02-15 00:00", None));
    assert_eq!(waits.lots("2026-02-20 00:00"), "monthly-2026-01-15 1000");
    assert_eq!(waits.ledger("2026-02-20 00:00").late_renewals(), vec![at("2026-02-15 00:00")]);
    assert_eq!(waits.lots("2026-03-15 00:00"), "monthly-2026-03-15 1000");
    let came = waits.log("2026-02-18 09:00", shift("2026-02-15 00:00", Some("2026-02-17 12:00")));
    assert_eq!(came.lots("2026-02-17 12:00"), "monthly-2026-02-17 1000");
    assert!(came.ledger("2026-02-20 00:00").late_renewals().is_empty());
}

#[test]
fn a_renewal_that_came_early_does_not_come_again_and_daily_credits_are_not_shifted() {
    let daily = cadence(every(1, IntervalUnit::Day), "2026-01-01 00:00");
    let mut terms = month(1_000, Carry::cycles(1), WhileLapsed::Usable);
    terms.pots.push(pot("Daily", 3, Some((50, daily)), Carry::NONE));
    let desk = Desk::new("2026-01-15 00:00", terms)
        .log("2026-02-16 09:00", shift("2026-02-15 00:00", Some("2026-02-13 09:00")))
        .spend("2026-02-15 01:00", 10);
    table(
        &desk,
        &[
            ("2026-02-13 09:00", "monthly-2026-01-15 1000, monthly-2026-02-13 1000, daily-2026-02-13 50"),
            ("2026-02-15 00:00", "monthly-2026-01-15 1000, monthly-2026-02-13 1000, daily-2026-02-15 50"),
            ("2026-03-15 00:00", "monthly-2026-02-13 1000, monthly-2026-03-15 1000, daily-2026-03-15 50"),
        ],
    );
    let ledger = desk.ledger("2026-02-14 00:00");
    let february = ledger.lots().find(|lot| lot.id.0 == "monthly-2026-02-13").expect("a lot");
    assert_eq!(february.ends, Some(at("2026-04-15 00:00")));
}

#[test]
fn a_correction_holds_at_every_instant_at_which_the_terms_before_it_did() {
    let desk = desk(Carry::NONE, WhileLapsed::Usable)
        .terms("2026-03-15 00:00", ChangeMode::Difference, month(2_000, Carry::NONE, WhileLapsed::Usable))
        .terms("2026-03-20 00:00", ChangeMode::Replace, month(2_500, Carry::NONE, WhileLapsed::Usable));
    assert_eq!((desk.left("2026-03-14 00:00"), desk.left("2026-03-15 00:00")), (1_000, 2_500));
    let first = desk.terms("2026-02-01 00:00", ChangeMode::Replace, month(900, Carry::NONE, WhileLapsed::Usable));
    assert_eq!((first.left("2026-01-15 00:00"), first.left("2026-03-20 00:00")), (900, 2_500));
}

#[test]
fn the_version_in_force_is_the_corrected_one_and_one_for_the_renewal_is_still_to_come() {
    let desk = desk(Carry::NONE, WhileLapsed::Usable)
        .terms("2026-03-20 00:00", ChangeMode::Replace, month(900, Carry::NONE, WhileLapsed::Usable))
        .terms("2026-03-25 00:00", ChangeMode::Next, month(2_000, Carry::NONE, WhileLapsed::Usable));
    let granted = |version: &TermsVersion| version.terms.pots[0].grant.as_ref().map(|grant| grant.amount.units());
    let ledger = desk.ledger("2026-03-26 00:00");
    let (before, to_come) = ledger.other_versions();
    assert_eq!(ledger.version().map(granted), Some(Some(900)));
    assert_eq!((before.len(), to_come.iter().map(granted).collect::<Vec<_>>()), (0, vec![Some(2_000)]));
}

#[test]
fn an_early_renewal_ends_the_month_and_moves_the_anchor_and_lives_count_from_it() {
    // 90 days from the start of the cycle in which it was bought, 1 Feb 12:00: 2 May 12:00.
    let mut terms = month(1_000, Carry::NONE, WhileLapsed::Usable);
    terms.top_ups = Some(TopUpTerms::new("Top-ups", Life::FromRenewal(every(90, IntervalUnit::Day))));
    let desk = Desk::new("2026-01-15 00:00", terms)
        .renew("2026-02-01 12:00", true)
        .top_up("2026-02-20 10:00", 300, None)
        .top_up("2026-02-20 11:00", 40, Some(LotEnd::After(Life::Cycles(2))));
    table(
        &desk,
        &[
            ("2026-02-20 11:00", "monthly-2026-02-01 1000, g3 40, g2 300"),
            ("2026-03-01 12:00", "monthly-2026-03-01 1000, g3 40, g2 300"),
            ("2026-04-01 12:00", "monthly-2026-04-01 1000, g2 300"),
            ("2026-05-02 11:59", "monthly-2026-05-01 1000, g2 300"),
            ("2026-05-02 12:00", "monthly-2026-05-01 1000"),
        ],
    );
}
