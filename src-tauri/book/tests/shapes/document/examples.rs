//! The worked examples of `src-tauri/docs/terms`.

use runout_book::terms_document::{read, write};
use runout_core::credits::Decimals;

const EXAMPLES: &[(&str, &str)] = &[
    ("LTX Studio Standard", include_str!("../../../../docs/terms/ltx.toml")),
    ("Runway Pro", include_str!("../../../../docs/terms/runway.toml")),
    ("ElevenLabs Creator", include_str!("../../../../docs/terms/elevenlabs.toml")),
    ("Leonardo.ai Premium", include_str!("../../../../docs/terms/leonardo.toml")),
    ("Suno Pro", include_str!("../../../../docs/terms/suno.toml")),
    ("Lovable Pro", include_str!("../../../../docs/terms/lovable.toml")),
];

#[test]
fn every_worked_example_is_read_and_comes_back_as_it_was() {
    for (name, text) in EXAMPLES {
        let terms = read(text, Decimals::NONE, chrono_tz::Europe::Berlin).unwrap();
        assert_eq!(terms.name, *name);
        let again = write(&terms, Decimals::NONE);
        assert_eq!(read(&again, Decimals::NONE, chrono_tz::UTC), Ok(terms), "zones are written out: {again}");
    }
}

#[test]
fn a_document_reads_like_the_plan() {
    let terms = read(EXAMPLES[3].1, Decimals::NONE, chrono_tz::Europe::Berlin).unwrap();
    insta::assert_snapshot!(write(&terms, Decimals::NONE), @r#"
    name = "Leonardo.ai Premium"
    price = "USD 30.00"
    overdrawn = "forgiven_at_renewal"
    within_rank = "soonest_end"

    [[pots]]
    name = "Monthly"
    rank = 1

    [pots.carry]
    kept = "until_renewal"
    bank = "Bank"
    bank_at_most = "3 x allotment"

    [pots.grant]
    amount = 25000
    every = "1 month"
    anchor = "2026-11-15 00:00"
    zone = "Europe/Berlin"

    [[pots]]
    name = "Bank"
    rank = 2
    carry = "all"

    [[pots]]
    name = "Top-ups"
    rank = 3
    while_lapsed = "frozen_and_held"
    carry = "all"

    [top_ups]
    pot = "Top-ups"
    life = "forever"
    "#);
}
