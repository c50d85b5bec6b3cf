//! Grants that a spend calls for, and what a service buys by itself.

use runout_core::ledger::{Edge, replay};
use runout_core::terms::{
    AutoRefill, AutoRefillAmount, AutoRefillLimit, Cadence, Carry, GrantTerms, IntervalUnit, Life, Money, PotName,
    PotTerms, Terms, Trigger,
};

use super::desk::{Desk, at, cadence, credits, every, line, pot};

fn monthly(amount: i64) -> PotTerms {
    pot("Monthly", 0, Some((amount, cadence(every(1, IntervalUnit::Month), "2026-11-15 00:00"))), Carry::NONE)
}

/// 20 a month; 5 a day once the month does not cover a spend.
fn when_empty() -> Desk {
    let daily = GrantTerms::new(credits(5), cadence(every(1, IntervalUnit::Day), "2026-11-01 00:00"));
    let daily = GrantTerms { trigger: Trigger::WhenEmpty(vec![PotName("Monthly".to_owned())]), ..daily };
    let pots = vec![monthly(20), PotTerms::granted("Daily", 1, daily, Carry::NONE)];
    Desk::new("2026-11-15 00:00", Terms::new("Suno", pots))
}

fn window_of_a_day() -> Desk {
    let window = every(1, IntervalUnit::Day);
    let grant = GrantTerms::new(credits(10), Cadence::FirstUse { window });
    let pots = vec![PotTerms::granted("Window", 0, grant, Carry::NONE)];
    Desk::new("2026-11-15 00:00", Terms::new("Carat", pots))
}

/// 30 a month, and a purchase where a spend would leave less than 10.
fn refilling(buys: AutoRefillAmount, at_most: Option<AutoRefillLimit>, price: Option<Money>) -> Desk {
    let refill = AutoRefill {
        below: credits(10),
        counts: Vec::new(),
        buys,
        at_most,
        price,
        pot: PotName("Top-ups".to_owned()),
        life: Life::Forever,
    };
    let pots = vec![monthly(30), PotTerms::holding("Top-ups", 1)];
    Desk::new("2026-11-15 00:00", Terms { auto_refill: Some(refill), ..Terms::new("Runway", pots) })
}

fn euros(cents: i64) -> Money {
    Money { currency: *b"EUR", cents }
}

/// 20 empty the month exactly: nothing comes. 3 more: 5 come, 2 stay; 4 more on that day: 2 are open, the day has had
/// its 5. On the next day 1 more: 5 come, pay the 2, then the 1; 2 stay until midnight.
#[test]
fn shape_12_a_daily_grant_comes_only_once_the_month_is_used_up() {
    let desk = when_empty()
        .spend("2026-11-16 10:00", 20)
        .spend("2026-11-17 10:00", 3)
        .spend("2026-11-17 12:00", 4)
        .spend("2026-11-18 10:00", 1);
    assert_eq!(desk.figures("2026-11-16 10:00"), "0 + 0 withheld - 0");
    assert_eq!(desk.lots("2026-11-17 10:00"), "daily-2026-11-17 2");
    assert_eq!(desk.figures("2026-11-17 12:00"), "0 + 0 withheld - 2");
    assert_eq!(desk.figures("2026-11-18 00:00"), "0 + 0 withheld - 2");
    assert_eq!(desk.paid("2026-11-18 10:00", 3), "daily-2026-11-17 2, daily-2026-11-18 2");
    assert_eq!(desk.lots("2026-11-18 10:00"), "daily-2026-11-18 2");
    assert_eq!(desk.left("2026-11-19 00:00"), 0);
    let statement = desk.statement("2026-11-15 00:00", "2026-11-20 00:00");
    assert_eq!(line(&statement), "0 + granted 30 = spent 28 + expired 2 + 0");
}

/// 18 leave 2; 4 more are not covered in full: 2 of the month, 2 of the day.
#[test]
fn it_comes_where_the_named_pot_cannot_cover_the_whole_spend_and_not_for_nothing() {
    let desk = when_empty().spend("2026-11-16 10:00", 18).spend("2026-11-16 12:00", 4);
    assert_eq!(desk.paid("2026-11-16 12:00", 2), "monthly-2026-11-15 2, daily-2026-11-16 2");
    let opening = replay(&desk.facts, at("2026-11-16 12:00"), Edge::Opening).expect("a ledger");
    assert_eq!(opening.left().units(), 2);
    let nothing = when_empty().spend("2026-11-16 10:00", 20).spend("2026-11-16 12:00", 0);
    assert_eq!(nothing.left("2026-11-16 12:00"), 0);
}

/// Opened on the 16th at 10:00, over on the 17th at 10:00 with 6; a spend of 0 opens none; the next one the next.
#[test]
fn shape_9_a_window_is_opened_by_the_first_use() {
    let desk = window_of_a_day().spend("2026-11-16 10:00", 4).spend("2026-11-18 10:00", 0).spend("2026-11-19 08:00", 3);
    assert_eq!(desk.left("2026-11-16 09:59"), 0);
    assert_eq!((desk.left("2026-11-16 10:00"), desk.left("2026-11-17 09:59")), (6, 6));
    assert_eq!((desk.left("2026-11-17 10:00"), desk.left("2026-11-18 10:00")), (0, 0));
    assert_eq!((desk.left("2026-11-19 08:00"), desk.left("2026-11-20 08:00")), (7, 0));
}

/// 20 leave 10, not less: nothing. 1 would leave 9: 50 come. 55 would leave 4: 50 come. 50 would leave 4 again, but 100 a
/// cycle are bought: 4 stay. The renewal makes it 34; 30 would leave 4: 50 come.
#[test]
fn shape_36_a_fixed_amount_is_bought_below_the_threshold_up_to_the_limit_of_the_cycle() {
    let most = Some(AutoRefillLimit::Credits(credits(100)));
    let desk = refilling(AutoRefillAmount::Fixed(credits(50)), most, None)
        .spend("2026-11-16 10:00", 20)
        .spend("2026-11-17 10:00", 1)
        .spend("2026-11-18 10:00", 55)
        .spend("2026-11-19 10:00", 50)
        .spend("2026-12-16 10:00", 30);
    assert_eq!(desk.left("2026-11-16 10:00"), 10);
    assert_eq!(desk.lots("2026-11-17 10:00"), "monthly-2026-11-15 9, top-ups-2026-11-17 50");
    assert_eq!(desk.left("2026-11-18 10:00"), 54);
    assert_eq!(desk.left("2026-11-19 10:00"), 4);
    assert_eq!(desk.left("2026-12-15 00:00"), 34);
    assert_eq!(desk.left("2026-12-16 10:00"), 54);
}

/// 25 would leave 5: 35 come, at 10.00 a thousand for 0.35; 35 more would leave 5: again 35, but 0.70 is more than 0.60.
#[test]
fn shape_36_up_to_a_target_and_a_limit_in_money() {
    let most = Some(AutoRefillLimit::Money(euros(60)));
    let desk = refilling(AutoRefillAmount::UpTo(credits(40)), most, Some(euros(1_000)))
        .spend("2026-11-16 10:00", 25)
        .spend("2026-11-17 10:00", 35);
    assert_eq!(desk.left("2026-11-16 10:00"), 40);
    assert_eq!(desk.left("2026-11-17 10:00"), 5);
    let free = refilling(AutoRefillAmount::UpTo(credits(40)), None, None).spend("2026-11-16 10:00", 100);
    assert_eq!(free.figures("2026-11-16 10:00"), "40 + 0 withheld - 0");
}

/// 20 and a pack of 10 cover 25: the day does not come, though no pot of the terms holds packs.
#[test]
fn a_pot_counts_that_holds_credits_before_the_terms_know_it() {
    let daily = GrantTerms::new(credits(5), cadence(every(1, IntervalUnit::Day), "2026-11-01 00:00"));
    let named = ["Monthly", "Top-ups"].map(|name| PotName(name.to_owned())).to_vec();
    let daily = GrantTerms { trigger: Trigger::WhenEmpty(named), ..daily };
    let pots = vec![monthly(20), PotTerms::granted("Daily", 1, daily, Carry::NONE)];
    let desk = Desk::new("2026-11-15 00:00", Terms::new("Suno", pots))
        .top_up("2026-11-16 10:00", 10, None)
        .spend("2026-11-17 10:00", 25);
    assert_eq!(desk.left("2026-11-17 10:00"), 5);
}

/// Bought credits live for a day from the renewal: five days after it nothing is bought.
#[test]
fn nothing_is_bought_whose_life_is_over_already() {
    let mut desk = refilling(AutoRefillAmount::Fixed(credits(50)), None, None).spend("2026-11-20 10:00", 25);
    if let Some(refill) = &mut desk.facts.terms[0].terms.auto_refill {
        refill.life = Life::FromRenewal(every(1, IntervalUnit::Day));
    }
    assert_eq!(desk.left("2026-11-20 10:00"), 5);
    let early = desk.spend("2026-12-15 10:00", 25);
    assert_eq!(early.left("2026-12-15 10:00"), 55);
}

/// The month is used up; the service shows the 5 of the day before anything is spent of them: they are those that a spend
/// would call for, once, until midnight.
#[test]
fn what_a_check_shows_of_a_grant_that_a_spend_calls_for_is_that_grant() {
    let desk = when_empty().spend("2026-11-16 10:00", 20).check("2026-11-17 09:00", 5).spend("2026-11-17 10:00", 3);
    assert_eq!(desk.lots("2026-11-17 09:00"), "daily-2026-11-17 5");
    assert_eq!(desk.lots("2026-11-17 10:00"), "daily-2026-11-17 2");
    assert_eq!(desk.left("2026-11-18 00:00"), 0);
    let window = window_of_a_day().check("2026-11-16 10:00", 10).spend("2026-11-16 12:00", 7);
    assert_eq!((window.left("2026-11-16 12:00"), window.left("2026-11-17 10:00")), (3, 0));
    let month = when_empty().check("2026-11-17 09:00", 25);
    assert_eq!(month.lots("2026-11-18 00:00"), "monthly-2026-11-15 20, c1 5");
}
