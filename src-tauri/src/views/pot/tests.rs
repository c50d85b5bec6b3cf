use runout_core::terms::{
    Anchor, Cap, Carry, CarryCap, DayLimit, Kept, Pays, PotName, PotTerms, Ratio, Terms, Trigger, WhileLapsed,
};

use super::*;
use crate::views::story::{credits, history, spend, standard, told, told_under};
use crate::wire::{Span, SpanMark};

fn told_pot(page: Option<PotPage>) -> String {
    let Some(page) = page else { return "no such pot".to_owned() };
    let words = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let lot = |lot: &LotStory| {
        let lost = lot.lost.as_deref().unwrap_or_default();
        format!("  {} of {}: {} {} {} {lost}", lot.lot.left, lot.lot.granted, lot.why, lot.pays, lot.ends)
    };
    // What will lapse is the forecast's, which has its own tests.
    let pays: Vec<Span> = page.pays.into_iter().filter(|span| span.mark != SpanMark::Lapse).collect();
    let mut lines = vec![words(&pays)];
    lines.extend(page.lots.iter().map(lot));
    lines.extend(page.ended.iter().map(lot));
    lines.push(words(&page.lost));
    lines.extend(page.losses.iter().map(|loss| format!("  {}, {}: {}", loss.when, loss.words, loss.credits)));
    lines.extend(page.forgiven);
    lines.iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// The standard plan, its month changed.
fn plan(change: impl FnOnce(&mut PotTerms)) -> Terms {
    let mut terms = standard();
    change(&mut terms.pots[0]);
    terms
}

fn shown(terms: Terms, entries: Vec<runout_core::facts::Entry>, pot: &str) -> String {
    told_under(terms, entries, |outlook, pen| told_pot(self::pot(outlook, pot, pen)))
}

#[test]
fn a_month_and_a_top_up_say_why_they_are_there() {
    let page = |name: &str| told(history(), |outlook, pen| told_pot(pot(outlook, name, pen)));
    insta::assert_snapshot!(page("Monthly"), @"
    Pays first, before Top-ups. Nothing rolls over.
      25,479 of 28,000: Granted by the renewal of Sun 15 Nov. Pays next. Ends with Mon 14 Dec: what is left at the renewal lapses.
      0 of 28,000: There as the book began, on Thu 15 Oct.  Ended Sun 15 Nov, 00:00: came to its end. 28,000 of it lapsed.
    28,000 lapsed since the book began on Thu 15 Oct.
      Sun 15 Nov, 00:00, came to its end: 28,000
    ");
    insta::assert_snapshot!(page("Top-ups"), @"
    Pays after Monthly.
      5,000 of 5,000: Bought on Thu 3 Dec. Pays after 1 other lot. Ends with Wed 3 Feb: its own end, whatever the renewals.
    Nothing has lapsed since the book began on Thu 15 Oct.
    ");
    assert_eq!(page("Daily"), "no such pot");
}

#[test]
fn what_is_carried_says_over_which_renewals() {
    insta::assert_snapshot!(shown(plan(|pot| pot.carry = Carry::ALL), history(), "Monthly"), @"
    Pays first, before Top-ups. Everything rolls over.
      0 of 28,000: There as the book began, on Thu 15 Oct, and carried over the renewal of Sun 15 Nov. Used up. Does not end.
      25,479 of 28,000: Granted by the renewal of Sun 15 Nov. Pays next. Does not end.
    Nothing has lapsed since the book began on Thu 15 Oct.
    ");
    let capped = Carry::up_to(Cap::Credits(credits(10_000)));
    insta::assert_snapshot!(shown(plan(|pot| pot.carry = capped), history(), "Monthly"), @"
    Pays first, before Top-ups. Up to 10,000 rolls over.
      0 of 28,000: There as the book began, on Thu 15 Oct, and carried over the renewal of Sun 15 Nov. Used up. Does not end by itself; the renewal of Tue 15 Dec keeps no more than its cap. 18,000 of it lapsed.
      25,479 of 28,000: Granted by the renewal of Sun 15 Nov. Pays next. Does not end by itself; the renewal of Tue 15 Dec keeps no more than its cap.
    18,000 lapsed since the book began on Thu 15 Oct.
      Sun 15 Nov, 00:00, not carried over: 18,000
    ");
    insta::assert_snapshot!(shown(plan(|pot| pot.carry = Carry::cycles(1)), history(), "Monthly"), @"
    Pays first, before Top-ups. What is left lives one cycle more.
      0 of 28,000: There as the book began, on Thu 15 Oct, and carried over the renewal of Sun 15 Nov. Used up. Ends with Mon 14 Dec: what is left at the renewal lapses.
      25,479 of 28,000: Granted by the renewal of Sun 15 Nov. Pays next. Ends with Thu 14 Jan: what is left at the renewal lapses.
    Nothing has lapsed since the book began on Thu 15 Oct.
    ");
}

#[test]
fn a_bank_says_from_where_it_was_filled() {
    let cap = CarryCap::Bank { pot: PotName("Bank".to_owned()), cap: Cap::Allotments(Ratio { parts: 1, of: 2 }) };
    let mut terms = plan(|pot| pot.carry = Carry { kept: Kept::UntilRenewal, share: Ratio::WHOLE, cap: Some(cap) });
    terms.pots.push(PotTerms::holding("Bank", 3));
    insta::assert_snapshot!(shown(terms.clone(), Vec::new(), "Bank"), @"
    Pays after Monthly and Top-ups.
      14,000 of 14,000: Moved in from Monthly by the renewal of Sun 15 Nov. Pays after 1 other lot. Does not end.
    Nothing has lapsed since the book began on Thu 15 Oct.
    ");
    insta::assert_snapshot!(shown(terms, Vec::new(), "Monthly"), @"
    Pays first, before Top-ups and Bank. What is left moves into Bank, up to 14,000.
      28,000 of 28,000: Granted by the renewal of Sun 15 Nov. Pays next. Ends with Mon 14 Dec: the renewal moves what is left into Bank, as far as there is room.
      0 of 28,000: There as the book began, on Thu 15 Oct.  Ended Sun 15 Nov, 00:00: not carried over. 14,000 of it lapsed.
    14,000 lapsed since the book began on Thu 15 Oct.
      Sun 15 Nov, 00:00, not carried over: 14,000
    ");
}

#[test]
fn limits_and_restrictions_are_said_with_what_they_withhold_today() {
    let anchor = Anchor {
        day: runout_core::Day::from_ymd_opt(2026, 10, 15).unwrap(),
        time: chrono::NaiveTime::MIN,
        zone: runout_core::Zone::UTC,
    };
    let limited = plan(|pot| {
        pot.day_limit = Some(DayLimit { amount: credits(500), from: anchor });
        pot.pays = Pays::Only(vec!["veo-3".to_owned(), "actor".to_owned()]);
        pot.while_lapsed = WhileLapsed::Frozen;
    });
    let at_work = vec![spend(1, "2026-12-04T10:00:00+01:00", "veo-3", &[], 200)];
    insta::assert_snapshot!(shown(limited.clone(), at_work, "Monthly"), @"
    Pays first, before Top-ups. For Veo 3 and Actor only. At most 500 a day can be taken; the day begins at 00:00, UTC time. Nothing rolls over. It pays only while the plan runs; its ends come all the same. 27,500 in it are withheld today by that limit.
      27,800 of 28,000: Granted by the renewal of Sun 15 Nov. Pays next. Ends with Mon 14 Dec: what is left at the renewal lapses.
      0 of 28,000: There as the book began, on Thu 15 Oct.  Ended Sun 15 Nov, 00:00: came to its end. 28,000 of it lapsed.
    28,000 lapsed since the book began on Thu 15 Oct.
      Sun 15 Nov, 00:00, came to its end: 28,000
    ");
    let reached = vec![spend(1, "2026-12-04T10:00:00+01:00", "veo-3", &[], 500)];
    insta::assert_snapshot!(shown(limited, reached, "Monthly"), @"
    Pays first, before Top-ups. For Veo 3 and Actor only. At most 500 a day can be taken; the day begins at 00:00, UTC time. Nothing rolls over. It pays only while the plan runs; its ends come all the same. 27,500 in it are withheld today by that limit.
      27,500 of 28,000: Granted by the renewal of Sun 15 Nov. Withheld today: the limit of the day is reached. Ends with Mon 14 Dec: what is left at the renewal lapses.
      0 of 28,000: There as the book began, on Thu 15 Oct.  Ended Sun 15 Nov, 00:00: came to its end. 28,000 of it lapsed.
    28,000 lapsed since the book began on Thu 15 Oct.
      Sun 15 Nov, 00:00, came to its end: 28,000
    ");
}

#[test]
fn a_grant_that_a_spend_called_for_names_the_spend() {
    let mut terms = standard();
    let mut grant = terms.pots[0].grant.clone().unwrap();
    grant.amount = credits(3000);
    grant.trigger = Trigger::WhenEmpty(vec![PotName("Monthly".to_owned())]);
    terms.pots.push(PotTerms::granted("Reserve", 2, grant, Carry::NONE));
    let dear = vec![spend(1, "2026-12-03T10:00:00+01:00", "veo-3", &[("seconds", "8")], 29_000)];
    insta::assert_snapshot!(shown(terms, dear, "Reserve"), @"
    Pays after Monthly, beside Top-ups, the credits that end soonest first. It comes when Monthly cannot cover a spend. Nothing rolls over.
      2,000 of 3,000: Called for by Veo 3, 8 s on Thu 3 Dec, which Monthly could not cover. Pays next. Ends with Mon 14 Dec: its own end, whatever the renewals.
    Nothing has lapsed since the book began on Thu 15 Oct.
    ");
}

#[test]
fn what_lapsed_of_a_pot_is_what_its_statement_says() {
    told(history(), |outlook, pen| {
        let now = outlook.now + chrono::TimeDelta::milliseconds(1);
        let whole = runout_core::ledger::statement(outlook.facts, outlook.facts.service.start, now).unwrap();
        for balance in outlook.ledger.pots() {
            let lapsed = whole.pots.iter().find(|one| one.pot == balance.pot).unwrap().lapsed;
            let losses = lost::losses(balance, outlook);
            let sum: i64 = losses.iter().map(|loss| loss.credits.units()).sum();
            assert_eq!(sum, lapsed.units(), "{}", balance.pot.0);
            assert_eq!(pot(outlook, &balance.pot.0, pen).unwrap().losses.len(), losses.len());
        }
    });
}
