//! The window and the command line at one book.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use runout_book::{Book, CsvChoices, CsvMapping, CsvTable};
use rusqlite::{Connection, TransactionBehavior};

use crate::desk::{Desk, new_spend, now, stands};

#[test]
fn what_another_wrote_is_seen_and_built_upon() {
    let desk = Desk::new();
    let mut window = desk.book();
    let mut line = desk.open();
    assert!(!window.refresh().unwrap());
    line.spend(&new_spend(100), now()).unwrap();
    line.set("theme", "dark", now()).unwrap();
    let generation = window.generation();
    assert!(window.refresh().unwrap());
    assert!(!window.refresh().unwrap(), "once");
    assert!(window.generation() > generation);
    assert_eq!(stands(&window), stands(&line));
    line.spend(&new_spend(200), now()).unwrap();
    window.spend(&new_spend(300), now()).unwrap();
    assert_eq!(window.facts().entries.len(), 3, "a write catches up first");
    assert_eq!(window.undo().unwrap().name, "logged Veo 3, 8 s, audio");
    line.undo().unwrap();
    window.refresh().unwrap();
    line.refresh().unwrap();
    assert_eq!(stands(&window), stands(&line));
    assert_eq!(window.facts().entries.len(), 1);
}

#[test]
fn many_writes_of_another_are_read_at_once() {
    let desk = Desk::new();
    let mut window = desk.book();
    let mut line = desk.open();
    let lines: Vec<String> = (0..2_100).map(|credits| format!("2026-11-16,{credits}")).collect();
    let table = CsvTable::read(format!("date,cost\n{}", lines.join("\n")).as_bytes()).unwrap();
    let choices = CsvChoices { mapping: CsvMapping::guess(&table), ..CsvChoices::default() };
    line.import_csv(&table, "usage.csv", &choices, now()).unwrap();
    assert!(window.refresh().unwrap());
    assert_eq!(stands(&window), stands(&line));
}

#[test]
fn a_dropped_transaction_leaves_no_trace() {
    let desk = Desk::new();
    let mut book = desk.book();
    book.spend(&new_spend(1), now()).unwrap();
    let before = stands(&book);
    let mut other = Connection::open(desk.path()).unwrap();
    let tx = other.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    tx.execute("DELETE FROM entries", []).unwrap();
    drop(tx);
    assert_eq!(stands(&desk.open()), before);
}

const A_HUNDRED_THOUSAND_SPENDS: &str = r#"
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
    INSERT INTO entries (version, entry, change, stands, at, date_only, form, body)
    SELECT n, n, 1, 1, 1795356312000 - n * 60000, 0, 1, json_object('spend', json_object(
        'action', 'veo-3', 'settings', json_object('audio', 'yes', 'seconds', '8'),
        'credits', n % 5400, 'tags', json_array('teaser'))) FROM numbers"#;

#[test]
fn a_spend_among_a_hundred_thousand_costs_milliseconds() {
    let desk = Desk::new();
    drop(desk.book());
    Connection::open(desk.path()).unwrap().execute_batch(A_HUNDRED_THOUSAND_SPENDS).unwrap();
    let started = Instant::now();
    let mut book = desk.open();
    let opened = started.elapsed();
    assert_eq!(book.facts().entries.len(), 100_000);
    let mut times = Vec::new();
    for units in 0..9 {
        let started = Instant::now();
        book.spend(&new_spend(units), now()).unwrap();
        times.push(started.elapsed());
    }
    times.sort();
    println!("100,000 entries: opened in {opened:?}, a spend took {:?}", times[4]);
    assert!(opened < Duration::from_secs(3), "{opened:?}");
    assert!(times[4] < Duration::from_millis(250), "{times:?}");
}

/// Where the child of the next test finds its book.
const VICTIM: &str = "RUNOUT_TEST_VICTIM";

#[test]
#[ignore = "the child of the test below: it writes until it is killed"]
fn a_child_writes_until_it_is_killed() {
    let Some(path) = std::env::var_os(VICTIM) else { return };
    let mut book = Book::open(path.as_ref(), now()).unwrap();
    loop {
        let change = book.spend(&new_spend(1), now()).unwrap();
        println!("acknowledged {}", change.entry.unwrap().0);
    }
}

#[test]
fn what_was_acknowledged_survives_a_kill_and_nothing_half_does() {
    let desk = Desk::new();
    drop(desk.book());
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["two_writers::a_child_writes_until_it_is_killed", "--exact", "--ignored", "--nocapture"])
        .env(VICTIM, desk.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let acknowledged = said.filter(|line| line.contains("acknowledged ")).take(20).count();
    child.kill().unwrap();
    child.wait().unwrap();
    let mut book = desk.open();
    assert!(book.facts().entries.len() >= acknowledged);
    assert_eq!(book.verify(now()).unwrap().problems, []);
    assert_eq!(book.history(1).unwrap()[0].name, "logged Veo 3, 8 s, audio", "each change is whole");
    book.undo().unwrap();
}
