//! A statement adds up, line by line: with a bank, a cap on the total, an overdraft and a refund.

use std::fs;

use serde_json::Value;

use crate::program::Desk;

/// 1,000 a month, of which up to 1,500 are banked; a second pot of 500 a month never holds more than 800.
const TERMS: &str = r#"
name = "Both"

[[pots]]
name = "Bank"
rank = 3

[[pots]]
name = "Monthly"
rank = 1
carry = { kept = "until_renewal", bank = "Bank", bank_at_most = 1500 }

[pots.grant]
amount = 1000
every = "1 month"
anchor = "2026-11-15 00:00"

[[pots]]
name = "Extra"
rank = 2
carry = { kept = "while_subscribed", total_at_most = 800 }

[pots.grant]
amount = 500
every = "1 month"
anchor = "2026-11-15 00:00"
"#;

/// Two months: banked, capped, refunded, checked, overdrawn and forgiven.
fn told() -> Desk {
    let mut desk = Desk::standard();
    let file = desk.beside("terms.toml");
    fs::write(&file, TERMS).unwrap();
    desk.done(&format!("terms set {file} --mode replace"));
    desk.at("2026-11-16 10:00").done("spend veo3 8s 300");
    let id = desk.json("log")["spends"][0]["id"].as_i64().unwrap();
    desk.at("2026-11-17 10:00").done(&format!("refund {id} 100"));
    desk.at("2026-11-20 10:00").done("check 1250");
    desk.at("2026-12-20 10:00").done("spend veo3 8s 4000");
    desk.at("2027-01-20 10:00");
    desk
}

fn figure(value: &Value, field: &str) -> f64 {
    value[field].as_f64().unwrap()
}

/// The lines lead from the opening to the closing balance, one after the other.
fn adds_up(lines: &Value, opening: f64, closing: f64) {
    let end = lines.as_array().unwrap().iter().fold(opening, |balance, line| {
        assert_eq!(balance + figure(line, "credits"), figure(line, "balance"), "{line}");
        figure(line, "balance")
    });
    assert_eq!(end, closing, "{lines}");
}

#[test]
fn the_lines_lead_from_the_opening_to_the_closing_balance_for_any_range_and_pot() {
    let desk = told();
    for range in ["2026-11-15 2027-01-20", "2026-11-17 2026-12-15", "2026-12-15 2027-01-15", "2026-12-01 2026-12-21"] {
        let (from, to) = range.split_once(' ').unwrap();
        let whole = desk.json(&format!("statement --from {from} --to {to} --lines"));
        adds_up(&whole["lines"], figure(&whole, "opening"), figure(&whole, "closing"));
        for pot in whole["pots"].as_array().unwrap() {
            let name = pot["pot"].as_str().unwrap();
            let one = desk.json(&format!("statement --from {from} --to {to} --lines --pot {name}"));
            assert_eq!(one["pots"][0], *pot);
            adds_up(&one["lines"], figure(pot, "opening"), figure(pot, "closing"));
        }
    }
}

#[test]
fn it_reads_like_a_banks_and_goes_out_as_csv() {
    let desk = told();
    let said = desk.done("statement --from 2026-11-15 --to 2026-12-16 --lines");
    insta::assert_snapshot!(said, @r"
    Sun 15 Nov, 00:00 to Wed 16 Dec, 00:00
    When               What                            Credits  Balance
    Sun 15 Nov, 00:00  Opening                                        0
    Sun 15 Nov, 00:00  Granted by the plan              +1,500    1,500
    Mon 16 Nov, 10:00  Spend: Veo 3, 8 s                  −300    1,200
    Tue 17 Nov, 10:00  Refund: Veo 3, 8 s                 +100    1,300
    Fri 20 Nov, 10:00  Not logged, by a balance check      −50    1,250
    Tue 15 Dec, 00:00  Renewal                          +1,500    2,750
    Tue 15 Dec, 00:00  Lapsed: beyond the cap             −200    2,550
    Wed 16 Dec, 00:00  Closing                                    2,550
    ");
    let file = desk.beside("statement.csv");
    desk.done(&format!("statement --from 2026-11-15 --to 2026-12-16 --csv {file}"));
    let table = fs::read_to_string(&file).unwrap();
    assert!(table.starts_with("at,what,credits,balance\r\n2026-11-15T00:00:00+01:00,\"Opening\",0,0\r\n"), "{table}");
    assert!(table.contains(",\"Spend: Veo 3, 8 s\",-300,1200\r\n"), "{table}");
    assert_eq!(desk.refused(["statement", "--pot", "Nowhere"]), "no_such_pot");
}

#[test]
fn a_pot_answers_whatever_its_case_and_a_wrong_one_is_told_those_that_there_are() {
    let desk = Desk::standard();
    for words in ["check 28000 --pot monthly", "statement --pot MONTHLY"] {
        desk.done(words);
    }
    for words in ["check 28000 --pot yearly", "statement --pot yearly"] {
        let ended = desk.run(words.split(' '));
        assert_eq!(
            (ended.code, ended.err.trim()),
            (1, "The plan has no pot called “yearly”. It has: Monthly."),
            "{words}"
        );
    }
}

#[test]
fn the_account_is_printed_as_csv_where_its_file_is_the_standard_output() {
    let said = Desk::standard().done("statement --csv -");
    assert!(said.starts_with("at,what,credits,balance\r\n"), "{said}");
    assert!(!said.contains("Written to"), "{said}");
}
