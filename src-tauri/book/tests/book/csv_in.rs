//! A CSV from elsewhere: read, asked about, logged as one step.

use std::cell::RefCell;

use proptest::prelude::*;
use runout_book::{
    Book, CsvChoices, CsvMapping, CsvQuestion, CsvReading, CsvRefused, CsvTable, DateOrder, DecimalMark, Duplicates,
    JourneyError, NewSpend, Refused,
};
use runout_core::facts::{Fact, Spend, SpendState, Verdict};

use crate::desk::{Desk, at, credits, key, new_spend, now, spend, stands};

fn table(text: &str) -> CsvTable {
    CsvTable::read(text.as_bytes()).unwrap()
}

/// What the names of the columns suggest.
fn guessed(table: &CsvTable) -> CsvChoices {
    CsvChoices { mapping: CsvMapping::guess(table), ..CsvChoices::default() }
}

fn read(book: &Book, text: &str) -> CsvReading {
    let table = table(text);
    book.read_csv(&table, &guessed(&table), now()).unwrap()
}

fn refused(answer: Result<impl std::fmt::Debug, JourneyError>) -> CsvRefused {
    match answer.unwrap_err() {
        JourneyError::Refused(Refused::Csv(refused)) => refused,
        other => panic!("{other:?}"),
    }
}

fn spends(book: &Book) -> Vec<(String, Spend)> {
    let spend = |entry: &runout_core::facts::Entry| match &entry.fact {
        Fact::Spend(spend) => Some((entry.at.to_rfc3339(), spend.clone())),
        _ => None,
    };
    book.facts().entries.iter().filter_map(spend).collect()
}

const USAGE: &str = "Date;Modell;Model;Credits used;Prompt
01.11.2026 09:15;x;Veo 3;1.250;\"A dog; running\"
02.11.2026;x;Sora 2;80;
13.11.2026 10:00;x;;abc;
";

#[test]
fn a_file_from_elsewhere_becomes_spends_and_undo_takes_all_of_them_back() {
    let desk = Desk::new();
    let mut book = desk.book();
    let before = stands(&book);
    let table = table(USAGE);
    let done = book.import_csv(&table, "usage.csv", &guessed(&table), now()).unwrap();
    assert_eq!(done.change.name, "imported 2 spends from usage.csv");
    assert_eq!(done.reading.new_actions, ["Sora 2"]);
    assert_eq!(done.reading.before_start, 2, "the book starts on the 15th");
    let problems: Vec<_> = done.reading.problems.iter().map(|one| (one.line, one.words.as_str())).collect();
    assert_eq!(problems, [(4, "“abc” is not an amount in whole units.")]);
    let logged = spends(&book);
    assert_eq!(logged[0].0, "2026-11-01T08:15:00+00:00");
    assert_eq!(
        logged[0].1,
        Spend { tags: vec![], note: "A dog; running".to_owned(), key: Some(key("veo-3", &[])), ..spend(1_250) }
    );
    assert_eq!(logged[1].1.key, Some(key("sora-2", &[])));
    assert!(book.facts().entries[1].date_only);
    let imported = stands(&book);
    book.undo().unwrap();
    assert_eq!(stands(&book), before, "the new action is gone with its spends");
    book.redo().unwrap();
    assert_eq!(stands(&book), imported);
}

#[test]
fn the_same_file_twice_is_logged_once_even_what_was_deleted() {
    let desk = Desk::new();
    let mut book = desk.book();
    let twice = table("date,cost\n2026-11-16,5\n2026-11-16,5\n2026-11-17,6\n");
    assert_eq!(book.import_csv(&twice, "a.csv", &guessed(&twice), now()).unwrap().reading.spends.len(), 3);
    let id = book.facts().entries[0].id;
    book.delete(id, now()).unwrap();
    let again = book.import_csv(&twice, "a.csv", &guessed(&twice), now());
    insta::assert_snapshot!(refused(again), @"Every line of this file is logged already. Nothing was changed.");
    let longer = "date,cost\n2026-11-16,5\n2026-11-16,5\n2026-11-16,5\n2026-11-17,6\n2026-11-18,7\n";
    let read = read(&book, longer);
    assert_eq!((read.spends.len(), read.known), (2, 3), "a third one of the same day, and a new one");
}

#[test]
fn a_column_of_ids_names_each_line() {
    let desk = Desk::new();
    let mut book = desk.book();
    let first = table("id,date,cost\na,2026-11-16,5\nb,2026-11-16,5\na,2026-11-16,5\n");
    assert_eq!(book.import_csv(&first, "a.csv", &guessed(&first), now()).unwrap().reading.spends.len(), 2);
    assert_eq!(read(&book, "id,date,cost\na,2026-11-16,9\nc,2026-11-19,5\n").known, 1, "whatever it says by now");
}

#[test]
fn what_looks_logged_already_is_asked_about() {
    let desk = Desk::new();
    let mut book = desk.book();
    let logged = NewSpend { at: at("2026-11-16T10:00:00Z"), ..new_spend(500) };
    let id = book.spend(&logged, now()).unwrap().entry.unwrap();
    let text = "date,model,cost\n2026-11-16T10:09:00Z,Veo 3,500\n2026-11-16,veo3,500\n2026-11-16T10:11:00Z,Veo 3,500\n2026-11-16T10:00:00Z,LTXV,500\n";
    let read = read(&book, text);
    assert_eq!(read.near.iter().map(|near| (near.line, near.entry)).collect::<Vec<_>>(), [(2, id)], "one for one");
    assert_eq!(read.questions, [CsvQuestion::Duplicates { number: 1 }]);
    let table = table(text);
    let with = |duplicates| CsvChoices { duplicates, ..guessed(&table) };
    insta::assert_snapshot!(refused(book.import_csv(&table, "a.csv", &with(None), now())), @"One line looks like a spend that is logged already: skip it, or keep it?");
    assert_eq!(book.import_csv(&table, "a.csv", &with(Some(Duplicates::Skip)), now()).unwrap().reading.spends.len(), 3);
    book.undo().unwrap();
    assert_eq!(book.import_csv(&table, "a.csv", &with(Some(Duplicates::Keep)), now()).unwrap().reading.spends.len(), 4);
}

#[test]
fn what_can_be_read_in_two_ways_is_asked_and_never_guessed() {
    let desk = Desk::new();
    let mut book = desk.book();
    let text = "date,cost\n03/04/2026,\"5.000\"\n02/04/2026,\"1\"\n";
    let asked = read(&book, text).questions;
    let words: Vec<String> = asked.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(words.join("\n"), @r"
    Line 2 says “5.000”: is that 5000 (comma) or 5 (point)?
    Line 2 says “03/04/2026”: is that 3 Apr 2026 (day-first) or 4 Mar 2026 (month-first)?
    ");
    let table = table(text);
    let answered = |decimal, dates| CsvChoices { decimal: Some(decimal), dates: Some(dates), ..guessed(&table) };
    refused(book.import_csv(&table, "a.csv", &guessed(&table), now()));
    assert!(book.facts().entries.is_empty(), "nothing was saved");
    for (decimal, dates, taken, day) in [
        (DecimalMark::Comma, DateOrder::DayFirst, 5_000, "2026-04-03"),
        (DecimalMark::Point, DateOrder::MonthFirst, 5, "2026-03-04"),
    ] {
        let read = book.read_csv(&table, &answered(decimal, dates), now()).unwrap();
        assert_eq!((read.spends[0].0.credits, read.questions.len()), (credits(taken), 0));
        assert!(read.spends[0].0.at.to_rfc3339().starts_with(day));
    }
    for clear in [
        "date,cost\n03/04/2026,1.5\n13/04/2026,2\n",
        "date,cost\n13.04.2026,1250\n",
        "date,cost\n2026-04-03,\"1,250\"\n",
    ] {
        assert_eq!(read(&book, clear).questions, [], "{clear}");
    }
}

#[test]
fn a_file_that_counts_below_nothing_says_spends() {
    let desk = Desk::new();
    let read = read(&desk.book(), "date,cost,state\n2026-11-16,-5,failed\n2026-11-16,-6,\n2026-11-17,+100,\n");
    assert_eq!(read.spends.iter().map(|(one, _)| one.credits.units()).collect::<Vec<_>>(), [5, 6]);
    assert_eq!(read.spends[0].0.verdict, Some(Verdict::Failed));
    let said: Vec<String> = read.problems.iter().map(|one| format!("{}: {}", one.line, one.words)).collect();
    insta::assert_snapshot!(said.join("\n"), @"4: “+100” goes the other way than a spend does. Enter it as a top-up, a grant or a refund.");
}

#[test]
fn each_line_that_cannot_be_read_says_why() {
    let desk = Desk::new();
    let text = "date,cost,count,state,refunded\n,5,,,\nsoon,5,,,\n2027-01-01,5,,,\n0026-01-01,5,,,\n2026-11-16,,,,\n2026-11-16,5,0,,\n2026-11-16,5,,odd,\n2026-11-16,5,,,6\n2026-11-16,5,,,1,9\n";
    let said: Vec<String> =
        read(&desk.book(), text).problems.iter().map(|one| format!("{}: {}", one.line, one.words)).collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    2: It says no date.
    3: “soon” is not a date.
    4: “2027-01-01” has not come yet.
    5: “0026-01-01” is not of our time.
    6: It says no amount.
    7: “0” is not a count of 1 or more.
    8: “odd” is no state: charged, refunded, refund_expected, reserved or failed.
    9: “6” cannot have come back of it.
    10: It has 6 cells where the first line names 5 columns.
    ");
}

/// A book of its own with spends of every kind, out as CSV and into another.
fn round_trip(notes: &[String]) -> (Vec<String>, Vec<String>) {
    let (desk, other) = (Desk::new(), Desk::new());
    let (mut from, mut to) = (desk.book(), other.book());
    for (place, note) in notes.iter().enumerate() {
        let units = i64::try_from(place).unwrap() * 1_250;
        let state = [SpendState::Charged, SpendState::RefundExpected, SpendState::Reserved][place % 3];
        let verdict = [None, Some(Verdict::Keeper), Some(Verdict::Failed)][place % 3];
        let settings = [("seconds", "8"), ("audio", "no"), ("resolution", "4k"), ("seed", "7")];
        let key = (place % 4 != 3).then(|| key("veo-3", &settings[..place % 4 + 1]));
        let one =
            Spend { key, note: note.clone(), state, verdict, count: 2, estimated: place % 2 == 0, ..spend(units) };
        let new = NewSpend { spend: one, date_only: place % 2 == 1, refunded: place % 3 == 0, ..new_spend(0) };
        from.spend(&new, now()).unwrap();
    }
    let text = from.export_csv().unwrap();
    let table = CsvTable::read(text.as_bytes()).unwrap();
    assert!(table.is_own());
    to.import_csv(&table, "log.csv", &guessed(&table), now()).unwrap();
    let without_ids = |text: &str| -> Vec<String> {
        let mut rows = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        rows.records().map(|row| row.unwrap().iter().skip(1).collect::<Vec<_>>().join("|")).collect()
    };
    (without_ids(&text), without_ids(&to.export_csv().unwrap()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_apps_own_file_maps_itself_and_loses_nothing(notes in prop::collection::vec("['=+\\-@|%\n\\PC]{0,20}", 1..9)) {
        let (before, after) = round_trip(&notes);
        prop_assert_eq!(before, after);
    }
}

/// Pieces of which files that look like tables are made.
fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b",".to_vec()),
        Just(b";".to_vec()),
        Just(b"\n".to_vec()),
        Just(b"\"".to_vec()),
        Just(b"date,cost,model,count\n".to_vec()),
        Just(b"\xff\xfe".to_vec()),
        "[0-9.,:/+T -]{1,12}".prop_map(String::into_bytes),
        "\\PC{0,6}".prop_map(String::into_bytes),
        prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_bytes_come_a_file_is_read_or_refused_in_a_sentence(bytes in hostile(), named in any::<bool>()) {
        let bytes = if named { [b"date,cost,model,count\n".as_slice(), &bytes].concat() } else { bytes };
        let Ok(table) = CsvTable::read(&bytes) else { return Ok(()) };
        let choices = answered(&table);
        BOOK.with_borrow_mut(|(_, book)| {
            let before = stands(book);
            if let Ok(done) = book.import_csv(&table, "odd.csv", &choices, now()) {
                assert!(!done.reading.spends.is_empty());
                book.undo().unwrap();
            }
            assert!(stands(book) == before, "undo gives all back");
        });
    }
}

thread_local! {
    static BOOK: RefCell<(Desk, Book)> = {
        let desk = Desk::new();
        let book = desk.book();
        RefCell::new((desk, book))
    };
}

/// What the names suggest, and an answer to each question.
fn answered(table: &CsvTable) -> CsvChoices {
    CsvChoices {
        decimal: Some(DecimalMark::Point),
        dates: Some(DateOrder::DayFirst),
        duplicates: Some(Duplicates::Keep),
        ..guessed(table)
    }
}
