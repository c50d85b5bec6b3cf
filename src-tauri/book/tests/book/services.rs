//! Several services in one book: each its own plan, log and catalogue; one history.

use proptest::prelude::*;
use runout_book::{
    Answers, Book, CsvChoices, CsvMapping, CsvTable, JourneyError, KeptForecast, NewBook, NewSpend, Quantiles, Refused,
    ServiceId, backups_of, preset,
};
use runout_core::actions::Kind;
use runout_core::credits::Decimals;
use runout_core::facts::{Fact, Spend};
use rusqlite::Connection;

use crate::desk::{Desk, Stands, credits, new_spend, now, stands};
use crate::undo_laws::{Step, step, take};

const LTX: ServiceId = ServiceId(1);
const RUNWAY: ServiceId = ServiceId(2);

/// A second service: Runway Standard, in Tokyo, in hundredths.
pub(crate) fn runway() -> NewBook {
    let zone = chrono_tz::Asia::Tokyo;
    let answers =
        Answers { left: Some(credits(50_000)), allotment: Some(credits(62_500)), renews: None, anchor_day: None, zone };
    let mut new = preset("runway-standard").unwrap().book(&answers, now()).unwrap();
    new.service.decimals = Decimals::new(2).unwrap();
    new
}

/// A book with both, open at the second.
fn both(desk: &Desk) -> Book {
    let mut book = desk.book();
    assert_eq!(book.add_service(&runway(), now()).unwrap().name, "added Runway");
    book
}

fn plain(units: i64) -> NewSpend {
    NewSpend { spend: Spend { key: None, ..new_spend(units).spend }, ..new_spend(units) }
}

fn names(book: &Book) -> Vec<(ServiceId, String)> {
    book.services().map(|(id, facts)| (id, facts.service.name.clone())).collect()
}

fn refused(answer: Result<impl std::fmt::Debug, JourneyError>) -> Refused {
    match answer.unwrap_err() {
        JourneyError::Refused(refused) => refused,
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_service_has_its_own_plan_log_catalogue_and_forecasts() {
    let desk = Desk::new();
    let mut book = both(&desk);
    assert_eq!(names(&book), [(LTX, "LTX Studio".to_owned()), (RUNWAY, "Runway".to_owned())]);
    assert_eq!((book.service(), book.facts().service.decimals.places()), (RUNWAY, 2));
    assert!(matches!(book.facts().entries[..], [ref check] if matches!(check.fact, Fact::Check(_))));
    book.add_action("Gen-4", Kind::Video, now()).unwrap();
    book.spend(&plain(1_250), now()).unwrap();
    let kept = KeptForecast {
        day: "2026-11-22".parse().unwrap(),
        at: now(),
        left: 1,
        renewal: None,
        run_out: Quantiles { p10: None, p50: None, p90: None },
        left_at_renewal: None,
        chance_before_renewal: None,
    };
    assert!(book.keep_forecast(book.service(), &kept).unwrap());
    book.turn_to(LTX).unwrap();
    assert!(book.facts().entries.is_empty());
    assert!(book.actions().iter().all(|action| action.name != "Gen-4"));
    assert!(book.kept_forecasts().unwrap().is_empty());
    assert!(book.keep_forecast(book.service(), &kept).unwrap(), "one a day of each");
    book.set("theme", "dark", now()).unwrap();
    book.turn_to(RUNWAY).unwrap();
    assert_eq!(book.settings().text("theme").unwrap(), "dark", "settings are the book's");
    assert_eq!(book.verify(now()).unwrap().problems, []);
}

#[test]
fn a_book_opens_at_the_service_that_was_looked_at_last() {
    let desk = Desk::new();
    let mut book = both(&desk);
    assert_eq!(desk.open().service(), LTX);
    book.remember_page().unwrap();
    assert_eq!(desk.open().service(), RUNWAY);
    book.remove_service(RUNWAY, now()).unwrap();
    assert_eq!(desk.open().service(), LTX, "where it is gone, the first");
    assert_eq!(book.turn_to(RUNWAY), Err(Refused::NoSuchService));
}

#[test]
fn undo_is_the_books_and_says_of_which_service() {
    let desk = Desk::new();
    let mut book = both(&desk);
    book.spend(&plain(1), now()).unwrap();
    book.turn_to(LTX).unwrap();
    book.spend(&new_spend(2), now()).unwrap();
    assert_eq!(book.undo_redo().unwrap().undo.as_deref(), Some("logged Veo 3, 8 s, audio"));
    book.undo().unwrap();
    assert_eq!(book.undo_redo().unwrap().undo.as_deref(), Some("logged a spend, in Runway"));
    assert_eq!(book.undo().unwrap().name, "logged a spend, in Runway");
    assert_eq!(book.undo().unwrap().name, "added Runway", "its own name says it already");
    assert_eq!(names(&book).len(), 1);
    for _ in 0..3 {
        book.redo().unwrap();
    }
    let rows: Vec<_> = book.history(9).unwrap().into_iter().map(|row| row.name).collect();
    assert_eq!(rows, ["logged Veo 3, 8 s, audio", "logged a spend, in Runway", "added Runway", "made the book"]);
    book.remove_service(RUNWAY, now()).unwrap();
    assert_eq!(book.history(9).unwrap()[2].name, "logged a spend, in Runway", "also after it was removed");
}

#[test]
fn names_are_one_services_own_and_the_last_one_stays() {
    let desk = Desk::new();
    let mut book = both(&desk);
    let taken = |name: &str| Refused::ServiceNameTaken(name.to_owned());
    assert_eq!(refused(book.add_service(&runway(), now())), taken("Runway"));
    assert_eq!(refused(book.rename_service(LTX, " runWAY ", now())), taken("runWAY"));
    assert_eq!(refused(book.rename_service(LTX, " ", now())), Refused::NameEmpty);
    assert_eq!(refused(book.rename_service(ServiceId(9), "x", now())), Refused::NoSuchService);
    assert_eq!(refused(book.set("service", "LTX studio", now())), taken("LTX studio"));
    assert_eq!(book.rename_service(LTX, "LTX", now()).unwrap().name, "renamed LTX Studio to LTX");
    book.rename_service(RUNWAY, "RUNWAY", now()).unwrap();
    assert_eq!(names(&book), [(LTX, "LTX".to_owned()), (RUNWAY, "RUNWAY".to_owned())]);
    assert_eq!(book.remove_service(LTX, now()).unwrap().name, "removed LTX");
    assert_eq!(refused(book.remove_service(RUNWAY, now())), Refused::OnlyService("RUNWAY".to_owned()));
    assert_eq!(refused(book.remove_service(LTX, now())), Refused::NoSuchService);
}

#[test]
fn a_service_that_was_removed_comes_back_with_its_log_and_its_number_is_not_used_again() {
    let desk = Desk::new();
    let mut book = both(&desk);
    book.spend(&plain(1_250), now()).unwrap();
    let before = stands(&book);
    book.turn_to(LTX).unwrap();
    let mut other = desk.open();
    book.remove_service(RUNWAY, now()).unwrap();
    book.undo().unwrap();
    book.turn_to(RUNWAY).unwrap();
    assert_eq!(stands(&book), before);
    book.redo().unwrap();
    assert_eq!(book.service(), LTX);
    book.add_service(&runway(), now()).unwrap();
    assert_eq!(book.service(), ServiceId(3));
    assert_eq!(book.facts().entries.len(), 1, "nothing of the former one");
    other.refresh().unwrap();
    assert_eq!(names(&other), names(&book));
}

#[test]
fn a_journey_about_a_service_that_another_program_removed_writes_nothing() {
    let desk = Desk::new();
    let mut window = both(&desk);
    let mut line = desk.open();
    line.remove_service(RUNWAY, now()).unwrap();
    assert_eq!(refused(window.spend(&plain(1), now())), Refused::NoSuchService);
    assert!(window.facts().entries.is_empty(), "least of all elsewhere");
    assert_eq!(window.service(), LTX);
}

#[test]
fn the_same_csv_can_be_imported_once_for_each_service() {
    let desk = Desk::new();
    let mut book = both(&desk);
    let table = CsvTable::read(b"date,cost\n2026-11-16,77\n").unwrap();
    let choices = CsvChoices { mapping: CsvMapping::guess(&table), ..CsvChoices::default() };
    for service in [RUNWAY, LTX] {
        book.turn_to(service).unwrap();
        book.import_csv(&table, "usage.csv", &choices, now()).unwrap();
        assert!(book.import_csv(&table, "usage.csv", &choices, now()).is_err(), "once");
    }
}

/// A book file of form 1, as Runout wrote it while a book held one service only.
fn form_1(desk: &Desk) {
    let conn = Connection::open(desk.path()).unwrap();
    conn.execute_batch(include_str!("../../migrations/0001_first.sql")).unwrap();
    conn.execute_batch(include_str!("form_1.sql")).unwrap();
    conn.pragma_update(None, "application_id", 0x5275_6e6f).unwrap();
    conn.pragma_update(None, "user_version", 1).unwrap();
}

#[test]
fn a_book_of_one_service_only_is_found_as_it_was_left() {
    let desk = Desk::new();
    form_1(&desk);
    let mut book = desk.open();
    assert_eq!(backups_of(&desk.path()).unwrap().len(), 1, "a backup came first");
    assert_eq!(names(&book), [(LTX, "LTX Studio".to_owned())]);
    let entries: Vec<_> = book.facts().entries.iter().map(|entry| entry.id.0).collect();
    assert_eq!(entries, [1, 2, 3, 4, 6]);
    assert_eq!((book.actions().len(), book.facts().terms.len(), book.facts().marks.len()), (2, 1, 1));
    assert_eq!(book.settings().text("theme").unwrap(), "dark");
    assert_eq!(book.kept_forecasts().unwrap()[0].left, 15_400);
    assert_eq!(book.redo().unwrap().name, "noted a balance of 20,000", "what could be redone still can");
    let done = ["noted a balance of 20,000", "imported 1 spend from u.csv", "marked Fri 20 Nov as quiet"];
    for name in done.into_iter().chain(["set theme to dark", "added a top-up of 5,000"]) {
        assert_eq!(book.undo().unwrap().name, name);
    }
    assert_eq!(book.settings().text("theme").unwrap(), "system");
    assert_eq!(book.verify(now()).unwrap().problems, []);
    book.add_service(&runway(), now()).unwrap();
    assert_eq!(book.service(), RUNWAY);
}

#[test]
fn an_export_of_one_service_only_comes_in_as_it_went_out() {
    let (desk, other) = (Desk::new(), Desk::new());
    form_1(&desk);
    let book = desk.open();
    let text = book.export_json().unwrap();
    let older: String = text.lines().filter(|line| !line.trim_start().starts_with("\"service\":")).collect();
    let older = older.replacen("\"version\": 2", "\"version\": 1", 1);
    let copy = Book::create_from_json(&other.path(), &older, now()).unwrap();
    assert_eq!(stands(&copy), stands(&book));
    assert_eq!(copy.export_json().unwrap(), text);
}

#[test]
fn two_services_of_one_name_do_not_come_in() {
    let (desk, other) = (Desk::new(), Desk::new());
    let text = both(&desk).export_json().unwrap().replacen("\"name\":\"Runway\"", "\"name\":\"ltx studio\"", 1);
    let Err(error) = Book::create_from_json(&other.path(), &text, now()) else { panic!("it came in") };
    assert!(error.to_string().contains("is the name of another service"), "{error}");
}

/// Everything that stands, page by page.
fn pages(book: &mut Book) -> Vec<(ServiceId, Stands)> {
    let open = book.service();
    let ids: Vec<_> = book.services().map(|(id, _)| id).collect();
    let page = |id| {
        book.turn_to(id).unwrap();
        (id, stands(book))
    };
    let pages = ids.into_iter().map(page).collect();
    book.turn_to(open).unwrap();
    pages
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn services_never_leak_into_each_other(steps in prop::collection::vec((any::<bool>(), step()), 1..24)) {
        let (desk, other, third) = (Desk::new(), Desk::new(), Desk::new());
        let mut book = desk.book();
        let mut second = crate::desk::ltx();
        second.service.name = "Other".to_owned();
        let beginning = pages(&mut book);
        book.add_service(&second, now()).unwrap();
        for (first, step) in &steps {
            let here = if *first { LTX } else { RUNWAY };
            if book.turn_to(here).is_err() {
                // An undo took its making back; a redo brings it again, unless something else was done meanwhile.
                take(&desk, &mut book, &Step::Redo);
                continue;
            }
            let before = pages(&mut book);
            take(&desk, &mut book, step);
            let own = !matches!(step, Step::Undo | Step::Redo | Step::Set(_));
            let there = pages(&mut book);
            for (was, is) in before.iter().zip(&there).filter(|(was, _)| was.0 != here && own) {
                prop_assert_eq!(was, is, "{:?} in {:?}", step, here);
            }
            prop_assert_eq!(&pages(&mut desk.open()), &there, "a fresh reading of the file");
        }
        while book.redo().is_ok() {}
        let end = pages(&mut book);
        let text = book.export_json().unwrap();
        let mut copy = Book::create_from_json(&other.path(), &text, now()).unwrap();
        prop_assert_eq!(&pages(&mut copy), &end);
        prop_assert_eq!(copy.export_json().unwrap(), text.clone());
        let mut lived_in = third.book();
        lived_in.spend(&new_spend(3), now()).unwrap();
        let own = pages(&mut lived_in);
        lived_in.import_json(&text, now()).unwrap();
        prop_assert_eq!(&pages(&mut lived_in), &end, "also over a book with a history");
        lived_in.undo().unwrap();
        prop_assert_eq!(&pages(&mut lived_in), &own);
        while book.undo().is_ok() {}
        prop_assert_eq!(&pages(&mut book), &beginning);
        while book.redo().is_ok() {}
        prop_assert_eq!(&pages(&mut book), &end);
        prop_assert_eq!(&pages(&mut desk.open()), &end);
    }
}
