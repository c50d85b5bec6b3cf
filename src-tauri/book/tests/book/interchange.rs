//! The whole book out and in again, and the log as CSV.

use proptest::prelude::*;
use runout_book::{Book, JourneyError, KeptForecast, NewSpend, OpenError, Quantiles, Refused, write_file};
use runout_core::facts::Spend;

use crate::desk::{Desk, credits, ltx, new_spend, now, spend, stands};

/// A book with a past: edits, deletions, undone and dropped changes, a kept forecast.
fn lived_in(desk: &Desk, notes: &[String]) -> Book {
    let mut book = desk.book();
    for (units, note) in notes.iter().enumerate() {
        let mut new = new_spend(i64::try_from(units).unwrap());
        note.clone_into(&mut new.spend.note);
        let id = book.spend(&NewSpend { refunded: units % 3 == 0, ..new }, now()).unwrap().entry.unwrap();
        match units % 5 {
            1 => drop(book.delete(id, now()).unwrap()),
            2 => drop(book.undo().unwrap()),
            3 => drop(book.judge(id, Some(runout_core::facts::Verdict::Keeper), now()).unwrap()),
            _ => {}
        }
    }
    book.set("theme", "dark", now()).unwrap();
    let days = Quantiles { p10: None, p50: Some("2026-12-06".parse().unwrap()), p90: None };
    let left = Some(Quantiles { p10: Some(1), p50: Some(2), p90: Some(3) });
    let kept = KeptForecast {
        day: "2026-11-22".parse().unwrap(),
        at: now(),
        left: 6_262,
        renewal: Some(now()),
        run_out: days,
        left_at_renewal: left,
        chance_before_renewal: Some(0.55),
    };
    assert!(book.keep_forecast(book.service(), &kept).unwrap());
    assert!(!book.keep_forecast(book.service(), &kept).unwrap(), "one a day");
    assert_eq!(book.kept_forecasts().unwrap(), [kept]);
    book.undo().unwrap();
    book
}

fn bad(answer: Result<impl std::fmt::Debug, JourneyError>) -> (String, String) {
    match answer.unwrap_err() {
        JourneyError::Refused(Refused::BadImport { place, reason }) => (place, reason),
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn out_and_in_and_out_again_is_the_same(notes in prop::collection::vec("\\PC{0,40}", 0..12)) {
        let (desk, other, third) = (Desk::new(), Desk::new(), Desk::new());
        let book = lived_in(&desk, &notes);
        let text = book.export_json().unwrap();
        let mut copy = Book::create_from_json(&other.path(), &text, now()).unwrap();
        prop_assert_eq!(copy.export_json().unwrap(), text.clone());
        prop_assert_eq!(stands(&copy), stands(&book));
        prop_assert_eq!(copy.redo().unwrap().name, "set theme to dark", "what could be redone still can");
        let mut fresh = third.book();
        let imported = fresh.import_json(&text, now()).unwrap();
        prop_assert!(!imported.undoable);
        prop_assert_eq!(fresh.export_json().unwrap(), text);
    }
}

#[test]
fn over_a_book_with_a_history_an_import_is_one_step_that_undo_takes_back() {
    let (desk, other) = (Desk::new(), Desk::new());
    let imported = lived_in(&other, &(0..9).map(|n| n.to_string()).collect::<Vec<_>>());
    let text = imported.export_json().unwrap();
    let mut book = desk.book();
    book.spend(&new_spend(7), now()).unwrap();
    book.set("density", "roomy", now()).unwrap();
    let before = stands(&book);
    let answer = book.import_json(&text, now()).unwrap();
    assert!(answer.undoable);
    assert_eq!(stands(&book), stands(&imported));
    assert_eq!(book.import_json(&text, now()).unwrap().entries, answer.entries, "twice is once");
    assert_eq!(book.undo().unwrap().name, answer.name);
    assert_eq!(stands(&book), before);
    book.redo().unwrap();
    assert_eq!(stands(&book), stands(&imported));
    let next = book.spend(&new_spend(8), now()).unwrap().entry.unwrap();
    assert!(imported.facts().entries.iter().all(|entry| entry.id < next), "ids are never used twice");
    assert_eq!(book.backups().unwrap().len(), 2, "a backup before each");
}

#[test]
fn a_document_of_a_wrong_shape_is_refused_with_its_place() {
    let desk = Desk::new();
    let mut book = desk.book();
    book.spend(&new_spend(5_400), now()).unwrap();
    let before = book.export_json().unwrap();
    let cases = [
        ("", "the file", "not JSON"),
        ("{\"format\": \"runout-book\",", "the file", "not JSON"),
        ("[1, 2, 3]", "the file", "not an exported book"),
        ("{\"format\": \"other\", \"version\": 1}", "format", "other"),
        ("{\"format\": \"runout-book\", \"version\": 3}", "version", "newer"),
        ("{\"format\": \"runout-book\", \"version\": 1}", "the file", "missing field"),
    ];
    for (text, place, reason) in cases {
        let (at, why) = bad(book.import_json(text, now()));
        assert!(at == place && why.contains(reason), "{text}: {at}: {why}");
    }
    let changed = [
        ("\"credits\":5400", "\"credits\":-1", "entries[0]", "0 or more"),
        ("\"credits\":5400", "\"credits\":54.5", "entries[0]", "54.5"),
        ("\"credits\":5400", "\"credits\":2000000000000000", "entries[0]", "10^15"),
        ("\"credits\":5400", "\"credits\":5400,\"colour\":1", "entries[0]", "colour"),
        ("\"entry\": 1", "\"entry\": -1", "entries[0]", "2^52"),
        ("\"change\": 2", "\"change\": 77", "entries[0]", "contradicts"),
        (
            "\"at\": \"2026-11-22T14:05:12.000Z\",\n      \"date_only\"",
            "\"at\": \"soon\", \"date_only\"",
            "entries[0]",
            "soon",
        ),
        ("Europe/Berlin", "Mars/Base", "documents[0]", "Mars/Base"),
        ("\"kind\": \"service\"", "\"kind\": \"servant\"", "documents[0]", "servant"),
        ("\"state\": \"first\"", "\"state\": \"last\"", "changes[0]", "last"),
        ("2026-11-14T23:00", "1026-11-14T23:00", "documents", "1026"),
    ];
    for (from, to, place, reason) in changed {
        let text = before.replacen(from, to, 1);
        assert_ne!(text, before, "{from} stands in it");
        let (at, why) = bad(book.import_json(&text, now()));
        assert!(at == place && why.contains(reason), "{to}: {at}: {why}");
        let path = desk.folder.path().join("new.book");
        assert!(matches!(Book::create_from_json(&path, &text, now()), Err(OpenError::Refused(_))), "{to}");
        assert!(!path.exists());
    }
    assert_eq!(book.export_json().unwrap(), before);
}

#[test]
fn the_log_as_csv_is_exact_and_safe_in_a_spreadsheet() {
    let desk = Desk::new();
    let mut new = ltx();
    new.service.decimals = runout_core::credits::Decimals::new(2).unwrap();
    let mut book = Book::create(&desk.path(), &new, now()).unwrap();
    let words = ["=HYPERLINK(\"http://x\")", "+1", "-1", "@sum", "\t=1", "plain, \"quoted\"\nnext line", ""];
    for (units, note) in words.iter().enumerate() {
        let spend = Spend { note: (*note).to_owned(), ..spend(25 + i64::try_from(units).unwrap()) };
        book.spend(&NewSpend { spend, ..new_spend(0) }, now()).unwrap();
    }
    book.refund(book.facts().entries[0].id, Some(credits(10)), now()).unwrap();
    let text = book.export_csv().unwrap();
    assert!(text.lines().next().unwrap().starts_with("id,at,date_only,action,settings,count,credits,refunded"));
    assert!(text.contains("1,2026-11-22T15:05:12+01:00,no,Veo 3,\"8 s, audio\",1,0.25,0.10,no,charged,,teaser,"));
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let notes: Vec<String> = rows.records().map(|row| row.unwrap()[12].to_owned()).collect();
    let expected = ["'=HYPERLINK(\"http://x\")", "'+1", "'-1", "'@sum", "'\t=1", "plain, \"quoted\"\nnext line", ""];
    assert_eq!(notes, expected);
    assert!(text.ends_with("\r\n"));
    let tags = ["teaser", "two words", "a \"b\""].map(str::to_owned).to_vec();
    book.spend(&NewSpend { spend: Spend { tags, ..spend(1) }, ..new_spend(0) }, now()).unwrap();
    assert!(book.export_csv().unwrap().contains(r#","teaser ""two words"" ""a """"b"""""""#), "tags stay apart");
    let path = desk.folder.path().join("log.csv");
    write_file(&path, "before").unwrap();
    write_file(&path, &text).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    assert!(write_file(&desk.folder.path().join("no/such/folder.csv"), "x").is_err());
}

#[test]
fn an_export_never_replaces_a_book_or_a_part_of_one() {
    let desk = Desk::new();
    let book = desk.book();
    let before = stands(&book);
    for part in ["", "-wal", "-shm", ".lock"] {
        let refused = write_file(&std::path::PathBuf::from(format!("{}{part}", desk.path().display())), "id,at");
        assert!(matches!(refused, Err(runout_book::BookError::IsABook(_))), "{part}");
    }
    drop(book);
    assert_eq!(stands(&desk.open()), before);
}

#[test]
fn a_book_that_was_imported_over_a_sample_is_no_sample_until_undo() {
    let (desk, other, third) = (Desk::new(), Desk::new(), Desk::new());
    let own = lived_in(&other, &["a".to_owned()]);
    let text = own.export_json().unwrap();
    let mut book = Book::create_sample(&desk.path(), chrono_tz::Europe::Berlin, now()).unwrap();
    let nearest = book.nearest().map(str::to_owned);
    book.set("theme", "dark", now()).unwrap();
    assert!(book.import_json(&text, now()).unwrap().undoable);
    assert_eq!((book.is_sample(), book.nearest()), (false, own.nearest()));
    book.set("unit", "points", now()).unwrap();
    assert!(!book.is_sample(), "another word for the unit makes no sample of it");
    book.undo().unwrap();
    assert!(!desk.open().is_sample(), "also after a restart");
    let copy = Book::create_from_json(&third.path(), &book.export_json().unwrap(), now()).unwrap();
    assert!(!copy.is_sample(), "and out and in again");
    book.undo().unwrap();
    assert_eq!((book.is_sample(), book.nearest()), (true, nearest.as_deref()));
    book.redo().unwrap();
    assert!(!book.is_sample());
}
