//! Files that are no good book: each gets a sentence that says what to do, and is left as it was.

#![expect(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

use std::path::Path;

use runout::clock::{Clock, Given};
use runout::desk::Desk;
use runout::folders::Folders;
use runout::wire::{Ask, ChartSpan, FirstRun, Screen, View};

const TODAY: Ask = Ask::Today { span: ChartSpan::Cycle };

fn desk_over(path: &Path) -> Desk {
    desk_at("2026-11-22T11:00:00Z", path)
}

fn desk_at(now: &str, path: &Path) -> Desk {
    let clock = Clock::given(Given::read(now).unwrap()).that_runs();
    Desk::open(Folders::find(Some(path)).unwrap(), clock)
}

/// A book with one spend.
fn good(path: &Path) {
    let mut desk = desk_at("2026-11-22T10:00:00Z", path);
    let typed = FirstRun {
        preset: Some("ltx-standard".to_owned()),
        service: None,
        left: "22,600".to_owned(),
        allotment: "28,000".to_owned(),
        day: "15".to_owned(),
        zone: "Europe/Berlin".to_owned(),
    };
    desk.start(&typed).unwrap();
    desk.log_line("veo3 8s audio 5400", true).unwrap();
}

fn view(path: &Path) -> View {
    desk_over(path).view(&TODAY).unwrap()
}

/// What stands above the closed window, with the folder's name taken out.
fn said(path: &Path) -> String {
    let view = view(path);
    assert!(matches!(view.screen, Screen::Closed));
    assert!(view.frame.is_none());
    let folder = path.parent().unwrap().display().to_string();
    let bars = view.troubles.iter().map(|bar| format!("{}: {} {:?}", bar.code, bar.words, bar.remedies));
    bars.collect::<Vec<_>>().join("\n").replace(&folder, "FOLDER")
}

#[test]
fn an_empty_file_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.runout");
    std::fs::write(&path, "").unwrap();
    insta::assert_snapshot!(said(&path), @"book_empty: FOLDER/book.runout is empty: there is no book in it. It was left as it is. Restore a backup, or open another. [RestoreBackup, OpenAnother]");
    assert_eq!(std::fs::read(&path).unwrap(), b"");
}

#[test]
fn a_file_of_something_else_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.runout");
    std::fs::write(&path, "Dear diary, ".repeat(1_000)).unwrap();
    insta::assert_snapshot!(said(&path), @"book_foreign: FOLDER/book.runout is not a book of Runout. It was left as it is. Open another. [OpenAnother]");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Dear diary, ".repeat(1_000));
}

#[test]
fn a_damaged_book_offers_its_backups_and_comes_back_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.runout");
    good(&path);
    desk_over(&path).back_up().unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[4_096..middle].fill(0x5a);
    std::fs::write(&path, &bytes).unwrap();
    insta::assert_snapshot!(said(&path), @"book_damaged: This book is damaged. It was left as it is. Restore a backup, or open another. [RestoreBackup, OpenAnother]");
    let mut desk = desk_over(&path);
    let Screen::Settings(settings) = desk.view(&Ask::Settings).unwrap().screen else { panic!("the settings") };
    let backup = settings.backups.first().unwrap();
    assert!(backup.words.starts_with("today, "), "{}", backup.words);
    let told = desk.restore(&backup.name).unwrap();
    insta::assert_snapshot!(told.words, @"Restored. The file that could not be opened lies beside the book.");
    assert_eq!(desk.view(&TODAY).unwrap().frame.unwrap().left_text, "17,200 credits left");
}

#[test]
fn a_book_that_cannot_be_written_says_which_and_opens_once_it_can() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.runout");
    good(&path);
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|about| std::os::unix::fs::MetadataExt::uid(&about) == 0);
    if is_root {
        // Root may write everywhere: nothing is read-only to it.
        return;
    }
    let mut rights = std::fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).unwrap();
    assert!(said(&path).starts_with("book_read_only: "));
}

#[test]
fn a_missing_book_is_a_first_run() {
    let folder = tempfile::tempdir().unwrap();
    let view = view(&folder.path().join("book.runout"));
    assert!(matches!(view.screen, Screen::FirstRun(_)));
    assert_eq!(view.troubles, vec![]);
}

#[test]
fn what_cannot_be_saved_says_why_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.runout");
    good(&path);
    let mut desk = desk_over(&path);
    let mut words: Vec<String> = Vec::new();
    for line in
        ["", "veo3 5400 tomorrow", "veo3 -5", "veo3 1.5", "veo3 99999999999999999999", "veo3 100 200", "=999999"]
    {
        let refusal = desk.log_line(line, true).unwrap_err();
        words.push(format!("{line:?}: {}", refusal.message));
    }
    insta::assert_snapshot!(words.join("\n"), @r#"
    "": Type what you made, such as veo3 8s audio 5400.
    "veo3 5400 tomorrow": Mon 23 Nov, 12:00 has not come yet: plan it as a shot, or log it when it is made.
    "veo3 -5": “-5” is below 0: an amount is 0 or more.
    "veo3 1.5": “1.5” is not whole, and this unit is counted in whole ones: type 1 or 2.
    "veo3 99999999999999999999": “99999999999999999999” is more than any service counts: at most 1,000,000,000,000,000 can be kept.
    "veo3 100 200": “100” and “200” are two amounts: keep one. What it took in all is 5400, each one @1800, what is left =22600.
    "=999999": 999,999 is more than the 17,200 that Runout has, so nothing was taken: check 999999?
    "#);
    assert_eq!(desk.view(&TODAY).unwrap().frame.unwrap().left_text, "17,200 credits left");
}
