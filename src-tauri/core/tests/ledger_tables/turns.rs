//! A plan that is turned: several words at one instant, at the book's first one, and while nothing renews. 1,000 a month
//! from 15 Jan, Berlin.

use runout_core::facts::{ChangeMode, Fact};
use runout_core::terms::{
    Cap, Carry, CarryCap, GrantTerms, IntervalUnit, PotName, PotTerms, Ratio, Terms, WhileLapsed,
};

use super::desk::{Desk, at, cadence, credits, every, pot};
use super::plan::{desk, month, table};

fn lapsed() -> Desk {
    desk(Carry::NONE, WhileLapsed::Usable).log("2026-01-16 00:00", Fact::Cancel)
}

fn monthly_from(anchor: &str) -> Terms {
    let mut terms = month(1_000, Carry::NONE, WhileLapsed::Usable);
    terms.pots[0] = pot("Monthly", 0, Some((1_000, cadence(every(1, IntervalUnit::Month), anchor))), Carry::NONE);
    terms
}

#[test]
fn subscribed_anew_and_cancelled_at_once_it_runs_for_one_more_cycle() {
    let desk = lapsed().log("2026-03-10 00:00", Fact::Resume).log("2026-03-10 00:00", Fact::Cancel);
    table(&desk, &[("2026-04-09 23:59", "monthly-2026-03-10 1000"), ("2026-04-10 00:00", "")]);
}

#[test]
fn cancelled_at_the_books_first_instant_it_has_its_first_cycle() {
    let desk = desk(Carry::NONE, WhileLapsed::Usable).log("2026-01-15 00:00", Fact::Cancel);
    table(&desk, &[("2026-02-14 23:59", "monthly-2026-01-15 1000"), ("2026-02-15 00:00", "")]);
}

#[test]
fn paused_at_the_books_first_instant_it_has_its_terms_and_its_first_grant() {
    // 41 days: the renewal of 15 Feb comes on 25 Mar, the month after 15 Jan + 41 days.
    let desk = desk(Carry::NONE, WhileLapsed::Usable)
        .log("2026-01-15 00:00", Fact::Pause)
        .log("2026-02-25 00:00", Fact::Resume);
    table(
        &desk,
        &[
            ("2026-01-15 00:00", "monthly-2026-01-15 1000"),
            ("2026-03-24 23:59", "monthly-2026-01-15 1000"),
            ("2026-03-25 00:00", "monthly-2026-03-25 1000"),
        ],
    );
}

#[test]
fn a_schedule_that_a_pause_has_moved_stays_so_after_a_lapse() {
    // The weeks ran from a Thursday, and since the pause of two days from a Saturday; the months from the 17th.
    let mut terms = month(1_000, Carry::NONE, WhileLapsed::Usable);
    let weekly = cadence(every(1, IntervalUnit::Week), "2026-01-01 00:00");
    terms.pots.push(pot("Weekly", 3, Some((50, weekly)), Carry::NONE));
    let desk = Desk::new("2026-01-15 00:00", terms)
        .log("2026-01-20 00:00", Fact::Pause)
        .log("2026-01-22 00:00", Fact::Resume)
        .log("2026-01-25 00:00", Fact::Cancel)
        .log("2026-03-11 08:00", Fact::Resume);
    table(
        &desk,
        &[
            ("2026-02-17 00:00", ""),
            ("2026-03-11 08:00", "monthly-2026-03-11 1000, weekly-2026-03-11 50"),
            ("2026-03-13 23:59", "monthly-2026-03-11 1000, weekly-2026-03-11 50"),
            ("2026-03-14 00:00", "monthly-2026-03-11 1000, weekly-2026-03-14 50"),
        ],
    );
}

#[test]
fn of_several_terms_that_begin_in_a_pause_the_last_are_those_that_count() {
    // 1,500 less 1,000; never the 3,000 that were in between.
    let terms = |amount| month(amount, Carry::NONE, WhileLapsed::Usable);
    let desk = desk(Carry::NONE, WhileLapsed::Usable)
        .log("2026-02-01 00:00", Fact::Pause)
        .terms("2026-02-05 00:00", ChangeMode::Difference, terms(3_000))
        .terms("2026-02-06 00:00", ChangeMode::Difference, terms(1_500))
        .log("2026-02-10 00:00", Fact::Resume);
    table(&desk, &[("2026-02-10 00:00", "monthly-2026-01-15 1500")]);
}

#[test]
fn terms_with_another_anchor_renew_by_it_at_once_after_a_pause() {
    let desk = desk(Carry::NONE, WhileLapsed::Usable)
        .log("2026-02-01 00:00", Fact::Pause)
        .terms("2026-02-05 00:00", ChangeMode::Difference, monthly_from("2026-02-12 00:00"))
        .log("2026-02-10 00:00", Fact::Resume);
    table(&desk, &[("2026-02-11 23:59", "monthly-2026-01-15 1000"), ("2026-02-12 00:00", "monthly-2026-02-12 1000")]);
}

#[test]
fn a_renewal_that_a_pause_has_moved_can_be_said_not_to_have_come() {
    // Ten days: 25 Feb in place of 15 Feb.
    let did_not_come = Fact::Shift { renewal: at("2026-02-25 00:00"), to: None };
    let desk = desk(Carry::NONE, WhileLapsed::Usable)
        .log("2026-02-01 00:00", Fact::Pause)
        .log("2026-02-11 00:00", Fact::Resume)
        .log("2026-02-26 00:00", did_not_come);
    table(&desk, &[("2026-02-27 00:00", "monthly-2026-01-15 1000"), ("2026-03-25 00:00", "monthly-2026-03-25 1000")]);
}

#[test]
fn while_the_plan_is_lapsed_no_carry_rule_takes_anything() {
    // Half of what is left is kept: of the 500 given, 250 at the end of the last cycle, and no less from then on.
    let half = Carry { share: Ratio { parts: 1, of: 2 }, ..Carry::ALL };
    for while_lapsed in [WhileLapsed::Usable, WhileLapsed::Frozen] {
        let desk = desk(half.clone(), while_lapsed);
        let mut desk = desk.bonus("2026-02-16 00:00", 500, "Monthly").log("2026-02-20 00:00", Fact::Cancel);
        desk.facts.terms[0].terms.pots[0].while_lapsed = while_lapsed;
        let there = |now: &str| {
            let ledger = desk.ledger(now);
            ledger.left().units() + ledger.frozen().units()
        };
        assert_eq!((there("2026-03-15 00:00"), there("2026-06-01 00:00")), (250, 250));
    }
}

#[test]
fn what_was_frozen_pays_what_is_overdrawn_once_it_can_pay_again() {
    let desk = desk(Carry::NONE, WhileLapsed::Frozen)
        .top_up("2026-02-16 10:00", 500, None)
        .log("2026-02-20 00:00", Fact::Cancel)
        .spend("2026-03-20 10:00", 1_200)
        .log("2026-04-01 00:00", Fact::Resume);
    assert_eq!(desk.ledger("2026-03-20 10:00").overdrawn().units(), 1_200);
    table(&desk, &[("2026-04-01 00:00", "g1 300")]);
}

#[test]
fn a_new_cycle_of_the_plan_leaves_daily_credits_on_their_own_clock() {
    // 100 a month and 5 a day; 200 a month from 13:00 on, in full. The day stays at its 3, and turns at midnight.
    let day = cadence(every(1, IntervalUnit::Day), "2026-01-01 00:00");
    let daily = PotTerms::granted("Daily", 0, GrantTerms::new(credits(5), day).refilled(), Carry::NONE);
    let terms = |amount| {
        let mut terms = month(amount, Carry::NONE, WhileLapsed::Usable);
        terms.pots[0].rank = 1;
        terms.pots.push(daily.clone());
        terms
    };
    for mode in [ChangeMode::Full, ChangeMode::Both] {
        let desk = Desk::new("2026-01-15 00:00", terms(100)).spend("2026-01-20 10:00", 2).terms(
            "2026-01-20 13:00",
            mode,
            terms(200),
        );
        table(
            &desk,
            &[
                ("2026-01-20 13:00", "daily-2026-01-20 3, monthly-2026-01-15 100, monthly-2026-01-20 200"),
                ("2026-01-21 00:00", "daily-2026-01-21 5, monthly-2026-01-15 100, monthly-2026-01-20 200"),
            ],
        );
    }
}

#[test]
fn a_refill_of_the_plans_own_cycle_never_stacks() {
    let refill = |amount| {
        let mut terms = month(amount, Carry::NONE, WhileLapsed::Usable);
        terms.pots[0].grant = terms.pots[0].grant.take().map(GrantTerms::refilled);
        terms
    };
    for mode in [ChangeMode::Full, ChangeMode::Both] {
        let desk = Desk::new("2026-01-15 00:00", refill(100)).spend("2026-01-20 10:00", 30).terms(
            "2026-01-20 13:00",
            mode,
            refill(200),
        );
        table(&desk, &[("2026-01-20 13:00", "monthly-2026-01-15 200"), ("2026-02-20 13:00", "monthly-2026-02-20 200")]);
    }
}

#[test]
fn the_one_pot_of_the_plans_cycle_that_vanishes_is_the_one_that_comes() {
    // 400 of 1,000 spent. Named anew, with 1,500: 500 more, not 1,500.
    let mut renamed = month(1_500, Carry::NONE, WhileLapsed::Usable);
    renamed.pots[0].name = PotName("Month".to_owned());
    let desk = desk(Carry::NONE, WhileLapsed::Usable).spend("2026-01-20 10:00", 400).terms(
        "2026-01-21 00:00",
        ChangeMode::Difference,
        renamed,
    );
    table(&desk, &[("2026-01-21 00:00", "monthly-2026-01-15 1100"), ("2026-02-15 00:00", "month-2026-02-15 1500")]);
    let statement = desk.statement("2026-01-15 00:00", "2026-02-01 00:00");
    let pots: Vec<_> = statement.pots.iter().map(|pot| (pot.pot.0.as_str(), pot.closing.units())).collect();
    assert!(pots.contains(&("Month", 1_100)) && pots.iter().all(|(name, _)| *name != "Monthly"), "{pots:?}");
}

#[test]
fn a_pot_that_new_terms_stop_and_that_is_empty_takes_nothing_more_from_its_bank() {
    // Both pots move what is left into the bank, as far as it holds 3,000 or 0; neither is filled from the renewal on.
    let bank = |cap| {
        let cap = Cap::Credits(credits(cap));
        Carry { cap: Some(CarryCap::Bank { pot: PotName("Bank".to_owned()), cap }), ..Carry::NONE }
    };
    let mut before = month(1_000, bank(3_000), WhileLapsed::Usable);
    let monthly = cadence(every(1, IntervalUnit::Month), "2026-01-15 00:00");
    before.pots.push(pot("Extra", 3, Some((0, monthly)), bank(0)));
    let mut after = month(1_000, Carry::NONE, WhileLapsed::Usable);
    after.pots[0].grant = None;
    let desk = Desk::new("2026-01-15 00:00", before).terms("2026-02-15 00:00", ChangeMode::Difference, after);
    table(&desk, &[("2026-02-15 00:00", "bank-2026-02-15 1000")]);
}

#[test]
fn the_renewal_at_which_terms_without_a_grant_begin_is_still_one() {
    // 200 of 1,200 are not covered; the renewal forgives them.
    let mut none = month(1_000, Carry::NONE, WhileLapsed::Usable);
    none.pots[0].grant = None;
    let desk = desk(Carry::NONE, WhileLapsed::Usable).spend("2026-01-20 10:00", 1_200).terms(
        "2026-01-21 00:00",
        ChangeMode::Next,
        none,
    );
    assert_eq!(desk.ledger("2026-02-14 23:59").overdrawn().units(), 200);
    assert_eq!(desk.ledger("2026-02-15 00:00").overdrawn().units(), 0);
}
