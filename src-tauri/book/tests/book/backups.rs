//! Backups: made, listed, thinned, looked at, brought back.

use std::fs;

use chrono::TimeDelta;
use runout_book::{Backup, Book, JourneyError, Refused, Why, backups_of, restore_over};

use crate::desk::{Desk, credits, new_spend, now, stands};

fn names(backups: &[Backup]) -> Vec<String> {
    backups.iter().map(|backup| backup.name.clone()).collect()
}

fn why_not(answer: Result<impl std::fmt::Debug, JourneyError>) -> Refused {
    match answer.unwrap_err() {
        JourneyError::Refused(refused) => refused,
        JourneyError::Book(error) => panic!("{error}"),
    }
}

#[test]
fn a_backup_is_a_whole_book_of_its_own() {
    let desk = Desk::new();
    let mut book = desk.book();
    book.spend(&new_spend(5_400), now()).unwrap();
    let backup = book.back_up(now()).unwrap();
    assert_eq!(backup.name, "runout 2026-11-22 14-05-12 by hand.backup");
    assert!(backup.checked && backup.bytes > 0);
    assert_eq!(stands(&Book::open(&backup.path, now()).unwrap()), stands(&book));
    let second = book.back_up(now()).unwrap();
    assert_eq!(names(&book.backups().unwrap()), [second.name, backup.name]);
    let elsewhere = desk.folder.path().join("mine.book");
    book.back_up_to(&elsewhere).unwrap();
    book.back_up_to(&elsewhere).unwrap_err();
    assert_eq!(stands(&Book::open(&elsewhere, now()).unwrap()), stands(&book));
}

#[test]
fn one_backup_a_day_is_made_by_itself_where_something_changed() {
    let desk = Desk::new();
    let mut book = desk.book();
    let day = TimeDelta::days(1);
    assert_eq!(book.back_up_if_due(now()).unwrap().unwrap().why, Why::ByItself);
    assert_eq!(book.back_up_if_due(now() + TimeDelta::hours(2)).unwrap(), None, "the same day");
    assert_eq!(book.back_up_if_due(now() + day).unwrap(), None, "nothing changed");
    book.spend(&new_spend(1), now()).unwrap();
    assert!(book.back_up_if_due(now() + day).unwrap().is_some());
    assert_eq!(book.backups().unwrap().len(), 2);
}

#[test]
fn only_backups_made_by_themselves_are_thinned() {
    let desk = Desk::new();
    let mut book = desk.book();
    book.back_up(now()).unwrap();
    for day in 0..12 {
        book.spend(&new_spend(day), now()).unwrap();
        book.back_up_if_due(now() + TimeDelta::days(day + 1)).unwrap().unwrap();
    }
    let backups = book.backups().unwrap();
    assert_eq!(backups.iter().filter(|backup| backup.why == Why::ByHand).count(), 1);
    let kept: Vec<_> = backups.iter().map(|backup| backup.at.date_naive().to_string()).collect();
    let expected = [
        "2026-12-04",
        "2026-12-03",
        "2026-12-02",
        "2026-12-01",
        "2026-11-30",
        "2026-11-29",
        "2026-11-28",
        "2026-11-22",
    ];
    assert_eq!(kept, expected, "by the date in the name");
}

#[test]
fn restoring_shows_first_then_brings_back_and_loses_nothing() {
    let desk = Desk::new();
    let mut book = desk.book();
    let mut other = desk.open();
    book.spend(&new_spend(100), now()).unwrap();
    let old = stands(&book);
    let backup = book.back_up(now()).unwrap();
    book.spend(&new_spend(200), now()).unwrap();
    book.set("theme", "dark", now()).unwrap();
    let new = stands(&book);
    let preview = book.preview_restore(&backup.path, now()).unwrap();
    assert_eq!((preview.now.spends, preview.then.spends), (2, 1));
    assert_eq!(preview.then.balance.unwrap(), credits(27_900));
    assert_eq!(stands(&book), new, "a preview changes nothing");
    let found = book.backup(&backup.name).unwrap();
    let restored = book.restore(&found.path, now()).unwrap();
    assert_eq!(restored.before.why, Why::BeforeRestore);
    assert_eq!(stands(&book), old);
    assert!(other.refresh().unwrap(), "another window sees it");
    assert_eq!(stands(&other), old);
    assert_eq!(stands(&desk.open()), old);
    book.restore(&restored.before.path, now()).unwrap();
    assert_eq!(stands(&book), new, "and back again");
    book.undo().unwrap();
    assert_eq!(book.redo().unwrap().name, "set theme to dark", "with its history");
    book.spend(&new_spend(3), now()).unwrap();
    other.refresh().unwrap();
    assert_eq!(stands(&other), stands(&book));
    assert!(!desk.folder.path().join("runout.book.restoring").exists());
}

#[test]
fn what_is_no_backup_is_refused_and_the_book_stays() {
    let desk = Desk::new();
    let mut book = desk.book();
    let before = stands(&book);
    let path = |name: &str| desk.folder.path().join(name);
    assert_eq!(why_not(book.restore(&path("gone"), now())), Refused::NoSuchBackup("gone".to_owned()));
    fs::write(path("text"), "no book ".repeat(99)).unwrap();
    assert!(matches!(why_not(book.restore(&path("text"), now())), Refused::BadBackup { .. }));
    book.back_up_to(&path("damaged")).unwrap();
    let mut bytes = fs::read(path("damaged")).unwrap();
    bytes[4_096..].fill(7);
    fs::write(path("damaged"), bytes).unwrap();
    assert!(matches!(why_not(book.preview_restore(&path("damaged"), now())), Refused::BadBackup { .. }));
    assert!(matches!(why_not(book.restore(&path("damaged"), now())), Refused::BadBackup { .. }));
    assert_eq!(stands(&book), before);
    assert_eq!(book.backups().unwrap(), [], "nothing was restored, so nothing was backed up");
    assert_eq!(book.backup("../text").unwrap_err(), Refused::NoSuchBackup("../text".to_owned()));
}

#[test]
fn a_damaged_book_is_set_aside_and_a_backup_takes_its_place() {
    let desk = Desk::new();
    let mut book = desk.book();
    book.spend(&new_spend(100), now()).unwrap();
    let before = stands(&book);
    book.back_up(now()).unwrap();
    drop(book);
    fs::write(desk.path(), "ruined").unwrap();
    let backups = backups_of(&desk.path()).unwrap();
    let book = restore_over(&desk.path(), &backups[0].path, now()).unwrap();
    assert_eq!(stands(&book), before);
    let aside = desk.folder.path().join("runout.book.set aside 2026-11-22 14-05-12");
    assert_eq!(fs::read(aside).unwrap(), b"ruined");
}

#[test]
fn a_clock_that_ran_ahead_once_does_not_hold_up_the_daily_backups() {
    let desk = Desk::new();
    let mut book = desk.book();
    book.back_up(now() + TimeDelta::days(1_200)).unwrap();
    book.spend(&new_spend(1), now()).unwrap();
    assert!(book.back_up_if_due(now()).unwrap().is_some());
    assert_eq!(book.back_up_if_due(now()).unwrap(), None, "once a day");
}

#[test]
fn days_of_backups_are_those_of_the_services_zone_also_when_thinning() {
    let desk = Desk::new();
    let mut book = desk.book();
    book.set("zone", "Pacific/Auckland", now()).unwrap();
    // 13 hours ahead: each pair lies on two days there, and on one day in UTC.
    let pairs = (1..=4).flat_map(|day| [0, 14].map(|hour| TimeDelta::hours(24 * day + hour)));
    let midnight = crate::desk::at("2026-11-22T00:30:00Z");
    for (units, after) in (0_i64..).zip(pairs) {
        book.spend(&new_spend(units), now()).unwrap();
        book.back_up_if_due(midnight + after).unwrap();
    }
    let days: Vec<_> = book
        .backups()
        .unwrap()
        .iter()
        .map(|backup| runout_core::calendar::day_of(backup.at, chrono_tz::Pacific::Auckland).to_string())
        .collect();
    assert_eq!(days, ["2026-11-27", "2026-11-26", "2026-11-25", "2026-11-24", "2026-11-23"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_copy_at_a_path_that_is_not_text_is_refused_and_lies_nowhere_else() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let book = desk.book();
    let before = fs::read_dir(desk.folder.path()).unwrap().count();
    let odd = desk.folder.path().join(std::ffi::OsStr::from_bytes(b"m\xffne.book"));
    assert!(book.back_up_to(&odd).unwrap_err().to_string().contains("not text"));
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), before);
}

#[test]
fn a_backup_that_lost_a_page_is_listed_as_not_whole() {
    let desk = Desk::new();
    let mut book = desk.book();
    book.spend(&new_spend(100), now()).unwrap();
    let made = book.back_up(now()).unwrap();
    assert!(made.checked);
    let mut bytes = fs::read(&made.path).unwrap();
    bytes[4_096..].fill(7);
    fs::write(&made.path, bytes).unwrap();
    assert_eq!(book.backups().unwrap().iter().map(|backup| backup.checked).collect::<Vec<_>>(), [false]);
    assert!(!book.backup(&made.name).unwrap().checked);
}
