//! Two desks over one book, and books that are not there yet.

use std::fs;
use std::path::Path;

use super::{Desk, Format};
use crate::clock::{Clock, Given};
use crate::folders::Folders;
use crate::wire::{FirstRun, StatementQuery};

fn desk_over(book: &Path) -> Desk {
    let clock = Clock::given(Given::read("2026-11-22T10:00:00Z").unwrap()).that_runs();
    Desk::open(Folders::find(Some(book)).unwrap(), clock)
}

/// A desk with a book of its own on it.
fn begun(book: &Path) -> Desk {
    let mut desk = desk_over(book);
    let typed = FirstRun {
        preset: Some("ltx-standard".to_owned()),
        service: None,
        left: "22,600".to_owned(),
        allotment: "28,000".to_owned(),
        day: "15".to_owned(),
        zone: "Europe/Berlin".to_owned(),
    };
    desk.start(&typed).unwrap();
    desk
}

#[test]
fn what_another_wrote_is_noticed_also_after_a_refused_journey_caught_up_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book.runout");
    let mut window = begun(&book);
    window.look_around();
    assert!(!window.look_around().changed, "nothing happened");
    desk_over(&book).log_line("veo3 8s audio 5400", true).unwrap();
    assert_eq!(window.delete(&[99]).unwrap_err().code, "no_such_entry");
    assert!(window.look_around().changed, "the refused journey read the spend, the window did not show it");
    assert!(!window.look_around().changed);
}

#[test]
fn the_sample_is_made_anew_over_sample_data_and_never_over_a_book_of_ones_own() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book.runout");
    let sample = folder.path().join("book-sample.runout");
    let mut desk = begun(&book);
    desk.start_sample().unwrap();
    desk.start_sample().unwrap();
    drop(desk);
    fs::remove_file(&sample).unwrap();
    fs::copy(&book, &sample).unwrap();
    assert_eq!(desk_over(&book).start_sample().unwrap_err().code, "not_a_sample");
    assert!(!desk_over(&sample).book().unwrap().is_sample(), "it was left as it was");
}

#[test]
fn an_import_and_a_restore_make_the_folder_that_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let desk = begun(&at("book.runout"));
    desk.export(Format::Json, &at("book.json")).unwrap();
    desk.back_up_to(&at("copy.runout")).unwrap();
    desk_over(&at("new/one/book.runout")).import(&at("book.json")).unwrap();
    desk_over(&at("new/other/book.runout")).restore_from(&at("copy.runout")).unwrap();
    let entries = |path: &str| desk_over(&at(path)).book().unwrap().facts().entries.len();
    assert_eq!((entries("new/one/book.runout"), entries("new/other/book.runout")), (1, 1));
}

#[test]
fn a_statement_shows_its_newest_lines_exports_all_and_says_which_day_cannot_be() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = begun(&folder.path().join("book.runout"));
    for line in ["veo3 8s audio 5400", "ltxv turbo 5s silent 85", "veo3 8s audio 5300"] {
        desk.log_line(line, true).unwrap();
    }
    let cycle = StatementQuery { range: "cycle".to_owned(), limit: 2, ..StatementQuery::default() };
    let page = desk.statement_page(&cycle).unwrap();
    assert_eq!((page.lines.len(), page.adds_up, page.closing.balance.as_str()), (2, true, "11,815"));
    assert_eq!(page.lines.last().unwrap().balance, "11,815");
    let whole = desk.statement_page(&StatementQuery { limit: 200, ..cycle.clone() }).unwrap();
    assert_eq!(whole.lines.len(), 2 + usize::try_from(page.earlier).unwrap());
    let file = folder.path().join("statement.csv");
    desk.export_statement(&cycle, &file).unwrap();
    let written = fs::read_to_string(file).unwrap();
    assert_eq!(written.lines().count(), whole.lines.len() + 3, "a head, the opening and the closing besides");
    assert!(written.starts_with("at,what,credits,balance\r\n"));
    let days = |from: &str, to: &str| StatementQuery {
        range: "days".to_owned(),
        from: from.to_owned(),
        to: to.to_owned(),
        ..cycle.clone()
    };
    let field = |query: StatementQuery| desk.statement_page(&query).unwrap_err().field;
    assert_eq!(field(days("today", "yesterday")).as_deref(), Some("to"));
    assert_eq!(field(days("someday", "")).as_deref(), Some("from"));
    assert_eq!(field(StatementQuery { pot: "Nowhere".to_owned(), ..cycle.clone() }).as_deref(), Some("pot"));
    assert_eq!(desk.statement_page(&days("today", "today")).unwrap().closing.balance, "11,815");
}
