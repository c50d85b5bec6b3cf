//! Documents that contradict themselves: the line, the field, what to do.

use runout_book::terms_document::read;
use runout_core::credits::Decimals;

const WHOLE: &str = "\
name = \"Plan\"
price = \"USD 35.00\"
overdrawn = \"billed\"
billed_at_most = 100

[[pots]]
name = \"Monthly\"
rank = 1
carry = \"none\"

[pots.grant]
amount = 800
every = \"1 month\"
anchor = \"2026-11-15 00:00\"

[[pots]]
name = \"Top-ups\"
rank = 2

[top_ups]
pot = \"Top-ups\"
life = \"90 days\"

[auto_refill]
below = 10
buys = 100
pot = \"Top-ups\"
life = \"forever\"
";

#[test]
fn what_contradicts_itself_is_refused_at_its_line_and_field() {
    let bank = "[pots.carry]\nkept = \"until_renewal\"\nbank = \"Bank\"\nbank_at_most = 9";
    let until = "carry = { kept = \"until_renewal\", at_most = 5000 }";
    let cases = [
        ("name = \"Plan\"", "name = \" \"", 1, "name", "called"),
        ("name = \"Plan\"", "nam = \"Plan\"", 1, "name", "missing"),
        ("name = \"Plan\"", "name = \"Plan\"\ncolour = 3", 2, "colour", "no such field"),
        ("name = \"Plan\"", "name = ", 1, "the document", "not TOML"),
        ("\"USD 35.00\"", "\"35 dollars\"", 2, "price", "USD 35.00"),
        ("\"billed\"", "\"forgiven\"", 3, "overdrawn", "\"billed\""),
        ("\"billed\"", "\"carried\"", 4, "billed_at_most", "overdrawn = \"billed\""),
        ("billed_at_most = 100", "billed_at_most = -1", 4, "billed_at_most", "below 0"),
        ("amount = 800", "amount = -800", 12, "pots[1].grant.amount", "below 0"),
        ("amount = 800", "amount = 800.5", 12, "pots[1].grant.amount", "whole ones"),
        ("amount = 800", "amount = \"800\"", 12, "pots[1].grant.amount", "without quotes"),
        ("amount = 800", "amount = 9999999999999999", 12, "pots[1].grant.amount", "more than any"),
        ("amount = 800", "amount = 800\nscale = [1, 2]", 13, "pots[1].grant.scale", "none of these"),
        ("amount = 800", "amount = 800\nscale = []", 13, "pots[1].grant.scale", "leave the field out"),
        ("\"1 month\"", "\"0 days\"", 13, "pots[1].grant.every", "1 or more"),
        ("\"1 month\"", "\"1 month\"\nfirst_use = \"1 day\"", 14, "pots[1].grant.first_use", "not both"),
        ("\"1 month\"", "\"once\"", 14, "pots[1].grant.anchor", "no such field"),
        ("every = \"1 month\"", "", 11, "pots[1].grant", "how often"),
        ("\"2026-11-15 00:00\"", "\"2026-02-30\"", 14, "pots[1].grant.anchor", "a date and a time"),
        ("15 00:00\"", "15\"\nzone = \"Mars\"", 15, "pots[1].grant.zone", "no such time zone"),
        ("15 00:00\"", "15\"\nwhen_empty = [\"Daily\"]", 15, "pots[1].grant.when_empty[1]", "no pot “Daily”"),
        ("15 00:00\"", "15\"\nwhen_empty = [\"Monthly\"]", 15, "pots[1].grant.when_empty", "wait for itself"),
        ("15 00:00\"", "15\"\nceiling = { amount = -1 }", 15, "pots[1].grant.ceiling.amount", "below 0"),
        ("rank = 1", "rank = 1.5", 8, "pots[1].rank", "whole number"),
        ("rank = 1", "rank = 1\npays_only = []", 9, "pots[1].pays_only", "one action or more"),
        ("carry = \"none\"", "", 6, "pots[1]", "carry"),
        ("carry = \"none\"", bank, 11, "pots[1].carry.bank", "no pot “Bank”"),
        ("carry = \"none\"", "carry = { kept = \"1 cycle\", at_most = -1 }", 9, "pots[1].carry.at_most", "below 0"),
        ("carry = \"none\"", "carry = { kept = \"0 cycles\" }", 9, "pots[1].carry.kept", "until_renewal"),
        ("carry = \"none\"", "carry = { kept = \"1 cycle\", share = \"3/2\" }", 9, "pots[1].carry.share", "a part"),
        ("\"none\"\n\n[pots.grant]", "\"all\"\n\n[pots.grant]\nmode = \"refill_to\"", 9, "pots[1].carry", "forfeited"),
        ("carry = \"none\"", until, 9, "pots[1].carry.at_most", "nothing to cut"),
        ("name = \"Top-ups\"", "name = \"Monthly\"", 17, "pots[2].name", "another pot"),
        (
            "rank = 2",
            "rank = 2\ncarry = { kept = \"1 cycle\", at_most = \"2 x allotment\" }",
            19,
            "pots[2].carry.at_most",
            "no allotment",
        ),
        ("\"90 days\"", "\"-90 days\"", 22, "top_ups.life", "until_renewal"),
        ("pot = \"Top-ups\"\nlife = \"90", "pot = \"Packs\"\nlife = \"90", 21, "top_ups.pot", "no pot “Packs”"),
        ("buys = 100", "up_to = 5", 24, "auto_refill", "below the threshold"),
        ("buys = 100", "", 24, "auto_refill", "how much"),
        ("below = 10", "below = 10\nat_most = 99", 26, "auto_refill.at_most", "never buy"),
        ("below = 10", "below = 10\nat_most = \"USD 5.00\"", 26, "auto_refill.at_most", "needs a price"),
    ];
    read(WHOLE, Decimals::NONE, chrono_tz::UTC).unwrap();
    for (from, to, line, field, sentence) in cases {
        let text = WHOLE.replacen(from, to, 1);
        assert_ne!(text, WHOLE, "{from}");
        let error = read(&text, Decimals::NONE, chrono_tz::UTC).unwrap_err();
        assert_eq!((error.line, error.field.as_str()), (line, field), "{to}: {error}");
        assert!(error.sentence.contains(sentence), "{to}: {error}");
    }
}

#[test]
fn more_pots_than_any_plan_has_are_refused_at_the_first_beyond() {
    let pot = |number: usize| format!("[[pots]]\nname = \"Pot {number}\"\nrank = 1\n");
    let document = |pots: usize| "name = \"Plan\"\n".to_owned() + &(1..=pots).map(pot).collect::<String>();
    assert!(read(&document(64), Decimals::NONE, chrono_tz::UTC).is_ok());
    let error = read(&document(65_536), Decimals::NONE, chrono_tz::UTC).unwrap_err();
    assert_eq!(error.field, "pots[65]");
    assert_eq!((error.line, error.sentence.as_str()), (2 + 64 * 3, "A plan has at most 64 pots."));
}
