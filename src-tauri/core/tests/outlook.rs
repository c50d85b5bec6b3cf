//! What Today says, case by case.

#[cfg(test)]
mod stories;

use insta::assert_snapshot;
use runout_core::outlook::Outlook;
use stories::{Story, said};

#[test]
fn without_a_log_the_even_pace_is_all_that_is_said() {
    let story = Story::ltx("2026-11-22T12:00:00Z").check("2026-11-22T12:00:00Z", 22_600);
    assert_snapshot!(said(&story), @r"
    22,600 left. An even pace to the renewal on Tue 15 Dec is 982 a day.
    Log what you make, and this line will say how long they last.
    ");
}

#[test]
fn in_the_first_days_the_plan_speaks_and_it_says_so() {
    let story = Story::ltx("2026-11-18T12:00:00Z")
        .spend("2026-11-15T10:00:00Z", "veo-3", 5_400)
        .spend("2026-11-16T10:00:00Z", "ltxv-turbo", 165)
        .spend("2026-11-17T10:00:00Z", "nano-banana", 49);
    let said = said(&story);
    assert!(said.starts_with("22,386 left. By your plan and 3 days of log they "), "{said}");
    assert!(said.contains("70 % of this is a typical person on your plan."), "{said}");
    assert!(said.contains("(learning, 3 of 7 days)"), "{said}");
}

#[test]
fn a_short_month_leads_with_the_early_date() {
    let story = Story::busy("2026-12-04T16:40:00Z", 2_000);
    let said = said(&story);
    assert!(said.contains(" left. They may run out from "), "{said}");
    assert!(said.contains("; at your recent pace they last to "), "{said}");
    assert!(said.contains("chance that they run out before Tue 15 Dec"), "{said}");
}

#[test]
fn a_long_month_says_what_lapses() {
    let story = Story::busy("2026-12-13T16:40:00Z", 60);
    let said = said(&story);
    assert!(said.contains(" left. They last to the renewal on Tue 15 Dec, and ≈ "), "{said}");
    assert!(said.contains(" will lapse then.\nUp to ≈ "), "{said}");
}

#[test]
fn nothing_left_says_when_credits_come() {
    let story = Story::busy("2026-12-04T16:40:00Z", 500).check("2026-12-02T09:00:00Z", 0);
    assert_snapshot!(said(&story.without_spends_after("2026-12-02T09:00:00Z")), @r"
    0 left. The next credits come on Tue 15 Dec, in 11 days.
    It ran out on Wed 2 Dec. Days without credits do not count as quiet days.
    ");
}

#[test]
fn beyond_what_there_was_is_never_a_scolding() {
    let story = Story::ltx("2026-12-04T15:40:00Z").spend("2026-12-03T10:00:00Z", "veo-3", 28_888);
    assert_snapshot!(said(&story), @r"
    0 left, and 888 logged beyond it. The next credits come on Tue 15 Dec, in 11 days.

    note: LTX Studio cannot have let you spend more than it had. A spend may stand twice, a refund may be missing, or a figure is too high. What its own counter shows settles it.
    ");
}

#[test]
fn less_than_a_typical_spend_is_counted_in_generations() {
    let story = Story::busy("2026-12-04T16:40:00Z", 900).check("2026-12-04T16:30:00Z", 180);
    let said = said(&story);
    assert!(said.starts_with("180 left. Enough for "), "{said}");
    assert!(said.ends_with("11 days to the renewal."), "{said}");
}

#[test]
fn without_a_renewal_no_renewal_is_made_up() {
    let story = Story::once("2026-12-04T16:40:00Z", 800);
    assert_snapshot!(said(&story), @r"
    800 left, and no renewal.
    Log what you make, and this line will say how long they last.
    ");
    let said = said(&Story::once("2026-12-04T16:40:00Z", 8_000).daily("2026-11-15", 20, 90));
    assert!(said.starts_with("6,200 left, and no renewal. At your recent pace they last "), "{said}");
}

#[test]
fn the_sum_under_the_sentence_adds_up_to_its_first_word() {
    let story = Story::busy("2026-12-04T16:40:00Z", 700).check("2026-12-01T17:20:00Z", 9_766);
    story.outlook(|outlook: &Outlook<'_>| {
        let standing = outlook.standing();
        let sum = standing.confirmed.unwrap().shown.units()
            - standing.logged.credits.units()
            - standing.estimated.credits.units()
            + standing.refunded.credits.units();
        assert_eq!(sum, outlook.ledger.left().units());
        assert_eq!(outlook.provenance()[0].text.to_string(), "9,766 checked Tue 1 Dec, 18:20");
        assert!(outlook.provenance()[0].confirmed);
    });
}

#[test]
fn the_four_answers_keep_their_heads_and_their_order() {
    for story in [
        Story::ltx("2026-11-22T12:00:00Z"),
        Story::busy("2026-12-04T16:40:00Z", 700),
        Story::once("2026-12-04T16:40:00Z", 0),
    ] {
        story.outlook(|outlook| {
            let heads: Vec<_> = outlook.cells().iter().map(|cell| cell.head).collect();
            assert_eq!(heads, ["Safe today", "Will lapse", "What you can still make", "Pays next"]);
            assert!(outlook.cells().iter().all(|cell| !cell.figure.0.is_empty()));
        });
    }
}
