use super::*;
use crate::views::story::{history, told};
use crate::wire::{LineView, Span};

fn shown(text: &str) -> LineView {
    let caret = u32::try_from(text.encode_utf16().count()).unwrap();
    told(history(), |outlook, pen| line(text, caret, outlook, pen))
}

fn words(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// The three answers, the remark and what one key would do.
fn answers(text: &str) -> String {
    let view = shown(text);
    let usually = view.usually.map(|usually| format!("{} · {}", words(&usually.figure), usually.words));
    let leaves = view.leaves.map(|leaves| format!("{} · {}", words(&leaves.figure), words(&leaves.words)));
    let (usually, leaves) = (usually.unwrap_or_default(), leaves.unwrap_or_default());
    let remark = view.remark.map(|remark| words(&remark)).unwrap_or_default();
    let tab = view.tab.map(|tab| tab.words).unwrap_or_default();
    let refusal = view.refusal.map(|refusal| refusal.message).unwrap_or_default();
    format!("{usually}\n{leaves}\n{}\n{remark}\n{tab}\n{refusal}", words(&view.then))
}

#[test]
fn an_offered_estimate_has_three_answers() {
    insta::assert_snapshot!(answers("veo 3 fast 8s"), @r#"
    ≈ 1,750 · 1,000 to 2,900 in 1 of yours. Published: 875 to 3,500.
    ≈ 29,000 · 28,000 to 29,000, almost certain to be covered.
    They still last to the renewal on Tue 15 Dec.
    "#);
    assert_eq!(shown("veo 3 fast 8s").offered.as_deref(), Some("1750"));
    assert!(shown("veo 3 fast 8s").estimated);
}

#[test]
fn a_typed_amount_leaves_an_exact_figure() {
    insta::assert_snapshot!(answers("veo3 8s audio 5400"), @r#"
    ≈ 2,300 · 710 to 7,700, published, none of yours yet.
    25,079 · 
    They still last to the renewal on Tue 15 Dec.
    "#);
    insta::assert_snapshot!(answers("veo3 8s audio 40000"), @r#"
    ≈ 2,300 · 710 to 7,700, published, none of yours yet.
    0 · 
    Nothing is left then. The next credits come on Tue 15 Dec.
    9,521 more than Runout has. Enter saves it all the same.
    "#);
    insta::assert_snapshot!(answers("nano banana x2 98 2026-11-30"), @r#"
    ≈ 98 · 78 to 120 in 1 of yours. Published: 49 each.
    30,479 · Unchanged: a balance check came after it.
    "#);
}

#[test]
fn what_cannot_be_saved_is_said_at_the_line() {
    insta::assert_snapshot!(answers("kling").trim(), @"Kling has no price yet: type what it took, such as 500.");
    let refused = shown("kling");
    assert_eq!((refused.saves, refused.refusal.and_then(|refusal| refusal.field)), (false, Some("line".to_owned())));
    assert_eq!(shown("").refusal, None);
    assert_eq!(shown("").then, Vec::new());
}

#[test]
fn chips_tell_their_places_in_utf_16() {
    let view = shown("🎬 veo3 900");
    let places: Vec<_> = view.chips.iter().map(|chip| (chip.words.as_str(), chip.from, chip.to)).collect();
    assert_eq!(
        places,
        [("🎬", Some(0), Some(2)), ("Veo 3", Some(3), Some(7)), ("900", Some(8), Some(11)), ("now", None, None)]
    );
}
