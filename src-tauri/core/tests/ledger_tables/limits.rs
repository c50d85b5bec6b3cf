//! Restricted pots, limits of a day and ceilings over several grants.

use runout_core::actions::ActionId;
use runout_core::calendar::anchor_at;
use runout_core::facts::ChangeMode;
use runout_core::ledger::{Edge, Log};
use runout_core::terms::{
    Anchor, Cadence, Carry, Ceiling, DayLimit, GrantTerms, IntervalUnit, Overdrawn, Pays, PotTerms, Terms,
};

use super::desk::{Desk, ZONE, at, cadence, credits, every, line, pot};

fn anchor(from: &str) -> Anchor {
    anchor_at(at(from), ZONE)
}

fn monthly(name: &str, rank: u16, amount: i64) -> PotTerms {
    pot(name, rank, Some((amount, cadence(every(1, IntervalUnit::Month), "2026-11-15 00:00"))), Carry::NONE)
}

/// 100 a month for Veo 3 alone, `others` a month for everything, top-ups.
fn restricted(others: i64) -> Desk {
    let films = PotTerms { pays: Pays::Only(vec!["VEO-3".to_owned()]), ..monthly("Films", 0, 100) };
    let pots = vec![films, monthly("Monthly", 1, others), PotTerms::holding("Top-ups", 2)];
    Desk::new("2026-11-15 00:00", Terms::new("Restricted", pots))
}

/// 100 a month of which 10 can be taken a day from `from` on, then top-ups, of which there are 50.
fn limited(from: &str) -> Desk {
    let limit = DayLimit { amount: credits(10), from: anchor(from) };
    let monthly = PotTerms { day_limit: Some(limit), ..monthly("Monthly", 0, 100) };
    let terms = Terms::new("Limited", vec![monthly, PotTerms::holding("Top-ups", 1)]);
    Desk::new("2026-11-15 00:00", terms).top_up("2026-11-15 10:00", 50, None)
}

/// 5 a day that do not stack, at most 12 in a calendar month.
fn with_a_ceiling() -> Desk {
    let daily = cadence(every(1, IntervalUnit::Day), "2026-11-01 00:00");
    let ceiling =
        Ceiling { amount: credits(12), every: every(1, IntervalUnit::Month), anchor: anchor("2026-11-01 00:00") };
    let grant = GrantTerms { ceiling: Some(ceiling), ..GrantTerms::new(credits(5), daily).refilled() };
    let pots = vec![PotTerms::granted("Daily", 0, grant, Carry::NONE)];
    Desk::new("2026-11-15 00:00", Terms::new("Lovable", pots))
}

/// 30 of the film's pot; then 50 and 40 of the month; then the last 70 of the film's pot and 30 of the month.
#[test]
fn shape_45_a_restricted_pot_pays_its_actions_alone_and_pays_them_first() {
    let desk = restricted(200)
        .spend_on("2026-11-16 10:00", 30, Some("veo-3"))
        .spend("2026-11-17 10:00", 50)
        .spend_on("2026-11-18 10:00", 40, Some("nano-banana"))
        .spend_on("2026-11-19 10:00", 100, Some("veo-3"));
    assert_eq!(desk.paid("2026-11-16 10:00", 1), "films-2026-11-15 30");
    assert_eq!(desk.paid("2026-11-17 10:00", 2), "monthly-2026-11-15 50");
    assert_eq!(desk.paid("2026-11-18 10:00", 3), "monthly-2026-11-15 40");
    assert_eq!(desk.paid("2026-11-19 10:00", 4), "films-2026-11-15 70, monthly-2026-11-15 30");
    let ledger = desk.ledger("2026-11-18 10:00");
    let left_for = |action: Option<&str>| ledger.left_for(action.map(|id| ActionId(id.to_owned())).as_ref()).units();
    assert_eq!((left_for(Some("veo-3")), left_for(Some("nano-banana")), left_for(None)), (180, 110, 110));
    assert_eq!(ledger.left().units(), 180);
}

/// 30 of 10 for everything: 20 stay open beside 100 for films, also when films get 50 more; a top-up pays them.
#[test]
fn what_a_restricted_pot_may_not_pay_stays_overdrawn_beside_it() {
    let desk = restricted(10).spend("2026-11-16 10:00", 30).bonus("2026-11-17 10:00", 50, "Films");
    assert_eq!(desk.figures("2026-11-16 10:00"), "100 + 0 withheld - 20");
    assert_eq!(desk.figures("2026-11-17 10:00"), "150 + 0 withheld - 20");
    let desk = desk.bonus("2026-11-18 10:00", 50, "Top-ups");
    assert_eq!(desk.figures("2026-11-18 10:00"), "180 + 0 withheld - 0");
    assert_eq!(desk.paid("2026-11-18 10:00", 1), "monthly-2026-11-15 10, g3 20");
}

/// Unlogged: 110 by the ledger, 60 shown, 50 from films. Overdrawn: 20 are paid from films, then 80 is what was shown.
#[test]
fn a_check_takes_from_any_pot() {
    let desk = restricted(10).check("2026-11-16 10:00", 60);
    assert_eq!(desk.lots("2026-11-16 10:00"), "films-2026-11-15 50, monthly-2026-11-15 10");
    let desk = restricted(10).spend("2026-11-16 10:00", 30).check("2026-11-17 10:00", 80);
    assert_eq!(desk.figures("2026-11-17 10:00"), "80 + 0 withheld - 0");
    assert_eq!(desk.ledger("2026-11-17 10:00").checks()[0].unlogged.units(), 0);
}

/// 25 on the 16th: 10 of the month, 15 of the top-up; 90 of the month are withheld until 00:00, then 80.
#[test]
fn shape_10_a_day_takes_no_more_than_its_limit_and_the_next_pot_pays() {
    let desk = limited("2026-11-01 00:00").spend("2026-11-16 10:00", 25);
    assert_eq!(desk.figures("2026-11-15 12:00"), "60 + 90 withheld - 0");
    assert_eq!(desk.paid("2026-11-16 10:00", 2), "monthly-2026-11-15 10, g1 15");
    assert_eq!(desk.figures("2026-11-16 10:00"), "35 + 90 withheld - 0");
    assert_eq!(desk.figures("2026-11-17 00:00"), "45 + 80 withheld - 0");
    let statement = desk.statement("2026-11-16 00:00", "2026-11-17 00:00");
    assert_eq!(line(&statement), "150 = spent 25 + 125");
}

#[test]
fn the_day_of_a_limit_begins_by_its_own_clock() {
    let desk = limited("2026-11-01 06:00").spend("2026-11-16 05:59", 10).spend("2026-11-16 06:00", 12);
    assert_eq!(desk.paid("2026-11-16 07:00", 2), "monthly-2026-11-15 10");
    assert_eq!(desk.paid("2026-11-16 07:00", 3), "monthly-2026-11-15 10, g1 2");
}

/// A refund on the day gives its 10 back to the day; one on the next day gives the credits back, and no room.
#[test]
fn a_refund_on_the_day_gives_the_days_room_back() {
    let desk = limited("2026-11-01 00:00").spend("2026-11-16 10:00", 25);
    let same = desk.clone().refund("2026-11-16 12:00", 2, 25).spend("2026-11-16 13:00", 10);
    assert_eq!(same.figures("2026-11-16 12:00"), "60 + 90 withheld - 0");
    assert_eq!(same.paid("2026-11-16 13:00", 4), "monthly-2026-11-15 10");
    let next = desk.spend("2026-11-17 09:00", 8).refund("2026-11-17 12:00", 2, 25).spend("2026-11-17 13:00", 5);
    assert_eq!(next.figures("2026-11-17 12:00"), "52 + 90 withheld - 0");
    assert_eq!(next.paid("2026-11-17 13:00", 5), "monthly-2026-11-15 2, g1 3");
}

/// 75 on the 16th: 10 + 50, 15 open. 3 more on the 17th let the month pay, but no more than the day's 10: 5 stay open.
#[test]
fn the_limit_of_the_day_holds_when_what_is_overdrawn_is_paid() {
    let desk = limited("2026-11-01 00:00").spend("2026-11-16 10:00", 75).bonus("2026-11-17 10:00", 3, "Monthly");
    assert_eq!(desk.figures("2026-11-16 10:00"), "0 + 90 withheld - 15");
    assert_eq!(desk.figures("2026-11-17 10:00"), "0 + 83 withheld - 5");
}

/// Taken 5 and 5: on the 17th 12 - 10 = 2, on the 18th nothing. The refund of the 15th's 5 makes it 7: on the 19th 5.
#[test]
fn shape_10_a_ceiling_counts_what_was_taken_net_of_refunds_in_its_own_cycle() {
    let desk = with_a_ceiling()
        .spend("2026-11-15 10:00", 5)
        .spend("2026-11-16 10:00", 5)
        .spend("2026-11-17 10:00", 2)
        .refund("2026-11-18 10:00", 1, 5);
    assert_eq!(desk.left("2026-11-16 00:00"), 5);
    assert_eq!(desk.left("2026-11-17 00:00"), 2);
    assert_eq!((desk.left("2026-11-18 00:00"), desk.left("2026-11-18 10:00")), (0, 0));
    assert_eq!(desk.left("2026-11-19 00:00"), 5);
    assert_eq!(desk.spend("2026-11-20 10:00", 5).left("2026-12-01 00:00"), 5);
}

/// The check of the 15th finds 4 missing; with 5 and 3 of the next days that makes 12. A bonus is not held by it.
#[test]
fn a_ceiling_counts_what_was_not_logged_and_holds_no_entry() {
    let desk = with_a_ceiling()
        .check("2026-11-15 10:00", 1)
        .spend("2026-11-16 10:00", 5)
        .spend("2026-11-17 10:00", 3)
        .bonus("2026-11-18 10:00", 9, "Daily");
    assert_eq!((desk.left("2026-11-17 00:00"), desk.left("2026-11-18 00:00")), (3, 0));
    assert_eq!(desk.left("2026-11-18 10:00"), 9);
}

/// 15 for Veo 3 and 3 for nothing, of 10: 5 and 3 are open. From the 20th the pot pays for Veo 3 alone: of 10 more it pays
/// those 5. A balance from sums knows for what the sum was, too.
#[test]
fn what_stayed_open_is_paid_by_the_pots_that_may_also_where_spends_enter_as_sums() {
    let once = |amount, pays| PotTerms { pays, ..pot("Monthly", 0, Some((amount, Cadence::Once)), Carry::ALL) };
    let terms = |amount, pays| Terms { overdrawn: Overdrawn::Carried, ..Terms::new("Once", vec![once(amount, pays)]) };
    let films = Pays::Only(vec!["veo-3".to_owned()]);
    let desk = Desk::new("2026-11-15 00:00", terms(10, Pays::Everything))
        .spend_on("2026-11-16 10:00", 15, Some("veo-3"))
        .spend("2026-11-16 12:00", 3)
        .terms("2026-12-20 00:00", ChangeMode::Difference, terms(20, films));
    assert_eq!(desk.figures("2026-12-20 00:00"), "5 + 0 withheld - 3");
    let balance = Log::of(&desk.facts).balance(&desk.facts.terms, at("2026-12-20 00:00"), Edge::After);
    assert_eq!(balance.expect("a balance").pots.as_slice(), desk.ledger("2026-12-20 00:00").pots());
}
