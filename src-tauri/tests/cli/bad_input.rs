//! Input as it is typed on bad days: a sentence, an exit code, nothing lost.

use crate::program::Desk;

#[test]
fn amounts_are_read_with_every_grouping() {
    let cases: &[(&str, f64)] = &[
        ("5400", 5_400.0),
        ("5,400", 5_400.0),
        ("5.4k", 5_400.0),
        ("3*1800", 5_400.0),
        ("0", 0.0),
        ("1,234,567", 1_234_567.0),
    ];
    for (typed, credits) in cases {
        let desk = Desk::standard();
        desk.done(&format!("spend veo3 {typed}"));
        assert_eq!(desk.json("log")["spends"][0]["credits"].as_f64(), Some(*credits), "{typed}");
    }
}

#[test]
fn what_is_no_spend_is_refused_with_a_sentence() {
    let desk = Desk::standard();
    let cases: &[&[&str]] = &[
        &["spend", "veo3 -5"],
        &["spend", "veo3", "-5"],
        &["spend", "veo3 5400 900"],
        &["spend", "veo3 x2 x3 5400"],
        &["spend", "veo3 5400 today yesterday"],
        &["spend", "veo3 5400 2027-01-01"],
        &["spend", "veo3 =30000"],
        &["spend", ""],
        &["spend", "   "],
        &["spend", "99999999999999999999999"],
        &["check", "many"],
        &["check", ""],
        &["check", "5", "--pot", "Nowhere"],
        &["refund", "99"],
        &["edit", "99", "veo3 5400"],
        &["delete", "99"],
        &["undo"],
        &["redo"],
        &["topup", "0"],
        &["topup", "-5"],
        &["topup", "5000", "--cost", "EUR"],
        &["topup", "5000", "--expires", "2020-01-01"],
        &["void", "no-such-lot"],
        &["extend", "no-such-lot", "2027-01-01"],
        &["mark", "soon", "none"],
        &["set", "colour", "red"],
        &["set", "zone", "Atlantis"],
        &["price", "sora", "hide"],
        &["log", "--from", "2026-11-20", "--to", "2026-11-10"],
        &["forecast", "--until", "2036-01-01"],
        &["status", "--service", "Runway"],
    ];
    for words in cases {
        assert!(!desk.refused(words.iter().copied()).is_empty(), "{words:?}");
    }
    assert_eq!(desk.left(), 28_000.0);
}

#[test]
fn an_unknown_action_asks_for_a_word_first() {
    let desk = Desk::standard();
    let ended = desk.run(["spend", "kling 2 8s 700"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("--new-action"), "{}", ended.err);
    desk.done("spend --new-action klingon 8s 700");
    assert_eq!(desk.json("log")["spends"][0]["action"], "Klingon");
    for (line, action, credits) in [("bluebird 5", "Bluebird", 5), ("kestrel 5 6", "Kestrel 5", 6)] {
        desk.done(&format!("spend --new-action {line}"));
        let newest = &desk.json("log")["spends"][0];
        assert_eq!((newest["action"].as_str(), newest["credits"].as_f64()), (Some(action), Some(f64::from(credits))));
    }
}

#[test]
fn wrong_usage_is_told_apart_from_a_refusal() {
    let desk = Desk::standard();
    for words in [&["dance"][..], &["spend"], &["check"], &["mark", "today", "maybe"], &["refund", "one"], &["--frob"]]
    {
        let ended = desk.run(words.iter().copied());
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{words:?}");
        assert!(!ended.err.is_empty());
    }
}

#[test]
fn hostile_notes_are_kept_to_the_letter() {
    let long = "é".repeat(50_000);
    let notes =
        ["<script>alert(1)</script> & <b>", "\u{202E}gnirts \u{200F}rtl", "tab\tand bell\u{7}", "🎬 \"quoted\"", &long];
    let desk = Desk::standard();
    for note in notes {
        let line = format!("veo3 1 \"{}\"", note.replace('"', "'"));
        let ended = desk.run(["spend", &line]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        let kept = desk.json("log")["spends"][0]["note"].as_str().unwrap().to_owned();
        assert_eq!(kept, note.replace('"', "'"));
    }
    // For eyes, nothing steers the terminal.
    let table = desk.done("log");
    assert!(!table.contains('\u{7}') && !table.contains('\u{202E}'), "{}", table.escape_debug());
}

#[test]
fn a_spend_and_a_check_of_nothing_are_valid() {
    let desk = Desk::standard();
    desk.done("spend veo3 0");
    desk.done("check 0");
    assert_eq!(desk.left(), 0.0);
    assert_eq!(desk.json("status")["confirmed"]["shown"], 0.0);
}

#[test]
fn a_spend_beyond_the_balance_is_accepted_and_told() {
    let desk = Desk::standard();
    desk.done("spend veo3 30000");
    let status = desk.json("status");
    assert_eq!((status["left"].as_f64(), status["overdrawn"].as_f64()), (Some(0.0), Some(2_000.0)));
    let estimate = desk.json("estimate veo3 8s");
    assert_eq!((estimate["left_after"]["high"].as_f64(), estimate["chance_covered"].as_f64()), (Some(0.0), Some(0.0)));
    assert_eq!(desk.refused(["spend", "veo3 =9000"]), "line_balance_overdrawn");
}
