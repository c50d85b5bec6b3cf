//! Cancelled, lapsed, subscribed anew. 1,000 a month from 15 Jan, Berlin.

use runout_core::facts::{ChangeMode, Fact};
use runout_core::ledger::{Ending, GrantedBy, PlanState};
use runout_core::terms::{Cap, Carry, CarryCap, IntervalUnit, PotName, PotTerms, Terms, WhileLapsed};

use super::desk::{Desk, at, cadence, credits, every, line, ltx, pot};

/// A month with a carry rule beside top-ups of 90 days, which do something while the plan is lapsed.
pub(crate) fn month(amount: i64, carry: Carry, while_lapsed: WhileLapsed) -> Terms {
    let monthly = cadence(every(1, IntervalUnit::Month), "2026-01-15 00:00");
    let top_ups = PotTerms { while_lapsed, ..PotTerms::holding("Top-ups", 1) };
    let pots = vec![pot("Monthly", 0, Some((amount, monthly)), carry), top_ups, PotTerms::holding("Bank", 2)];
    Terms { pots, ..ltx("2026-01-15 00:00") }
}

pub(crate) fn desk(carry: Carry, while_lapsed: WhileLapsed) -> Desk {
    Desk::new("2026-01-15 00:00", month(1_000, carry, while_lapsed))
}

/// What can be left at each instant.
pub(crate) fn table(desk: &Desk, rows: &[(&str, &str)]) {
    for (at, lots) in rows {
        assert_eq!(desk.lots(at), *lots, "{at}");
    }
}

#[test]
fn a_cancelled_plan_goes_on_to_the_end_of_its_cycle_and_packs_stay() {
    let desk = desk(Carry::ALL, WhileLapsed::Usable)
        .top_up("2026-01-20 10:00", 500, None)
        .log("2026-02-20 10:00", Fact::Cancel);
    table(
        &desk,
        &[
            ("2026-03-14 23:59", "monthly-2026-01-15 1000, monthly-2026-02-15 1000, g1 500"),
            ("2026-03-15 00:00", "g1 500"),
            ("2026-04-20 09:59", "g1 500"),
            ("2026-04-20 10:00", ""),
        ],
    );
    let before = desk.ledger("2026-03-01 00:00");
    assert_eq!(before.plan(), PlanState::Cancelled { until: Some(at("2026-03-15 00:00")) });
    let month = before.lots().next().expect("a lot");
    assert_eq!((month.ends, month.ending), (Some(at("2026-03-15 00:00")), Some(Ending::Cancellation)));
    assert_eq!(before.renewal_after(at("2026-03-15 00:00")), None);
    let after = desk.ledger("2026-03-20 00:00");
    assert_eq!(after.plan(), PlanState::Lapsed { since: at("2026-03-15 00:00") });
    assert_eq!((after.cycle(), after.cycles().len()), (None, 2));
    let statement = desk.statement("2026-02-15 00:00", "2026-03-20 00:00");
    assert_eq!(line(&statement), "1500 + granted 1000 = expired 2000 + 500");
}

#[test]
fn a_cancellation_at_the_very_renewal_lets_nothing_come_and_one_taken_back_changes_nothing() {
    let ended = desk(Carry::NONE, WhileLapsed::Usable).log("2026-02-15 00:00", Fact::Cancel);
    assert_eq!(ended.lots("2026-02-15 00:00"), "");
    let back = desk(Carry::NONE, WhileLapsed::Usable)
        .log("2026-02-10 00:00", Fact::Cancel)
        .log("2026-02-15 00:00", Fact::Resume);
    assert_eq!(back.lots("2026-02-15 00:00"), "monthly-2026-02-15 1000");
}

#[test]
fn what_was_banked_ends_with_the_plan_and_what_was_given_keeps_its_end() {
    // 1,000 in the bank; 50 given until 1 Apr.
    let bank = CarryCap::Bank { pot: PotName("Bank".to_owned()), cap: Cap::Credits(credits(3_000)) };
    let given = runout_core::facts::Grant {
        amount: credits(50),
        pot: Some(PotName("Bank".to_owned())),
        until: Some(runout_core::facts::LotEnd::At(at("2026-04-01 00:00"))),
        bought: false,
        cost: None,
        note: String::new(),
    };
    let desk = desk(Carry { cap: Some(bank), ..Carry::NONE }, WhileLapsed::Usable)
        .log("2026-02-16 00:00", Fact::Grant(given))
        .log("2026-02-20 10:00", Fact::Cancel);
    table(
        &desk,
        &[
            ("2026-03-14 23:59", "monthly-2026-02-15 1000, bank-2026-02-15 1000, g1 50"),
            ("2026-03-15 00:00", "g1 50"),
            ("2026-04-01 00:00", ""),
        ],
    );
    let ledger = desk.ledger("2026-03-01 00:00");
    let bank = ledger.lots().find(|lot| lot.id.0 == "bank-2026-02-15").expect("the bank");
    assert_eq!((bank.by, bank.granted.units()), (GrantedBy::Bank, 1_000));
}

#[test]
fn frozen_packs_are_listed_and_not_left_until_the_plan_is_subscribed_anew() {
    // Bought on 20 Jan for 90 days: until 20 Apr 10:00. Lapsed from 15 Mar to 5 Apr 12:00: 21 days and 12 hours less the
    // hour of 29 Mar, 21 days 11 hours. Held, it ends on 20 Apr 10:00 + that: 11 May 21:00.
    let life = |while_lapsed| {
        desk(Carry::NONE, while_lapsed)
            .top_up("2026-01-20 10:00", 500, None)
            .log("2026-02-20 10:00", Fact::Cancel)
            .log("2026-04-05 12:00", Fact::Resume)
    };
    for while_lapsed in [WhileLapsed::Frozen, WhileLapsed::FrozenAndHeld] {
        let desk = life(while_lapsed);
        assert_eq!(desk.lots("2026-03-14 23:59"), "monthly-2026-02-15 1000, g1 500");
        let lapsed = desk.ledger("2026-03-15 00:00");
        assert_eq!((lapsed.left().units(), lapsed.frozen().units()), (0, 500));
        let lot = lapsed.lots().next().expect("the pack");
        assert_eq!((lot.usable, lot.frozen), (false, Some(at("2026-03-15 00:00"))));
        assert_eq!(lot.ends, (while_lapsed == WhileLapsed::Frozen).then(|| at("2026-04-20 10:00")));
        let statement = desk.statement("2026-03-15 00:00", "2026-04-05 12:00");
        assert_eq!(line(&statement), "500 = 500");
        assert_eq!(desk.lots("2026-04-05 12:00"), "monthly-2026-04-05 1000, g1 500");
        assert_eq!(desk.ledger("2026-04-06 00:00").renewal_after(at("2026-04-06 00:00")), Some(at("2026-05-05 12:00")));
    }
    assert_eq!(life(WhileLapsed::Frozen).left("2026-04-20 10:00"), 1_000);
    assert_eq!(life(WhileLapsed::FrozenAndHeld).left("2026-05-11 20:59"), 1_500);
    assert_eq!(life(WhileLapsed::FrozenAndHeld).left("2026-05-11 21:00"), 1_000);
}

#[test]
fn a_pack_that_ends_while_it_is_frozen_lapses_and_one_bought_meanwhile_is_frozen_at_once() {
    let desk = desk(Carry::NONE, WhileLapsed::Frozen)
        .top_up("2026-01-20 10:00", 500, None)
        .log("2026-02-20 10:00", Fact::Cancel)
        .top_up("2026-04-01 10:00", 70, None)
        .spend("2026-04-02 10:00", 30)
        .log("2026-06-01 00:00", Fact::Resume);
    let ledger = desk.ledger("2026-04-20 10:00");
    assert_eq!((ledger.left().units(), ledger.frozen().units(), ledger.overdrawn().units()), (0, 70, 30));
    let statement = desk.statement("2026-03-15 00:00", "2026-05-01 00:00");
    assert_eq!(line(&statement), "500 + granted 70 = spent 30 + expired 500 + 40");
    // The new month pays what was overdrawn.
    assert_eq!(desk.lots("2026-06-01 00:00"), "monthly-2026-06-01 970, g3 70");
}

#[test]
fn what_is_overdrawn_is_forgiven_where_the_last_cycle_ends() {
    let desk =
        desk(Carry::NONE, WhileLapsed::Usable).log("2026-01-16 00:00", Fact::Cancel).spend("2026-01-20 10:00", 1_200);
    assert_eq!(desk.ledger("2026-02-14 00:00").overdrawn().units(), 200);
    let statement = desk.statement("2026-01-15 00:00", "2026-03-15 00:00");
    assert_eq!(line(&statement), "0 + granted 1000 + forgiven 200 = spent 1200 + 0");
}

#[test]
fn terms_that_begin_while_the_plan_is_lapsed_are_those_of_the_new_cycle() {
    let desk = desk(Carry::NONE, WhileLapsed::Usable)
        .log("2026-01-16 00:00", Fact::Cancel)
        .terms("2026-03-01 00:00", ChangeMode::Full, month(2_000, Carry::NONE, WhileLapsed::Usable))
        .log("2026-03-10 08:00", Fact::Resume);
    table(
        &desk,
        &[
            ("2026-03-01 00:00", ""),
            ("2026-03-10 08:00", "monthly-2026-03-10 2000"),
            ("2026-04-10 07:59", "monthly-2026-03-10 2000"),
            ("2026-04-10 08:00", "monthly-2026-04-10 2000"),
        ],
    );
}

#[test]
fn a_daily_midnight_stays_midnight_in_the_new_cycle_and_what_came_once_does_not_come_again() {
    let daily = cadence(every(1, IntervalUnit::Day), "2026-01-01 00:00");
    let mut terms = month(1_000, Carry::NONE, WhileLapsed::Usable);
    terms.pots.push(pot("Daily", 3, Some((50, daily)), Carry::NONE));
    terms.pots.push(pot("Welcome", 4, Some((800, runout_core::terms::Cadence::Once)), Carry::ALL));
    let desk = Desk::new("2026-01-15 00:00", terms)
        .log("2026-01-16 00:00", Fact::Cancel)
        .log("2026-03-10 08:00", Fact::Resume);
    table(
        &desk,
        &[
            ("2026-02-14 23:59", "monthly-2026-01-15 1000, daily-2026-02-14 50, welcome-2026-01-15 800"),
            ("2026-02-15 00:00", "welcome-2026-01-15 800"),
            ("2026-03-10 08:00", "monthly-2026-03-10 1000, daily-2026-03-10 50, welcome-2026-01-15 800"),
            ("2026-03-11 00:00", "monthly-2026-03-10 1000, daily-2026-03-11 50, welcome-2026-01-15 800"),
        ],
    );
}
