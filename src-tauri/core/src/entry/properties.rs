//! Laws over random and hostile text.

use proptest::prelude::*;

use super::tests::{catalogue, now, spend, with_desk};
use super::*;
use crate::actions::{ActionId, Key};
use crate::facts::{Spend, SpendState, Verdict};

/// Pieces of lines, well formed and not.
fn token() -> impl Strategy<Value = String> {
    let known = [
        "veo3",
        "veo",
        "3",
        "fast",
        "nano banana",
        "ltx",
        "8s",
        "8",
        "s",
        "audio",
        "silent",
        "1080p",
        "seed=7",
        "x3",
        "3x",
        "x",
        "5400",
        "5,400",
        "5.4k",
        "3*1800",
        "@1800",
        "each",
        "=22600",
        "=",
        "@",
        "~",
        "~165",
        "#teaser",
        "#",
        "!failed",
        "!",
        "+keeper",
        "+3d",
        "today",
        "yesterday",
        "mon",
        "-3d",
        "12 nov",
        "nov",
        "2026-11-12",
        "2026-02-30",
        "14:30",
        "25:99",
        "9:16",
        "\"",
        "\"a note\"",
        "#\"two words\"",
        "a=\"",
        "kling",
        "-5",
        "−5",
        "½",
        "١٢٣",
        "🎬",
        "\u{202e}",
        "\u{0}",
        "\u{2009}",
        "e\u{301}",
        "ß",
        "İ",
        ",",
        "=-1",
        "action=x",
        "99999999999999999999",
        "k",
        "1k1",
    ];
    prop_oneof![
        4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[0-9.,'xXk*@=~#!+:-]{1,12}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    let gap = prop_oneof![4 => Just(" "), 1 => Just(""), 1 => Just("\u{2009}"), 1 => Just("\n")];
    prop::collection::vec((token(), gap), 0..12)
        .prop_map(|pieces| pieces.into_iter().map(|(token, gap)| token + gap).collect())
}

fn a_spend() -> impl Strategy<Value = Spend> {
    let key = prop::option::of((0..catalogue().len(), a_setting(), a_setting()));
    let amount = prop_oneof![0_i64..100_000, Just(1_000_000_000_000_000)];
    let verdict =
        prop::option::of(prop::sample::select([Verdict::Keeper, Verdict::Reject, Verdict::Failed].as_slice()));
    let text = prop_oneof![2 => Just(String::new()), 1 => "[a-z0-9 \"#!=@:,-]{1,12}", 1 => "\\PC{1,12}"];
    let tags = prop::collection::btree_set("\\PC{1,8}", 0..3);
    let state =
        prop::sample::select([SpendState::Charged, SpendState::RefundExpected, SpendState::Reserved].as_slice());
    (key, 1_u32..=40, amount, (any::<bool>(), state), verdict, text, tags).prop_map(
        |(key, count, amount, (estimated, state), verdict, note, tags)| Spend {
            key: key.map(|(action, one, other)| Key {
                action: ActionId(catalogue()[action].id.0.clone()),
                settings: [one, other].into_iter().flatten().collect(),
            }),
            count,
            estimated,
            tags: tags.into_iter().collect(),
            note: note.replace('⏎', "-"),
            state,
            verdict,
            ..spend(None, amount)
        },
    )
}

fn a_setting() -> impl Strategy<Value = Option<(String, String)>> {
    let of = |name: &str, value: &str| Some((name.to_owned(), value.to_owned()));
    prop::sample::select(vec![
        None,
        of("seconds", "8"),
        of("seconds", "2.5"),
        of("audio", "yes"),
        of("audio", "no"),
        of("refs", "3"),
        of("styled", "yes"),
        of("resolution", "1080p"),
        of("resolution", "4k"),
        of("style", "two words"),
        of("seed", "\"7\""),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_text_gives_chips_in_order_inside_the_text(text in text()) {
        let line = with_desk(|desk| read(&text, desk));
        let mut last = 0;
        for place in line.chips.iter().filter_map(|chip| chip.place) {
            prop_assert!(last <= place.from && place.from < place.to && place.to <= text.len());
            prop_assert!(text.is_char_boundary(place.from) && text.is_char_boundary(place.to));
            let units = |to: usize| text[..to].encode_utf16().count();
            prop_assert_eq!((place.utf16_from, place.utf16_to), (units(place.from), units(place.to)));
            last = place.to;
        }
        if let Err(refusal) = &line.reading {
            prop_assert!(refusal.to_string().ends_with(['.', '?']) && refusal.to_string().len() < 400);
        }
    }

    #[test]
    fn completion_never_fails_and_a_swap_is_a_line(text in text(), caret in 0_usize..80) {
        with_desk(|desk| {
            for completion in complete(&text, caret, desk) {
                drop(read(&completion.line, desk));
            }
            if let Some(swap) = read(&text, desk).swap {
                drop(read(&swap.line, desk));
            }
        });
    }

    #[test]
    fn the_line_of_a_spend_reads_back_to_the_same_spend(spend in a_spend(), ago in 0_i64..4_000_000, date_only in any::<bool>()) {
        with_desk(|desk| {
            let at = now() - chrono::TimeDelta::seconds(ago);
            let text = line_of(&spend, Some(LineWhen::of(at, date_only, desk.zone)), desk);
            let logged = Logged { spend: &spend, at, date_only };
            let reading = read_edit(&text, desk, &logged).reading;
            let reading = reading.map_err(|refusal| TestCaseError::fail(format!("{text}: {refusal}")))?;
            prop_assert_eq!(&reading.spend, &spend, "{}", text);
            prop_assert_eq!((reading.at, reading.date_only, reading.new_action), (at, date_only, None), "{}", text);
            Ok(())
        })?;
    }
}
